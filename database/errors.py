"""What can go wrong with the stored world, each with a code and words a coach can act on.

DatabaseError
├── DatabaseFault          the environment: shown to the coach with its hint
│   ├── DatabaseNewer      written by a newer program; open it read-only
│   ├── DatabaseDamaged    not a healthy database file; open what is readable, restore a backup
│   ├── DatabaseReadOnly   the folder or file may not be written
│   ├── DatabaseFull       no room left on the disk
│   ├── DatabaseDiskFailed the disk did not take a change for another reason (quota, hardware)
│   ├── DatabaseBusy       another program holds the file for too long
│   ├── DatabaseUnreachable  the file or server cannot be opened at all
│   └── MigrationFailed    the upgrade did not work; the old file is back in place
├── RecordNotFound         no such record of this owner (a stranger's id looks the same)
├── RecordStateError       the record is not in a state where this can happen
├── BlobMissing            the file's bytes are not here
└── BlobDamaged            the bytes do not match their hash
"""

import sqlite3
from typing import ClassVar
from uuid import UUID

from sqlalchemy.exc import DBAPIError


class DatabaseError(Exception):
    """Root of everything `database` raises on purpose; `code` and `message` may be shown."""

    code: ClassVar[str] = "database-error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class DatabaseFault(DatabaseError):  # noqa: N818 - states of the world, named as such
    """The environment failed us."""

    code: ClassVar[str] = "database-failed"
    default: ClassVar[str] = (
        "The library could not be used. Nothing was changed. Restart Vitae; if it happens again, "
        "run `vitae doctor`."
    )

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.default)


class DatabaseNewer(DatabaseFault):
    """The file was written by a newer program."""

    code = "database-newer"
    default = (
        "This library was last used by a newer version of Vitae. You can read and export it here; "
        "update Vitae to change it."
    )


class DatabaseDamaged(DatabaseFault):
    """The file is not a healthy database."""

    code = "database-damaged"
    default = (
        "The library file is damaged. What can still be read can be exported; a backup from before "
        "the last update is in the folder `backups` beside it."
    )


class DatabaseReadOnly(DatabaseFault):
    """The file or its folder may not be written."""

    code = "database-read-only"
    default = (
        "The library may not be changed: its folder or file is write-protected. Your stored "
        "reviews can be read; new ones are not kept."
    )


class DatabaseFull(DatabaseFault):
    """There is no room left."""

    code = "database-full"
    default = "The disk is full, so this was not saved. Free some space and try again."


class DatabaseDiskFailed(DatabaseFault):
    """The disk did not take a change."""

    code = "database-disk-failed"
    default = (
        "The disk did not take the change, so this was not saved; what was stored before is safe. "
        "It may be over its quota, disconnected or failing."
    )


class DatabaseBusy(DatabaseFault):
    """Somebody else holds the file."""

    code = "database-busy"
    default = "Another program is using the library. Close it, or wait a moment and try again."


class DatabaseUnreachable(DatabaseFault):
    """The file or the server cannot be opened."""

    code = "database-unreachable"
    default = "The library could not be opened. Check that its folder exists and may be used."


class MigrationFailed(DatabaseFault):
    """An upgrade stopped; the file is as it was before."""

    code = "database-upgrade-failed"
    default = (
        "The library could not be updated for this version of Vitae. It is unchanged; a backup was "
        "kept beside it."
    )


class RecordNotFound(DatabaseError):  # noqa: N818 - an answer, not a fault
    """This owner has no such record."""

    code = "not-found"

    def __init__(self, kind: str, record_id: UUID) -> None:
        super().__init__(f"There is no such {kind.replace('_', ' ')}.")
        self.record_id = record_id


class RecordStateError(DatabaseError):
    """The record has moved on: e.g. a result arrives for a file that was cancelled."""

    code = "wrong-state"


class BlobMissing(DatabaseError):  # noqa: N818 - a state of the world
    """The bytes behind a hash are not stored here."""

    code = "blob-missing"

    def __init__(self) -> None:
        super().__init__("The file itself is not on this machine.")


class BlobDamaged(DatabaseError):  # noqa: N818 - a state of the world
    """The stored bytes are not what was once stored."""

    code = "blob-damaged"

    def __init__(self) -> None:
        super().__init__("The stored copy of the file is damaged. Add the file again.")


#: SQLite result codes (sqlite.org/rescode.html) → what they mean to us.
_SQLITE: dict[int, type[DatabaseFault]] = {
    sqlite3.SQLITE_FULL: DatabaseFull,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreachable,
    sqlite3.SQLITE_PERM: DatabaseReadOnly,
    sqlite3.SQLITE_IOERR: DatabaseDiskFailed,
}
#: PostgreSQL error classes and codes (appendix A of its manual).
_POSTGRES: dict[str, type[DatabaseFault]] = {
    "53100": DatabaseFull,
    "25006": DatabaseReadOnly,
    "XX001": DatabaseDamaged,
    "XX002": DatabaseDamaged,
    "55P03": DatabaseBusy,
}


def fault_of(error: BaseException) -> DatabaseFault | None:
    """Return our fault for a driver's environment error, `None` for a mistake of our own."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        # The low byte is the primary code (sqlite.org/rescode.html#primary_result_codes).
        code = getattr(cause, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_IOERR_SHMSIZE:
            return DatabaseFull()  # SQLite tells a full disk apart in every file but this one
        found = _SQLITE.get(code & 0xFF) if code is not None else None
        return found() if found else None
    state = getattr(cause, "sqlstate", None)
    if state in _POSTGRES:
        return _POSTGRES[state]()
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return DatabaseUnreachable()
    # A refused connection has no state of its own in psycopg.
    if type(cause).__name__ == "OperationalError" and state is None:
        return DatabaseUnreachable()
    return None
