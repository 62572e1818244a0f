"""Table of the coach's people."""

from typing import ClassVar

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from database.models.base import Base, CleanText, Synced, TypedJson, Versioned
from database.vocabulary import RecordKind


class Tags(Versioned):
    """Free labels, in the order the coach gave them."""

    items: tuple[str, ...] = ()


class Client(Synced, Base):
    """One person the coach works with."""

    __tablename__ = "clients"
    KIND: ClassVar[RecordKind] = RecordKind.CLIENT
    __table_args__ = (
        Index("ix_clients_user_id_deleted_name", "user_id", "deleted", "name"),
        Index("uq_clients_user_id_seq", "user_id", "seq", unique=True),
    )

    name: Mapped[str] = mapped_column(CleanText)
    email: Mapped[str | None] = mapped_column(CleanText, default=None)
    phone: Mapped[str | None] = mapped_column(CleanText, default=None)
    company: Mapped[str | None] = mapped_column(CleanText, default=None)
    position: Mapped[str | None] = mapped_column(CleanText, default=None)
    target_industry: Mapped[str | None] = mapped_column(CleanText, default=None)
    target_role: Mapped[str | None] = mapped_column(CleanText, default=None)
    tags: Mapped[Tags] = mapped_column(TypedJson(Tags), default=Tags)
    archived: Mapped[bool] = mapped_column(default=False)
