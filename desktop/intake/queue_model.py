"""The queue as a Qt list model: rows are frozen `QueueItem`s, changed only through this model."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.intake.queue_item import QueueItem, Station
from desktop.intake.queue_words import spoken, state_words, summary_words

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
#: Counts over thousands of files are not made at every step of one of them.
_SETTLE_MS = 40


class QueueModel(QAbstractListModel):
    """Keeps the files of this session in the order they will be reviewed; GUI thread only.

    Signals:
        stationChanged: a file came in or moved along; payload `QueueItem`.
        settled: the queue looks different than a moment ago; once for a burst of changes.
    """

    stationChanged = Signal(object)  # noqa: N815 - Qt signals are camelCase
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[QueueItem] = []
        self._rows: dict[str, int] = {}
        self._burst = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._burst.timeout.connect(self.settled)
        for changed in (self.rowsInserted, self.rowsRemoved, self.rowsMoved, self.dataChanged):
            changed.connect(self._on_changed)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the tooltip, what a screen reader says, or the item itself."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item, self.tr)
        if role == Qt.ItemDataRole.ToolTipRole:
            code = f" ({item.error_code})" if item.error_code else ""
            return f"{item.name}: {state_words(item, self.tr)}{code}"
        return None

    def items(self) -> list[QueueItem]:
        """Return all files in order."""
        return list(self._items)

    def get(self, key: str) -> QueueItem | None:
        """Return a file, None when it is not in the queue any more."""
        row = self._rows.get(key)
        return None if row is None else self._items[row]

    def row_of(self, key: str) -> int | None:
        """Return where a file stands, None when it is not in the queue any more."""
        return self._rows.get(key)

    def find(self, test: Callable[[QueueItem], bool]) -> QueueItem | None:
        """Return the first file for which the test holds."""
        return next((item for item in self._items if test(item)), None)

    def at(self, station: Station) -> list[QueueItem]:
        """Return the files at a station, in order."""
        return [item for item in self._items if item.station == station]

    def summary(self) -> str:
        """Return the counts in one line."""
        return summary_words(self._items, self.tr)

    def add(self, items: Iterable[QueueItem]) -> None:
        """Append files."""
        new = list(items)
        if not new:
            return
        first = len(self._items)
        self.beginInsertRows(_ROOT, first, first + len(new) - 1)
        self._items.extend(new)
        self._number()
        self.endInsertRows()
        for item in new:
            self.stationChanged.emit(item)

    def put(self, item: QueueItem) -> None:
        """Replace a file's value; one that is gone stays gone."""
        row = self._rows.get(item.key)
        if row is not None:
            self._items[row] = item
            index = self.index(row)
            self.dataChanged.emit(index, index)
            self.stationChanged.emit(item)

    def remove(self, test: Callable[[QueueItem], bool]) -> None:
        """Take the files out for which the test holds."""
        for row in range(len(self._items) - 1, -1, -1):
            if test(self._items[row]):
                self.beginRemoveRows(_ROOT, row, row)
                del self._items[row]
                self.endRemoveRows()
        self._number()

    def move(self, key: str, step: int) -> tuple[QueueItem, QueueItem] | None:
        """Move a file one place earlier (-1) or later (+1); ends stay ends.

        Returns:
            The two files that changed places, in their new order; None if nothing moved.
        """
        row = self._rows.get(key)
        if row is None or not 0 <= row + step < len(self._items):
            return None
        # Qt wants the place before which the row lands, counted before the move.
        target = row + step + (1 if step > 0 else 0)
        self.beginMoveRows(_ROOT, row, row, _ROOT, target)
        self._items.insert(row + step, self._items.pop(row))
        self._number()
        self.endMoveRows()
        first = min(row, row + step)
        return self._items[first], self._items[first + 1]

    def _on_changed(self) -> None:
        if not self._burst.isActive():
            self._burst.start()

    def _number(self) -> None:
        self._rows = {item.key: row for row, item in enumerate(self._items)}
