"""What repositories share: one owner, no tombstones, and a note for sync at every change."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import ExecutableOption

from database.errors import RecordNotFound, RecordStateError
from database.models.analysis import (
    FindingOverride,
    JobDescription,
    Match,
    ResumeAnalysis,
)
from database.models.clients import Client
from database.models.files import FileUpload, ParseCorrection
from database.models.notes import Note
from database.models.settings import Setting
from database.models.sync import SyncRecord
from database.vocabulary import ALLOWED_MOVES, FileStatus

Row = TypeVar(
    "Row",
    Client,
    FileUpload,
    FindingOverride,
    JobDescription,
    Match,
    Note,
    ParseCorrection,
    ResumeAnalysis,
    Setting,
)


class OwnerScope:
    """Who asks, through which session, and what time it is for them."""

    def __init__(self, session: Session, owner_id: UUID, clock: Callable[[], datetime]) -> None:
        self.session = session
        self.owner_id = owner_id
        self.clock = clock


class Repository(Generic[Row]):
    """The records of one kind that belong to one owner; never commits."""

    model: type[Row]

    def __init__(self, scope: OwnerScope) -> None:
        self._scope = scope
        self._session = scope.session
        self._owner_id = scope.owner_id

    def _mine(self) -> Select[Row]:
        """Return the owner's living records."""
        return select(self.model).where(
            self.model.user_id == self._owner_id, self.model.deleted.is_(False)
        )

    def _get(
        self, record_id: UUID, *, deleted: bool = False, load: Sequence[ExecutableOption] = ()
    ) -> Row:
        """Return one record, `load`ing these columns too; RecordNotFound also for a stranger's."""
        row = self._session.scalar(
            select(self.model)
            .where(
                self.model.id == record_id,
                self.model.user_id == self._owner_id,
                self.model.deleted.is_(deleted),
            )
            .options(*load)
        )
        if row is None:
            raise RecordNotFound(self.model.KIND.value, record_id)
        return row

    def _changed(self, row: Row) -> None:
        """Stamp a changed row and tell sync, in the same transaction."""
        row.updated_at = self._scope.clock()
        self._session.add(row)
        self._session.flush()
        key = (self._owner_id, row.id)
        books = self._session.get(SyncRecord, key)
        if books is None:
            books = SyncRecord(
                user_id=self._owner_id, record_id=row.id, kind=row.KIND.value, dirty_gen=0
            )
            self._session.add(books)
        books.dirty_gen += 1
        self._session.flush()

    def _bury(self, row: Row) -> None:
        """Leave a tombstone; only tombstones delete (SYNC rule 1). The body stays for undo."""
        row.deleted = True
        row.deleted_at = self._scope.clock()
        self._changed(row)

    def _revive(self, row: Row) -> None:
        row.deleted = False
        row.deleted_at = None
        self._changed(row)


def check_move(before: str, after: FileStatus) -> None:
    """Let a record move on its way only as it may; RecordStateError otherwise."""
    if after.value != before and after not in ALLOWED_MOVES[FileStatus(before)]:
        raise RecordStateError(f"This is {before} and cannot become {after.value}.")
