"""What repositories keep: reviews whole, owners apart, the queue over a restart."""

import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from database.errors import RecordNotFound, RecordStateError
from database.models.analysis import ResumeAnalysis
from database.models.files import ParseCorrection
from database.models.sync import SyncRecord
from database.queries.history import HistoryFilter, HistorySort
from database.session import Store
from database.values import NewClient, NewFile
from database.vocabulary import AnalysisStatus, FileStatus, OverrideAction, RecordKind
from tests.support.databases import add_owner
from tests.support.reviews import wire_review

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def stranger(store: Store) -> Store:
    """Return the same database seen by another account."""
    return Store(store.engine, add_owner(store.engine, f"{uuid4()}@example.org"))


def test_a_review_comes_back_byte_for_byte(store: Store) -> None:
    """Export, the window and sync all stand on the stored review being the review."""
    wire = wire_review(text="Zürich \u0000 \U0001f600 東京")
    with store.write() as work:
        analysis_id = work.analyses.store(wire)
    with store.read() as work:
        assert json.dumps(work.analyses.load(analysis_id)) == json.dumps(wire)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(extra=JSON, line=st.text(max_size=40))
def test_unknown_fields_of_a_review_survive(local: Store, extra: Any, line: str) -> None:
    """A newer program's additions are not lost on a coach's older machine."""
    wire = wire_review(text=line)
    wire["review"]["new_field"] = wire["new_part"] = wire["document"]["new_field"] = extra
    with local.write() as work:
        analysis_id = work.analyses.store(wire)
    with local.read() as work:
        assert work.analyses.load(analysis_id) == wire


def test_a_real_review_fits_the_columns(store: Store) -> None:
    """What is filtered and sorted by comes from the review, not from a default."""
    with store.write() as work:
        file = work.files.add(NewFile(name="a.pdf", industry="general_business"))
        analysis_id = work.analyses.store(wire_review(), file_id=file.id)
    with store.read() as work:
        row = work.session.get_one(ResumeAnalysis, analysis_id)
        assert (row.overall_score, row.market_tier, row.seniority) == (71.4, "tier_2", "mid")
        assert (row.engine, row.rubric_id, row.processing_time_seconds) == ("rules", "core", 0.04)
        assert row.structure_scores is not None
        assert row.structure_scores.values == {"format": 70.0, "tone": None}
        assert row.structure_feedback is not None
        assert row.structure_feedback.lists["tone_problems"] == (
            "The line speaks in the first person.",
        )
        assert work.files.get(file.id).status is FileStatus.COMPLETED
        assert work.files.text(file.id) == "Led a team"


def test_the_queue_survives_a_kill(store: Store) -> None:
    """What ran when the program died waits again, in its old place; what was done stays done."""
    with store.write() as work:
        ids = [
            work.analyses.enqueue(work.files.add(NewFile(name=f"{n}.pdf")).id, "academia")
            for n in range(3)
        ]
        for analysis_id in ids[:2]:
            work.analyses.set_status(analysis_id, AnalysisStatus.PROCESSING)
        work.analyses.complete(ids[0], wire_review())
    with store.write() as work:
        assert work.analyses.requeue_interrupted() == 1
        waiting = work.analyses.unfinished()
    assert [(a.id, a.status, a.retry_count) for a in waiting] == [
        (ids[1], AnalysisStatus.PENDING, 1),
        (ids[2], AnalysisStatus.PENDING, 0),
    ]
    assert [a.file.name for a in waiting] == ["1.pdf", "2.pdf"]


def test_a_late_result_of_a_cancelled_review_is_refused(store: Store) -> None:
    """Cancelled means cancelled."""
    with store.write() as work:
        analysis_id = work.analyses.enqueue(work.files.add(NewFile(name="a.pdf")).id, "academia")
        work.analyses.set_status(analysis_id, AnalysisStatus.PROCESSING)
        work.analyses.set_status(analysis_id, AnalysisStatus.CANCELLED)
    with pytest.raises(RecordStateError), store.write() as work:
        work.analyses.complete(analysis_id, wire_review())
    with store.read() as work:
        assert work.analyses.get(analysis_id).status is AnalysisStatus.CANCELLED
        assert len(work.history.ids()) == 0


def test_a_failure_is_kept_with_its_reason_and_can_be_retried(store: Store) -> None:
    """Failed reviews are listed with what to do about them."""
    with store.write() as work:
        file = work.files.add(NewFile(name="scan.pdf"))
        analysis_id = work.analyses.enqueue(file.id, "academia")
        work.analyses.set_status(analysis_id, AnalysisStatus.PROCESSING)
        work.analyses.set_status(
            analysis_id, AnalysisStatus.FAILED, error_code="scanned", error_message="Only images."
        )
        failed = work.history.ids(HistoryFilter(status=AnalysisStatus.FAILED, text="scan"))
        (row,) = work.history.rows(failed)
        assert (row.title, row.error_code, row.error_message) == (
            "scan.pdf",
            "scanned",
            "Only images.",
        )
        assert work.files.get(file.id).status is FileStatus.FAILED
        work.analyses.set_status(analysis_id, AnalysisStatus.PENDING)
        work.analyses.set_status(analysis_id, AnalysisStatus.PROCESSING)
        work.analyses.complete(analysis_id, wire_review())
    with store.read() as work:
        assert work.analyses.get(analysis_id).error_code is None
        assert work.history.rows(work.history.ids())[0].person == "Maya Chen"


