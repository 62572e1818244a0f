"""A lane: one thread that does one piece of work after another, and tells the window afterwards.

    submit(work) → lane's thread: work(cancel) → queued signal → GUI thread: done(result)

The only threads of the window are made here. Work is plain Python, opens its own database session
and touches no widget; only frozen values cross.
"""

import logging
import queue
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal

from desktop.errors import DesktopError
from desktop.tasks.cancel import CancelToken, TaskCancelled

log = logging.getLogger("vitae.tasks")

T = TypeVar("T")
#: How long closing waits for the piece of work that is under way.
CLOSE_WAIT_MS = 5000


@dataclass(frozen=True)
class Task(Generic[T]):
    """One piece of work on its way through a lane."""

    work: Callable[[CancelToken], T]
    done: Callable[[T], None] | None
    failed: Callable[[Exception], None] | None
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True)
class _Outcome:
    """What came of a task; exactly one of the two is meant."""

    task: Task[Any]
    result: Any = None
    error: Exception | None = None


class _Worker(QThread):
    """The lane's thread.

    Signals:
        finishedTask: a task ended; payload `_Outcome`; sent from this thread.
    """

    finishedTask = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.tasks: queue.SimpleQueue[Task[Any] | None] = queue.SimpleQueue()

    def run(self) -> None:
        """Work until told to stop."""
        while (task := self.tasks.get()) is not None:
            if not task.cancel.cancelled:
                self.finishedTask.emit(_perform(task))


def _perform(task: Task[Any]) -> _Outcome:
    """Do the work; whatever it raises is an outcome, because the lane must go on."""
    try:
        return _Outcome(task, result=task.work(task.cancel))
    except TaskCancelled as stop:
        return _Outcome(task, error=stop)
    except Exception as error:
        # A known state of the world needs no traceback; our own faults do.
        if isinstance(error, DesktopError):
            log.warning("work ended with an error: %s", error.code)
        else:
            log.warning("work ended with an error", exc_info=error)
        return _Outcome(task, error=error)


class Lane(QObject):
    """A serial lane; lives in the GUI thread, its thread starts with the first piece of work.

    Signals:
        becameIdle: nothing is waiting or running any more.
    """

    becameIdle = Signal()  # noqa: N815 - Qt signals are camelCase

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(name, self)
        self._worker.finishedTask.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._open: list[Task[Any]] = []
        self._closed = False

    @property
    def pending(self) -> int:
        """How many pieces of work wait or run."""
        return len(self._open)

    def submit(
        self,
        work: Callable[[CancelToken], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> CancelToken:
        """Do `work` after everything submitted before; answer in the GUI thread.

        Args:
            work: runs in the lane's thread; may look at the token between two steps.
            done: called with the result, unless the token was cancelled.
            failed: called with the error, unless the token was cancelled; without one the error
                reaches the program's hook for unhandled errors.
        """
        task = Task(work, done, failed)
        if self._closed:
            task.cancel.cancel()
            return task.cancel
        if not self._worker.isRunning():
            self._worker.start()
        self._open.append(task)
        self._worker.tasks.put(task)
        return task.cancel

    def close(self, wait_ms: int = CLOSE_WAIT_MS) -> bool:
        """Cancel what waits, wait with a limit for what runs; True if the thread has ended."""
        self._closed = True
        for task in self._open:
            task.cancel.cancel()
        self._worker.tasks.put(None)
        return not self._worker.isRunning() or self._worker.wait(wait_ms)

    def finish(self, wait_ms: int = CLOSE_WAIT_MS) -> bool:
        """Do what was submitted (saving must not be dropped), then end; True if all was done."""
        self._closed = True
        self._worker.tasks.put(None)
        return not self._worker.isRunning() or self._worker.wait(wait_ms)

    def _on_finished(self, outcome: _Outcome) -> None:
        task = outcome.task
        self._open = [one for one in self._open if one is not task and not one.cancel.cancelled]
        if not task.cancel.cancelled:
            _answer(task, outcome)
        if not self._open:
            self.becameIdle.emit()


def _answer(task: Task[Any], outcome: _Outcome) -> None:
    """Hand the result or the error to whoever asked."""
    if outcome.error is None:
        if task.done:
            task.done(outcome.result)
    elif task.failed:
        task.failed(outcome.error)
    elif not isinstance(outcome.error, TaskCancelled):
        raise outcome.error
