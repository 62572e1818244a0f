"""The rows of a comparison: a dimension with its reasons, a finding, a line before and after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.compare.display import DimensionChange, FindingItem, LineItem, Trend
from desktop.widgets.reading_column import plain_label
from desktop.widgets.style import SPACING

#: A shape beside the sign, so that the way a score went is seen without colour.
TREND_MARKS = {Trend.UP: "▲", Trend.DOWN: "▼", Trend.SAME: "="}
#: Widths that keep names and scores of all dimensions in line, in average letters.
_NAME_LETTERS, _SCORE_LETTERS = 16, 13
_TOP = Qt.AlignmentFlag.AlignTop


class ChangeRow(QWidget):
    """One dimension: both scores, the difference, and the reasons it is the sum of."""

    def __init__(self, change: DimensionChange, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(change.spoken)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACING.tight, 0, SPACING.tight)
        layout.setSpacing(SPACING.tight)
        layout.addLayout(self._head(change))
        if change.reasons:
            layout.addLayout(self._reasons(change))

    def _head(self, change: DimensionChange) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(SPACING.medium)
        mark = TREND_MARKS[change.trend] if change.delta_text else ""
        delta = change.delta_text if change.trend is not Trend.SAME else ""
        metrics = self.fontMetrics()
        for text, role, letters in (
            (change.name, "strong", _NAME_LETTERS),
            (f"{change.before.text} → {change.after.text}", "", _SCORE_LETTERS),
            (f"{mark} {delta}".strip(), "strong", 0),
        ):
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setMinimumWidth(letters * metrics.averageCharWidth())
            head.addWidget(label)
        head.addWidget(plain_label(change.overall_text, "small", self), 1)
        return head

    def _reasons(self, change: DimensionChange) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(SPACING.medium, 0, 0, 0)
        grid.setHorizontalSpacing(SPACING.medium)
        grid.setVerticalSpacing(SPACING.tight)
        grid.setColumnStretch(1, 1)
        for row, reason in enumerate(change.reasons):
            points = QLabel(reason.points_text, self)
            points.setProperty("role", "muted")
            grid.addWidget(points, row, 0, _TOP | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(plain_label(reason.text, "", self), row, 1)
        return grid


class FindingRow(QWidget):
    """One finding: what it says, what it is, and its line in one version or both."""

    def __init__(self, item: FindingItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(item.spoken)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACING.tight, 0, SPACING.tight)
        layout.setSpacing(SPACING.tight)
        layout.addWidget(plain_label(item.message, "", self))
        facts = [item.dimension_word, item.severity_word, item.points_text]
        layout.addWidget(plain_label(" · ".join(fact for fact in facts if fact), "small", self))
        if item.quote_before and item.quote_after:
            layout.addWidget(LineRow(LineItem(item.quote_before, item.quote_after), self))
        elif quote := item.quote_before or item.quote_after:
            layout.addWidget(plain_label(quote, "note", self))


class LineRow(QWidget):
    """A line as it was at the left and as it is at the right; the missing half stays empty."""

    def __init__(self, line: LineItem, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        for mark, name, text in (
            ("−", self.tr("Before"), line.before),
            ("+", self.tr("After"), line.after),
        ):
            label = plain_label(f"{mark} {text}" if text else "", "note" if text else "", self)
            label.setAccessibleName(f"{name}: {text}" if text else "")
            layout.addWidget(label, 1, _TOP)
