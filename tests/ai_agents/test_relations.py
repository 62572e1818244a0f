"""What must hold between a resume and the same resume with a defect, whatever the resume says."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_agents.agents import appeal, structure
from ai_agents.agents.rules_judge import RulesJudge
from ai_agents.rubric import load_rubric
from ai_agents.scoring import ScoreSheet, score
from ai_agents.vocabulary import Dimension, SectionKind
from tests.support.resumes import Post, Recipe, facts_of

RUBRIC = load_rubric()
#: Lines of work; {n} is a number.
LINES = (
    "Led a team of {n} people across the whole region",
    "Cut order errors by {n}% with a new picking process",
    "Negotiated supplier contracts worth ${n} million",
    "Trained {n} new colleagues in safety and stock control",
    "Planned the weekly shifts of {n} people in Excel",
    "Raised sales in {n} stores through better displays",
    "Answered {n} calls a day from clients and partners",
    "Audited {n} suppliers and wrote the yearly report",
    "Built a stock list that saved {n} hours a week",
    "Introduced barcode scanning at {n} loading docks",
    "Kept the records of returned goods up to date",
    "Checked incoming goods against the delivery notes",
    "Wrote the monthly report for the head office",
    "Prepared the warehouse for the yearly stock count",
)
TITLES = ("Warehouse Clerk", "Shift Supervisor", "Operations Manager", "Stock Controller")
EMPLOYERS = ("Northwind Foods", "Contoso Retail", "Fabrikam Goods", "Tailspin Transport")
TRIVIAL = tuple(
    f"{verb} the {thing} at the front door"
    for verb, thing in zip(
        ("Sorted", "Moved", "Washed", "Painted", "Counted", "Watered", "Locked", "Swept", "Fixed"),
        ("letters", "chairs", "windows", "fence", "keys", "plants", "gate", "steps", "lamp"),
        strict=True,
    )
)
FILLER = " and told everybody about it, as is done in each shop of the town" * 3
BLOCK = f"The work began early in the morning and went on until the evening came{FILLER * 2}"


@st.composite
def recipes(draw: st.DrawFn) -> Recipe:
    """Return a clean resume: two to four positions that join, each line once."""
    lines = draw(st.permutations(LINES))
    posts: list[Post] = []
    end, taken = 2026 * 12 + 5, 0
    for index in range(draw(st.integers(2, 4))):
        start = end - draw(st.integers(14, 50))
        count = 3
        bullets = tuple(
            line.format(n=draw(st.integers(3, 90))) for line in lines[taken : taken + count]
        )
        post = Post(
            title=TITLES[draw(st.integers(0, 3))],
            employer=EMPLOYERS[index],
            start=month(start),
            end="present" if index == 0 else month(end),
            printed="",
            bullets=bullets,
        )
        posts.append(replace(post, printed=printed(post.start, post.end)))
        taken += count
        end = start - 1
    return Recipe(posts=tuple(posts))


def month(number: int) -> str:
    """Return a month number as the reader writes it."""
    return f"{number // 12}-{number % 12 + 1:02d}"


def printed(start: str | None, end: str | None) -> str:
    """Return a range as a resume prints it."""
    return f"{start} – {end}"


def sheet_of(recipe: Recipe) -> ScoreSheet:
    """Return the sheet of a recipe by the built-in judge."""
    facts = facts_of(recipe)

    async def both() -> ScoreSheet:
        one = await structure.assess(facts, RUBRIC, RulesJudge())
        two = await appeal.assess(facts, RUBRIC, RulesJudge())
        return score(RUBRIC, facts, one.findings + two.findings, one.judgements + two.judgements)

    return asyncio.run(both())


def on_bullets(recipe: Recipe, change: Callable[[str], str], times: int) -> Recipe:
    """Return the recipe with its first lines of work changed, as many as are asked for."""
    left, posts = times, []
    for post in recipe.posts:
        bullets = []
        for text in post.bullets:
            new = change(text) if left > 0 else text
            left -= new != text
            bullets.append(new)
        posts.append(replace(post, bullets=tuple(bullets)))
    return replace(recipe, posts=tuple(posts))


def on_latest(recipe: Recipe, *more: str) -> Recipe:
    """Return the recipe with more lines under the latest position."""
    first, *rest = recipe.posts
    return replace(recipe, posts=(replace(first, bullets=(*first.bullets, *more)), *rest))


def on_oldest(recipe: Recipe, **changes: str | None) -> Recipe:
    """Return the recipe with other facts of the oldest position, printed as they are."""
    *rest, last = recipe.posts
    new = replace(last, **changes)  # type: ignore[arg-type] - a test's short cut
    known = printed(new.start, new.end) if new.start else ""
    return replace(recipe, posts=(*rest, replace(new, printed=known)))


def without_numbers(text: str) -> str:
    """Return a line without its figure."""
    return re.sub(r"(?: by| of| worth| in)? ?\$?\d+%?(?: million)?", "", text)


def vaguely(text: str) -> str:
    """Return a line with a word in the place of its figure."""
    return re.sub(r"\$?\d+(?= (?!million)[a-z])", "several", text)


Defect = tuple[Dimension, Callable[[Recipe, int], Recipe]]
DEFECTS: dict[str, Defect] = {
    "numbers stripped": (
        Dimension.ACHIEVEMENT_RELEVANCE,
        lambda r, n: on_bullets(r, without_numbers, n),
    ),
    "vague": (Dimension.ACHIEVEMENT_RELEVANCE, lambda r, n: on_bullets(r, vaguely, n)),
    "same line again": (
        Dimension.ORGANIZATION,
        lambda r, n: on_latest(r, *r.posts[0].bullets[:n]),
    ),
    "nearly the same line": (
        Dimension.ORGANIZATION,
        lambda r, n: on_latest(r, *(f"{text} too" for text in r.posts[0].bullets[:n])),
    ),
    "wall of bullets": (Dimension.ORGANIZATION, lambda r, n: on_latest(r, *TRIVIAL[: 8 + n])),
    "block of text": (
        Dimension.FORMAT,
        lambda r, n: on_latest(r, *(f"{BLOCK} {number}" for number in range(n))),
    ),
    "long line": (
        Dimension.ORGANIZATION,
        lambda r, n: on_bullets(r, lambda text: f"{text}{FILLER}", n),
    ),
    "two spaces": (
        Dimension.FORMAT,
        lambda r, n: on_bullets(r, lambda text: text.replace(" ", "  ", 1), n),
    ),
    "one stop": (Dimension.FORMAT, lambda r, _: on_bullets(r, lambda text: f"{text}.", 1)),
    "no email": (Dimension.COMPLETENESS, lambda r, _: replace(r, email=None)),
    "no phone": (Dimension.COMPLETENESS, lambda r, _: replace(r, phone=None)),
    "no skills": (Dimension.COMPLETENESS, lambda r, _: replace(r, skills=())),
    "no study": (Dimension.COMPLETENESS, lambda r, _: replace(r, study=(None, None))),
    "no work": (Dimension.COMPLETENESS, lambda r, _: replace(r, posts=())),
    "odd heading": (
        Dimension.ORGANIZATION,
        lambda r, _: replace(r, headings={SectionKind.EXPERIENCE: "My journey so far"}),
    ),
    "no dates": (Dimension.COMPLETENESS, lambda r, _: on_oldest(r, start=None, end=None)),
    "begins too early": (Dimension.COMPLETENESS, lambda r, _: on_oldest(r, start="1911-03")),
    "ends in the future": (Dimension.COMPLETENESS, lambda r, _: on_oldest(r, end="2031-03")),
    "ends before it begins": (Dimension.ORGANIZATION, lambda r, _: on_oldest(r, end="1999-01")),
    "no title": (Dimension.COMPLETENESS, lambda r, _: on_oldest(r, title=None)),
    "no employer": (Dimension.COMPLETENESS, lambda r, _: on_oldest(r, employer=None)),
    "nothing said": (
        Dimension.COMPLETENESS,
        lambda r, _: replace(r, posts=(replace(r.posts[0], bullets=()), *r.posts[1:])),
    ),
}
#: Defects that come in any number.
COUNTABLE = ("numbers stripped", "vague", "same line again", "two spaces", "long line")


def dimension_of(sheet: ScoreSheet, dimension: Dimension) -> float:
    """Return one dimension's score; these resumes are all assessed."""
    value = {**sheet.structure_scores, **sheet.appeal_scores}[dimension]
    assert value is not None
    return value


