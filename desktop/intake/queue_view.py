"""The queue on screen: the list of files, and what can be done with them."""

from functools import partial

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.intake.failure_dialog import show_failure
from desktop.intake.intake_service import IntakeService
from desktop.intake.queue_delegate import QueueDelegate
from desktop.intake.queue_item import OPEN_STATIONS, QueueItem, Station
from desktop.intake.queue_model import ITEM_ROLE
from desktop.intake.queue_words import state_words
from desktop.widgets.theme import ThemeKeeper


class QueueView(QWidget):
    """Shows the intake's model; every button asks the intake.

    Signals:
        openWanted: the review of a file should be shown; payload analysis id.
    """

    openWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, intake: IntakeService, theme: ThemeKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._intake = intake
        self._counts = QLabel(self)
        self._counts.setProperty("role", "muted")
        self.list = QListView(self)
        self.list.setModel(intake.model)
        self.list.setItemDelegate(QueueDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setProperty("ring", "true")
        self.list.setAccessibleName(self.tr("Queue of files"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._buttons = {
            "pause": self._button(self.tr("Pause"), self._on_pause),
            "cancel_all": self._button(self.tr("Stop all"), intake.cancel_all),
            "retry_failed": self._button(self.tr("Retry failed"), intake.retry_failed),
            "clear": self._button(self.tr("Clear finished"), intake.clear_finished),
        }
        self._actions = self._make_actions()
        self._lay_out()
        self._join()
        self._refresh()

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False, slot=slot: slot())
        return button

    def _make_actions(self) -> dict[str, QAction]:
        """Make what can be done with one file; also the list's context menu."""
        made = {}
        for name, text, keys, slot in (
            ("open", self.tr("Open review"), "", self._on_open),
            ("again", self.tr("Review again"), "", self._on_again),
            ("retry", self.tr("Try again"), "", self._on_retry),
            ("reason", self.tr("Show reason"), "", self._on_open),
            ("remove", self.tr("Remove"), "Del", self._on_remove),
            ("cancel", self.tr("Stop"), "Esc", self._on_cancel),
            ("up", self.tr("Move up"), "Alt+Up", self._on_up),
            ("down", self.tr("Move down"), "Alt+Down", self._on_down),
        ):
            action = QAction(text, self.list)
            action.triggered.connect(slot)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.list.addAction(action)
            made[name] = action
        return made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        title = QLabel(self.tr("Queue"), self)
        title.setProperty("role", "title")
        top.addWidget(title)
        top.addSpacing(8)
        top.addWidget(self._counts, 1)
        for button in self._buttons.values():
            top.addWidget(button)
        self._row = QHBoxLayout()
        self._row_buttons = {}
        for name, action in self._actions.items():
            button = QPushButton(action.text(), self)
            button.clicked.connect(action.trigger)
            self._row_buttons[name] = button
            self._row.addWidget(button)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._row)

    def _join(self) -> None:
        self._intake.model.settled.connect(self._refresh)
        self._intake.model.rowsInserted.connect(self._on_added)
        self._intake.model.stationChanged.connect(self._on_station_changed)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        # Enter and a double click, whatever the desktop takes for "activate".
        self.list.activated.connect(self._on_open)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)

    def _on_added(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Show the first of the new files: below hundreds of old ones it would not be seen."""
        self._show_row(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def _on_station_changed(self, item: QueueItem) -> None:
        """Keep the running file in sight, unless the person looks at another one."""
        if item.station == Station.REVIEWING and not item.steps and not self.list.hasFocus():
            row = self._intake.model.row_of(item.key)
            if row is not None:
                self._show_row(row, QAbstractItemView.ScrollHint.EnsureVisible)

    def _show_row(self, row: int, where: QAbstractItemView.ScrollHint) -> None:
        self.list.scrollTo(self._intake.model.index(row), where)

    def _current(self) -> QueueItem | None:
        index = self.list.currentIndex()
        item = index.data(ITEM_ROLE) if index.isValid() else None
        return item if isinstance(item, QueueItem) else None

    def _on_selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        self._refresh_actions()

    def _refresh(self) -> None:
        """Show the counts, and only those buttons that would do something."""
        model = self._intake.model
        items = model.items()
        self._counts.setText(model.summary())
        paused = self._intake.paused
        self._buttons["pause"].setText(self.tr("Go on") if paused else self.tr("Pause"))
        waits = any(item.is_open for item in items)
        self._buttons["pause"].setVisible(waits or paused)
        self._buttons["cancel_all"].setVisible(waits)
        failed = any(item.station == Station.FAILED for item in items)
        self._buttons["retry_failed"].setVisible(failed)
        self._buttons["clear"].setVisible(
            any(i.station in (Station.DONE, Station.KNOWN, Station.STOPPED) for i in items)
        )
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        item = self._current()
        station = item.station if item else None
        waiting = station == Station.WAITING
        possible = {
            "open": station in (Station.DONE, Station.KNOWN),
            "again": station == Station.KNOWN,
            "retry": bool(item and item.can_retry),
            "reason": station == Station.FAILED,
            "remove": bool(item and not item.is_open),
            "cancel": station in OPEN_STATIONS and station != Station.SAVING,
            "up": waiting,
            "down": waiting,
        }
        for name, can in possible.items():
            self._actions[name].setEnabled(can)
            self._row_buttons[name].setVisible(can)

    def _on_menu_wanted(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._actions.values():
            if action.isEnabled():
                menu.addAction(action)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _on_pause(self) -> None:
        self._intake.pause(paused=not self._intake.paused)
        self._refresh()

    def _on_open(self) -> None:
        item = self._current()
        if item and item.station in (Station.DONE, Station.KNOWN):
            self.openWanted.emit(item.known_id or item.analysis_id)
        elif item and item.station == Station.FAILED:
            reason = state_words(item, self.tr)
            again = partial(self._intake.retry, item.key)
            show_failure(item.name, reason, item.error_code, again, self)

    def _on_remove(self) -> None:
        if item := self._current():
            self._intake.remove(item.key)

    def _on_again(self) -> None:
        if item := self._current():
            self._intake.review_again(item.key)

    def _on_retry(self) -> None:
        if item := self._current():
            self._intake.retry(item.key)

    def _on_cancel(self) -> None:
        if item := self._current():
            self._intake.cancel(item.key)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        if item := self._current():
            self._intake.move(item.key, step)
