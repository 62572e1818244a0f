"""Looks at a library file with nothing but sqlite3, so that a program can start without Alembic."""

import os
import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from database.migrations.head import HEAD, REVISIONS

_MAGIC = b"SQLite format 3\0"


class DatabaseState(StrEnum):
    """What stands at a path."""

    MISSING = "missing"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    DAMAGED = "damaged"


def inspect(path: Path) -> DatabaseState:
    """Return what stands at `path`, reading a few pages only and changing nothing.

    An empty file counts as missing (a crash between creating and filling it). OSError when the
    file may not be read at all.
    """
    if not path.exists() or path.stat().st_size == 0:
        return DatabaseState.MISSING
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC) or _is_cut_off(path, header):
        return DatabaseState.DAMAGED
    try:
        revision = _revision(path)
    except sqlite3.DatabaseError:
        return DatabaseState.DAMAGED
    if revision is None:
        return DatabaseState.OLDER if _is_bare(path) else DatabaseState.DAMAGED
    if revision == HEAD:
        return DatabaseState.CURRENT
    return DatabaseState.OLDER if revision in REVISIONS else DatabaseState.NEWER


def is_sound(path: Path) -> bool:
    """Return whether SQLite's own full check finds nothing wrong; reads the whole file."""
    try:
        with closing(connect_read_only(path)) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            return str(verdict) == "ok"
    except sqlite3.DatabaseError:
        return False


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open a library file for reading, also on a write-protected disk."""
    uri = path.resolve().as_uri()
    if os.access(path.parent, os.W_OK):
        return sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=5.0)
    # Without a writable folder WAL has no place for its index: read the file as it lies there.
    return sqlite3.connect(f"{uri}?immutable=1", uri=True)


def _is_cut_off(path: Path, header: bytes) -> bool:
    """Return whether the file is shorter than its header says (sqlite.org/fileformat2.html 1.3)."""
    wal = path.with_name(path.name + "-wal")
    if len(header) < 100 or (wal.exists() and wal.stat().st_size > 0):
        return len(header) < 100
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    # 1 stands for 65536; the page count counts only if both change counters agree.
    size = (65536 if page_size == 1 else page_size) * pages
    return header[24:28] == header[92:96] and path.stat().st_size < size


def _revision(path: Path) -> str | None:
    """Return the stored Alembic revision, `None` when there is no revision table or row."""
    with closing(connect_read_only(path)) as connection:
        if not _has_table(connection, "alembic_version"):
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def _is_bare(path: Path) -> bool:
    """Return whether the file holds none of our tables yet."""
    with closing(connect_read_only(path)) as connection:
        return not _has_table(connection, "users")


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (name,)).fetchone() is not None
