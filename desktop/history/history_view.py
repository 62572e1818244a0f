"""The history page: search field, filters, and the table of stored reviews."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.history.history_model import DATE, NAME, SORTS, HistoryModel
from desktop.storage.records import HistoryQuery

#: A keystroke is followed by a query only after this pause. UX 5.4 advises 150 ms where the query
#: runs in the window's process; ours does not, and rows shall follow a key within 100 ms.
DEBOUNCE_MS = 30
#: A row that was chosen is looked for among the first ones only.
_LOOKED_THROUGH = 1000
#: Column widths in average letters; the first takes the rest, and has at least so many.
_LETTERS = (30, 16, 17, 14, 16)
_LEAST_FIRST = 14
_SIDE_PX = 16


class HistoryView(QWidget):
    """Finds and opens stored reviews.

    Signals:
        openWanted: a review should be shown; payload analysis id.
        compareWanted: the two chosen reviews should be compared; payload both analysis ids.
        trashWanted: reviews should go to the trash; payload tuple of analysis ids.
    """

    compareWanted = Signal(str, str)  # noqa: N815 - Qt signals are camelCase
    openWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase
    trashWanted = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, model: HistoryModel, industries: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search reviews"))
        self.search.setAccessibleName(self.tr("Search reviews"))
        self.search.setClearButtonEnabled(True)
        self._industry = QComboBox(self)
        self._industry.setAccessibleName(self.tr("Industry"))
        self._industry.addItem(self.tr("All industries"), "")
        for code, name in industries:
            self._industry.addItem(name, code)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self.compare = QPushButton(self.tr("Compare"), self)
        self.compare.setToolTip(self.tr("Choose two reviews with Ctrl or Shift to compare them"))
        self.compare.setEnabled(False)
        self.compare.clicked.connect(self._on_compare)
        self._share = 1.0
        self.table = QTableView(self)
        self._pause = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._dress_table()
        self._lay_out()
        self._join()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setAccessibleName(self.tr("Stored reviews"))
        table.setProperty("ring", "true")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = table.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicator(DATE, Qt.SortOrder.DescendingOrder)
        self._fit()
        columns.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        """Give rows and columns the room that the text size needs."""
        metrics = self.fontMetrics()
        self.table.verticalHeader().setDefaultSectionSize(metrics.height() + 14)
        self._share = self._shared()
        letter = metrics.averageCharWidth() * self._share
        for column, letters in enumerate(_LETTERS):
            self.table.setColumnWidth(column, round(letters * letter))

    def _shared(self) -> float:
        """Return how much of their width the other columns get, so that files keep their names."""
        letter = self.fontMetrics().averageCharWidth()
        room = self.width() - 2 * _SIDE_PX - _LEAST_FIRST * letter
        return min(1.0, max(0.4, room / (sum(_LETTERS[1:]) * letter)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Fit a narrower window; widths set by hand stay while there is room for all."""
        super().resizeEvent(event)
        if self._shared() != self._share:
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt override
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self._industry)
        top.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE_PX, 12, _SIDE_PX, 8)
        title = QLabel(self.tr("History"), self)
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.compare)
        layout.addLayout(head)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)

    def _join(self) -> None:
        self._open = QAction(self.tr("Open review"), self.table)
        self._open.triggered.connect(self._on_open)
        self._trash = QAction(self.tr("Move to trash"), self.table)
        self._trash.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._trash.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._trash.triggered.connect(self._on_trash)
        self._compare = QAction(self.tr("Compare these two"), self.table)
        self._compare.triggered.connect(self._on_compare)
        self.table.addActions([self._open, self._trash])
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.activated.connect(self._on_open)
        self.table.customContextMenuRequested.connect(self._on_menu_wanted)
        self.table.horizontalHeader().sectionClicked.connect(self._on_column_clicked)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self._on_results_wanted)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._on_results_wanted)
        self._industry.currentIndexChanged.connect(self._on_filter_changed)
        self._pause.timeout.connect(self._on_pause_over)
        self._model.listed.connect(self._on_listed)
        # No count and no "none yet" while the library has not answered.
        self._model.forgotten.connect(self._count.clear)
        self._model.modelAboutToBeReset.connect(self._on_reset_begun)
        self._model.modelReset.connect(self._on_reset_done)
        self._kept = (0, "")

    def _query(self) -> HistoryQuery:
        return replace(
            self._model.query,
            text=self.search.text().strip(),
            industry=str(self._industry.currentData() or ""),
        )

    def _on_text_changed(self, _text: str) -> None:
        self._pause.start()

    def _on_filter_changed(self, _index: int) -> None:
        self._on_pause_over()

    @property
    def is_settled(self) -> bool:
        """Whether the last keystroke's query has been asked."""
        return not self._pause.isActive()

    def _on_pause_over(self) -> None:
        self._pause.stop()
        self._model.show(self._query())

    def _on_results_wanted(self) -> None:
        """Ask now, and put the keyboard into the list; its first row is chosen if none is."""
        self._on_pause_over()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.selectRow(0)

    def _on_column_clicked(self, column: int) -> None:
        header = self.table.horizontalHeader()
        wanted = SORTS.get(column)
        query = self._model.query
        if wanted is None:
            current = next(c for c, sort in SORTS.items() if sort == query.sort)
            header.setSortIndicator(current, _order(descending=query.descending))
            return
        # The same column again turns the order round; names begin with A, the rest with the most.
        same = query.sort == wanted
        descending = not query.descending if same else column != NAME
        header.setSortIndicator(column, _order(descending=descending))
        self._model.show(replace(self._query(), sort=wanted, descending=descending))

    def _on_reset_begun(self) -> None:
        """Remember what is looked at: the list is renewed while a queue runs."""
        index = self.table.currentIndex()
        current = self._model.id_at(index.row()) if index.isValid() else ""
        self._kept = (self.table.verticalScrollBar().value(), current)

    def _on_reset_done(self) -> None:
        scrolled, current = self._kept
        nearby = range(min(self._model.rowCount(), _LOOKED_THROUGH))
        row = next((n for n in nearby if current and self._model.id_at(n) == current), None)
        if row is not None:
            self.table.setCurrentIndex(self._model.index(row, 0))
        self.table.verticalScrollBar().setValue(scrolled)
        self._on_selection_changed()

    def _on_listed(self, count: int) -> None:
        if count == 0:
            nothing = self.tr("Nothing found") if self.search.text() else self.tr("No reviews yet")
            self._count.setText(nothing)
        else:
            words = self.tr("{n} review") if count == 1 else self.tr("{n} reviews")
            self._count.setText(words.format(n=self.locale().toString(count)))

    def _selected(self) -> tuple[str, ...]:
        rows = self.table.selectionModel().selectedRows()
        return tuple(self._model.id_at(index.row()) for index in rows)

    def _on_open(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.openWanted.emit(self._model.id_at(index.row()))

    def _on_selection_changed(self) -> None:
        self.compare.setEnabled(len(self._selected()) == 2)

    def _on_compare(self) -> None:
        chosen = self._selected()
        if len(chosen) == 2:
            self.compareWanted.emit(*chosen)

    def _on_trash(self) -> None:
        if chosen := self._selected():
            self.trashWanted.emit(chosen)

    def _on_menu_wanted(self, where: QPoint) -> None:
        if self._selected():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self._open)
            if len(self._selected()) == 2:
                menu.addAction(self._compare)
            menu.addAction(self._trash)
            menu.popup(self.table.viewport().mapToGlobal(where))


def _order(*, descending: bool) -> Qt.SortOrder:
    return Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
