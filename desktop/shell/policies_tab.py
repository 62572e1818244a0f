"""Shows every policy this program knows: what holds here, from which file, and what is wrong."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from desktop.policy import RULES, Policies, policy_path

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PoliciesModel(QAbstractTableModel):
    """Policy, value, whether it is locked, and what it is for."""

    def __init__(self, policies: Policies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        locked = {True: self.tr("Locked"), False: self.tr("Default only")}
        self._rows = [
            (
                name,
                str(entry.value) if (entry := policies.get(name)) else self.tr("Not set"),
                locked[entry.locked] if entry else "",
                self.tr(rule.meaning),
            )
            for name, rule in RULES.items()
        ]

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return how many policies there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text."""
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = (self.tr("Policy"), self.tr("Value"), self.tr("State"), self.tr("For"))
            return names[section]
        return None


class PoliciesTab(QWidget):
    """The file's place, its errors, and the table."""

    def __init__(self, policies: Policies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 12, 4, 4)
        if policies.source is None:
            text = self.tr("No policies are set on this computer ({path}).").format(
                path=policy_path()
            )
        else:
            text = self.tr("Set by {path}").format(path=policies.source)
        self._add(layout, text)
        for error in policies.errors:
            self._add(layout, f"!  {error}")
        table = QTableView(self)
        table.setModel(PoliciesModel(policies, table))
        table.setAccessibleName(self.tr("Policies"))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(table, 1)

    def _add(self, layout: QVBoxLayout, text: str) -> None:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(label)
