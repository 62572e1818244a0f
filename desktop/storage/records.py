"""The frozen values that cross between the storage lane and the window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from desktop.feedback.overrides import Overrides

#: Corrections of a reading as the agents write them, the one said last at the end.
Corrections: TypeAlias = tuple[Mapping[str, Any], ...]


class Kind(StrEnum):
    """A kind of thing that a write may have touched."""

    REVIEWS = "reviews"
    QUEUE = "queue"
    OVERRIDES = "overrides"
    CORRECTIONS = "corrections"


@dataclass(frozen=True)
class Changes:
    """What a write touched; views decide for themselves whether to refresh."""

    kinds: frozenset[Kind]
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, kind: Kind, *ids: str) -> "Changes":
        """Return the changes of one kind."""
        return cls(frozenset({kind}), frozenset(ids))


@dataclass(frozen=True)
class PastReview:
    """A review that exists already for the same content."""

    analysis_id: str
    reviewed_at: datetime


@dataclass(frozen=True)
class Admitted:
    """A file that is in the library now: copied, and its review waiting.

    With `past` set nothing new waits: the same content was reviewed before. `corrections` are
    what the coach said of this content so far.
    """

    file_id: str
    name: str
    industry: str
    path: Path
    past: PastReview | None = None
    corrections: Corrections = ()


@dataclass(frozen=True)
class Completed:
    """A review that was stored: its id, and what the write touched."""

    analysis_id: str
    changes: Changes


@dataclass(frozen=True)
class StoredReview:
    """A finished review as it was stored, with the file it belongs to (None if not here)."""

    analysis_id: str
    wire: Mapping[str, Any]
    path: Path | None
    overrides: Overrides = field(default_factory=dict)
    corrections: Corrections = ()


@dataclass(frozen=True)
class HistoryRow:
    """One line of the history; `score` is None where there is none."""

    analysis_id: str
    name: str
    person: str
    industry: str
    score: float | None
    reviewed_at: datetime | None
    status: str
    message: str = ""
    code: str = ""


class HistorySort(StrEnum):
    """What the history can be sorted by; in SQL, never in Python."""

    DATE = "date"
    SCORE = "score"
    NAME = "name"


@dataclass(frozen=True)
class HistoryQuery:
    """What the history shows: text to find, filters, order."""

    text: str = ""
    industry: str = ""
    sort: HistorySort = HistorySort.DATE
    descending: bool = True


@dataclass(frozen=True)
class HomeLists:
    """What Home shows of the library: the latest reviews, and what needs attention."""

    recent: tuple[HistoryRow, ...] = field(default=())
    attention: tuple[HistoryRow, ...] = field(default=())
