"""The log: rotated, private in content, and no condition for a start."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.intake.queue_item import Station
from desktop.logs import start_logging
from desktop.paths import AppPaths
from tests.support.qt_program import all_at, running, write_resume

SECRET = "Zebulon Quartermaine"


@pytest.fixture(autouse=True)
def usual_logging() -> Iterator[None]:
    """Take our handlers off again."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_no_word_of_a_resume_enters_the_log(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Reviewed, refused and crashed files alike, at the most talkative level."""
    crashes = start_logging(paths.logs, "DEBUG")
    assert crashes is not None
    files = [
        write_resume(tmp_path, f"{number}.txt", f"{start} {SECRET} " + "x" * 130)
        for number, start in enumerate(("fail scanned", "die", "fine"))
    ]
    with running(qapp, paths) as program:
        program.intake.add_paths(files)
        ends = (Station.FAILED, Station.FAILED, Station.DONE)
        qtbot.waitUntil(lambda: all_at(program, *ends), timeout=10_000)
    crashes.close()
    written = (paths.logs / "vitae.log").read_text(encoding="utf-8")
    assert "the reviewer ended" in written
    assert SECRET not in written
    assert "Zebulon" not in written


def test_a_folder_that_takes_no_log_is_no_reason_not_to_start(tmp_path: Path) -> None:
    """The log then goes where the terminal is."""
    assert start_logging(tmp_path / "missing") is None
