"""Turns the settings for colours and text size into the theme every widget wears."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.settings import TEXT_SIZES, Settings
from desktop.widgets.style import PALETTES, Scheme, Theme
from desktop.widgets.theme import ThemeKeeper, dress


class Appearance(QObject):
    """Keeps the application's look equal to the settings and, if wished, to the system's."""

    def __init__(self, application: QApplication, settings: Settings, theme: ThemeKeeper) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._theme = theme
        settings.listen(self._on_setting_changed)
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self.apply()

    def apply(self) -> None:
        """Dress the application as the settings say."""
        factor = min(max(self._settings.number("text_size_percent"), 80), 200) / 100
        theme = Theme(palette=PALETTES[self._scheme()], text_factor=factor)
        dress(self._application, theme)
        self._theme.change(theme)

    def zoom(self, steps: int) -> None:
        """Make the text one size larger (1) or smaller (-1); 0 goes back to 100 %."""
        now = self._settings.number("text_size_percent")
        sizes = list(TEXT_SIZES)
        nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - now))
        place = min(max(nearest + steps, 0), len(sizes) - 1)
        self._settings.set("text_size_percent", sizes[place] if steps else 100)

    def _scheme(self) -> Scheme:
        wanted = self._settings.text("appearance")
        if wanted in (Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST):
            return Scheme(wanted)
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT

    def _on_setting_changed(self, name: str) -> None:
        if name in ("appearance", "text_size_percent"):
            self.apply()

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._settings.text("appearance") == "system":
            self.apply()
