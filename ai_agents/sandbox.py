"""Reads files in a child process with limits: no file can hurt the program or the next file.

A resume's way: path → opened here, sent over a pipe → read and profiled in the child → validated
here. The limits inside the child stand in `lockdown`; the wall clock is kept here, and is all there
is on Windows, where the child is otherwise an ordinary process of the user (no resource limits, no
system-call filter).
"""

import errno
import logging
import os
import stat
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from ai_agents.child_command import child_command
from ai_agents.documents.limits import MAX_FILE_BYTES
from ai_agents.documents.refusals import refusal
from ai_agents.errors import ReadCode, ReadError, ReviewCancelled
from ai_agents.reader_process import ProcessGoneError, ReaderProcess
from ai_agents.reading import FrameError, ReadResult, Reply

_log = logging.getLogger(__name__)

READ_TIMEOUT_S: Final = 20.0
#: A cold disk and a virus scanner may make the first start slow; a file's own time is not touched.
START_TIMEOUT_S: Final = 60.0
#: A child is replaced after so many files, whatever a library may have leaked by then.
FILES_PER_CHILD: Final = 200
#: A child that died by a signal while holding this much most likely could not get more.
_MEMORY_DEATH_KIB: Final = 250 * 1024
#: The signal that ends a process when its processor time is used up.
_SIGXCPU: Final = 24
#: A signal of the kernel or another program, as when the thread that started the child ends.
_SIGKILL: Final = 9
_NOT_STARTED: Final = "The reader could not be started."
#: After these the child's state is not worth trusting.
_RECYCLE_AFTER: Final = frozenset((ReadCode.OUT_OF_MEMORY, ReadCode.CRASHED, ReadCode.UNSAFE))


def load_file(path: Path) -> bytes:
    """Return the bytes of a file the coach chose.

    Raises:
        ReadError: NOT_FOUND, NOT_READABLE (also a folder, a pipe, a device), EMPTY, TOO_LARGE.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise refusal(ReadCode.NOT_READABLE)
            if status.st_size > MAX_FILE_BYTES:
                raise refusal(ReadCode.TOO_LARGE)
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as e:  # ValueError: a name with a NUL
        gone = isinstance(e, OSError) and e.errno in (errno.ENOENT, errno.ENOTDIR)
        raise refusal(ReadCode.NOT_FOUND if gone else ReadCode.NOT_READABLE) from e
    if not data:
        raise refusal(ReadCode.EMPTY)
    if len(data) > MAX_FILE_BYTES:
        raise refusal(ReadCode.TOO_LARGE)
    return data


def shown_name(path: Path) -> str:
    """Return the file's own name as valid text, whatever bytes it was made of."""
    return os.fsencode(path.name).decode("utf-8", errors="replace")


