"""Turns what was dropped (files, folders, both) into the list of files to review.

Pure but for reading folders; run in the storage lane. Unsupported files inside a folder are left
out and counted; a file that was named by itself is always taken, so that the reader can say what
is wrong with it.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.tasks.cancel import CancelToken

#: What the reader understands; a folder also holds photos and letters' attachments.
SUFFIXES = frozenset(
    {".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".md", ".markdown", ".html", ".htm"}
)
#: More than this is asked about first (UX table 2, intake).
CONFIRM_ABOVE = 500
#: A dropped disk must not fill the memory.
MOST_FILES = 100_000


@dataclass(frozen=True)
class Collected:
    """What a drop holds: the files in a stable order, and what was left out."""

    files: tuple[Path, ...]
    folders: int = 0
    unsupported: int = 0
    missing: tuple[Path, ...] = ()
    cut_off: bool = False

    @property
    def needs_confirmation(self) -> bool:
        """Whether the number should be confirmed before anything is copied."""
        return len(self.files) > CONFIRM_ABOVE


def collect(paths: Iterable[Path], cancel: CancelToken) -> Collected:
    """Return every file to review, folders searched to the bottom, each file once.

    Links to folders are not followed (they may lead in a circle); hidden files and Word's lock
    files (`~$name.docx`) are left out.

    Raises:
        TaskCancelled: the window asked to stop.
    """
    files: dict[Path, None] = {}
    missing: list[Path] = []
    folders = unsupported = 0
    for path in paths:
        if path.is_dir():
            folders += 1
            for found in _files_below(path, cancel):
                if found.suffix.lower() in SUFFIXES:
                    files.setdefault(found)
                else:
                    unsupported += 1
                if len(files) >= MOST_FILES:
                    return Collected(
                        tuple(files), folders, unsupported, tuple(missing), cut_off=True
                    )
        elif path.exists():
            files.setdefault(path)
        else:
            missing.append(path)
    return Collected(tuple(files), folders, unsupported, tuple(missing))


def _files_below(folder: Path, cancel: CancelToken) -> Iterator[Path]:
    for parent, names, found in os.walk(folder):
        cancel.check()
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(found):
            if not name.startswith((".", "~$")):
                yield Path(parent) / name
