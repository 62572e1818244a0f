"""Our own SVG icons, drawn in the theme's colour and sharp on every screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.widgets.style import Theme
from resources.access import read_text

#: Device pixels drawn for each icon: natural size, and for screens at 200 and 300 %.
_SIDES_PX = (16, 24, 32, 48)


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon of resources/icons in the colours of text, muted where disabled.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    result = QIcon()
    for side in _SIDES_PX:
        result.addPixmap(_pixmap(name, theme.palette.text, side))
        result.addPixmap(_pixmap(name, theme.palette.muted, side), QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, side_px: int) -> QPixmap:
    source = read_text("icons", f"{name}.svg").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    pixmap = QPixmap(QSize(side_px, side_px))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side_px, side_px))
    painter.end()
    return pixmap
