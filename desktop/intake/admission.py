"""Copies files into the library one by one, so that a search may come between two copies."""

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.intake.queue_item import QueueItem, Station
from desktop.intake.queue_model import QueueModel
from desktop.settings import Settings
from desktop.storage.records import Admitted
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane

MIB = 1024 * 1024


@dataclass(frozen=True)
class Outcome:
    """What came of a file: `admitted`, or the `error` that kept it out."""

    key: str
    admitted: Admitted | None = None
    error: Exception | None = None


class Admission(QObject):
    """Keeps the line of files to copy; lives in the GUI thread, copies in the storage lane.

    Signals:
        ended: a file is in, known already, or was refused; payload `Outcome`.
    """

    ended = Signal(object)

    def __init__(self, model: QueueModel, storage: Lane, shelf: Shelf, settings: Settings) -> None:
        super().__init__(model)
        self._model = model
        self._storage = storage
        self._shelf = shelf
        self._settings = settings
        self._line: deque[tuple[str, bool]] = deque()
        # Nothing is copied before it is known whether there is a library.
        self._busy = True

    def begin(self) -> None:
        """The library is open, or there is none: files that stood in line go on."""
        self._busy = False
        self._next()

    def add(self, key: str, *, again: bool) -> None:
        """Copy a file after those before it; with `again` even if it was reviewed before."""
        self._line.append((key, again))
        self._next()

    def _next(self) -> None:
        while self._line and not self._busy:
            key, again = self._line.popleft()
            item = self._model.get(key)
            # A file that was stopped while it stood in line is not copied at all.
            if item is not None and item.station == Station.ADDING:
                self._busy = True
                self._submit(item, again=again)

    def _submit(self, item: QueueItem, *, again: bool) -> None:
        self._storage.submit(
            lambda _cancel: self._admit(item, again=again),
            lambda admitted: self._end(Outcome(item.key, admitted=admitted)),
            lambda error: self._end(Outcome(item.key, error=error)),
        )

    def _admit(self, item: QueueItem, *, again: bool) -> Admitted:
        """Storage lane: copy the file or the text into the library, or find it there."""
        library = self._shelf.library
        if item.again_of:
            return library.review_again(item.again_of, item.industry)
        if item.source is None:
            return library.admit_text(item.text, item.name, item.industry, again=again)
        limit = self._settings.number("max_file_size_mb") * MIB
        return library.admit_file(item.source, item.industry, limit, again=again)

    def _end(self, outcome: Outcome) -> None:
        self._busy = False
        self.ended.emit(outcome)
        self._next()
