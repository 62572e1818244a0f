"""The window's child: its protocol, garbage in, and how it ends."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from ai_agents.child_command import child_command
from ai_agents.interface import AnalysisService
from ai_agents.models import Document, Review
from ai_agents.reviewer import MAX_REQUEST_CHARS, Reviewer
from ai_agents.sandbox import Reader
from tests.support.documents import RESUME


@pytest.fixture(scope="module")
def parts() -> Iterator[tuple[Reader, AnalysisService]]:
    """A reader and a service for all tests of this module."""
    with Reader() as reader:
        yield reader, AnalysisService()


def request(**changes: Any) -> str:
    """Return a request for the small resume as a line."""
    asked = {
        "id": "7",
        "op": "review",
        "path": None,
        "text": RESUME,
        "name": "Sam.txt",
        "industry": "general_business",
        "as_of": "2026-01",
    }
    return json.dumps({**asked, **changes}) + "\n"


class BrokenService(AnalysisService):
    """A service with a fault in it, of the kind that quotes what it was given."""

    def analyze(self, document: Document, *_args: object, **_options: object) -> Review:
        """Fail as our own code would."""
        raise ValueError(document.text)


def talk(parts: tuple[Reader, AnalysisService], *lines: str) -> list[dict[str, Any]]:
    """Return the events after `ready` that these lines lead to."""
    out = io.StringIO()
    Reviewer(*parts, out).serve(io.StringIO("".join(lines)))
    events = [json.loads(line) for line in out.getvalue().splitlines()]
    assert events[0] == {"event": "ready"}
    return events[1:]


def test_a_text_is_answered_with_progress_and_one_result(
    parts: tuple[Reader, AnalysisService],
) -> None:
    """The window sees eight steps in order, then the object that the command prints."""
    *progress, result = talk(parts, request())
    assert [event["step"] for event in progress] == list(range(1, 9))
    assert {event["event"] for event in progress} == {"progress"}
    assert {event["id"] for event in (*progress, result)} == {"7"}
    assert result["event"] == "result"
    assert result["object"]["schema"] == "vitae.review/1"
    assert result["object"]["file"]["name"] == "Sam.txt"


def test_a_file_keeps_the_coachs_name_for_it(
    parts: tuple[Reader, AnalysisService], tmp_path: Path
) -> None:
    """Files are stored under their hash; the review shows the name they came with."""
    stored = tmp_path / "3f2a"
    stored.write_text(RESUME, encoding="utf-8")
    result = talk(parts, request(text=None, path=str(stored), name="Élodie.md"))[-1]
    assert result["object"]["file"]["name"] == "Élodie.md"


def test_corrections_are_applied_and_unknown_ones_are_named(
    parts: tuple[Reader, AnalysisService],
) -> None:
    """A correction of a newer version stops no review and is not lost."""
    known = {"kind": "contact", "field": "name", "value": "Samantha Rivera"}
    newer = {"kind": "contact", "field": "shoe_size", "value": "42"}
    told = talk(parts, request(corrections=[known, newer]))[-1]["object"]
    assert told["profile"]["name"] == "Samantha Rivera"
    assert [item["state"] for item in told["corrections"]] == ["applied", "unknown"]
    assert told["corrections"][1]["correction"] == newer


@pytest.mark.parametrize(
    "garbage", ["\n", "not json\n", "[1]\n", "null\n", '{"op": "dance"}\n', "{" * 3000 + "\n"]
)
def test_garbage_is_skipped_and_the_next_request_answered(
    parts: tuple[Reader, AnalysisService], garbage: str
) -> None:
    """One bad line does not take the child away from the window."""
    assert talk(parts, garbage, request())[-1]["event"] == "result"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": "short"}, "text-too-short"),
        ({"text": None, "path": "/nowhere/x.pdf"}, "file-not-found"),
        ({"text": None}, "bad-request"),
        ({"as_of": "yesterday"}, "bad-request"),
        ({"industry": 7}, "bad-request"),
        ({"industry": "underwater_basketry"}, "rubric-invalid"),
        ({"text": None, "path": "a\0b"}, "file-not-readable"),
        ({"corrections": {"kind": "contact"}}, "bad-request"),
        ({"corrections": [{}] * 501}, "bad-request"),
    ],
)
def test_what_cannot_be_reviewed_is_an_error_event(
    parts: tuple[Reader, AnalysisService], changes: dict[str, Any], code: str
) -> None:
    """Every request ends in a result or in one error with a code and words."""
    events = talk(parts, request(**changes), request())
    failed = next(event for event in events if event["event"] == "error")
    assert (failed["code"], bool(failed["message"])) == (code, True)
    assert events[-1]["event"] == "result"


def test_a_fault_of_ours_is_not_blamed_on_the_request(
    parts: tuple[Reader, AnalysisService],
) -> None:
    """The window hears of a fault in the program, and no word of the resume leaves with it."""
    failed = talk((parts[0], BrokenService()), request())[-1]
    assert failed["code"] == "internal-error"
    assert "Sam Rivera" not in failed["message"]


def test_the_rest_of_an_endless_line_is_no_request(parts: tuple[Reader, AnalysisService]) -> None:
    """What a resume holds can never be taken for a request, wherever a line is cut."""
    line = " " * MAX_REQUEST_CHARS + request()
    assert {event["id"] for event in talk(parts, line, request(id="8"))} == {"8"}


def test_quit_ends_the_service(parts: tuple[Reader, AnalysisService]) -> None:
    """What follows is not answered."""
    assert talk(parts, '{"op": "quit"}\n', request()) == []


def start() -> subprocess.Popen[bytes]:
    """Start a real child and wait until it is ready."""
    child = subprocess.Popen(
        child_command("reviewer"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert json.loads(child.stdout.readline()) == {"event": "ready"}
    return child


def test_the_real_child_ends_when_its_input_closes_and_leaves_no_reader() -> None:
    """A window that goes away leaves no process behind."""
    child = start()
    readers = psutil.Process(child.pid).children(recursive=True)
    out, _ = child.communicate(request().encode(), timeout=60)
    assert json.loads(out.splitlines()[-1])["event"] == "result"
    assert child.returncode == 0
    psutil.wait_procs(readers, timeout=10)
    assert not any(reader.is_running() for reader in readers)


@pytest.mark.skipif(sys.platform != "linux", reason="parent-death signals are Linux's")
def test_a_killed_child_takes_its_reader_with_it() -> None:
    """Cancel is a kill: nothing may go on parsing."""
    child = start()
    readers = psutil.Process(child.pid).children(recursive=True)
    assert readers
    os.kill(child.pid, signal.SIGKILL)
    child.communicate(timeout=10)
    _, alive = psutil.wait_procs(readers, timeout=10)
    assert not alive
