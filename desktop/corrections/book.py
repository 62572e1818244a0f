"""Keeps the coach's corrections of the reading in view, with undo and redo."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.corrections.edit import CorrectionStore, Edit
from desktop.corrections.standing import Kept


class CorrectionBook(QObject):
    """The corrections of the content in view; writes every change through to the store.

    Shares the undo stack of the coach's other decisions about the review, so that the last thing
    done is the first undone, whatever it was.

    Signals:
        changed: something was said, taken back, undone or done again.
    """

    changed = Signal()

    def __init__(
        self, store: CorrectionStore, undo_stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._stack = undo_stack
        self._kept: dict[str, Mapping[str, Any]] = {}

    @property
    def kept(self) -> Kept:
        """What holds now, by what it is about; a view that follows changes."""
        return MappingProxyType(self._kept)

    def load(self, given: Iterable[Mapping[str, Any]]) -> None:
        """Begin with the corrections kept for another content."""
        items = list(given)
        self._kept = {}
        if items:
            # Only now: the agents' types cost the window 24 MB and a seventh of a second.
            from desktop.corrections.kept import by_target  # noqa: PLC0415

            self._kept = by_target(items)

    def say(self, edits: Sequence[Edit], text: str) -> None:
        """Keep edits as one step; `text` names it in words."""
        before = [Edit(edit.target, self._kept.get(edit.target)) for edit in edits]
        if before != list(edits):
            self._stack.push(_CorrectionCommand(self, before, list(edits), text))

    def take_back(self, target: str, text: str) -> None:
        """Take back what was said about something."""
        self.say([Edit(target, None)], text)

    def apply(self, edits: Sequence[Edit]) -> None:
        """Hold and keep edits; for the undo commands, others use the verbs above."""
        for edit in edits:
            self._kept.pop(edit.target, None)
            if edit.said is None:
                self._store.remove(edit.target)
            else:
                self._kept[edit.target] = edit.said
                self._store.put(edit.target, edit.said)
        self.changed.emit()


class _CorrectionCommand(QUndoCommand):
    """One step and what held before it."""

    def __init__(
        self, book: CorrectionBook, before: list[Edit], after: list[Edit], text: str
    ) -> None:
        super().__init__(text)
        self._book, self._before, self._after = book, before, after

    def redo(self) -> None:
        """Say it."""
        self._book.apply(self._after)

    def undo(self) -> None:
        """Put back what held before."""
        self._book.apply(self._before)
