"""Finds records by their words: one port, FTS5 behind it on SQLite and tsvector on PostgreSQL.

Both engines see the same tokens, because text and question are folded here: case, accents and
width are dropped, and every Chinese, Japanese or Korean character is a token of its own, so that
their texts, which have no spaces, are found by any part of a word.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, literal_column, select, text
from sqlalchemy.orm import Session

from database.models.search import SearchEntry
from database.vocabulary import RecordKind

#: More text than this of one record is not searched (SPEC: a resume has at most 50,000 characters).
MAX_WORDS_CHARS = 60_000
#: More words than this in one question are ignored.
MAX_QUESTION_TOKENS = 12

_WORD = re.compile(r"[^\W_]+")
#: Names that consist of signs a tokenizer would throw away.
_SIGNS = (("c++", "cplusplus"), ("c#", "csharp"), ("f#", "fsharp"), (".net", "dotnet"))
#: Han, kana, Hangul: split into single characters.
_WIDE = re.compile("([\u1100-\u11ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])")


def tokens(raw: str) -> list[str]:
    """Return the folded words of a text, in order."""
    lowered = unicodedata.normalize("NFKC", raw).casefold()
    for sign, word in _SIGNS:
        lowered = lowered.replace(sign, f" {word} ")
    # Marks on Latin, Greek and Cyrillic letters are dropped; a kana's voicing mark is part of it.
    plain = "".join(c if _WIDE.match(c) else _without_marks(c) for c in lowered)
    return _WORD.findall(_WIDE.sub(r" \1 ", plain))


def fold(raw: str) -> str:
    """Return the text as it is stored for searching."""
    return " ".join(tokens(raw[:MAX_WORDS_CHARS]))


def _without_marks(char: str) -> str:
    if char.isascii():
        return char
    return "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")


def _terms(raw: str) -> list[list[str]]:
    """Return the question as terms: a wide run is one phrase, every other word stands alone."""
    terms: list[list[str]] = []
    previous_wide = False
    for token in tokens(raw)[:MAX_QUESTION_TOKENS]:
        wide = bool(_WIDE.fullmatch(token))
        if wide and previous_wide:
            terms[-1].append(token)
        else:
            terms.append([token])
        previous_wide = wide
    return terms


def fts5_question(raw: str) -> str:
    """Return the FTS5 expression: every term must occur; words match as prefixes. May be empty."""
    parts = []
    for term in _terms(raw):
        phrase = '"' + " ".join(term) + '"'
        parts.append(phrase if _WIDE.fullmatch(term[-1]) else f"{phrase}*")
    return " AND ".join(parts)


def tsquery(raw: str) -> str:
    """Return the same question in PostgreSQL's words. May be empty."""
    parts = []
    for term in _terms(raw):
        phrase = " <-> ".join(term)
        parts.append(f"({phrase})" if _WIDE.fullmatch(term[-1]) else f"{phrase}:*")
    return " & ".join(parts)


@dataclass(frozen=True)
class Words:
    """What one record is found by: what it is called, and the text inside it."""

    kind: RecordKind
    record_id: UUID
    names: str
    text: str = ""


class SearchIndex:
    """The search entries of one owner, kept in the same transaction as the records."""

    def __init__(self, session: Session, owner_id: UUID) -> None:
        self._session = session
        self._owner_id = owner_id

    def put(self, words: Words) -> None:
        """Store or replace the words of a record."""
        entry = self._session.scalar(
            select(SearchEntry).where(
                SearchEntry.record_id == words.record_id, SearchEntry.user_id == self._owner_id
            )
        )
        if entry is None:
            entry = SearchEntry(
                user_id=self._owner_id, kind=words.kind.value, record_id=words.record_id
            )
            self._session.add(entry)
        entry.names, entry.words = fold(words.names), fold(words.text)
        self._session.flush()

    def remove(self, record_id: UUID) -> None:
        """Forget a record; nothing happens when it was not there."""
        self._session.execute(
            delete(SearchEntry).where(
                SearchEntry.record_id == record_id, SearchEntry.user_id == self._owner_id
            )
        )

    def find(
        self, question: str, kinds: Iterable[RecordKind] | None = None, limit: int = 50
    ) -> list[tuple[RecordKind, UUID]]:
        """Return the records that hold every word, newest first; nothing for an empty question."""
        matching = matches(self._session, question)
        if matching is None:
            return []
        query = select(SearchEntry.kind, SearchEntry.record_id).where(
            SearchEntry.user_id == self._owner_id, matching
        )
        if kinds is not None:
            query = query.where(SearchEntry.kind.in_([kind.value for kind in kinds]))
        rows = self._session.execute(query.order_by(SearchEntry.id.desc()).limit(limit))
        return [(RecordKind(kind), record_id) for kind, record_id in rows]


def matches(session: Session, question: str) -> ColumnElement[bool] | None:
    """Return the condition on `SearchEntry` for a question; `None` when it holds no word."""
    if session.get_bind().dialect.name == "postgresql":
        expression = tsquery(question)
        vector: ColumnElement[str] = literal_column("search_entries.vector")
        return vector.op("@@")(_to_tsquery(expression)) if expression else None
    expression = fts5_question(question)
    if not expression:
        return None
    hits = text("SELECT rowid FROM search_index WHERE search_index MATCH :question")
    return SearchEntry.id.in_(hits.bindparams(question=expression).columns(literal_column("rowid")))


def _to_tsquery(expression: str) -> ColumnElement[str]:
    return func.to_tsquery(literal_column("'simple'::regconfig"), expression)
