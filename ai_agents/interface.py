"""The only doors into the review: a document or a text goes in, a scored review comes out."""

import asyncio
import weakref
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from ai_agents.agents.rules_judge import RulesJudge
from ai_agents.errors import EngineUnavailable, ReadCode, ReadError, ReviewCancelled
from ai_agents.llm.judge import Judge
from ai_agents.models import Document, JobPosting, Profile, Review, ReviewRequest
from ai_agents.rubric import load_industry, load_rubric
from ai_agents.state import CancelSignal, InputState, ProgressListener, RunContext, progress_of
from ai_agents.vocabulary import EngineKind, Stage

if TYPE_CHECKING:
    from ai_agents.orchestrator import ReviewGraph

#: How soon a cancelled review stops even when its judge does not answer.
CANCEL_POLL_S: Final = 0.05
#: Steps of one run; the graph has ten nodes and no loop.
_RECURSION_LIMIT: Final = 25
_UNAVAILABLE: Final = {
    EngineKind.OLLAMA: "Reviews with a language model through Ollama are not part of this version. "
    "Use the built-in review: --engine rules, or leave the option out.",
    EngineKind.REMOTE: "Reviews on a Vitae server are not part of this version. "
    "Use the built-in review: --engine rules, or leave the option out.",
}


class AnalysisService:
    """Reviews documents one after another; keeps the compiled graph between them.

    Not for several threads at once. Makes no process, opens no connection, writes no file.
    """

    def __init__(self, judge: Judge | None = None) -> None:
        """Make a service.

        Args:
            judge: who answers instead of the engine of the request.
        """
        self._judge = judge
        self._graph: ReviewGraph | None = None
        # One loop for all reviews; the runner turns Ctrl-C into a cancelled task.
        loop = asyncio.new_event_loop()
        self._runner = asyncio.Runner(loop_factory=lambda: loop)
        weakref.finalize(self, loop.close)

    def warm_up(self) -> None:
        """Load framework, rubric and word list now rather than with the first review (a second)."""
        if self._graph is None:
            from ai_agents.checks.words import ranks  # noqa: PLC0415 - with the graph
            from ai_agents.orchestrator import build_graph  # noqa: PLC0415 - the slow import

            self._graph = build_graph()
            load_rubric()
            ranks("en")

    def analyze(
        self,
        document: Document,
        request: ReviewRequest,
        progress: ProgressListener | None = None,
        cancel: CancelSignal | None = None,
        profile: Profile | None = None,
        job: JobPosting | None = None,
    ) -> Review:
        """Review one document.

        Args:
            document: what the reader made of the file.
            request: industry, engine, rubric version and the month that counts as now.
            progress: called at the beginning of each stage, in this thread.
            cancel: looked at between the steps and while a judge answers.
            profile: the document's profile; extracted here if None.
            job: the job to match the resume with; the request's text of one if None.

        Raises:
            EngineUnavailable: the chosen engine cannot answer here.
            RubricError: there is no such industry or rubric version.
            ReadError: the document holds no text.
            ReviewCancelled: the person stopped it.
        """
        judge = self._judge or make_judge(request.engine)
        self.warm_up()
        industry = load_industry(request.industry, request.rubric)
        context = RunContext(
            rubric=load_rubric(request.rubric).for_industry(industry),
            industry=industry,
            judge=judge,
            as_of=request.as_of or current_month(),
            job=job or (None if request.job is None else posting_of_text(request.job)),
            cancel=cancel,
            progress=progress,
        )
        state = InputState(document=document, profile=profile or _profile_of(document))
        review = self._runner.run(self._run(state, context))
        if progress is not None:
            progress(progress_of(Stage.DONE))
        return review

    async def _run(self, state: InputState, context: RunContext) -> Review:
        assert self._graph is not None  # noqa: S101 - analyze has warmed up
        work = asyncio.ensure_future(
            self._graph.ainvoke(
                state, context=context, config={"recursion_limit": _RECURSION_LIMIT}
            )
        )
        while not work.done():
            await asyncio.wait({work}, timeout=CANCEL_POLL_S)
            if not work.done() and context.cancel is not None and context.cancel.is_set():
                work.cancel()
                await asyncio.wait({work}, timeout=CANCEL_POLL_S)
                raise ReviewCancelled
        review: Review = work.result()["review"]
        return review


def analyze_resume(text: str, industry: str) -> Review:
    """Review plain text with the built-in engine, as of the current UTC month.

    Raises:
        ReadError: the text is too short, too long or none.
        RubricError: there is no such industry.
    """
    from ai_agents.documents.reader import read_document  # noqa: PLC0415 - loads no PDF engine here

    document = read_document(text.encode("utf-8", "replace"), "resume.txt")
    return AnalysisService().analyze(document, ReviewRequest(industry=industry))


def posting_of_text(text: str, name: str = "Pasted job.txt") -> JobPosting:
    """Return the posting a pasted text shows; one that cannot be read says why in `problem`."""
    from ai_agents.documents.reader import read_document  # noqa: PLC0415 - loads no PDF engine here
    from ai_agents.match.posting import posting_of  # noqa: PLC0415 - the same

    try:
        return posting_of(read_document(text.encode("utf-8", "replace"), name))
    except ReadError as error:
        return unread_posting(name, error)


def unread_posting(name: str, error: ReadError) -> JobPosting:
    """Return a posting that could not be read, with the reason in words about a job."""
    what = error.message.partition(". ")[0]
    step = "Save it as text, PDF or DOCX and try again."
    if error.code in (ReadCode.TOO_SHORT, ReadCode.EMPTY, ReadCode.NO_TEXT):
        what, step = "It holds too little text", "Give the complete description of the job."
    problem = f"The job description {name} was not matched. {what}. {step}"
    return JobPosting(name=name, problem=problem)


def make_judge(engine: EngineKind) -> Judge:
    """Return who answers for an engine; EngineUnavailable when it cannot here."""
    if engine in _UNAVAILABLE:
        raise EngineUnavailable(_UNAVAILABLE[engine])
    return RulesJudge()


def current_month() -> str:
    """Return the current UTC month, `YYYY-MM`; the only look at a calendar in a review."""
    return datetime.now(UTC).strftime("%Y-%m")


def _profile_of(document: Document) -> Profile:
    from ai_agents.profile.extract import extract_profile  # noqa: PLC0415 - readers' side

    return extract_profile(document)
