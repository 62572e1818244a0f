"""The window's end of the library's own process: a `Library` whose calls are answered there."""

import logging
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, cast

from desktop.errors import UNEXPECTED, LibraryError
from desktop.paths import AppPaths
from desktop.storage.library_child import Answer, Call, OpenedThere
from desktop.storage.opening import Opened
from desktop.storage.port import Library

log = logging.getLogger("vitae.storage")

#: How long a closing library may take to fold its write-ahead log back in.
CLOSE_WAIT_S = 4.0


def library_command() -> list[str]:
    """Return the command of the library's process, frozen program or not."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    return [*own, "--child", "library"]


def open_library_process(paths: AppPaths) -> Opened:
    """Open the library in a process of its own; storage lane.

    Raises:
        DesktopError: it could not be opened; what `opening.open_library` raises.
    """
    process = LibraryProcess(paths)
    there = process.open_there()
    # Fits `Library` through `__getattr__`; the contract test runs over both.
    return Opened(cast("Library", process), there.notice, there.read_only)


class LibraryProcess:
    """Hands every `Library` method to the child; used by one thread, the storage lane's.

    A child that ended (killed, out of memory) fails the call that met it; the next call starts a
    new one, so that the window goes on. What was answered before is on the disk.
    """

    def __init__(self, paths: AppPaths, command: list[str] | None = None) -> None:
        self._paths = paths
        self._command = command or library_command()
        self._process: subprocess.Popen[bytes] | None = None

    def open_there(self) -> OpenedThere:
        """Start the child and let it open the library."""
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        there: OpenedThere = self._exchange(self._paths)
        return there

    def close(self) -> None:
        """Close the library; the child ends when its input does."""
        process, self._process = self._process, None
        if process is None or process.stdin is None or process.stdout is None:
            return
        try:
            process.stdin.close()
            process.wait(CLOSE_WAIT_S)
        except (OSError, subprocess.TimeoutExpired):
            process.kill()
            process.wait()
        process.stdout.close()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return a `Library` method that is performed in the child."""
        if not hasattr(Library, name):
            raise AttributeError(name)

        def call(*args: Any, **kwargs: Any) -> Any:
            if self._process is None:
                self.open_there()
            return self._exchange(Call(name, args, tuple(kwargs.items())))

        return call

    def _exchange(self, request: AppPaths | Call) -> Any:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise LibraryError("library-closed", "The library is not open.")
        try:
            pickle.dump(request, process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            answer: Answer = pickle.load(process.stdout)  # noqa: S301 - from our own child only
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            raise LibraryError(
                "library-process-ended",
                "The library did not answer, so this was not saved. What was saved before is safe.",
                "Try again.",
            ) from error
        if answer.error is not None:
            if answer.error.code == UNEXPECTED:
                log.error("the library met a fault of our own: %s", answer.details)
            raise answer.error
        return answer.result
