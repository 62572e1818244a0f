"""Closing soon after a drop: whatever was handed over is found at the next start."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.paths import AppPaths
from desktop.storage.opening import Opened, open_library
from tests.support.qt_program import ROOT, running, write_resume

WAIT_MS = 10_000


def resumes(folder: Path, count: int) -> list[Path]:
    """Write so many different resumes."""
    folder.mkdir()
    return [write_resume(folder, f"{n:02}.txt", f"resume {n} " * 20) for n in range(count)]


def remove(files: list[Path]) -> None:
    """Take the originals away: only the library's copies can help now."""
    for path in files:
        path.unlink()


def names(program: Program) -> list[str]:
    """Return the names in the queue, in order."""
    return [item.name for item in program.intake.model.items()]


def test_closing_at_once_after_a_drop_keeps_every_file(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Not even the list of files was made when the window closed; the copies are all there."""
    files = resumes(tmp_path / "r", 12)
    with running(qapp, paths) as program:
        program.intake.pause(paused=True)
        program.intake.add_paths(files)
    assert not paths.handed_over.exists()
    remove(files)
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: program.intake.model.rowCount() == 12, timeout=WAIT_MS)
        assert sorted(names(program)) == [path.name for path in files]


def test_closing_while_files_are_copied_keeps_every_file_once(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Those in line are copied after the window is gone; none twice."""
    files = resumes(tmp_path / "r", 12)
    with running(qapp, paths) as program:
        program.intake.pause(paused=True)
        program.intake.add_paths([tmp_path / "r"])
        model = program.intake.model
        qtbot.waitUntil(lambda: any(i.file_id for i in model.items()), timeout=WAIT_MS)
    assert not paths.handed_over.exists()
    remove(files)
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: program.intake.model.rowCount() == 12, timeout=WAIT_MS)
        assert sorted(names(program)) == [path.name for path in files]


def test_files_handed_over_before_the_library_opened_are_kept(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """A slow library opens after the window has gone, and takes them in."""
    files = resumes(tmp_path / "r", 3)
    go_on = threading.Event()

    def slow(where: AppPaths) -> Opened:
        go_on.wait(WAIT_MS / 1000)
        return open_library(where)

    with running(qapp, paths, opener=slow) as program:
        program.intake.pause(paused=True)
        qtbot.waitUntil(lambda: program.lanes.storage.pending > 0, timeout=WAIT_MS)
        program.intake.add_paths(files)
        program.intake.add_text("pasted " * 20)
        threading.Timer(0.2, go_on.set).start()
    remove(files)
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: program.intake.model.rowCount() == 4, timeout=WAIT_MS)


def test_files_of_a_window_closed_before_its_first_paint_are_kept(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """There was no library yet; the files are noted and taken up."""
    files = resumes(tmp_path / "r", 3)
    with running(qapp, paths) as program:
        program.intake.pause(paused=True)
        program.start(files)
    with running(qapp, paths) as program:
        qtbot.waitUntil(
            lambda: sum(bool(i.file_id) for i in program.intake.model.items()) == 3, timeout=WAIT_MS
        )
    assert not paths.handed_over.exists()


KILLED = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.paths import app_paths
from tests.support.qt_program import running
app = QApplication([])
with running(app, app_paths(Path(sys.argv[1])), opener=lambda paths: time.sleep(60)) as program:
    program.intake.pause(paused=True)
    program.intake.add_text("pasted " * 20)
    program.intake.add_paths([Path(sys.argv[2])])
    print("handed", flush=True)
    app.exec()
"""


def test_a_kill_before_the_copy_keeps_every_file(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """What was handed over is noted before anything else is done with it."""
    resumes(tmp_path / "r", 3)
    command = [sys.executable, "-c", KILLED, str(paths.data), str(tmp_path / "r")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "handed\n"
        other.kill()
        other.wait()
    copied: Callable[[Program], int] = lambda program: sum(  # noqa: E731 - one line, used once
        bool(item.file_id) for item in program.intake.model.items()
    )
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: copied(program) == 4, timeout=WAIT_MS)
        assert {"00.txt", "01.txt", "02.txt"} < set(names(program))
    assert not paths.handed_over.exists()
