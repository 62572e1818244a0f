"""Search finds the same records on both engines, whatever the language and whatever is typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from database.identity import new_id
from database.search import MAX_QUESTION_TOKENS, Words, fold, fts5_question, tokens, tsquery
from database.session import Store
from database.vocabulary import RecordKind

TEXT = "Zoë Müller – Senior C++ / C# developer, .NET, São Paulo, 東京大学 卒業, Київ, 50% revenue"


@pytest.mark.parametrize(
    "question",
    [
        "zoe",
        "ZOË",
        "mull",
        "senior dev",
        "dev senior",
        "c++",
        "C#",
        ".net",
        "sao paulo",
        "東京",
        "大学 zoe",
        "київ",
        "50",
        "revenue 50%",
    ],
)
def test_a_record_is_found(store: Store, question: str) -> None:
    """Case, accents, order and half-typed words do not matter."""
    record_id = new_id()
    with store.write() as work:
        work.search.put(Words(RecordKind.NOTE, record_id, "Title", TEXT))
        assert work.search.find(question) == [(RecordKind.NOTE, record_id)]


@pytest.mark.parametrize("question", ["zoes", "java", "大東", "京都", "senior java", "", "  ", "%"])
def test_a_record_is_not_found_by_what_it_does_not_say(store: Store, question: str) -> None:
    """Every word must occur, and wide characters in this order."""
    with store.write() as work:
        work.search.put(Words(RecordKind.NOTE, new_id(), "Title", TEXT))
        assert work.search.find(question) == []


def test_new_words_replace_the_old_ones(store: Store) -> None:
    """The index never remembers what was changed or removed."""
    record_id = new_id()
    with store.write() as work:
        work.search.put(Words(RecordKind.NOTE, record_id, "First", "apple"))
        work.search.put(Words(RecordKind.NOTE, record_id, "Second", "pear"))
        assert work.search.find("apple") == work.search.find("first") == []
        assert len(work.search.find("pear second")) == 1
        work.search.remove(record_id)
        assert work.search.find("pear") == []


def test_kinds_and_limits_narrow_the_hits(store: Store) -> None:
    """Newest first."""
    with store.write() as work:
        ids = [new_id() for _ in range(3)]
        for record_id, kind in zip(ids, (*2 * (RecordKind.NOTE,), RecordKind.CLIENT), strict=True):
            work.search.put(Words(kind, record_id, "Maya"))
        assert [i for _, i in work.search.find("maya", limit=2)] == [ids[2], ids[1]]
        assert [i for _, i in work.search.find("maya", [RecordKind.NOTE])] == [ids[1], ids[0]]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(question=st.text(max_size=60))
def test_no_question_breaks_the_search(local: Store, question: str) -> None:
    """Quotes, operators, control characters: what is typed is only ever words."""
    with local.read() as work:
        work.search.find(question)
        work.history.ids()


@given(raw=st.text())
def test_folding_is_idempotent(raw: str) -> None:
    """Stored words, folded again, are the same words."""
    assert fold(fold(raw)) == fold(raw)


@given(raw=st.text(max_size=400))
def test_a_question_is_bounded(raw: str) -> None:
    """However much is pasted into the search field."""
    assert fts5_question(raw).count('"') <= 2 * MAX_QUESTION_TOKENS
    assert tsquery(raw).count("&") < MAX_QUESTION_TOKENS
    assert all(token.isalnum() for token in tokens(raw))
