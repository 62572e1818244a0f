"""Tables of the coach's choices and of who did what."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from database.identity import utc_now
from database.models.base import (
    Base,
    Guid,
    JsonObject,
    Synced,
    TypedJson,
    UtcDateTime,
    Versioned,
    portable_integer_key,
)
from database.vocabulary import RecordKind


class SettingValue(Versioned):
    """One value: text, number, yes/no, list or object."""

    value: Any = None


class Setting(Synced, Base):
    """One choice. A row with a `local` key belongs to this machine and never syncs."""

    __tablename__ = "settings"
    KIND: ClassVar[RecordKind] = RecordKind.SETTING
    __table_args__ = (
        Index("uq_settings_user_id_key", "user_id", "key", unique=True),
        Index("uq_settings_user_id_seq", "user_id", "seq", unique=True),
    )

    key: Mapped[str] = mapped_column(String(128))
    value: Mapped[SettingValue] = mapped_column(TypedJson(SettingValue), default=SettingValue)
    local: Mapped[bool] = mapped_column(default=False)


class AuditEntry(Base):
    """Who did what to which record, and when; never any text of a resume."""

    __tablename__ = "audit_log"
    __table_args__ = (Index("ix_audit_log_user_id_at", "user_id", "at"),)

    id: Mapped[int] = portable_integer_key()
    user_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("users.id", ondelete="SET NULL"), default=None
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
    action: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str | None] = mapped_column(String(32), default=None)
    record_id: Mapped[UUID | None] = mapped_column(Guid, default=None)
    details: Mapped[dict[str, Any]] = mapped_column(JsonObject, default=dict)
