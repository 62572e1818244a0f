"""Which reviews a review can be compared with: the same person's, newest first."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from database.id_list import IdList
from desktop.compare.versions import MOST_OFFERED, other_versions
from desktop.storage.port import Library
from desktop.storage.records import HistoryQuery, HistoryRow


def row(number: int, name: str, person: str) -> HistoryRow:
    """Return a review made on a day of its own."""
    when = datetime(2026, 1, 1 + number, tzinfo=UTC)
    return HistoryRow(str(UUID(int=number)), name, person, "academia", 60.0, when, "completed")


class FakeLibrary:
    """Answers the two questions from a list; a search finds what holds the text."""

    def __init__(self, *rows: HistoryRow) -> None:
        self._rows = {UUID(item.analysis_id): item for item in rows}

    def history_ids(self, query: HistoryQuery) -> IdList:
        """Return the ids of rows whose name or person holds the text."""
        text = query.text.casefold()
        found = [
            key
            for key, item in self._rows.items()
            if text in item.name.casefold() or text in item.person.casefold()
        ]
        return IdList(b"".join(key.bytes for key in found))

    def history_rows(self, ids: Sequence[UUID]) -> list[HistoryRow]:
        """Return the rows that are there."""
        return [self._rows[key] for key in ids if key in self._rows]


def offered(*rows: HistoryRow) -> list[str]:
    """Return the names of what the first row is offered."""
    library = cast("Library", FakeLibrary(*rows))
    return [item.name for item in other_versions(library, rows[0].analysis_id)]


def test_the_same_person_s_reviews_are_offered_newest_first() -> None:
    """Whatever the files are called."""
    rows = (
        row(3, "cv.pdf", "Maya Chen"),
        row(1, "maya-old.pdf", "Maya Chen"),
        row(2, "maya.docx", "maya chen"),
        row(4, "other.pdf", "Sam Rivera"),
    )
    assert offered(*rows) == ["maya.docx", "maya-old.pdf"]


def test_a_file_of_the_same_name_is_offered_where_a_name_is_not_known() -> None:
    """But never one that is known to be somebody else's."""
    rows = (
        row(1, "resume.pdf", "Maya Chen"),
        row(2, "resume.pdf", "resume.pdf"),
        row(3, "resume.pdf", "Sam Rivera"),
    )
    assert offered(*rows) == ["resume.pdf"]
    assert len(offered(rows[1], rows[0], rows[2])) == 2


def test_only_the_latest_are_offered_and_never_itself() -> None:
    """A menu, not an archive; the history has them all."""
    rows = [row(number, f"v{number}.pdf", "Maya Chen") for number in range(20)]
    names = offered(*rows)
    assert len(names) == MOST_OFFERED
    assert names[0] == "v19.pdf"
    assert "v0.pdf" not in names


def test_a_review_that_is_gone_is_offered_nothing() -> None:
    """It was deleted a moment ago."""
    library = cast("Library", FakeLibrary())
    assert other_versions(library, str(UUID(int=1))) == ()
