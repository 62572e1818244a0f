"""The review view joins page, text, list and scores, and takes decisions with undo."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ai_agents.vocabulary import Dimension
from desktop.feedback.dismiss_dialog import DismissDialog
from desktop.feedback.overrides import (
    DismissReason,
    FindingOverridden,
    Override,
    OverrideState,
    OverrideUndone,
)
from desktop.review.events import ActionChosen
from desktop.review.finding_filter import FindingFilter, StateFilter
from desktop.review.report import Report
from desktop.review.review_view import NARROW_BELOW_PX, ReviewView
from desktop.review.state_page import StateAction, StateWords
from desktop.widgets.style import DARK, HIGH_CONTRAST, Theme
from desktop.widgets.theme import ThemeKeeper, dress
from tests.support.override_store import FakeOverrideStore
from tests.support.reports import Sample, many_findings_wire, text_wire
from tests.support.widgets import delete_now

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@dataclass
class Room:
    """A review view and what it stands on."""

    view: ReviewView
    store: FakeOverrideStore
    keeper: ThemeKeeper
    bot: QtBot

    @property
    def listed(self) -> list[int]:
        """The numbers in the list."""
        return [card.number for card in self.view._assessment.findings.view.cards()]

    @property
    def marked(self) -> set[int]:
        """The numbers on the pages."""
        return {mark.number for mark in self.view._document.page_view._marking.marks}

    @property
    def chosen(self) -> int | None:
        """The number of the open card."""
        card = self.view._assessment.findings.view.chosen()
        return card.number if card else None

    def key(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        self.bot.keyClick(self.view._assessment.findings.view, key)

    def dialog(self) -> DismissDialog:
        """Return the dialog that is open."""
        (dialog,) = self.view.findChildren(DismissDialog)
        return dialog


@pytest.fixture
def room(qtbot: QtBot, keeper: ThemeKeeper, sample: Sample, report: Report) -> Iterator[Room]:
    """Return a view that shows the sample at 1366 × 768."""
    store = FakeOverrideStore()
    view = ReviewView(keeper, store)
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    view.show_review(report, sample.pdf, {})
    yield Room(view, store, keeper, qtbot)
    delete_now(view)


def test_everything_open_is_listed_and_marked(room: Room) -> None:
    """The list shows all open findings, the pages those that have a place."""
    assert room.listed == list(range(1, 12))
    assert room.marked == set(range(1, 10))


def test_alt_down_and_up_walk_through_page_and_list(room: Room) -> None:
    """The keyboard goes to the next and the previous finding from anywhere in the view."""
    page = room.view._document.page_view
    page.setFocus()
    for _ in range(3):
        room.view._on_next_wanted()
    assert room.chosen == 3
    assert page._marking.selected == "f3"
    room.view._on_previous_wanted()
    assert room.chosen == 2


def test_clicking_the_page_chooses_the_card(room: Room) -> None:
    """A mark leads to its card, also when a filter hides it."""
    room.view._assessment.findings.set_filter(FindingFilter(dimension=Dimension.FORMAT))
    room.view.select("f5")
    assert room.view._assessment.findings.view.chosen_id() == "f5"


def test_filters_hold_for_list_and_page(room: Room) -> None:
    """What is not listed is not marked."""
    room.view._assessment.findings.set_filter(FindingFilter(dimension=Dimension.TONE))
    assert room.listed == [5, 6, 7]
    assert room.marked == {5, 6, 7}


def test_dismissing_asks_for_a_reason_and_can_be_undone(room: Room) -> None:
    """D, a reason, Enter: kept, out of the list, the score unmoved; undo brings it back."""
    score = room.view._assessment.scores._score.text()
    room.view.select("f1")
    room.key(Qt.Key.Key_D)
    dialog = room.dialog()
    dialog.choose(DismissReason.INTENDED)
    dialog.note.setText("client's wish")
    with room.bot.waitSignal(room.view.findingOverridden) as signal:
        dialog.accept()
    kept = Override(
        "duty-phrase-001", OverrideState.DISMISSED, DismissReason.INTENDED, "client's wish"
    )
    assert signal.args == [FindingOverridden("duty-phrase-001", kept)]
    assert room.store.kept == {"duty-phrase-001": kept}
    assert 2 not in room.listed
    assert room.chosen == 3, "the place goes to the next finding"
    assert room.view._assessment.scores._score.text() == score
    with room.bot.waitSignal(room.view.overrideUndone) as undone:
        room.view.undo_stack.undo()
    assert undone.args == [OverrideUndone("duty-phrase-001", None)]
    assert 2 in room.listed
    assert room.store.kept == {}


def test_cancelling_the_dialog_changes_nothing(room: Room) -> None:
    """Escape is no decision."""
    room.view.select("f1")
    room.key(Qt.Key.Key_D)
    room.dialog().reject()
    assert room.store.kept == {}


def test_raise_and_keep_by_key(room: Room) -> None:
    """R raises, A takes it back; each is one step of undo."""
    room.view.select("f2")
    room.key(Qt.Key.Key_R)
    assert room.store.kept["bullet-unquantified-002"].state is OverrideState.RAISED
    room.key(Qt.Key.Key_A)
    assert room.store.kept == {}
    assert room.view.undo_stack.count() == 2


def test_single_keys_can_be_switched_off(room: Room) -> None:
    """Letters do nothing then (WCAG 2.1.4)."""
    room.view.set_single_keys(enabled=False)
    room.view.select("f2")
    room.key(Qt.Key.Key_R)
    assert room.store.kept == {}


def test_copy_takes_the_chosen_card(room: Room) -> None:
    """Ctrl+C in the list copies the finding's text."""
    room.view.select("f1")
    view = room.view._assessment.findings.view
    room.bot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("2. This line describes a duty")


