"""The analysis lane: drives the one reviewer child process, JSON line by JSON line.

    ReviewRequest → child's standard input … child's standard output → progress, result or failure

The child is warmed up after the first paint, so that the first drop is answered at once. Cancel
kills it (nothing gentler is certain within a second) and warms up another. A child that dies is a
failure of that one file; the next request starts a new one.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from desktop.tasks.review_messages import (
    ReviewFailure,
    ReviewProgress,
    ReviewRequest,
    ReviewResult,
    parse_event,
)

log = logging.getLogger("vitae.reviewer")

#: A review takes a second; the reader inside stops itself after 20 s (DESIGN decision 6).
REVIEW_LIMIT_MS = 120_000
CLOSE_WAIT_MS = 500
KILL_WAIT_MS = 1000


@dataclass(frozen=True)
class ReviewerCommand:
    """How the child is started: program and arguments, and what its environment adds."""

    arguments: Sequence[str]
    environment: Mapping[str, str]


class Reviewer(QObject):
    """Keeps at most one child and one review under way; lives in the GUI thread.

    Signals:
        becameReady: a child is warm and waits.
        progressed: a step of the review began; payload `ReviewProgress`.
        finished: a review is there; payload `ReviewResult`.
        failed: this file has no review; payload `ReviewFailure`.
    """

    becameReady = Signal()  # noqa: N815 - Qt signals are camelCase
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, command: ReviewerCommand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None
        self._ready = False
        self._current: ReviewRequest | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(REVIEW_LIMIT_MS)
        self._limit.timeout.connect(self._on_limit_reached)

    @property
    def current(self) -> ReviewRequest | None:
        """The review under way, None when idle."""
        return self._current

    @property
    def is_ready(self) -> bool:
        """Whether a child is warm."""
        return self._ready

    @property
    def child_id(self) -> int:
        """Process id of the child, 0 without one."""
        return self._process.processId() if self._process else 0

    def warm_up(self) -> None:
        """Start the child if there is none, so that the next review need not wait for it."""
        if self._process is None:
            self._start()

    def review(self, request: ReviewRequest) -> None:
        """Review one file; the answer comes as `finished` or `failed` with the request's id.

        Raises:
            RuntimeError: another review is under way (the queue asks one after the other).
        """
        if self._current is not None:
            raise RuntimeError("one review at a time")
        self._current = request
        self._limit.start()
        self.warm_up()
        if self._ready:
            self._send(request.to_wire())

    def cancel(self) -> None:
        """Stop the review under way now; neither `finished` nor `failed` follows for it."""
        if self._current is None:
            return
        self._current = None
        self._limit.stop()
        self._drop_child()
        self.warm_up()

    def close(self) -> None:
        """End the child: kindly, then surely."""
        self._current = None
        self._limit.stop()
        process, self._process, self._ready = self._process, None, False
        if process is None:
            return
        self._ignore(process)
        process.write(b'{"op":"quit"}\n')
        process.closeWriteChannel()
        if not process.waitForFinished(CLOSE_WAIT_MS):
            process.kill()
            process.waitForFinished(KILL_WAIT_MS)

    def _start(self) -> None:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in self._command.environment.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        # What the child says about its own troubles belongs in a developer's terminal, not in
        # the log: it could quote a resume.
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_child_ended)
        process.errorOccurred.connect(self._on_child_error)
        self._process, self._ready = process, False
        process.start(self._command.arguments[0], list(self._command.arguments[1:]))

    def _drop_child(self) -> None:
        """Kill the child and forget it; it deletes itself once it is gone."""
        process, self._process, self._ready = self._process, None, False
        if process is None:
            return
        self._ignore(process)
        process.finished.connect(process.deleteLater)
        process.kill()

    def _ignore(self, process: QProcess) -> None:
        """Hear nothing more of a child that is no longer wanted."""
        process.readyReadStandardOutput.disconnect(self._on_output)
        process.finished.disconnect(self._on_child_ended)
        process.errorOccurred.disconnect(self._on_child_error)

    def _send(self, message: Mapping[str, Any]) -> None:
        if self._process:
            line = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
            self._process.write(line.encode() + b"\n")

    def _on_output(self) -> None:
        """Take every whole line the child has written."""
        while self._process is not None and self._process.canReadLine():
            event = parse_event(bytes(self._process.readLine().data()))
            if event == "ready":
                self._on_ready()
            elif isinstance(event, ReviewProgress | ReviewResult | ReviewFailure):
                self._on_event(event)

    def _on_ready(self) -> None:
        self._ready = True
        if self._current is not None:
            self._send(self._current.to_wire())
        self.becameReady.emit()

    def _on_event(self, event: ReviewProgress | ReviewResult | ReviewFailure) -> None:
        if self._current is None or event.request_id != self._current.request_id:
            return
        if isinstance(event, ReviewProgress):
            self.progressed.emit(event)
            return
        self._current = None
        self._limit.stop()
        if isinstance(event, ReviewResult):
            self.finished.emit(event)
        else:
            self.failed.emit(event)

    def _on_child_ended(self, status: int, _how: QProcess.ExitStatus) -> None:
        self._forget_child()
        if self._current is not None:
            log.warning("the reviewer ended with status %d during a review", status)
            self._fail(
                "reviewer-crashed",
                self.tr("The review stopped unexpectedly. The file is safe; try it again."),
            )

    def _on_child_error(self, error: QProcess.ProcessError) -> None:
        if error != QProcess.ProcessError.FailedToStart:
            return  # every other error is followed by `finished`
        log.error("the reviewer could not be started: %s", self._command.arguments[0])
        self._forget_child()
        if self._current is not None:
            self._fail("reviewer-not-started", self.tr("The reviewer could not be started."))

    def _forget_child(self) -> None:
        process, self._process, self._ready = self._process, None, False
        if process is not None:
            process.deleteLater()

    def _on_limit_reached(self) -> None:
        self._drop_child()
        self._fail(
            "reviewer-timed-out",
            self.tr("The review took too long and was stopped. The file is safe; try it again."),
        )

    def _fail(self, code: str, message: str) -> None:
        request, self._current = self._current, None
        self._limit.stop()
        if request is not None:
            self.failed.emit(ReviewFailure(request.request_id, code, message))
