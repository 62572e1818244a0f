"""Paints the sheets of the page view: picture, marks, hidden text, badges."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.review.page_geometry import PageGeometry, Rect
from desktop.review.page_marks import (
    Badge,
    HiddenMark,
    Mark,
    hit,
    hit_hidden,
    place_badges,
    stack_rows,
    underlined,
)
from desktop.review.report_parts import BBox
from desktop.widgets.shapes import paint_badge, paint_underline, saved
from desktop.widgets.style import Theme

#: A badge this near to its line needs no leader.
_NEAR_PX = 4.0
#: How far onto the page a badge's leader points.
_STUB_PX = 9.0
#: Marks of more rows than this would cover the page with underlines.
FEW_ROWS = 3


@dataclass(frozen=True)
class Marking:
    """What lies over the pages; `selected` is a finding's id."""

    marks: Sequence[Mark] = ()
    hidden: Sequence[HiddenMark] = ()
    selected: str | None = None

    def is_quiet(self, mark: Mark) -> bool:
        """Whether a mark is only a number: a strength beside issues, until it is chosen."""
        return (
            mark.strength
            and mark.finding_id != self.selected
            and any(not other.strength for other in self.marks)
        )


@dataclass(frozen=True)
class PlacedBadge:
    """A badge with its rectangle in content pixels."""

    badge: Badge
    rect: QRectF


@dataclass(frozen=True)
class PagePainter:
    """Draws over one geometry in one theme; made anew when either changes."""

    geometry: PageGeometry
    theme: Theme
    marking: Marking = field(default_factory=Marking)

    def paint_marks(self, painter: QPainter, page: int) -> None:
        """Multiply the highlights onto the page's picture and underline them."""
        mine = [
            mark
            for mark in self.marking.marks
            if mark.page == page and not self.marking.is_quiet(mark)
        ]
        shown = underlined(stack_rows(mine), self.marking.selected)
        for mark, box in shown:
            self._paint_fill(painter, mark, box)
        for mark, box in shown:
            if not self._is_underlined(mark, box):
                continue
            rect = _padded(self.geometry.rect(page, box))
            colour = self.theme.paper.group(mark.group)
            paint_underline(painter, rect.left(), rect.right(), rect.bottom(), mark.group, colour)

    def _is_underlined(self, mark: Mark, box: BBox) -> bool:
        """Whether a tinted row is underlined too: a strength is not, of many rows the first is."""
        if mark.finding_id == self.marking.selected:
            return True
        return not mark.strength and (len(mark.boxes) <= FEW_ROWS or box == mark.boxes[0])

    def _paint_fill(self, painter: QPainter, mark: Mark, box: BBox) -> None:
        paper = self.theme.paper
        selected = mark.finding_id == self.marking.selected
        rect = _padded(self.geometry.rect(mark.page, box))
        with saved(painter):
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            fill = paper.fill(strength=mark.strength, selected=selected)
            painter.fillRect(rect, QColor(fill))
        if selected:
            painter.setPen(QPen(QColor(paper.outline), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 2, 2)

    def paint_hidden(self, painter: QPainter, page: int) -> None:
        """Outline what the page hides."""
        for mark in self.marking.hidden:
            if mark.page == page:
                pen = QPen(QColor(self.theme.paper.hidden), 1.2, Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(_padded(self.geometry.rect(page, mark.box)))

    def badges(self, page: int) -> tuple[PlacedBadge, ...]:
        """Return the page's badges in the gutters."""
        sheet = self.geometry.pages[page - 1]
        size = self.theme.spacing.badge
        marks = [mark for mark in self.marking.marks if mark.page == page]
        width_pt = self.geometry.sizes[page - 1][0]
        badges = place_badges(marks, width_pt, self.geometry.scale, size + 2)
        placed = []
        for badge in badges:
            left = sheet.x + sheet.width + 6 if badge.right_side else sheet.x - size - 8
            wide = size + (6 if badge.mark.number >= 100 else 0)
            placed.append(PlacedBadge(badge, QRectF(left, sheet.y + badge.top, wide, size)))
        return tuple(placed)

    def mark_at(self, place: QPointF) -> Mark | None:
        """Return the mark or badge at a content pixel."""
        for page in range(1, len(self.geometry.sizes) + 1):
            for placed in self.badges(page):
                if placed.rect.contains(place):
                    return placed.badge.mark
        point = self.geometry.point_on_page(place.x(), place.y())
        return hit(self.marking.marks, *point) if point else None

    def tooltip_at(self, place: QPointF) -> str:
        """Return what is said about a content pixel; empty for nothing."""
        if mark := self.mark_at(place):
            return mark.tooltip
        point = self.geometry.point_on_page(place.x(), place.y())
        hidden = hit_hidden(self.marking.hidden, *point) if point else None
        return hidden.tooltip if hidden else ""

    def paint_badges(self, painter: QPainter, page: int) -> None:
        """Draw the numbers, with a leader from each that does not stand beside its mark."""
        placed = self.badges(page)
        for one in placed:
            selected = one.badge.mark.finding_id == self.marking.selected
            away = abs(one.badge.top + one.rect.height() / 2 - one.badge.anchor) > _NEAR_PX
            if selected or away:
                self._paint_leader(painter, one)
        for one in placed:
            self._paint_badge(painter, one)

    def _paint_badge(self, painter: QPainter, placed: PlacedBadge) -> None:
        mark, rect = placed.badge.mark, placed.rect
        if mark.finding_id == self.marking.selected:
            painter.setPen(QPen(QColor(self.theme.palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), 6, 6)
        paint_badge(
            painter,
            rect,
            mark.number,
            fill=self.theme.paper.group(mark.group),
            text=self.theme.paper.on_badge,
            strength=mark.strength,
            outlined=self.marking.is_quiet(mark),
        )

    def _paint_leader(self, painter: QPainter, placed: PlacedBadge) -> None:
        """Draw a line from a badge to the page's edge beside its mark, never through text."""
        badge, rect = placed.badge, placed.rect
        sheet = self.geometry.pages[badge.mark.page - 1]
        anchor, right = sheet.y + badge.anchor, badge.right_side
        side = -1.0 if right else 1.0
        start = QPointF(rect.left() if right else rect.right(), rect.center().y())
        edge = QPointF((sheet.x + sheet.width if right else sheet.x) + side * 3, anchor)
        end = QPointF(edge.x() + side * _STUB_PX, anchor)
        with saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.theme.paper.group(badge.mark.group)), 1.2))
            painter.drawPolyline(QPolygonF([start, edge, end]))


def _padded(rect: Rect) -> QRectF:
    return QRectF(rect.x - 1.5, rect.y - 1.0, rect.width + 3.0, rect.height + 2.0)
