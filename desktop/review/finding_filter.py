"""Which findings are listed, and in which order; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ai_agents.vocabulary import Dimension, FindingKind, Severity
from desktop.feedback.overrides import OverrideState
from desktop.review.display import FindingCard


class StateFilter(StrEnum):
    """Which decisions are listed; `open` is everything that is not dismissed."""

    OPEN = "open"
    RAISED = "raised"
    DISMISSED = "dismissed"
    ALL = "all"


class SortOrder(StrEnum):
    """How the list is ordered."""

    PAGE = "page"
    POINTS = "points"


@dataclass(frozen=True)
class FindingFilter:
    """What to list; None lists every value."""

    state: StateFilter = StateFilter.OPEN
    kind: FindingKind | None = None
    dimension: Dimension | None = None
    severity: Severity | None = None
    order: SortOrder = SortOrder.PAGE

    def apply(self, cards: Iterable[FindingCard]) -> tuple[FindingCard, ...]:
        """Return the matching cards in order; equal points stay in page order."""
        chosen = [card for card in cards if self.matches(card)]
        if self.order is SortOrder.POINTS:
            return tuple(sorted(chosen, key=lambda card: (card.points, card.number)))
        return tuple(sorted(chosen, key=lambda card: card.number))

    def matches(self, card: FindingCard) -> bool:
        """Whether a card is listed."""
        return (
            in_state(card, self.state)
            and self.kind in (None, card.kind)
            and self.dimension in (None, card.dimension)
            and (self.severity is None or self._has_severity(card))
        )

    def _has_severity(self, card: FindingCard) -> bool:
        # A strength has no severity worth the name.
        return card.kind is FindingKind.ISSUE and card.severity is self.severity


def in_state(card: FindingCard, state: StateFilter) -> bool:
    """Whether a card belongs to a state of the filter."""
    if state is StateFilter.ALL:
        return True
    if state is StateFilter.OPEN:
        return card.state is not OverrideState.DISMISSED
    return card.state.value == state.value
