"""Says that the review on screen does not have all corrections yet, and offers to make it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.widgets.announcement import announce
from desktop.widgets.style import SPACING


class CorrectionBar(QFrame):
    """One calm sentence and one button; hidden while nothing waits.

    Signals:
        againWanted: the review should be made again.
    """

    againWanted = Signal()  # noqa: N815 - Qt signals are camelCase

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self.button = QPushButton(self.tr("Review again"), self)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.againWanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.medium, 6, SPACING.medium, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, empty while the bar is hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_waiting(self, count: int) -> None:
        """Say how many corrections the review does not have yet."""
        one = self.tr("1 correction is kept and not in this review yet.")
        many = self.tr("{n} corrections are kept and not in this review yet.")
        text = (one if count == 1 else many).format(n=count)
        if count and text != self.text:
            announce(self, text)
        self._label.setText(text)
        self.setVisible(bool(count))
