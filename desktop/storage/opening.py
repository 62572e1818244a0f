"""Opens the library after the first paint: looks with sqlite3, upgrades in a child, then opens.

inspect → missing or older: `vitae db migrate` in a child process (Alembic never enters here)
        → newer or damaged or a read-only disk: opened for reading, and the window says so
"""

import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from database.state import DatabaseState, inspect
from desktop.errors import LibraryDamagedError, LibraryError
from desktop.paths import AppPaths
from desktop.storage.port import Library

log = logging.getLogger("vitae.storage")

#: An upgrade copies the whole file first; a large library on a slow disk takes a while.
MIGRATE_LIMIT_S = 600
_NEWER = (
    "This library was last used by a newer version of Vitae. It is open for reading only; "
    "install the newer version to add to it."
)
_READ_ONLY = (
    "The data folder cannot be written to ({path}). Stored reviews can be read; nothing can be "
    "added until the folder is writable."
)
_DAMAGED = (
    "The library file is damaged. Nothing was changed. What is readable is open for reading only; "
    "a backup can be put in its place with `vitae db`."
)


@dataclass(frozen=True)
class Opened:
    """An open library, and what the window should say about it for as long as it is open."""

    library: Library
    notice: str = ""
    read_only: bool = False


def migrate_command(paths: AppPaths) -> list[str]:
    """Return the command that makes or upgrades the library."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    return [*own, "db", "migrate", "--data-dir", str(paths.data)]


def open_library(paths: AppPaths) -> Opened:
    """Open the library; storage lane.

    Raises:
        LibraryDamagedError: nothing of the file can be read.
        LibraryError: it could not be made or upgraded; the old file is as it was.
    """
    try:
        state = inspect(paths.database)
    except OSError as error:
        raise LibraryError(
            "library-not-readable", f"The library may not be read: {error.strerror}."
        ) from error
    if not paths.is_data_writable():
        return _open_read_only(paths, state, _READ_ONLY.format(path=paths.data))
    if state is DatabaseState.NEWER:
        return _open_read_only(paths, state, _NEWER)
    if state is DatabaseState.DAMAGED:
        return _open_read_only(paths, state, _DAMAGED)
    if state is not DatabaseState.CURRENT:
        _migrate(migrate_command(paths))
    return Opened(_stored(paths, read_only=False))


def _open_read_only(paths: AppPaths, state: DatabaseState, notice: str) -> Opened:
    if state is DatabaseState.MISSING:
        raise LibraryError("library-read-only", notice)
    try:
        library = _stored(paths, read_only=True)
        library.home()
    except Exception as error:
        log.warning("the library cannot be read", exc_info=error)
        if state is DatabaseState.DAMAGED:
            notice = (
                "The library file is damaged and cannot be opened. Nothing was changed. Put a "
                f"backup in its place: {paths.database}"
            )
        raise LibraryDamagedError("library-damaged", notice) from error
    return Opened(library, notice, read_only=True)


def _stored(paths: AppPaths, *, read_only: bool) -> Library:
    # SQLAlchemy takes 0.2 s to import, so it is imported here, after the first paint.
    session: Any = import_module("database.session")
    library: Any = import_module("desktop.storage.library")
    blobs: Any = import_module("database.blobs")
    store = session.open_library(paths.database, read_only=read_only)
    made: Library = library.StoredLibrary(store, blobs.FolderBlobStore(paths.blobs))
    return made


def _migrate(command: Sequence[str]) -> None:
    """Run the upgrade in a child process.

    Raises:
        LibraryError: it did not work; the message is the child's own.
    """
    environment = {**os.environ, "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=MIGRATE_LIMIT_S,
            check=False,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LibraryError(
            "library-upgrade-failed", "The library could not be prepared in time."
        ) from error
    if done.returncode != 0:
        said = done.stderr.strip().removeprefix("vitae: ").splitlines()
        log.error("the library could not be prepared: %s", said)
        fallback = "The library could not be prepared. Nothing was changed."
        raise LibraryError("library-upgrade-failed", said[-1] if said else fallback)
