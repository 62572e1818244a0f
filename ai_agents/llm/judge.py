"""The judge port: who answers one narrow, anchored question about a resume.

The graph knows only this. The built-in answer is `RulesJudge` (agents/); a language model answers
through the same two types, so a judge can be changed without touching the graph. A judge gives a
level and line ids; `scoring.py` turns levels into points, and the evidence check drops a claim
whose lines do not show what it says.
"""

from typing import Protocol

from ai_agents.checks.facts import Facts
from ai_agents.frozen import Frozen
from ai_agents.models import EngineInfo
from ai_agents.rubric import Criterion
from ai_agents.vocabulary import FindingSource


class Judgement(Frozen):
    """A judge's answer: `level` indexes the criterion's levels; None means it could not tell."""

    criterion: str
    level: int | None
    lines: tuple[int, ...] = ()
    confidence: float = 1.0
    source: FindingSource = FindingSource.RULES
    reason: str = ""


class Judge(Protocol):
    """Answers questions about one resume; asked one criterion at a time."""

    @property
    def engine(self) -> EngineInfo:
        """Who answers, for the review's record."""
        ...

    async def answer(self, criterion: Criterion, facts: Facts) -> Judgement:
        """Choose one of the criterion's levels. Raises `EngineUnavailable`; is cancellable."""
        ...
