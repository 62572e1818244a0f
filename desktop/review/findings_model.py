"""The listed findings as an item model, for the view and for screen readers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.review.display import FindingCard

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NO_PARENT = QModelIndex()


class FindingsModel(QAbstractListModel):
    """One row per listed card; replaced as a whole, since a review has hundreds at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[FindingCard, ...] = ()

    def set_cards(self, cards: Sequence[FindingCard]) -> None:
        """List these cards; when the same findings stay, only their look changes."""
        same = [c.finding_id for c in cards] == [c.finding_id for c in self._cards]
        if same:
            self._cards = tuple(cards)
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """The listed cards, in order."""
        return self._cards

    def row_of(self, finding_id: str | None) -> int | None:
        """Return the row of a finding, None when it is not listed."""
        rows = (row for row, card in enumerate(self._cards) if card.finding_id == finding_id)
        return next(rows, None)

    def rowCount(  # noqa: N802 - Qt override
        self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT
    ) -> int:
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the card, its message, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.message
        if role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        ):
            return card.spoken
        return None
