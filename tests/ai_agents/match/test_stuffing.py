"""Keywords written for a counter: they gain nothing, and they are named."""

import pytest

from ai_agents.match.matching import match_job
from ai_agents.models import HiddenText
from ai_agents.vocabulary import HiddenReason
from tests.support.documents import RESUME
from tests.support.jobs import OPENING, matched, posting
from tests.support.resumes import Recipe
from tests.support.resumes import facts_of as recipe_facts

SKILLS = (
    "Kubernetes", "Terraform", "Jenkins", "Ansible", "Python", "PostgreSQL", "Kafka", "GraphQL",
)  # fmt: skip
JOB = (
    f"{OPENING}Requirements\n"
    + "\n".join(f"- Experience with {name}" for name in SKILLS)
    + "\n- Proven ability to lead and train a team of store clerks\n\nResponsibilities\n"
    "- Operate the container platform of forty stores day and night without interruption\n"
    "- Migrate the ordering services from one data centre to the other without downtime\n"
)
#: The most a stuffed resume may gain (QUALITY section 2).
MOST = 3.0


def stuffed(addition: str) -> str:
    """Return the resume with something added."""
    return f"{RESUME}\n{addition}\n"


@pytest.mark.parametrize(
    "addition",
    [
        f"Keywords: {', '.join(SKILLS)}",
        f"{' '.join(SKILLS)}",
        f"Additional skills\n{' | '.join(SKILLS)}",
        f"Additional\n{', '.join(SKILLS[:4])}\n{', '.join(SKILLS[4:])}",
        "Kubernetes Kubernetes Kubernetes Kubernetes Kubernetes",
        "Experience with the following: " + "; ".join(SKILLS),
        (
            "- Operate the container platform of forty stores day and night without interruption\n"
            "- Migrate the ordering services from one data centre to the other without downtime"
        ),
    ],
)
def test_blocks_repeats_and_copies_gain_at_most_three_points_and_are_named(addition: str) -> None:
    """The flag comes with the lines that are left out."""
    before, after = matched(JOB), matched(JOB, stuffed(addition))
    assert before.score is not None
    assert after.score is not None
    assert not before.stuffing
    assert after.stuffing
    assert after.stuffing_evidence
    assert "counts for the match" in after.stuffing_reason
    assert after.score - before.score <= MOST


def test_sentences_of_the_job_pasted_into_a_position_prove_nothing() -> None:
    """Copied word for word, whatever the ending of a verb."""
    copied = (
        "- Operated the container platform of forty stores day and night without interruption\n"
        "- Migrated the ordering services from one data centre to the other without downtime\n"
    )
    text = RESUME.replace("- Trained 14 new clerks", copied + "- Trained 14 new clerks")
    before, after = matched(JOB), matched(JOB, text)
    assert after.stuffing
    assert after.score == before.score


def test_saying_a_word_more_often_changes_nothing() -> None:
    """Presence counts, never frequency."""
    once = RESUME.replace("- Trained 14 new clerks", "- Trained 14 new clerks on Kubernetes")
    twice = once.replace("Led a team of 12 clerks", "Led a team of 12 clerks with Kubernetes")
    assert matched(JOB, once).score == matched(JOB, twice).score


def test_hidden_keywords_gain_nothing_and_are_named() -> None:
    """Hidden text is set aside by the reader; here it is told that it holds the job's terms."""
    hidden = HiddenText(page=1, reason=HiddenReason.LOW_CONTRAST, text=", ".join(SKILLS))
    plain, dressed = (
        match_job(recipe_facts(Recipe(hidden=texts)), posting(JOB)) for texts in ((), (hidden,))
    )
    assert plain.score == dressed.score
    assert dressed.stuffing
    assert "not visible" in dressed.stuffing_reason
    assert not plain.stuffing


def test_an_honest_list_of_skills_is_no_stuffing() -> None:
    """Skills that work shows may be listed, and a few more."""
    work = "\n".join(
        f"- {verb} {name} for all stores"
        for verb, name in zip(("Ran", "Set up", "Improved", "Used"), SKILLS, strict=False)
    )
    text = (
        RESUME.replace("- Trained 14 new clerks", work)
        + f"\nTechnical skills\n{', '.join(SKILLS)}\n"
    )
    match = matched(JOB, text)
    assert not match.stuffing
    assert match.score is not None
    assert match.score > 50
