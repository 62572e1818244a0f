"""The keyboard: every key of the map does its thing, F6 goes round, Tab reaches everything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.intake.queue_item import Station
from desktop.paths import AppPaths
from desktop.shell.rail import Place
from tests.support.qt_program import all_at, running, write_resume

WAIT_MS = 10_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, paths: AppPaths) -> Iterator[Program]:
    """A program whose window has the keyboard."""
    with running(qapp, paths) as made:
        made.window.activateWindow()
        qtbot.waitUntil(lambda: made.lanes.storage.pending == 0, timeout=WAIT_MS)
        qtbot.waitUntil(made.window.isActiveWindow, timeout=WAIT_MS)
        yield made


def test_the_pages_have_their_numbers(program: Program) -> None:
    """Ctrl+1 to Ctrl+4 follow the rail."""
    for place in (Place.HISTORY, Place.SETTINGS, Place.REVIEW, Place.HOME):
        QTest.keyClick(program.window, Qt.Key(Qt.Key.Key_1.value + int(place)), CTRL)
        assert program.window.pages.place == place
        assert program.window.rail.button(place).isChecked()


def test_find_goes_to_the_search_field(program: Program) -> None:
    """From any page."""
    QTest.keyClick(program.window, Qt.Key.Key_F, CTRL)
    assert program.window.pages.place == Place.HISTORY
    assert program.window.pages.history.search.hasFocus()


def test_text_grows_shrinks_and_comes_back(program: Program) -> None:
    """Ctrl with plus, minus and zero, applied and kept at once."""
    settings = program.window._with.settings
    for key, size in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Minus, 100), (Qt.Key.Key_Minus, 90)):
        QTest.keyClick(program.window, key, CTRL)
        assert settings.get("text_size_percent") == size
    QTest.keyClick(program.window, Qt.Key.Key_0, CTRL)
    assert settings.get("text_size_percent") == 100


def test_f6_goes_from_the_rail_to_the_page_and_back(program: Program) -> None:
    """Whatever page is shown."""
    window = program.window
    for place in (Place.HOME, Place.HISTORY, Place.SETTINGS):
        window.go_to(place)
        window.rail.button(place).setFocus()
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        assert focused is not None
        assert window.pages.isAncestorOf(focused)
        QTest.keyClick(window, Qt.Key.Key_F6)
        assert window.rail.button(place).hasFocus()


def test_f6_stops_at_both_parts_of_a_review(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    """Rail, page of the resume, assessment, rail again."""
    program.intake.add_paths([write_resume(tmp_path, "a.txt", "a" * 130)])
    qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
    window = program.window
    rail = window.rail.button(Place.REVIEW)
    rail.setFocus()
    seen: list[QWidget] = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        assert focused is not None
        seen.append(focused)
    assert seen[2] is rail
    assert len(set(seen)) == 3


def test_tab_reaches_every_button_of_home_in_order(program: Program) -> None:
    """Left to right, top to bottom, starting with the first action."""
    window = program.window
    window.rail.button(Place.HOME).setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    texts = []
    for _ in range(3):
        focused = window.focusWidget()
        texts.append(getattr(focused, "text", str)())
        QTest.keyClick(window, Qt.Key.Key_Tab)
    assert texts == ["Choose files", "Paste text", "Try a sample"]


def test_no_key_has_two_meanings(program: Program) -> None:
    """Qt calls neither of two shortcuts that share a key."""
    keys = [
        shortcut.key().toString()
        for shortcut in program.window.findChildren(QShortcut)
        if shortcut.context() == Qt.ShortcutContext.WindowShortcut
    ]
    assert len(keys) == len(set(keys))


def test_export_without_a_review_says_what_is_missing(program: Program) -> None:
    """Ctrl+E never does nothing."""
    QTest.keyClick(program.window, Qt.Key.Key_E, CTRL)
    assert "Open a review first" in program.window.toast.text
