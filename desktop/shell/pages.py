"""The pages of the window: Home is made at once, the others after the first paint or when needed.

Making them all, and importing what they need, took half the time to the first paint.
"""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.shell.collaborators import Collaborators
from desktop.shell.home_page import HomePage
from desktop.shell.industries import industry_names
from desktop.shell.rail import Place

if TYPE_CHECKING:
    from desktop.history.history_model import HistoryModel
    from desktop.history.history_view import HistoryView
    from desktop.shell.compare_page import ComparePage
    from desktop.shell.review_page import ReviewPage
    from desktop.shell.settings_page import SettingsPage

PageT = TypeVar("PageT", bound=QWidget)


class Pages(QStackedWidget):
    """Keeps one page per `Place`; a page that is not made yet is an empty widget.

    Signals:
        openWanted: a stored review should be shown; payload analysis id.
        compareWanted: two stored reviews should be compared; payload both analysis ids.
        backWanted: the comparison should be left.
        trashWanted: reviews should go to the trash; payload tuple of analysis ids.
        noticed: something to tell in passing; payload str.
        failed: something did not work; payload the error.
    """

    openWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase
    compareWanted = Signal(str, str)  # noqa: N815 - Qt signals are camelCase
    backWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    trashWanted = Signal(object)  # noqa: N815 - Qt signals are camelCase
    noticed = Signal(str)
    failed = Signal(object)

    def __init__(self, with_: Collaborators, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with = with_
        self.home = HomePage(with_.intake, with_.theme, self)
        self.home.openWanted.connect(self.openWanted)
        self.addWidget(self.home)
        for _ in range(len(Place) - 1):
            self.addWidget(QWidget(self))
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._on_next)
        self._unmade = [Place.REVIEW, Place.HISTORY, Place.SETTINGS]

    @cached_property
    def industries(self) -> list[tuple[str, str]]:
        """Code and name of every industry, by name."""
        return industry_names()

    @cached_property
    def review(self) -> "ReviewPage":
        """The page of one review."""
        from desktop.shell.review_page import ReviewPage  # noqa: PLC0415 - see the module

        page = ReviewPage(self._with, self.industries, self)
        page.noticed.connect(self.noticed)
        page.failed.connect(self.failed)
        page.compareWanted.connect(self.compareWanted)
        return self._put(Place.REVIEW, page)

    @cached_property
    def history_model(self) -> "HistoryModel":
        """The stored reviews."""
        from desktop.history.history_model import HistoryModel  # noqa: PLC0415 - see the module

        model = HistoryModel(self._with.storage, self._with.shelf, dict(self.industries), self)
        model.failed.connect(self.failed)
        return model

    @cached_property
    def history(self) -> "HistoryView":
        """The page of all stored reviews."""
        from desktop.history.history_view import HistoryView  # noqa: PLC0415 - see the module

        page = HistoryView(self.history_model, self.industries, self)
        page.openWanted.connect(self.openWanted)
        page.compareWanted.connect(self.compareWanted)
        page.trashWanted.connect(self.trashWanted)
        return self._put(Place.HISTORY, page)

    @cached_property
    def compare(self) -> "ComparePage":
        """The page of two versions; made when it is first needed."""
        from desktop.shell.compare_page import ComparePage  # noqa: PLC0415 - see the module

        page = ComparePage(self._with, self)
        page.backWanted.connect(self.backWanted)
        page.noticed.connect(self.noticed)
        page.failed.connect(self.failed)
        return self._put(Place.COMPARE, page)

    @cached_property
    def settings_page(self) -> "SettingsPage":
        """The page of choices."""
        from desktop.shell.settings_page import SettingsPage  # noqa: PLC0415 - see the module

        with_ = self._with
        page = SettingsPage(with_.settings, with_.paths, with_.theme, self.industries, self)
        return self._put(Place.SETTINGS, page)

    @property
    def place(self) -> Place:
        """The page on screen."""
        return Place(self.currentIndex())

    def go_to(self, place: Place) -> None:
        """Show a page, made now if it is not there yet."""
        self._made(place)
        self.setCurrentIndex(int(place))
        if place == Place.HISTORY and not self.history_model.rowCount():
            self.history_model.refresh()

    def refresh_history(self) -> None:
        """Show the history as it is stored now, or ask again when it is next looked at."""
        if self.place == Place.HISTORY:
            self.history_model.refresh()
        elif "history_model" in self.__dict__:
            self.history_model.forget()

    def make_others(self) -> None:
        """Make the other pages, one per turn of the event loop; called after the first paint."""
        self._next.start()

    def _on_next(self) -> None:
        if self._unmade:
            self._made(self._unmade.pop(0))
            self._next.start()
        elif not self.review.is_prepared:
            self.review.prepare()

    def _made(self, place: Place) -> QWidget:
        if place == Place.REVIEW:
            return self.review
        if place == Place.HISTORY:
            return self.history
        if place == Place.COMPARE:
            return self.compare
        return self.settings_page if place == Place.SETTINGS else self.home

    def _put(self, place: Place, page: PageT) -> PageT:
        """Put a page in the place of the empty widget that stood there."""
        shown = self.currentIndex()
        empty = self.widget(int(place))
        self.insertWidget(int(place), page)
        if empty is not None:
            self.removeWidget(empty)
            empty.deleteLater()
        self.setCurrentIndex(shown)
        return page
