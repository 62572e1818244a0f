"""A short list on Home: the latest reviews, or the files that need attention."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ai_agents.vocabulary import band_of
from desktop.history.dates import moment_words
from desktop.review.words import BANDS
from desktop.storage.records import HistoryRow

#: Smallest target for a pointer (WCAG 2.2, 2.5.8).
_TARGET_PX = 24


class HomeList(QWidget):
    """Lines under a title; each line is a button.

    Signals:
        chosen: a line was pressed; payload the id of what it shows.
        dismissed: a line should go; payload the same. Only for lists that say `can_dismiss`.
    """

    chosen = Signal(str)
    dismissed = Signal(str)

    def __init__(self, title: str, empty: str, parent: QWidget, *, can_dismiss: bool) -> None:
        super().__init__(parent)
        self._empty = empty
        self._can_dismiss = can_dismiss
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(title)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget(area)
        self._body.setProperty("role", "surface")
        self._body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        area.setWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(area, 1)
        # Until the library has answered nobody knows whether the list is empty.

    def show_rows(self, rows: tuple[HistoryRow, ...]) -> None:
        """Show these lines, or the sentence for none."""
        while (old := self._lines.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._lines.addWidget(self._line(row))
        if not rows:
            self._lines.addWidget(self._sentence(self._empty))
        self._lines.addStretch(1)

    def show_words(self, words: str) -> None:
        """Show a sentence in place of lines."""
        self.show_rows(())
        if (old := self._lines.takeAt(0)) is not None and (widget := old.widget()):
            widget.deleteLater()
        self._lines.insertWidget(0, self._sentence(words))

    def _sentence(self, words: str) -> QLabel:
        label = QLabel(words, self._body)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _line(self, row: HistoryRow) -> QWidget:
        line = QWidget(self._body)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._main_button(row, line), 1)
        if self._can_dismiss:
            button = QPushButton(self.tr("Dismiss"), line)
            button.setProperty("role", "link")
            button.setAccessibleName(self.tr("Dismiss {name}").format(name=row.name))
            button.clicked.connect(partial(self._on_dismissed, row.analysis_id))
            layout.addWidget(button)
        return line

    def _main_button(self, row: HistoryRow, line: QWidget) -> QPushButton:
        button = _LineButton(self._words(row), line)
        again = self.tr("Press for the reason.")
        button.setToolTip(f"{row.message} {again}" if row.message else row.name)
        button.clicked.connect(partial(self._on_chosen, row.analysis_id))
        return button

    def _on_chosen(self, wanted: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.chosen.emit(wanted)

    def _on_dismissed(self, wanted: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.dismissed.emit(wanted)

    def _words(self, row: HistoryRow) -> str:
        if row.score is None:
            first = row.message.partition(". ")[0].rstrip(".")
            return f"!  {row.name}: {first}"
        when = moment_words(row.reviewed_at) if row.reviewed_at else ""
        file = f" ({row.name})" if row.person and row.person != row.name else ""
        score = f"{row.score:.0f} {self.tr(BANDS[band_of(row.score)])}"
        return f"{score}   {when}   {row.person or row.name}{file}"


class _LineButton(QPushButton):
    """A button as wide as there is room; text that does not fit ends in an ellipsis."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("role", "line")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """Return room for one line of text."""
        return QSize(_TARGET_PX, max(_TARGET_PX, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """Return the same: a line is never cut in its height."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt override
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Cut the text to the room."""
        super().resizeEvent(event)
        room = max(0, self.width() - 20)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
