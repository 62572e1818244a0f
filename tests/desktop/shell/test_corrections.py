"""The whole way of a correction: the window, the real reviewer child, the real library."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ai_agents.child_command import child_command
from desktop.bootstrap import CHILD_ENVIRONMENT, Program
from desktop.corrections.edit_dialog import EditDialog
from desktop.feedback.overrides import DismissReason, OverrideState
from desktop.intake.queue_item import Station
from desktop.paths import AppPaths
from desktop.review.report import Report
from desktop.review.review_view import ReviewView
from desktop.shell.review_page import ReviewPage
from desktop.storage.opening import open_library
from desktop.tasks.reviewer import ReviewerCommand
from tests.support.documents import RESUME
from tests.support.qt_program import all_at, running, write_resume

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
REVIEWER = ReviewerCommand(child_command("reviewer"), CHILD_ENVIRONMENT)
ROAD = RESUME.replace("Experience\n", "My road so far\n")
WAIT_MS = 60_000


def page_of(program: Program) -> ReviewPage:
    """Return the page of one review."""
    return program.window.pages.review


def report_of(program: Program) -> Report:
    """Return the review on screen."""
    shown = page_of(program)._shown
    assert shown is not None
    return shown.report


def wait_for_review(
    qtbot: QtBot, program: Program, holds: Callable[[Report], bool] = lambda _report: True
) -> Report:
    """Wait until a stored review that fits is on screen."""
    page = page_of(program)

    def there() -> bool:
        return page._shown is not None and bool(page.analysis_id) and holds(page._shown.report)

    qtbot.waitUntil(there, timeout=WAIT_MS)
    return report_of(program)


def name_heading(program: Program, text: str, kind: str) -> None:
    """Say in the window that a line is a heading."""
    document = page_of(program).view._document
    document._tabs.setCurrentIndex(2)
    lines = document.parser_view.lines
    lines.choose(next(n.id for n in report_of(program).document.lines if n.text == text))
    lines._heading.trigger()
    (dialog,) = document.findChildren(EditDialog)
    choice = dialog._fields["kind"]
    choice.setCurrentIndex(choice.findData(kind))  # type: ignore[attr-defined]
    dialog.save.click()


def type_name(qtbot: QtBot, view: ReviewView, name: str) -> None:
    """Type another name into the form."""
    field = view._document.parser_view.findChild(QLineEdit, "field-name")
    assert isinstance(field, QLineEdit)
    field.setText(name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def has_corrections(report: Report) -> bool:
    """Whether a review was made with corrections."""
    return bool(report.corrections)


def test_a_correction_is_kept_reviewed_and_survives_the_program(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """Correct, review again, close, open, drop the same content under another name."""
    with running(qapp, paths, REVIEWER) as program:
        program.intake.add_paths([write_resume(tmp_path, "sam.txt", ROAD)])
        before = wait_for_review(qtbot, program)
        view = page_of(program).view
        finding = before.review.findings[0]
        view._book.dismiss(finding.key, DismissReason.INTENDED)
        name_heading(program, "My road so far", "experience")
        type_name(qtbot, view, "Samantha Rivera")
        bar = view._document.parser_view.bar
        assert bar.text.startswith("2 corrections")
        bar.button.click()
        after = wait_for_review(qtbot, program, has_corrections)
        assert {item.state for item in after.corrections} == {"applied"}
        assert after.profile.name == "Samantha Rivera"
        assert {section.kind for section in after.profile.sections} >= {"experience"}
        assert (after.review.overall_score or 0) > (before.review.overall_score or 0) + 10
        assert view._document.is_correcting
        assert bar.text == ""
        key = page_of(program).analysis_id
        qtbot.waitUntil(lambda: finding.key in view._book.overrides, timeout=WAIT_MS)
        assert view._book.overrides[finding.key].state is OverrideState.DISMISSED
    with running(qapp, paths, REVIEWER) as program:
        qtbot.waitUntil(lambda: program.shelf._library is not None, timeout=WAIT_MS)
        program.window.open_review(key)
        assert wait_for_review(qtbot, program, has_corrections) == after
        other = write_resume(tmp_path, "other-name.txt", ROAD)
        program.intake.add_paths([other])
        qtbot.waitUntil(lambda: all_at(program, Station.KNOWN), timeout=WAIT_MS)
        program.intake.review_again(program.intake.model.items()[0].key)
        renamed = wait_for_review(qtbot, program, lambda r: r.file.name == "other-name.txt")
        assert renamed.profile == after.profile


def test_a_correction_taken_back_restores_the_review(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """The third review is the first one again, to the last value."""
    with running(qapp, paths, REVIEWER) as program:
        program.intake.add_paths([write_resume(tmp_path, "sam.txt", ROAD)])
        first = wait_for_review(qtbot, program)
        name_heading(program, "My road so far", "experience")
        parser = page_of(program).view._document.parser_view
        parser.bar.button.click()
        wait_for_review(qtbot, program, has_corrections)
        (said,) = parser.corrector.now.said if parser.corrector.now else ()
        parser.corrector.take_back(said.target)
        assert parser.bar.text.startswith("1 correction")
        parser.bar.button.click()
        third = wait_for_review(qtbot, program, lambda report: not report.corrections)
        assert (third.document, third.profile, third.review) == (
            first.document,
            first.profile,
            first.review,
        )


def test_a_stopped_second_review_leads_back_to_the_first(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """What was corrected is kept and still waits."""
    with running(qapp, paths, REVIEWER) as program:
        program.intake.add_paths([write_resume(tmp_path, "sam.txt", ROAD)])
        wait_for_review(qtbot, program)
        page = page_of(program)
        name_heading(program, "My road so far", "experience")
        program.intake.pause(paused=True)
        page.view._document.parser_view.bar.button.click()
        waiting = (Station.DONE, Station.WAITING)
        qtbot.waitUntil(lambda: all_at(program, *waiting), timeout=WAIT_MS)
        program.intake.cancel(program.intake.model.items()[1].key)
        buttons = {button.text(): button for button in page.view._state._buttons}
        buttons["Back to the review"].click()
        assert not wait_for_review(qtbot, program).corrections
        assert page.view._document.parser_view.bar.text.startswith("1 correction")


def test_a_correction_that_could_not_be_kept_is_said(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """The window says so; what was corrected stays on screen."""
    with running(qapp, paths, REVIEWER) as program:
        program.intake.add_paths([write_resume(tmp_path, "sam.txt", ROAD)])
        wait_for_review(qtbot, program)
        page = page_of(program)
        program.lanes.storage.submit(lambda _cancel: program.shelf.close())
        with qtbot.waitSignal(page.failed, timeout=WAIT_MS):
            name_heading(program, "My road so far", "experience")
        assert page.view._document.parser_view.bar.text.startswith("1 correction")
        program.lanes.storage.submit(lambda _cancel: program.shelf.put(open_library(paths).library))
