"""Holds the open library for work in the storage lane; empty until opening has succeeded."""

from desktop.errors import LibraryError
from desktop.storage.port import Library


class Shelf:
    """Where work finds the library. Filled and read in the storage lane only."""

    def __init__(self) -> None:
        self._library: Library | None = None
        self._reason: LibraryError | None = None

    @property
    def library(self) -> Library:
        """The open library.

        Raises:
            LibraryError: it could not be opened (the reason), or not yet.
        """
        if self._library is None:
            raise self._reason or LibraryError("library-closed", "The library is not open.")
        return self._library

    def put(self, library: Library) -> None:
        """Take the opened library."""
        self._library, self._reason = library, None

    def refuse(self, reason: LibraryError) -> None:
        """Remember why there is none."""
        self._reason = reason

    def close(self) -> None:
        """Close the library, if there is one."""
        if self._library is not None:
            self._library.close()
            self._library = None
