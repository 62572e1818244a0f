"""The built-in judge: answers every level criterion from facts alone, the same way each time."""

from ai_agents.agents.appeal_answers import APPEAL_ANSWERS
from ai_agents.agents.structure_answers import STRUCTURE_ANSWERS
from ai_agents.checks.facts import Facts
from ai_agents.llm.judge import Judgement
from ai_agents.models import EngineInfo
from ai_agents.rubric import Criterion
from ai_agents.vocabulary import EngineKind

#: Version of the deterministic engine; raise it when an answer or a rule changes.
RULES_VERSION = "1.1"
_ANSWERS = {**STRUCTURE_ANSWERS, **APPEAL_ANSWERS}


class RulesJudge:
    """Implements `llm.judge.Judge` without a model; stateless and deterministic."""

    @property
    def engine(self) -> EngineInfo:
        """Who answers, for the review's record."""
        return EngineInfo(kind=EngineKind.RULES, version=RULES_VERSION)

    async def answer(self, criterion: Criterion, facts: Facts) -> Judgement:
        """Choose a level from facts; None for a criterion no answer is written for."""
        how = _ANSWERS.get(criterion.id)
        if how is None:
            return Judgement(
                criterion=criterion.id, level=None, reason="The built-in rules cannot judge this."
            )
        told = how(facts)
        return Judgement(
            criterion=criterion.id, level=told.level, lines=told.lines, reason=told.reason
        )
