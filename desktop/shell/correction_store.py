"""Keeps the coach's corrections of a reading through the storage lane; fits `CorrectionStore`."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.storage.port import Library
from desktop.storage.records import Changes
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane


class LaneCorrectionStore(QObject):
    """Corrections of the content on screen; they belong to its bytes, so nothing waits for an id.

    Signals:
        failed: a correction could not be kept; payload the error.
    """

    failed = Signal(object)

    def __init__(self, lane: Lane, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sha256 = ""
        self._lane = lane
        self._shelf = shelf

    def begin(self, sha256: str) -> None:
        """Keep corrections of the content with this hash from now on."""
        self._sha256 = sha256

    def put(self, target: str, said: Mapping[str, Any]) -> None:
        """Keep a correction."""
        sha256 = self._sha256
        self._submit(lambda library: library.put_correction(sha256, target, said))

    def remove(self, target: str) -> None:
        """Take one back."""
        sha256 = self._sha256
        self._submit(lambda library: library.remove_correction(sha256, target))

    def _submit(self, write: Callable[[Library], Changes]) -> None:
        self._lane.submit(lambda _cancel: write(self._shelf.library), None, self.failed.emit)
