"""What every table shares: the declarative base, portable column types, and the columns of sync."""

import json
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Text,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

from database.identity import new_id, utc_now

#: Constraints get stable names, so that a migration can drop what an earlier one made.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_PORTABLE_INTEGER = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    """Root of all tables."""

    metadata = MetaData(naming_convention=NAMING)

    def __repr__(self) -> str:
        """Name the row without touching the database: `<Note id=…>`."""
        return f"<{type(self).__name__} id={self.__dict__.get('id', '?')}>"


class Guid(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite, `uuid` on PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the engine's own type."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID(as_uuid=True))
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Hand SQLite the bytes."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Read the bytes back."""
        return UUID(bytes=value) if isinstance(value, bytes) else value


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware and in UTC on both sides; a naive time is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any aware time into UTC; SQLite stores it without the offset."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time must say its time zone")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def clean(text: str) -> str:
    """Replace what a database cannot hold: NUL (PostgreSQL) and lone surrogates (UTF-8)."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


class CleanText(TypeDecorator[str]):
    """Text that comes from files and people; `clean` is applied on the way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Clean on the way in."""
        return None if value is None else clean(value)


class Versioned(BaseModel):
    """A JSON column's shape: its version is stored beside the fields, unknown fields survive.

    A later shape raises `VERSION` and overrides `upgraded` to lift older values when read.
    """

    model_config = ConfigDict(extra="allow", frozen=True)
    VERSION: ClassVar[int] = 1

    @classmethod
    def upgraded(cls, fields: dict[str, Any], version: int) -> dict[str, Any]:
        """Return the fields of an older version in today's shape."""
        del version
        return fields


Shape = TypeVar("Shape", bound=Versioned)


class TypedJson(TypeDecorator[Shape]):
    """A JSON column that holds one `Versioned` shape.

    `json`, not `jsonb`: text a resume holds (NUL escapes, key order) comes back as it went in.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = JSON
    cache_ok = True

    def __init__(self, shape: type[Shape]) -> None:
        super().__init__(none_as_null=True)
        self.shape = shape

    def process_bind_param(self, value: Shape | None, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """Write the fields and their version."""
        if value is None:
            return None
        return {"version": self.shape.VERSION, "data": value.model_dump()}

    def process_result_value(self, value: Any, dialect: Dialect) -> Shape | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Lift an older version, then validate."""
        if value is None:
            return None
        fields, version = value["data"], value["version"]
        if version < self.shape.VERSION:
            fields = self.shape.upgraded(fields, version)
        return self.shape.model_validate(fields)

    def coerce_compared_value(self, op: Any, value: Any) -> TypeEngine[Any]:
        """Compare as JSON does."""
        return self.impl_instance.coerce_compared_value(op, value)


class JsonObject(TypeDecorator[dict[str, Any]]):
    """A JSON object whose shape belongs to somebody else (unknown fields of newer clients)."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """Refuse what is not JSON before the driver does."""
        return value if value is None else json.loads(json.dumps(value, allow_nan=False))


class Synced:
    """The columns every synced record carries from the start (SYNC 5.1).

    `rev`, `version` and `seq` are given by the server and are empty before the first push;
    `created_at`, `updated_at` and `device_id` are for display and decide nothing. `enc` (cipher)
    and `key_id` are reserved for end-to-end encryption (SYNC 5.11) and empty today.
    """

    id: Mapped[UUID] = mapped_column(Guid, primary_key=True, default=new_id)

    @declared_attr
    def user_id(cls) -> Mapped[UUID]:  # noqa: N805 - declared_attr hands in the class
        """The owner; taken from the session, never from a request's body."""
        return mapped_column(Guid, ForeignKey("users.id", ondelete="CASCADE"))

    rev: Mapped[str | None] = mapped_column(String(32), default=None)
    version: Mapped[int] = mapped_column(Integer, default=0)
    seq: Mapped[int | None] = mapped_column(BigInteger, default=None)
    deleted: Mapped[bool] = mapped_column(default=False)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    schema_version: Mapped[int] = mapped_column("schema", SmallInteger, default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
    device_id: Mapped[UUID | None] = mapped_column(Guid, default=None)
    enc: Mapped[str | None] = mapped_column(String(32), default=None)
    key_id: Mapped[UUID | None] = mapped_column(Guid, default=None)
    extra: Mapped[dict[str, Any]] = mapped_column(JsonObject, default=dict)


def portable_integer_key() -> Any:
    """Return the column of a local row number, made by the engine and never synced."""
    return mapped_column(_PORTABLE_INTEGER, primary_key=True, autoincrement=True)
