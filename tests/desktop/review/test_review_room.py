"""The review view in small and large rooms, in other palettes, and without a full review."""

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QWidget,
)

from desktop.review.events import ActionChosen
from desktop.review.report import Report
from desktop.review.state_page import StateAction, StateWords
from desktop.widgets.style import DARK, HIGH_CONTRAST, Theme
from desktop.widgets.theme import dress
from tests.support.reports import Sample, many_findings_wire
from tests.support.review_room import Room

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


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


def test_choosing_a_finding_about_hidden_text_shows_its_box(room: Room, sample: Sample) -> None:
    """The dashed box on page 2 comes into view although the finding has no line."""
    wire = sample.wire()
    wire["review"]["findings"][0].update(rule="hidden-text", evidence=[])
    room.view.show_review(Report.from_wire(wire), sample.pdf, {})
    page = room.view._document.page_view
    before = page.verticalScrollBar().value()
    room.view.select("f1")
    assert page.verticalScrollBar().value() > before


def test_rows_are_never_squeezed_by_large_text(room: Room, report: Report, sample: Sample) -> None:
    """Unfolded in the smallest window they scroll; with room for all of them they do not."""
    panel = room.view._assessment.scores
    assert panel._scroller.verticalScrollBar().maximum() == 0
    room.keeper.change(Theme(text_factor=1.5))
    room.view.resize(960, 560)
    room.view.show_review(report, sample.pdf, {})
    panel.set_folded(folded=False)
    QApplication.processEvents()
    for row in panel._rows.values():
        assert row.height() >= row.sizeHint().height()
    room.keeper.change(Theme())
