"""How reading is compared with the truth, and how a finding is found to stand at a place."""

from dataclasses import replace

import pytest

from ai_agents.models import (
    EducationEntry,
    Evidence,
    ExperienceEntry,
    Finding,
    Profile,
    Section,
)
from ai_agents.vocabulary import Dimension, FindingKind, SectionKind, Severity
from bench.quality.generator import make, plans
from bench.quality.judged import severe, stands_at, words
from bench.quality.resume import Resume, month_text
from bench.quality.truth import field_f1, of_profile, of_resume, text_f1, worst_fields

RESUME = make(plans(1, 2, "a")[0])
TRUE = of_resume(RESUME)


def read_well(resume: Resume) -> Profile:
    """Return the profile of a reader that misses nothing."""

    def month(value: int | None) -> str:
        slashed = month_text(value or 0, "slashed")
        return f"{slashed[3:]}-{slashed[:2]}" if value is not None else "present"

    return Profile(
        name=resume.name,
        email=resume.email,
        phone=resume.phone,
        sections=tuple(
            Section(kind=SectionKind(s.kind), heading=s.heading, first_line=1, last_line=2)
            for s in resume.sections
        ),
        experience=tuple(
            ExperienceEntry(
                title=job.title,
                employer=job.employer,
                start=month(job.start),
                end=month(job.end),
                lines=(1, 2),
            )
            for job in resume.jobs
        ),
        education=tuple(
            EducationEntry(institution=study.school, degree=study.degree, lines=(1, 2))
            for study in resume.section("education").studies
        ),
        skills=resume.skills,
    )


def test_a_perfect_reader_scores_one() -> None:
    """Truth and profile are brought to the same form."""
    found = of_profile(read_well(RESUME))
    assert field_f1(found, TRUE) == 1.0
    assert worst_fields(found, TRUE) == ""


def test_one_field_lost_costs_its_share() -> None:
    """Eleven fields count alike; without the email ten remain."""
    found = of_profile(read_well(RESUME).model_copy(update={"email": None}))
    assert field_f1(found, TRUE) == pytest.approx(10 / 11)
    assert worst_fields(found, TRUE) == "email: []"


def test_an_invented_entry_costs_as_well() -> None:
    """Precision counts: half of the employers found were never there."""
    profile = read_well(RESUME)
    made_up = tuple(
        entry.model_copy(update={"employer": "Nobody Ltd"}) for entry in profile.experience
    )
    found = of_profile(profile.model_copy(update={"experience": profile.experience + made_up}))
    assert field_f1(found, TRUE) < 1.0
    assert "employer" in worst_fields(found, TRUE)


def test_fields_without_a_truth_do_not_count() -> None:
    """A resume without a phone is read fully when no phone is read."""
    bare = replace(RESUME, phone="")
    profile = read_well(RESUME).model_copy(update={"phone": None})
    assert field_f1(of_profile(profile), of_resume(bare)) == 1.0


def test_the_f1_of_words_counts_each_word_once() -> None:
    """Two of three words on one side, two of four on the other: 2 · 2 / 7."""
    assert text_f1(["a", "b", "c"], ["a", "b", "d", "e"]) == pytest.approx(4 / 7)
    assert text_f1([], []) == 1.0
    assert text_f1(["a", "a"], ["a"]) == pytest.approx(2 / 3)


def finding(*lines: str, severity: Severity = Severity.WARNING) -> Finding:
    """Return a finding with these lines as evidence."""
    return Finding(
        id="f1",
        key="k",
        rule="r",
        dimension=Dimension.TONE,
        severity=severity,
        kind=FindingKind.ISSUE,
        message="m",
        suggestion="s",
        evidence=tuple(Evidence(line=n, text=text) for n, text in enumerate(lines, 1)),
    )


@pytest.mark.parametrize(
    ("line", "place", "at"),
    [
        ("• Led a team of 5", "Led a team of 5", True),
        ("recieved goods", "recieved", True),
        ("• Led a team of 5 people in", "Led a team of 5 people in the north", True),
        ("the north of the town", "Led a team of 5 people in the north", True),
        ("Acme Corp, Portland  Mar 2020 – Present", "Mar 2020 – Present", True),
        ("• Ran the stock room", "Led a team of 5", False),
        ("of", "Led a team of 5", True),
        ("north wind", "Led a team in the north", False),
    ],
)
def test_a_finding_stands_at_a_place_when_lines_and_place_overlap(
    line: str, place: str, *, at: bool
) -> None:
    """Wrapped and joined lines are found; one shared word at an end is chance."""
    assert stands_at(finding(line), (place,)) is at


def test_severity_has_an_order() -> None:
    """A hit must be at least as severe as the defect is."""
    assert severe(finding(severity=Severity.CRITICAL), Severity.WARNING)
    assert severe(finding(severity=Severity.WARNING), Severity.WARNING)
    assert not severe(finding(severity=Severity.INFO), Severity.WARNING)


def test_words_leave_marks_and_case_out() -> None:
    """Bullets, commas and capitals are no part of a place."""
    assert words("• Led, a Team—of 5!") == ("led", "a", "team", "of", "5")
