"""How one dimension's points came about: each criterion, its deductions, its lines."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ai_agents.vocabulary import Dimension, band_of
from desktop.review.chosen_card import QuoteButton
from desktop.review.display import ArithmeticRow, Deduction, DimensionDisplay
from desktop.review.events import DimensionPicked, FindingPicked, LinePicked
from desktop.widgets.reading_column import ReadingColumn, plain_label
from desktop.widgets.score_bar import ScoreBar
from desktop.widgets.theme import ThemeKeeper

_MAX_QUOTES, _MAX_DEDUCTIONS = 4, 12


class ArithmeticPanel(QWidget):
    """Shows the arithmetic of the dimension chosen last.

    Signals:
        findingPicked: a deduction was pressed; payload `FindingPicked`.
        linePicked: a quoted line was pressed; payload `LinePicked`.
        listWanted: the findings of this dimension are to be listed; payload `DimensionPicked`.
    """

    findingPicked = Signal(object)  # noqa: N815 - Qt signals are camelCase
    linePicked = Signal(object)  # noqa: N815 - Qt signals are camelCase
    listWanted = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dimension: Dimension | None = None
        self._column = ReadingColumn(self.tr("How the score adds up"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def show_dimension(self, dimension: DimensionDisplay, overall_arithmetic: str) -> None:
        """Show how this dimension's score came about, and how it enters the overall one."""
        column = self._column
        self._dimension = dimension.dimension
        column.clear()
        score = dimension.score
        column.add_heading(f"{dimension.name}: {score.text} · {score.word}")
        column.add_text(dimension.meaning, "muted")
        column.add_text(dimension.arithmetic.total_text)
        for row in dimension.arithmetic.rows:
            column.add_space()
            column.add_widget(self._made_row(row))
        column.add_space()
        if dimension.issues + dimension.strengths:
            button = QPushButton(self.tr("List these findings"), self)
            button.setToolTip(dimension.count_text)
            button.clicked.connect(self._on_list_clicked)
            holder = QWidget(self)
            inner = QHBoxLayout(holder)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(button)
            inner.addStretch(1)
            column.add_widget(holder)
        column.add_heading(self.tr("Overall score"))
        column.add_text(overall_arithmetic)

    def _made_row(self, row: ArithmeticRow) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        head = QHBoxLayout()
        title = plain_label(row.title, "strong", box)
        earned = QLabel(self.tr("{text} points").format(text=row.earned_text), box)
        head.addWidget(title, 1)
        head.addWidget(earned)
        layout.addLayout(head)
        bar = ScoreBar(self._theme, box)
        bar.show_score(row.fraction, band_of(row.fraction * 100), row.earned_text)
        layout.addWidget(bar)
        if row.reason:
            layout.addWidget(plain_label(f"{row.reason}  ({row.source_text})", "small", box))
        for deduction in row.deductions[:_MAX_DEDUCTIONS]:
            layout.addWidget(self._made_deduction(deduction, box))
        if (more := len(row.deductions) - _MAX_DEDUCTIONS) > 0:
            text = self.tr("and {n} more").format(n=more)
            layout.addWidget(plain_label(text, "small", box))
        for link in row.evidence[:_MAX_QUOTES]:
            quote = QuoteButton(link, box)
            quote.clicked.connect(partial(self._on_quote_clicked, link.line))
            layout.addWidget(quote)
        return box

    def _made_deduction(self, deduction: Deduction, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(str(deduction.number), box)
        button.setProperty("role", "number")
        button.setAccessibleName(
            self.tr("Finding {n}: {text}").format(n=deduction.number, text=deduction.message)
        )
        button.setToolTip(self.tr("Show this finding"))
        button.clicked.connect(partial(self._on_deduction_clicked, deduction.finding_id))
        layout.addWidget(button)
        layout.addWidget(plain_label(deduction.message, "", box), 1)
        layout.addWidget(QLabel(deduction.points_text, box))
        return box

    def _on_list_clicked(self) -> None:
        if self._dimension is not None:
            self.listWanted.emit(DimensionPicked(self._dimension))

    def _on_quote_clicked(self, line: int) -> None:
        self.linePicked.emit(LinePicked(line))

    def _on_deduction_clicked(self, finding_id: str) -> None:
        self.findingPicked.emit(FindingPicked(finding_id))
