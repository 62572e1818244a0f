"""The review in words: summary, suggestions, what was not assessed, how sure it is."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.review.display import ReportDisplay, Row
from desktop.widgets.reading_column import ReadingColumn


class SummaryPanel(QWidget):
    """Shows the texts of one review."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = ReadingColumn(self.tr("Summary"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def show_display(self, display: ReportDisplay) -> None:
        """Show these texts."""
        column = self._column
        column.clear()
        column.add_heading(self.tr("Summary"))
        column.add_text(display.summary)
        if display.suggestions:
            column.add_heading(self.tr("What to work on next"))
            column.add_table(
                [(f"{n}.", text, "") for n, text in enumerate(display.suggestions, start=1)]
            )
        if display.not_assessed:
            column.add_heading(self.tr("Not assessed"))
            column.add_text(self.tr("Left out of the scores, neither won nor lost."), "small")
            column.add_table([(row.name, row.remark, "") for row in display.not_assessed])
        if display.confidence:
            column.add_heading(self.tr("How sure this review is"))
            column.add_table(_table(display.confidence))
        column.add_heading(self.tr("About this review"))
        column.add_table(_table(display.facts))
        column.add_text(display.overall_arithmetic, "small")
        column.add_text(display.made_by, "small")
        column.add_text(
            self.tr(
                "The score comes from the rubric alone: dismissing or raising a finding "
                "does not change it."
            ),
            "small",
        )


def _table(rows: tuple[Row, ...]) -> list[tuple[str, str, str]]:
    return [(row.name, row.value, row.remark) for row in rows]
