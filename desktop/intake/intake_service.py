"""Walks every dropped file through the queue: copied in, reviewed, stored; one after the other.

    add → storage lane: copy into the library, row "pending" → waiting
        → analysis lane: the reviewer child → shown at once → storage lane: review stored → done

A file is in the library before it waits, so a crash at any later point loses nothing: whatever
waited or ran is queued again by `take_up` at the next start.
"""

import logging
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from desktop.errors import explain
from desktop.history.dates import short_date
from desktop.intake.admission import Admission, Outcome
from desktop.intake.collect import Collected, collect
from desktop.intake.queue_item import OPEN_STATIONS, QueueItem, Station
from desktop.intake.queue_model import QueueModel
from desktop.settings import Settings
from desktop.storage.records import Admitted, Changes, Completed
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane
from desktop.tasks.lanes import Lanes
from desktop.tasks.review_messages import (
    ReviewFailure,
    ReviewProgress,
    ReviewRequest,
    ReviewResult,
)

log = logging.getLogger("vitae.intake")


@dataclass(frozen=True)
class FreshReview:
    """A review that was finished a moment ago; `alone` when its file was dropped by itself."""

    key: str
    path: Path | None
    wire: dict[str, Any]
    alone: bool


class IntakeService(QObject):
    """Owns the queue's model and moves its files along; lives in the GUI thread.

    Signals:
        reviewed: a review is finished, before it is stored; payload `FreshReview`.
        changed: the library was written; payload `Changes`.
        noticed: something to tell in passing; payload str.
        confirmationNeeded: many files were dropped; payload `Collected`; `admit` goes on.
        stationChanged: a file moved along; payload `QueueItem`.
    """

    reviewed = Signal(object)
    changed = Signal(object)
    noticed = Signal(str)
    confirmationNeeded = Signal(object)  # noqa: N815 - Qt signals are camelCase
    stationChanged = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, lanes: Lanes, shelf: Shelf, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.model = QueueModel(self)
        self._storage: Lane = lanes.storage
        self._reviewer = lanes.analysis
        self._shelf = shelf
        self._settings = settings
        self._admission = Admission(self.model, self._storage, shelf, settings)
        self.begin = self._admission.begin
        self._admission.ended.connect(self._on_admission_ended)
        self._unsaved: dict[str, ReviewResult] = {}
        self._reviewer.progressed.connect(self._on_reviewer_progressed)
        self._reviewer.finished.connect(self._on_reviewer_finished)
        self._reviewer.failed.connect(self._on_reviewer_failed)

    @property
    def paused(self) -> bool:
        """Whether waiting files are held back."""
        return bool(self._settings.get("queue_paused"))

    # --- in -------------------------------------------------------------------------------------

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Add files and folders; a large number is confirmed first."""
        given = tuple(paths)
        if given:
            self._storage.submit(
                lambda cancel: collect(given, cancel), self._on_collected, self._on_trouble
            )

    def admit(self, collected: Collected) -> None:
        """Queue the collected files."""
        files = collected.files[: self._settings.number("max_batch")]
        alone = len(files) == 1
        self._enqueue(self._new(path.name, source=path, alone=alone) for path in files)
        if len(files) < len(collected.files) or collected.cut_off:
            self.noticed.emit(self.tr("Only the first {n} files were added.").format(n=len(files)))

    def add_text(self, text: str) -> None:
        """Queue pasted text as a resume."""
        stamp = QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)
        name = self.tr("Pasted text {when}.txt").format(when=stamp.replace("/", "-"))
        self._enqueue([self._new(name, text=text, alone=True)])

    def take_up(self, rows: Iterable[Admitted]) -> None:
        """Queue again whatever waited or ran when the program last ended."""
        here = {item.file_id for item in self.model.items()}
        self.model.add(
            QueueItem(
                uuid.uuid4().hex,
                row.name,
                row.industry,
                Station.WAITING,
                path=row.path,
                file_id=row.file_id,
            )
            for row in rows
            if row.file_id not in here
        )
        self._advance()

    # --- what the person does with a file -------------------------------------------------------

    def cancel(self, key: str) -> None:
        """Stop a file; a running review is killed at once."""
        item = self.model.get(key)
        if item is None or item.station not in OPEN_STATIONS or item.station == Station.SAVING:
            return
        if item.station == Station.REVIEWING:
            self._reviewer.cancel()
        self._put(item.at(Station.STOPPED))
        if item.file_id:
            self._write(lambda library: library.stop([item.file_id]))
        self._advance()

    def cancel_all(self) -> None:
        """Stop everything that still waits or runs."""
        stoppable = (Station.ADDING, Station.WAITING, Station.REVIEWING)
        stopped = [item for item in self.model.items() if item.station in stoppable]
        if any(item.station == Station.REVIEWING for item in stopped):
            self._reviewer.cancel()
        for item in stopped:
            self._put(item.at(Station.STOPPED))
        ids = [item.file_id for item in stopped if item.file_id]
        if ids:
            self._write(lambda library: library.stop(ids))

    def retry(self, key: str) -> None:
        """Try a failed or stopped file again, from where it stopped."""
        item = self.model.get(key)
        if item is None or not item.can_retry:
            return
        unsaved = self._unsaved.get(key)
        if unsaved is not None:
            self._save(item, unsaved)
        elif item.file_id:
            self._requeue(item)
        else:
            self._put(item.at(Station.ADDING))
            self._admission.add(key, again=True)

    def try_again(self, file_id: str) -> None:
        """Queue a file again that failed in an earlier session."""
        known = self.model.find(lambda item: item.file_id == file_id)
        if known is not None:
            self.retry(known.key)
            return
        self._storage.submit(
            lambda _cancel: [self._shelf.library.queue_again(file_id)],
            self.take_up,
            self._on_trouble,
        )

    def retry_failed(self) -> None:
        """Try all failed files again."""
        for item in self.model.at(Station.FAILED):
            self.retry(item.key)

    def review_again(self, key: str) -> None:
        """Review a file although its content was reviewed before."""
        item = self.model.get(key)
        if item is not None and item.station == Station.KNOWN:
            self._put(item.at(Station.ADDING, industry=self._settings.text("industry")))
            self._admission.add(key, again=True)

    def pause(self, *, paused: bool) -> None:
        """Hold waiting files back, or let them go on; a running review is finished."""
        self._settings.set("queue_paused", paused)
        self._advance()

    def clear_finished(self) -> None:
        """Take finished, known and stopped files off the list; nothing is deleted."""
        gone = (Station.DONE, Station.KNOWN, Station.STOPPED)
        self.model.remove(lambda item: item.station in gone)

    def open_count(self) -> int:
        """Return how many files wait or run."""
        return sum(item.is_open for item in self.model.items())

    # --- adding ---------------------------------------------------------------------------------

    def _new(self, name: str, **fields: Any) -> QueueItem:
        return QueueItem(uuid.uuid4().hex, name, self._settings.text("industry"), **fields)

    def _enqueue(self, items: Iterable[QueueItem]) -> None:
        new = list(items)
        self.model.add(new)
        for item in new:
            self._admission.add(item.key, again=False)
            self.stationChanged.emit(item)

    def _on_admission_ended(self, outcome: Outcome) -> None:
        if outcome.admitted is not None:
            self._on_admitted(outcome.key, outcome.admitted)
        elif outcome.error is not None:
            self._on_not_admitted(outcome.key, outcome.error)

    def _on_admitted(self, key: str, admitted: Admitted) -> None:
        item = self.model.get(key)
        if item is None or item.station == Station.STOPPED:
            # Stopped while it was copied: the row must not come back at the next start.
            if not admitted.past:
                self._write(lambda library: library.stop([admitted.file_id]))
        elif admitted.past:
            when = short_date(admitted.past.reviewed_at)
            known = item.at(Station.KNOWN, known_id=admitted.past.analysis_id, known_when=when)
            self._put(known)
        else:
            stored = {"file_id": admitted.file_id, "path": admitted.path, "text": ""}
            self._put(item.at(Station.WAITING, **stored))
        self._advance()

    def _on_not_admitted(self, key: str, error: Exception) -> None:
        item = self.model.get(key)
        if item is not None:
            self._put(_failed(item, error))

    # --- reviewing ------------------------------------------------------------------------------

    def _advance(self) -> None:
        """Begin the next waiting review if none is under way."""
        if self.paused or self._reviewer.current is not None:
            return
        item = self.model.find(lambda one: one.station == Station.WAITING)
        if item is None or item.path is None:
            return
        self._put(item.at(Station.REVIEWING))
        self._write(lambda library: library.start(item.file_id))
        self._reviewer.review(ReviewRequest(item.key, item.path, item.name, item.industry))

    def _on_reviewer_progressed(self, progress: ReviewProgress) -> None:
        item = self.model.get(progress.request_id)
        if item is not None:
            where = {"stage": progress.stage, "step": progress.step, "steps": progress.steps}
            self._put(item.at(Station.REVIEWING, **where))

    def _on_reviewer_finished(self, result: ReviewResult) -> None:
        item = self.model.get(result.request_id)
        if item is not None:
            fresh = FreshReview(item.key, item.path, result.wire, item.alone)
            self.reviewed.emit(fresh)
            self._save(item, result)
        self._advance()

    def _on_reviewer_failed(self, failure: ReviewFailure) -> None:
        item = self.model.get(failure.request_id)
        if item is not None:
            self._put(item.at(Station.FAILED, error_code=failure.code, message=failure.message))
            self._write(lambda library: library.fail(item.file_id, failure.code, failure.message))
        self._advance()

    # --- storing --------------------------------------------------------------------------------

    def _save(self, item: QueueItem, result: ReviewResult) -> None:
        """Store a finished review; one that cannot be stored is kept for another try."""
        self._unsaved[item.key] = result
        score = _overall(result.wire)
        self._put(item.at(Station.SAVING, score=score))
        self._storage.submit(
            lambda _cancel: self._shelf.library.complete(item.file_id, result.wire),
            lambda completed: self._on_saved(item.key, completed),
            lambda error: self._on_not_saved(item.key, error),
        )

    def _on_saved(self, key: str, completed: Completed) -> None:
        self._unsaved.pop(key, None)
        item = self.model.get(key)
        if item is not None:
            self._put(item.at(Station.DONE, analysis_id=completed.analysis_id))
        self.changed.emit(completed.changes)

    def _on_not_saved(self, key: str, error: Exception) -> None:
        item = self.model.get(key)
        if item is not None:
            self._put(_failed(item, error))

    def _requeue(self, item: QueueItem) -> None:
        self._put(item.at(Station.ADDING))
        self._storage.submit(
            lambda _cancel: self._shelf.library.queue_again(item.file_id),
            lambda admitted: self._on_admitted(item.key, admitted),
            lambda error: self._on_not_admitted(item.key, error),
        )

    def _write(self, work: Callable[[Any], Changes]) -> None:
        """Do a small write; trouble is told in passing, the queue goes on."""
        self._storage.submit(
            lambda _cancel: work(self._shelf.library), self.changed.emit, self._on_trouble
        )

    def _on_collected(self, collected: Collected) -> None:
        for path in collected.missing:
            item = self._new(path.name, source=path)
            self.model.add([item])
            self._put(
                item.at(
                    Station.FAILED,
                    error_code="file-not-found",
                    message=self.tr("The file is not there any more."),
                )
            )
        if not collected.files and not collected.missing:
            self.noticed.emit(self.tr("There is no resume in this folder."))
        elif collected.needs_confirmation:
            self.confirmationNeeded.emit(collected)
        else:
            self.admit(collected)

    def _on_trouble(self, error: Exception) -> None:
        self.noticed.emit(explain(error).message)

    def _put(self, item: QueueItem) -> None:
        self.model.put(item)
        self.stationChanged.emit(item)


def _failed(item: QueueItem, error: Exception) -> QueueItem:
    known = explain(error)
    return item.at(
        Station.FAILED,
        error_code=known.code,
        message=known.message,
        next_step=known.next_step,
    )


def _overall(wire: dict[str, Any]) -> float | None:
    review = wire.get("review")
    score = review.get("overall_score") if isinstance(review, dict) else None
    return float(score) if isinstance(score, int | float) else None
