"""Knows whether the program came to a proper end last time, by a mark that lies there meanwhile."""

from contextlib import suppress
from pathlib import Path


class RunMark:
    """A small file in the data folder from the start to the end; used by the one window.

    A folder that takes no file leaves no mark: then every start looks like a proper one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self) -> bool:
        """Set the mark; return whether the last run left its own behind (crash, kill, power)."""
        left = self._path.exists()
        with suppress(OSError):
            self._path.touch(mode=0o600)
        return left

    def end(self) -> None:
        """Take the mark away: the program ends as it should."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
