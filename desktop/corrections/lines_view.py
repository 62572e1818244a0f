"""The lines of a resume as they were read, and what a coach can say of each."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QFont
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.corrections.corrector import Corrector
from desktop.corrections.standing import EDUCATION, EXPERIENCE, LineNow
from desktop.corrections.words import section_words
from desktop.review.report import Report

_Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """One row a line: its number, what it says, and what it is."""

    def __init__(self, corrector: Corrector, parent: QWidget) -> None:
        super().__init__(parent)
        self._corrector = corrector
        self._report: Report | None = None
        corrector.changed.connect(self._on_changed)

    def show_report(self, report: Report) -> None:
        """Show the lines of this report."""
        self.beginResetModel()
        self._report = report
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt override
        """Return the number of lines; lines have no rows below them."""
        return 0 if parent.isValid() or not self._report else len(self._report.document.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        """Return a line in words, headings bold; None for an index that is no line."""
        if self._report is None or not 0 <= index.row() < self.rowCount():
            return None
        line = self._report.document.lines[index.row()]
        if role == Qt.ItemDataRole.FontRole and self.line(index.row()).heading:
            font = QFont()
            font.setBold(True)
            return font
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = [f"{line.id}  {' '.join(line.text.split())}", *self._remarks(line.id)]
            return "   ·   ".join(told)
        return line.text if role == Qt.ItemDataRole.ToolTipRole else None

    def line(self, row: int) -> LineNow:
        """Return what a line is now."""
        now = self._corrector.now
        return now.lines.get(row + 1, LineNow()) if now else LineNow()

    def _remarks(self, line: int) -> list[str]:
        now = self.line(line - 1)
        told = []
        if now.heading:
            kind = section_words(now.heading, self.tr)
            told.append(self.tr("heading: {kind}").format(kind=kind))
        return [*told, *now.waits]

    def _on_changed(self) -> None:
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(rows - 1))


class LinesView(QWidget):
    """A list of lines with one menu: by Enter, as a context menu, and by a button.

    Whoever shows the view gives `button` its place.

    Signals:
        lineWanted: a line is to be shown; payload int.
    """

    lineWanted = Signal(int)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, corrector: Corrector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrector = corrector
        self._model = LinesModel(corrector, self)
        self.list = _Lines(self)
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Lines as they were read"))
        self.list.menuWanted.connect(self._on_menu_wanted)
        self.list.activated.connect(self._on_activated)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.menu = QMenu(self)
        self._heading = self._action(self.tr("This is a heading…"), corrector.ask_heading)
        self._no_heading = self._action(self.tr("Not a heading"), corrector.no_heading)
        self._join = self._action(self.tr("Join with next line"), corrector.join)
        self._split = self._action(self.tr("Split line…"), corrector.ask_split)
        self.menu.addSeparator()
        self._job = self._action(
            self.tr("A position begins here…"), lambda line: self._ask_new(EXPERIENCE, line)
        )
        self._study = self._action(
            self.tr("A course of study begins here…"), lambda line: self._ask_new(EDUCATION, line)
        )
        self.menu.addSeparator()
        self._action(self.tr("Show in the resume"), self.lineWanted.emit)
        self.button = QPushButton(self.tr("Correct this line"), self)
        self.button.setMenu(self.menu)
        self.button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def show_report(self, report: Report) -> None:
        """Show the lines of this report; the line chosen in an earlier reading stays chosen."""
        row = self.list.currentIndex().row()
        self._model.show_report(report)
        row = min(row, self._model.rowCount() - 1)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))
        self._on_current_changed()

    def choose(self, line: int) -> None:
        """Choose a line."""
        self.list.setCurrentIndex(self._model.index(line - 1))

    def _action(self, text: str, do: Callable[[int], None]) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda _checked=False: do(self.list.currentIndex().row() + 1))
        return action

    def _ask_new(self, kind: str, line: int) -> None:
        self._corrector.ask_new_entry(kind, line)

    def _on_activated(self, index: QModelIndex) -> None:
        place = self.list.visualRect(index).bottomLeft()
        self._on_menu_wanted(self.list.viewport().mapToGlobal(place))

    def _on_menu_wanted(self, place: QPoint) -> None:
        if self.list.currentIndex().isValid():
            self.menu.popup(place)

    def _on_current_changed(self) -> None:
        """Offer what can be said of the chosen line; a line without words is no place."""
        row = self.list.currentIndex().row()
        self.button.setEnabled(row >= 0)
        here, following = self._has_words(row), self._has_words(row + 1)
        for action in (self._heading, self._no_heading, self._split, self._job, self._study):
            action.setEnabled(here)
        self._join.setEnabled(following)

    def _has_words(self, row: int) -> bool:
        inside = 0 <= row < self._model.rowCount()
        return inside and any(c.isalnum() for c in self._corrector.line_text(row + 1))


class _Lines(QListView):
    """A list that asks for its menu where the mouse or the chosen line is.

    Signals:
        menuWanted: the context menu; payload a global QPoint.
    """

    menuWanted = Signal(QPoint)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setProperty("ring", "true")
        self.setProperty("role", "lines")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt override
        """Ask for the menu at the mouse, or at the chosen line for the keyboard."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft())
        self.menuWanted.emit(place)
