"""Finds the other reviews of one person's resume in the library; storage lane, no Qt."""

from collections.abc import Iterator
from pathlib import PurePath
from uuid import UUID

from desktop.storage.port import Library
from desktop.storage.records import HistoryQuery, HistoryRow

#: Hits of the search that are looked at, and versions offered; a coach wants the last few.
_LOOKED_AT, MOST_OFFERED = 60, 12


def other_versions(library: Library, analysis_id: str) -> tuple[HistoryRow, ...]:
    """Return the other reviews of the same person, or of a file of this name; newest first.

    A file of the same name that is known to be somebody else's is left out.
    """
    rows = library.history_rows([UUID(analysis_id)])
    if not rows:
        return ()
    mine = rows[0]
    found = {row.analysis_id: row for row in _candidates(library, mine) if _is_version(row, mine)}
    dated = [row for row in found.values() if row.reviewed_at is not None]
    newest = sorted(dated, key=lambda row: (row.reviewed_at, row.analysis_id), reverse=True)
    return tuple(newest[:MOST_OFFERED])


def _candidates(library: Library, mine: HistoryRow) -> Iterator[HistoryRow]:
    for text in {mine.person, PurePath(mine.name).stem} - {""}:
        ids = library.history_ids(HistoryQuery(text=text))
        yield from library.history_rows(ids[:_LOOKED_AT])


def _is_version(row: HistoryRow, mine: HistoryRow) -> bool:
    if row.analysis_id == mine.analysis_id:
        return False
    people = {_person(row), _person(mine)}
    if "" in people:
        return row.name.casefold() == mine.name.casefold()
    return len(people) == 1


def _person(row: HistoryRow) -> str:
    """Return whose resume it is; a review without a name is called by its file."""
    return "" if row.person == row.name else row.person.casefold()
