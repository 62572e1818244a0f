"""What can go wrong in the window, apart from what the agents already name.

DesktopError                 has a code and a message that may be shown, and one next step
├── LibraryError             the library (database and files) cannot be used as it should
│   ├── LibraryReadOnlyError     it can be looked at and exported, nothing can be added
│   └── LibraryDamagedError      it cannot be opened at all
├── StorageFullError         the disk took no more; nothing that was there is lost
└── DisplayError             there is no screen to show a window on
Our own faults are other exceptions: they go to the log and are shown as such.
"""

import errno
from collections.abc import Callable


class DesktopError(Exception):
    """Root of the faults of the world around the window.

    Args:
        code: stable, part of what a person reports.
        message: what happened and what is safe, one or two sentences.
        next_step: what to do now; may be empty.
    """

    def __init__(self, code: str, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.next_step = next_step

    def __reduce__(self) -> "tuple[Callable[..., DesktopError], tuple[object, ...]]":
        """Let the error cross between our processes whatever its class asks for."""
        return _again, (type(self), self.code, self.message, self.next_step)


def _again(kind: type[DesktopError], code: str, message: str, next_step: str) -> DesktopError:
    error = kind.__new__(kind)
    DesktopError.__init__(error, code, message, next_step)
    return error


class LibraryError(DesktopError):
    """The library cannot be used as it should."""


class LibraryReadOnlyError(LibraryError):
    """Something was to be written to a library that is only looked at."""

    def __init__(self, message: str) -> None:
        super().__init__("library-read-only", message)


class LibraryDamagedError(LibraryError):
    """The library's file is not what it should be."""


class StorageFullError(DesktopError):
    """The disk is full; the write did not happen and nothing else changed."""

    def __init__(self) -> None:
        super().__init__(
            "disk-full",
            "The disk is full, so this could not be saved. Everything saved before is safe.",
            "Free some space, then try again.",
        )


class DisplayError(DesktopError):
    """No screen to show a window on."""


#: The code of our own faults: everything that is no known state of the world.
UNEXPECTED = "unexpected"
#: What the operating system says when a disk or a quota is full.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def explain(error: BaseException) -> DesktopError:
    """Return the error as something a person can read; unknown ones become `unexpected`.

    The database's own words for a full or read-only disk are SQLite's result texts
    (https://www.sqlite.org/rescode.html: SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR).
    """
    if isinstance(error, DesktopError):
        return error
    words = str(error).lower()
    if (isinstance(error, OSError) and error.errno in _FULL) or "disk is full" in words:
        return StorageFullError()
    if isinstance(error, PermissionError) or "readonly database" in words:
        return LibraryReadOnlyError(
            "The data folder cannot be written to, so nothing can be saved there."
        )
    code = getattr(error, "code", None)
    message = getattr(error, "message", None)
    if isinstance(code, str) and isinstance(message, str):
        return DesktopError(code, message)
    if isinstance(error, OSError):
        return DesktopError("storage-failed", f"The disk did not answer as expected: {error}.")
    return DesktopError(
        UNEXPECTED,
        "Something did not work as it should. Your files and reviews are safe.",
        "The details are in the log.",
    )
