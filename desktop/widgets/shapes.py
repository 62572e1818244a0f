"""Small shapes drawn with QPainter that tell bands, severities and dimensions apart.

They carry the meaning without colour. Every function leaves the painter as it found it.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from ai_agents.vocabulary import Band, Severity
from desktop.widgets.style import MarkGroup

_WAVE_LENGTH_PX, _WAVE_HEIGHT_PX = 5.0, 1.6


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """Restore the painter's state afterwards."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def paint_underline(
    painter: QPainter, left: float, right: float, y: float, group: MarkGroup, colour: str
) -> None:
    """Draw an underline in the style of its group: wavy, double, dashed or dotted."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(colour), 1.5)
        if group is MarkGroup.IMPACT:
            painter.setPen(pen)
            painter.drawPath(_wave(left, right, y))
            return
        if group is MarkGroup.FIT:
            pen.setWidthF(1.1)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y - 1.2), QPointF(right, y - 1.2))
            painter.drawLine(QPointF(left, y + 1.4), QPointF(right, y + 1.4))
            return
        pattern = [4.0, 2.5] if group is MarkGroup.LAYOUT else [0.1, 2.2]
        if group is MarkGroup.LANGUAGE:
            pen.setWidthF(2.0)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        else:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(pattern)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        middle = min(x + _WAVE_LENGTH_PX / 2, right)
        end = min(x + _WAVE_LENGTH_PX, right)
        height = -_WAVE_HEIGHT_PX * 2 if up else _WAVE_HEIGHT_PX * 2
        path.quadTo(QPointF(middle, y + height), QPointF(end, y))
        x, up = end, not up
    return path


def paint_badge(  # noqa: PLR0913 - a badge is a place, a number, two colours and a form
    painter: QPainter,
    rect: QRectF,
    number: int,
    *,
    fill: str,
    text: str,
    strength: bool = False,
    outlined: bool = False,
) -> None:
    """Draw a finding's number: in a disc for something to look at, a square for a strength."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(fill), 1.5))
        painter.setBrush(QColor(text) if outlined else QColor(fill))
        radius = 4.0 if strength else rect.height() / 2
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        font = QFont(painter.font())
        font.setPixelSize(max(round(rect.height() * (0.6 if number < 100 else 0.5)), 7))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(fill if outlined else text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


def paint_band(painter: QPainter, rect: QRectF, band: Band | None, colour: str) -> None:
    """Draw a band's shape: star, double tick, tick, tilde, cross; a dash for no score."""
    shape = _BAND_SHAPES.get(band, _dash) if band else _dash
    _paint_shape(painter, rect, shape, colour)


def paint_severity(painter: QPainter, rect: QRectF, severity: Severity, colour: str) -> None:
    """Draw a severity's shape: triangle with a stroke, diamond, ring."""
    _paint_shape(painter, rect, _SEVERITY_SHAPES[severity], colour)


def paint_plus(painter: QPainter, rect: QRectF, colour: str) -> None:
    """Draw the shape of a strength."""
    _paint_shape(painter, rect, _plus, colour)


def _paint_shape(
    painter: QPainter, rect: QRectF, shape: Callable[[QPainter, QPen], None], colour: str
) -> None:
    # Shapes are drawn on a 16 × 16 grid.
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / 16.0, rect.height() / 16.0)
        pen = QPen(QColor(colour), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shape(painter, pen)


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _star(painter: QPainter, pen: QPen) -> None:
    points = [
        QPointF(
            8 + (7 if i % 2 == 0 else 3) * math.sin(i * math.pi / 5),
            8.5 - (7 if i % 2 == 0 else 3) * math.cos(i * math.pi / 5),
        )
        for i in range(10)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(QPolygonF(points))


def _double_tick(painter: QPainter, _pen: QPen) -> None:
    _line(painter, (1, 9), (4, 12), (10, 4))
    _line(painter, (8, 12), (9, 12), (15, 4))


def _tick(painter: QPainter, _pen: QPen) -> None:
    _line(painter, (3, 9), (6.5, 12.5), (13, 4))


def _tilde(painter: QPainter, _pen: QPen) -> None:
    path = QPainterPath(QPointF(2, 9.5))
    path.cubicTo(QPointF(5, 3), QPointF(10, 14), QPointF(14, 6.5))
    painter.drawPath(path)


def _cross(painter: QPainter, _pen: QPen) -> None:
    _line(painter, (4, 4), (12, 12))
    _line(painter, (12, 4), (4, 12))


def _dash(painter: QPainter, _pen: QPen) -> None:
    _line(painter, (4, 8), (12, 8))


def _triangle(painter: QPainter, _pen: QPen) -> None:
    painter.drawPolygon(QPolygonF([QPointF(8, 2), QPointF(14.5, 13.5), QPointF(1.5, 13.5)]))
    _line(painter, (8, 6.5), (8, 9))
    _line(painter, (8, 11.4), (8, 11.5))


def _diamond(painter: QPainter, _pen: QPen) -> None:
    points = [QPointF(8, 2), QPointF(14, 8), QPointF(8, 14), QPointF(2, 8)]
    painter.drawPolygon(QPolygonF(points))


def _ring(painter: QPainter, _pen: QPen) -> None:
    painter.drawEllipse(QPointF(8, 8), 5, 5)


def _plus(painter: QPainter, _pen: QPen) -> None:
    _line(painter, (8, 3), (8, 13))
    _line(painter, (3, 8), (13, 8))


_BAND_SHAPES: dict[Band, Callable[[QPainter, QPen], None]] = {
    Band.EXCELLENT: _star,
    Band.STRONG: _double_tick,
    Band.GOOD: _tick,
    Band.FAIR: _tilde,
    Band.NEEDS_WORK: _cross,
}
_SEVERITY_SHAPES: dict[Severity, Callable[[QPainter, QPen], None]] = {
    Severity.CRITICAL: _triangle,
    Severity.WARNING: _diamond,
    Severity.INFO: _ring,
}
