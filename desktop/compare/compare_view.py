"""Two versions of a resume side by side: scores, why they moved, what became of the findings."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.change_row import TREND_MARKS, ChangeRow, FindingRow, LineRow
from desktop.compare.display import ComparisonDisplay, FindingList, LineItem, VersionDisplay
from desktop.compare.version_card import VersionCard
from desktop.review.events import ActionChosen
from desktop.review.state_page import StateAction, StatePage, StateWords
from desktop.widgets.announcement import announce
from desktop.widgets.even_row import EvenRow
from desktop.widgets.reading_column import ReadingColumn
from desktop.widgets.style import SPACING
from desktop.widgets.theme import ThemeKeeper

#: More items of a list than these are counted; the exported page holds all.
MOST_SHOWN = 60


class CompareView(QWidget):
    """Shows one comparison, or in its place why there is none and what can be done.

    Signals:
        actionChosen: a button of the words in its place; payload `ActionChosen`.
    """

    actionChosen = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts: dict[str, QWidget] = {}
        self._action: QPushButton | None = None
        self._jumps = EvenRow(self)
        self._buttons = {name: self._jump(name, text) for name, text in self._names().items()}
        self.column = ReadingColumn(self.tr("Comparison"), self)
        self.state = StatePage(self)
        self.state.actionChosen.connect(self.actionChosen)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._jumps)
        layout.addWidget(self.column, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.state)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._page = page

    def show_comparison(self, display: ComparisonDisplay) -> None:
        """Show a comparison from its top."""
        self.column.clear()
        self._jumps.show()
        self._action = None
        self.column.add_widget(self._cards(display.before, display.after))
        self.column.add_heading(f"{TREND_MARKS[display.trend]} {display.headline}")
        for note in display.notes:
            self.column.add_text(note, "banner")
        self._add_why(display)
        for name, found in (
            ("fixed", display.fixed),
            ("new", display.new),
            ("open", display.still_open),
        ):
            self._add_findings(name, found)
        for found in (display.gained, display.lost):
            if found.items:
                self._add_findings("", found)
        self._add_lines(display)
        self._stack.setCurrentWidget(self._page)
        announce(self, display.headline)

    def show_words(self, words: StateWords) -> None:
        """Show a state in the place of a comparison."""
        self.state.show_words(words)
        self._stack.setCurrentWidget(self.state)
        announce(self, f"{words.title}. {words.text}")

    def show_refusal(
        self, before: VersionDisplay, after: VersionDisplay, reason: str, action: StateAction | None
    ) -> None:
        """Show both versions and why no difference is told, with what can be done about it."""
        self.column.clear()
        self._jumps.hide()
        self.column.add_widget(self._cards(before, after))
        self.column.add_space()
        self.column.add_text(reason, "banner")
        self._action = None
        if action is not None:
            self._action = QPushButton(action.text, self.column)
            self._action.setProperty("role", "primary")
            self._action.clicked.connect(partial(self._on_action, action.name))
            self.column.add_space()
            self.column.add_widget(_leading(self._action, self.column))
        self._stack.setCurrentWidget(self._page)
        announce(self, reason)

    @property
    def is_comparing(self) -> bool:
        """Whether a comparison is shown."""
        return self._stack.currentWidget() is self._page and not self._jumps.isHidden()

    def take_focus(self) -> None:
        """Give the keyboard to the comparison, or to the button that can be pressed instead."""
        if self._stack.currentWidget() is self.state:
            self.state.take_focus()
        else:
            (self._action or self.column).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def jump_to(self, name: str) -> None:
        """Bring a part into view and give it the keyboard."""
        part = self._parts[name]
        bar = self.column.verticalScrollBar()
        bar.setValue(part.y() - SPACING.medium)
        self.column.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _names(self) -> dict[str, str]:
        """Return what can be jumped to, in the order it is shown."""
        return {
            "why": self.tr("Why the score moved"),
            "fixed": self.tr("Fixed"),
            "new": self.tr("New"),
            "open": self.tr("Still open"),
            "lines": self.tr("Lines"),
        }

    def _jump(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(partial(self._on_jump, name))
        self._jumps.add(button)
        return button

    def _on_action(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.actionChosen.emit(ActionChosen(name))

    def _on_jump(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.jump_to(name)

    def _cards(self, before: VersionDisplay, after: VersionDisplay) -> QWidget:
        row = QWidget(self)
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.medium)
        for title, version in ((self.tr("Earlier"), before), (self.tr("Later"), after)):
            layout.addWidget(VersionCard(title, version, self._theme, row), 1)
        return row

    def _add_why(self, display: ComparisonDisplay) -> None:
        title = self.tr("Why the score moved")
        self._head("why", title)
        if display.arithmetic:
            overall = self.tr("Overall {sum}").format(sum=display.arithmetic)
            self.column.add_text(overall, "muted")
        for change in display.dimensions:
            self.column.add_widget(ChangeRow(change, self.column))
        if display.match:
            self.column.add_text(display.match)

    def _add_findings(self, name: str, found: FindingList) -> None:
        self._head(name, found.title)
        if not found.items:
            self.column.add_text(found.empty, "muted")
        for item in found.items[:MOST_SHOWN]:
            self.column.add_widget(FindingRow(item, self.column))
        self._add_rest(len(found.items))

    def _add_lines(self, display: ComparisonDisplay) -> None:
        self._head("lines", display.lines_title)
        self._buttons["lines"].setText(self.tr("Lines ({n})").format(n=len(display.lines)))
        for line in display.lines[:MOST_SHOWN]:
            self.column.add_widget(LineRow(LineItem(line.before, line.after), self.column))
        self._add_rest(len(display.lines))

    def _add_rest(self, count: int) -> None:
        if count > MOST_SHOWN:
            words = self.tr("and {n} more; the exported page holds all").format(
                n=count - MOST_SHOWN
            )
            self.column.add_text(words, "muted")

    def _head(self, name: str, title: str) -> None:
        """Add a heading that can be jumped to."""
        label = self.column.add_heading(title)
        if name:
            self._parts[name] = label
            self._buttons[name].setText(title)


def _leading(button: QPushButton, parent: QWidget) -> QWidget:
    """Return a line that holds a button at its beginning, as wide as its words."""
    line = QWidget(parent)
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(button)
    layout.addStretch(1)
    return line