@pytest.mark.parametrize("name", DEFECTS)
@settings(max_examples=12, deadline=None)
@given(recipe=recipes())
def test_a_defect_never_raises_the_score_and_lowers_its_dimension(
    name: str, recipe: Recipe
) -> None:
    """QUALITY section 2, inject: whatever the resume, no defect is worth having."""
    dimension, inject = DEFECTS[name]
    damaged = inject(recipe, 1)
    if damaged == recipe:
        return
    before, after = sheet_of(recipe), sheet_of(damaged)
    assert (after.overall or 0) <= (before.overall or 0)
    assert dimension_of(after, dimension) < dimension_of(before, dimension)


@pytest.mark.parametrize("name", COUNTABLE)
@settings(max_examples=8, deadline=None)
@given(recipe=recipes())
def test_more_of_a_defect_is_never_better(name: str, recipe: Recipe) -> None:
    """Each further one lowers the overall score or leaves it."""
    _, inject = DEFECTS[name]
    scores = [sheet_of(inject(recipe, times)).overall or 0 for times in range(1, 5)]
    assert scores == sorted(scores, reverse=True)


@settings(max_examples=10, deadline=None)
@given(recipe=recipes(), name=st.sampled_from(sorted(DEFECTS)))
def test_repair_returns_the_score_exactly(recipe: Recipe, name: str) -> None:
    """Nothing of a defect stays behind: the same resume has the same sheet."""
    before = sheet_of(recipe)
    sheet_of(DEFECTS[name][1](recipe, 1))
    assert sheet_of(recipe) == before


@settings(max_examples=15, deadline=None)
@given(recipe=recipes(), order=st.permutations(range(3)))
def test_the_order_of_equal_lines_changes_nothing(recipe: Recipe, order: list[int]) -> None:
    """Lines of one position and skills of one list may stand in any order."""
    first, *rest = recipe.posts
    places = [index for index in order if index < len(first.bullets)]
    turned = replace(first, bullets=tuple(first.bullets[index] for index in places))
    other = replace(recipe, posts=(turned, *rest))
    assert sheet_of(other).overall == sheet_of(recipe).overall
