"""What can be done with a review: another industry, copy, export."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.errors import DesktopError
from desktop.intake.queue_item import Station
from desktop.paths import AppPaths
from desktop.shell.rail import Place
from desktop.shell.review_export import ExportFormat, suggested_name, write_whole
from tests.support.qt_program import all_at, running, write_resume

WAIT_MS = 10_000


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path) -> Iterator[Program]:
    """A program with one stored review on screen."""
    with running(qapp, paths) as made:
        made.intake.add_paths([write_resume(tmp_path, "maya.txt", "a" * 165)])
        qtbot.waitUntil(lambda: all_at(made, Station.DONE), timeout=WAIT_MS)
        yield made


def test_a_resume_is_reviewed_again_for_another_industry(qtbot: QtBot, program: Program) -> None:
    """Both reviews are kept; the new one is shown, measured against the industry chosen."""
    review = program.window.pages.review
    first = review.analysis_id
    assert review.header.again.isEnabled()
    action = next(
        action for action in review.header.again.menu().actions() if action.data() == "academia"
    )
    action.trigger()
    qtbot.waitUntil(lambda: all_at(program, Station.DONE, Station.DONE), timeout=WAIT_MS)
    assert program.intake.model.items()[1].industry == "academia"
    assert review.analysis_id not in ("", first)
    program.window.go_to(Place.HISTORY)
    model = program.window.pages.history_model
    qtbot.waitUntil(lambda: model.rowCount() == 2, timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("format_", "start"),
    [
        (ExportFormat.HTML, "<!doctype html>"),
        (ExportFormat.TEXT, "maya.txt"),
        (ExportFormat.JSON, "{"),
    ],
)
def test_a_review_is_saved_whole(
    qtbot: QtBot, program: Program, tmp_path: Path, format_: ExportFormat, start: str
) -> None:
    """The Save dialog suggests a name; the file is complete, and the toast says where it is."""
    review = program.window.pages.review
    assert review._shown is not None
    dialog = review.exporter.ask(review._shown.wire, format_)
    assert Path(dialog.selectedFiles()[0]).name == f"maya review.{format_.value}"
    target = tmp_path / f"out.{format_.value}"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    text = target.read_text(encoding="utf-8")
    assert text.lstrip().startswith(start)
    if format_ is ExportFormat.JSON:
        assert json.loads(text) == review._shown.wire
    qtbot.waitUntil(lambda: "Saved as" in program.window.toast.text, timeout=WAIT_MS)


def test_a_review_goes_to_the_clipboard_as_text(program: Program) -> None:
    """For a mail to the client."""
    program.window.pages.review.header.copy.trigger()
    assert "maya.txt" in QGuiApplication.clipboard().text()
    assert "clipboard" in program.window.toast.text


def test_a_failed_save_leaves_the_older_file(tmp_path: Path) -> None:
    """Said with its reason; nothing half written stays."""
    blocked = tmp_path / "file"
    blocked.write_text("old", encoding="utf-8")
    with pytest.raises(DesktopError, match="could not be saved"):
        write_whole(str(blocked / "out.html"), "new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_suggested_name_is_that_of_the_resume() -> None:
    """Its folder and its ending stay behind."""
    wire = {"file": {"name": "../A. Okafor.pdf"}}
    assert suggested_name(wire, ExportFormat.HTML) == "A. Okafor review.html"
