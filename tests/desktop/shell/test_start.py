"""The first moments: what is imported, what is said without a display, who is the one window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.single_instance import SingleInstance

FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.bootstrap import Program
from desktop.paths import app_paths
from desktop.policy import Policies
from desktop.settings import Settings
paths = app_paths(Path(sys.argv[1]))
paths.create()
app = QApplication([])
program = Program(app, paths, Settings(paths.settings, Policies()))
program._on_painted = None
program.window.painted.disconnect()
def look():
    heavy = ("sqlalchemy", "alembic", "langgraph", "langchain_core", "pydantic", "pypdf", "lxml")
    print("loaded:", *(name for name in heavy if name in sys.modules))
    program.window.close()
program.window.painted.connect(look)
program.window.show()
app.exec()
"""


def run(code_or_module: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with another environment."""
    changed = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, *code_or_module],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**changed, **environment},
    )


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    """SQLAlchemy and the agents' frameworks cost up to two seconds (LIBRARIES note 4)."""
    done = run(["-c", FIRST_PAINT, str(tmp_path)], QT_QPA_PLATFORM="offscreen")
    assert done.stdout.strip() == "loaded:", done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has no-display starts")
def test_without_a_display_the_program_says_so_and_ends(tmp_path: Path) -> None:
    """Qt itself would abort the process with a core dump."""
    done = run(["-m", "desktop", "--data-dir", str(tmp_path)], QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "vitae review" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_start_hands_its_files_over(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """One window per data folder; another folder has its own."""
    first = SingleInstance(tmp_path / "lock", qapp)
    second = SingleInstance(tmp_path / "lock", qapp)
    assert first.claim()
    assert not second.claim()
    with qtbot.waitSignal(first.filesHanded, timeout=5000) as handed:
        assert second.hand_over([tmp_path / "résumé one.pdf"])
    assert handed.args == [[tmp_path / "résumé one.pdf"]]
    elsewhere = SingleInstance(tmp_path / "other-lock", qapp)
    assert elsewhere.claim()
    for instance in (first, elsewhere):
        instance.release()
