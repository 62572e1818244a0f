"""Table of the coach's notes."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from database.models.base import Base, CleanText, Guid, Synced
from database.vocabulary import RecordKind


class Note(Synced, Base):
    """A title and a body, about a client, about a review, or about neither."""

    __tablename__ = "notes"
    KIND: ClassVar[RecordKind] = RecordKind.NOTE
    __table_args__ = (
        Index("ix_notes_client_id", "client_id"),
        Index("ix_notes_analysis_id", "analysis_id"),
        Index("uq_notes_user_id_seq", "user_id", "seq", unique=True),
    )

    client_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("clients.id", ondelete="SET NULL"), default=None
    )
    analysis_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("resume_analyses.id", ondelete="SET NULL"), default=None
    )
    title: Mapped[str] = mapped_column(CleanText, default="")
    body: Mapped[str] = mapped_column(CleanText, default="")
