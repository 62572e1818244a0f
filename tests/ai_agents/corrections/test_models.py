"""Corrections as values: what is refused, what is kept, and how they are written."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.corrections.models import (
    Anchor,
    ContactCorrection,
    EntryAddedCorrection,
    EntryCorrection,
    EntryRemovedCorrection,
    HeadingCorrection,
    Unread,
    corrections_sha256,
    read_correction,
    target_of,
    written,
)
from ai_agents.corrections.places import Places
from ai_agents.vocabulary import ContactField, EntryKind, SectionKind
from tests.support.corrections import DOCUMENTS, corrections_of, heading, split
from tests.support.documents import resume

AT = {"text": "Work History"}


@given(st.data())
def test_a_written_correction_is_read_as_it_was(data: st.DataObject) -> None:
    """Through JSON, as the library and the command keep it."""
    said = data.draw(DOCUMENTS.flatmap(corrections_of))
    assert read_correction(json.loads(json.dumps(written(said)))) == said


def test_a_person_may_write_one_by_hand() -> None:
    """Only the words of the place are needed."""
    told = {"kind": "heading", "at": AT, "section": "experience"}
    assert read_correction(told) == HeadingCorrection(
        at=Anchor(text="Work History"), section=SectionKind.EXPERIENCE
    )


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "heading", "at": AT},
        {"kind": "heading", "at": AT, "section": "career"},
        {"kind": "heading", "at": {"text": ""}, "section": None},
        {"kind": "contact", "field": "birthday", "value": "x"},
        {"kind": "contact", "field": "name", "value": "two\nlines"},
        {"kind": "contact", "field": "name", "value": "  "},
        {"kind": "entry", "entry": "experience", "at": AT, "field": "degree", "value": "BSc"},
        {"kind": "entry", "entry": "education", "at": AT, "field": "start", "value": "May 2020"},
        {"kind": "entry", "entry": "education", "at": AT, "field": "start", "value": "2020-13"},
        {"kind": "entry", "entry": "experience", "at": AT, "field": "start", "value": "present"},
        {"kind": "entry_added", "entry": "experience", "at": AT, "values": {"title": None}},
        {"kind": "from_the_future", "at": AT},
        {"kind": "contact", "field": "name", "value": "Sam", "version": 2},
        {"kind": "contact", "field": "name", "value": "Sam", "more": 1},
        ["contact"],
        None,
    ],
)
def test_what_this_version_cannot_follow_is_kept_as_it_is(told: Any) -> None:
    """With the reason, and without an error: a newer version may know it."""
    kept = read_correction(told)
    assert isinstance(kept, Unread)
    assert kept.problem
    assert written(kept) == (told if isinstance(told, dict) else {"value": told})


def test_an_end_may_be_present() -> None:
    """A position that goes on has no other date."""
    told = {"kind": "entry", "entry": "experience", "at": AT, "field": "end", "value": "present"}
    assert isinstance(read_correction(told), EntryCorrection)


def test_a_later_value_for_the_same_thing_has_the_same_target() -> None:
    """It goes in the place of the earlier one; another thing does not."""
    one, two = (ContactCorrection(field=ContactField.NAME, value=v) for v in ("One", None))
    other = ContactCorrection(field=ContactField.EMAIL, value="a@example.org")
    assert target_of(one) == target_of(two) != target_of(other)
    at = Anchor(text="Shift Lead")
    added = EntryAddedCorrection(entry=EntryKind.EXPERIENCE, at=at, values={"start": "2015"})
    removed = EntryRemovedCorrection(entry=EntryKind.EXPERIENCE, at=at)
    field = EntryCorrection(entry=EntryKind.EXPERIENCE, at=at, field="start", value="2015")
    assert target_of(added) == target_of(removed) != target_of(field)


def test_a_target_does_not_depend_on_where_lines_end() -> None:
    """After a re-review with joined lines, the same place is still the same place."""
    document = resume()
    line = next(item for item in document.lines if "raised sales" in item.text)
    whole = split(document, line.id, "raised sales")
    cut = document.model_copy(
        update={
            "lines": tuple(
                item.model_copy(update={"text": item.text.replace("and raised", "raised")})
                if item is line
                else item
                for item in document.lines
            )
        }
    )
    assert target_of(whole) != target_of(split(cut, line.id, "raised sales"))
    first, second = line.text.split(" and raised")
    pieces = (
        line.model_copy(update={"text": first}),
        line.model_copy(update={"text": f"and raised{second}"}),
    )
    index = line.id - 1
    again = (*document.lines[:index], *pieces, *document.lines[index + 1 :])
    places = Places(again)
    letter = places.letter_at(index + 1, len("and "))
    assert letter is not None
    at = places.anchor_of_break(letter)
    assert target_of(whole.model_copy(update={"at": at, "begins": False})) == target_of(whole)


def test_the_hash_names_corrections_in_their_order() -> None:
    """None without any."""
    document = resume()
    one, two = (written(heading(document, line, None)) for line in (3, 5))
    assert corrections_sha256([]) is None
    assert corrections_sha256([one, two]) != corrections_sha256([two, one])
    assert corrections_sha256([dict(reversed(one.items()))]) == corrections_sha256([one])
