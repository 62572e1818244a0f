"""The built-in judge answers every level criterion from facts, with lines that show it."""

import asyncio
import re
from dataclasses import replace

import pytest

from ai_agents.agents.rules_judge import RulesJudge
from ai_agents.llm.judge import Judgement
from ai_agents.rubric import Criterion, load_rubric
from tests.support.resumes import EARLIER, Post, Recipe, facts_of

CRITERIA = [item for item in load_rubric().criteria if item.kind == "levels"]
BARE = Recipe(
    summary=(),
    posts=(replace(Post(), bullets=("Kept the shop tidy and open",)),),
    skills=(),
)


def ask(criterion_id: str, recipe: Recipe) -> Judgement:
    """Return the built-in judge's answer."""
    criterion = load_rubric().criterion(criterion_id)
    return asyncio.run(RulesJudge().answer(criterion, facts_of(recipe)))


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda item: item.id)
def test_every_level_criterion_is_answered_within_its_levels(criterion: Criterion) -> None:
    """A level that exists, lines that exist, a reason in words."""
    for recipe in (Recipe(), BARE, replace(Recipe(), posts=(), skills=(), summary=())):
        answer = ask(criterion.id, recipe)
        assert answer.level is not None
        assert 0 <= answer.level < len(criterion.levels)
        assert answer.reason.endswith(".")
        assert all(1 <= line <= len(facts_of(recipe).lines) for line in answer.lines)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda item: item.id)
def test_the_fuller_resume_is_never_judged_lower(criterion: Criterion) -> None:
    """Better content, same or higher level."""
    assert (ask(criterion.id, Recipe()).level or 0) >= (ask(criterion.id, BARE).level or 0)


def test_removing_the_figures_lowers_the_level_of_measured_results() -> None:
    """The strongest sign of relevance is a number."""
    bare = replace(
        EARLIER, bullets=("Trained new colleagues", "Ran the shop", "Planned weekly shifts")
    )
    less = replace(Recipe(), posts=(Post(), bare))
    before, after = ask("measured-results", Recipe()).level, ask("measured-results", less).level
    assert before is not None
    assert after is not None
    assert before > after


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda item: item.id)
def test_reasons_are_written_for_a_coach(criterion: Criterion) -> None:
    """No "0 of 4", no straight quotes, a capital first."""
    for recipe in (Recipe(), BARE, replace(Recipe(), posts=(), skills=(), summary=())):
        reason = ask(criterion.id, recipe).reason
        assert not re.search(r"\b0 (?:of|months|years)\b", reason)
        assert '"' not in reason
        assert reason[0].isupper() or reason[0].isdigit() or reason[0] == "“"


def test_a_statement_of_duty_shows_no_deed_and_no_skill() -> None:
    """The same work said as a duty is worth less than said as done."""
    duties = replace(
        Post(),
        bullets=(
            "Responsible for supplier contracts and negotiation",
            "Responsible for the budget and the reporting of two warehouses",
        ),
    )
    for criterion in ("experience-in-deeds", "skills-in-use", "strong-openings"):
        before = ask(criterion, Recipe()).level or 0
        assert (ask(criterion, replace(Recipe(), posts=(duties,))).level or 0) < before
