"""Check this score: the stored file, rubric and month go through the reviewer once more."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ai_agents.child_command import child_command
from desktop.bootstrap import CHILD_ENVIRONMENT, Program
from desktop.paths import AppPaths
from desktop.reproduce.check_dialog import CheckDialog
from desktop.reproduce.verification import Outcome
from desktop.tasks.reviewer import ReviewerCommand
from tests.support.documents import RESUME
from tests.support.qt_program import running
from tests.support.stored_reviews import WAIT_MS, store
from tests.support.versions import wire


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, paths: AppPaths) -> Iterator[Program]:
    """A program with an open, empty library and the fake reviewer."""
    with running(qapp, paths) as made:
        yield made


def checked(bot: QtBot, program: Program, analysis_id: str) -> CheckDialog:
    """Open a review and ask for the check; the dialog is open, its answer may be on the way."""
    window = program.window
    window.open_review(analysis_id)
    bot.waitUntil(lambda: window.pages.review.analysis_id == analysis_id, timeout=WAIT_MS)
    window.pages.review.header.check.trigger()
    (dialog,) = window.pages.review.findChildren(CheckDialog)
    return dialog


def answered(bot: QtBot, dialog: CheckDialog) -> str:
    """Wait for the answer and return all that the dialog says."""
    bot.waitUntil(lambda: dialog._result is not None, timeout=WAIT_MS)
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def named(text: str, **review: Any) -> dict[str, Any]:
    """Return the review of a text under the name it is stored by."""
    told = wire(text)
    told["file"]["media_type"] = "text/plain"
    told["review"] |= review
    return told


def test_the_real_reviewer_gives_the_same_score(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """Stored as of January 2026, checked today: the month is the review's own."""
    real = ReviewerCommand(child_command("reviewer"), CHILD_ENVIRONMENT)
    with running(qapp, paths, real) as program:
        stored = store(qtbot, program, "resume.txt", RESUME, named(RESUME))
        dialog = checked(qtbot, program, stored)
        said = answered(qtbot, dialog)
        assert dialog._result is not None
        assert dialog._result.differences == ()
        assert dialog._result.outcome is Outcome.IDENTICAL
        assert "The same score came out" in said
        dialog.copy.click()
        assert "resume.txt: identical" in QGuiApplication.clipboard().text()
        dialog.reject()
        bent = store(qtbot, program, "resume.txt", RESUME, named(RESUME, overall_score=99.0))
        dialog = checked(qtbot, program, bent)
        assert "Overall score: stored 99.0, computed" in answered(qtbot, dialog)
        assert dialog.headline.text() == "Something differs."
        dialog.reject()


def test_a_reviewer_that_fails_is_said_and_nothing_is_called_different(
    qtbot: QtBot, program: Program
) -> None:
    """The code of the failure stands there."""
    stored = store(qtbot, program, "resume.txt", "die " + RESUME, named(RESUME))
    dialog = checked(qtbot, program, stored)
    said = answered(qtbot, dialog)
    assert "could not be checked" in said
    assert "Code: reviewer-crashed" in said
    dialog.reject()


def test_a_file_that_is_gone_is_said(qtbot: QtBot, program: Program, paths: AppPaths) -> None:
    """What the review alone shows is still checked."""
    stored = store(qtbot, program, "resume.txt", RESUME, named(RESUME))
    for blob in paths.blobs.rglob("*"):
        if blob.is_file():
            blob.unlink()
    dialog = checked(qtbot, program, stored)
    said = answered(qtbot, dialog)
    assert "not on this computer" in said
    assert "their SHA-256 agrees" in said
    dialog.reject()


def test_closing_the_dialog_gives_the_check_up(qtbot: QtBot, program: Program) -> None:
    """The child is stopped; the queue goes on."""
    stored = store(qtbot, program, "resume.txt", "hang " + RESUME, named(RESUME))
    dialog = checked(qtbot, program, stored)
    qtbot.waitUntil(lambda: program.lanes.analysis.current is not None, timeout=WAIT_MS)
    dialog.reject()
    assert program.lanes.analysis.current is None
