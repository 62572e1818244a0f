"""Keeps the coach's decisions about the review in view, with undo and redo."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.feedback.overrides import (
    DismissReason,
    FindingOverridden,
    Override,
    Overrides,
    OverrideState,
    OverrideStore,
    OverrideUndone,
)

#: Decisions that can be taken back; more than a coach makes in one sitting.
_UNDO_LIMIT = 500


class OverrideBook(QObject):
    """The decisions about one review; owns the undo stack, writes through to the store.

    Signals:
        findingOverridden: a decision was made or made again (redo); payload `FindingOverridden`.
        overrideUndone: a decision was taken back; payload `OverrideUndone`.
    """

    findingOverridden = Signal(object)  # noqa: N815 - Qt signals are camelCase
    overrideUndone = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, store: OverrideStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._overrides: dict[str, Override] = {}
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(_UNDO_LIMIT)

    @property
    def overrides(self) -> Mapping[str, Override]:
        """The decisions that hold now, by finding key; a view that follows changes."""
        return MappingProxyType(self._overrides)

    def load(self, overrides: Overrides) -> None:
        """Begin with the decisions kept for another review; undo starts afresh."""
        self.undo_stack.clear()
        self._overrides = dict(overrides)

    def dismiss(self, key: str, reason: DismissReason, note: str = "") -> None:
        """Set a finding aside."""
        override = Override(key, OverrideState.DISMISSED, reason, note.strip())
        self._decide(key, override, self.tr("Dismiss finding"))

    def raise_up(self, key: str, note: str = "") -> None:
        """Give a finding more weight for the client."""
        override = Override(key, OverrideState.RAISED, None, note.strip())
        self._decide(key, override, self.tr("Raise finding"))

    def annotate(self, key: str, note: str) -> None:
        """Change the words kept with a decision; an open finding has none to keep them with."""
        override = self._overrides.get(key)
        if override is not None:
            self._decide(key, replace(override, note=note.strip()), self.tr("Change note"))

    def reopen(self, key: str) -> None:
        """Take a decision back as a step of its own."""
        self._decide(key, None, self.tr("Reopen finding"))

    def _decide(self, key: str, override: Override | None, text: str) -> None:
        before = self._overrides.get(key)
        if before != override:
            self.undo_stack.push(_OverrideCommand(self, key, before, override, text))

    def apply(self, key: str, override: Override | None) -> None:
        """Hold and keep a decision; for the undo commands, others use the verbs above."""
        if override is None:
            self._overrides.pop(key, None)
            self._store.remove(key)
        else:
            self._overrides[key] = override
            self._store.put(override)


class _OverrideCommand(QUndoCommand):
    """One decision and what held before it."""

    def __init__(
        self,
        book: OverrideBook,
        key: str,
        before: Override | None,
        after: Override | None,
        text: str,
    ) -> None:
        super().__init__(text)
        self._book, self._key = book, key
        self._before, self._after = before, after

    def redo(self) -> None:
        """Make the decision."""
        self._book.apply(self._key, self._after)
        self._book.findingOverridden.emit(FindingOverridden(self._key, self._after))

    def undo(self) -> None:
        """Put back what held before."""
        self._book.apply(self._key, self._before)
        self._book.overrideUndone.emit(OverrideUndone(self._key, self._before))
