"""Copies files into the library one by one, so that a search may come between two copies."""

import logging
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.errors import LibraryError, LibraryReadOnlyError, StorageFullError, explain
from desktop.intake.handed_over import HandedOver
from desktop.intake.queue_item import QueueItem, Station
from desktop.intake.queue_model import QueueModel
from desktop.settings import Settings
from desktop.storage.records import Admitted
from desktop.storage.shelf import Shelf
from desktop.tasks.cancel import CancelToken
from desktop.tasks.lane import Lane

log = logging.getLogger("vitae.intake")

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

    def __init__(
        self,
        model: QueueModel,
        storage: Lane,
        shelf: Shelf,
        settings: Settings,
        handed: HandedOver,
    ) -> None:
        super().__init__(model)
        self._model = model
        self._storage = storage
        self._shelf = shelf
        self._settings = settings
        self._handed = handed
        self._line: deque[tuple[str, bool]] = deque()
        # Nothing is copied before it is known whether there is a library.
        self._busy = True

    @property
    def in_line(self) -> int:
        """How many files stand in line."""
        return len(self._line)

    def begin(self) -> None:
        """The library is open, or there is none: files that stood in line go on."""
        self._busy = False
        self._next()

    def add(self, items: Iterable[QueueItem], *, again: bool) -> None:
        """Copy files after those before them; with `again` even if they were reviewed before."""
        new = list(items)
        # One quick write first: whatever ends the program now, they are taken up again.
        self._handed.add_items(new, again=again)
        self.take_up((item, again) for item in new)

    def take_up(self, items: Iterable[tuple[QueueItem, bool]]) -> None:
        """Copy files that are noted already."""
        self._line.extend((item.key, again) for item, again in items)
        self._next()

    def finish(self, until: float) -> int:
        """Give the whole line to the storage lane, because the window goes; return its length.

        Args:
            until: on the monotonic clock in seconds; what is not copied by then stays noted.
        """
        items = [(self._model.get(key), again) for key, again in self._line]
        self._line.clear()
        self._busy = True
        left = [(i, again) for i, again in items if i is not None and i.station == Station.ADDING]
        for item, again in left:
            self._storage.submit(
                partial(self._copy_late, item, until, again=again), failed=_stays_noted
            )
        return len(left)

    def _copy_late(
        self, item: QueueItem, until: float, _cancel: CancelToken, *, again: bool
    ) -> None:
        """Storage lane: copy a file while the window closes; one that fails stays noted."""
        self.copy_now(item, until, again=again)

    def copy_now(self, item: QueueItem, until: float, *, again: bool = False) -> None:
        """Storage lane: copy a file if there is still time."""
        if time.monotonic() > until:
            log.warning("closing: no time left for a file; it is taken up at the next start")
            return
        self._admit(item, again=again)

    def _next(self) -> None:
        while self._line and not self._busy:
            key, again = self._line.popleft()
            item = self._model.get(key)
            # A file that was stopped while it stood in line is not copied at all.
            if item is not None and item.station == Station.ADDING:
                self._busy = True
                self._submit(item, again=again)
            else:
                self._handed.strike(key)

    def _submit(self, item: QueueItem, *, again: bool) -> None:
        self._storage.submit(
            lambda _cancel: self._admit(item, again=again),
            lambda admitted: self._end(Outcome(item.key, admitted=admitted)),
            lambda error: self._end(Outcome(item.key, error=error)),
        )

    def _admit(self, item: QueueItem, *, again: bool) -> Admitted:
        """Storage lane: have the file in the library, then strike it from what is noted."""
        admitted = self._into_library(item, again=again)
        self._handed.strike(item.key)
        return admitted

    def _into_library(self, item: QueueItem, *, again: bool) -> Admitted:
        """Copy the file or the text into the library, or find it there."""
        library = self._shelf.library
        if item.again_of:
            return library.review_again(item.again_of, item.industry)
        if item.source is None:
            return library.admit_text(item.text, item.name, item.industry, again=again)
        limit = self._settings.number("max_file_size_mb") * MIB
        return library.admit_file(item.source, item.industry, limit, again=again)

    def _end(self, outcome: Outcome) -> None:
        self._busy = False
        # A file that is at fault is shown with its reason; without a library it is tried again.
        if outcome.error is not None and not _may_pass(outcome.error):
            self._handed.strike(outcome.key)
        self.ended.emit(outcome)
        self._next()


def _may_pass(error: Exception) -> bool:
    """Whether the file itself is not at fault, so that the next start should try again."""
    known = explain(error)
    if isinstance(known, LibraryReadOnlyError):
        return False
    return isinstance(known, LibraryError | StorageFullError)


def _stays_noted(_error: Exception) -> None:
    """The lane has logged it; the next start takes the file up and shows what is wrong."""
