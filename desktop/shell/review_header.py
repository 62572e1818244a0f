"""The line above a review: whose file, for which industry, and what can be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from desktop.shell.review_export import ExportFormat


class ReviewHeader(QWidget):
    """Name, and the menus: the industry (another one reviews again), and copying and exporting.

    Signals:
        industryChosen: the resume should be reviewed again; payload the industry's code.
        copyWanted: the review should go to the clipboard.
        exportWanted: it should be saved; payload `ExportFormat`.
    """

    industryChosen = Signal(str)  # noqa: N815 - Qt signals are camelCase
    copyWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    exportWanted = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, industries: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._industries = dict(industries)
        self._name = QLabel(self)
        self._name.setProperty("role", "title")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.again = QPushButton(self)
        self.again.setToolTip(self.tr("Review this resume again for another industry"))
        self.again.setMenu(self._industry_menu())
        self.export = QPushButton(self.tr("Export"), self)
        self.export.setToolTip(self.tr("Save this review as a file (Ctrl+E)"))
        self.export.setMenu(self._export_menu())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 6)
        layout.addWidget(self._name, 1)
        for widget in (self.again, self.export):
            layout.addWidget(widget)
        self.show_name("")

    @property
    def name(self) -> str:
        """The file's name as shown."""
        return self._name.text()

    def show_name(self, name: str) -> None:
        """Show a file that has no review yet; an empty name hides the line."""
        self._name.setText(name)
        self._name.setToolTip(name)
        self.setVisible(bool(name))
        for widget in (self.again, self.export):
            widget.hide()

    def show_review(self, name: str, industry: str, *, stored: bool) -> None:
        """Show a review's file and industry; one that is not stored yet cannot be done again."""
        self.show_name(name)
        words = self._industries.get(industry, industry)
        self.again.setText(words)
        self.again.setAccessibleName(self.tr("Industry: {name}").format(name=words))
        for widget in (self.again, self.export):
            widget.show()
        self.again.setEnabled(stored)
        for action in self._choices.actions():
            action.setChecked(action.data() == industry)

    def set_stored(self) -> None:
        """The review on screen is in the library now."""
        self.again.setEnabled(True)

    def _industry_menu(self) -> QMenu:
        menu = QMenu(self)
        self._choices = QActionGroup(menu)
        for code, name in self._industries.items():
            action = self._action(menu, name, partial(self.industryChosen.emit, code))
            action.setData(code)
            action.setCheckable(True)
            self._choices.addAction(action)
        return menu

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, format_ in (
            (self.tr("Web page (HTML)"), ExportFormat.HTML),
            (self.tr("Text"), ExportFormat.TEXT),
            (self.tr("Data (JSON)"), ExportFormat.JSON),
        ):
            self._action(menu, text, partial(self.exportWanted.emit, format_))
        menu.addSeparator()
        self.copy = self._action(menu, self.tr("Copy as text"), self.copyWanted.emit)
        return menu

    def _action(self, menu: QMenu, text: str, do: Callable[[], None]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked=False: do())
        return action
