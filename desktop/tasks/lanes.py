"""The three lanes of the window, so that nothing long holds up something short."""

from PySide6.QtCore import QObject

from desktop.tasks.lane import CLOSE_WAIT_MS, Lane
from desktop.tasks.reviewer import Reviewer


class Lanes(QObject):
    """Storage (short, serial), analysis (long, serial, in a child process) and network.

    Owned by bootstrap. The storage lane does everything that touches the library or the disk;
    the analysis lane is a child process; the network lane's thread starts when it is first needed.
    """

    def __init__(self, reviewer: Reviewer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.storage = Lane("storage", self)
        self.network = Lane("network", self)
        self.analysis = reviewer
        reviewer.setParent(self)

    def close(self, storage_wait_ms: int = CLOSE_WAIT_MS) -> bool:
        """Stop the analysis, let storage finish what it was given; True if all of it was done."""
        self.analysis.close()
        self.network.close()
        return self.storage.finish(storage_wait_ms)
