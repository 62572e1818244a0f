"""Tables of accounts, their devices, and the refresh tokens a server hands out."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from database.identity import new_id, utc_now
from database.models.base import Base, CleanText, Guid, UtcDateTime
from database.vocabulary import Role, TokenStatus


class User(Base):
    """One coach. A library without a server has one row, its e-mail `LOCAL_EMAIL`."""

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(Guid, primary_key=True, default=new_id)
    email: Mapped[str] = mapped_column(String(320), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(256), default=None)
    first_name: Mapped[str] = mapped_column(CleanText, default="")
    last_name: Mapped[str] = mapped_column(CleanText, default="")
    role: Mapped[str] = mapped_column(String(16), default=Role.CONSULTANT.value)
    is_active: Mapped[bool] = mapped_column(default=True)
    email_verified: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
    last_login_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    password_changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    failed_login_attempts: Mapped[int] = mapped_column(Integer, default=0)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    must_change_password: Mapped[bool] = mapped_column(default=False)


class Device(Base):
    """One installation of the program; signs its refreshes with its own key (SYNC section 4)."""

    __tablename__ = "devices"
    __table_args__ = (Index("ix_devices_user_id", "user_id"),)

    id: Mapped[UUID] = mapped_column(Guid, primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(Guid, ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(CleanText, default="")
    platform: Mapped[str] = mapped_column(String(64), default="")
    public_key: Mapped[str | None] = mapped_column(String(128), default=None)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
    last_seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class RefreshFamily(Base):
    """All refresh tokens that descend from one login; revoked as a whole on re-use."""

    __tablename__ = "refresh_families"
    __table_args__ = (Index("ix_refresh_families_user_id", "user_id"),)

    id: Mapped[UUID] = mapped_column(Guid, primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(Guid, ForeignKey("users.id", ondelete="CASCADE"))
    device_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("devices.id", ondelete="CASCADE"), default=None
    )
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    revoked_reason: Mapped[str | None] = mapped_column(String(64), default=None)


class RefreshToken(Base):
    """One refresh token, stored hashed. `successor_hash` was proposed by the client (SYNC 4)."""

    __tablename__ = "refresh_tokens"
    __table_args__ = (
        Index("ix_refresh_tokens_user_id", "user_id"),
        Index("ix_refresh_tokens_family_id", "family_id"),
    )

    id: Mapped[UUID] = mapped_column(Guid, primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(Guid, ForeignKey("users.id", ondelete="CASCADE"))
    family_id: Mapped[UUID] = mapped_column(
        Guid, ForeignKey("refresh_families.id", ondelete="CASCADE")
    )
    device_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("devices.id", ondelete="CASCADE"), default=None
    )
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    successor_hash: Mapped[str | None] = mapped_column(String(64), default=None)
    status: Mapped[str] = mapped_column(String(16), default=TokenStatus.ACTIVE.value)
    device_info: Mapped[str] = mapped_column(CleanText, default="")
    ip: Mapped[str | None] = mapped_column(String(45), default=None)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
