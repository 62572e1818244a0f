"""The scorers that stand beside ours count what they say they count."""

import pytest

from bench.quality.baselines.plain_text import plain_text
from bench.quality.baselines.scorers import checklist, keywords
from bench.quality.generator import make, plans
from bench.quality.render import render

TERMS = [("python",), ("c++", "cpp"), ("data pipeline", "etl"), ("go",)]
GOOD = "\n".join(
    [
        "Maya Chen", "maya@example.com", "(503) 555-0142", "Summary", "Engineer of services.",
        "Experience", *[f"• Cut cost {n} by 9% for {n} clients in one year" for n in range(3, 33)],
        "• Led 4 people", "• Built 3 tools", "• Won 5 prizes", "• Saved 9 hours", "• Trained 6",
        "• Grew 7 shops", "• Wrote 2 books", "• Planned 8 trips", "Education", "Skills",
    ]
)  # fmt: skip


def test_keywords_are_a_percentage_of_terms_found() -> None:
    """Each term counts once, by any of its synonyms, as a whole word."""
    assert keywords("Python and ETL, good cargo", TERMS).score == 50.0
    assert keywords("C++; python python", TERMS).score == 50.0
    assert keywords("", TERMS).score == 0.0
    assert keywords("anything", []).score == 0.0


def test_a_resume_that_passes_every_check_has_full_points() -> None:
    """Ten checks of ten points, and nothing to complain of."""
    verdict = checklist(GOOD)
    assert verdict.score == 100.0
    assert not verdict.complaints


@pytest.mark.parametrize(
    ("change", "points", "complaint"),
    [
        (("maya@example.com", ""), 10.0, "email-missing"),
        (("(503) 555-0142", ""), 10.0, "phone-missing"),
        (("Education", "Trees"), 2.5, "education-missing"),
        (("Engineer of services.", "I like my services."), 6.0, "first-person"),
        (("Engineer of services.", "A true team player here."), 3.0, "buzzword"),
        (("Engineer of services.", "Responsible for services."), 3.0, "duty-phrase"),
    ],
)
def test_each_check_takes_its_points(
    change: tuple[str, str], points: float, complaint: str
) -> None:
    """A defect costs what the list says, and is named."""
    verdict = checklist(GOOD.replace(*change))
    assert verdict.score == pytest.approx(100.0 - points)
    assert complaint in verdict.complaints


def test_countable_things_earn_their_share() -> None:
    """Half of the bullets and figures earn half of the points."""
    assert checklist("• Led 1\n• Led 2").score == pytest.approx(
        10 * 6 / 300 + 10 + 0 + 0 + 0 + 10 * 2 / 8 + 10 * 2 / 20 + 10 * 2 / 8 + 10 + 10
    )


def test_plain_text_holds_lists_and_lines_of_both_formats() -> None:
    """A checker sees bullets in Word files as in PDFs."""
    for plan in plans(8, 4, "a"):
        resume = make(plan)
        text = plain_text(*render(resume))
        assert resume.name in text
        assert text.count("•") >= sum(len(job.bullets) for job in resume.jobs)
