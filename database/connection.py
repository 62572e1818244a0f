"""Opens the engines: SQLite with durable settings, PostgreSQL through psycopg."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from database.errors import DatabaseReadOnly
from database.state import connect_read_only

#: How long a write waits for another program's write before it gives up.
BUSY_TIMEOUT_S = 5.0
#: The execution option that says how a SQLite transaction begins (DEFERRED or IMMEDIATE).
BEGIN_OPTION = "vitae_begin"


def sqlite_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine for a library file; the file (0600) and folder (0700) are made if missing.

    DatabaseReadOnly when they cannot be made.
    """
    if not read_only:
        _make_private(path)

    def connect() -> sqlite3.Connection:
        if read_only:
            connection = connect_read_only(path)
        else:
            connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, check_same_thread=False)
        # SQLAlchemy begins and ends transactions (see `_on_begin`), not the driver.
        connection.isolation_level = None
        return connection

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _configure_reader if read_only else _configure_writer)
    event.listen(engine, "begin", _on_begin)
    event.listen(engine, "reset", _end_transaction)
    return engine


def postgres_engine(url: str) -> Engine:
    """Return an engine for a PostgreSQL server; ValueError when `url` is not `postgresql://…`."""
    scheme, _, rest = url.partition("://")
    if scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise ValueError("a PostgreSQL address starts with postgresql://")
    return create_engine(f"postgresql+psycopg://{rest}", pool_pre_ping=True)


def engine_for(url: str) -> Engine:
    """Return the engine for `sqlite:///path` or `postgresql://…`."""
    if url.startswith("sqlite:///"):
        return sqlite_engine(Path(url.removeprefix("sqlite:///")))
    return postgres_engine(url)


def _make_private(path: Path) -> None:
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
        # SQLite gives -wal and -shm the mode of the main file, so it is set before the first byte.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise DatabaseReadOnly from error


def _configure_writer(connection: sqlite3.Connection, _record: Any) -> None:
    """Acknowledged means on the disk (SYNC rule 5); readers do not wait for the writer (WAL)."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    # macOS: fsync alone leaves data in the drive's cache (sqlite.org/pragma.html#pragma_fullfsync).
    connection.execute("PRAGMA fullfsync = ON")
    # A trigger of the search index must fire when a row is replaced.
    connection.execute("PRAGMA recursive_triggers = ON")
    _configure_reader(connection, _record)


def _configure_reader(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -32000")
    connection.execute("PRAGMA cell_size_check = ON")


def _end_transaction(connection: sqlite3.Connection, _record: Any, _state: Any) -> None:
    """Undo what a COMMIT that failed leaves open (disk full, broken reference).

    SQLAlchemy takes a transaction for ended once it has tried to commit; SQLite does not.
    """
    if connection.in_transaction:
        connection.rollback()


def _on_begin(connection: Connection) -> None:
    """Take the write lock at the start of a write, never half-way through it."""
    mode = connection.get_execution_options().get(BEGIN_OPTION, "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
