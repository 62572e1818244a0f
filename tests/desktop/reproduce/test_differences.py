"""No change of a review goes unseen, and every one is told for what it is."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reproduce.differences import Kind, differences, version_notes
from tests.support.documents import RESUME
from tests.support.wire_objects import reviewed_wire

Wire = dict[str, Any]
STORED: Wire = json.loads(json.dumps(reviewed_wire()))
#: What may differ without a word: how long it took, and who did it (told by the notes).
SILENT = {
    ("timing_ms",),
    ("review", "engine", "version"),
    ("review", "made_with", "program"),
    ("review", "made_with", "reader"),
    ("review", "made_with", "engine"),
}


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value that is no object and no list."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in items:
        if isinstance(part, dict | list):
            yield from leaves(part, (*path, key))
        else:
            yield (*path, key)


LEAVES = [path for path in leaves(STORED) if not any(path[: len(item)] == item for item in SILENT)]

IN_LISTS = [path for path in LEAVES if any(isinstance(key, int) for key in path)]


def other(value: Any) -> Any:
    """Return another value of the same kind."""
    if isinstance(value, bool) or value is None:
        return not value
    return value + 1 if isinstance(value, int | float) else value + "x"


def changed(path: tuple[Any, ...]) -> Wire:
    """Return the review with one value changed."""
    made = copy.deepcopy(STORED)
    spot: Any = made
    for key in path[:-1]:
        spot = spot[key]
    spot[path[-1]] = other(spot[path[-1]])
    return made


def told(again: Wire) -> list[tuple[str, str]]:
    """Return kind and place of every difference from the stored review."""
    return [(item.kind.value, item.where) for item in differences(STORED, again)]


def finding(wire: Wire, number: int = 0) -> Wire:
    """Return a finding."""
    found: Wire = wire["review"]["findings"][number]
    return found


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(LEAVES))
def test_no_changed_value_goes_unseen(path: tuple[Any, ...]) -> None:
    """Whatever is not the same is told, both ways round."""
    again = changed(path)
    assert differences(STORED, again)
    assert differences(again, STORED)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(IN_LISTS), st.data())
def test_no_missing_item_goes_unseen(path: tuple[Any, ...], data: st.DataObject) -> None:
    """A line, a finding, a row less is told."""
    again = copy.deepcopy(STORED)
    depth = data.draw(st.sampled_from([n for n, key in enumerate(path) if isinstance(key, int)]))
    spot: Any = again
    for key in path[:depth]:
        spot = spot[key]
    del spot[path[depth]]
    assert differences(STORED, again)
    assert differences(again, STORED)


def test_a_review_is_identical_to_itself() -> None:
    """Times and versions are no difference; the versions are told."""
    again = copy.deepcopy(STORED)
    again["timing_ms"] = {"read": 99.0}
    again["review"]["engine"]["version"] = "9.9"
    again["review"]["made_with"] |= {"program": "8.8", "reader": "7.7"}
    assert differences(STORED, again) == ()
    notes = version_notes(STORED, again)
    assert [note.split(" is ")[0] for note in notes] == ["The program", "The reader", "The engine"]
    assert version_notes(STORED, STORED) == ()


def test_another_file_and_other_scores_are_told_for_what_they_are() -> None:
    """Each part has its own words, causes before effects."""
    again = copy.deepcopy(STORED)
    again["file"]["sha256"] = "0" * 64
    again["review"]["overall_score"] -= 1
    again["review"]["structure_scores"]["tone"] -= 5
    row = again["review"]["criteria"][0]
    row["earned"] -= 3
    assert told(again) == [
        ("file", "file.sha256"),
        ("criterion", f"review.criteria[{row['id']}].earned"),
        ("dimension", "review.structure_scores.tone"),
        ("score", "review.overall_score"),
    ]
    words = [item.message for item in differences(STORED, again)]
    assert words[0].startswith("The file is not the one that was reviewed")
    assert words[2].startswith("Tone: stored ")


def test_a_finding_that_is_gone_shifts_no_other() -> None:
    """Findings are known by their key, not by their number."""
    again = copy.deepcopy(STORED)
    gone = again["review"]["findings"].pop(0)
    for number, item in enumerate(again["review"]["findings"], 1):
        item["id"] = f"f{number}"
    assert told(again) == [("finding", f"review.findings[{gone['key']}]")]
    assert gone["message"] in differences(STORED, again)[0].message


def test_another_order_of_findings_is_told() -> None:
    """Identical means the same bytes, so the order counts as well."""
    again = copy.deepcopy(STORED)
    again["review"]["findings"].reverse()
    assert [item.kind for item in differences(STORED, again)] == [Kind.REVIEW]


def test_a_line_more_is_told_once_and_not_at_every_place_it_moved() -> None:
    """Line numbers say nothing where other lines were read."""
    text = RESUME.replace("Experience", "An odd line that stands alone\n\nExperience", 1)
    again = json.loads(json.dumps(reviewed_wire(text)))
    found = [item for item in differences(STORED, again) if item.kind is Kind.TEXT]
    assert [item.computed for item in found] == ["An odd line that stands alone"]
    lines = [item for item in differences(STORED, again) if item.where.endswith("line")]
    assert lines == []


@pytest.mark.parametrize("key", ["made_with", "metadata", "criteria"])
def test_a_review_of_before_a_key_was_there_is_not_blamed_for_it(key: str) -> None:
    """An older program's object is compared in what it says."""
    older = copy.deepcopy(STORED)
    del older["review"]["made_with"]
    older["review"].pop(key, None)
    assert differences(older, STORED) == ()
    assert version_notes(older, STORED)


def test_a_finding_of_before_keys_were_kept_is_compared_by_its_lines() -> None:
    """Its rule and evidence name it."""
    older, again = copy.deepcopy(STORED), copy.deepcopy(STORED)
    for wire in (older, again):
        for item in wire["review"]["findings"]:
            del item["key"]
    finding(again)["points"] -= 1
    (only,) = differences(older, again)
    assert only.where.endswith("points")
