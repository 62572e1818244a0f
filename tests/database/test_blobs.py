"""The file store: private, whole or not at all, and never trusting what it reads."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from database.blobs import FolderBlobStore
from database.errors import (
    BlobDamaged,
    BlobMissing,
    DatabaseDiskFailed,
    DatabaseFull,
    DatabaseReadOnly,
)


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobStore:
    """A store in a fresh folder."""
    return FolderBlobStore(tmp_path / "blobs")


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.binary(max_size=2_000))
def test_bytes_come_back_equal(blobs: FolderBlobStore, data: bytes) -> None:
    """Any bytes, and as often as they are put."""
    name = blobs.put(data)
    assert blobs.put(data) == name
    assert blobs.has(name)
    assert blobs.get(name) == data


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no POSIX modes")
def test_nobody_else_on_the_machine_can_read_a_file(blobs: FolderBlobStore, tmp_path: Path) -> None:
    """Files 0600, folders 0700."""
    path = blobs.path(blobs.put(b"resume"))
    modes = [stat.S_IMODE(p.stat().st_mode) for p in (path, path.parent, tmp_path / "blobs")]
    assert modes == [0o600, 0o700, 0o700]


def test_a_damaged_copy_is_told_and_replaced(blobs: FolderBlobStore) -> None:
    """Wrong bytes are never handed out; putting the file again heals it."""
    name = blobs.put(b"resume")
    blobs.path(name).write_bytes(b"resum3")
    with pytest.raises(BlobDamaged):
        blobs.get(name)
    blobs.put(b"resume")
    assert blobs.get(name) == b"resume"


def test_a_missing_file_is_told(blobs: FolderBlobStore) -> None:
    """Its metadata may have come by sync before it."""
    name = blobs.put(b"resume")
    blobs.remove(name)
    blobs.remove(name)
    assert not blobs.has(name)
    for ask in (blobs.get, blobs.path):
        with pytest.raises(BlobMissing):
            ask(name)


@pytest.mark.parametrize(
    "name", ["", "../" * 20, "A" * 64, "a" * 63, "a" * 64 + "\n", "/etc/passwd"]
)
def test_only_a_hash_names_a_file(blobs: FolderBlobStore, name: str) -> None:
    """No name of a stranger reaches the disk (ASVS 5.3.2)."""
    with pytest.raises(ValueError, match="hex"):
        blobs.get(name)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, DatabaseFull),
        (errno.EACCES, DatabaseReadOnly),
        (errno.EROFS, DatabaseReadOnly),
        (errno.EIO, DatabaseDiskFailed),
    ],
)
def test_a_write_that_fails_leaves_nothing(
    blobs: FolderBlobStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    fault: type[Exception],
) -> None:
    """A full disk leaves no half file behind, and is named."""

    def fail(_descriptor: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(fault):
        blobs.put(b"resume")
    assert [p for p in (tmp_path / "blobs").rglob("*") if p.is_file()] == []
