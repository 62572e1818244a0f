"""Computes a stored review again through the reviewer child and says what came out."""

from PySide6.QtCore import QObject, Signal

from desktop.intake.errands import Errand
from desktop.intake.intake_service import IntakeService
from desktop.reproduce.asking import request_again
from desktop.reproduce.verification import (
    RUBRIC_MISSING,
    SOURCE_MISSING,
    computed_again,
    not_computed,
)
from desktop.review.report import Report
from desktop.storage.records import StoredReview
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane
from desktop.tasks.review_messages import ReviewFailure, ReviewResult

#: What the child says where it has no such rubric version or industry.
_RUBRIC_CODE = "rubric-invalid"


class ScoreCheck(QObject):
    """One check at a time; lives in the GUI thread.

    Signals:
        finished: the answer is there; payload `Verification`.
        failed: the library could not be asked; payload the error.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, intake: IntakeService, lane: Lane, shelf: Shelf, parent: QObject) -> None:
        super().__init__(parent)
        self._intake = intake
        self._lane = lane
        self._shelf = shelf
        self._stored: StoredReview | None = None
        self._request_id = ""

    def begin(self, analysis_id: str) -> None:
        """Check this review; one under way is given up."""
        self.cancel()
        shelf = self._shelf
        self._lane.submit(
            lambda _cancel: shelf.library.review(analysis_id), self._on_loaded, self.failed.emit
        )

    def cancel(self) -> None:
        """Give the check up; nobody is told."""
        self._stored = None
        if self._request_id:
            self._intake.forget(self._request_id)
        self._request_id = ""

    def _on_loaded(self, stored: StoredReview) -> None:
        self._stored = stored
        if stored.path is None:
            reason = self.tr("The file itself is not on this computer any more.")
            self.finished.emit(not_computed(stored.wire, SOURCE_MISSING, reason))
            return
        request = request_again(Report.from_wire(stored.wire), stored.path)
        self._request_id = request.request_id
        self._intake.ask(Errand(request, self._on_computed, self._on_not_computed))

    def _on_computed(self, result: ReviewResult) -> None:
        self._request_id = ""
        if self._stored is not None:
            place = self.tr("in the library, by its hash")
            self.finished.emit(computed_again(self._stored.wire, result.wire, place))

    def _on_not_computed(self, failure: ReviewFailure) -> None:
        self._request_id = ""
        if self._stored is not None:
            code = RUBRIC_MISSING if failure.code == _RUBRIC_CODE else failure.code
            self.finished.emit(not_computed(self._stored.wire, code, failure.message))
