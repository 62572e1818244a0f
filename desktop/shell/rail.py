"""The rail at the left: one button per page, names beside the icons where there is room."""

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.icons import icon
from desktop.widgets.style import Theme
from desktop.widgets.theme import ThemeKeeper

_WIDE_PX, _NARROW_PX, _ICON_PX = 132, 48, 20


class Place(IntEnum):
    """The pages, in the order of the rail and of Ctrl+1…4; those after it have no button."""

    HOME = 0
    REVIEW = 1
    HISTORY = 2
    SETTINGS = 3
    COMPARE = 4


#: What the rail leads to.
RAIL = (Place.HOME, Place.REVIEW, Place.HISTORY, Place.SETTINGS)
#: A page without a button of its own → the page it belongs to.
_WITHIN = {Place.COMPARE: Place.HISTORY}
_ICONS = {
    Place.HOME: "home",
    Place.REVIEW: "review",
    Place.HISTORY: "history",
    Place.SETTINGS: "settings",
}


class Rail(QWidget):
    """Chooses the page.

    Signals:
        chosen: a page was asked for; payload `Place`.
    """

    chosen = Signal(object)

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._names = {
            Place.HOME: self.tr("Home"),
            Place.REVIEW: self.tr("Review"),
            Place.HISTORY: self.tr("History"),
            Place.SETTINGS: self.tr("Settings"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 10, 4, 10)
        layout.setSpacing(4)
        for place in RAIL:
            if place == Place.SETTINGS:
                layout.addStretch(1)
            layout.addWidget(self._button(place))
        self._group.idClicked.connect(self._on_clicked)
        theme.themeChanged.connect(self._on_theme_changed)
        self._on_theme_changed(theme.theme)
        self.set_narrow(narrow=False)
        self.set_place(Place.HOME)

    def button(self, place: Place) -> QToolButton:
        """Return a page's button, or the one of the page it belongs to."""
        found = self._group.button(int(_WITHIN.get(place, place)))
        if not isinstance(found, QToolButton):
            raise KeyError(place)
        return found

    def set_place(self, place: Place) -> None:
        """Mark the page that is shown."""
        self.button(place).setChecked(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons with names."""
        style = Qt.ToolButtonStyle
        for place in RAIL:
            wanted = style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            self.button(place).setToolButtonStyle(wanted)
        factor = self._theme.theme.text_factor
        self.setFixedWidth(_NARROW_PX if narrow else round(_WIDE_PX * max(1.0, factor)))

    def _button(self, place: Place) -> QToolButton:
        button = QToolButton(self)
        button.setText(self._names[place])
        button.setCheckable(True)
        button.setProperty("role", "flat")
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setMinimumHeight(36)
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        button.setSizePolicy(policy)
        name = self.tr("{page} page").format(page=self._names[place])
        button.setAccessibleName(name)
        button.setToolTip(f"{self._names[place]} (Ctrl+{int(place) + 1})")
        self._group.addButton(button, int(place))
        return button

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(Place(number))

    def _on_theme_changed(self, theme: Theme) -> None:
        for place, name in _ICONS.items():
            self.button(place).setIcon(icon(name, theme))
