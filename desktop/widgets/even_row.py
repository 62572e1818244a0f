"""A row of equal controls that becomes two or more rows where the width or the text size asks."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QWidget

from desktop.widgets.style import SPACING


class EvenRow(QWidget):
    """Lays its controls out in as few rows as fit, all columns equally wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._grid.setContentsMargins(SPACING.small, 0, SPACING.small, 0)
        self._grid.setHorizontalSpacing(SPACING.tight)
        self._grid.setVerticalSpacing(SPACING.tight)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, part: QWidget) -> None:
        """Add a control at the end."""
        part.setParent(self)
        self._parts.append(part)
        self._columns = 0
        self._arrange()

    @property
    def columns(self) -> int:
        """Controls side by side now."""
        return self._columns

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """As narrow as one column, as high as the rows that are there."""
        widest = max((part.sizeHint().width() for part in self._parts), default=0)
        return QSize(widest + 2 * SPACING.small, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Fit the new width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Fit texts of another size or wording."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._arrange()
        return handled

    def _arrange(self) -> None:
        columns = self._fitting()
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.updateGeometry()

    def _fitting(self) -> int:
        count = len(self._parts)
        for columns in (count, (count + 1) // 2):
            widest = max((part.sizeHint().width() for part in self._parts), default=0)
            room = self.width() - 2 * SPACING.small - (columns - 1) * SPACING.tight
            if widest * columns <= room:
                return max(columns, 1)
        return 1
