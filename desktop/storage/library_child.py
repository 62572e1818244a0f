"""The library's own process: opens the database there and answers the storage lane's calls.

    stdin:  pickled AppPaths, then pickled Call, …        stdout: one pickled Answer for each

The window's process so never loads SQLAlchemy (about 60 MB and 0.3 s), and a slow disk never holds
it up. Pickle is safe here: both ends are this program, and nothing of a resume is unpickled.
"""

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

from desktop.errors import DesktopError, explain
from desktop.paths import AppPaths
from desktop.storage.opening import open_library
from desktop.storage.port import Library


@dataclass(frozen=True)
class Call:
    """One call of a `Library` method."""

    method: str
    args: tuple[Any, ...] = ()
    kwargs: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What came of a call: the result, or the error with the traceback for the log."""

    result: Any = None
    error: DesktopError | None = None
    details: str = ""


@dataclass(frozen=True)
class OpenedThere:
    """The library is open in the child; what the window should say about it."""

    notice: str
    read_only: bool


def run_library() -> int:
    """Serve one library until the parent closes our input; return the exit status."""
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Nothing that prints by mistake may reach the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    library: Library | None = None
    try:
        paths: AppPaths = pickle.load(requests)  # noqa: S301 - from our own parent only
        library = _open(paths, answers)
        while library is not None:
            call: Call = pickle.load(requests)  # noqa: S301 - the same
            method: Callable[..., Any] = getattr(library, call.method)
            _send(answers, _perform(partial(method, *call.args, **dict(call.kwargs))))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        pass
    if library is not None:
        library.close()
    return 0


def _open(paths: AppPaths, answers: BinaryIO) -> Library | None:
    opened: list[Library] = []

    def work() -> OpenedThere:
        there = open_library(paths)
        opened.append(there.library)
        return OpenedThere(there.notice, there.read_only)

    _send(answers, _perform(work))
    return opened[0] if opened else None


def _perform(work: Callable[[], Any]) -> Answer:
    try:
        return Answer(result=work())
    except Exception as error:  # noqa: BLE001 - the process edge: every error is an answer
        return Answer(error=explain(error), details=traceback.format_exc())


def _send(answers: BinaryIO, answer: Answer) -> None:
    pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()
