"""The summary and suggestions say what the sheet holds, most points first, and no name."""

import asyncio
import re

from ai_agents.agents import appeal, structure
from ai_agents.agents.rules_judge import RulesJudge
from ai_agents.checks.facts import Facts
from ai_agents.rubric import load_rubric
from ai_agents.scoring import ScoreSheet, score
from ai_agents.summary import MOST_SUGGESTIONS, suggestions, summarise
from tests.support.resumes import Recipe, facts_of

RECIPE = Recipe(email=None, summary=("I am a results-driven team player.",))


def reviewed(recipe: Recipe) -> tuple[Facts, ScoreSheet]:
    """Return facts and sheet of a recipe by the built-in judge."""
    facts, rubric = facts_of(recipe), load_rubric()

    async def both() -> ScoreSheet:
        one = await structure.assess(facts, rubric, RulesJudge())
        two = await appeal.assess(facts, rubric, RulesJudge())
        return score(rubric, facts, one.findings + two.findings, one.judgements + two.judgements)

    return facts, asyncio.run(both())


def test_the_summary_is_short_and_holds_the_score() -> None:
    """Three to five sentences; the overall as computed; no name, no exclamation mark."""
    facts, sheet = reviewed(RECIPE)
    text = summarise(facts, sheet)
    assert 3 <= len(re.findall(r"\.(?:\s|$)", text)) <= 5
    assert f"{sheet.overall:.1f} of 100" in text
    assert "Maya" not in text
    assert "!" not in text


def test_suggestions_come_by_points_to_win() -> None:
    """What wins most stands first."""
    told = suggestions(*reviewed(RECIPE))
    gains = [float(match) for text in told for match in re.findall(r"up to ([\d.]+) points", text)]
    assert 3 <= len(told) <= MOST_SUGGESTIONS
    assert gains == sorted(gains, reverse=True)


def test_the_words_are_the_same_every_time() -> None:
    """Same resume, same words."""
    assert summarise(*reviewed(RECIPE)) == summarise(*reviewed(RECIPE))
