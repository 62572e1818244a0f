"""Home: where resumes are dropped, what is under way, what was last, what needs attention."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ai_agents.vocabulary import band_of
from desktop.history.dates import short_date
from desktop.intake.intake_service import IntakeService
from desktop.intake.queue_view import QueueView
from desktop.review.words import BANDS
from desktop.storage.records import HistoryRow, HomeLists
from desktop.widgets.theme import ThemeKeeper

_SHOWN = 5


class HomePage(QWidget):
    """The first page.

    Signals:
        chooseWanted, pasteWanted, sampleWanted: a button of the drop card was pressed.
        openWanted: a stored review should be shown; payload analysis id.
        retryWanted: a file should be tried again; payload its id in the library.
    """

    chooseWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    pasteWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    sampleWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    openWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase
    retryWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, intake: IntakeService, theme: ThemeKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._intake = intake
        self.queue = QueueView(intake, theme, self)
        self.queue.openWanted.connect(self.openWanted)
        self._recent = _Shelf(self.tr("Recent"), self.tr("Reviewed resumes appear here."), self)
        self._attention = _Shelf(
            self.tr("Needs attention"), self.tr("Nothing needs attention."), self
        )
        self._recent.chosen.connect(self.openWanted)
        self._attention.chosen.connect(self.retryWanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(14)
        layout.addWidget(self._drop_card())
        layout.addWidget(self.queue, 3)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addWidget(self._recent, 1)
        lists.addWidget(self._attention, 1)
        layout.addLayout(lists, 2)
        intake.model.rowsInserted.connect(self._on_queue_changed)
        intake.model.rowsRemoved.connect(self._on_queue_changed)
        self._on_queue_changed()

    def show_lists(self, lists: HomeLists) -> None:
        """Show the latest reviews and what needs attention."""
        self._recent.show_rows(lists.recent[:_SHOWN])
        self._attention.show_rows(lists.attention[:_SHOWN])

    def _drop_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        title = QLabel(self.tr("Drop resumes or a folder anywhere in this window"), card)
        title.setProperty("role", "title")
        kinds = QLabel(self.tr("PDF, Word, OpenDocument, RTF, text or HTML"), card)
        kinds.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for text, signal, primary in (
            (self.tr("Choose files"), self.chooseWanted, True),
            (self.tr("Paste text"), self.pasteWanted, False),
            (self.tr("Try a sample"), self.sampleWanted, False),
        ):
            button = QPushButton(text, card)
            if primary:
                button.setProperty("role", "primary")
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 18, 16, 18)
        layout.setSpacing(8)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(kinds, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addLayout(buttons)
        return card

    def _on_queue_changed(self) -> None:
        self.queue.setVisible(self._intake.model.rowCount() > 0)


class _Shelf(QWidget):
    """A short list of stored reviews under a title; each line is a button.

    Signals:
        chosen: a line was pressed; payload the id of what it shows.
    """

    chosen = Signal(str)

    def __init__(self, title: str, empty: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._empty = empty
        self._title = title
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
            self._lines.addWidget(label)
        self._lines.addStretch(1)

    def _line(self, row: HistoryRow) -> QPushButton:
        button = QPushButton(self._words(row), self._body)
        button.setProperty("role", "line")
        button.setAccessibleName(self._words(row).replace("\n", ". "))
        again = self.tr("Press to try again.")
        button.setToolTip(f"{row.message} {again}" if row.message else row.name)
        button.setMinimumSize(40, 24)
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        button.setSizePolicy(policy)
        button.clicked.connect(
            lambda _checked=False, wanted=row.analysis_id: self.chosen.emit(wanted)
        )
        return button

    def _words(self, row: HistoryRow) -> str:
        name = self.fontMetrics().elidedText(
            row.person or row.name, Qt.TextElideMode.ElideMiddle, 240
        )
        if row.score is None:
            first = row.message.partition(". ")[0].rstrip(".")
            return f"!  {name}: {first}"
        when = short_date(row.reviewed_at) if row.reviewed_at else ""
        return f"{name}   {row.score:.0f} {self.tr(BANDS[band_of(row.score)])}   {when}"
