"""What the parts of the review tell each other and the window, one frozen value per signal."""

from dataclasses import dataclass
from enum import StrEnum

from ai_agents.vocabulary import Dimension


@dataclass(frozen=True)
class FindingPicked:
    """A finding was chosen, on a page, in the text or in the list."""

    finding_id: str


@dataclass(frozen=True)
class LinePicked:
    """A quoted line was chosen."""

    line: int


@dataclass(frozen=True)
class DimensionPicked:
    """A dimension was chosen, to see how its points came about."""

    dimension: Dimension


@dataclass(frozen=True)
class PageTurned:
    """Where the page view stands: page from 1, number of pages, zoom factor."""

    page: int
    pages: int
    zoom: float


@dataclass(frozen=True)
class ActionChosen:
    """A button of a state page was pressed; `name` is the action's own name."""

    name: str


class CardVerb(StrEnum):
    """What a coach can do with a finding."""

    KEEP = "keep"
    DISMISS = "dismiss"
    RAISE = "raise"
    COPY = "copy"


@dataclass(frozen=True)
class CardAction:
    """Something to be done with a finding."""

    finding_id: str
    verb: CardVerb


@dataclass(frozen=True)
class NoteWritten:
    """The coach's own words about a decided finding were changed."""

    finding_id: str
    note: str
