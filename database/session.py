"""The unit of work: opens a library, hands out repositories, owns commit and rollback.

    from database.session import open_library
    from database.values import NewFile
    from database.vocabulary import AnalysisStatus, OverrideAction

    store = open_library(folder / "vitae.db")      # makes or upgrades it; may raise DatabaseFault
    with store.write() as work:                    # one transaction, committed at the end
        work.analyses.requeue_interrupted()        # at start: what a kill left running waits again
        file = work.files.add(NewFile(name="a.pdf", path="/home/anna/a.pdf", sha256=…))
        analysis_id = work.analyses.enqueue(file.id, "general_business")
    with store.write() as work:                    # also FAILED (error_code=…), CANCELLED, PENDING
        work.analyses.set_status(analysis_id, AnalysisStatus.PROCESSING)
    with store.write() as work:                    # `wire` is the vitae.review/1 object
        work.analyses.complete(analysis_id, wire)  # or, in one step: work.analyses.store(wire)
    with store.read() as work:                     # a consistent snapshot; writing fails
        ids = work.history.ids(HistoryFilter(text="mar chen", sort=HistorySort.SCORE))
        rows = work.history.rows(ids[:50])         # status=AnalysisStatus.FAILED: needs attention
        waiting = work.analyses.unfinished()       # the queue, first in line first
        known = work.files.with_content(sha256)    # the same bytes came in before
        wire = work.analyses.load(analysis_id)     # equal to what was stored
        decided = work.overrides.of_analysis(analysis_id)
    with store.write() as work:
        work.overrides.decide(analysis_id, key, OverrideAction.DISMISSED, reason="Her own style")
        work.overrides.undo(analysis_id, key)
        work.corrections.put(sha256, target, said)  # and .remove(sha256, target)
        work.settings.set("appearance", "dark")

Values that come out are frozen and may cross threads; a `Store` may be shared by threads, a `Work`
may not. Environment faults leave as `DatabaseFault`, with words for the coach.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from database.connection import BEGIN_OPTION, sqlite_engine
from database.errors import DatabaseDamaged, DatabaseNewer, DatabaseUnreachable, fault_of
from database.identity import utc_now
from database.models.auth import User
from database.queries.history import HistoryQueries
from database.repositories.analyses import AnalysisRepository
from database.repositories.audit import AuditRepository
from database.repositories.base import OwnerScope
from database.repositories.clients import ClientRepository
from database.repositories.corrections import CorrectionRepository
from database.repositories.files import FileRepository
from database.repositories.notes import NoteRepository
from database.repositories.overrides import OverrideRepository
from database.repositories.settings import SettingRepository
from database.search import SearchIndex
from database.state import DatabaseState, inspect
from database.vocabulary import LOCAL_EMAIL

Clock = Callable[[], datetime]


class Work:
    """The repositories and queries of one owner inside one transaction."""

    def __init__(self, session: Session, owner_id: UUID, clock: Clock = utc_now) -> None:
        self.session = session
        self.owner_id = owner_id
        self._scope = OwnerScope(session, owner_id, clock)

    @cached_property
    def search(self) -> SearchIndex:
        """Search over everything."""
        return SearchIndex(self.session, self.owner_id)

    @cached_property
    def files(self) -> FileRepository:
        """Files and the queue."""
        return FileRepository(self._scope)

    @cached_property
    def analyses(self) -> AnalysisRepository:
        """Reviews."""
        return AnalysisRepository(self._scope, self.search)

    @cached_property
    def overrides(self) -> OverrideRepository:
        """Decisions about findings."""
        return OverrideRepository(self._scope)

    @cached_property
    def corrections(self) -> CorrectionRepository:
        """Corrections of what was read."""
        return CorrectionRepository(self._scope)

    @cached_property
    def clients(self) -> ClientRepository:
        """The coach's people."""
        return ClientRepository(self._scope, self.search)

    @cached_property
    def notes(self) -> NoteRepository:
        """Notes."""
        return NoteRepository(self._scope, self.search)

    @cached_property
    def settings(self) -> SettingRepository:
        """Choices."""
        return SettingRepository(self._scope)

    @cached_property
    def audit(self) -> AuditRepository:
        """Who did what."""
        return AuditRepository(self._scope)

    @cached_property
    def history(self) -> HistoryQueries:
        """The history list."""
        return HistoryQueries(self.session, self.owner_id)


class Store:
    """One owner's way into one database; made by `open_library`, closed by the program."""

    def __init__(
        self, engine: Engine, owner_id: UUID, *, read_only: bool = False, clock: Clock = utc_now
    ) -> None:
        self.engine = engine
        self.owner_id = owner_id
        self.read_only = read_only
        self._clock = clock

    @contextmanager
    def write(self) -> Iterator[Work]:
        """Open a transaction that may change things; committed at the end, undone on an error."""
        with _transaction(self.engine, "IMMEDIATE") as session:
            yield Work(session, self.owner_id, self._clock)

    @contextmanager
    def read(self) -> Iterator[Work]:
        """Open a transaction that sees one moment; nothing it changes is kept."""
        with _transaction(self.engine, "DEFERRED", keep=False) as session:
            yield Work(session, self.owner_id, self._clock)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_library(path: Path, *, read_only: bool = False, clock: Clock = utc_now) -> Store:
    """Open a coach's library file, making or upgrading it first (Alembic is imported only then).

    DatabaseNewer or DatabaseDamaged leave the file as it is: offer `read_only=True`, which opens
    what can be read. DatabaseReadOnly, DatabaseFull, MigrationFailed: see their messages.
    """
    try:
        state = inspect(path)
    except OSError as error:
        raise DatabaseUnreachable from error
    if not read_only:
        _bring_up(path, state)
    elif state is DatabaseState.MISSING:
        raise DatabaseUnreachable
    engine = sqlite_engine(path, read_only=read_only)
    try:
        owner_id = _local_owner(engine, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, owner_id, read_only=read_only, clock=clock)


def _bring_up(path: Path, state: DatabaseState) -> None:
    if state is DatabaseState.NEWER:
        raise DatabaseNewer
    if state is DatabaseState.DAMAGED:
        raise DatabaseDamaged
    if state is not DatabaseState.CURRENT:
        # Alembic costs 0.4 s to import (LIBRARIES, trap 4) and is needed once per release.
        from database.migrations.upgrade import upgrade_file  # noqa: PLC0415

        upgrade_file(path)


def _local_owner(engine: Engine, *, read_only: bool) -> UUID:
    """Return the id of the library's own account, making it on the first start."""
    find = select(User.id).where(User.email == LOCAL_EMAIL)
    with _transaction(engine, "DEFERRED", keep=False) as session:
        found = session.scalar(find)
    if found is not None:
        return found
    if read_only:
        raise DatabaseDamaged
    with _transaction(engine, "IMMEDIATE") as session:
        # Two programs may start at once: the second finds the first one's row under the lock.
        found = session.scalar(find)
        if found is None:
            owner = User(email=LOCAL_EMAIL)
            session.add(owner)
            session.flush()
            found = owner.id
    return found


@contextmanager
def _transaction(engine: Engine, begin: str, *, keep: bool = True) -> Iterator[Session]:
    bound = engine.execution_options(**{BEGIN_OPTION: begin})
    try:
        with Session(bound, expire_on_commit=False) as session:
            session.connection()  # begin now: a write has its lock before its first look
            yield session
            if keep:
                session.commit()
            else:
                session.rollback()
    except SQLAlchemyError as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error
