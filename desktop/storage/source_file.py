"""Reads a dropped file whole, or says in the reader's own codes why it cannot come in."""

from pathlib import Path

from ai_agents.errors import ReadCode, ReadError

_MIB = 1024 * 1024


def read_source(source: Path, limit_bytes: int) -> bytes:
    """Return the file's bytes; never more than the limit is read.

    Raises:
        ReadError: the file is gone, may not be read, is empty or larger than the limit.
    """
    try:
        with source.open("rb") as file:
            data = file.read(limit_bytes + 1)
    except FileNotFoundError as error:
        raise ReadError(ReadCode.NOT_FOUND, "The file is not there any more.") from error
    except OSError as error:
        raise ReadError(ReadCode.NOT_READABLE, "The file may not be read.") from error
    if len(data) > limit_bytes:
        limit = limit_bytes // _MIB
        raise ReadError(ReadCode.TOO_LARGE, f"The file is larger than {limit} MiB.")
    if not data:
        raise ReadError(ReadCode.EMPTY, "The file is empty.")
    return data
