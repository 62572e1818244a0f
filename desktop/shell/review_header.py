"""The line above a review: whose file, for which industry, and what can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from desktop.shell.review_export import ExportFormat


class ReviewHeader(QWidget):
    """Name, and the menus: industry (another one reviews again), comparing, exporting, checking.

    Signals:
        industryChosen: the resume should be reviewed again; payload the industry's code.
        versionChosen: this review should be compared; payload the other one's analysis id.
        checkWanted: the score should be computed again.
        copyWanted: the review should go to the clipboard.
        exportWanted: it should be saved; payload `ExportFormat`.
    """

    industryChosen = Signal(str)  # noqa: N815 - Qt signals are camelCase
    versionChosen = Signal(str)  # noqa: N815 - Qt signals are camelCase
    checkWanted = Signal()  # noqa: N815 - Qt signals are camelCase
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
        self.compare = QPushButton(self.tr("Compare"), self)
        self.compare.setToolTip(self.tr("Compare with another version of this resume"))
        self.versions = QMenu(self)
        self.compare.setMenu(self.versions)
        self.export = QPushButton(self.tr("Export"), self)
        self.export.setToolTip(self.tr("Save this review as a file (Ctrl+E)"))
        self.export.setMenu(self._export_menu())
        self.more = QPushButton("⋯", self)
        self.more.setAccessibleName(self.tr("More"))
        self.more.setToolTip(self.tr("What else can be done with this review"))
        self.more.setMenu(self._more_menu())
        self._parts = (self.again, self.compare, self.export, self.more)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 6)
        layout.addWidget(self._name, 1)
        for widget in self._parts:
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
        for widget in self._parts:
            widget.hide()

    def show_review(self, name: str, industry: str, *, stored: bool) -> None:
        """Show a review's file and industry; one that is not stored yet cannot be done again."""
        self.show_name(name)
        words = self._industries.get(industry, industry)
        self.again.setText(words)
        self.again.setAccessibleName(self.tr("Industry: {name}").format(name=words))
        for widget in self._parts:
            widget.show()
        self._set_stored(stored=stored)
        for action in self._choices.actions():
            action.setChecked(action.data() == industry)

    def set_stored(self) -> None:
        """The review on screen is in the library now."""
        self._set_stored(stored=True)

    def show_versions(self, versions: Sequence[tuple[str, str]]) -> None:
        """Offer these reviews (analysis id, words) to be compared with."""
        self.versions.clear()
        for analysis_id, words in versions:
            # A file's name may hold an ampersand, which a menu takes for an underline.
            text = words.replace("&", "&&")
            self._action(self.versions, text, partial(self.versionChosen.emit, analysis_id))
        if not versions:
            none = self.versions.addAction(self.tr("No other version of this resume yet"))
            none.setEnabled(False)

    def _set_stored(self, *, stored: bool) -> None:
        for widget in (self.again, self.compare, self.check):
            widget.setEnabled(stored)

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

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.check = self._action(menu, self.tr("Check this score"), self.checkWanted.emit)
        self.check.setToolTip(self.tr("Compute this review again: does the same come out?"))
        return menu

    def _action(self, menu: QMenu, text: str, do: Callable[[], None]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked=False: do())
        return action
