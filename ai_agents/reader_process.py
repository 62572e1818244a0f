"""One reader child process as its parent sees it: pipes, a wall clock, and how it ended."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ai_agents.lockdown import peak_memory_kib
from ai_agents.reading import (
    MAX_REPLY_BYTES,
    FrameError,
    Reply,
    Request,
    read_frame,
    write_frame,
)

#: How often a working child's memory is looked at; one that aborts cannot tell it any more.
_LOOK_EVERY_S = 0.03


class ProcessGoneError(FrameError):
    """The process ended instead of answering."""


class ReaderProcess:
    """One reader child and the pipes to it; the sandbox's reader owns it and takes turns.

    Attributes:
        files: how many files it was asked for.
        ready: whether it said so.
        timed_out: whether it was killed because its time was over.
        peak_kib: highest resident memory so far in KiB, 0 if unknown or below what the parent held.
    """

    def __init__(self, command: list[str]) -> None:
        """Start the process; OSError when the system cannot."""
        self.started_at = time.perf_counter()
        self.files = 0
        self.ready = False
        self.timed_out = False
        self.peak_kib = 0
        # Linux counts the parent's memory at the time of the fork as the child's own
        # (getrusage(2), ru_maxrss): up to here a figure says nothing about the child.
        self._inherited_kib = peak_memory_kib()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd=Path(sys.executable).anchor,
            close_fds=True,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def receive(self, timeout_s: float) -> Reply:
        """Wait for one reply; the process is killed when it does not come in time.

        Raises:
            FrameError: the process ended, or what it said is no reply.
        """
        return self._within(timeout_s, self._receive)

    def ask(self, name: str, data: bytes, timeout_s: float) -> Reply:
        """Send one file and wait for its reply; raises as `receive` does."""

        def send_and_receive() -> Reply:
            request = Request(name=name, size_bytes=len(data)).model_dump_json().encode()
            try:
                write_frame(self._pipe(self._process.stdin), request, data)
            except (OSError, ValueError) as e:
                raise ProcessGoneError from e
            return self._receive()

        self.files += 1
        return self._within(timeout_s, send_and_receive)

    def _within(self, timeout_s: float, work: Callable[[], Reply]) -> Reply:
        ended = threading.Event()
        threading.Thread(target=self._watch, args=(timeout_s, ended), daemon=True).start()
        try:
            return work()
        finally:
            ended.set()

    def _watch(self, timeout_s: float, ended: threading.Event) -> None:
        """See how much memory the child holds while it works; end it when its time is over."""
        over = time.monotonic() + timeout_s
        while not ended.wait(_LOOK_EVERY_S):
            self.peak_kib = max(self.peak_kib, _resident_kib(self._process.pid))
            if time.monotonic() >= over:
                self.timed_out = True
                self.kill()
                return

    def _receive(self) -> Reply:
        try:
            frame = read_frame(self._pipe(self._process.stdout), MAX_REPLY_BYTES + 64 * 1024)
            if frame is None:
                raise ProcessGoneError
            reply = Reply.model_validate_json(frame)
        except (OSError, ValueError) as e:  # ValidationError is a ValueError
            raise FrameError from e
        self._note_peak(reply.peak_kib)
        return reply

    def _note_peak(self, kib: int) -> None:
        if kib > self._inherited_kib:
            self.peak_kib = max(self.peak_kib, kib)

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        if pipe is None or pipe.closed:
            raise FrameError
        return pipe

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process at once; may be called from any thread."""
        self._process.kill()

    def end(self) -> int:
        """Make sure the process is gone and return its exit status, minus the signal's number."""
        status = self._reap()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # unsent bytes to a process that is gone
                    continue
        return status

    def _reap(self) -> int:
        """Wait for the end; where the system tells, learn how much memory it held."""
        if self._process.returncode is None and sys.platform != "win32":
            # Not `Popen.kill`: it would take the status, and the memory held with it, itself.
            try:
                os.kill(self._process.pid, signal.SIGKILL)
                _, status, usage = os.wait4(self._process.pid, 0)
            except (ProcessLookupError, ChildProcessError):  # the clock's thread was first
                return self._process.wait()
            self._process.returncode = os.waitstatus_to_exitcode(status)
            kib = usage.ru_maxrss // 1024 if sys.platform == "darwin" else usage.ru_maxrss
            self._note_peak(kib)
        else:
            self._process.kill()
        return self._process.wait()


def _resident_kib(pid: int) -> int:
    """Return what a process of ours holds now in KiB; 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):  # no Linux, or it has just ended
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") // 1024


def _environment() -> dict[str, str]:
    """Return the child's whole environment: nothing of the user's, everything deterministic."""
    environment = {
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(Path(__file__).parent.parent),
        # Nothing is imported from the folder the child stands in.
        "PYTHONSAFEPATH": "1",
        "MALLOC_ARENA_MAX": "1",
        # Looking for plugins of pydantic takes 30 ms and would load what others installed.
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
    for name in ("SYSTEMROOT", "SystemRoot"):  # Windows cannot load its own libraries without
        if name in os.environ:
            environment[name] = os.environ[name]
    return environment
