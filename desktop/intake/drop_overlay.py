"""What lies over the whole window while something is dragged across it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.widgets.theme import ThemeKeeper

_BORDER_PX, _VEIL = 3, 225


class DropOverlay(QWidget):
    """A border and a sentence that says what letting go would do."""

    def __init__(self, theme: ThemeKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown now."""
        return self._text

    def show_text(self, text: str) -> None:
        """Cover the window and say this."""
        self._text = text
        self.setAccessibleName(text)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt override
        """Paint the veil, the border and the sentence."""
        palette = self._theme.theme.palette
        painter = QPainter(self)
        veil = QColor(palette.surface)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.accent), _BORDER_PX, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(10, 10, -10, -10), 10, 10)
        font = QFont(self.font())
        font.setPointSizeF(self._theme.theme.point_size * 1.6)
        painter.setFont(font)
        room = QRect(self.rect().adjusted(40, 40, -40, -40))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        # The page shows through the veil: the sentence stands on a card of its own.
        place = painter.boundingRect(room, int(flags), self._text).adjusted(-28, -18, 28, 18)
        painter.setPen(QPen(QColor(palette.accent), 1))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(place, 10, 10)
        painter.setPen(QColor(palette.text))
        painter.drawText(room, int(flags), self._text)
        painter.end()
