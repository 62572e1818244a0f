"""A short list on Home: the latest reviews, or the files that need attention."""

from functools import partial

from PySide6.QtCore import Qt, Signal
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

#: A longer name is cut in its middle, so that its ending stays.
_NAME_PX = 240


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
        self.show_rows(())

    def show_rows(self, rows: tuple[HistoryRow, ...]) -> None:
        """Show these lines, or the sentence for none."""
        while (old := self._lines.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._lines.addWidget(self._line(row))
        if not rows:
            label = QLabel(self._empty, self._body)
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            self._lines.addWidget(label)
        self._lines.addStretch(1)

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
        words = self._words(row)
        button = QPushButton(words, line)
        button.setProperty("role", "line")
        button.setAccessibleName(words)
        again = self.tr("Press to try again.")
        button.setToolTip(f"{row.message} {again}" if row.message else row.name)
        button.setMinimumSize(40, 24)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self._on_chosen, row.analysis_id))
        return button

    def _on_chosen(self, wanted: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.chosen.emit(wanted)

    def _on_dismissed(self, wanted: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.dismissed.emit(wanted)

    def _words(self, row: HistoryRow) -> str:
        name = self.fontMetrics().elidedText(
            row.person or row.name, Qt.TextElideMode.ElideMiddle, _NAME_PX
        )
        if row.score is None:
            first = row.message.partition(". ")[0].rstrip(".")
            return f"!  {name}: {first}"
        when = moment_words(row.reviewed_at) if row.reviewed_at else ""
        return f"{name}   {row.score:.0f} {self.tr(BANDS[band_of(row.score)])}   {when}"
