"""What travels through the review's graph: narrow input, growing state, frozen context."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Protocol, TypeAlias, TypedDict

from ai_agents.checks.facts import Facts
from ai_agents.errors import ReviewCancelled
from ai_agents.evidence import Checked
from ai_agents.fairness.masking import MaskedDocument, Originals
from ai_agents.fairness.receipt import Fairness
from ai_agents.llm.judge import Judge, Judgement
from ai_agents.models import (
    Document,
    Finding,
    JobPosting,
    Match,
    Profile,
    Progress,
    Review,
)
from ai_agents.rubric import Industry, Rubric
from ai_agents.scoring import ScoreSheet
from ai_agents.vocabulary import Dimension, Stage

#: Called at the beginning of each stage, in the thread that runs the review.
ProgressListener: TypeAlias = Callable[[Progress], None]


class CancelSignal(Protocol):
    """Says whether the person has stopped the review; a `threading.Event` is one."""

    def is_set(self) -> bool:
        """Whether to stop."""
        ...


@dataclass(frozen=True, slots=True)
class BranchFailure:
    """A branch that did not finish: what it was to assess, and why in words for the coach."""

    dimensions: tuple[Dimension, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RunContext:
    """What one run is made with; the same for all its nodes.

    `rubric` already carries the industry's weights; `as_of` is the month that counts as now; `job`
    what the resume is matched with, None for no match.
    """

    rubric: Rubric
    industry: Industry
    judge: Judge
    as_of: str
    job: JobPosting | None = None
    cancel: CancelSignal | None = None
    progress: ProgressListener | None = None

    def check(self) -> None:
        """Raise ReviewCancelled when the person has stopped the review."""
        if self.cancel is not None and self.cancel.is_set():
            raise ReviewCancelled

    def begin(self, stage: Stage) -> None:
        """Say that a stage begins, unless the review was cancelled: then raise."""
        self.check()
        if self.progress is not None:
            self.progress(progress_of(stage))


class InputState(TypedDict):
    """What a run starts from."""

    document: Document
    profile: Profile


class ReviewState(InputState, total=False):
    """All that the nodes leave behind; only where the branches join, values are added up."""

    masked: MaskedDocument
    originals: Originals
    facts: Facts
    findings: Annotated[tuple[Finding, ...], operator.add]
    judgements: Annotated[tuple[Judgement, ...], operator.add]
    failures: Annotated[tuple[BranchFailure, ...], operator.add]
    checked: Checked
    sheet: ScoreSheet
    match: Match | None
    fairness: Fairness
    review: Review


class StateUpdate(TypedDict, total=False):
    """What one node gives back: a part of the state."""

    masked: MaskedDocument
    originals: Originals
    facts: Facts
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    failures: tuple[BranchFailure, ...]
    checked: Checked
    sheet: ScoreSheet
    match: Match | None
    fairness: Fairness
    review: Review


def progress_of(stage: Stage) -> Progress:
    """Return the progress event of a stage; reading is step 1, done is the last."""
    stages = tuple(Stage)
    return Progress(stage=stage, step=stages.index(stage), steps=len(stages) - 1)
