"""Finds the file a stored review was made of: given, beside the review, or in the library.

A file with the review's own hash goes before any other of its name.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ai_agents.errors import ReadCode, ReadError
from ai_agents.sandbox import load_file


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes, and where they were found, in words."""

    data: bytes
    place: str

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def find_source(
    name: str, sha256: str, given: Sequence[Path], beside: Path, blobs: Path
) -> Source | None:
    """Return the file of a review, None where it is nowhere.

    Args:
        name: the file's name in the review.
        sha256: its hash there.
        given: files named by the person: the one with this hash, else of this name, else the
            only one.
        beside: the folder of the review.
        blobs: the library's folder of files.

    Raises:
        ReadError: a file that was given cannot be read.
    """
    named = [Source(load_file(path), str(path)) for path in given]
    other = None
    for source in chain(named, _beside(name, beside), _in_library(sha256, blobs)):
        if source.sha256 == sha256:
            return source
        other = other or source
    if not given:
        return other
    same_name = (source for source, path in zip(named, given, strict=True) if path.name == name)
    return next(same_name, named[0] if len(named) == 1 else None)


def _beside(name: str, folder: Path) -> Iterator[Source]:
    # A review is somebody's JSON: its name may hold a path, and only the last part is looked for.
    own = Path(name.replace("\\", "/")).name
    if own in ("", ".", ".."):
        return
    try:
        yield Source(load_file(folder / own), f"{folder / own}, beside the review")
    except ReadError as error:
        if error.code != ReadCode.NOT_FOUND:
            raise


def _in_library(sha256: str, blobs: Path) -> Iterator[Source]:
    if not blobs.is_dir():
        return
    # Only here: `database` brings SQLAlchemy with it.
    from database.blobs import FolderBlobStore  # noqa: PLC0415
    from database.errors import BlobDamaged, BlobMissing  # noqa: PLC0415

    try:
        yield Source(FolderBlobStore(blobs).get(sha256), "in the library, by its hash")
    except (BlobMissing, BlobDamaged, ValueError, OSError):
        return
