"""What one branch of the review hands back, and how it gathers it: rules first, then the judge."""

from collections.abc import Collection
from dataclasses import dataclass

from ai_agents.agents.rules_judge import RulesJudge
from ai_agents.agents.strengths import strengths_of
from ai_agents.checks.catalogue import run_rules
from ai_agents.checks.facts import Facts
from ai_agents.llm.judge import Judge, Judgement
from ai_agents.models import Finding
from ai_agents.rubric import Rubric
from ai_agents.vocabulary import Dimension

#: Answers what can be counted, so that no model is asked and none can fail there.
_COUNTING = RulesJudge()


@dataclass(frozen=True, slots=True)
class BranchResult:
    """Findings (issues and strengths, unscored) and judgements of one branch, in rubric order."""

    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]


async def assess_dimensions(
    facts: Facts, rubric: Rubric, judge: Judge, dimensions: Collection[Dimension]
) -> BranchResult:
    """Run the rules of these dimensions and ask the judge each of their level criteria, in turn.

    Criteria that cannot be judged in the resume's language are not asked. Raises what the judge
    raises.
    """
    findings = run_rules(facts, dimensions, rubric)
    judgements = []
    for criterion in rubric.criteria:
        if criterion.dimension not in dimensions or criterion.kind != "levels":
            continue
        if criterion.judges(facts.language):
            who = _COUNTING if criterion.counted else judge
            judgements.append(await who.answer(criterion, facts))
    strengths = strengths_of(facts, rubric, judgements, findings, dimensions)
    return BranchResult((*findings, *strengths), tuple(judgements))
