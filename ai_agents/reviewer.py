"""The reviewer child of the window: one JSON request a line in, events a line out.

    in   {"id", "op": "review", "path"|"text", "name", "industry", "as_of",
         "rubric", "corrections": […]} · {"op": "quit"}
    out  {"event": "ready"} · {"id", "event": "progress", "stage", "step", "steps"}
         {"id", "event": "result", "object"} · {"id", "event": "error", "code", "message"}

One request at a time; the window cancels by killing this process, and the reader child goes with
it. Ends when its input closes or on quit.
"""

import json
import os
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Final

from pydantic import ValidationError

from ai_agents import lockdown, wire
from ai_agents.corrections.claims import Given
from ai_agents.corrections.models import MAX_CORRECTIONS, read_correction
from ai_agents.errors import AgentsError
from ai_agents.interface import AnalysisService
from ai_agents.models import Progress, ReviewRequest
from ai_agents.reading import ReadResult
from ai_agents.reviewed import reviewed_object
from ai_agents.sandbox import Reader, load_file, shown_name
from ai_agents.state import progress_of
from ai_agents.vocabulary import Stage

#: A request holds a pasted resume at most (50,000 characters, escaped).
MAX_REQUEST_CHARS: Final = 2_000_000
_INTERNAL: Final = "The review stopped because of a fault in the program. The file is unchanged."


class _BadRequest(Exception):  # noqa: N818 - never leaves this module
    """A request that is JSON but not of this protocol; says which field, never its value."""


class Reviewer:
    """Answers requests; keeps the reader child and the graph warm between them."""

    def __init__(self, reader: Reader, service: AnalysisService, out: IO[str]) -> None:
        """Make a reviewer that writes its events to `out`."""
        self._reader = reader
        self._service = service
        self._out = out

    def serve(self, lines: IO[str]) -> None:
        """Answer every line until quit or the end of the input."""
        self._send({"event": "ready"})
        while line := lines.readline(MAX_REQUEST_CHARS):
            if not line.endswith("\n"):
                _skip_rest(lines)  # what was cut is no request, nor is its rest
            request = _parse(line)
            if request is None:
                continue  # no request of this protocol: nobody waits for an answer
            if request.get("op") == "quit":
                return
            if request.get("op") == "review":
                self._answer(str(request.get("id", "")), request)

    def _answer(self, request_id: str, request: Mapping[str, Any]) -> None:
        try:
            result = self._review(request_id, request)
        except AgentsError as error:
            self._fail(request_id, error.code, error.message)
        except _BadRequest as error:
            self._fail(request_id, "bad-request", f"The request is not valid: {error}")
        except Exception:  # noqa: BLE001 - the process edge; the window shows it and goes on
            # Frames only: the values may hold the resume's text, and this may end in a log.
            traceback.print_tb(sys.exc_info()[2], file=sys.stderr)
            self._fail(request_id, "internal-error", _INTERNAL)
        else:
            self._send({"id": request_id, "event": "result", "object": result})

    def _review(self, request_id: str, request: Mapping[str, Any]) -> wire.Wire:
        asked, corrections = _asked(request), _corrections(request)
        self._progress(request_id, progress_of(Stage.READING))
        return reviewed_object(
            self._service,
            self._read(request),
            asked,
            corrections,
            progress=lambda event: self._progress(request_id, event),
        )

    def _read(self, request: Mapping[str, Any]) -> ReadResult:
        path, text, name = request.get("path"), request.get("text"), request.get("name")
        if isinstance(text, str):
            data = text.encode("utf-8", "replace")
            return self._reader.read_bytes(data, str(name or "Pasted text.txt"))
        if not isinstance(path, str) or not path:
            raise _BadRequest("neither a path nor a text")
        file = Path(path)
        # The window keeps files under their hash; the coach knows them by their own name.
        return self._reader.read_bytes(load_file(file), str(name or shown_name(file)))

    def _progress(self, request_id: str, event: Progress) -> None:
        self._send(
            {
                "id": request_id,
                "event": "progress",
                "stage": event.stage.value,
                "step": event.step,
                "steps": event.steps,
            }
        )

    def _fail(self, request_id: str, code: str, message: str) -> None:
        self._send({"id": request_id, "event": "error", "code": code, "message": message})

    def _send(self, event: Mapping[str, Any]) -> None:
        self._out.write(wire.dumps(event) + "\n")
        self._out.flush()


def _asked(request: Mapping[str, Any]) -> ReviewRequest:
    """Return what is asked for; an industry that is left out is the general one.

    Without a rubric version it is the current one, without a month the current one.
    """
    given = ("industry", "as_of", "rubric")
    wanted = {name: request[name] for name in given if request.get(name)}
    try:
        return ReviewRequest(**wanted)
    except ValidationError as error:
        fields = {str(place) for detail in error.errors() for place in detail["loc"]}
        raise _BadRequest(", ".join(sorted(fields))) from error


def _corrections(request: Mapping[str, Any]) -> list[Given]:
    """Return the coach's corrections; one that this version cannot follow is kept and named."""
    given = request.get("corrections") or []
    if not isinstance(given, list) or len(given) > MAX_CORRECTIONS:
        raise _BadRequest("corrections")
    return [read_correction(item) for item in given]


def _skip_rest(lines: IO[str]) -> None:
    """Read to the end of a line that is longer than any request."""
    while (more := lines.readline(MAX_REQUEST_CHARS)) and not more.endswith("\n"):
        pass


def _parse(line: str) -> dict[str, Any] | None:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return request if isinstance(request, dict) else None


def run_reviewer() -> int:
    """Be the reviewer child until the input closes; return the exit status."""
    lockdown.die_with_parent()
    lines, out = _take_over_pipes()
    try:
        with Reader() as reader:
            service = AnalysisService()
            service.warm_up()
            Reviewer(reader, service, out).serve(lines)
    except BrokenPipeError:
        return 1  # the window is gone
    return 0


def _take_over_pipes() -> tuple[IO[str], IO[str]]:
    """Keep the pipes to ourselves: what a library prints goes to standard error."""
    lines = os.fdopen(os.dup(0), "r", encoding="utf-8", errors="replace", newline="\n")
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace", newline="\n")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return lines, out
