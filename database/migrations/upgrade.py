"""Brings a database to this program's revision, in process, with a backup first.

On SQLite the whole upgrade is one transaction on a file that was checked and backed up before; if
it fails the file is as it was. PostgreSQL runs it in one transaction too; its backups are the
administrator's.
"""

import logging
import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine

from database.connection import BEGIN_OPTION, sqlite_engine
from database.errors import (
    DatabaseDamaged,
    DatabaseFull,
    DatabaseNewer,
    MigrationFailed,
    fault_of,
)
from database.migrations.head import HEAD
from database.state import DatabaseState, connect_read_only, inspect, is_sound

log = logging.getLogger(__name__)

#: How many backups made before an upgrade are kept (SYNC 5.9 asks for at least two).
KEPT_BACKUPS = 3
#: Objects the revisions make by hand because the models cannot describe them on both engines.
_BY_HAND = ("search_index", "vector", "ix_search_entries_vector")


def include_object(
    item: object,
    name: str | None,
    kind: str,
    reflected: bool,  # noqa: FBT001 - Alembic calls it so
    compare_to: object | None,
) -> bool:
    """Return whether Alembic should compare an object with the models."""
    del item, kind, compare_to
    by_hand = name is not None and (name in _BY_HAND or name.startswith("search_index_"))
    return not (reflected and by_hand)


def migrations_folder() -> Path:
    """Return the folder of the revisions, also in the frozen program."""
    # PyInstaller unpacks data files under sys._MEIPASS, keeping the package's path.
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "database" / "migrations" if bundle else Path(__file__).parent


def config(connection: Connection) -> Config:
    """Return Alembic's configuration for a connection; there is no ini file."""
    made = Config()
    made.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def migrate(engine: Engine, revision: str = HEAD, way: Literal["up", "down"] = "up") -> None:
    """Run the revisions on an engine in one transaction; used by servers and tests."""
    run = command.upgrade if way == "up" else command.downgrade
    with engine.execution_options(**{BEGIN_OPTION: "IMMEDIATE"}).begin() as connection:
        run(config(connection), revision)


def upgrade_file(path: Path) -> Path | None:
    """Bring a library file to `HEAD`, making it if it is missing; return the backup, if any.

    DatabaseNewer and DatabaseDamaged before anything is touched; DatabaseFull and other faults of
    the environment, or MigrationFailed, after the file has been put back as it was.
    """
    state = inspect(path)
    if state is DatabaseState.CURRENT:
        return None
    if state is DatabaseState.NEWER:
        raise DatabaseNewer
    if state is DatabaseState.DAMAGED:
        raise DatabaseDamaged
    backup = None if state is DatabaseState.MISSING else _checked_backup(path)
    engine = sqlite_engine(path)
    try:
        migrate(engine)
    except Exception as error:
        engine.dispose()
        _restore(path, backup)
        log.exception("The upgrade to revision %s failed", HEAD)
        raise (fault_of(error) or MigrationFailed()) from error
    finally:
        engine.dispose()
    return backup


def back_up(path: Path, folder: Path | None = None) -> Path:
    """Copy a library file, also while it is in use, and return the copy (0600, checked).

    DatabaseFull when there is no room; DatabaseDamaged when the copy is not sound.
    """
    folder = folder or path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True, parents=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    target = folder / f"{path.stem}-{stamp}.db"
    partial = target.with_suffix(".partial")
    os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with (
            closing(connect_read_only(path)) as source,
            closing(sqlite3.connect(partial)) as copy,
        ):
            source.backup(copy)
        if not is_sound(partial):
            raise DatabaseDamaged
        _sync_to_disk(partial)
        partial.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise (fault_of(error) or DatabaseFull()) from error
    finally:
        partial.unlink(missing_ok=True)
    return target


def backups(path: Path) -> list[Path]:
    """Return the backups of a library file, newest first."""
    return sorted((path.parent / "backups").glob(f"{path.stem}-*.db"), reverse=True)


def _checked_backup(path: Path) -> Path:
    if not is_sound(path):
        raise DatabaseDamaged
    made = back_up(path)
    for old in backups(path)[KEPT_BACKUPS:]:
        old.unlink(missing_ok=True)
    return made


def _restore(path: Path, backup: Path | None) -> None:
    """Put the file back as it was before a failed upgrade."""
    if backup is None:
        if inspect(path) is not DatabaseState.CURRENT:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
        return
    if inspect(path) is DatabaseState.OLDER and is_sound(path):
        return  # the transaction was rolled back; nothing to repair
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)


def _sync_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def version_of(connection: Connection) -> str | None:
    """Return the revision a database stands at, `None` before the first one."""
    found: Any = MigrationContext.configure(connection).get_current_revision()
    return None if found is None else str(found)