def test_kept_decisions_are_there_again(room: Room, report: Report, sample: Sample) -> None:
    """A re-run with the same keys shows what was decided before."""
    key = "duty-phrase-001"
    kept = {key: Override(key, OverrideState.DISMISSED, DismissReason.WRONG)}
    room.view.show_review(report, sample.pdf, kept)
    assert 2 not in room.listed
    room.view._assessment.findings.set_filter(FindingFilter(state=StateFilter.DISMISSED))
    assert room.listed == [2]


def test_a_dimension_opens_its_arithmetic_and_leads_to_its_findings(room: Room) -> None:
    """From the row to the sum, from the sum to the list."""
    pane = room.view._assessment
    pane.scores._rows[Dimension.TONE].click()
    assert pane.tabs.currentWidget() is pane.arithmetic
    button = next(
        b for b in pane.arithmetic.findChildren(QPushButton) if b.text() == "List these findings"
    )
    button.click()
    assert pane.tabs.currentWidget() is pane.findings
    assert room.listed == [5, 6, 7]


def test_a_deduction_leads_to_its_finding(room: Room) -> None:
    """The number beside a deduction opens the card."""
    pane = room.view._assessment
    pane.scores._rows[Dimension.TONE].click()
    numbers = [b for b in pane.arithmetic.findChildren(QPushButton) if b.text() == "7"]
    numbers[0].click()
    assert room.chosen == 7


