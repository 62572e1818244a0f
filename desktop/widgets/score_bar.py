"""A score drawn as shape and bar length, and the labels that go with it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ai_agents.vocabulary import Band
from desktop.widgets.shapes import paint_band
from desktop.widgets.theme import ThemeKeeper


class ScoreBar(QWidget):
    """A horizontal bar, 0–1 full, in the band's colour; no text of its own."""

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fraction, self._band = 0.0, None  # type: float, Band | None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.themeChanged.connect(self._on_theme_changed)

    def show_score(self, fraction: float, band: Band | None, spoken: str) -> None:
        """Show a share of the full length; `spoken` is what a screen reader says."""
        self._fraction, self._band = min(max(fraction, 0.0), 1.0), band
        self.setAccessibleName(spoken)
        self.update()

    @property
    def fraction(self) -> float:
        """The share shown, 0–1."""
        return self._fraction

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """As high as the style's bars."""
        return QSize(80, self._theme.theme.spacing.bar_height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """Never too short to compare."""
        return QSize(32, self._theme.theme.spacing.bar_height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt override
        """Draw track and bar; right to left where the language is."""
        palette = self._theme.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(self.rect())
        radius = track.height() / 2
        painter.setBrush(QColor(palette.track))
        painter.drawRoundedRect(track, radius, radius)
        if self._band is not None and self._fraction > 0:
            width = max(track.width() * self._fraction, track.height())
            left = track.right() - width if self._is_mirrored() else track.left()
            painter.setBrush(QColor(palette.band(self._band)))
            painter.drawRoundedRect(
                QRectF(left, track.top(), width, track.height()), radius, radius
            )
        painter.end()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class BandShape(QWidget):
    """The shape of a band: star, double tick, tick, tilde or cross."""

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._band: Band | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.themeChanged.connect(self.update)

    def show_band(self, band: Band | None, word: str) -> None:
        """Show a band's shape; None is a dash."""
        self._band = band
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """As large as the style's icons."""
        side = self._theme.theme.spacing.icon
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt override
        """Draw the shape in the band's colour."""
        palette = self._theme.theme.palette
        colour = palette.muted if self._band is None else palette.band(self._band)
        painter = QPainter(self)
        paint_band(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._band, colour)
        painter.end()
