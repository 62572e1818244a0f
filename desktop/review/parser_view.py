"""What a parser sees: the form that a program would fill from this resume."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from desktop.review.events import LinePicked
from desktop.review.parser_display import SeenGroup, SeenRow, parser_display
from desktop.review.report import Report
from desktop.widgets.reading_column import ReadingColumn, plain_label
from desktop.widgets.style import SPACING

#: Wide enough for a range of dates, so that all groups share one edge.
_NAME_WIDTH_PX = 132


class ParserView(QWidget):
    """Shows the profile of one report.

    Signals:
        linePicked: a row's line is to be shown; payload `LinePicked`.
    """

    linePicked = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = ReadingColumn(self.tr("What a parser sees"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def show_report(self, report: Report) -> None:
        """Show what was read from this file."""
        column = self._column
        column.clear()
        column.add_text(
            self.tr("This is what a program can read in the file, in the order it reads it."),
            "muted",
        )
        for group in parser_display(report, self.tr):
            self._add_group(group)

    def _add_group(self, group: SeenGroup) -> None:
        self._column.add_heading(group.heading)
        if group.rows:
            self._column.add_widget(self._made_table(group))
        if group.note:
            self._column.add_text(group.note, "small")

    def _made_table(self, group: SeenGroup) -> QWidget:
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACING.medium)
        grid.setVerticalSpacing(SPACING.tight)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH_PX)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, row in enumerate(group.rows):
            grid.addWidget(plain_label(row.name, "muted", table), number, 0, top)
            grid.addWidget(plain_label(row.value, "", table), number, 1, top)
            if row.line is not None:
                grid.addWidget(self._made_link(row, table), number, 2, top)
            elif row.remark:
                remark = plain_label(row.remark, "small", table)
                remark.setWordWrap(len(row.remark) > 24)
                grid.addWidget(remark, number, 2, top)
        return table

    def _made_link(self, row: SeenRow, parent: QWidget) -> QPushButton:
        line = row.line or 0
        button = QPushButton(row.remark or self.tr("line {n}").format(n=line), parent)
        button.setProperty("role", "link")
        button.setAccessibleName(
            self.tr("{name} {value}: show line {n}").format(name=row.name, value=row.value, n=line)
        )
        button.clicked.connect(partial(self._on_link_clicked, line))
        return button

    def _on_link_clicked(self, line: int) -> None:
        self.linePicked.emit(LinePicked(line))