def test_a_file_without_pages_shows_its_text(room: Room) -> None:
    """A DOCX has no page tab; the text view carries the numbers and answers clicks."""
    room.view.show_review(Report.from_wire(text_wire()), None, {})
    document = room.view._document
    assert not document._tabs.isTabVisible(0)
    assert document.current_view() is document.text_view
    block = document.text_view.document().findBlockByNumber(7)
    rect = document.text_view.document().documentLayout().blockBoundingRect(block)
    place = QPoint(120, round(rect.center().y()))
    room.bot.mouseClick(document.text_view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.chosen == 2
    assert "a duty, not a result" in document.text_view.accessibleDescription()


def test_a_parser_row_leads_to_its_line(room: Room) -> None:
    """From what a parser sees back to the page."""
    document = room.view._document
    document._tabs.setCurrentIndex(2)
    links = [b for b in document.parser_view.findChildren(QPushButton) if b.text() == "lines 17–19"]
    links[0].click()
    assert document.current_view() is document.page_view
    assert document.page_view.verticalScrollBar().value() > 0


def test_a_narrow_window_puts_the_cards_under_the_page(room: Room) -> None:
    """Below 1100 pixels the split turns; above it turns back."""
    room.view.resize(1024, 640)
    assert room.view._splitter.orientation() == Qt.Orientation.Vertical
    assert room.view._assessment.findings.view.viewport().height() > 60
    room.view.resize(NARROW_BELOW_PX + 100, 700)
    assert room.view._splitter.orientation() == Qt.Orientation.Horizontal


def test_f6_leads_from_the_page_to_the_findings(room: Room) -> None:
    """F6 goes to the list; from there it is the window's, which leads back to its rail."""
    page, findings = room.view._document.page_view, room.view._assessment.findings.view
    page.setFocus()
    room.bot.keyClick(page, Qt.Key.Key_F6)
    assert room.view.focusWidget() is findings
    room.bot.keyClick(findings, Qt.Key.Key_F6)
    assert room.view.focusWidget() is findings


def test_undo_here_comes_before_undo_of_the_window(room: Room) -> None:
    """The window's same keys are not ambiguous; it gets them when nothing is left to undo."""
    window_did: list[str] = []
    for keys in ("Ctrl+Z", "Ctrl+0"):
        shortcut = QShortcut(QKeySequence(keys), room.view.window())
        shortcut.activated.connect(lambda keys=keys: window_did.append(keys))
    room.view.activateWindow()
    room.view.select("f2")
    room.key(Qt.Key.Key_R)
    findings, page = room.view._assessment.findings.view, room.view._document.page_view
    findings.setFocus()
    room.bot.keyClick(findings, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.store.kept == {}
    assert window_did == []
    room.bot.keyClick(findings, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window_did == ["Ctrl+Z"]
    page.setFocus()
    page.zoom_by(2)
    zoom = page.turned.zoom
    room.bot.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.turned.zoom < zoom
    assert window_did == ["Ctrl+Z"]


def _is_own(widget: QWidget) -> bool:
    """Whether the widget is one of ours, not a part Qt builds inside its own."""
    return not widget.objectName().startswith("qt_") and not (
        isinstance(widget, QToolButton) and isinstance(widget.parent(), QTabBar)
    )


def _spoken(widget: QWidget) -> str:
    """Return the words a screen reader finds for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def test_every_control_has_a_name(room: Room) -> None:
    """Everything that takes the focus or a click has words, hidden or not, in every state."""
    room.view._assessment.scores._rows[Dimension.TONE].click()
    room.view.select("f1")
    room.key(Qt.Key.Key_R)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QTextEdit, QAbstractScrollArea)
    for widget in room.view.findChildren(QWidget):
        is_control = isinstance(widget, kinds) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_control and _is_own(widget):
            assert _spoken(widget), widget
    names = [_spoken(button) for button in room.view.findChildren(QToolButton) if _is_own(button)]
    assert {"Zoom in", "Zoom out", "Fit width", "Copy finding"} <= set(names)


def test_controls_that_look_alike_have_different_names(room: Room) -> None:
    """Two filters or two buttons of one bar are never called the same."""
    for kind in (QComboBox, QToolButton):
        widgets = room.view.findChildren(kind)
        names = [_spoken(widget) for widget in widgets if _is_own(widget) and widget.isVisible()]
        assert len(names) == len(set(names))


def test_a_note_is_kept_on_a_decided_finding(room: Room) -> None:
    """What is typed into a raised card is kept, is shown again, and can be undone."""
    room.view.select("f1")
    room.key(Qt.Key.Key_R)
    (note,) = room.view.findChildren(QLineEdit)
    note.setFocus()
    room.bot.keyClicks(note, "Ask about dates")
    room.bot.keyClick(note, Qt.Key.Key_Return)
    room.bot.waitUntil(
        lambda: [kept.note for kept in room.store.kept.values()] == ["Ask about dates"]
    )
    card = room.view._assessment.findings.view.chosen()
    assert card is not None
    assert (card.state, card.note) == (OverrideState.RAISED, "Ask about dates")
    room.view.undo_stack.undo()
    assert [kept.note for kept in room.store.kept.values()] == [""]


def test_a_note_is_not_lost_when_another_card_is_chosen(room: Room) -> None:
    """Leaving the field by choosing another finding keeps what was typed."""
    room.view.select("f1")
    room.key(Qt.Key.Key_R)
    (note,) = room.view.findChildren(QLineEdit)
    note.setFocus()
    room.bot.keyClicks(note, "Later")
    room.view.select("f2")
    room.bot.waitUntil(lambda: [kept.note for kept in room.store.kept.values()] == ["Later"])


def test_a_file_that_is_gone_is_said(room: Room, report: Report) -> None:
    """A stored review without its file shows the text and says why there is no page."""
    room.view.show_review(report, None, {})
    document = room.view._document
    assert document._gone.isVisible()
    assert "no longer" in document._gone.text()
    assert document.current_view() is document.text_view


def test_the_rows_have_room_at_the_usual_width(room: Room) -> None:
    """At 1366 pixels the band's word, the bar and the count stand beside each other uncut."""
    scores = room.view._assessment.scores
    for width in (1366, 1234, 1100):
        room.view.resize(width, 768)
        assert scores.width() >= scores.needed_width()


def test_a_split_made_by_hand_stays(room: Room) -> None:
    """Once the coach has moved the handle, resizing does not move it back."""
    splitter = room.view._splitter
    splitter.moveSplitter(500, 1)
    room.view.resize(1360, 760)
    assert abs(splitter.sizes()[0] - 500) < 20


def test_large_text_folds_the_rows_of_a_low_window(
    room: Room, report: Report, sample: Sample
) -> None:
    """At double size the findings keep the room; nothing is squeezed."""
    room.keeper.change(Theme(text_factor=2.0))
    room.view.show_review(report, sample.pdf, {})
    assert room.view._assessment.scores.folded
    room.keeper.change(Theme())


def _tab_stops(start: QWidget, count: int) -> list[QWidget]:
    """Return the next widgets the Tab key reaches."""
    found, widget = [], start.nextInFocusChain()
    while len(found) < count and widget is not start:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_tab_goes_in_reading_order(room: Room) -> None:
    """From the scores' heading through the eight rows; from the list into the open card."""
    pane = room.view._assessment
    rows = list(pane.scores._rows.values())
    assert _tab_stops(pane.scores._fold, 8) == rows
    after = _tab_stops(rows[-1], 20)
    panel = pane.findings
    order = [pane.tabs.tabBar(), panel._kind, panel._order, panel.view]
    assert [stop for stop in after if stop in order] == order
    room.view.select("f1")
    view = pane.findings.view
    assert view._open is not None
    card = view._open[1]
    assert all(card.isAncestorOf(stop) for stop in _tab_stops(view, 4))


def test_the_focus_is_seen_wherever_it_is(room: Room, qapp: QApplication) -> None:
    """Every stop of the Tab key looks different while it has the focus (WCAG 2.4.7)."""
    room.view.select("f1")
    room.view.activateWindow()
    room.bot.waitUntil(lambda: 1 in room.view._document.page_view.source.cached_pages())
    for stop in {id(w): w for w in _tab_stops(room.view, 40)}.values():
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if qapp.focusWidget() is not stop:  # a row may be the proxy of another
            continue
        seen = stop.grab().toImage()
        stop.clearFocus()
        assert seen != stop.grab().toImage(), stop


def test_the_smallest_window_has_room(room: Room) -> None:
    """In 1024 × 640, less rail, heading and status bar, nothing is pushed out of the window."""
    room.view.resize(1024, 640)
    smallest = room.view.minimumSizeHint()
    assert smallest.width() <= 940
    assert smallest.height() <= 540


def test_two_hundred_findings_stay_quick(room: Room, sample: Sample) -> None:
    """Long lists are one model, not two hundred widgets."""
    room.view.show_review(Report.from_wire(many_findings_wire(200)), sample.pdf, {})
    assert len(room.listed) == 200
    view = room.view._assessment.findings.view
    assert len(view.viewport().findChildren(QWidget)) < 20
    room.view.select("f150")
    assert room.view._assessment.findings.view.chosen_id() == "f150"
    assert not room.view.grab().isNull()


@pytest.mark.parametrize("palette", [DARK, HIGH_CONTRAST], ids=lambda p: p.scheme.value)
def test_the_theme_can_change_while_a_review_is_open(
    room: Room, qapp: QApplication, palette: object
) -> None:
    """Every part is drawn anew, twice as large, without a warning."""
    room.view.select("f1")
    theme = Theme(palette=palette, text_factor=2.0)  # type: ignore[arg-type]
    dress(qapp, theme)
    qapp.setProperty("dressed", theme)
    room.keeper.change(theme)
    assert room.chosen == 2
    assert not room.view.grab().isNull()


def test_a_partial_review_says_so(room: Room, sample: Sample) -> None:
    """The banner is seen only when there is something to say."""
    banner = room.view._assessment.scores._banner
    assert banner.isHidden()
    wire = sample.wire()
    wire["review"]["partial"] = True
    room.view.show_review(Report.from_wire(wire), sample.pdf, {})
    assert not banner.isHidden()
    assert "not assessed" in banner.text()


def test_states_have_words_and_an_action(room: Room) -> None:
    """Empty, error and progress each replace the review, and their buttons are told."""
    room.view.show_empty()
    assert room.view._stack.currentWidget() is room.view._state
    retry = StateAction("retry", "Try again")
    words = StateWords("The file is locked", "Nothing is lost.", (retry,), "RC-0007")
    room.view.show_words(words)
    (button,) = [b for b in room.view._state.findChildren(QPushButton) if b.text() == "Try again"]
    with room.bot.waitSignal(room.view.actionChosen) as signal:
        button.click()
    assert signal.args == [ActionChosen("retry")]


def test_progress_is_quiet_at_first_and_then_in_words(room: Room) -> None:
    """Nothing flashes for a fast review; a slow one names its stage and can be cancelled."""
    room.view.show_progress("Reading", 1, 8)
    state = room.view._state
    assert state._progress.isHidden()
    state._on_show_timeout()
    assert not state._progress.isHidden()
    room.view.show_progress("Scoring", 6, 8)
    state._on_words_timeout()
    assert state._text.text() == "Step 6 of 8: scoring"
    assert state._progress.value() == 6
    with room.bot.waitSignal(room.view.actionChosen) as signal:
        state._buttons[0].click()
    assert signal.args == [ActionChosen("cancel")]
