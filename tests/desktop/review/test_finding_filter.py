"""The filter lists what matches everything asked for, in the order asked for."""

import pytest

from ai_agents.vocabulary import Dimension, FindingKind, Severity
from desktop.feedback.overrides import DismissReason, Override, OverrideState
from desktop.review.display import FindingCard
from desktop.review.finding_filter import FindingFilter, SortOrder, StateFilter
from desktop.review.presenter import Presenter
from desktop.review.report import Report
from tests.support.reports import sample_wire


@pytest.fixture
def cards() -> tuple[FindingCard, ...]:
    """Return cards of which the second is dismissed and the fourth raised."""
    presenter = Presenter(Report.from_wire(sample_wire()))
    keys = [card.key for card in presenter.cards({})]
    return presenter.cards(
        {
            keys[1]: Override(keys[1], OverrideState.DISMISSED, DismissReason.WRONG),
            keys[3]: Override(keys[3], OverrideState.RAISED),
        }
    )


def numbers(cards: tuple[FindingCard, ...], **wanted: object) -> list[int]:
    """Return the numbers listed under a filter."""
    return [card.number for card in FindingFilter(**wanted).apply(cards)]  # type: ignore[arg-type]


def test_open_is_everything_not_dismissed(cards: tuple[FindingCard, ...]) -> None:
    """Raised findings are open ones."""
    assert numbers(cards) == [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]


def test_states_are_listed_apart(cards: tuple[FindingCard, ...]) -> None:
    """Dismissed and raised findings can be found again."""
    assert numbers(cards, state=StateFilter.DISMISSED) == [2]
    assert numbers(cards, state=StateFilter.RAISED) == [4]
    assert numbers(cards, state=StateFilter.ALL) == list(range(1, 12))


def test_filters_are_joined(cards: tuple[FindingCard, ...]) -> None:
    """Dimension and severity both have to match."""
    assert numbers(cards, dimension=Dimension.TONE) == [5, 6, 7]
    assert numbers(cards, dimension=Dimension.TONE, severity=Severity.CRITICAL) == [7]


def test_kinds_are_listed_apart(cards: tuple[FindingCard, ...]) -> None:
    """Strengths are not issues, and have no severity."""
    assert numbers(cards, kind=FindingKind.STRENGTH) == [3, 8]
    assert 3 not in numbers(cards, severity=Severity.INFO)


def test_the_costliest_come_first_by_points(cards: tuple[FindingCard, ...]) -> None:
    """Points sort from the greatest loss; equals stay in page order."""
    listed = FindingFilter(order=SortOrder.POINTS).apply(cards)
    assert [card.points for card in listed] == sorted(card.points for card in listed)
    assert listed[0].number == 7
