"""A scrolled column of headings, paragraphs and small tables; most text of a review lies in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets.style import SPACING


class ReadingColumn(QScrollArea):
    """Built from the top with the `add_…` methods, emptied with `clear`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ring", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget(self)
        self._layout = QVBoxLayout(self._body)
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        # A fresh body is simpler and safer than taking a layout apart item by item.
        self._body = QWidget(self)
        self._body.setProperty("role", "surface")
        self._layout = QVBoxLayout(self._body)
        side = SPACING.large
        self._layout.setContentsMargins(side, SPACING.medium, side, SPACING.large)
        self._layout.setSpacing(SPACING.tight)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._body)

    def add_heading(self, text: str) -> QLabel:
        """Add a heading with room above it."""
        if self._layout.count():
            self._layout.addSpacing(SPACING.medium)
        return self.add_text(text, "title")

    def add_text(self, text: str, role: str = "") -> QLabel:
        """Add a wrapped paragraph; its text is never read as markup."""
        label = plain_label(text, role, self._body)
        self._layout.addWidget(label)
        return label

    def add_widget(self, widget: QWidget) -> None:
        """Add a widget of its own."""
        self._layout.addWidget(widget)

    def add_space(self, pixels: int = SPACING.small) -> None:
        """Add white."""
        self._layout.addSpacing(pixels)

    def add_table(self, rows: list[tuple[str, str, str]]) -> None:
        """Add a table of name, value and remark; rows in the order given."""
        table = QWidget(self._body)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACING.medium)
        grid.setVerticalSpacing(SPACING.tight)
        has_remarks = any(remark for _, _, remark in rows)
        grid.setColumnStretch(2 if has_remarks else 1, 1)
        for row, (name, value, remark) in enumerate(rows):
            top = Qt.AlignmentFlag.AlignTop
            label = plain_label(name, "muted", table)
            label.setWordWrap(False)
            grid.addWidget(label, row, 0, top)
            shown = plain_label(value, "", table)
            shown.setWordWrap(not has_remarks)
            grid.addWidget(shown, row, 1, top)
            if remark:
                grid.addWidget(plain_label(remark, "small", table), row, 2)
        self._layout.addWidget(table)


def plain_label(text: str, role: str, parent: QWidget) -> QLabel:
    """Return a wrapped label whose text can be selected and is never read as markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label
