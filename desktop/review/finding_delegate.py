"""Paints findings as cards; the chosen one is a widget and only gets its room here."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ai_agents.vocabulary import FindingKind
from desktop.feedback.overrides import OverrideState
from desktop.review.display import FindingCard
from desktop.review.findings_model import CARD_ROLE
from desktop.widgets.shapes import (
    paint_badge,
    paint_plus,
    paint_severity,
    paint_underline,
    saved,
)
from desktop.widgets.style import Theme
from desktop.widgets.theme import ThemeKeeper

_MAX_MESSAGE_LINES = 3
_SAMPLE_PX = 16
Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Draws cards; heights are remembered until width, text size or cards change."""

    def __init__(self, theme: ThemeKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 400
        self._expanded: tuple[str, int] | None = None
        self._heights: dict[tuple[str, str], int] = {}
        theme.themeChanged.connect(self._heights.clear)

    def set_width(self, width_px: int) -> None:
        """Lay cards out for a list of this width."""
        if width_px != self._width:
            self._width = width_px
            self._heights.clear()

    def set_expanded(self, finding_id: str | None, height_px: int = 0) -> None:
        """Keep room of this height for the chosen card's widget."""
        self._expanded = None if finding_id is None else (finding_id, height_px)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return a card's size, remembered."""
        card: FindingCard = index.data(CARD_ROLE)
        if self._expanded and self._expanded[0] == card.finding_id:
            return QSize(self._width, self._expanded[1])
        place = (card.finding_id, card.decision_text)
        if place not in self._heights:
            self._heights[place] = self._height(card)
        return QSize(self._width, self._heights[place])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card."""
        card: FindingCard = index.data(CARD_ROLE)
        rect: QRect = option.rect
        if self._expanded and self._expanded[0] == card.finding_id:
            return  # its widget lies here
        theme = self._theme.theme
        with saved(painter):
            state: QStyle.StateFlag = option.state
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            self._paint_frame(painter, rect, hovered=hovered)
            inner = rect.adjusted(*self._margins())
            if card.state is OverrideState.DISMISSED:
                painter.setOpacity(0.75)
            paint_head(painter, inner, card, theme)
            self._paint_body(painter, inner, card)

    def _paint_frame(self, painter: QPainter, rect: QRect, *, hovered: bool) -> None:
        palette, spacing = self._theme.theme.palette, self._theme.theme.spacing
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.control_border if hovered else palette.divider), 1))
        painter.setBrush(QColor(palette.card))
        gap = spacing.tight
        frame = QRectF(rect).adjusted(spacing.small + 0.5, gap + 0.5, -spacing.small - 0.5, -0.5)
        painter.drawRoundedRect(frame, spacing.radius, spacing.radius)

    def _paint_body(self, painter: QPainter, inner: QRect, card: FindingCard) -> None:
        theme = self._theme.theme
        font, small = fonts(theme)
        spacing = theme.spacing
        left = inner.left() + spacing.badge + spacing.small
        top = inner.top() + head_height(theme) + spacing.tight
        width = inner.width() - spacing.badge - spacing.small
        painter.setFont(font)
        painter.setPen(QColor(theme.palette.text))
        message = QRect(left, top, width, self._message_height(card, width))
        painter.drawText(message, _WRAP, card.message)
        top = message.bottom() + spacing.tight
        painter.setFont(small)
        painter.setPen(QColor(theme.palette.muted))
        line = QFontMetrics(small).height()
        for text in _small_lines(card):
            elided = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width, line), Qt.AlignmentFlag.AlignVCenter, elided)
            top += line + 2

    def _margins(self) -> tuple[int, int, int, int]:
        spacing = self._theme.theme.spacing
        side = spacing.small + spacing.medium
        return (side, spacing.tight + spacing.small, -side, -spacing.small)

    def _height(self, card: FindingCard) -> int:
        theme = self._theme.theme
        spacing = theme.spacing
        left, top, right, bottom = self._margins()
        width = self._width - left + right - spacing.badge - spacing.small
        _, small = fonts(theme)
        lines = len(_small_lines(card)) * (QFontMetrics(small).height() + 2)
        message = self._message_height(card, width)
        return top - bottom + head_height(theme) + 2 * spacing.tight + message + lines

    def _message_height(self, card: FindingCard, width: int) -> int:
        metrics = QFontMetrics(fonts(self._theme.theme)[0])
        wrapped = metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAP, card.message)
        return min(wrapped.height(), _MAX_MESSAGE_LINES * metrics.lineSpacing())


_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


def _small_lines(card: FindingCard) -> list[str]:
    lines = [f"“{card.quotes[0].quote}”" if card.quotes else card.where]
    if card.state is not OverrideState.OPEN:
        lines.append(card.decision_text)
    return lines


def fonts(theme: Theme) -> tuple[QFont, QFont]:
    """Return the fonts of body text and of small text."""
    font, small = QFont(), QFont()
    font.setPointSizeF(theme.point_size)
    small.setPointSizeF(theme.point_size * theme.spacing.small_text)
    return font, small


def head_height(theme: Theme) -> int:
    """Return the height of a card's first row."""
    return max(theme.spacing.badge, QFontMetrics(fonts(theme)[1]).height())


def paint_head(painter: QPainter, inner: QRect, card: FindingCard, theme: Theme) -> None:
    """Draw a card's first row: number, dimension, severity, points."""
    spacing, palette = theme.spacing, theme.palette
    height = head_height(theme)
    badge = QRectF(inner.left(), inner.top() + (height - spacing.badge) / 2, spacing.badge, 0)
    badge.setHeight(spacing.badge)
    paint_badge(
        painter,
        badge,
        card.number,
        fill=theme.paper.group(card.group),
        text=theme.paper.on_badge,
        strength=card.kind is FindingKind.STRENGTH,
    )
    _, small = fonts(theme)
    bold = QFont(small)
    bold.setBold(True)
    left = inner.left() + spacing.badge + spacing.small
    row = QRect(left, inner.top(), inner.right() - left, height)
    left += _text(painter, row, card.dimension_word, bold, palette.text) + spacing.small
    colour = palette.group(card.group)
    middle = row.center().y() + 4
    paint_underline(painter, left, left + _SAMPLE_PX, middle, card.group, colour)
    left += _SAMPLE_PX + spacing.medium
    shape = QRectF(left, row.center().y() - 5.5, 12, 12)
    if card.kind is FindingKind.STRENGTH:
        tint = palette.good
        paint_plus(painter, shape, tint)
    else:
        tint = palette.severity(card.severity)
        paint_severity(painter, shape, card.severity, tint)
    left += 12 + spacing.tight
    rest = QRect(left, row.top(), max(row.right() - left, 0), height)
    _text(painter, rest, card.severity_word, small, tint)
    painter.setFont(small)
    painter.setPen(QColor(palette.muted))
    painter.drawText(
        row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, card.points_text
    )


def _text(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> int:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    return QFontMetrics(font).horizontalAdvance(text)
