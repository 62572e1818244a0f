"""The page of one review: asks the library, feeds the review view, keeps the coach's decisions."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.compare.versions import other_versions
from desktop.errors import explain
from desktop.feedback.overrides import Overrides
from desktop.history.dates import moment_words
from desktop.intake.queue_item import QueueItem, Station
from desktop.intake.queue_words import STAGES, state_words
from desktop.intake.review_run import FreshReview
from desktop.reproduce.check_dialog import CheckDialog
from desktop.reproduce.score_check import ScoreCheck
from desktop.review.events import ActionChosen
from desktop.review.report import Report, ReportError
from desktop.review.state_page import StateAction, StateWords
from desktop.shell.collaborators import Collaborators
from desktop.shell.correction_store import LaneCorrectionStore
from desktop.shell.override_store import LaneOverrideStore
from desktop.shell.review_export import ExportFormat, ReviewExport
from desktop.shell.review_header import ReviewHeader
from desktop.storage.records import Corrections, HistoryRow
from desktop.storage.shelf import Shelf

if TYPE_CHECKING:
    from desktop.review.review_view import ReviewView

log = logging.getLogger("vitae.review")

#: The action that leads from a stopped second review to the first one.
_BACK = "back"


@dataclass(frozen=True)
class _Loaded:
    """A review, parsed, with its file; `analysis_id` is empty until it is stored."""

    analysis_id: str
    report: Report
    wire: Mapping[str, Any]
    source: bytes | None
    overrides: Overrides = field(default_factory=dict)
    corrections: Corrections = ()


class ReviewPage(QWidget):
    """Shows one review: a fresh one at once, a stored one after the library has answered.

    Signals:
        noticed: something to tell in passing; payload str.
        failed: something could not be saved; payload the error.
        compareWanted: this review and another should be compared; payload both analysis ids.
    """

    noticed = Signal(str)
    failed = Signal(object)
    compareWanted = Signal(str, str)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, with_: Collaborators, industries: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._with = with_
        self._store = LaneOverrideStore(with_.storage, with_.shelf, self)
        self._corrections = LaneCorrectionStore(with_.storage, with_.shelf, self)
        self._again_soon = False
        self._followed = ""
        self._fresh = ""
        self._again_of = ""
        self._shown: _Loaded | None = None
        self._view: ReviewView | None = None
        self.header = ReviewHeader(industries, self)
        self.exporter = ReviewExport(with_.storage, self)
        self.checker = ScoreCheck(with_.intake, with_.storage, with_.shelf, self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.header)
        self._join()

    def _join(self) -> None:
        self._store.failed.connect(self.failed)
        self._corrections.failed.connect(self.failed)
        self.header.industryChosen.connect(self._on_industry_chosen)
        self.header.copyWanted.connect(self._on_copy_wanted)
        self.header.exportWanted.connect(self.export)
        self.header.versionChosen.connect(self._on_version_chosen)
        self.header.checkWanted.connect(self._on_check_wanted)
        self.checker.failed.connect(self.failed)
        self.exporter.failed.connect(self.failed)
        self.exporter.saved.connect(self._on_saved)
        self._with.intake.model.stationChanged.connect(self.on_station_changed)

    @property
    def view(self) -> "ReviewView":
        """The view, made when it is first needed: a third of the time to the first paint."""
        if self._view is None:
            from desktop.review.review_view import ReviewView  # noqa: PLC0415 - see above

            self._view = ReviewView(self._with.theme, self._store, self._corrections, self)
            self._view.actionChosen.connect(self._on_action_chosen)
            self._view.againWanted.connect(self._on_again_wanted)
            self._rows.addWidget(self._view, 1)
        return self._view

    @property
    def is_prepared(self) -> bool:
        """Whether the view is made."""
        return self._view is not None

    def take_focus(self) -> bool:
        """Give the keyboard to the review; False while there is none."""
        return self._view is not None and self._view.take_focus()

    def prepare(self) -> None:
        """Make the view now, so that the first review need not wait for it."""
        self.view.show_empty()

    @property
    def analysis_id(self) -> str:
        """The review on screen, empty when there is none or it is not stored yet."""
        return self._store.analysis_id

    def follow(self, item: QueueItem) -> None:
        """Show how this file fares until its review is there."""
        self._followed = item.key
        self._again_of = item.again_of
        self._shown = None
        self._store.begin("")
        self.header.show_name(item.name)
        self.on_station_changed(item)

    def on_station_changed(self, item: QueueItem) -> None:
        """Show the followed file's next step; others are none of this page's business."""
        if item.key == self._fresh and item.station == Station.DONE:
            self._fresh = ""
            self._store.stored(item.analysis_id)
            self.header.set_stored()
            self._look_for_decisions(item.analysis_id)
            self._look_for_versions(item.analysis_id)
            if self._again_soon:
                self._on_again_wanted()
        if item.key != self._followed:
            return
        if item.station in (Station.FAILED, Station.STOPPED):
            self.view.show_words(self._end_words(item))
        elif item.station == Station.KNOWN:
            self._followed = ""
            self.open(item.known_id)
        elif item.station == Station.REVIEWING and item.steps:
            stage = self.tr(STAGES.get(item.stage, item.stage))
            self.view.show_progress(stage, item.step, item.steps)
        elif item.is_open:
            self.view.show_progress(self.tr("Reading"), 1, 8)

    def _look_for_decisions(self, analysis_id: str) -> None:
        """Take over what was decided in an earlier review of the same content, if anything was."""
        shelf = self._with.shelf

        def on_loaded(loaded: _Loaded) -> None:
            untouched = self.analysis_id == analysis_id and not self.view.undo_stack.count()
            if loaded.overrides and untouched:
                self._show(loaded)

        self._with.storage.submit(
            lambda _cancel: _load(shelf, analysis_id), on_loaded, self.failed.emit
        )

    def _look_for_versions(self, analysis_id: str) -> None:
        """Offer the other reviews of this person's resume to be compared with."""
        shelf = self._with.shelf

        def on_found(rows: tuple[HistoryRow, ...]) -> None:
            if self.analysis_id == analysis_id:
                self.header.show_versions([(row.analysis_id, self._words(row)) for row in rows])

        self._with.storage.submit(
            lambda _cancel: other_versions(shelf.library, analysis_id), on_found, self.failed.emit
        )

    def _words(self, row: HistoryRow) -> str:
        when = moment_words(row.reviewed_at) if row.reviewed_at else ""
        score = self.tr("no score") if row.score is None else f"{row.score:.1f}"
        return f"{when}   {score}   {row.name}"

    def _end_words(self, item: QueueItem) -> StateWords:
        stopped = item.station == Station.STOPPED
        title = self.tr("Stopped") if stopped else self.tr("This file could not be reviewed")
        actions = [StateAction("retry", self.tr("Try again"))]
        if item.again_of:
            actions.append(StateAction(_BACK, self.tr("Back to the review")))
        return StateWords(title, state_words(item, self.tr), tuple(actions), item.error_code)

    def show_fresh(self, fresh: FreshReview) -> None:
        """Show a review that was finished a moment ago."""
        self._followed = ""
        self._fresh = fresh.key
        try:
            report = Report.from_wire(fresh.wire)
        except ReportError as error:
            self._on_not_loaded(error)
            return
        # What it was made with is what was kept when it began.
        said = tuple(item.correction for item in report.corrections)
        self._show(_Loaded("", report, fresh.wire, _bytes_of(fresh.path), corrections=said))

    def open(self, analysis_id: str) -> None:
        """Show a stored review."""
        self._followed = self._fresh = ""
        shelf = self._with.shelf
        self._with.storage.submit(
            lambda _cancel: _load(shelf, analysis_id), self._show, self._on_not_loaded
        )

    def export(self, format_: ExportFormat = ExportFormat.HTML) -> None:
        """Ask where to save the review on screen; without one say so."""
        if self._shown is None:
            self.noticed.emit(self.tr("Open a review first, then export it."))
        else:
            self.exporter.ask(self._shown.wire, format_)

    def _show(self, loaded: _Loaded) -> None:
        self._shown = loaded
        self._again_soon = False
        self._store.begin(loaded.analysis_id)
        self._corrections.begin(loaded.report.file.sha256)
        review = loaded.wire["review"]
        stored = bool(loaded.analysis_id)
        self.header.show_review(loaded.report.file.name, review["industry"], stored=stored)
        self.view.show_review(loaded.report, loaded.source, loaded.overrides, loaded.corrections)
        self.header.show_versions(())
        if stored:
            self._look_for_versions(loaded.analysis_id)
        if self.isVisible():  # while another page is looked at, the keyboard stays there
            self.take_focus()

    def _on_not_loaded(self, error: Exception) -> None:
        log.warning("a stored review could not be shown", exc_info=error)
        known = explain(error)
        self._shown = None
        title = self.tr("This review could not be opened")
        self.view.show_words(StateWords(title, known.message, (), known.code))

    def _on_action_chosen(self, chosen: ActionChosen) -> None:
        if self._followed and chosen.name == "retry":
            self._with.intake.retry(self._followed)
        elif self._followed and chosen.name == "cancel":
            self._with.intake.cancel(self._followed)
        elif chosen.name == _BACK and self._again_of:
            self.open(self._again_of)

    def _on_again_wanted(self) -> None:
        """Review the same resume again with what the coach has said of its reading."""
        if self._shown is None:
            return
        self._again_soon = not self.analysis_id  # a moment later, once it is stored
        if self.analysis_id:
            report = self._shown.report
            name, industry = report.file.name, report.review.industry
            self._with.intake.review_for(self.analysis_id, name, industry)

    def _on_industry_chosen(self, industry: str) -> None:
        if self._shown is not None and self.analysis_id:
            name = self._shown.report.file.name
            self._with.intake.review_for(self.analysis_id, name, industry)

    def _on_version_chosen(self, other: str) -> None:
        if self.analysis_id:
            self.compareWanted.emit(self.analysis_id, other)

    def _on_check_wanted(self) -> None:
        """Compute the review on screen again, and open what came out."""
        if self._shown is None or not self.analysis_id:
            return
        dialog = CheckDialog(self._shown.report.file.name, self)
        self.checker.finished.connect(dialog.show_result)
        dialog.givenUp.connect(self.checker.cancel)
        dialog.open()
        self.checker.begin(self.analysis_id)

    def _on_copy_wanted(self) -> None:
        if self._shown is not None:
            self.exporter.copy(self._shown.wire)
            self.noticed.emit(self.tr("The review is on the clipboard."))

    def _on_saved(self, path: str) -> None:
        self.noticed.emit(self.tr("Saved as {path}").format(path=path))


def _load(shelf: Shelf, analysis_id: str) -> _Loaded:
    """Storage lane: read and parse a stored review and its file."""
    stored = shelf.library.review(analysis_id)
    report = Report.from_wire(stored.wire)
    source = _bytes_of(stored.path)
    said = stored.corrections
    return _Loaded(analysis_id, report, stored.wire, source, stored.overrides, said)


def _bytes_of(path: Path | None) -> bytes | None:
    """Return the file's bytes, None when they are not here (the review is still shown)."""
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None
