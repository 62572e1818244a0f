"""Decisions are kept, taken back and made again, and every step is told once."""

from dataclasses import dataclass, field

import pytest

from desktop.feedback.book import OverrideBook
from desktop.feedback.overrides import (
    DismissReason,
    FindingOverridden,
    Override,
    OverrideState,
    OverrideStore,
    OverrideUndone,
)
from tests.support.override_store import FakeOverrideStore


@dataclass
class Desk:
    """A book, its store, and what the book told."""

    store: FakeOverrideStore = field(default_factory=FakeOverrideStore)
    told: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen to the book."""
        store: OverrideStore = self.store
        self.book = OverrideBook(store)
        self.book.findingOverridden.connect(self.told.append)
        self.book.overrideUndone.connect(self.told.append)


@pytest.fixture
def desk(qapp: object) -> Desk:
    """Return a desk without decisions."""
    return Desk()


WRONG = Override("k", OverrideState.DISMISSED, DismissReason.WRONG, "see page 2")


def test_a_dismissal_is_kept_with_its_reason(desk: Desk) -> None:
    """Reason and trimmed note reach the store, and one event is told."""
    desk.book.dismiss("k", DismissReason.WRONG, "  see page 2 ")
    assert desk.store.kept == {"k": WRONG}
    assert desk.told == [FindingOverridden("k", WRONG)]
    assert desk.book.overrides["k"] == WRONG


def test_undo_puts_back_what_held_before(desk: Desk) -> None:
    """Undo and redo walk through the decisions, in the store too."""
    desk.book.raise_up("k")
    desk.book.dismiss("k", DismissReason.WRONG, "see page 2")
    desk.book.undo_stack.undo()
    assert desk.store.kept["k"].state is OverrideState.RAISED
    desk.book.undo_stack.undo()
    assert desk.store.kept == {}
    desk.book.undo_stack.redo()
    desk.book.undo_stack.redo()
    assert desk.store.kept == {"k": WRONG}
    assert desk.told[2:4] == [
        OverrideUndone("k", Override("k", OverrideState.RAISED)),
        OverrideUndone("k", None),
    ]


def test_reopening_is_a_decision_of_its_own(desk: Desk) -> None:
    """Reopen forgets the decision, and undo brings it back."""
    desk.book.dismiss("k", DismissReason.WRONG, "see page 2")
    desk.book.reopen("k")
    assert desk.store.kept == {}
    desk.book.undo_stack.undo()
    assert desk.store.kept == {"k": WRONG}


def test_the_same_decision_again_is_no_step(desk: Desk) -> None:
    """Nothing to undo where nothing changed."""
    desk.book.reopen("k")
    desk.book.raise_up("k")
    desk.book.raise_up("k")
    assert desk.book.undo_stack.count() == 1


def test_another_review_begins_with_its_own_decisions(desk: Desk) -> None:
    """Loading keeps the given decisions, writes nothing, and empties the undo stack."""
    desk.book.raise_up("other")
    desk.book.load({"k": WRONG})
    assert dict(desk.book.overrides) == {"k": WRONG}
    assert desk.book.undo_stack.count() == 0
    assert "k" not in desk.store.kept


def test_decisions_that_say_nothing_are_refused() -> None:
    """An open override and a dismissal without a reason cannot be made."""
    with pytest.raises(ValueError, match="open"):
        Override("k", OverrideState.OPEN)
    with pytest.raises(ValueError, match="reason"):
        Override("k", OverrideState.DISMISSED)


def test_a_note_changes_the_decision_it_belongs_to(desk: Desk) -> None:
    """The words are replaced as a step of its own; an open finding has nothing to annotate."""
    desk.book.dismiss("k", DismissReason.WRONG)
    desk.book.annotate("k", " see page 2 ")
    assert desk.store.kept["k"] == WRONG
    desk.book.undo_stack.undo()
    assert desk.store.kept["k"].note == ""
    desk.book.annotate("other", "words")
    assert set(desk.store.kept) == {"k"}
