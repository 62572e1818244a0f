"""One contact field in place: what is typed is kept as a draft until it can be a value."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class FieldEdit(QLineEdit):
    """A line of text that tells when it was changed; Escape puts back what stood there.

    Undo and redo are the field's own while it has something to undo, else the review's.

    Signals:
        committed: another text was entered; payload str.
    """

    committed = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._stood = text
        self.setCursorPosition(0)
        self.editingFinished.connect(self._on_finished)

    def show_draft(self, text: str) -> None:
        """Show what was typed before and could not be kept."""
        self.setText(text)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the review where the field has none."""
        is_key = event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and self._is_not_ours(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt override
        """Put back what stood here on Escape."""
        if self._is_not_ours(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._stood:
            self.setText(self._stood)
            self.committed.emit(self._stood)
        else:
            super().keyPressEvent(event)

    def _is_not_ours(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
        return undo or redo

    def _on_finished(self) -> None:
        self.committed.emit(self.text())