def test_the_same_content_is_recognised(store: Store) -> None:
    """A duplicate is known by its bytes, whatever its name; a stranger's file is never a hint."""
    with store.write() as work:
        first = work.files.add(NewFile(name="a.pdf", sha256="cd" * 32))
        second = work.files.add(NewFile(name="b.pdf", sha256="cd" * 32))
        assert {f.id for f in work.files.with_content("cd" * 32)} == {first.id, second.id}
    with stranger(store).read() as work:
        assert work.files.with_content("cd" * 32) == []


def test_one_owner_never_sees_or_changes_anothers_records(store: Store) -> None:
    """Every way in is tried with a stranger's id and answers as if there were nothing."""
    with store.write() as work:
        file_id = work.files.add(NewFile(name="a.pdf")).id
        analysis_id = work.analyses.store(wire_review(), file_id=file_id)
        client_id = work.clients.add(NewClient(name="Maya Chen")).id
        note_id = work.notes.add("Call", "On Monday", client_id=client_id).id
        work.overrides.decide(analysis_id, "k1", OverrideAction.DISMISSED)
        work.corrections.put("cd" * 32, "t1", {"kind": "skills", "values": []})
        work.settings.set("appearance", "dark")
        work.audit.record("export", kind=RecordKind.ANALYSIS, record_id=analysis_id)
    with stranger(store).write() as other:
        refused = [
            lambda: other.files.get(file_id),
            lambda: other.files.text(file_id),
            lambda: other.files.remove(file_id),
            lambda: other.files.set_status(file_id, FileStatus.CANCELLED),
            lambda: other.analyses.get(analysis_id),
            lambda: other.analyses.load(analysis_id),
            lambda: other.analyses.rename(analysis_id, "x"),
            lambda: other.analyses.delete(analysis_id),
            lambda: other.analyses.restore(analysis_id),
            lambda: other.analyses.enqueue(file_id, "academia"),
            lambda: other.analyses.store(wire_review(), file_id=file_id),
            lambda: other.overrides.decide(analysis_id, "k1", OverrideAction.RAISED),
            lambda: other.clients.get(client_id),
            lambda: other.clients.update(client_id, NewClient(name="x")),
            lambda: other.clients.delete(client_id),
            lambda: other.notes.update(note_id, "x", "x"),
            lambda: other.notes.add("x", "x", client_id=client_id),
            lambda: other.notes.add("x", "x", analysis_id=analysis_id),
        ]
        for attempt in refused:
            with pytest.raises(RecordNotFound):
                attempt()
        assert not other.overrides.undo(analysis_id, "k1")
        assert other.overrides.of_analysis(analysis_id) == []
        assert other.corrections.of_content("cd" * 32) == []
        assert not other.corrections.remove("cd" * 32, "t1")
        assert (other.files.queue(), other.clients.list(), other.notes.about()) == ([], [], [])
        assert (other.settings.all(), other.audit.actions()) == ({}, [])
        assert len(other.history.ids()) == 0
        assert len(other.history.ids(HistoryFilter(text="maya"))) == 0
        assert other.history.rows([analysis_id]) == []
        assert (other.search.find("maya"), other.history.stats().reviews) == ([], 0)
        other.search.remove(analysis_id)
    with store.read() as work:
        assert len(work.history.ids(HistoryFilter(text="maya"))) == 1


def test_a_decision_about_a_finding_can_be_changed_and_undone(store: Store) -> None:
    """One finding has one living decision; the finding itself never changes."""
    with store.write() as work:
        analysis_id = work.analyses.store(wire_review())
        work.overrides.decide(analysis_id, "k1", OverrideAction.DISMISSED, reason="Her style")
        work.overrides.decide(analysis_id, "k1", OverrideAction.RAISED, reason="Ask her")
        (decision,) = work.overrides.of_analysis(analysis_id)
        assert (decision.action, decision.reason) == (OverrideAction.RAISED, "Ask her")
        assert work.overrides.undo(analysis_id, "k1")
        assert not work.overrides.undo(analysis_id, "k1")
        assert work.overrides.of_analysis(analysis_id) == []
        work.overrides.decide(analysis_id, "k1", OverrideAction.DISMISSED)
        assert len(work.overrides.of_analysis(analysis_id)) == 1
        assert work.analyses.load(analysis_id) == wire_review()


