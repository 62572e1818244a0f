"""Tables of the files that came in, their place in the queue, and what was read from them."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import Field
from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from database.identity import utc_now
from database.models.base import Base, CleanText, Guid, Synced, TypedJson, UtcDateTime, Versioned
from database.models.packed import PackedJson, PackedText
from database.vocabulary import FileStatus, RecordKind


class ReadingContent(Versioned):
    """The reading part of a `vitae.review/1` object: what the file shows, and who, where, when."""

    document: dict[str, Any] = Field(default_factory=dict)
    profile: dict[str, Any] = Field(default_factory=dict)


class Reading(Base):
    """What one reader saw in one file; written once, never changed, shared by equal readings.

    `sha256` is the hash of the content, so a newer reader's reading stands beside the older one
    and every review keeps the one it judged. A push carries it inside its review (SYNC 5.5).
    """

    __tablename__ = "readings"

    user_id: Mapped[UUID] = mapped_column(
        Guid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[ReadingContent] = mapped_column(PackedJson(ReadingContent))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)


class Said(Versioned):
    """A correction of the reading as the agents write it; its own version stands in its fields."""

    fields: dict[str, Any] = Field(default_factory=dict)


class ParseCorrection(Synced, Base):
    """What a coach says that certain bytes say, where the program reads them otherwise.

    Belongs to the content, not to a file or a review: the same resume that comes in again keeps
    it. `target` names what it is about; a content has one living correction of each.
    """

    __tablename__ = "parse_corrections"
    KIND: ClassVar[RecordKind] = RecordKind.CORRECTION
    __table_args__ = (
        Index("ix_parse_corrections_user_id_file_sha256", "user_id", "file_sha256", "target"),
        Index("uq_parse_corrections_user_id_seq", "user_id", "seq", unique=True),
    )

    file_sha256: Mapped[str] = mapped_column(String(64))
    target: Mapped[str] = mapped_column(String(64))
    said: Mapped[Said] = mapped_column(TypedJson(Said))


class ExtractionFacts(Versioned):
    """The newest reading of a file in numbers; `None` where the format has no pages or language.

    `lines` and `hidden` are counts, `warnings` the reader's codes in their order.
    """

    pages: int | None = None
    language: str | None = None
    lines: int = 0
    hidden: int = 0
    warnings: tuple[str, ...] = ()


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
    extracted_text: Mapped[str | None] = mapped_column(PackedText, default=None, deferred=True)
    extraction_metadata: Mapped[ExtractionFacts | None] = mapped_column(
        TypedJson(ExtractionFacts), default=None
    )
    error_code: Mapped[str | None] = mapped_column(String(64), default=None)
    error_message: Mapped[str | None] = mapped_column(CleanText, default=None)
    upload_started_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    upload_completed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    processing_time_ms: Mapped[int | None] = mapped_column(Integer, default=None)
