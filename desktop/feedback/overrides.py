"""What a coach decides about a finding: the value, the reasons, and the port that keeps it.

A decision is keyed by `Finding.key`, which is the same when the resume is reviewed again, so it
survives a re-run. It never changes the score: the score is the rubric's, the same for everyone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias


class OverrideState(StrEnum):
    """Where a finding stands for the coach; `open` is the absence of a decision."""

    OPEN = "open"
    DISMISSED = "dismissed"
    RAISED = "raised"


#: Characters a coach's note may have.
NOTE_LIMIT = 500


class DismissReason(StrEnum):
    """Why a coach sets a finding aside."""

    NOT_RELEVANT = "not_relevant"
    WRONG = "wrong"
    INTENDED = "intended"


@dataclass(frozen=True)
class Override:
    """One decision: a dismissed finding has a reason, `note` is the coach's own words."""

    key: str
    state: OverrideState
    reason: DismissReason | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse decisions that say nothing: an open one, or a dismissal without a reason."""
        if self.state is OverrideState.OPEN:
            raise ValueError("an open finding has no override")
        if self.state is OverrideState.DISMISSED and self.reason is None:
            raise ValueError("a dismissal needs a reason")


Overrides: TypeAlias = Mapping[str, Override]


@dataclass(frozen=True)
class FindingOverridden:
    """A finding's decision changed; `override` is None when it is open again."""

    key: str
    override: Override | None


@dataclass(frozen=True)
class OverrideUndone:
    """A decision was taken back by undo; `override` is what holds now."""

    key: str
    override: Override | None


class OverrideStore(Protocol):
    """Keeps the decisions about the review that is shown.

    Called on the window's thread; an implementation hands the write to the storage lane and
    returns at once. Faults are the implementation's to report.
    """

    def put(self, override: Override) -> None:
        """Keep this decision, replacing an earlier one with the same key."""
        ...

    def remove(self, key: str) -> None:
        """Forget the decision with this key; nothing happens when there is none."""
        ...
