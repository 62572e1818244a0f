"""The review's graph: which step follows which, and what happens when one fails. Nothing else.

    check_input → masking → facts → (structure ‖ appeal ‖ job match) → evidence → scoring
        → fairness → summary

Between masking and summary nobody sees who the person is: facts are gathered from the masked
document, and only the summary puts the resume's own words back into quotes. Fairness reviews the
resume once more as somebody else's and compares.

A branch that fails leaves its reason instead of findings; the review goes on and says so. The match
is made only when there is a job; it never changes a score of the review.
"""

import math
from collections.abc import Collection
from typing import Any, TypeAlias

from ai_agents.agents import appeal, structure
from ai_agents.agents.branch import BranchResult, assess_dimensions
from ai_agents.checks.facts import Facts, gather_facts
from ai_agents.errors import AgentsError, ReadCode, ReadError, ReviewCancelled
from ai_agents.evidence import Checked, check_evidence
from ai_agents.fairness.counterfactual import RecordedJudge, receipt_rows, run_counterfactual
from ai_agents.fairness.masking import MaskedDocument, mask
from ai_agents.fairness.receipt import Fairness
from ai_agents.fairness.reveal import reveal, reveal_match
from ai_agents.llm.judge import Judge, Judgement
from ai_agents.match.matching import match_job, unmatched
from ai_agents.models import EngineInfo, NotAssessed, Review, ReviewMetadata
from ai_agents.privacy import without_network_clients
from ai_agents.rubric import Criterion, Rubric
from ai_agents.scoring import ScoreSheet, score
from ai_agents.state import BranchFailure, InputState, ReviewState, RunContext, StateUpdate
from ai_agents.summary import suggestions, summarise
from ai_agents.vocabulary import (
    APPEAL_DIMENSIONS,
    STRUCTURE_DIMENSIONS,
    Dimension,
    EngineKind,
    Stage,
)

with without_network_clients():
    from langgraph.errors import NodeError
    from langgraph.graph import END, START, StateGraph
    from langgraph.graph.state import CompiledStateGraph
    from langgraph.runtime import Runtime
    from langgraph.types import Command

ReviewGraph: TypeAlias = CompiledStateGraph[ReviewState, RunContext, InputState, ReviewState]

#: Silent reading of English prose, words per minute (Brysbaert 2019, J. Memory and Language 109).
WORDS_PER_MINUTE = 238
UNFINISHED = "This part of the review did not finish."


class _WatchedJudge:
    """The run's judge, asked only while nobody has cancelled."""

    def __init__(self, context: RunContext) -> None:
        self._context = context
        self._judge: Judge = context.judge

    @property
    def engine(self) -> EngineInfo:
        return self._judge.engine

    async def answer(self, criterion: Criterion, facts: Facts) -> Judgement:
        self._context.check()
        return await self._judge.answer(criterion, facts)


