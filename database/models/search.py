"""Table of the words records are found by; the engines' own indexes hang on it (migration 0001)."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from database.models.base import Base, CleanText, Guid, portable_integer_key


class SearchEntry(Base):
    """The searchable words of one record, folded by `database.search.fold`.

    `names` holds what a thing is called (weighs more), `words` the text inside it. On SQLite a
    trigger keeps the FTS5 table `search_index` equal to this one; on PostgreSQL a generated
    `tsvector` column with a GIN index does the same.
    """

    __tablename__ = "search_entries"
    __table_args__ = (
        Index("uq_search_entries_record_id", "record_id", unique=True),
        Index("ix_search_entries_user_id_kind", "user_id", "kind"),
    )

    id: Mapped[int] = portable_integer_key()
    user_id: Mapped[UUID] = mapped_column(Guid, ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[UUID] = mapped_column(Guid)
    names: Mapped[str] = mapped_column(CleanText, default="")
    words: Mapped[str] = mapped_column(CleanText, default="")
