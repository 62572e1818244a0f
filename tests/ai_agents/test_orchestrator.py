"""The graph: its steps in order, honest partial results, cancellation at any point."""

import threading
import time
from contextlib import suppress

import pytest

from ai_agents import orchestrator
from ai_agents.errors import EngineUnavailable, ReadError, ReviewCancelled
from ai_agents.interface import AnalysisService
from ai_agents.models import Document, Progress, Review, ReviewRequest
from ai_agents.orchestrator import build_graph
from ai_agents.vocabulary import APPEAL_DIMENSIONS, FindingSource, Stage
from tests.support.documents import resume
from tests.support.jobs import JOB
from tests.support.judges import FakeJudge

REQUEST = ReviewRequest(as_of="2026-01")


@pytest.fixture(scope="module")
def document() -> Document:
    """One small resume."""
    return resume()


def review(document: Document, judge: FakeJudge | None = None) -> Review:
    """Review with a judge, the built-in one if None."""
    return AnalysisService(judge).analyze(document, REQUEST)


def test_the_graph_is_made_anew_each_time_and_holds_all_steps() -> None:
    """Nothing of a run can stay in a graph that a caller keeps."""
    graph = build_graph()
    assert graph is not build_graph()
    assert set(graph.nodes) >= {"check_input", "facts", "evidence", "scoring", "summary"}


def test_progress_names_every_stage_once_and_in_order(document: Document) -> None:
    """A progress bar never goes back."""
    events: list[Progress] = []
    AnalysisService().analyze(document, REQUEST, progress=events.append)
    assert [event.stage for event in events] == list(Stage)[2:]
    assert [event.step for event in events] == list(range(2, 9))
    assert {event.steps for event in events} == {8}


def test_a_complete_review_is_not_partial_and_adds_up(document: Document) -> None:
    """All eight dimensions have a score, and points only come from listed criteria."""
    result = review(document)
    assert not result.partial
    assert not result.not_assessed
    assert None not in {*result.structure_scores.values(), *result.appeal_scores.values()}
    assert result.industry == "general_business"


@pytest.mark.parametrize(
    "error", [RuntimeError("boom"), ValueError("bad answer"), TimeoutError(), KeyError("x")]
)
def test_a_failed_branch_leaves_an_honest_partial_review(
    document: Document, error: Exception
) -> None:
    """What was not assessed is listed with the reason and gets no score; the rest stands."""
    whole = review(document)
    result = review(document, FakeJudge(fails_with=error))
    assert result.partial
    assert set(result.appeal_scores.values()) == {None}
    assert result.structure_scores == whole.structure_scores
    assert {item.dimension for item in result.not_assessed} == set(APPEAL_DIMENSIONS)
    assert all(item.reason for item in result.not_assessed)
    assert not any(item.dimension in APPEAL_DIMENSIONS for item in result.findings)
    assert "boom" not in str(result)


def test_an_engine_that_cannot_answer_says_why_in_the_review(document: Document) -> None:
    """A known trouble reaches the coach in its own words."""
    judge = FakeJudge(fails_with=EngineUnavailable("The model was removed."))
    result = review(document, judge)
    assert all("The model was removed." in item.reason for item in result.not_assessed)


@pytest.mark.parametrize("lines", [(9_999,), (0,), (-1,), (2**40,)])
def test_a_judge_that_points_at_lines_that_are_not_there_is_not_believed(
    document: Document, lines: tuple[int, ...]
) -> None:
    """A claim without evidence wins no points."""
    result = review(document, FakeJudge(lines=lines))
    assert not any(row.source is FindingSource.MODEL and row.earned for row in result.criteria)
    assert result.confidence_metrics["evidence"] < 1
    assert not result.partial


def test_evidence_text_is_copied_from_the_document(document: Document) -> None:
    """A quote can never differ from its line."""
    result = review(document, FakeJudge(lines=(9, 10, 11)))
    quotes = [part for item in (*result.findings, *result.criteria) for part in item.evidence]
    assert quotes
    assert all(document.line(part.line).text == part.text for part in quotes)


def test_a_cancelled_review_stops_before_it_starts(document: Document) -> None:
    """Nothing is asked once the person has said stop."""
    cancel, judge = threading.Event(), FakeJudge()
    cancel.set()
    with pytest.raises(ReviewCancelled):
        AnalysisService(judge).analyze(document, REQUEST, cancel=cancel)
    assert judge.asked == []


def test_cancelling_while_the_judge_answers_asks_nothing_more(document: Document) -> None:
    """The judge's loop looks at the signal before each question."""
    cancel = threading.Event()
    judge = FakeJudge(on_answer=cancel.set)
    with pytest.raises(ReviewCancelled):
        AnalysisService(judge).analyze(document, REQUEST, cancel=cancel)
    assert len(judge.asked) == 1


def test_cancelling_ends_a_judge_that_never_answers(document: Document) -> None:
    """A hanging model cannot hold a cancelled review."""
    cancel = threading.Event()
    timer = threading.Timer(0.1, cancel.set)
    timer.start()
    started = time.perf_counter()
    with pytest.raises(ReviewCancelled):
        AnalysisService(FakeJudge(hangs=True)).analyze(document, REQUEST, cancel=cancel)
    timer.join()
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("stage", list(Stage)[2:8])
def test_cancelling_at_any_stage_stops_there(document: Document, stage: Stage) -> None:
    """No later stage begins, and no review comes out."""
    cancel = threading.Event()
    seen: list[Stage] = []

    def listen(event: Progress) -> None:
        seen.append(event.stage)
        if event.stage is stage:
            cancel.set()

    # The last step may still end by itself; then there is a review, and it is whole.
    with suppress(ReviewCancelled) if stage is Stage.SUMMARY else pytest.raises(ReviewCancelled):
        AnalysisService().analyze(document, REQUEST, listen, cancel)
        seen.remove(Stage.DONE)
    assert seen[-1] is stage


def test_a_document_without_lines_is_refused(document: Document) -> None:
    """There is no score for nothing."""
    with pytest.raises(ReadError) as caught:
        review(document.model_copy(update={"lines": ()}))
    assert caught.value.code == "no-text"


def test_one_service_reviews_many_documents_the_same_way(document: Document) -> None:
    """Nothing of one run leaks into the next."""
    service = AnalysisService()
    first = service.analyze(document, REQUEST)
    other = service.analyze(resume("Lee Park\nlee@example.org\n" + "Worked hard.\n" * 12), REQUEST)
    assert service.analyze(document, REQUEST) == first
    assert other != first


def test_a_failed_match_costs_no_review(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The match says why it is missing; scores and findings are those of a review without a job."""

    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    plain = AnalysisService().analyze(document, REQUEST)
    monkeypatch.setattr(orchestrator, "match_job", fail)
    job = REQUEST.model_copy(update={"job": JOB})
    result = AnalysisService().analyze(document, job)
    assert result.match is not None
    assert result.match.score is None
    assert "did not finish" in result.match.reason
    assert result.model_copy(update={"match": None}) == plain


def test_a_job_as_text_is_matched(document: Document) -> None:
    """A pasted text is a posting like any other."""
    result = AnalysisService().analyze(document, REQUEST.model_copy(update={"job": JOB}))
    assert result.match is not None
    assert result.match.score is not None
    assert result.match.job_title == "Store Manager"
