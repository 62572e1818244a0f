"""Judges for tests: one that answers as told, fails, lies about its lines, or never answers."""

import asyncio
from collections.abc import Callable

from ai_agents.checks.facts import Facts
from ai_agents.llm.judge import Judgement
from ai_agents.models import EngineInfo
from ai_agents.rubric import Criterion
from ai_agents.vocabulary import EngineKind, FindingSource


class FakeJudge:
    """Gives every criterion its best level with line 1, as a model would.

    Args:
        fails_with: raised instead of an answer.
        lines: what it points at; may be a lie.
        hangs: never answers.
        on_answer: called before each answer, e.g. to cancel in the middle.
    """

    def __init__(
        self,
        *,
        fails_with: Exception | None = None,
        lines: tuple[int, ...] = (1,),
        hangs: bool = False,
        on_answer: Callable[[], None] | None = None,
    ) -> None:
        self.asked: list[str] = []
        self._fails_with = fails_with
        self._lines = lines
        self._hangs = hangs
        self._on_answer = on_answer

    @property
    def engine(self) -> EngineInfo:
        """A made-up model."""
        return EngineInfo(kind=EngineKind.OLLAMA, version="0", model="fake")

    async def answer(self, criterion: Criterion, facts: Facts) -> Judgement:  # noqa: ARG002 - the port's signature
        """Answer as told."""
        self.asked.append(criterion.id)
        if self._on_answer is not None:
            self._on_answer()
        if self._fails_with is not None:
            raise self._fails_with
        if self._hangs:
            await asyncio.Event().wait()
        return Judgement(
            criterion=criterion.id,
            level=len(criterion.levels) - 1,
            lines=self._lines,
            source=FindingSource.MODEL,
        )