async def check_input(state: InputState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Refuse a document without text; nothing after this meets one."""
    runtime.context.check()
    if not state["document"].lines:
        raise ReadError(ReadCode.NO_TEXT, "There is no text in this document to review.")
    return {}


async def masking_node(state: InputState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Take away who the person is."""
    runtime.context.begin(Stage.FACTS)
    masked, originals = mask(state["document"], state["profile"])
    return {"masked": masked, "originals": originals}


async def facts_node(state: ReviewState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Gather what rules and judges may know."""
    context = runtime.context
    context.check()
    return {"facts": gather_facts(state["masked"], context.industry, context.as_of)}


async def structure_node(state: ReviewState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Assess format, organization, tone and completeness."""
    context = runtime.context
    context.begin(Stage.STRUCTURE)
    judge = _WatchedJudge(context)
    return _branch_update(await structure.assess(state["facts"], context.rubric, judge))


async def appeal_node(state: ReviewState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Assess the resume against the industry."""
    context = runtime.context
    context.begin(Stage.APPEAL)
    judge = _WatchedJudge(context)
    return _branch_update(await appeal.assess(state["facts"], context.rubric, judge))


async def match_node(state: ReviewState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Match the resume with the job, when there is one."""
    context = runtime.context
    context.check()
    job = context.job
    return {"match": None if job is None else match_job(state["facts"], job)}


async def match_failed(
    state: ReviewState,  # noqa: ARG001 - the framework's signature
    error: NodeError,
    runtime: Runtime[RunContext],
) -> Command[str]:
    """Note that the match failed; the review has lost nothing by it."""
    if isinstance(error.error, ReviewCancelled):
        raise error.error
    job = runtime.context.job
    reason = "The match did not finish. The review is complete; try the match again."
    match = None if job is None else unmatched(job, reason)
    return Command(update={"match": match}, goto="evidence")


def _branch_update(result: BranchResult) -> StateUpdate:
    return {"findings": result.findings, "judgements": result.judgements}


async def structure_failed(state: ReviewState, error: NodeError) -> Command[str]:  # noqa: ARG001 - the framework's signature
    """Note that the structure branch failed."""
    return _failure(error, STRUCTURE_DIMENSIONS)


async def appeal_failed(state: ReviewState, error: NodeError) -> Command[str]:  # noqa: ARG001 - the framework's signature
    """Note that the appeal branch failed."""
    return _failure(error, APPEAL_DIMENSIONS)


def _failure(failed: NodeError, dimensions: tuple[Dimension, ...]) -> Command[str]:
    """Return the note of a failed branch; a cancelled review is no failure and goes on up.

    The failed node's own edge to the join is never taken, so the note says where to go on; the
    other branch ends in the same step, and the join still runs once.
    """
    if isinstance(failed.error, ReviewCancelled):
        raise failed.error
    known = isinstance(failed.error, AgentsError)
    reason = f"{UNFINISHED} {failed.error}" if known else UNFINISHED
    return Command(update={"failures": (BranchFailure(dimensions, reason),)}, goto="evidence")


async def evidence_node(state: ReviewState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Drop every claim whose lines do not show it."""
    runtime.context.begin(Stage.EVIDENCE)
    return {"checked": check_evidence(state["facts"], state["findings"], state["judgements"])}


async def scoring_node(state: ReviewState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Turn what held into points."""
    runtime.context.begin(Stage.SCORING)
    failed = _failed(state)
    return {"sheet": _scored(runtime.context.rubric, state["facts"], state["checked"], failed)}


def _failed(state: ReviewState) -> frozenset[Dimension]:
    return frozenset(item for failure in state["failures"] for item in failure.dimensions)


def _scored(
    rubric: Rubric, facts: Facts, checked: Checked, failed: Collection[Dimension]
) -> ScoreSheet:
    return score(
        rubric,
        facts,
        checked.findings,
        checked.judgements,
        failed=failed,
        evidence_share=checked.share,
    )


async def fairness_node(state: ReviewState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Review the resume as somebody else's and write the receipt."""
    context = runtime.context
    failed = _failed(state)
    rest = tuple(item for item in Dimension if item not in failed)

    async def assess(masked: MaskedDocument) -> ScoreSheet:
        context.check()
        facts = gather_facts(masked, context.industry, context.as_of)
        judge = _judge_again(context.judge, state, masked)
        result = await assess_dimensions(facts, context.rubric, judge, rest)
        checked = check_evidence(facts, result.findings, result.judgements)
        return _scored(context.rubric, facts, checked, failed)

    originals = state["originals"]
    result = await run_counterfactual(
        state["document"], state["profile"], originals, state["sheet"], assess
    )
    return {"fairness": Fairness(masked=receipt_rows(originals), counterfactual=result)}


def _judge_again(judge: Judge, state: ReviewState, masked: MaskedDocument) -> Judge:
    """Return who answers in the second run: the rules again, a model's answers from the first."""
    if judge.engine.kind == EngineKind.RULES:
        return judge
    same = masked == state["masked"]
    return RecordedJudge(judge.engine, state["judgements"], asked_the_same=same)


async def fairness_failed(state: ReviewState, error: NodeError) -> Command[str]:
    """Leave a receipt that says the second run did not finish; the review stands without it."""
    if isinstance(error.error, ReviewCancelled):
        raise error.error
    receipt = Fairness(masked=receipt_rows(state["originals"]), tried=False)
    return Command(update={"fairness": receipt}, goto="summary")


async def summary_node(state: ReviewState, runtime: Runtime[RunContext]) -> StateUpdate:
    """Put the arithmetic into words and bind everything into the review."""
    context = runtime.context
    context.begin(Stage.SUMMARY)
    facts, document, originals = state["facts"], state["document"], state["originals"]
    sheet = reveal(state["sheet"], document, originals)
    match = state["match"]
    review = Review(
        engine=context.judge.engine,
        rubric=context.rubric.info,
        industry=context.industry.code,
        as_of=context.as_of,
        overall_score=sheet.overall,
        market_tier=sheet.market_tier,
        seniority=facts.seniority,
        structure_scores=dict(sheet.structure_scores),
        appeal_scores=dict(sheet.appeal_scores),
        confidence_metrics=dict(sheet.confidence_metrics),
        match=None if match is None else reveal_match(match, document, originals),
        partial=bool(state["failures"]),
        findings=sheet.findings,
        criteria=sheet.criteria,
        not_assessed=_with_reasons(sheet.not_assessed, state["failures"]),
        metadata=_metadata(facts),
        fairness=state["fairness"],
        summary=summarise(facts, sheet),
        improvement_suggestions=suggestions(facts, sheet),
    )
    return {"review": review}


def _with_reasons(
    skipped: tuple[NotAssessed, ...], failures: tuple[BranchFailure, ...]
) -> tuple[NotAssessed, ...]:
    """Say of each criterion of a failed branch why the branch failed."""
    reasons = {item: failure.reason for failure in failures for item in failure.dimensions}
    return tuple(
        item.model_copy(update={"reason": reasons.get(item.dimension, item.reason)})
        for item in skipped
    )


def _metadata(facts: Facts) -> ReviewMetadata:
    minutes = max(1, math.ceil(facts.words / WORDS_PER_MINUTE))
    return ReviewMetadata(sections=len(facts.sections), words=facts.words, reading_minutes=minutes)


def build_graph() -> ReviewGraph:
    """Return the compiled graph of one review; it holds no state of a run and may be kept."""
    graph: Any = StateGraph(ReviewState, context_schema=RunContext, input_schema=InputState)
    graph.add_node("check_input", check_input)
    graph.add_node("masking", masking_node)
    graph.add_node("facts", facts_node)
    # Nodes of one step begin in the order of their names; progress is shown in this order.
    graph.add_node("document_structure", structure_node, error_handler=structure_failed)
    graph.add_node("industry_appeal", appeal_node, error_handler=appeal_failed)
    graph.add_node("job_match", match_node, error_handler=match_failed)
    graph.add_node("evidence", evidence_node)
    graph.add_node("scoring", scoring_node)
    graph.add_node("fairness", fairness_node, error_handler=fairness_failed)
    graph.add_node("summary", summary_node)
    graph.add_edge(START, "check_input")
    graph.add_edge("check_input", "masking")
    graph.add_edge("masking", "facts")
    graph.add_edge("facts", "document_structure")
    graph.add_edge("facts", "industry_appeal")
    graph.add_edge("facts", "job_match")
    graph.add_edge(["document_structure", "industry_appeal", "job_match"], "evidence")
    graph.add_edge("evidence", "scoring")
    graph.add_edge("scoring", "fairness")
    graph.add_edge("fairness", "summary")
    graph.add_edge("summary", END)
    compiled: ReviewGraph = graph.compile(name="review")
    return compiled
