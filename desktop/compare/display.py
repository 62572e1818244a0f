"""What a comparison shows, ready made: texts, numbers, lists; nothing left to compute."""

from dataclasses import dataclass
from enum import StrEnum

from ai_agents.vocabulary import Dimension
from desktop.review.display import ScoreDisplay


class Trend(StrEnum):
    """Which way a score went; never told by colour alone."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True)
class VersionDisplay:
    """One of the two versions: its file, score, and how it was made."""

    name: str
    score: ScoreDisplay
    made_by: str


@dataclass(frozen=True)
class Reason:
    """One part of a difference: signed points, and why."""

    points_text: str
    text: str


@dataclass(frozen=True)
class DimensionChange:
    """One dimension in both versions; `reasons` add up to `delta_text`."""

    dimension: Dimension
    name: str
    before: ScoreDisplay
    after: ScoreDisplay
    trend: Trend
    delta_text: str
    overall_text: str
    reasons: tuple[Reason, ...]
    spoken: str


@dataclass(frozen=True)
class FindingItem:
    """A finding in one of the lists; quotes are empty where there is no such line."""

    dimension_word: str
    severity_word: str
    message: str
    quote_before: str
    quote_after: str
    points_text: str
    suggestion: str
    spoken: str


@dataclass(frozen=True)
class FindingList:
    """One of the lists of findings: its title with the count, and what an empty one says."""

    title: str
    empty: str
    items: tuple[FindingItem, ...]


@dataclass(frozen=True)
class LineItem:
    """A line that was added (no `before`), removed (no `after`) or changed."""

    before: str
    after: str


@dataclass(frozen=True)
class ComparisonDisplay:
    """The whole comparison, ready to show; `match` is empty where no job was matched by both."""

    before: VersionDisplay
    after: VersionDisplay
    trend: Trend
    delta_text: str
    headline: str
    arithmetic: str
    match: str
    notes: tuple[str, ...]
    dimensions: tuple[DimensionChange, ...]
    fixed: FindingList
    new: FindingList
    still_open: FindingList
    gained: FindingList
    lost: FindingList
    lines: tuple[LineItem, ...]
    lines_title: str
