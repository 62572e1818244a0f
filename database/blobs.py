"""Keeps the files themselves, each under the hash of its bytes; a port and a local folder."""

import errno
import hashlib
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from database.errors import (
    BlobDamaged,
    BlobMissing,
    DatabaseDiskFailed,
    DatabaseFault,
    DatabaseFull,
    DatabaseReadOnly,
)

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR})


class BlobStore(Protocol):
    """Bytes by their SHA-256 (64 lower-case hex digits), of one user."""

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their hash; keeping them twice changes nothing."""

    def get(self, sha256: str) -> bytes:
        """Return the bytes, checked; BlobMissing or BlobDamaged."""

    def has(self, sha256: str) -> bool:
        """Return whether the bytes are here (unchecked)."""

    def remove(self, sha256: str) -> None:
        """Forget the bytes; nothing happens when they are not here."""


class FolderBlobStore:
    """Blobs as files `ab/cdef…` in one folder: 0600 in 0700, whole or not at all.

    A name is made from the hash only, so no file name of a stranger ever reaches the disk.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Write beside, sync, rename, sync the folder: a kill or a power cut leaves no half file.

        DatabaseFull, DatabaseReadOnly or DatabaseDiskFailed when the disk does not take it. A
        damaged copy of the same bytes is replaced.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        target = self._path(sha256)
        with suppress(BlobMissing, BlobDamaged):
            self.get(sha256)
            return sha256
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._folder.chmod(0o700)
            _write_whole(target, data)
        except OSError as error:
            raise _fault_of(error) from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes; every read checks the hash."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise BlobMissing from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise BlobDamaged
        return data

    def has(self, sha256: str) -> bool:
        """Return whether a file stands there."""
        return self._path(sha256).is_file()

    def remove(self, sha256: str) -> None:
        """Delete the file."""
        self._path(sha256).unlink(missing_ok=True)

    def path(self, sha256: str) -> Path:
        """Return where the bytes lie, for a viewer that wants a file; BlobMissing."""
        path = self._path(sha256)
        if not path.is_file():
            raise BlobMissing
        return path

    def _path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError("a blob is named by 64 lower-case hex digits")
        return self._folder / sha256[:2] / sha256[2:]


def _fault_of(error: OSError) -> DatabaseFault:
    if error.errno in _NO_ROOM:
        return DatabaseFull()
    return DatabaseReadOnly() if error.errno in _NOT_ALLOWED else DatabaseDiskFailed()


def _write_whole(target: Path, data: bytes) -> None:
    # mkstemp makes the file 0600.
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
