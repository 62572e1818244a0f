"""What the reader child and its parent say to each other: frames of a length and JSON.

    parent → child   [4 bytes length][JSON Request][size_bytes bytes of the file]
    child → parent   [4 bytes length][JSON Reply]      first a Reply with `ready`, then one a file

Lengths are unsigned, big-endian. Both sides validate: the child may be in a hostile file's hands.
"""

import struct
from typing import IO, Final

from pydantic import Field

from ai_agents.frozen import Frozen
from ai_agents.models import Document, Profile

#: Sources: SYNC.md section 4, "Parsing uploads".
MAX_REPLY_BYTES: Final = 5 * 1024 * 1024
MAX_REQUEST_BYTES: Final = 64 * 1024
_LENGTH: Final = struct.Struct(">I")


class ReadResult(Frozen):
    """One file read: what it shows, who it is about, and how long each step took."""

    document: Document
    profile: Profile
    read_ms: float
    profile_ms: float


class Request(Frozen):
    """Asks for one file; its bytes follow the frame."""

    name: str
    size_bytes: int = Field(ge=0)


class Failure(Frozen):
    """Why a file could not be read, as a `ReadCode` value and words for the coach."""

    code: str
    message: str
    trace: str = Field(default="", description="where our code failed; never text of the file")


class Reply(Frozen):
    """One answer: ready (after start), a result, or a failure."""

    ready: bool = False
    result: ReadResult | None = None
    failure: Failure | None = None
    peak_kib: int = Field(default=0, description="highest resident memory so far, 0 if unknown")
    protections: tuple[str, ...] = Field(
        default=(), description="when ready: what `lockdown.lock_down` put in force"
    )


class FrameError(Exception):
    """The other side went away in the middle of a frame, or announced one too large."""


def write_frame(stream: IO[bytes], payload: bytes, body: bytes = b"") -> None:
    """Write one frame and flush; `body` follows unframed."""
    stream.write(_LENGTH.pack(len(payload)) + payload)
    if body:
        stream.write(body)
    stream.flush()


def read_frame(stream: IO[bytes], limit: int) -> bytes | None:
    """Read one frame, None at the end of the stream.

    Raises:
        FrameError: on a cut frame or one longer than `limit` bytes.
    """
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise FrameError
    (length,) = _LENGTH.unpack(head)
    if length > limit:
        raise FrameError
    return read_exactly(stream, length)


def read_exactly(stream: IO[bytes], count: int) -> bytes:
    """Read `count` bytes.

    Raises:
        FrameError: when the stream ends first.
    """
    data = stream.read(count)
    if len(data) < count:
        raise FrameError
    return data
