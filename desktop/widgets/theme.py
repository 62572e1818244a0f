"""Carries the current theme to every widget and dresses the application in it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.widgets.style import Palette, Theme, stylesheet
from resources.access import read_text


class ThemeKeeper(QObject):
    """Keeps the theme; made once by the program's bootstrap and handed to every painted widget.

    Signals:
        themeChanged: the theme is another one now; payload `Theme`.
    """

    themeChanged = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, theme: Theme | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or Theme()

    @property
    def theme(self) -> Theme:
        """The theme that holds now."""
        return self._theme

    def change(self, theme: Theme) -> None:
        """Take another theme and tell everyone; the same theme again is no change."""
        if theme != self._theme:
            self._theme = theme
            self.themeChanged.emit(theme)


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole application the theme's colours, font size and style sheet."""
    application.setPalette(qt_palette(theme.palette))
    font = QFont(application.font())
    font.setPointSizeF(theme.point_size)
    application.setFont(font)
    application.setStyleSheet(stylesheet(read_text("styles", "vitae.qss"), theme))


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's roles filled from our palette, for widgets the style sheet does not reach."""
    roles = {
        QPalette.ColorRole.Window: palette.window,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.card,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Button: palette.card,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.ToolTipBase: palette.card,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.LinkVisited: palette.accent,
        QPalette.ColorRole.Mid: palette.divider,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return result
