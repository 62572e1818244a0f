"""What a reader saw stays with the review it was judged for, and is stored once and small."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from database.errors import DatabaseError
from database.models.analysis import Findings, ResumeAnalysis
from database.models.auth import User
from database.models.files import FileUpload, Reading
from database.models.packed import PackedJson, PackedObject, PackedText, packed, unpacked
from database.queries.history import HistoryFilter
from database.session import Store
from database.values import NewFile
from tests.support.databases import add_owner
from tests.support.reviews import wire_review

SQLITE = sqlite.dialect()


def count(store: Store, model: type[Any]) -> int:
    """Return how many rows a table has."""
    with store.read() as work:
        return work.session.scalar(select(func.count()).select_from(model)) or 0


def test_an_older_review_keeps_what_its_own_reader_saw(store: Store) -> None:
    """A newer reader of the same file must not put other lines under old findings."""
    old, new = wire_review(text="Led a team"), wire_review(text="Led a team of nine")
    new["document"]["lines"][0]["region"] = "body"
    with store.write() as work:
        file_id = work.files.add(NewFile(name="a.pdf")).id
        first = work.analyses.store(old, file_id=file_id)
    with store.write() as work:
        second = work.analyses.store(new, file_id=file_id)
    with store.write() as work:
        assert json.dumps(work.analyses.load(first)) == json.dumps(old)
        assert json.dumps(work.analyses.load(second)) == json.dumps(new)
        assert work.files.text(file_id) == "Led a team of nine"
        work.analyses.rename(first, "The first")
        assert list(work.history.ids(HistoryFilter(text="nine"))) == [second]
        facts = work.session.get_one(FileUpload, file_id).extraction_metadata
        assert facts is not None
        assert (facts.pages, facts.language, facts.lines) == (1, "en", 1)


def test_an_equal_reading_is_stored_once(store: Store) -> None:
    """Trying another industry costs a review, not another copy of the document."""
    other = wire_review()
    other["review"]["industry"], other["file"]["name"] = "academia", "again.pdf"
    with store.write() as work:
        ids = [work.analyses.store(wire) for wire in (wire_review(), other, wire_review())]
    with store.read() as work:
        assert [work.analyses.load(i)["file"]["name"] for i in ids][1] == "again.pdf"
    assert count(store, Reading) == 1
    assert count(store, ResumeAnalysis) == 3


def test_equal_readings_of_two_owners_are_two(store: Store) -> None:
    """Nobody can learn from the database that somebody else has the same resume."""
    bert = add_owner(store.engine, "bert@example.org")
    for owner in (store, Store(store.engine, bert)):
        with owner.write() as work:
            work.analyses.store(wire_review())
    assert count(store, Reading) == 2


def test_an_account_goes_with_everything_it_has(store: Store) -> None:
    """Erasing an account is one statement, whatever order the engine takes the tables in."""
    with store.write() as work:
        work.analyses.store(wire_review())
    with store.write() as work:
        work.session.execute(delete(User).where(User.id == store.owner_id))
    assert (count(store, Reading), count(store, ResumeAnalysis)) == (0, 0)


def test_a_reading_in_use_cannot_go(store: Store) -> None:
    """A review without its document would be findings about nothing."""

    def forget() -> None:
        with store.write() as work:
            work.session.execute(delete(Reading))

    with store.write() as work:
        analysis_id = work.analyses.store(wire_review())
    with pytest.raises((DatabaseError, StatementError), match=r"(?i)foreign key"):
        forget()
    with store.read() as work:
        assert work.analyses.load(analysis_id) == wire_review()


def test_what_is_large_is_stored_small(local: Store) -> None:
    """A hundred thousand reviews must fit a laptop; a real one packs to about a quarter."""
    wire = wire_review(text="Led a team of nine engineers in Zürich. " * 200)
    with local.write() as work:
        work.analyses.store(wire)
        stored = work.session.scalar(text("SELECT length(content) FROM readings"))
    assert stored < len(json.dumps(wire["document"])) / 4


@given(value=st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.text())))
def test_packed_values_come_back_equal(value: dict[str, Any]) -> None:
    """Any text JSON can hold, lone surrogates and NUL included."""
    assert unpacked(packed(value)) == value
    column = PackedObject()
    assert column.process_result_value(column.process_bind_param(value, SQLITE), SQLITE) == value
    shaped = PackedJson(Findings)
    found = Findings(items=(value,))
    back = shaped.process_result_value(shaped.process_bind_param(found, SQLITE), SQLITE)
    assert back is not None
    assert back.items == found.items


@given(raw=st.text())
def test_packed_text_comes_back_clean(raw: str) -> None:
    """As `CleanText`: what a resume holds can always be stored."""
    column = PackedText()
    back = column.process_result_value(column.process_bind_param(raw, SQLITE), SQLITE)
    assert back == raw.replace("\0", "\ufffd")


def test_no_value_stays_no_value() -> None:
    """NULL is not the same as an empty object."""
    for column in (PackedObject(), PackedText(), PackedJson(Findings)):
        assert column.process_bind_param(None, SQLITE) is None
        assert column.process_result_value(None, SQLITE) is None


def test_what_is_not_json_is_refused() -> None:
    """NaN would be stored and then refused by every reader of the export."""
    with pytest.raises(ValueError, match="JSON"):
        packed({"score": float("nan")})
