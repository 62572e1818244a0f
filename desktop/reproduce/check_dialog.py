"""Shows a check of a score: under way, then in words what came out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.reproduce.verification import Outcome, Verification
from desktop.widgets.announcement import announce
from desktop.widgets.reading_column import ReadingColumn, plain_label

#: More differences than these are counted; the copied text holds all.
_MOST_SHOWN = 40
_LETTERS_WIDE, _LINES_HIGH = 62, 18


class CheckDialog(QDialog):
    """Opens while the check runs; closing it then gives the check up.

    Signals:
        givenUp: it was closed before there was an answer.
    """

    givenUp = Signal()  # noqa: N815 - Qt signals are camelCase

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: Verification | None = None
        self.setWindowTitle(self.tr("Check this score"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.headline = plain_label(
            self.tr("Reviewing {name} again…").format(name=name), "title", self
        )
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Checking"))
        self._details = ReadingColumn(self.tr("What was found"), self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._buttons.rejected.connect(self.reject)
        self.copy = QPushButton(self.tr("Copy as text"), self)
        self.copy.clicked.connect(self._on_copy_clicked)
        self._buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        for part in (self.headline, self._progress, self._details, self._buttons):
            layout.addWidget(part)
        self._details.hide()
        self.copy.hide()
        metrics = self.fontMetrics()
        self.resize(_LETTERS_WIDE * metrics.averageCharWidth(), 6 * metrics.height())
        self.rejected.connect(self._on_rejected)

    def show_result(self, result: Verification) -> None:
        """Say what came out."""
        self._result = result
        self.headline.setText(self._headline(result))
        self._progress.hide()
        self._fill(result)
        self._details.show()
        self.copy.show()
        self._buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)
        self._buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        metrics = self.fontMetrics()
        self.resize(self.width(), max(self.height(), _LINES_HIGH * metrics.height()))
        announce(self, self.headline.text())

    def _headline(self, result: Verification) -> str:
        if result.outcome is Outcome.IDENTICAL:
            return self.tr("The same score came out: the review is identical.")
        if result.outcome is Outcome.UNCHECKED:
            return self.tr("This score could not be checked.")
        count = len(result.differences)
        one, many = self.tr("Something differs."), self.tr("{n} things differ.")
        return one if count == 1 else many.format(n=count)

    def _fill(self, result: Verification) -> None:
        column = self._details
        column.clear()
        for text in (result.reason, *result.notes):
            if text:
                column.add_text(text)
        shown = [item.message for item in result.differences[:_MOST_SHOWN]]
        if (more := len(result.differences) - _MOST_SHOWN) > 0:
            shown.append(self.tr("and {n} more").format(n=more))
        for title, sentences in (
            (self.tr("What differs"), shown),
            (self.tr("Checked"), result.checked),
            (self.tr("Not checked"), result.unchecked),
        ):
            if sentences:
                column.add_heading(title)
            for sentence in sentences:
                column.add_text(sentence)
        if result.code:
            column.add_text(self.tr("Code: {code}").format(code=result.code), "small")

    def _on_copy_clicked(self) -> None:
        # The writer is only needed here.
        from desktop.export.text import TextStyle  # noqa: PLC0415
        from desktop.export.verify_text import verification_text  # noqa: PLC0415

        if self._result is not None:
            QGuiApplication.clipboard().setText(verification_text(self._result, TextStyle()))

    def _on_rejected(self) -> None:
        if self._result is None:
            self.givenUp.emit()
