"""The queue and the lists on Home: new files in sight, failures told first, no false "nothing"."""

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.intake.queue_item import QueueItem, Station
from desktop.paths import AppPaths
from desktop.shell.rail import Place
from desktop.storage.opening import Opened, open_library
from tests.support.qt_program import all_at, running, write_resume

WAIT_MS = 10_000


def words(widget: QWidget) -> str:
    """Return what the labels under a widget say."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def dialog(program: Program) -> QMessageBox:
    """Return the open message."""
    return next(box for box in program.window.findChildren(QMessageBox) if box.isVisible())


def press(box: QMessageBox, text: str) -> None:
    """Press a button of a message."""
    next(button for button in box.buttons() if button.text() == text).click()


def fail_one(qtbot: QtBot, program: Program, folder: Path) -> None:
    """Let a file fail."""
    program.intake.add_paths([write_resume(folder, "bad.txt", "fail scanned")])
    qtbot.waitUntil(lambda: all_at(program, Station.FAILED), timeout=WAIT_MS)
    program.window.go_to(Place.HOME)


def test_a_new_file_is_in_sight_below_hundreds_of_old_ones(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """The list scrolls to what was added, and to what begins to run."""
    with running(qapp, paths) as program:
        model, shown = program.intake.model, program.window.pages.home.queue.list
        model.add(QueueItem(f"old{n}", f"{n}.txt", "", Station.DONE) for n in range(300))
        model.add([QueueItem("new", "new.txt", "", Station.WAITING)])
        QApplication.processEvents()
        area = shown.viewport().rect()
        assert area.intersects(shown.visualRect(model.index(300)))
        shown.scrollToTop()
        item = model.get("new")
        assert item is not None
        model.put(item.at(Station.REVIEWING))
        assert area.intersects(shown.visualRect(model.index(300)))


def test_a_failed_row_tells_its_reason_and_is_removed_with_delete(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Enter shows reason and code and runs nothing; Delete takes the row off the list."""
    with running(qapp, paths) as program:
        fail_one(qtbot, program, tmp_path)
        shown = program.window.pages.home.queue.list
        shown.setCurrentIndex(program.intake.model.index(0))
        qtbot.keyClick(shown, Qt.Key.Key_Return)
        box = dialog(program)
        assert box.text() == "bad.txt"
        assert "Code: scanned" in box.informativeText()
        press(box, "Close")
        assert all_at(program, Station.FAILED)
        delete = QKeySequence("Del")
        next(action for action in shown.actions() if action.shortcut() == delete).trigger()
        assert program.intake.model.rowCount() == 0


def test_needs_attention_tells_the_reason_before_anything_runs(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """A press shows reason and code; only "Try again" queues the file."""
    with running(qapp, paths) as program:
        fail_one(qtbot, program, tmp_path)
        attention = program.window.pages.home.attention
        qtbot.waitUntil(lambda: bool(attention.findChildren(QPushButton)), timeout=WAIT_MS)
        lines = attention.findChildren(QPushButton)
        lines[0].click()
        assert "Code: scanned" in dialog(program).informativeText()
        assert all_at(program, Station.FAILED)
        with qtbot.waitSignal(program.intake.model.stationChanged, timeout=WAIT_MS):
            press(dialog(program), "Try again")
        qtbot.waitUntil(lambda: all_at(program, Station.FAILED), timeout=WAIT_MS)


def test_nothing_is_called_empty_before_the_library_has_answered(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """A slow library is said to be opening; only its answer may be "none"."""
    go_on = threading.Event()

    def slow(where: AppPaths) -> Opened:
        go_on.wait(WAIT_MS / 1000)
        return open_library(where)

    with running(qapp, paths, opener=slow) as program:
        home, history = program.window.pages.home, program.window.pages.history
        qtbot.waitUntil(lambda: "Opening your library" in words(home.recent), timeout=WAIT_MS)
        assert "appear here" not in words(home.recent)
        assert "Nothing" not in words(home.attention)
        program.window.refresh()
        program.window.go_to(Place.HISTORY)
        assert "No reviews yet" not in words(history)
        go_on.set()
        qtbot.waitUntil(lambda: "appear here" in words(home.recent), timeout=WAIT_MS)
        qtbot.waitUntil(lambda: "No reviews yet" in words(history), timeout=WAIT_MS)
        assert "Opening" not in words(home.recent)
