"""Each review says what it was made with, so that it can be computed again."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents import wire
from ai_agents.agents.rules_judge import RULES_VERSION
from ai_agents.made_with import READER_VERSION, lines_sha256
from ai_agents.rubric import load_rubric
from resources.version import program_version
from tests.support.wire_objects import reviewed_wire

LINES = st.builds(
    lambda page, region, column, text: {
        "page": page,
        "region": region,
        "column": column,
        "text": text,
        "bbox": None,
    },
    st.integers(1, 3),
    st.sampled_from(["body", "header", "table"]),
    st.integers(0, 2),
    st.text(st.characters(codec="utf-8"), max_size=20),
)


@pytest.fixture(scope="module")
def reviewed() -> dict[str, Any]:
    """A small resume, reviewed."""
    return reviewed_wire()


def test_the_record_names_all_that_a_second_run_needs(reviewed: dict[str, Any]) -> None:
    """Versions and choices, and the hashes of what went in."""
    record, review = reviewed["review"]["made_with"], reviewed["review"]
    assert record == {
        "program": program_version(),
        "reader": READER_VERSION,
        "engine": {"kind": "rules", "version": RULES_VERSION, "model": None},
        "rubric": {"id": "core", "version": load_rubric().version},
        "industry": review["industry"],
        "as_of": "2026-01",
        "file_sha256": reviewed["file"]["sha256"],
        "text_sha256": lines_sha256(reviewed["document"]["lines"]),
        "corrections_sha256": None,
        "job_sha256": None,
    }


def test_the_hash_of_the_text_is_checked_from_the_object_alone(reviewed: dict[str, Any]) -> None:
    """Who has only the JSON can see that its lines are the ones that were judged."""
    told = json.loads(wire.dumps(reviewed))
    assert lines_sha256(told["document"]["lines"]) == told["review"]["made_with"]["text_sha256"]


@given(st.lists(LINES, max_size=6), st.lists(LINES, max_size=6))
def test_other_lines_have_another_hash(
    one: list[dict[str, Any]], two: list[dict[str, Any]]
) -> None:
    """Order, page, region, column and text all count."""
    assert (lines_sha256(one) == lines_sha256(two)) == (one == two)
