"""Home: where resumes are dropped, what is under way, what was last, what needs attention."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.intake.failure_dialog import show_failure
from desktop.intake.intake_service import IntakeService
from desktop.intake.queue_view import QueueView
from desktop.shell.home_list import HomeList
from desktop.storage.records import HistoryRow, HomeLists
from desktop.widgets.theme import ThemeKeeper

_SHOWN = 5
#: A library that opens faster than this needs no words.
_OPENING_MS = 300


class HomePage(QWidget):
    """The first page.

    Signals:
        chooseWanted, pasteWanted, sampleWanted: a button of the drop card was pressed.
        openWanted: a stored review should be shown; payload analysis id.
        retryWanted: a file should be tried again; payload its id in the library.
        dismissWanted: a file should not need attention any more; payload the same.
    """

    chooseWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    pasteWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    sampleWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    openWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase
    retryWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase
    dismissWanted = Signal(str)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, intake: IntakeService, theme: ThemeKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._intake = intake
        self.queue = QueueView(intake, theme, self)
        self.queue.openWanted.connect(self.openWanted)
        nothing = self.tr("Reviewed resumes appear here.")
        self.recent = HomeList(self.tr("Recent"), nothing, self, can_dismiss=False)
        nothing = self.tr("Nothing needs attention.")
        self.attention = HomeList(self.tr("Needs attention"), nothing, self, can_dismiss=True)
        self.recent.chosen.connect(self.openWanted)
        self.attention.chosen.connect(self._on_attention_chosen)
        self.attention.dismissed.connect(self.dismissWanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(14)
        layout.addWidget(self._drop_card())
        layout.addWidget(self.queue, 3)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addWidget(self.recent, 1)
        lists.addWidget(self.attention, 1)
        layout.addLayout(lists, 2)
        self._failures: dict[str, HistoryRow] = {}
        self._opening = QTimer(self, interval=_OPENING_MS, singleShot=True)
        self._opening.timeout.connect(self._on_opening_long)
        self._opening.start()
        intake.model.rowsInserted.connect(self._on_queue_changed)
        intake.model.rowsRemoved.connect(self._on_queue_changed)
        self._on_queue_changed()

    def show_lists(self, lists: HomeLists) -> None:
        """Show the latest reviews and what needs attention."""
        self._opening.stop()
        self._failures = {row.analysis_id: row for row in lists.attention}
        self.recent.show_rows(lists.recent[:_SHOWN])
        self.attention.show_rows(lists.attention[:_SHOWN])

    def show_no_library(self) -> None:
        """There is no library: the banner says why, and the lists claim nothing."""
        self._opening.stop()
        for part in (self.recent, self.attention):
            part.show_words("")

    def _on_opening_long(self) -> None:
        self.recent.show_words(self.tr("Opening your library…"))

    def _on_attention_chosen(self, file_id: str) -> None:
        """Say what is wrong; nothing is run again unasked."""
        row = self._failures.get(file_id)
        if row is not None:
            again = partial(self.retryWanted.emit, file_id)
            show_failure(row.name, row.message, row.code, again, self)

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