def test_corrections_belong_to_a_content_and_the_last_word_stands_last(store: Store) -> None:
    """One living correction of each thing; whatever it holds comes back as it was."""
    name = {"kind": "contact", "field": "name", "value": "Zoë \u0000 東京", "version": 1}
    later = {**name, "value": None, "more": [1, {"x": "y"}]}
    with store.write() as work:
        work.corrections.put("ab" * 32, "t1", name)
    with store.write() as work:
        work.corrections.put("ab" * 32, "t2", {"kind": "from_the_future"})
        work.corrections.put("cd" * 32, "t1", name)
    with store.write() as work:
        work.corrections.put("ab" * 32, "t1", later)
        assert work.corrections.of_content("ab" * 32) == [{"kind": "from_the_future"}, later]
        assert work.corrections.of_content("cd" * 32) == [name]
        assert work.corrections.remove("ab" * 32, "t1")
        assert not work.corrections.remove("ab" * 32, "t1")
        assert work.corrections.of_content("ab" * 32) == [{"kind": "from_the_future"}]
        work.corrections.put("ab" * 32, "t1", name)
        assert work.corrections.of_content("ab" * 32)[-1] == name


def test_every_change_of_a_correction_is_noted_for_sync(store: Store) -> None:
    """Said, said otherwise, taken back: another device must hear of each."""
    with store.write() as work:
        work.corrections.put("ab" * 32, "t1", {"kind": "skills", "values": ["SAP"]})
        work.corrections.put("ab" * 32, "t1", {"kind": "skills", "values": []})
        work.corrections.remove("ab" * 32, "t1")
        row = work.session.scalars(select(ParseCorrection)).one()
        books = work.session.get(SyncRecord, (store.owner_id, row.id))
        assert books is not None
        assert (books.kind, books.dirty_gen) == (RecordKind.CORRECTION.value, 3)
        assert row.deleted


def test_a_deleted_review_can_be_restored_whole(store: Store) -> None:
    """Deleting leaves a tombstone; nothing else deletes (SYNC rule 1)."""
    with store.write() as work:
        analysis_id = work.analyses.store(wire_review())
        work.analyses.delete(analysis_id)
        assert len(work.history.ids()) == 0
        assert work.search.find("maya") == []
        work.analyses.restore(analysis_id)
        assert list(work.history.ids(HistoryFilter(text="maya"))) == [analysis_id]
        assert work.analyses.load(analysis_id) == wire_review()


def test_every_change_is_noted_for_sync(store: Store) -> None:
    """A push takes what changed since the generation that was sent (SYNC rule 3)."""
    with store.write() as work:
        analysis_id = work.analyses.store(wire_review())
        work.analyses.rename(analysis_id, "Maya, second version")
        work.analyses.delete(analysis_id)
        books = work.session.get_one(SyncRecord, (store.owner_id, analysis_id))
        assert (books.kind, books.dirty_gen) == ("analysis", 3)


def test_settings_keep_any_json_value(store: Store) -> None:
    """A choice may be a word, a number, a list; resetting goes back to the default."""
    with store.write() as work:
        for value in ("dark", 3, 2.5, True, None, ["a"], {"b": [1]}):
            work.settings.set("k", value)
            assert work.settings.get("k", "default") == value
        work.settings.reset("k")
        assert work.settings.get("k", "default") == "default"
        work.settings.set("k", 1)
        assert work.settings.all() == {"k": 1}


def test_the_history_can_be_sorted_and_filtered(store: Store) -> None:
    """Every order is total, every filter narrows."""
    with store.write() as work:
        anna = work.clients.add(NewClient(name="Anna Client", tags=("vip",))).id
        ids = [
            work.analyses.store(wire_review(name, score=score))
            for name, score in (("Cleo", 55.0), ("Abe", 91.0), ("Ben", None))
        ]
        work.analyses.assign(ids[0], anna)
        work.analyses.set_archived(ids[2], archived=True)
        history = work.history

        def by(**asked: Any) -> list[UUID]:
            return list(history.ids(HistoryFilter(**asked)))

        assert by() == [ids[1], ids[0]]
        assert by(sort=HistorySort.SCORE) == [ids[1], ids[0]]
        assert by(sort=HistorySort.TITLE, descending=False) == [ids[1], ids[0]]
        assert by(archived=True) == [ids[2]]
        assert by(client_id=anna) == [ids[0]]
        assert by(min_score=60.0) == [ids[1]]
        assert by(max_score=60.0) == [ids[0]]
        assert by(industry="academia") == []
        assert by(text="anna") == [ids[0]]
        assert [row.client_name for row in history.rows(by())] == [None, "Anna Client"]
        assert [row.id for row in history.recent(1)] == [ids[1]]
        assert history.stats().reviews == 3
        work.clients.update(anna, NewClient(name="Zoe Client"))
        work.analyses.reindex_client(anna)
        assert (by(text="anna"), by(text="zoe")) == ([], [ids[0]])
