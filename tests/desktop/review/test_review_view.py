"""The review view joins page, text, list and scores, and takes decisions with undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
)

from ai_agents.vocabulary import Dimension
from desktop.feedback.overrides import (
    DismissReason,
    FindingOverridden,
    Override,
    OverrideState,
    OverrideUndone,
)
from desktop.review.finding_filter import FindingFilter, StateFilter
from desktop.review.report import Report
from desktop.review.review_view import NARROW_BELOW_PX
from tests.support.reports import Sample, text_wire
from tests.support.review_room import Room

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


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
    fields = document.parser_view.fields
    next(b for b in fields.findChildren(QPushButton) if b.text() == "lines 17–19").click()
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


def test_a_note_is_kept_on_a_decided_finding(room: Room) -> None:
    """What is typed into a raised card is kept, is shown again, and can be undone."""
    room.view.select("f1")
    room.key(Qt.Key.Key_R)
    (note,) = room.view._assessment.findChildren(QLineEdit)
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
    (note,) = room.view._assessment.findChildren(QLineEdit)
    note.setFocus()
    room.bot.keyClicks(note, "Later")
    room.view.select("f2")
    room.bot.waitUntil(lambda: [kept.note for kept in room.store.kept.values()] == ["Later"])
