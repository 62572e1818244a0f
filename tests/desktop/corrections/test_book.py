"""Corrections are kept, taken back and made again, in one line with the other decisions."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtGui import QUndoStack

from desktop.corrections.book import CorrectionBook
from desktop.corrections.edit import Edit
from desktop.feedback.book import OverrideBook
from tests.support.correction_store import FakeCorrectionStore
from tests.support.override_store import FakeOverrideStore

ONE: dict[str, Any] = {"kind": "contact", "field": "name", "value": "One", "version": 1}
TWO = {**ONE, "value": "Two"}


@dataclass
class Desk:
    """A book, its store, and how often it told of a change."""

    store: FakeCorrectionStore = field(default_factory=FakeCorrectionStore)
    stack: QUndoStack = field(default_factory=QUndoStack)
    told: int = 0

    def __post_init__(self) -> None:
        """Listen to the book."""
        self.book = CorrectionBook(self.store, self.stack)
        self.book.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.told += 1


@pytest.fixture
def desk(qapp: object) -> Desk:
    """Return a desk without corrections."""
    return Desk()


def test_a_correction_is_kept_replaced_and_taken_back(desk: Desk) -> None:
    """The store follows every step."""
    desk.book.say([Edit("t", ONE)], "say")
    desk.book.say([Edit("t", TWO)], "say")
    assert desk.store.kept == {"t": TWO} == dict(desk.book.kept)
    desk.book.take_back("t", "take back")
    assert desk.store.kept == {} == dict(desk.book.kept)
    assert desk.told == 3


def test_undo_and_redo_walk_through_the_steps(desk: Desk) -> None:
    """One step may hold several edits."""
    desk.book.say([Edit("t", ONE), Edit("u", TWO)], "say")
    desk.book.say([Edit("t", None)], "say")
    desk.stack.undo()
    assert desk.store.kept == {"t": ONE, "u": TWO}
    desk.stack.undo()
    assert desk.store.kept == {}
    desk.stack.redo()
    assert desk.store.kept == {"t": ONE, "u": TWO}
    assert desk.stack.undoText() == "say"


def test_what_changes_nothing_is_no_step(desk: Desk) -> None:
    """Saving the same again, or nothing, leaves undo as it was."""
    desk.book.say([Edit("t", ONE)], "say")
    desk.book.say([Edit("t", ONE)], "say")
    desk.book.say([], "say")
    desk.book.take_back("other", "take back")
    assert (desk.stack.count(), desk.told) == (1, 1)


def test_the_last_decision_is_the_first_undone_whatever_it_was(desk: Desk) -> None:
    """Findings and corrections share one stack."""
    overrides = OverrideBook(FakeOverrideStore())
    book = CorrectionBook(desk.store, overrides.undo_stack)
    book.say([Edit("t", ONE)], "say")
    overrides.raise_up("k")
    overrides.undo_stack.undo()
    assert (dict(overrides.overrides), desk.store.kept) == ({}, {"t": ONE})
    overrides.undo_stack.undo()
    assert desk.store.kept == {}


def test_what_was_kept_before_is_known_by_what_it_is_about(desk: Desk) -> None:
    """Of two about the same thing the last one holds; the store is not written."""
    desk.book.load([ONE, {"kind": "from_the_future"}, TWO])
    assert list(desk.book.kept.values()) == [{"kind": "from_the_future"}, TWO]
    assert desk.store.kept == {}
    desk.book.load([])
    assert dict(desk.book.kept) == {}
