"""The lines of the reviewer child."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.tasks.review_messages import (
    ReviewFailure,
    ReviewProgress,
    ReviewRequest,
    ReviewResult,
    parse_event,
)


def test_every_event_of_the_protocol_is_understood() -> None:
    """As the brief of the child says."""
    progress = {"id": "a", "event": "progress", "stage": "reading", "step": 1, "steps": 8}
    error = {"id": "a", "event": "error", "code": "scanned", "message": "m"}
    assert parse_event(b'{"event":"ready"}') == "ready"
    assert parse_event(json.dumps(progress).encode()) == ReviewProgress("a", "reading", 1, 8)
    assert parse_event(json.dumps(error).encode()) == ReviewFailure("a", "scanned", "m")
    result = parse_event(b'{"id":"a","event":"result","object":{"schema":"s"}}')
    assert result == ReviewResult("a", {"schema": "s"})


def test_a_request_carries_the_coachs_corrections() -> None:
    """As the child expects them."""
    said = ({"kind": "skills", "values": ["SAP"]},)
    wire = ReviewRequest("a", Path("/x"), "x.pdf", "academia", said).to_wire()
    assert json.loads(json.dumps(wire))["corrections"] == list(said)
    assert ReviewRequest("a", Path("/x"), "x.pdf", "academia").to_wire()["corrections"] == []


def test_a_request_names_its_measure_where_there_is_one() -> None:
    """A file of the queue leaves rubric and month to the child; a check names both."""
    plain = ReviewRequest("a", Path("x"), "x.pdf", "academia").to_wire()
    assert (plain["rubric"], plain["as_of"]) == (None, None)
    asked = ReviewRequest("a", Path("x"), "x.pdf", "academia", rubric="1.0", as_of="2026-01")
    again = asked.to_wire()
    assert (again["rubric"], again["as_of"], again["industry"]) == ("1.0", "2026-01", "academia")


def test_an_error_object_is_a_failure() -> None:
    """A result that holds an error is no review."""
    line = b'{"id":"a","event":"result","object":{"error":{"code":"c","message":"m"}}}'
    assert parse_event(line) == ReviewFailure("a", "c", "m")


@given(
    st.one_of(
        st.binary(), st.recursive(st.none() | st.text(), st.lists).map(json.dumps).map(str.encode)
    )
)
def test_no_line_raises(line: bytes) -> None:
    """Whatever the child prints, the window lives."""
    parse_event(line)
