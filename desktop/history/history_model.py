"""The history as a table model that keeps only ids, and fetches rows a page at a time.

    query → storage lane: all ids in order → rows shown are fetched in pages of 50, 200 pages kept

Sorting and filtering happen in SQL; a Qt sort proxy needs 23 s for 100,000 rows (UX 5.4).
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ai_agents.vocabulary import band_of
from database.id_list import IdList
from desktop.history.dates import full_moment, moment_words
from desktop.review.words import BANDS
from desktop.storage.records import HistoryQuery, HistoryRow, HistorySort
from desktop.storage.shelf import Shelf
from desktop.tasks.cancel import CancelToken
from desktop.tasks.lane import Lane

Index = QModelIndex | QPersistentModelIndex
#: A screen shows some thirty rows; 200 of them (UX 5.4) take four times as long to read as 50.
PAGE_ROWS = 50
PAGES_KEPT = 200
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
NAME, PERSON, INDUSTRY, SCORE, DATE = range(5)
#: Column → what it is sorted by; the others are not sorted.
SORTS = {NAME: HistorySort.NAME, SCORE: HistorySort.SCORE, DATE: HistorySort.DATE}
_ROOT = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """Shows the stored reviews; lives in the GUI thread, asks the storage lane.

    Signals:
        listed: a query was answered; payload number of rows.
        failed: it was not; payload the error.
        forgotten: nothing is known until the next answer.
    """

    listed = Signal(int)
    failed = Signal(object)
    forgotten = Signal()

    def __init__(
        self,
        lane: Lane,
        shelf: Shelf,
        industries: Mapping[str, str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._shelf = shelf
        self._industries = industries
        self._ids = IdList()
        self._pages: OrderedDict[int, dict[str, HistoryRow]] = OrderedDict()
        self._asked: set[int] = set()
        self._listing: CancelToken | None = None
        self._generation = 0
        self.query = HistoryQuery()

    # --- asking ---------------------------------------------------------------------------------

    def show(self, query: HistoryQuery) -> None:
        """Show what the query finds; an older query still waiting is dropped."""
        self.query = query
        self.refresh()

    def refresh(self) -> None:
        """Ask again, because something was written."""
        if self._listing is not None:
            self._listing.cancel()
        query = self.query
        self._listing = self._lane.submit(
            lambda _cancel: _first_look(self._shelf, query), self._on_listed, self.failed.emit
        )

    def forget(self) -> None:
        """Drop everything; the next look asks again."""
        self._put((IdList(), ()))
        self.forgotten.emit()

    def _on_listed(self, found: tuple[IdList, Sequence[HistoryRow]]) -> None:
        self._put(found)
        self.listed.emit(len(self._ids))

    def _put(self, found: tuple[IdList, Sequence[HistoryRow]]) -> None:
        self._listing = None
        self.beginResetModel()
        self._ids, first = found
        self._pages.clear()
        self._asked.clear()
        self._generation += 1
        self._pages[0] = {row.analysis_id: row for row in first}
        self.endResetModel()

    def _fetch(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        ids = self._ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
        generation = self._generation
        self._lane.submit(
            lambda _cancel: self._shelf.library.history_rows(ids),
            lambda rows: self._on_fetched(generation, page, rows),
            self.failed.emit,
        )

    def _on_fetched(self, generation: int, page: int, rows: Sequence[HistoryRow]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._pages[page] = {row.analysis_id: row for row in rows}
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE_ROWS
        last = min(first + PAGE_ROWS, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, DATE))

    # --- showing --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return how many reviews the query found."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else DATE + 1

    def row(self, row: int) -> HistoryRow | None:
        """Return a row if it is at hand; else ask for it and return None."""
        if not 0 <= row < len(self._ids):
            return None
        page = row // PAGE_ROWS
        if page not in self._pages:
            self._fetch(page)
            return None
        self._pages.move_to_end(page)
        return self._pages[page].get(str(self._ids[row]))

    def id_at(self, row: int) -> str:
        """Return the analysis id of a row, which is always at hand."""
        return str(self._ids[row])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; a row not fetched yet is empty for a moment."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == SCORE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
            ROW_ROLE,
        )
        if role not in wanted:
            return None
        row = self.row(index.row())
        if role == ROW_ROLE or row is None:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == DATE and row.reviewed_at:
            return full_moment(row.reviewed_at)
        return self._text(row, index.column())

    def _text(self, row: HistoryRow, column: int) -> str:
        if column == SCORE:
            if row.score is None:
                return self.tr("No score")
            return f"{row.score:.0f}  {self.tr(BANDS[band_of(row.score)])}"
        if column == DATE:
            return moment_words(row.reviewed_at) if row.reviewed_at else ""
        person = "" if row.person == row.name else row.person
        industry = self._industries.get(row.industry, row.industry)
        return {NAME: row.name, PERSON: person, INDUSTRY: industry}[column]

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's name."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == SCORE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            NAME: self.tr("File"),
            PERSON: self.tr("Name"),
            INDUSTRY: self.tr("Industry"),
            SCORE: self.tr("Score"),
            DATE: self.tr("Reviewed"),
        }
        return names[section]


def _first_look(shelf: Shelf, query: HistoryQuery) -> tuple[IdList, Sequence[HistoryRow]]:
    """Storage lane: return all ids and the first page of rows, in one go."""
    ids = shelf.library.history_ids(query)
    return ids, shelf.library.history_rows(ids[:PAGE_ROWS])
