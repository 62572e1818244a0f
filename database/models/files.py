"""Table of the files that came in, their place in the queue, and what was read from them."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from database.models.base import Base, CleanText, Guid, Synced, TypedJson, UtcDateTime, Versioned
from database.vocabulary import FileStatus, RecordKind


class Extraction(Versioned):
    """The reading part of a `vitae.review/1` object: what the file shows, and who, where, when."""

    file: dict[str, Any]
    document: dict[str, Any]
    profile: dict[str, Any]


class FileUpload(Synced, Base):
    """One file (or pasted text). `queue_position` orders what still waits; it never syncs."""

    __tablename__ = "file_uploads"
    KIND: ClassVar[RecordKind] = RecordKind.FILE
    __table_args__ = (
        Index("ix_file_uploads_user_id_sha256", "user_id", "sha256"),
        Index("ix_file_uploads_user_id_status", "user_id", "status", "queue_position"),
        Index("ix_file_uploads_user_id_created_at", "user_id", "deleted", "created_at"),
        Index("ix_file_uploads_client_id", "client_id"),
        Index("uq_file_uploads_user_id_seq", "user_id", "seq", unique=True),
    )

    client_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("clients.id", ondelete="SET NULL"), default=None
    )
    filename: Mapped[str] = mapped_column(CleanText)
    original_filename: Mapped[str] = mapped_column(CleanText)
    source_path: Mapped[str | None] = mapped_column(CleanText, default=None)
    file_type: Mapped[str] = mapped_column(String(16), default="")
    file_size: Mapped[int] = mapped_column(BigInteger, default=0)
    mime_type: Mapped[str] = mapped_column(String(128), default="")
    sha256: Mapped[str | None] = mapped_column(String(64), default=None)
    text_sha256: Mapped[str | None] = mapped_column(String(64), default=None)
    status: Mapped[str] = mapped_column(String(16), default=FileStatus.PENDING.value)
    queue_position: Mapped[int | None] = mapped_column(Integer, default=None)
    industry: Mapped[str | None] = mapped_column(CleanText, default=None)
    extracted_text: Mapped[str | None] = mapped_column(CleanText, default=None, deferred=True)
    extraction_metadata: Mapped[Extraction | None] = mapped_column(
        TypedJson(Extraction), default=None, deferred=True
    )
    error_code: Mapped[str | None] = mapped_column(String(64), default=None)
    error_message: Mapped[str | None] = mapped_column(CleanText, default=None)
    upload_started_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    upload_completed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    processing_time_ms: Mapped[int | None] = mapped_column(Integer, default=None)
