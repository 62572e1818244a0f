"""Takes in every dropped file and does with it what the person asks, until its review is stored.

    add → storage lane: copy into the library, row "pending" (`Admission`) → waiting → `ReviewRun`

A file is in the library before it waits, so a crash at any later point loses nothing: whatever
waited or ran is queued again by `take_up` at the next start.
"""

import time
import uuid
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from desktop.errors import explain
from desktop.history.dates import moment_words
from desktop.intake.admission import Admission, Outcome
from desktop.intake.collect import Collected, collect
from desktop.intake.errands import Errand
from desktop.intake.handed_over import HandedOver
from desktop.intake.queue_item import OPEN_STATIONS, QueueItem, Station
from desktop.intake.queue_model import QueueModel
from desktop.intake.review_run import ReviewRun, failed
from desktop.settings import Settings
from desktop.storage.records import Admitted
from desktop.storage.shelf import Shelf
from desktop.tasks.cancel import CancelToken
from desktop.tasks.lane import Lane
from desktop.tasks.lanes import Lanes

#: Where a file can be stopped: a review that is being stored is as good as done.
_STOPPABLE = OPEN_STATIONS - {Station.SAVING}
_THROUGH = frozenset({Station.DONE, Station.KNOWN, Station.STOPPED})


class IntakeService(QObject):
    """Owns the queue's model and the two that move its files along; lives in the GUI thread.

    Signals:
        reviewed: a review is finished, before it is stored; payload `FreshReview`.
        changed: the library was written; payload `Changes`.
        noticed: something to tell in passing; payload str.
        confirmationNeeded: many files were dropped; payload `Collected`; `admit` goes on.
    """

    reviewed = Signal(object)
    changed = Signal(object)
    noticed = Signal(str)
    confirmationNeeded = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self,
        lanes: Lanes,
        shelf: Shelf,
        settings: Settings,
        handed: HandedOver,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = QueueModel(self)
        self._storage: Lane = lanes.storage
        self._shelf = shelf
        self._settings = settings
        self._handed = handed
        #: Drops whose files are being listed: key → how to stop it, what was dropped.
        self._drops: dict[str, tuple[CancelToken, tuple[Path, ...]]] = {}
        self._run = ReviewRun(self.model, lanes, shelf, settings)
        self._run.reviewed.connect(self.reviewed)
        self._run.changed.connect(self.changed)
        self._run.troubled.connect(self._on_trouble)
        self._admission = Admission(self.model, self._storage, shelf, settings, handed)
        self._admission.ended.connect(self._on_admission_ended)

    @property
    def paused(self) -> bool:
        """Whether waiting files are held back."""
        return self._run.paused

    @property
    def on_their_way(self) -> int:
        """How many files and drops are handed over and not being copied yet."""
        return len(self._drops) + self._admission.in_line

    def begin(self) -> None:
        """The library is open, or there is none: files that stood in line go on."""
        self._admission.begin()

    # --- in -------------------------------------------------------------------------------------

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Add files and folders; a large number is confirmed first."""
        given = tuple(paths)
        if given:
            key = uuid.uuid4().hex
            self._handed.add_drop(key, given)
            self._collect(key, given)

    def take_up_handed(self) -> None:
        """Go on with what was handed over before and never came into the library."""
        left = self._handed.left_over()
        self.model.add(item for item, _again in left.items)
        self._admission.take_up(left.items)
        for key, given in left.drops:
            self._collect(key, given)

    def finish(self, within_s: float) -> int:
        """The window goes: let the storage lane copy in what was handed over; submits only.

        Returns:
            How many files and drops are still on their way; what fails is tried at the next start.
        """
        self._run.end()
        until = time.monotonic() + within_s
        count = self._admission.finish(until) + len(self._drops)
        for key, (token, given) in self._drops.items():
            token.cancel()
            self._storage.submit(
                partial(self._admit_drop, key, given, until), failed=lambda _error: None
            )
        self._drops.clear()
        return count

    def _admit_drop(
        self, key: str, given: tuple[Path, ...], until: float, cancel: CancelToken
    ) -> None:
        """Storage lane: take in a drop whose files the window never saw listed."""
        collected = collect(given, cancel)
        # Nobody can be asked now, and what is missing has to be shown: the next start does both.
        if collected.needs_confirmation or collected.missing:
            return
        files = collected.files[: self._settings.number("max_batch")]
        items = [self._new(path.name, source=path) for path in files]
        self._handed.add_items(items, again=False)
        self._handed.strike(key)
        for item in items:
            with suppress(Exception):  # it stays noted, and the next start shows what is wrong
                self._admission.copy_now(item, until)

    def _collect(self, key: str, given: tuple[Path, ...]) -> None:
        token = self._storage.submit(
            lambda cancel: collect(given, cancel),
            partial(self._on_collected, key),
            partial(self._on_not_collected, key),
        )
        self._drops[key] = (token, given)

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

    def review_for(self, analysis_id: str, name: str, industry: str) -> None:
        """Queue the resume of a stored review again, measured against another industry."""
        key = uuid.uuid4().hex
        self._enqueue([QueueItem(key, name, industry, again_of=analysis_id, alone=True)])

    def ask(self, errand: Errand) -> None:
        """Review a stored file on the side; who asked is told, and nothing is stored."""
        self._run.ask(errand)

    def forget(self, request_id: str) -> None:
        """Stop an errand whose answer nobody wants any more."""
        self._run.forget(request_id)

    def take_up(self, rows: Iterable[Admitted]) -> None:
        """Queue again whatever waited or ran when the program last ended."""
        here = {item.file_id for item in self.model.items()}
        self.model.add(_taken_up(row) for row in rows if row.file_id not in here)
        self._run.advance()

    # --- what the person does with a file -------------------------------------------------------

    def cancel(self, key: str) -> None:
        """Stop a file; a running review is killed at once."""
        item = self.model.get(key)
        if item is not None and item.station in _STOPPABLE:
            self._run.stop([item])

    def cancel_all(self) -> None:
        """Stop everything that still waits or runs."""
        self._run.stop([item for item in self.model.items() if item.station in _STOPPABLE])

    def retry(self, key: str) -> None:
        """Try a failed or stopped file again, from where it stopped."""
        item = self.model.get(key)
        if item is None or not item.can_retry or self._run.save_again(item):
            return
        self.model.put(item.at(Station.ADDING))
        if item.file_id:
            self._requeue(item)
        else:
            self._admission.add([item], again=True)

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
            self.model.put(item.at(Station.ADDING, industry=self._settings.text("industry")))
            self._admission.add([item], again=True)

    def move(self, key: str, step: int) -> None:
        """Let a file be reviewed one place earlier (-1) or later (+1), also after a restart."""
        swapped = self.model.move(key, step)
        if swapped and all(item.file_id for item in swapped):
            ids = [item.file_id for item in swapped]
            self._run.write(lambda library: library.reorder(ids))

    def pause(self, *, paused: bool) -> None:
        """Hold waiting files back, or let them go on; a running review is finished."""
        self._settings.set("queue_paused", paused)
        self._run.advance()

    def clear_finished(self) -> None:
        """Take finished, known and stopped files off the list; nothing is deleted."""
        self.model.remove(lambda item: item.station in _THROUGH)

    def remove(self, key: str) -> None:
        """Take a file off the list at which nothing happens any more; nothing is deleted."""
        item = self.model.get(key)
        if item is not None and not item.is_open:
            self._handed.strike(key)
            self.model.remove(lambda one: one.key == key)

    def open_count(self) -> int:
        """Return how many files wait or run."""
        return sum(item.is_open for item in self.model.items())

    # --- adding ---------------------------------------------------------------------------------

    def _new(self, name: str, **fields: Any) -> QueueItem:
        return QueueItem(uuid.uuid4().hex, name, self._settings.text("industry"), **fields)

    def _enqueue(self, items: Iterable[QueueItem]) -> None:
        new = list(items)
        self.model.add(new)
        self._admission.add(new, again=False)

    def _requeue(self, item: QueueItem) -> None:
        self._storage.submit(
            lambda _cancel: self._shelf.library.queue_again(item.file_id),
            lambda admitted: self._on_admitted(item.key, admitted),
            lambda error: self._on_not_admitted(item.key, error),
        )

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
                self._run.write(lambda library: library.stop([admitted.file_id]))
        elif admitted.past:
            when = moment_words(admitted.past.reviewed_at)
            known = {"known_id": admitted.past.analysis_id, "known_when": when}
            self.model.put(item.at(Station.KNOWN, **known))
        else:
            stored = {"file_id": admitted.file_id, "path": admitted.path, "text": ""}
            said = {"corrections": admitted.corrections}
            self.model.put(item.at(Station.WAITING, **stored, **said))
        self._run.advance()

    def _on_not_admitted(self, key: str, error: Exception) -> None:
        item = self.model.get(key)
        if item is not None:
            self.model.put(failed(item, error))

    def _on_collected(self, key: str, collected: Collected) -> None:
        self._take_in(collected)
        self._drops.pop(key, None)
        self._handed.strike(key)

    def _on_not_collected(self, key: str, error: Exception) -> None:
        self._drops.pop(key, None)
        self._on_trouble(error)

    def _take_in(self, collected: Collected) -> None:
        self.model.add(self._missing(path) for path in collected.missing)
        if not collected.files and not collected.missing:
            self.noticed.emit(self.tr("There is no resume in this folder."))
        elif collected.needs_confirmation:
            self.confirmationNeeded.emit(collected)
        else:
            self.admit(collected)

    def _missing(self, path: Path) -> QueueItem:
        message = self.tr("The file is not there any more.")
        item = self._new(path.name, source=path)
        return item.at(Station.FAILED, error_code="file-not-found", message=message)

    def _on_trouble(self, error: Exception) -> None:
        self.noticed.emit(explain(error).message)


def _taken_up(row: Admitted) -> QueueItem:
    return QueueItem(
        uuid.uuid4().hex,
        row.name,
        row.industry,
        Station.WAITING,
        path=row.path,
        file_id=row.file_id,
        corrections=row.corrections,
    )
