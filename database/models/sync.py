"""Tables sync keeps its books in: the server's (first half) and the client's own (second half)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from database.identity import utc_now
from database.models.base import (
    Base,
    Guid,
    JsonObject,
    TypedJson,
    UtcDateTime,
    Versioned,
    portable_integer_key,
)
from database.models.packed import PackedObject
from database.vocabulary import BlobState


class Ancestors(Versioned):
    """The last revisions a record went through here, newest first, at most 16 (SYNC 5.1)."""

    revs: tuple[str, ...] = ()


def _owner(*, key: bool = False) -> Any:
    return mapped_column(Guid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=key)


class SyncHead(Base):
    """The per-user counter row whose lock makes the change feed gap-safe (SYNC section 1)."""

    __tablename__ = "sync_heads"

    user_id: Mapped[UUID] = _owner(key=True)
    seq: Mapped[int] = mapped_column(BigInteger, default=0)
    epoch: Mapped[int] = mapped_column(Integer, default=0)
    gc_horizon: Mapped[int] = mapped_column(BigInteger, default=0)


class Commit(Base):
    """One accepted push; its nonce shows a client whether the server went back in time."""

    __tablename__ = "commits"

    user_id: Mapped[UUID] = _owner(key=True)
    seq_end: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    nonce: Mapped[str] = mapped_column(String(32))
    device_id: Mapped[UUID | None] = mapped_column(Guid, default=None)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)


class IdempotencyKey(Base):
    """The answer once given to a request; given again for the same key, for 14 days."""

    __tablename__ = "idempotency"

    user_id: Mapped[UUID] = _owner(key=True)
    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    response: Mapped[dict[str, Any]] = mapped_column(PackedObject, default=dict)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)


class Revision(Base):
    """A value that lost or was replaced; kept 90 days so that nothing written is lost."""

    __tablename__ = "revisions"
    __table_args__ = (Index("ix_revisions_user_id_at", "user_id", "at"),)

    user_id: Mapped[UUID] = _owner(key=True)
    record_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    rev: Mapped[str] = mapped_column(String(32), primary_key=True)
    parent_rev: Mapped[str | None] = mapped_column(String(32), default=None)
    kind: Mapped[str] = mapped_column(String(32))
    body: Mapped[dict[str, Any]] = mapped_column(PackedObject, default=dict)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)


class Blob(Base):
    """One file's bytes, known by their hash, per user and never shared across users."""

    __tablename__ = "blobs"

    user_id: Mapped[UUID] = _owner(key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(16), default=BlobState.PENDING_UPLOAD.value)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)


class UploadPart(Base):
    """One received part of a blob that is not complete yet (SYNC 5.6)."""

    __tablename__ = "upload_parts"

    user_id: Mapped[UUID] = _owner(key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    part_sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)


class SyncRecord(Base):
    """Client: what was last agreed about one record, and how often it changed here since.

    A push clears `dirty_gen` only if it still equals the generation that was sent (SYNC rule 3).
    """

    __tablename__ = "sync_records"
    __table_args__ = (Index("ix_sync_records_user_id_dirty_gen", "user_id", "dirty_gen"),)

    user_id: Mapped[UUID] = _owner(key=True)
    record_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    base: Mapped[dict[str, Any] | None] = mapped_column(PackedObject, default=None)
    base_rev: Mapped[str | None] = mapped_column(String(32), default=None)
    anc: Mapped[Ancestors] = mapped_column(TypedJson(Ancestors), default=Ancestors)
    dirty_gen: Mapped[int] = mapped_column(Integer, default=0)


class OutboxEntry(Base):
    """Client: a push as it will be sent, byte for byte, until its answer is applied."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_user_id", "user_id"),)

    id: Mapped[int] = portable_integer_key()
    user_id: Mapped[UUID] = _owner()
    idempotency_key: Mapped[str] = mapped_column(String(128), unique=True)
    request: Mapped[bytes] = mapped_column(LargeBinary)
    generations: Mapped[dict[str, Any]] = mapped_column(JsonObject, default=dict)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)


class SyncCursor(Base):
    """Client: how far this library has pulled and been acknowledged, each with its nonce."""

    __tablename__ = "sync_cursors"

    user_id: Mapped[UUID] = _owner(key=True)
    server_id: Mapped[str] = mapped_column(String(64), default="")
    cursor_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    cursor_nonce: Mapped[str] = mapped_column(String(32), default="")
    ack_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    ack_nonce: Mapped[str] = mapped_column(String(32), default="")
    snapshot_after_id: Mapped[UUID | None] = mapped_column(Guid, default=None)


class TrashEntry(Base):
    """Client: a deleted record's last body, restorable for 30 days."""

    __tablename__ = "trash"

    user_id: Mapped[UUID] = _owner(key=True)
    record_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    body: Mapped[dict[str, Any]] = mapped_column(PackedObject, default=dict)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
