"""The appeal branch: achievements, skills, experience and positioning against one industry."""

from ai_agents.agents.branch import BranchResult, assess_dimensions
from ai_agents.checks.facts import Facts
from ai_agents.llm.judge import Judge
from ai_agents.rubric import Rubric
from ai_agents.vocabulary import APPEAL_DIMENSIONS


async def assess(facts: Facts, rubric: Rubric, judge: Judge) -> BranchResult:
    """Review the resume against the industry the facts were gathered for."""
    return await assess_dimensions(facts, rubric, judge, APPEAL_DIMENSIONS)
