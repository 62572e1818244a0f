"""An improper end is noticed at the next start, and told calmly."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paths import AppPaths
from desktop.shell.app import _say_improper_end
from desktop.shell.last_run import RunMark
from tests.support.qt_program import running


def test_only_a_run_that_did_not_end_leaves_its_mark(tmp_path: Path) -> None:
    """First start, proper end, then a crash."""
    mark = RunMark(tmp_path / "running")
    assert not mark.begin()
    mark.end()
    assert not mark.begin()
    assert RunMark(tmp_path / "running").begin()


def test_a_folder_without_writes_is_no_trouble(tmp_path: Path) -> None:
    """The mark is a help, not a condition."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    mark = RunMark(blocked / "running")
    assert not mark.begin()
    mark.end()


def test_the_banner_offers_the_log_folder_and_can_be_closed(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """The words stay when the library opens, until they are closed."""
    with running(qapp, paths) as program:
        _say_improper_end(program, paths)
        qtbot.waitUntil(lambda: program.lanes.storage.pending == 0, timeout=10_000)
        banner = program.window.banner
        assert "did not close properly" in banner.text
        assert banner.action.text() == "Open log folder"
        banner.close_button.click()
        assert banner.text == ""
