"""Column types for what is large and that no query looks into: JSON and text, compressed.

A stored review is some 30,000 characters of JSON; packed it takes about a quarter. zlib's lowest
level costs half a millisecond per review; higher ones save a tenth and take twice as long. A zlib
stream tells what it is by its first byte, so that another format could stand beside it one day.
"""

import json
import zlib
from typing import Any

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

from database.models.base import Shape, TypedJson, clean

_LEVEL = 1


def written(value: Any) -> bytes:
    """Return a JSON value as ASCII; ValueError for NaN, infinities and what is not JSON."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii")


def packed(value: Any) -> bytes:
    """Return a JSON value as it is stored; ValueError as `written`."""
    return zlib.compress(written(value), _LEVEL)


def unpacked(data: bytes) -> Any:
    """Return the JSON value that was packed."""
    return json.loads(zlib.decompress(data))


class PackedJson(TypedJson[Shape]):
    """A `TypedJson` column, compressed."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, shape: type[Shape]) -> None:
        TypeDecorator.__init__(self)
        self.shape = shape

    def process_bind_param(self, value: Shape | None, dialect: Dialect) -> bytes | None:
        """Write the fields and their version, compressed."""
        fields = super().process_bind_param(value, dialect)
        return None if fields is None else packed(fields)

    def process_result_value(self, value: Any, dialect: Dialect) -> Shape | None:
        """Read them back in today's shape."""
        return super().process_result_value(None if value is None else unpacked(value), dialect)


class PackedObject(TypeDecorator[dict[str, Any]]):
    """A `JsonObject` column, compressed: whole records in the books of sync."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Compress."""
        return None if value is None else packed(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> dict[str, Any] | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Read it back."""
        found: dict[str, Any] | None = None if value is None else unpacked(value)
        return found


class PackedText(TypeDecorator[str]):
    """A `CleanText` column, compressed; what is searched stands in `search_entries`."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Clean and compress."""
        return None if value is None else zlib.compress(clean(value).encode(), _LEVEL)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Read it back."""
        return None if value is None else zlib.decompress(value).decode()
