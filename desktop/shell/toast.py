"""A sentence in passing at the foot of the window, with Undo where something can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

#: Long enough to read and to reach Undo; without Undo it may go sooner.
_SHOW_MS, _SHOW_UNDO_MS = 6_000, 12_000
_ABOVE_FOOT_PX = 40


class Toast(QFrame):
    """One at a time; a new one replaces the old one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = parent
        self._text = QLabel(self)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._on_undo: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addWidget(self._text)
        layout.addWidget(self._undo)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty when none is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence; with `undo` a button that calls it."""
        self._text.setText(text)
        self._on_undo = undo
        self._undo.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(_SHOW_UNDO_MS if undo else _SHOW_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def undo(self) -> bool:
        """Undo what the toast offers; False when it offers nothing."""
        if self.isHidden() or self._on_undo is None:
            return False
        self._on_undo_clicked()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt override
        """Stay at the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._window
        self._text.setWordWrap(False)
        self.adjustSize()
        left = max(0, (window.width() - self.width()) // 2)
        self.move(left, window.height() - self.height() - _ABOVE_FOOT_PX)

    def _on_undo_clicked(self) -> None:
        undo, self._on_undo = self._on_undo, None
        self.hide()
        if undo is not None:
            undo()
