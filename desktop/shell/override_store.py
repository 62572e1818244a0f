"""Keeps the coach's decisions about findings through the storage lane; fits `OverrideStore`."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.feedback.overrides import Override
from desktop.storage.port import Library
from desktop.storage.records import Changes
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane


class LaneOverrideStore(QObject):
    """Decisions about the review on screen; those made before it was stored wait for its id.

    Signals:
        failed: a decision could not be kept; payload the error.
    """

    failed = Signal(object)

    def __init__(self, lane: Lane, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        self._soon(lambda library, analysis_id: library.put_override(analysis_id, override))

    def remove(self, key: str) -> None:
        """Forget a decision."""
        self._soon(lambda library, analysis_id: library.remove_override(analysis_id, key))

    def _soon(self, write: Callable[[Library, str], Changes]) -> None:
        def submit(analysis_id: str) -> None:
            self._lane.submit(
                lambda _cancel: write(self._shelf.library, analysis_id), None, self.failed.emit
            )

        if self.analysis_id:
            submit(self.analysis_id)
        else:
            self._early.append(submit)
