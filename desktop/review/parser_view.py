"""What a parser sees: the form that a program would fill from this resume, and its lines."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.corrections.book import CorrectionBook
from desktop.corrections.correction_bar import CorrectionBar
from desktop.corrections.corrector import Corrector
from desktop.corrections.fields_view import FieldsView
from desktop.corrections.lines_view import LinesView
from desktop.review.events import LinePicked
from desktop.review.report import Report
from desktop.widgets.style import SPACING

_FIELDS, _LINES = range(2)


class ParserView(QWidget):
    """Shows how one report's file was read, and takes the coach's corrections.

    Signals:
        linePicked: a line is to be shown; payload `LinePicked`.
        againWanted: the review should be made again with the corrections.
    """

    linePicked = Signal(object)  # noqa: N815 - Qt signals are camelCase
    againWanted = Signal()  # noqa: N815 - Qt signals are camelCase

    def __init__(self, book: CorrectionBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.corrector = Corrector(book, self)
        self.bar = CorrectionBar(self)
        self.fields = FieldsView(self.corrector, self)
        self.lines = LinesView(self.corrector, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.fields)
        self._stack.addWidget(self.lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(self._made_switch())
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.fields)
        self.bar.againWanted.connect(self.againWanted)
        self.fields.lineWanted.connect(self._on_line_wanted)
        self.lines.lineWanted.connect(self._on_line_wanted)
        self.corrector.changed.connect(self._on_changed)

    def show_report(self, report: Report) -> None:
        """Show what was read from this file."""
        self.corrector.show_report(report)
        self.fields.show_report(report)
        self.lines.show_report(report)

    def show_lines(self) -> None:
        """Show the lines in the place of the form."""
        self._switch.button(_LINES).click()

    def _made_switch(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACING.large, SPACING.small, SPACING.large, 0)
        row.setSpacing(SPACING.tight)
        self._switch = QButtonGroup(self)
        for number, text in ((_FIELDS, self.tr("Form")), (_LINES, self.tr("Lines"))):
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("role", "flat")
            button.setChecked(number == _FIELDS)
            self._switch.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.lines.button)
        self.lines.button.hide()
        self._switch.idClicked.connect(self._on_switched)
        return row

    def _on_switched(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.lines.button.setVisible(number == _LINES)
        self.setFocusProxy(self.fields if number == _FIELDS else self.lines.list)

    def _on_changed(self) -> None:
        now = self.corrector.now
        self.bar.show_waiting(now.waiting if now else 0)

    def _on_line_wanted(self, line: int) -> None:
        self.linePicked.emit(LinePicked(line))
