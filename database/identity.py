"""Makes record ids (UUIDv7) and reads the one clock the stored world uses."""

import secrets
import time
from datetime import UTC, datetime
from uuid import UUID


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562 section 5.7): time-ordered, 74 random bits.

    The time inside is for locality of index pages only; sync never trusts it for order.
    """
    milliseconds = time.time_ns() // 1_000_000
    random_bits = secrets.randbits(74)
    high = (milliseconds & ((1 << 48) - 1)) << 16 | 0x7000 | random_bits >> 62
    low = 0b10 << 62 | random_bits & ((1 << 62) - 1)
    return UUID(int=high << 64 | low)


def utc_now() -> datetime:
    """Return the current time, aware, in UTC."""
    return datetime.now(UTC)
