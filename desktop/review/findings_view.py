"""The list of findings: cards one can walk through by keyboard, the chosen one opened."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.review.chosen_card import ChosenCard
from desktop.review.display import FindingCard
from desktop.review.events import CardAction, CardVerb, FindingPicked
from desktop.review.finding_delegate import FindingDelegate
from desktop.review.findings_model import CARD_ROLE, FindingsModel
from desktop.widgets.theme import ThemeKeeper

_KEYS = {
    Qt.Key.Key_A: CardVerb.KEEP,
    Qt.Key.Key_D: CardVerb.DISMISS,
    Qt.Key.Key_Delete: CardVerb.DISMISS,
    Qt.Key.Key_R: CardVerb.RAISE,
}


class FindingsView(QListView):
    """Shows `FindingsModel`; keeps the chosen finding chosen when the list changes.

    Signals:
        findingPicked: another finding is the chosen one; payload `FindingPicked`.
        actionChosen: something is to be done with a finding; payload `CardAction`.
        linePicked: a quoted line was chosen; payload `LinePicked`.
        noteWritten: the coach's note was changed; payload `NoteWritten`.
    """

    noteWritten = Signal(object)  # noqa: N815 - Qt signals are camelCase
    findingPicked = Signal(object)  # noqa: N815 - Qt signals are camelCase
    actionChosen = Signal(object)  # noqa: N815 - Qt signals are camelCase
    linePicked = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = FindingsModel(self)
        self._delegate = FindingDelegate(theme, self)
        self._open: tuple[str, ChosenCard] | None = None
        self._single_keys = True
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Findings"))
        self.setProperty("ring", "true")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._reveal_current)
        theme.themeChanged.connect(self._on_theme_changed)

    def set_single_keys(self, *, enabled: bool) -> None:
        """Let A, D and R act on the chosen card, or not (WCAG 2.1.4)."""
        self._single_keys = enabled

    def set_cards(self, cards: tuple[FindingCard, ...]) -> None:
        """List these cards; the chosen one stays chosen, or its place goes to the next."""
        chosen, row = self.chosen_id(), self.currentIndex().row()
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._close()
        self._model.set_cards(cards)
        if chosen is None:
            return
        place = self._model.row_of(chosen)
        if place is None and cards:
            place = min(max(row, 0), len(cards) - 1)
        if place is not None:
            self._set_current(place)
            self._open_current()
        if had_focus:
            self.setFocus()

    def choose(self, finding_id: str | None) -> bool:
        """Choose a finding and bring it into view; False when it is not listed."""
        row = self._model.row_of(finding_id)
        if row is None:
            return False
        self._set_current(row)
        return True

    def step(self, by: int) -> None:
        """Choose the next (1) or the one before (-1)."""
        count = self._model.rowCount()
        if count:
            row = self.currentIndex().row()
            start = row + by if row >= 0 else (0 if by > 0 else count - 1)
            self._set_current(min(max(start, 0), count - 1))

    def chosen(self) -> FindingCard | None:
        """Return the chosen card."""
        index = self.currentIndex()
        return index.data(CARD_ROLE) if index.isValid() else None

    def chosen_id(self) -> str | None:
        """Return the chosen finding's id."""
        card = self.chosen()
        return card.finding_id if card else None

    def cards(self) -> tuple[FindingCard, ...]:
        """Return the listed cards, in order."""
        return self._model.cards

    def _set_current(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(row), flag)
        self._later.start()

    def currentChanged(  # noqa: N802 - Qt override
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Open the chosen card."""
        super().currentChanged(current, previous)
        self._close()
        self._open_current()
        if card := self.chosen():
            self.findingPicked.emit(FindingPicked(card.finding_id))

    def _open_current(self) -> None:
        card = self.chosen()
        if card is None or (self._open and self._open[0] == card.finding_id):
            return
        widget = ChosenCard(card, self._theme.theme, self.viewport())
        widget.actionChosen.connect(self.actionChosen)
        widget.linePicked.connect(self.linePicked)
        # Leaving the field may be what closes the card: the list changes when that is over.
        widget.noteWritten.connect(self.noteWritten, Qt.ConnectionType.QueuedConnection)
        self._open = (card.finding_id, widget)
        # The style must be known before the height is, so polish first.
        widget.ensurePolished()
        self._make_room()
        self._place()
        widget.show()
        before: QWidget = self
        for part in widget.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, part)
                before = part

    def _make_room(self) -> None:
        if self._open:
            finding_id, widget = self._open
            height = widget.height_for(self.viewport().width())
            self._delegate.set_expanded(finding_id, height)
            self.scheduleDelayedItemsLayout()

    def _place(self) -> None:
        """Lay the open card over its row.

        The card is placed by hand: Qt's own index widgets crash when the row they belong to is
        laid out while they wait to be deleted.
        """
        if self._open:
            rect = self.visualRect(self.currentIndex())
            self._open[1].setGeometry(rect)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt override
        """Keep the open card over its row after every layout."""
        super().updateGeometries()
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt override
        """Keep the open card over its row while scrolling."""
        super().scrollContentsBy(dx, dy)
        self._place()

    def _close(self) -> None:
        if self._open:
            widget = self._open[1]
            self._open = None
            # A button of the card may be what closes it, so it lives until the event is over.
            widget.hide()
            widget.deleteLater()
            self._delegate.set_expanded(None)
            self.scheduleDelayedItemsLayout()

    def _reveal_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.executeDelayedItemsLayout()
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Lay the cards out for the new width."""
        self._delegate.set_width(self.viewport().width())
        self._make_room()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def viewportSizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """Ask for room for two cards."""
        return QSize(360, 200)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt override
        """Choose the first card when the keyboard arrives and none is chosen."""
        super().focusInEvent(event)
        by_keys = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        if by_keys and not self.currentIndex().isValid():
            self.step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt override
        """Act on the chosen card with A, D, R, and copy; everything else walks the list."""
        card = self.chosen()
        if card and event.matches(QKeySequence.StandardKey.Copy):
            self.actionChosen.emit(CardAction(card.finding_id, CardVerb.COPY))
            return
        verb = _KEYS.get(Qt.Key(event.key()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if card and verb and plain and self._single_keys:
            self.actionChosen.emit(CardAction(card.finding_id, verb))
            return
        super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        self._close()
        self._open_current()
        self.viewport().update()
