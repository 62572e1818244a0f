"""Paints a file in the queue: mark, name, state in words, progress, score."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ai_agents.vocabulary import band_of
from desktop.intake.queue_item import QueueItem, Station
from desktop.intake.queue_model import ITEM_ROLE
from desktop.intake.queue_words import MARKS, state_words
from desktop.review.words import BANDS
from desktop.widgets.theme import ThemeKeeper

Index = QModelIndex | QPersistentModelIndex
_PAD, _MARK, _BAR_WIDTH, _BAR_HEIGHT = 8, 26, 120, 6
#: The side has room for the longest of these words, whatever the text size.
_LONGEST = "100  Needs work"


class QueueDelegate(QStyledItemDelegate):
    """Two lines per file; all of them equally high."""

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt override
        """Return room for two lines of text."""
        return QSize(200, 2 * QFontMetrics(option.font).height() + 2 * _PAD - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one file."""
        item = index.data(ITEM_ROLE)
        if not isinstance(item, QueueItem):
            return
        painter.save()
        self._paint_ground(painter, option)
        rect = option.rect.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
        self._paint_mark(painter, option, item, rect)
        longest = QFontMetrics(_bold(option.font)).horizontalAdvance(_LONGEST)
        # A code is never cut: people read it out to support.
        code = QFontMetrics(option.font).horizontalAdvance(item.error_code)
        width = max(longest, _BAR_WIDTH, code + 2)
        self._paint_words(painter, option, item, rect.adjusted(_MARK, 0, -width - 10, 0))
        side = QRect(rect.right() - width, rect.top(), width, rect.height())
        self._paint_side(painter, option.font, item, side)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette = self._theme.theme.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(palette.card_selected))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(palette.divider))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, item: QueueItem, rect: QRect
    ) -> None:
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(self._colour(item)))
        place = QRect(rect.left(), rect.top(), _MARK - 8, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, MARKS[item.station])

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, item: QueueItem, rect: QRect
    ) -> None:
        palette = self._theme.theme.palette
        half = rect.height() // 2
        for text, font, colour, top in (
            (item.name, _bold(option.font), palette.text, rect.top()),
            (
                state_words(item, self.tr),
                option.font,
                palette.needs_work if item.station == Station.FAILED else palette.muted,
                rect.top() + half,
            ),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            row = QRect(rect.left(), top, rect.width(), half)
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), short)

    def _paint_side(self, painter: QPainter, font: QFont, item: QueueItem, rect: QRect) -> None:
        """Paint progress while it runs, the score once it is there."""
        palette = self._theme.theme.palette
        if item.station == Station.REVIEWING and item.steps:
            top = rect.center().y() - _BAR_HEIGHT // 2
            bar = QRect(rect.right() - _BAR_WIDTH, top, _BAR_WIDTH, _BAR_HEIGHT)
            painter.fillRect(bar, QColor(palette.track))
            bar.setWidth(round(_BAR_WIDTH * item.step / item.steps))
            painter.fillRect(bar, QColor(palette.accent))
        elif item.score is not None and item.station in (Station.DONE, Station.SAVING):
            band = band_of(item.score)
            painter.setFont(_bold(font))
            painter.setPen(QColor(palette.band(band)))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(flags), f"{item.score:.0f}  {self.tr(BANDS[band])}")
        elif item.station == Station.FAILED:
            painter.setFont(font)
            painter.setPen(QColor(palette.muted))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(flags), item.error_code)

    def _colour(self, item: QueueItem) -> str:
        palette = self._theme.theme.palette
        if item.station == Station.FAILED:
            return palette.needs_work
        if item.station in (Station.REVIEWING, Station.SAVING):
            return palette.accent
        return palette.good if item.station == Station.DONE else palette.muted


def _bold(font: QFont) -> QFont:
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result
