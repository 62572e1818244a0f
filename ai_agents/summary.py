"""Puts the finished arithmetic into words: a short summary, and what to do next by points to win."""

from ai_agents.checks.facts import Facts
from ai_agents.scoring import ScoreSheet


def summarise(facts: Facts, sheet: ScoreSheet) -> str:
    """Return the summary of one review."""
    return ""


def suggestions(facts: Facts, sheet: ScoreSheet) -> tuple[str, ...]:
    """Return what to do, most points first."""
    return ()
