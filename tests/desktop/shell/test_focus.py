"""Where the keyboard is after a page or a review was opened: in it, never left behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.feedback.dismiss_dialog import DismissDialog
from desktop.intake.queue_item import Station
from desktop.paths import AppPaths
from desktop.review.findings_view import FindingsView
from desktop.shell.rail import Place
from tests.support.qt_program import all_at, running, write_resume

WAIT_MS = 10_000
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path) -> Iterator[Program]:
    """A program with one stored review, its window in front, Home on screen."""
    with running(qapp, paths) as made:
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow, timeout=WAIT_MS)
        made.intake.add_paths([write_resume(tmp_path, "maya.txt", "a" * 165)])
        qtbot.waitUntil(lambda: all_at(made, Station.DONE), timeout=WAIT_MS)
        qtbot.waitUntil(lambda: bool(made.window.pages.review.analysis_id), timeout=WAIT_MS)
        made.window.go_to(Place.HOME)
        yield made


def findings(program: Program) -> FindingsView:
    """The list of findings."""
    return program.window.pages.review.view._assessment.findings.view


def test_an_opened_review_has_the_keyboard_in_its_findings(qtbot: QtBot, program: Program) -> None:
    """Alt+Down and D work at once, without a click and without Tab."""
    window = program.window
    stored = window.pages.review.analysis_id
    window.rail.button(Place.HOME).setFocus()
    window.open_review(stored)
    qtbot.waitUntil(lambda: program.lanes.storage.pending == 0, timeout=WAIT_MS)
    assert findings(program).hasFocus()
    first = findings(program).chosen_id()
    assert first is not None
    QTest.keyClick(findings(program), Qt.Key.Key_Down, ALT)
    assert findings(program).chosen_id() is not None
    QTest.keyClick(findings(program), Qt.Key.Key_D)
    (dialog,) = window.pages.review.view.findChildren(DismissDialog)
    dialog.reject()


def test_a_page_that_is_gone_to_takes_the_keyboard(program: Program) -> None:
    """The ring never stays at the rail's button of another page."""
    window = program.window
    window.rail.button(Place.HOME).setFocus()
    for place in (Place.REVIEW, Place.HISTORY, Place.SETTINGS, Place.HOME):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_1.value + int(place)), CTRL)
        page, focused = window.pages.currentWidget(), window.focusWidget()
        assert page is not None
        assert focused is not None
        assert page.isAncestorOf(focused)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert findings(program).hasFocus()


def test_a_button_of_the_rail_keeps_the_keyboard_that_pressed_it(program: Program) -> None:
    """One can walk along the rail and look at every page."""
    button = program.window.rail.button(Place.HISTORY)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert program.window.pages.place == Place.HISTORY
    assert button.hasFocus()


def test_f6_leads_from_the_findings_round_and_back(program: Program) -> None:
    """Findings, rail, document, findings."""
    window = program.window
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    QTest.keyClick(findings(program), Qt.Key.Key_F6)
    assert window.rail.button(Place.REVIEW).hasFocus()
    QTest.keyClick(window.rail.button(Place.REVIEW), Qt.Key.Key_F6)
    focused = window.focusWidget()
    assert focused is not None
    assert window.pages.review.view._document.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_F6)
    assert findings(program).hasFocus()


def test_going_through_pages_leaves_their_parts_alive(program: Program) -> None:
    """Looking for the first stop of a page made the menus of the review's head vanish once."""
    window = program.window
    for _ in range(2):
        for place in Place:
            window.go_to(place)
            QTest.keyClick(window, Qt.Key.Key_F6)
            QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.pages.review.header.copy.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_search_field_leads_to_the_results(qtbot: QtBot, program: Program, key: Qt.Key) -> None:
    """Enter and Down put the keyboard into the list, at a row that Enter opens."""
    window = program.window
    window.focus_search()
    history = window.pages.history
    qtbot.waitUntil(lambda: window.pages.history_model.rowCount() == 1, timeout=WAIT_MS)
    QTest.keyClick(history.search, key)
    assert history.table.hasFocus()
    qtbot.waitUntil(lambda: program.lanes.storage.pending == 0, timeout=WAIT_MS)
    assert history.table.currentIndex().row() == 0
    assert history._count.text() == "1 review"
