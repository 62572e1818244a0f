"""The structure branch: format, organization, tone, completeness; the same for every industry."""

from ai_agents.agents.branch import BranchResult, assess_dimensions
from ai_agents.checks.facts import Facts
from ai_agents.llm.judge import Judge
from ai_agents.rubric import Rubric
from ai_agents.vocabulary import STRUCTURE_DIMENSIONS


async def assess(facts: Facts, rubric: Rubric, judge: Judge) -> BranchResult:
    """Review the resume as a document, without regard to its industry."""
    return await assess_dimensions(facts, rubric, judge, STRUCTURE_DIMENSIONS)
