"""The whole way through the window, with a fake reviewer child and the real library."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.intake.queue_item import Station
from desktop.paths import AppPaths
from desktop.policy import Policies, Policy
from desktop.shell.rail import Place
from tests.support.qt_program import ROOT, all_at, running, write_resume

WAIT_MS = 10_000


def drop(program: Program, *files: Path) -> None:
    """Drag files over the window and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPoint(5, 5), *keys, Qt.KeyboardModifier.NoModifier)
    program.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    leave = QDropEvent(QPointF(5, 5), *keys, Qt.KeyboardModifier.NoModifier)
    program.window.dropEvent(leave)


def test_a_dropped_file_is_reviewed_shown_and_stored(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """The main job: one drop, and the review is on screen and in the history."""
    with running(qapp, paths) as program:
        drop(program, write_resume(tmp_path, "maya.txt", "x" * 171))
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
        assert program.window.pages.currentIndex() == Place.REVIEW
        item = program.intake.model.items()[0]
        assert item.score == 71.0
        qtbot.waitUntil(lambda: program.window.pages.review.analysis_id == item.analysis_id)
        program.window.go_to(Place.HISTORY)
        qtbot.waitUntil(lambda: program.window.pages.history_model.rowCount() == 1, timeout=WAIT_MS)


def test_the_overlay_says_what_letting_go_would_do(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Files and folders are counted while they hang over the window."""
    (tmp_path / "more").mkdir()
    one = write_resume(tmp_path, "a.txt", "hello")
    with running(qapp, paths) as program:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in (one, tmp_path / "more")])
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        program.window.dragEnterEvent(event)
        assert program.window.overlay.text == "Add 1 file and 1 folder"


def test_a_failed_file_keeps_its_code_and_can_be_tried_again(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """A failure belongs to one file; the queue goes on, and a retry runs."""
    bad = write_resume(tmp_path, "bad.txt", "fail scanned")
    good = write_resume(tmp_path, "good.txt", "y" * 65)
    with running(qapp, paths) as program:
        drop(program, bad, good)
        qtbot.waitUntil(lambda: all_at(program, Station.FAILED, Station.DONE), timeout=WAIT_MS)
        assert program.intake.model.items()[0].error_code == "scanned"
        with qtbot.waitSignal(program.intake.model.stationChanged, timeout=WAIT_MS):
            program.intake.retry_failed()
        qtbot.waitUntil(lambda: all_at(program, Station.FAILED, Station.DONE), timeout=WAIT_MS)


def test_a_child_that_dies_is_one_failed_file(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """The next file gets a new child."""
    first = write_resume(tmp_path, "a.txt", "die")
    second = write_resume(tmp_path, "b.txt", "z" * 65)
    with running(qapp, paths) as program:
        drop(program, first, second)
        qtbot.waitUntil(lambda: all_at(program, Station.FAILED, Station.DONE), timeout=WAIT_MS)
        assert program.intake.model.items()[0].error_code == "reviewer-crashed"


def test_cancel_kills_the_child_within_a_second(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """A stopped review leaves no process behind, and the next file goes on."""
    with running(qapp, paths) as program:
        drop(program, write_resume(tmp_path, "a.txt", "hang"))
        qtbot.waitUntil(
            lambda: bool(i := program.intake.model.items()) and i[0].steps > 0, timeout=WAIT_MS
        )
        child = program.lanes.analysis.child_id
        program.intake.cancel(program.intake.model.items()[0].key)
        qtbot.waitUntil(lambda: not is_running(child), timeout=1000)
        assert all_at(program, Station.STOPPED)
        drop(program, write_resume(tmp_path, "b.txt", "w" * 66))
        qtbot.waitUntil(lambda: all_at(program, Station.STOPPED, Station.DONE), timeout=WAIT_MS)


def is_running(process_id: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").split(") ")[1][0]
    except (FileNotFoundError, ProcessLookupError):  # gone between opening and reading
        return False
    return state != "Z"


def test_a_closed_window_takes_its_queue_up_again(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """What ran and what waited when the window closed is reviewed after the next start."""
    hang = write_resume(tmp_path, "a.txt", "hang")
    wait = write_resume(tmp_path, "b.txt", "v" * 67)
    with running(qapp, paths) as program:
        drop(program, hang, wait)
        qtbot.waitUntil(
            lambda: all_at(program, Station.REVIEWING, Station.WAITING), timeout=WAIT_MS
        )
    hang.unlink()
    wait.unlink()
    with running(qapp, paths) as program:
        qtbot.waitUntil(
            lambda: all_at(program, Station.REVIEWING, Station.WAITING), timeout=WAIT_MS
        )
        program.intake.cancel(program.intake.model.items()[0].key)
        qtbot.waitUntil(lambda: all_at(program, Station.STOPPED, Station.DONE), timeout=WAIT_MS)


def test_the_same_content_is_offered_not_reviewed_twice(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Duplicates are known by content, whatever the name; again means again."""
    with running(qapp, paths) as program:
        drop(program, write_resume(tmp_path, "a.txt", "u" * 70))
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
        drop(program, write_resume(tmp_path, "other-name.txt", "u" * 70))
        qtbot.waitUntil(lambda: all_at(program, Station.DONE, Station.KNOWN), timeout=WAIT_MS)
        program.intake.review_again(program.intake.model.items()[1].key)
        qtbot.waitUntil(lambda: all_at(program, Station.DONE, Station.DONE), timeout=WAIT_MS)


def test_a_review_goes_to_the_trash_and_comes_back(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Delete is undone by the toast's Undo."""
    with running(qapp, paths) as program:
        window = program.window
        drop(program, write_resume(tmp_path, "a.txt", "t" * 70))
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
        window.go_to(Place.HISTORY)
        qtbot.waitUntil(lambda: window.pages.history_model.rowCount() == 1, timeout=WAIT_MS)
        window.pages.history.table.selectRow(0)
        window.pages.history._on_trash()
        qtbot.waitUntil(lambda: window.pages.history_model.rowCount() == 0, timeout=WAIT_MS)
        assert window.toast.undo()
        qtbot.waitUntil(lambda: window.pages.history_model.rowCount() == 1, timeout=WAIT_MS)


def test_pause_holds_the_queue(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Paused files wait; going on reviews them."""
    with running(qapp, paths) as program:
        program.intake.pause(paused=True)
        drop(program, write_resume(tmp_path, "a.txt", "s" * 70))
        qtbot.waitUntil(lambda: all_at(program, Station.WAITING), timeout=WAIT_MS)
        assert "paused" in program.window.status.text
        program.intake.pause(paused=False)
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)


def test_every_control_has_an_accessible_name(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """A screen reader finds words on every button, field and list."""
    with running(qapp, paths) as program:
        for place in Place:
            program.window.go_to(place)
        qtbot.waitUntil(lambda: program.window.pages.review.is_prepared, timeout=WAIT_MS)
        nameless = [
            widget
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for widget in program.window.findChildren(kind)
            if not (widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip())
            and not widget.objectName().startswith("qt_")
            and type(widget).__name__ not in ("QTableCornerButton", "QToolButton")
        ]
        assert nameless == []


def test_a_damaged_library_is_said_in_the_window(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """The window opens, says so, and changes nothing."""
    damaged = b"SQLite format 3\0" + b"no database at all " * 500
    paths.database.write_bytes(damaged)
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: "damaged" in program.window.banner.text, timeout=WAIT_MS)
    assert paths.database.read_bytes() == damaged


def test_a_locked_setting_shows_who_decided(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """The organisation's choice cannot be changed in the window."""
    entries = {
        "Industry": Policy("Industry", "healthcare_nursing"),
        "SupportContact": Policy("SupportContact", "it@example.org"),
    }
    with running(qapp, paths, policies=Policies(paths.config / "p.json", entries)) as program:
        box = program.window.pages.settings_page.box("industry")
        assert not box.isEnabled()
        assert box.currentData() == "healthcare_nursing"
        assert "it@example.org" in box.toolTip()


def test_a_killed_child_between_reviews_is_replaced(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Whatever ends the idle child, the next file gets a new one."""
    with running(qapp, paths) as program:
        drop(program, write_resume(tmp_path, "a.txt", "r" * 80))
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
        os.kill(program.lanes.analysis.child_id, signal.SIGKILL)
        qtbot.waitUntil(lambda: program.lanes.analysis.child_id == 0, timeout=WAIT_MS)
        drop(program, write_resume(tmp_path, "b.txt", "q" * 81))
        qtbot.waitUntil(lambda: all_at(program, Station.DONE, Station.DONE), timeout=WAIT_MS)


def test_the_order_of_the_queue_is_kept(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """What was moved up waits there at the next start as well."""
    files = [write_resume(tmp_path, f"{name}.txt", name * 130) for name in "abc"]
    with running(qapp, paths) as program:
        program.intake.pause(paused=True)
        drop(program, *files)
        qtbot.waitUntil(lambda: all_at(program, *[Station.WAITING] * 3), timeout=WAIT_MS)
        program.intake.move(program.intake.model.items()[2].key, -1)
        program.intake.move(program.intake.model.items()[1].key, -1)
        program.intake.move(program.intake.model.items()[0].key, -1)
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: program.intake.model.rowCount() == 3, timeout=WAIT_MS)
        assert [item.name[0] for item in program.intake.model.items()] == ["c", "a", "b"]


def test_a_failed_file_is_dismissed_from_home_and_comes_back(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """It needs no attention any more, until Undo."""
    with running(qapp, paths) as program:
        drop(program, write_resume(tmp_path, "bad.txt", "fail scanned"))
        qtbot.waitUntil(lambda: all_at(program, Station.FAILED), timeout=WAIT_MS)
        attention = program.window.pages.home.attention

        def buttons() -> list[QPushButton]:
            found = attention.findChildren(QPushButton)
            return [button for button in found if button.text() == "Dismiss"]

        qtbot.waitUntil(lambda: len(buttons()) == 1, timeout=WAIT_MS)
        buttons()[0].click()
        qtbot.waitUntil(lambda: not buttons(), timeout=WAIT_MS)
        assert program.window.toast.undo()
        qtbot.waitUntil(lambda: len(buttons()) == 1, timeout=WAIT_MS)


KILLED_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.paths import app_paths
from tests.support.qt_program import running
app = QApplication([])
with running(app, app_paths(Path(sys.argv[1]))) as program:
    program.intake.add_paths([Path(sys.argv[2])])
    def look():
        if any(item.steps for item in program.intake.model.items()):
            print("reviewing", program.lanes.analysis.child_id, flush=True)
    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    timer.start()
    app.exec()
"""


def test_a_kill_mid_review_loses_nothing(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """The file is in the library before it waits; after kill -9 it is queued at the next start."""
    hang = write_resume(tmp_path, "a.txt", "hang")
    command = [sys.executable, "-c", KILLED_PROGRAM, str(paths.data), str(hang)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as other:
        assert other.stdout is not None
        said = other.stdout.readline().split()
        other.kill()
        other.wait()
    os.kill(int(said[1]), signal.SIGKILL)  # the fake does not watch its parent; the real one does
    hang.unlink()
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: all_at(program, Station.REVIEWING), timeout=WAIT_MS)
        assert program.intake.model.items()[0].name == "a.txt"
