"""Reads many files ahead of the one being worked on, in order and with bounded memory.

Two processes are busy: while this one reviews file n, a reader child reads file n+1; where nothing
is reviewed, two reader children take turns.
"""

import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ai_agents.errors import AgentsError, ReadCode, ReadError
from ai_agents.reading import ReadResult
from ai_agents.sandbox import Reader, shown_name

#: Files read but not yet reviewed; each is at most a few megabytes.
AHEAD: Final = 3


@dataclass(frozen=True, slots=True)
class FileRead:
    """One input file: what was read, or why it was not."""

    index: int
    name: str
    result: ReadResult | None = None
    error: AgentsError | None = None


def read_files(readers: Sequence[Reader], paths: Sequence[str]) -> Iterator[FileRead]:
    """Yield every file in the order given, reading a few ahead with the readers in turn."""
    waiting: deque[tuple[int, Path, Future[ReadResult] | ReadError]] = deque()
    coming = iter(enumerate(paths))
    while True:
        while len(waiting) < AHEAD and (following := next(coming, None)) is not None:
            index, name = following
            reader = readers[index % len(readers)]
            waiting.append((index, Path(name), _begin(reader, name)))
        if not waiting:
            return
        index, path, future = waiting.popleft()
        yield _finished(index, path, future)


def _begin(reader: Reader, name: str) -> "Future[ReadResult] | ReadError":
    path = Path(name)
    return _refusal(name, path) or reader.submit(path)


def _refusal(name: str, path: Path) -> ReadError | None:
    """Return what is wrong with the name given; the reader judges the file itself."""
    if not name:
        return ReadError(ReadCode.NOT_FOUND, "An empty name was given in place of a file.")
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        if path.is_dir():
            return ReadError(
                ReadCode.NOT_READABLE,
                f"This is a folder. Name the files in it, for example {shown}/*.pdf",
            )
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return ReadError(ReadCode.NOT_FOUND, f"There is no such file: {shown}")
    except (OSError, ValueError):  # a name the system does not take: the reader says so
        return None
    return None


def _finished(index: int, path: Path, future: "Future[ReadResult] | ReadError") -> FileRead:
    name = shown_name(path) or str(path)
    if isinstance(future, ReadError):
        return FileRead(index, name, error=future)
    try:
        return FileRead(index, name, result=future.result())
    except AgentsError as error:
        return FileRead(index, name, error=error)


class ProgressLine:
    """One line on a terminal's standard error that says which file is being worked on."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._shown = sys.stderr.isatty()
        self._length = 0

    def show(self, number: int, name: str, doing: str) -> None:
        """Say what is being done; nothing without a terminal."""
        if not self._shown:
            return
        printable = "".join(char if char.isprintable() else "?" for char in name)
        text = f"{number}/{self._total} {doing} {printable}"[:78]
        self._write("\r" + text + " " * max(0, self._length - len(text)))
        self._length = len(text)

    def clear(self) -> None:
        """Leave an empty line for what is printed next."""
        if self._shown and self._length:
            self._write("\r" + " " * self._length + "\r")
            self._length = 0

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