class Reader:
    """Reads files one after another in a child process that is made again when it dies.

    May be used from several threads: reads wait for each other. Two readers work side by side.
    On Linux a child dies with the *thread* that started it; it is then made again unnoticed.
    """

    def __init__(
        self,
        *,
        timeout_s: float = READ_TIMEOUT_S,
        files_per_child: int = FILES_PER_CHILD,
        command: list[str] | None = None,
    ) -> None:
        """Make a reader; no process is started yet.

        Args:
            timeout_s: wall-clock time one file may take.
            files_per_child: files after which the child is replaced.
            command: another child than ours, for tests.
        """
        self._timeout_s = timeout_s
        self._files_per_child = files_per_child
        self._command = command or child_command("reader")
        self._turn = threading.Lock()
        self._child: ReaderProcess | None = None
        self._ahead: ThreadPoolExecutor | None = None
        self._killed = False
        self._closed = False
        #: Milliseconds from starting the last child to its being ready.
        self.start_ms = 0.0
        #: What the last child that became ready has in force; the names are those of `lock_down`.
        self.protections: tuple[str, ...] = ()
        #: Highest memory of the last child so far in KiB, 0 if unknown.
        self.peak_kib = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the child and return at once; it loads its libraries meanwhile."""
        with self._turn:
            self._ensure_child()

    def read(self, path: Path) -> ReadResult:
        """Read one file.

        Raises:
            ReadError: with the code that says why it cannot be read.
            ReviewCancelled: `kill` was called meanwhile.
        """
        return self.read_bytes(load_file(path), shown_name(path))

    def read_bytes(self, data: bytes, name: str) -> ReadResult:
        """Read a file already in memory; raises as `read` does."""
        if not data:
            raise refusal(ReadCode.EMPTY)
        if len(data) > MAX_FILE_BYTES:
            raise refusal(ReadCode.TOO_LARGE)
        with self._turn:
            self._killed = False
            return self._read_in_child(data, name)

    def submit(self, path: Path) -> "Future[ReadResult]":
        """Read a file ahead, in order of asking; the future gives or raises what `read` does."""
        with self._turn:
            if self._ahead is None:
                self._ahead = ThreadPoolExecutor(max_workers=1, thread_name_prefix="read-ahead")
        return self._ahead.submit(self.read, path)

    def kill(self) -> None:
        """Stop what is being read now, from any thread; the reader can be used again."""
        self._killed = True
        child = self._child
        if child is not None:
            child.kill()

    def close(self) -> None:
        """End the child and everything read ahead; may be called twice."""
        self._closed = True
        if self._ahead is not None:
            self.kill()
            self._ahead.shutdown(wait=True, cancel_futures=True)
        with self._turn:
            self._drop_child()

    def _ensure_child(self) -> ReaderProcess:
        if self._closed:
            raise ReviewCancelled
        child = self._child
        if child is not None and (not child.is_alive() or child.files >= self._files_per_child):
            self._drop_child()
            child = None
        if child is None:
            try:
                child = self._child = ReaderProcess(self._command)
            except OSError as e:
                raise refusal(ReadCode.CRASHED, _NOT_STARTED) from e
        return child

    def _drop_child(self) -> int:
        child, self._child = self._child, None
        if child is None:
            return 0
        status = child.end()
        self.peak_kib = child.peak_kib
        return status

    def _read_in_child(self, data: bytes, name: str) -> ReadResult:
        reply = self._ask(data, name) or self._ask(data, name, last=True)
        if reply is None:
            raise refusal(ReadCode.CRASHED)
        if reply.result is not None:
            return reply.result
        code = _known_code(reply)
        if reply.failure is not None and reply.failure.trace:
            _log.error("the reader failed: %s", reply.failure.trace[:2000])
        if code in _RECYCLE_AFTER:
            self._drop_child()
        raise ReadError(code, reply.failure.message if reply.failure else refusal(code).message)

    def _ask(self, data: bytes, name: str, *, last: bool = False) -> Reply | None:
        """Ask a child; None when somebody else killed it and it may be tried once more."""
        child = self._ready_child()
        try:
            reply = child.ask(name, data, self._timeout_s)
        except FrameError as error:
            status = self._drop_child()
            death = self._death(child, status)
            by_others = isinstance(error, ProcessGoneError) and status == -_SIGKILL
            if by_others and not last and getattr(death, "code", "") == ReadCode.CRASHED:
                return None
            raise death from None
        except BaseException:
            # Stopped in the middle of an answer: the rest of it must not meet the next question.
            self._drop_child()
            raise
        self.peak_kib = child.peak_kib
        return reply

    def _ready_child(self) -> ReaderProcess:
        """Return a child that said it is ready; one that died idle is replaced once.

        Raises:
            ReadError: CRASHED when no child comes up: our own fault, not the file's.
            ReviewCancelled: `kill` was called meanwhile.
        """
        for _ in range(2):
            child = self._ensure_child()
            try:
                if not child.ready:
                    self.protections = child.receive(START_TIMEOUT_S).protections
                    child.ready = True
                    self.start_ms = (time.perf_counter() - child.started_at) * 1000
                if child.is_alive():
                    return child
            except FrameError:
                if self._killed:
                    self._drop_child()
                    raise ReviewCancelled from None
            self._drop_child()
        raise refusal(ReadCode.CRASHED, _NOT_STARTED)

    def _death(self, child: ReaderProcess, status: int) -> ReadError | ReviewCancelled:
        if self._killed:
            return ReviewCancelled()
        if child.timed_out or status == -_SIGXCPU:
            return refusal(ReadCode.TIMED_OUT)
        if status < 0 and child.peak_kib > _MEMORY_DEATH_KIB:
            return refusal(ReadCode.OUT_OF_MEMORY)
        return refusal(ReadCode.CRASHED)


def _known_code(reply: Reply) -> ReadCode:
    """The child's word for a code of ours; anything else is a crash."""
    try:
        return ReadCode(reply.failure.code) if reply.failure else ReadCode.CRASHED
    except ValueError:
        return ReadCode.CRASHED
