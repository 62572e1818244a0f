"""The page of one review: asks the library, feeds the review view, keeps the coach's decisions."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.errors import explain
from desktop.feedback.overrides import Override, Overrides
from desktop.intake.intake_service import FreshReview
from desktop.intake.queue_item import QueueItem, Station
from desktop.intake.queue_words import STAGES, state_words
from desktop.review.events import ActionChosen
from desktop.review.report import Report, ReportError
from desktop.review.state_page import StateAction, StateWords
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane
from desktop.widgets.theme import ThemeKeeper

if TYPE_CHECKING:
    from desktop.review.review_view import ReviewView

log = logging.getLogger("vitae.review")


class LaneOverrideStore:
    """Keeps decisions through the storage lane; fits `OverrideStore`."""

    def __init__(self, lane: Lane, shelf: Shelf) -> None:
        self.analysis_id = ""
        self._lane = lane
        self._shelf = shelf
        self._early: list[Callable[[str], None]] = []

    def begin(self, analysis_id: str) -> None:
        """Keep decisions for another review; an empty id is one that is not stored yet."""
        self.analysis_id = analysis_id
        self._early.clear()

    def stored(self, analysis_id: str) -> None:
        """Learn the id of the review shown, and keep what was decided before it was stored."""
        self.analysis_id = analysis_id
        for keep in self._early:
            keep(analysis_id)
        self._early.clear()

    def put(self, override: Override) -> None:
        """Keep this decision."""

        def keep(analysis_id: str) -> None:
            self._lane.submit(
                lambda _cancel: self._shelf.library.put_override(analysis_id, override)
            )

        self._soon(keep)

    def remove(self, key: str) -> None:
        """Forget a decision."""

        def forget(analysis_id: str) -> None:
            self._lane.submit(lambda _cancel: self._shelf.library.remove_override(analysis_id, key))

        self._soon(forget)

    def _soon(self, write: Callable[[str], None]) -> None:
        if self.analysis_id:
            write(self.analysis_id)
        else:
            self._early.append(write)


@dataclass(frozen=True)
class _Loaded:
    """A stored review, parsed in the storage lane."""

    analysis_id: str
    report: Report
    source: bytes | None
    overrides: Overrides = field(default_factory=dict)


class ReviewPage(QWidget):
    """Shows one review: a fresh one at once, a stored one after the library has answered.

    Signals:
        retryWanted, stopWanted: asked for the file this page follows; payload queue key.
        shown: a review is on screen; payload analysis id.
    """

    retryWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase
    stopWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase
    shown = Signal(str)

    def __init__(
        self, lane: Lane, shelf: Shelf, theme: ThemeKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._shelf = shelf
        self._store = LaneOverrideStore(lane, shelf)
        self._followed = ""
        self._fresh = ""
        self._name = QLabel(self)
        self._name.setProperty("role", "title")
        self._theme = theme
        self._view: ReviewView | None = None
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 6)
        head.addWidget(self._name, 1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addLayout(head)
        self._name.hide()

    @property
    def view(self) -> "ReviewView":
        """The view, made when it is first needed: a third of the time to the first paint."""
        if self._view is None:
            from desktop.review.review_view import ReviewView  # noqa: PLC0415 - see above

            self._view = ReviewView(self._theme, self._store, self)
            self._view.actionChosen.connect(self._on_action_chosen)
            self._rows.addWidget(self._view, 1)
        return self._view

    @property
    def is_prepared(self) -> bool:
        """Whether the view is made."""
        return self._view is not None

    def prepare(self) -> None:
        """Make the view now, so that the first review need not wait for it."""
        self.view.show_empty()

    @property
    def analysis_id(self) -> str:
        """The review on screen, empty when there is none."""
        return self._store.analysis_id

    def follow(self, item: QueueItem) -> None:
        """Show how this file fares until its review is there."""
        self._followed = item.key
        self._store.begin("")
        self._say_name(item.name)
        self.on_station_changed(item)

    def on_station_changed(self, item: QueueItem) -> None:
        """Show the followed file's next step; others are none of this page's business."""
        if item.key == self._fresh and item.station == Station.DONE:
            self._fresh = ""
            self._store.stored(item.analysis_id)
        if item.key != self._followed:
            return
        if item.station in (Station.FAILED, Station.STOPPED):
            title = (
                self.tr("Stopped")
                if item.station == Station.STOPPED
                else self.tr("This file could not be reviewed")
            )
            retry = StateAction("retry", self.tr("Try again"))
            words = StateWords(title, state_words(item, self.tr), (retry,), item.error_code)
            self.view.show_words(words)
        elif item.station == Station.KNOWN:
            self._followed = ""
            self.open(item.known_id)
        elif item.station == Station.REVIEWING and item.steps:
            self.view.show_progress(
                self.tr(STAGES.get(item.stage, item.stage)), item.step, item.steps
            )
        elif item.station in (Station.ADDING, Station.WAITING, Station.REVIEWING):
            self.view.show_progress(self.tr("Reading"), 1, 8)

    def show_fresh(self, fresh: FreshReview) -> None:
        """Show a review that was finished a moment ago."""
        self._followed = ""
        self._fresh = fresh.key
        source = _bytes_of(fresh.path)
        try:
            self._show(_Loaded("", Report.from_wire(fresh.wire), source))
        except ReportError as error:
            self._on_not_loaded(error)

    def open(self, analysis_id: str) -> None:
        """Show a stored review."""
        self._followed = self._fresh = ""
        self._lane.submit(
            lambda _cancel: _load(self._shelf, analysis_id), self._show, self._on_not_loaded
        )

    def _show(self, loaded: _Loaded) -> None:
        self._store.begin(loaded.analysis_id)
        self._say_name(loaded.report.file.name)
        self.view.show_review(loaded.report, loaded.source, loaded.overrides)
        self.shown.emit(loaded.analysis_id)

    def _say_name(self, name: str) -> None:
        self._name.setText(name)
        self._name.setVisible(bool(name))

    def _on_not_loaded(self, error: Exception) -> None:
        log.warning("a stored review could not be shown", exc_info=error)
        known = explain(error)
        title = self.tr("This review could not be opened")
        self.view.show_words(StateWords(title, known.message, (), known.code))

    def _on_action_chosen(self, chosen: ActionChosen) -> None:
        if not self._followed:
            return
        if chosen.name == "retry":
            self.retryWanted.emit(self._followed)
        elif chosen.name == "cancel":
            self.stopWanted.emit(self._followed)


def _load(shelf: Shelf, analysis_id: str) -> _Loaded:
    """Storage lane: read and parse a stored review and its file."""
    stored = shelf.library.review(analysis_id)
    wire: Mapping[str, Any] = stored.wire
    report = Report.from_wire(wire)
    return _Loaded(analysis_id, report, _bytes_of(stored.path), stored.overrides)


def _bytes_of(path: Path | None) -> bytes | None:
    """Return the file's bytes, None when they are not here (the review is still shown)."""
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None
