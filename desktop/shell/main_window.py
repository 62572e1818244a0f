"""The window: rail, pages, status line; the whole of it takes what is dropped."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.errors import explain
from desktop.intake.drop_overlay import DropOverlay
from desktop.intake.dropped import describe, understand
from desktop.intake.queue_item import QueueItem, Station
from desktop.intake.review_run import FreshReview
from desktop.shell.banner import Banner
from desktop.shell.collaborators import Collaborators
from desktop.shell.intake_doors import IntakeDoors
from desktop.shell.pages import Pages
from desktop.shell.rail import Place, Rail
from desktop.shell.shortcuts import add_shortcuts
from desktop.shell.status_line import StatusLine
from desktop.shell.toast import Toast
from desktop.storage.port import Library
from desktop.storage.records import Changes, HomeLists, Kind

#: UX section 3: smallest window, and where the rail shows icons only.
SMALLEST = (1024, 640)
USUAL = (1240, 760)
RAIL_NARROW_BELOW_PX = 1150
#: Writes come in bursts while a queue runs; the lists follow at this pace.
_REFRESH_MS = 250

Write: TypeAlias = Callable[[Library], Changes]


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
        self._came_from = Place.HISTORY
        self.setWindowTitle("Vitae")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.rail = Rail(with_.theme, self)
        self.banner = Banner(self)
        self.pages = Pages(with_, self)
        self.status = StatusLine(self)
        self.overlay = DropOverlay(with_.theme, self)
        self.toast = Toast(self)
        self.doors = IntakeDoors(with_.intake, self.toast, self)
        self._first = QTimer(self, interval=0, singleShot=True)
        self._first.timeout.connect(self.painted)
        self._first.timeout.connect(self.pages.make_others)
        self._stale = QTimer(self, interval=_REFRESH_MS, singleShot=True)
        self._lay_out()
        self._join()
        add_shortcuts(self)
        self._take_size()

    # --- making ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
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
        home = self.pages.home
        home.retryWanted.connect(intake.try_again)
        home.dismissWanted.connect(self._on_dismiss_wanted)
        home.chooseWanted.connect(self.doors.choose_files)
        home.pasteWanted.connect(self.doors.paste)
        home.sampleWanted.connect(self.doors.try_sample)
        self.pages.openWanted.connect(self.open_review)
        self.pages.compareWanted.connect(self.compare)
        self.pages.backWanted.connect(self._on_back_wanted)
        self.pages.trashWanted.connect(self._on_trash_wanted)
        self.pages.noticed.connect(self.toast.say)
        self.pages.failed.connect(self._on_trouble)
        intake.model.stationChanged.connect(self._on_station_changed)
        intake.model.settled.connect(self._on_queue_changed)
        intake.reviewed.connect(self._on_reviewed)
        intake.changed.connect(self.on_changed)
        intake.noticed.connect(self.toast.say)
        self._stale.timeout.connect(self._on_stale)
        self._with.settings.listen(self._on_setting_changed)

    def _take_size(self) -> None:
        kept = self._with.settings.text("window")
        state = QByteArray.fromBase64(QByteArray(kept.encode()))
        if not (kept and self.restoreGeometry(state)):
            self.resize(*USUAL)

    # --- places ---------------------------------------------------------------------------------

    def go_to(self, place: Place) -> None:
        """Show a page with the keyboard in it, or at its button where nothing in it takes keys."""
        self.pages.go_to(place)
        self.rail.set_place(place)
        page, button = self.pages.currentWidget(), self.rail.button(place)
        if button.hasFocus() or (place == Place.REVIEW and self.pages.review.take_focus()):
            return
        focused = self.focusWidget()
        if focused is None or page is None or not page.isAncestorOf(focused):
            (_first_stop(page) or button).setFocus(Qt.FocusReason.TabFocusReason)

    def open_review(self, analysis_id: str) -> None:
        """Show a stored review."""
        self.go_to(Place.REVIEW)
        self.pages.review.open(analysis_id)

    def compare(self, one: str, two: str) -> None:
        """Show two stored reviews side by side."""
        if self.pages.place != Place.COMPARE:
            self._came_from = self.pages.place
        self.go_to(Place.COMPARE)
        self.pages.compare.open(one, two)

    def _on_back_wanted(self) -> None:
        self.go_to(self._came_from)

    def focus_search(self) -> None:
        """Go to the history's search field."""
        self.go_to(Place.HISTORY)
        self.pages.history.focus_search()

    def refresh(self) -> None:
        """Ask the library again for what is on screen (F5)."""
        self._on_stale()

    def export_review(self) -> None:
        """Save the review or the comparison on screen (Ctrl+E)."""
        if self.pages.place == Place.REVIEW:
            self.pages.review.export()
        elif self.pages.place == Place.COMPARE:
            self.pages.compare.save()
        else:
            self.toast.say(self.tr("Open a review first, then export it."))

    def next_pane(self) -> None:
        """Move the focus to the next pane: rail, page, and the page's parts (F6)."""
        focused = self.focusWidget()
        stops: list[tuple[QWidget, QWidget]] = [(self.rail, self.rail.button(self.pages.place))]
        for pane in _panes(self.pages.currentWidget()):
            first = _first_stop(pane)
            if first is not None:
                stops.append((pane, first))
        inside = [
            place
            for place, (pane, _) in enumerate(stops)
            if focused is not None and pane.isAncestorOf(focused)
        ]
        following = (inside[0] + 1) % len(stops) if inside else 0
        stops[following][1].setFocus(Qt.FocusReason.TabFocusReason)

    def zoom(self, steps: int) -> None:
        """Make the text larger, smaller, or (0) as it was."""
        self._with.appearance.zoom(steps)

    # --- what happens ---------------------------------------------------------------------------

    def library_opened(self, notice: str) -> None:
        """Fill the lists from the library; `notice` is a lasting state to tell, or empty."""
        if notice:
            self.banner.say(notice)
        self._with.intake.begin()
        self._on_stale()

    def library_refused(self, message: str) -> None:
        """Say why there is no library; what is dropped can still not be kept."""
        self.banner.say(message)
        self._with.intake.begin()

    def on_changed(self, changes: Changes) -> None:
        """Refresh what shows the changed kinds of things, soon."""
        if Kind.REVIEWS in changes.kinds and not self._stale.isActive():
            self._stale.start()

    def _on_stale(self) -> None:
        self._with.storage.submit(
            lambda _cancel: self._with.shelf.library.home(), self._on_home_lists, self._on_trouble
        )
        self.pages.refresh_history()

    def _on_home_lists(self, lists: HomeLists) -> None:
        self.pages.home.show_lists(lists)

    def _on_station_changed(self, item: QueueItem) -> None:
        if item.alone and item.station == Station.ADDING:
            self.go_to(Place.REVIEW)
            self.pages.review.follow(item)

    def _on_queue_changed(self) -> None:
        intake = self._with.intake
        self.status.show_queue(intake.open_count(), paused=intake.paused)

    def _on_reviewed(self, fresh: FreshReview) -> None:
        if fresh.alone:
            self.pages.review.show_fresh(fresh)

    def _on_trash_wanted(self, ids: tuple[str, ...]) -> None:
        count = len(ids)
        text = self.tr("Moved to trash") if count == 1 else self.tr("{n} reviews moved to trash")
        self._write(
            lambda library: library.trash(ids),
            text.format(n=count),
            lambda library: library.restore(ids),
        )

    def _on_dismiss_wanted(self, file_id: str) -> None:
        self._write(
            lambda library: library.dismiss([file_id]),
            self.tr("Dismissed"),
            lambda library: library.take_back([file_id]),
        )

    def _write(self, do: Write, said: str = "", undo: Write | None = None) -> None:
        """Change the library; say so afterwards, with Undo where it can be undone."""

        def on_done(changes: Changes) -> None:
            self.on_changed(changes)
            if said:
                self.toast.say(said, (lambda: self._write(undo)) if undo else None)

        self._with.storage.submit(
            lambda _cancel: do(self._with.shelf.library), on_done, self._on_trouble
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
    """Return the first widget of a page, in the order they were made, that Tab would reach.

    Qt's focus chain is not walked: `nextInFocusChain` makes PySide take each widget for a child of
    the one before it, and with a button that goes away went whatever followed it in the chain.
    """
    for widget in page.findChildren(QWidget) if page else ():
        reachable = widget.isVisible() and widget.isEnabled()
        if reachable and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
    return None


def _panes(page: QWidget | None) -> list[QWidget]:
    """Return the parts of a page: those of its splitter if it shows one, else the page."""
    if page is None:
        return []
    for splitter in page.findChildren(QSplitter):
        if splitter.isVisible():
            parts = (splitter.widget(place) for place in range(splitter.count()))
            return [part for part in parts if part is not None]
    return [page]
