"""The review of one resume: the page at the left, scores and findings at the right, linked."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QUndoStack,
)
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.corrections.book import CorrectionBook
from desktop.corrections.edit import CorrectionStore
from desktop.feedback.book import OverrideBook
from desktop.feedback.dismiss_dialog import DismissDialog, ReasonGiven
from desktop.feedback.overrides import FindingOverridden, Overrides, OverrideStore, OverrideUndone
from desktop.review import words
from desktop.review.assessment_pane import AssessmentPane
from desktop.review.display import FindingCard, ReportDisplay
from desktop.review.document_pane import DocumentPane
from desktop.review.events import CardAction, CardVerb, FindingPicked, LinePicked, NoteWritten
from desktop.review.presenter import Presenter
from desktop.review.report import Report
from desktop.review.state_page import StatePage, StateWords
from desktop.storage.records import Corrections
from desktop.widgets.announcement import announce
from desktop.widgets.theme import ThemeKeeper

#: Below this width of the window the cards go under the page (UX section 3).
NARROW_BELOW_PX = 1100
#: Below this height the eight rows begin folded, so that the findings have room.
_LOW_BELOW_PX = 620
#: Share of the room that the assessment takes beside the page at least, at most, and below it.
_SHARE, _MOST, _WIDE = 0.46, 0.62, 0.5
#: The same below the reading while a coach corrects it.
_LITTLE = 0.36


class ReviewView(QWidget):
    """Shows one report and takes the coach's decisions about its findings.

    Signals:
        findingOverridden: a decision was made; payload `FindingOverridden`.
        overrideUndone: a decision was taken back; payload `OverrideUndone`.
        actionChosen: a button of the empty, progress or error page; payload `ActionChosen`.
        againWanted: the review should be made again with the coach's corrections.
    """

    findingOverridden = Signal(object)  # noqa: N815 - Qt signals are camelCase
    overrideUndone = Signal(object)  # noqa: N815 - Qt signals are camelCase
    actionChosen = Signal(object)  # noqa: N815 - Qt signals are camelCase
    againWanted = Signal()  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self,
        theme: ThemeKeeper,
        store: OverrideStore,
        corrections: CorrectionStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: Presenter | None = None
        self._display: ReportDisplay | None = None
        self._book = OverrideBook(store, self)
        self._corrections = CorrectionBook(corrections, self._book.undo_stack, self)
        self._document = DocumentPane(theme, self._corrections, self)
        self._assessment = AssessmentPane(theme, self)
        self._state = StatePage(self)
        self._is_split_by_hand = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._join()
        self._add_shortcuts()
        self.show_empty()

    # -- states ------------------------------------------------------------------------------

    def show_review(
        self,
        report: Report,
        source: bytes | None,
        overrides: Overrides,
        corrections: Corrections = (),
    ) -> None:
        """Show a report beside its file.

        Args:
            report: the finished review.
            source: the file's bytes for the page view; None when they are not at hand.
            overrides: the decisions kept for this review, by finding key.
            corrections: what the coach said of the reading of this content.
        """
        self._book.load(overrides)
        self._corrections.load(corrections)
        self._presenter = Presenter(report, self.tr)
        self._document.show_report(report, source)
        low = _LOW_BELOW_PX * self._theme.theme.text_factor
        self._assessment.scores.set_folded(folded=self.window().height() < low)
        self._refresh(fresh=True)
        if self._display is not None:
            self._document.find_words(self._display.cards)
            announce(self, f"{self._display.file_name}: {self._display.spoken}")
        self._stack.setCurrentWidget(self._splitter)
        self._arrange()

    def show_empty(self) -> None:
        """Say what this place is for."""
        text = self.tr("Drop a resume anywhere in the window to see its review here.")
        self.show_words(StateWords(self.tr("No review open"), text))

    def show_words(self, words_: StateWords) -> None:
        """Show a state instead of a review: empty, or an error with its actions and code."""
        self._presenter = self._display = None
        self._state.show_words(words_)
        if words_.code:
            announce(self, f"{words_.title}. {words_.text}")
        self._stack.setCurrentWidget(self._state)

    def show_progress(self, stage: str, step: int, steps: int) -> None:
        """Show a review under way; `stage` in words, `step` counts from 1."""
        self._state.show_progress(stage, step, steps)
        self._stack.setCurrentWidget(self._state)

    @property
    def undo_stack(self) -> QUndoStack:
        """The decisions that can be taken back, for an Edit menu."""
        return self._book.undo_stack

    def select(self, finding_id: str) -> None:
        """Choose a finding in the list and on the page."""
        self._assessment.choose(finding_id)

    def take_focus(self) -> bool:
        """Give the keyboard to the findings; False while no review is shown."""
        if self._stack.currentWidget() is not self._splitter:
            return False
        if self._document.is_correcting:
            self._document.current_view().setFocus()
        else:
            self._assessment.take_focus()
        return True

    def set_single_keys(self, *, enabled: bool) -> None:
        """Let A, D and R act on the chosen card, or not (WCAG 2.1.4)."""
        self._assessment.findings.view.set_single_keys(enabled=enabled)

    # -- making ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._splitter.addWidget(self._document)
        self._splitter.addWidget(self._assessment)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._document.setMinimumSize(300, 160)
        self._assessment.setMinimumSize(360, 160)
        self._stack.addWidget(self._state)
        self._stack.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _join(self) -> None:
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._document.againWanted.connect(self.againWanted)
        self._document.viewChanged.connect(self._arrange)
        self._document.findingPicked.connect(self._on_document_finding_picked)
        self._assessment.findingPicked.connect(self._on_assessment_finding_picked)
        self._assessment.linePicked.connect(self._on_line_picked)
        self._assessment.findings.view.noteWritten.connect(self._on_note_written)
        self._assessment.actionChosen.connect(self._on_card_action_chosen)
        self._assessment.findings.listed.connect(self._on_findings_listed)
        self._book.findingOverridden.connect(self._on_book_overridden)
        self._book.overrideUndone.connect(self._on_book_undone)
        self._state.actionChosen.connect(self.actionChosen)

    def _add_shortcuts(self) -> None:
        for keys, action in (
            ("Alt+Down", self._on_next_wanted),
            ("Alt+Up", self._on_previous_wanted),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _key_action(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does here; keys that would do nothing are left to the window."""
        stack, standard = self._book.undo_stack, QKeySequence.StandardKey
        if event.matches(standard.Undo) and stack.canUndo():
            return stack.undo
        if event.matches(standard.Redo) and stack.canRedo():
            return stack.redo
        if event.key() == Qt.Key.Key_F6 and self._is_document_focused():
            return self._assessment.take_focus
        return None

    def event(self, event: QEvent) -> bool:
        """Claim undo, redo and F6 before the window's own shortcuts, where they mean something."""
        is_key = event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and self._key_action(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt override
        """Do what the key means here."""
        action = self._key_action(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Put the cards under the page in a narrow window."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.window().width() < NARROW_BELOW_PX
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() != wanted:
            self._splitter.setOrientation(wanted)
            self._is_split_by_hand = False
        wide = narrow and self._assessment.fits_wide(self.width())
        self._assessment.set_wide(wide=wide)
        self._assessment.show_all()
        if not self._is_split_by_hand:
            self._share_room(wide=wide)

    def _share_room(self, *, wide: bool) -> None:
        """Give the assessment what its rows need and the page the rest, until a hand decides."""
        if self._splitter.orientation() is Qt.Orientation.Vertical:
            room = self.height()
            if self._document.is_correcting:  # a form needs more room than a page to look at
                mine = self._assessment.fit_in(round(room * _LITTLE))
                self._splitter.setSizes([room - mine, mine])
                return
            least = min(self._assessment.least_height(), room - self._document.minimumHeight())
            mine = max(round(room * (_WIDE if wide else _MOST)), least)
        else:
            room = self.width()
            needed = max(self._assessment.scores.needed_width(), round(room * _SHARE))
            mine = min(needed, round(room * _MOST))
        self._splitter.setSizes([room - mine, mine])

    def _on_splitter_moved(self) -> None:
        self._is_split_by_hand = True

    # -- linking -----------------------------------------------------------------------------

    def _refresh(self, *, fresh: bool = False) -> None:
        if self._presenter is not None:
            self._display = self._presenter.display(self._book.overrides)
            self._assessment.show_display(self._display, fresh=fresh)

    def _card(self, finding_id: str) -> FindingCard | None:
        cards = self._display.cards if self._display else ()
        return next((card for card in cards if card.finding_id == finding_id), None)

    def _on_findings_listed(self, cards: tuple[FindingCard, ...]) -> None:
        self._document.show_cards(cards)

    def _on_document_finding_picked(self, picked: FindingPicked) -> None:
        self._assessment.choose(picked.finding_id)

    def _on_assessment_finding_picked(self, picked: FindingPicked) -> None:
        self._document.select(picked.finding_id)

    def _on_line_picked(self, picked: LinePicked) -> None:
        self._document.go_to_line(picked.line)

    def _on_next_wanted(self) -> None:
        self._assessment.findings.view.step(1)

    def _on_previous_wanted(self) -> None:
        self._assessment.findings.view.step(-1)

    def _is_document_focused(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and self._document.isAncestorOf(focused)

    # -- decisions ---------------------------------------------------------------------------

    def _on_card_action_chosen(self, action: CardAction) -> None:
        card = self._card(action.finding_id)
        if card is None:
            return
        if action.verb is CardVerb.COPY:
            QGuiApplication.clipboard().setText(card.copy_text)
        elif action.verb is CardVerb.RAISE:
            self._book.raise_up(card.key)
        elif action.verb is CardVerb.KEEP:
            self._book.reopen(card.key)
        else:
            self._ask_reason(card)

    def _on_note_written(self, written: NoteWritten) -> None:
        if card := self._card(written.finding_id):
            self._book.annotate(card.key, written.note)

    def _ask_reason(self, card: FindingCard) -> None:
        reasons = {name: self.tr(text) for name, text in words.REASONS.items()}
        dialog = DismissDialog(card.key, card.message, reasons, self)
        dialog.reasonGiven.connect(self._on_reason_given)
        dialog.open()

    def _on_reason_given(self, given: ReasonGiven) -> None:
        self._book.dismiss(given.key, given.reason, given.note)

    def _on_book_overridden(self, payload: FindingOverridden) -> None:
        self._refresh()
        self.findingOverridden.emit(payload)

    def _on_book_undone(self, payload: OverrideUndone) -> None:
        self._refresh()
        self.overrideUndone.emit(payload)
