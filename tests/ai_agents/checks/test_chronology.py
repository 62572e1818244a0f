"""Gaps, overlaps and order: months are named, what accounts for the time is respected."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_agents.checks.catalogue import run_rules
from ai_agents.checks.date_forms import NAMED, date_forms, range_marks
from ai_agents.checks.months import printed_month, span_of
from ai_agents.models import Finding
from ai_agents.vocabulary import Dimension
from tests.support.resumes import AS_OF, EARLIER, Post, Recipe, facts_of

LATER = replace(Post(), start="2021-03", printed="Mar 2021 – Present")
BEFORE_GAP = replace(EARLIER, start="2016-01", end="2019-02", printed="Jan 2016 – Feb 2019")
GAP = Recipe(posts=(LATER, BEFORE_GAP))
NOW = 2026 * 12 + 5


def found(recipe: Recipe) -> dict[str, Finding]:
    """Return rule → its first finding."""
    findings = run_rules(facts_of(recipe), (Dimension.ORGANIZATION, Dimension.COMPLETENESS))
    return {item.rule: item for item in reversed(findings)}


def month(number: int) -> str:
    """Return a month number as the reader writes it."""
    return f"{number // 12}-{number % 12 + 1:02d}"


def test_a_gap_is_named_with_its_months() -> None:
    """The coach reads from when to when, not only how long."""
    message = found(GAP)["employment-gap"].message
    assert "March 2019 – February 2021, 24 months" in message


@pytest.mark.parametrize(
    "line",
    [
        "Parental leave, Mar 2019 – Dec 2020",
        "Sabbatical (April 2019 to January 2021): travel",
        "Elternzeit 03/2019 – 02/2021",
        "MSc Logistics, 2019 – 2021",
    ],
)
def test_time_that_the_resume_accounts_for_is_no_gap(line: str) -> None:
    """Leave, travel and studies with dates fill the time between positions."""
    assert "employment-gap" not in found(replace(GAP, extra=(line,)))


def test_studies_fill_a_gap_and_leave_the_rest_of_a_longer_one() -> None:
    """Only the open stretch is named, where it is still a year."""
    assert "employment-gap" not in found(replace(GAP, study_years=(("2019-09", "2021-02"),)))
    long = replace(GAP, posts=(LATER, replace(BEFORE_GAP, start="2015-01", end="2017-12")))
    message = found(replace(long, study_years=(("2019-03", "2020-12"),)))["employment-gap"].message
    assert "January 2018 – February 2019, 14 months" in message


def test_a_sentence_on_work_accounts_for_no_time() -> None:
    """Years inside a bullet are about something else."""
    bullets = (*LATER.bullets, "Analysed the sales of 2018 – 2021 for 3 shops")
    posts = (replace(LATER, bullets=bullets), BEFORE_GAP)
    assert "employment-gap" in found(replace(GAP, posts=posts))


@pytest.mark.parametrize(
    "title",
    ["Software Intern", "Werkstudent Vertrieb", "Research Assistant"],
)
def test_between_training_and_work_lie_studies(title: str) -> None:
    """No gap is told beside an internship."""
    assert "employment-gap" not in found(
        replace(GAP, posts=(LATER, replace(BEFORE_GAP, title=title)))
    )


@pytest.mark.parametrize("title", ["Administrative Assistant", "Senior Consultant", "Staff Member"])
def test_ordinary_titles_are_main_positions(title: str) -> None:
    """An assistant's or a consultant's dates are judged like everybody's."""
    assert "employment-gap" in found(replace(GAP, posts=(LATER, replace(BEFORE_GAP, title=title))))


@pytest.mark.parametrize(
    "title",
    ["Data Analyst (part-time)", "Freelance Designer", "Board Member", "Werkstudent", "Minijob"],
)
def test_work_beside_a_position_is_no_overlap(title: str) -> None:
    """What is held beside another position says so."""
    beside = replace(EARLIER, title=title, end="2022-02", printed="Jan 2018 – Feb 2022")
    assert "employment-overlap" not in found(Recipe(posts=(LATER, beside)))


def test_an_overlap_is_named_with_its_months() -> None:
    """Both positions and the months they share."""
    beside = replace(EARLIER, end="2021-12", printed="Jan 2018 – Dec 2021")
    message = found(Recipe(posts=(LATER, beside)))["employment-overlap"].message
    assert "March 2021 – December 2021, 10 months" in message


def test_an_undated_end_makes_no_gap() -> None:
    """A position with one date alone may have lasted."""
    posts = (LATER, replace(BEFORE_GAP, start="2018-03", end="2018-03", printed="Mar 2018"))
    assert "employment-gap" not in found(Recipe(posts=posts))


def test_a_japanese_form_may_run_from_the_oldest_to_the_latest() -> None:
    """Its custom is the other way round; elsewhere the order is remarked."""
    upside_down = Recipe(posts=(EARLIER, LATER))
    assert "not-reverse-chronological" in found(upside_down)
    assert "not-reverse-chronological" not in found(replace(upside_down, language="ja"))


def test_messages_say_dates_as_people_do() -> None:
    """No '2031-03'."""
    future = replace(EARLIER, end="2031-03", printed="Jan 2018 – Mar 2031")
    assert "(March 2031)" in found(Recipe(posts=(LATER, future)))["future-date"].message
    assert printed_month(2019 * 12 + 2) == "March 2019"


def test_an_end_far_in_the_future_earns_no_experience() -> None:
    """A contract's end next spring counts up to now; 2031 is a slip and counts nothing."""
    assert span_of("2018-01", "2027-05", NOW) is not None
    assert span_of("2018-01", "2031-03", NOW) is None


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.integers(1, 60))
def test_a_gap_is_told_from_twelve_months_on(gap: int, more: int) -> None:
    """Exactly from a year on, and a longer gap is never told less."""

    def told(months: int) -> bool:
        end = 2021 * 12 + 2 - months - 1
        post = replace(BEFORE_GAP, start=month(end - 20), end=month(end), printed="")
        return "employment-gap" in found(Recipe(posts=(LATER, post)))

    assert told(gap) is (gap >= 12)
    assert told(gap + more) >= told(gap)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Mar 2019 – Apr. 2020", {"Jan 2020"}),
        ("Januar 2019 bis Oktober 2020", {"January 2020"}),
        ("Sept. 2018, March 2019, May 2020, June 2021", {"Jan 2020", NAMED}),
        ("01/2019 – 02/2020", {"01/2020"}),
        ("2019-01 - 2020-05", {"2020-01"}),
        ("2019 – 2020, ISO 9001, Room 2024", set()),
    ],
)
def test_the_form_of_a_date_is_its_shape(text: str, forms: set[str]) -> None:
    """Short and long names, slashes, stops and ISO; names that fit both are told apart."""
    got = {form for form, _ in date_forms(text)}
    assert got == forms


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Mar 2019 – May 2020", ["–"]),
        ("2020-01 - 2020-05", ["-"]),
        ("Sept. 2018 to June 2020", ["to"]),
        ("Januar 2019 bis März 2020", ["bis"]),
        ("Founded in 2019", []),
    ],
)
def test_the_mark_of_a_range_stands_between_its_dates(text: str, marks: list[str]) -> None:
    """A hyphen inside a date joins nothing."""
    assert [mark for mark, _ in range_marks(text)] == marks


def test_the_month_of_the_tests_is_fixed() -> None:
    """Rules know no other clock."""
    assert facts_of(Recipe()).as_of == NOW
    assert AS_OF == "2026-06"
