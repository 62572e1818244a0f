"""Keeps the resumes themselves: one private file per content, named by its SHA-256."""

import hashlib
import os
import tempfile
from pathlib import Path

from ai_agents.errors import ReadCode, ReadError

_CHUNK = 1024 * 1024
_PRIVATE_FOLDER = 0o700


class FileStore:
    """A folder of contents; the same content twice is one file. Written once, never changed.

    Args:
        folder: made when the first content comes; private to this user.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Return where a content lies, or would lie."""
        return self._folder / sha256[:2] / sha256

    def find(self, sha256: str | None) -> Path | None:
        """Return where a content lies, None when it is not here."""
        path = self.path(sha256) if sha256 else None
        return path if path is not None and path.is_file() else None

    def take(self, source: Path, limit_bytes: int) -> tuple[str, int]:
        """Copy a file in; return its hash and size. Durable when this returns.

        Raises:
            ReadError: the file is gone, may not be read, is empty or larger than the limit.
            OSError: the folder took no more.
        """
        try:
            with source.open("rb") as file:
                data = file.read(limit_bytes + 1)
        except FileNotFoundError as error:
            raise ReadError(ReadCode.NOT_FOUND, "The file is not there any more.") from error
        except OSError as error:
            raise ReadError(ReadCode.NOT_READABLE, "The file may not be read.") from error
        if len(data) > limit_bytes:
            limit = limit_bytes // (1024 * 1024)
            raise ReadError(ReadCode.TOO_LARGE, f"The file is larger than {limit} MiB.")
        if not data:
            raise ReadError(ReadCode.EMPTY, "The file is empty.")
        return self.put(data), len(data)

    def put(self, data: bytes) -> str:
        """Store bytes; return their hash."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(sha256)
        if target.is_file() and target.stat().st_size == len(data):
            return sha256
        target.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        # mkstemp makes the file private (0600); it appears under its name only when complete.
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return sha256
