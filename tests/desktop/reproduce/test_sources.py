"""The file of a review is found where it may be, and never mistaken for another."""

import hashlib
from pathlib import Path

import pytest

from ai_agents.errors import ReadError
from database.blobs import FolderBlobStore
from desktop.reproduce.sources import find_source

DATA = b"the resume as it was"
HASH = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def blobs(tmp_path: Path) -> Path:
    """A library's folder that keeps the file."""
    folder = tmp_path / "blobs"
    assert FolderBlobStore(folder).put(DATA) == HASH
    return folder


def test_the_file_beside_the_review_is_found_by_name(tmp_path: Path) -> None:
    """The place is told with it."""
    (tmp_path / "a.pdf").write_bytes(DATA)
    source = find_source("a.pdf", HASH, [], tmp_path, tmp_path / "none")
    assert source is not None
    assert source.data == DATA
    assert "beside the review" in source.place


def test_a_newer_file_of_the_name_does_not_hide_the_one_in_the_library(
    tmp_path: Path, blobs: Path
) -> None:
    """The hash goes before the name."""
    (tmp_path / "a.pdf").write_bytes(b"a newer version")
    source = find_source("a.pdf", HASH, [], tmp_path, blobs)
    assert source is not None
    assert "library" in source.place


def test_a_changed_file_beside_is_taken_where_there_is_no_other(tmp_path: Path) -> None:
    """So that it can be said what changed."""
    (tmp_path / "a.pdf").write_bytes(b"a newer version")
    source = find_source("a.pdf", HASH, [], tmp_path, tmp_path / "none")
    assert source is not None
    assert source.sha256 != HASH


def test_of_several_given_files_each_review_takes_its_own(tmp_path: Path) -> None:
    """By hash, else by name, else none: a stranger's file is never taken."""
    (tmp_path / "b.pdf").write_bytes(DATA)
    (tmp_path / "c.pdf").write_bytes(b"other")
    given = [tmp_path / "c.pdf", tmp_path / "b.pdf"]
    found = [
        find_source(name, sha256, given, tmp_path / "none", tmp_path / "none")
        for name, sha256 in (("a.pdf", HASH), ("c.pdf", "0" * 64), ("a.pdf", "0" * 64))
    ]
    assert [source and source.data for source in found] == [DATA, b"other", None]


def test_a_single_given_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    """The person said which."""
    (tmp_path / "renamed.pdf").write_bytes(b"changed")
    source = find_source("a.pdf", HASH, [tmp_path / "renamed.pdf"], tmp_path, tmp_path)
    assert source is not None
    assert source.data == b"changed"


@pytest.mark.parametrize("name", ["../secret.pdf", "..\\secret.pdf", "/secret.pdf", "..", ""])
def test_a_name_in_a_review_leads_out_of_no_folder(tmp_path: Path, name: str) -> None:
    """A review comes from anywhere; only a file beside it is looked at."""
    (tmp_path / "secret.pdf").write_bytes(DATA)
    inner = tmp_path / "inner"
    inner.mkdir()
    assert find_source(name, HASH, [], inner, tmp_path / "none") is None


@pytest.mark.parametrize("sha256", ["", "no hash", "../../x"])
def test_a_hash_that_is_none_finds_nothing_in_the_library(
    tmp_path: Path, blobs: Path, sha256: str
) -> None:
    """It never becomes a path."""
    assert find_source("a.pdf", sha256, [], tmp_path, blobs) is None


def test_a_given_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """The person meant it; nothing else is taken in its place."""
    with pytest.raises(ReadError):
        find_source("a.pdf", HASH, [tmp_path / "gone.pdf"], tmp_path, tmp_path)
