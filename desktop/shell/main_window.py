"""The window: rail, pages, status line; the whole of it takes what is dropped."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import explain
from desktop.history.history_model import HistoryModel
from desktop.history.history_view import HistoryView
from desktop.intake.drop_overlay import DropOverlay
from desktop.intake.dropped import describe, understand
from desktop.intake.intake_service import FreshReview, IntakeService
from desktop.intake.queue_item import QueueItem, Station
from desktop.paths import AppPaths
from desktop.settings import Settings
from desktop.shell.appearance import Appearance
from desktop.shell.banner import Banner
from desktop.shell.home_page import HomePage
from desktop.shell.industries import industry_names
from desktop.shell.intake_doors import IntakeDoors
from desktop.shell.rail import Place, Rail
from desktop.shell.review_page import ReviewPage
from desktop.shell.settings_page import SettingsPage
from desktop.shell.shortcuts import add_shortcuts
from desktop.shell.status_line import StatusLine
from desktop.shell.toast import Toast
from desktop.storage.records import Changes, HomeLists, Kind
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane
from desktop.widgets.theme import ThemeKeeper

#: UX section 3: smallest window, and where the rail shows icons only.
SMALLEST = (1024, 640)
USUAL = (1240, 760)
RAIL_NARROW_BELOW_PX = 1150
#: Writes come in bursts while a queue runs; the lists follow at this pace.
_REFRESH_MS = 250


@dataclass(frozen=True)
class Collaborators:
    """What the window works with; made by bootstrap."""

    intake: IntakeService
    storage: Lane
    shelf: Shelf
    settings: Settings
    paths: AppPaths
    theme: ThemeKeeper
    appearance: Appearance


class MainWindow(QMainWindow):
    """Owns the pages and joins them.

    Signals:
        painted: the window was shown for the first time.
        closing: the window is about to go.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, with_: Collaborators) -> None:
        super().__init__()
        self._with = with_
        self._was_painted = False
        self.setWindowTitle("Vitae")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        industries = industry_names()
        self.rail = Rail(with_.theme, self)
        self.banner = Banner(self)
        self.home = HomePage(with_.intake, with_.theme, self)
        self.review = ReviewPage(with_.storage, with_.shelf, with_.theme, self)
        self.history_model = HistoryModel(with_.storage, with_.shelf, dict(industries), self)
        self.history = HistoryView(self.history_model, industries, self)
        self.settings_page = SettingsPage(
            with_.settings, with_.paths, with_.theme, industries, self
        )
        self.status = StatusLine(self)
        self.pages = QStackedWidget(self)
        self.overlay = DropOverlay(with_.theme, self)
        self.toast = Toast(self)
        self.doors = IntakeDoors(with_.intake, self.toast, self)
        self._first = QTimer(self, interval=0, singleShot=True)
        self._first.timeout.connect(self.painted)
        self._first.timeout.connect(self._on_first_painted)
        self._stale = QTimer(self, interval=_REFRESH_MS, singleShot=True)
        self._lay_out()
        self._join()
        add_shortcuts(self)
        self._take_size()

    # --- making ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for page in (self.home, self.review, self.history, self.settings_page):
            self.pages.addWidget(page)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self.pages, 1)
        centre = QWidget(self)
        across = QHBoxLayout(centre)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)

    def _join(self) -> None:
        intake = self._with.intake
        self.rail.chosen.connect(self.go_to)
        for page in (self.home, self.history):
            page.openWanted.connect(self.open_review)
        self.home.retryWanted.connect(intake.try_again)
        self.home.chooseWanted.connect(self.doors.choose_files)
        self.home.pasteWanted.connect(self.doors.paste)
        self.home.sampleWanted.connect(self.doors.try_sample)
        self.history.trashWanted.connect(self._on_trash_wanted)
        self.history_model.failed.connect(self._on_trouble)
        self.review.retryWanted.connect(intake.retry)
        self.review.stopWanted.connect(intake.cancel)
        intake.stationChanged.connect(self._on_station_changed)
        intake.reviewed.connect(self._on_reviewed)
        intake.changed.connect(self.on_changed)
        intake.noticed.connect(self.toast.say)
        intake.model.rowsInserted.connect(self._on_queue_changed)
        intake.model.rowsRemoved.connect(self._on_queue_changed)
        self._stale.timeout.connect(self._on_stale)
        self._with.settings.listen(self._on_setting_changed)

    def _take_size(self) -> None:
        kept = self._with.settings.text("window")
        state = QByteArray.fromBase64(QByteArray(kept.encode()))
        if not (kept and self.restoreGeometry(state)):
            self.resize(*USUAL)

    # --- places ---------------------------------------------------------------------------------

    def go_to(self, place: Place) -> None:
        """Show a page."""
        self.pages.setCurrentIndex(int(place))
        self.rail.set_place(place)
        if place == Place.HISTORY and not self.history_model.rowCount():
            self.history_model.refresh()

    def open_review(self, analysis_id: str) -> None:
        """Show a stored review."""
        self.go_to(Place.REVIEW)
        self.review.open(analysis_id)

    def focus_search(self) -> None:
        """Go to the history's search field."""
        self.go_to(Place.HISTORY)
        self.history.focus_search()

    def next_pane(self) -> None:
        """Move the focus from the rail to the page and back (F6)."""
        focused = self.focusWidget()
        in_rail = focused is not None and self.rail.isAncestorOf(focused)
        target = _first_stop(self.pages.currentWidget()) if in_rail else None
        place = Place(self.pages.currentIndex())
        (target or self.rail.button(place)).setFocus(Qt.FocusReason.TabFocusReason)

    def zoom(self, steps: int) -> None:
        """Make the text larger, smaller, or (0) as it was."""
        self._with.appearance.zoom(steps)

    # --- what happens ---------------------------------------------------------------------------

    def library_opened(self, notice: str) -> None:
        """Fill the lists from the library; `notice` is a lasting state to tell, or empty."""
        self.banner.say(notice)
        self._with.intake.begin()
        self._on_stale()

    def library_refused(self, message: str) -> None:
        """Say why there is no library; what is dropped can still not be kept."""
        self.banner.say(message)
        self._with.intake.begin()

    def _on_first_painted(self) -> None:
        if not self.review.is_prepared:
            self.review.prepare()

    def on_changed(self, changes: Changes) -> None:
        """Refresh what shows the changed kinds of things, soon."""
        if Kind.REVIEWS in changes.kinds and not self._stale.isActive():
            self._stale.start()

    def _on_stale(self) -> None:
        self._with.storage.submit(
            lambda _cancel: self._with.shelf.library.home(), self._on_home_lists, self._on_trouble
        )
        if self.pages.currentWidget() is self.history:
            self.history_model.refresh()
        else:
            self.history_model.forget()

    def _on_home_lists(self, lists: HomeLists) -> None:
        self.home.show_lists(lists)

    def _on_station_changed(self, item: QueueItem) -> None:
        if item.alone and item.station == Station.ADDING:
            self.go_to(Place.REVIEW)
            self.review.follow(item)
        self.review.on_station_changed(item)
        self._on_queue_changed()

    def _on_queue_changed(self) -> None:
        intake = self._with.intake
        self.status.show_queue(intake.open_count(), paused=intake.paused)

    def _on_reviewed(self, fresh: FreshReview) -> None:
        if fresh.alone:
            self.review.show_fresh(fresh)

    def _on_trash_wanted(self, ids: tuple[str, ...]) -> None:
        self._with.storage.submit(
            lambda _cancel: self._with.shelf.library.trash(ids),
            lambda changes: self._on_trashed(ids, changes),
            self._on_trouble,
        )

    def _on_trashed(self, ids: tuple[str, ...], changes: Changes) -> None:
        self.on_changed(changes)
        count = len(ids)
        text = self.tr("Moved to trash") if count == 1 else self.tr("{n} reviews moved to trash")
        self.toast.say(text.format(n=count), lambda: self._restore(ids))

    def _restore(self, ids: tuple[str, ...]) -> None:
        self._with.storage.submit(
            lambda _cancel: self._with.shelf.library.restore(ids),
            self.on_changed,
            self._on_trouble,
        )

    def _on_trouble(self, error: Exception) -> None:
        self.toast.say(explain(error).message)

    def _on_setting_changed(self, name: str) -> None:
        if name == "queue_paused":
            self._on_queue_changed()

    # --- Qt overrides ---------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt override
        """Say what letting go would do; nothing is refused before it is dropped."""
        self.overlay.show_text(describe(understand(event.mimeData())))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt override
        """Uncover the window."""
        self.overlay.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt override
        """Take what was dropped."""
        self.overlay.hide()
        event.acceptProposedAction()
        self.doors.take(understand(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Show icons only in the rail of a narrow window."""
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() < RAIL_NARROW_BELOW_PX)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt override
        """Tell once that the window is there; work begins after that."""
        super().showEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._first.start()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt override
        """Keep the size and let everything come to an end."""
        state = bytes(self.saveGeometry().toBase64().data()).decode()
        self._with.settings.set("window", state)
        self.closing.emit()
        super().closeEvent(event)


def _first_stop(page: QWidget | None) -> QWidget | None:
    """Return the first widget of a page that Tab would reach."""
    widget = page.nextInFocusChain() if page else None
    while page and widget and widget is not page:
        reachable = widget.isVisible() and widget.isEnabled() and page.isAncestorOf(widget)
        if reachable and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
        widget = widget.nextInFocusChain()
    return None
