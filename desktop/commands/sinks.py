"""Where a command's results go: the terminal or pipe, one file, or a folder with a file each.

A file appears complete or not at all: it is written beside its place under another name and moved
there at the end. An input file is never written to.
"""

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TextIO

from desktop.cli import UsageError

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
#: Endings of resumes: no report of ours is such a file, so one named there is a slip.
_RESUMES = frozenset((".pdf", ".doc", ".docx", ".odt", ".rtf"))


class OutputError(Exception):
    """A result could not be written; the message says where and why."""


class Sink(Protocol):
    """Takes one text per input file, in order; closed at the end, given up on an exception."""

    def write(self, text: str, index: int) -> None:
        """Take the result of input number `index`; raises OutputError."""
        ...

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish, or leave nothing behind when an exception ended the work."""
        ...


class StreamSink:
    """Standard output. JSON and HTML go out as UTF-8; text in the terminal's own encoding."""

    def __init__(self, *, utf8: bool) -> None:
        self._encoding = "utf-8" if utf8 else (sys.stdout.encoding or "utf-8")

    def __enter__(self) -> Self:
        if sys.__stdout__ is None:  # started with `>&-`: the work would be for nothing
            raise OutputError("standard output is closed; use --output PATH")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def write(self, text: str, index: int) -> None:  # noqa: ARG002 - one stream for all inputs
        """Write and flush, so that a reader of the pipe sees each result at once."""
        try:
            sys.stdout.buffer.write(text.encode(self._encoding, "replace"))
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _output_error("standard output", error) from error


class _Draft:
    """A file being written beside its place, under a name of its own."""

    def __init__(self, path: Path) -> None:
        """Open the draft; raises OutputError."""
        self._path = path
        with _named_errors(path):
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "it is a folder")
            descriptor, name = tempfile.mkstemp(prefix=".vitae-", suffix=".part", dir=path.parent)
        self._name = Path(name)
        self._file = os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="\n")

    def write(self, text: str) -> None:
        """Add text; raises OutputError."""
        with _named_errors(self._path):
            self._file.write(text)

    def keep(self) -> None:
        """Put the whole file in its place; raises OutputError and leaves nothing then."""
        try:
            with _named_errors(self._path):
                self._file.flush()
                os.fsync(self._file.fileno())
                self._file.close()
                self._name.chmod(_usual_mode(self._path))
                self._name.replace(self._path)
        except OutputError:
            self.discard()
            raise

    def discard(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError):  # a full disk refuses the last flush as well
            self._file.close()
        self._name.unlink(missing_ok=True)


class DeviceSink:
    """What is there already and is no plain file: a device or a named pipe, written to as it is.

    Moving a draft there would put a plain file in the device's place.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stack = ExitStack()
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        with _named_errors(self._path):
            file = self._path.open("w", encoding="utf-8", errors="replace", newline="\n")
        self._file = self._stack.enter_context(file)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            with _named_errors(self._path):
                self._stack.close()
        else:
            with suppress(OSError):  # a full device refuses the last flush as well
                self._stack.close()

    def write(self, text: str, index: int) -> None:  # noqa: ARG002 - one place for all inputs
        """Write and flush one result; raises OutputError."""
        if self._file is None:
            raise ValueError("the sink is not open")
        with _named_errors(self._path):
            self._file.write(text)
            self._file.flush()


class FileSink:
    """One file for all results."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._draft: _Draft | None = None

    def __enter__(self) -> Self:
        self._draft = _Draft(self._path)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._draft is None:
            return
        if kind is None:
            self._draft.keep()
        else:
            self._draft.discard()

    def write(self, text: str, index: int) -> None:  # noqa: ARG002 - one file for all inputs
        """Add one result; raises OutputError."""
        if self._draft is None:
            raise ValueError("the sink is not open")
        self._draft.write(text)


class FolderSink:
    """One file per input, named after it."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._folder = folder
        self._names = names

    def __enter__(self) -> Self:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _output_error(str(self._folder), error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def write(self, text: str, index: int) -> None:
        """Write one file; raises OutputError."""
        draft = _Draft(self._folder / self._names[index])
        try:
            draft.write(text)
        except OutputError:
            draft.discard()
            raise
        draft.keep()


def open_sink(output: str | None, inputs: Sequence[str], kind: str) -> Sink:
    """Return where results of a kind (text, json, html) go.

    Raises:
        UsageError: the place cannot hold them, or is one of the inputs.
    """
    if output is None:
        if kind == "html" and len(inputs) > 1:
            raise UsageError("several HTML reports need --output FOLDER")
        return StreamSink(utf8=kind != "text")
    path = Path(output)
    folder = path.is_dir() or output.endswith(("/", os.sep)) or (kind == "html" and len(inputs) > 1)
    if folder and path.exists() and not path.is_dir():
        raise UsageError(f"{output} is a file; several HTML reports need a folder")
    names = file_names(inputs, kind) if folder else []
    for target in [path / name for name in names] or [path]:
        _refuse_input(target, inputs)
    return FolderSink(path, names) if folder else _one_place(path)


def open_one(output: str | None, inputs: Sequence[str], kind: str) -> Sink:
    """Return where the one result of several inputs goes.

    Raises:
        UsageError: the place cannot hold it, or is one of the inputs.
    """
    if output is None:
        return StreamSink(utf8=kind != "text")
    path = Path(output)
    if path.is_dir():
        raise UsageError(f"--output {output} is a folder; name the file to write")
    _refuse_input(path, inputs)
    return _one_place(path)


def _one_place(path: Path) -> Sink:
    if path.suffix.lower() in _RESUMES:
        raise UsageError(
            f"--output {path} is named like a resume; name the report .txt, for example"
        )
    if path.exists() and not path.is_file():
        return DeviceSink(path)
    # The file a link leads to is written; the link stays.
    return FileSink(path.resolve() if path.is_symlink() else path)


def file_names(inputs: Sequence[str], kind: str) -> list[str]:
    """Return one file name per input: its own stem with `.review` and the kind's ending."""
    ending = {"text": ".review.txt", "json": ".review.json", "html": ".review.html"}[kind]
    taken: set[str] = set()
    names = []
    for name in inputs:
        stem = Path(name).stem or "resume"
        candidate, number = stem, 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{stem} ({number})"
        taken.add(candidate.casefold())
        names.append(candidate + ending)
    return names


def _refuse_input(target: Path, inputs: Sequence[str]) -> None:
    for name in inputs:
        with suppress(OSError, ValueError):
            if target.samefile(name):
                raise UsageError(f"--output {target} is one of the inputs; it is never overwritten")


def _usual_mode(path: Path) -> int:
    """Return the rights a new file of this person would get; a replaced file keeps its own."""
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


@contextmanager
def _named_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _output_error(str(path), error) from error


def _output_error(place: str, error: OSError) -> OutputError:
    why = "the disk is full" if error.errno in _FULL else (error.strerror or str(error)).lower()
    return OutputError(f"{place} cannot be written: {why}")
