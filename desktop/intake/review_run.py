"""Takes waiting files through the reviewer, one after the other, and stores what comes of them.

waiting → reviewer child → shown at once (`reviewed`) → storage lane → done

Reviews asked for on the side (`Errands`) go before the next file, also while the queue is paused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.errors import explain
from desktop.intake.errands import Errand, Errands
from desktop.intake.queue_item import QueueItem, Station
from desktop.intake.queue_model import QueueModel
from desktop.settings import Settings
from desktop.storage.port import Library
from desktop.storage.records import Changes, Completed
from desktop.storage.shelf import Shelf
from desktop.tasks.lanes import Lanes
from desktop.tasks.review_messages import (
    ReviewFailure,
    ReviewProgress,
    ReviewRequest,
    ReviewResult,
)


@dataclass(frozen=True)
class FreshReview:
    """A review that was finished a moment ago; `alone` when its file was dropped by itself."""

    key: str
    path: Path | None
    wire: dict[str, Any]
    alone: bool


class ReviewRun(QObject):
    """Owns the way from "waiting" to "done"; lives in the GUI thread.

    Signals:
        reviewed: a review is finished, before it is stored; payload `FreshReview`.
        changed: the library was written; payload `Changes`.
        troubled: a small write did not work; payload the error. The queue goes on.
    """

    reviewed = Signal(object)
    changed = Signal(object)
    troubled = Signal(object)

    def __init__(self, model: QueueModel, lanes: Lanes, shelf: Shelf, settings: Settings) -> None:
        super().__init__(model)
        self._model = model
        self._storage = lanes.storage
        self._reviewer = lanes.analysis
        self._shelf = shelf
        self._settings = settings
        self._errands = Errands(lanes.analysis)
        self._unsaved: dict[str, ReviewResult] = {}
        self._ended = False
        self._reviewer.progressed.connect(self._on_progressed)
        self._reviewer.finished.connect(self._on_finished)
        self._reviewer.failed.connect(self._on_failed)

    @property
    def paused(self) -> bool:
        """Whether waiting files are held back."""
        return bool(self._settings.get("queue_paused"))

    def advance(self) -> None:
        """Begin the next errand or waiting review if none is under way."""
        if self._ended or self._reviewer.current is not None:
            return
        if self._errands.begin() or self.paused:
            return
        item = self._model.find(lambda one: one.station == Station.WAITING)
        if item is None or item.path is None:
            return
        self._model.put(item.at(Station.REVIEWING))
        self.write(lambda library: library.start(item.file_id))
        self._reviewer.review(
            ReviewRequest(item.key, item.path, item.name, item.industry, item.corrections)
        )

    def ask(self, errand: Errand) -> None:
        """Review a file on the side; who asked is told, and nothing is stored."""
        self._errands.add(errand)
        self.advance()

    def forget(self, request_id: str) -> None:
        """Nobody wants the answer to an errand any more."""
        self._errands.cancel(request_id)
        self.advance()

    def end(self) -> None:
        """The window goes: an answer that comes late begins no further review."""
        self._ended = True

    def stop(self, items: list[QueueItem]) -> None:
        """Stop these files; a review under way is killed at once."""
        if any(item.station == Station.REVIEWING for item in items):
            self._reviewer.cancel()
        for item in items:
            self._model.put(item.at(Station.STOPPED))
        ids = [item.file_id for item in items if item.file_id]
        if ids:
            self.write(lambda library: library.stop(ids))
        self.advance()

    def save_again(self, item: QueueItem) -> bool:
        """Store a finished review that could not be stored; False when there is none."""
        result = self._unsaved.get(item.key)
        if result is not None:
            self._save(item, result)
        return result is not None

    def write(self, work: Callable[[Library], Changes]) -> None:
        """Do a small write in the storage lane."""
        self._storage.submit(
            lambda _cancel: work(self._shelf.library), self.changed.emit, self.troubled.emit
        )

    def _on_progressed(self, progress: ReviewProgress) -> None:
        item = self._model.get(progress.request_id)
        if item is not None:
            where = {"stage": progress.stage, "step": progress.step, "steps": progress.steps}
            self._model.put(item.at(Station.REVIEWING, **where))

    def _on_finished(self, result: ReviewResult) -> None:
        if self._errands.end(result):
            self.advance()
            return
        item = self._model.get(result.request_id)
        if item is not None:
            self.reviewed.emit(FreshReview(item.key, item.path, result.wire, item.alone))
            self._save(item, result)
        self.advance()

    def _on_failed(self, failure: ReviewFailure) -> None:
        if self._errands.end(failure):
            self.advance()
            return
        item = self._model.get(failure.request_id)
        if item is not None:
            wrong = {"error_code": failure.code, "message": failure.message}
            self._model.put(item.at(Station.FAILED, **wrong))
            self.write(lambda library: library.fail(item.file_id, failure.code, failure.message))
        self.advance()

    def _save(self, item: QueueItem, result: ReviewResult) -> None:
        """Store a finished review; one that cannot be stored is kept for another try."""
        self._unsaved[item.key] = result
        self._model.put(item.at(Station.SAVING, score=_overall(result.wire)))
        self._storage.submit(
            lambda _cancel: self._shelf.library.complete(item.file_id, result.wire),
            lambda completed: self._on_saved(item.key, completed),
            lambda error: self._on_not_saved(item.key, error),
        )

    def _on_saved(self, key: str, completed: Completed) -> None:
        self._unsaved.pop(key, None)
        item = self._model.get(key)
        if item is not None:
            self._model.put(item.at(Station.DONE, analysis_id=completed.analysis_id))
        self.changed.emit(completed.changes)

    def _on_not_saved(self, key: str, error: Exception) -> None:
        item = self._model.get(key)
        if item is not None:
            self._model.put(failed(item, error))


def failed(item: QueueItem, error: Exception) -> QueueItem:
    """Return the file with what went wrong, in words."""
    known = explain(error)
    wrong = {"error_code": known.code, "message": known.message, "next_step": known.next_step}
    return item.at(Station.FAILED, **wrong)


def _overall(wire: dict[str, Any]) -> float | None:
    review = wire.get("review")
    score = review.get("overall_score") if isinstance(review, dict) else None
    return float(score) if isinstance(score, int | float) else None
