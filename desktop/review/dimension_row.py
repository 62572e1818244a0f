"""One dimension as a row: name, score, band word and shape, bar, number of findings."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.review.display import DimensionDisplay
from desktop.review.events import DimensionPicked
from desktop.review.finding_delegate import fonts
from desktop.widgets.shapes import paint_band
from desktop.widgets.theme import ThemeKeeper

_LEAST_BAR_PX = 48


@dataclass(frozen=True)
class _Columns:
    """Widths in pixels; the bar takes what is left."""

    name: int
    score: int
    word: int
    count: int


class DimensionRow(QAbstractButton):
    """A row one can press to see the arithmetic; painted, so that eight stay in line.

    Signals:
        dimensionPicked: the row was pressed; payload `DimensionPicked`.
    """

    dimensionPicked = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, theme: ThemeKeeper, row: DimensionDisplay, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._row = theme, row
        self.setCheckable(True)
        self.setAccessibleName(row.spoken)
        self.setToolTip(f"{row.meaning}\n{row.count_text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._on_clicked)

    def show_dimension(self, row: DimensionDisplay) -> None:
        """Show the same dimension with other counts."""
        self._row = row
        self.setAccessibleName(row.spoken)
        self.setToolTip(f"{row.meaning}\n{row.count_text}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """At least the smallest clickable height."""
        theme = self._theme.theme
        height = max(theme.spacing.target, QFontMetrics(fonts(theme)[0]).height() + 4)
        columns = self._columns()
        width = columns.name + columns.score + columns.word + _LEAST_BAR_PX + columns.count
        return QSize(width + 2 * theme.spacing.small, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """Narrower than it would like to be: bar and count are left out then."""
        return QSize(180, self.sizeHint().height())

    def _columns(self) -> "_Columns":
        theme = self._theme.theme
        font, small = fonts(theme)
        metrics = QFontMetrics(font)
        em = metrics.horizontalAdvance("0")
        bold = QFont(font)
        bold.setBold(True)
        return _Columns(
            name=metrics.horizontalAdvance("Completeness ") + em,
            score=QFontMetrics(bold).horizontalAdvance("100.0") + em,
            word=metrics.horizontalAdvance("Not assessed") + theme.spacing.icon + em,
            count=QFontMetrics(small).horizontalAdvance("99 findings") + theme.spacing.small,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt override
        """Draw the row."""
        theme = self._theme.theme
        palette, spacing = theme.palette, theme.spacing
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.card_selected if self.isChecked() else palette.hover))
            painter.drawRoundedRect(frame, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), spacing.focus_ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 4, 4)
        self._paint_columns(painter)
        painter.end()

    def _paint_columns(self, painter: QPainter) -> None:
        theme, row = self._theme.theme, self._row
        palette, spacing = theme.palette, theme.spacing
        columns = self._columns()
        font, small = fonts(theme)
        em = QFontMetrics(font).horizontalAdvance("0")
        bold = QFont(font)
        bold.setBold(True)
        height, left = self.height(), spacing.small
        tint = palette.muted if row.score.band is None else palette.band(row.score.band)
        vertical = Qt.AlignmentFlag.AlignVCenter
        _draw(painter, QRect(left, 0, columns.name, height), row.name, font, palette.text, vertical)
        left += columns.name
        right = vertical | Qt.AlignmentFlag.AlignRight
        area = QRect(left, 0, columns.score - em, height)
        _draw(painter, area, row.score.text, bold, palette.text, right)
        left += columns.score
        shape = QRectF(left, (height - 12) / 2, 12, 12)
        paint_band(painter, shape, row.score.band, tint)
        area = QRect(left + spacing.icon, 0, columns.word - spacing.icon, height)
        _draw(painter, area, row.score.word, font, tint, vertical)
        left += columns.word
        room = self.width() - left - columns.count - spacing.small
        if room > _LEAST_BAR_PX // 2:
            self._paint_bar(painter, QRectF(left, (height - 8) / 2, room, 8), tint)
        if room >= 0:
            edge = self.width() - columns.count - spacing.small
            area = QRect(edge, 0, columns.count, height)
            _draw(painter, area, row.total_text, small, palette.muted, right)

    def _paint_bar(self, painter: QPainter, track: QRectF, tint: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.theme.palette.track))
        painter.drawRoundedRect(track, 4, 4)
        if self._row.score.fraction > 0:
            track.setWidth(max(track.width() * self._row.score.fraction, 8))
            painter.setBrush(QColor(tint))
            painter.drawRoundedRect(track, 4, 4)

    def _on_clicked(self) -> None:
        self.setChecked(True)
        self.dimensionPicked.emit(DimensionPicked(self._row.dimension))


def _draw(
    painter: QPainter,
    area: QRect,
    text: str,
    font: QFont,
    colour: str,
    flags: Qt.AlignmentFlag,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, flags, text)
