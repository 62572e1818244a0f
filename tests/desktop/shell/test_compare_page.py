"""Two stored versions side by side: from the history, from a review, and scored again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ai_agents.child_command import child_command
from desktop.bootstrap import CHILD_ENVIRONMENT, Program
from desktop.compare.change_row import ChangeRow, FindingRow
from desktop.history.history_model import NAME
from desktop.paths import AppPaths
from desktop.shell.compare_page import ComparePage
from desktop.shell.rail import Place
from desktop.tasks.reviewer import ReviewerCommand
from tests.support.documents import RESUME
from tests.support.qt_program import running
from tests.support.stored_reviews import WAIT_MS, Wire, in_library, store
from tests.support.versions import edited, wire

LATER = edited(0, 3)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, paths: AppPaths) -> Iterator[Program]:
    """A program with an open, empty library."""
    with running(qapp, paths) as made:
        yield made


@pytest.fixture
def both(qtbot: QtBot, program: Program) -> tuple[str, str]:
    """Two stored versions of one resume, the earlier first."""
    return (
        store(qtbot, program, "sam-1.txt", RESUME, wire()),
        store(qtbot, program, "sam-2.txt", LATER, wire(LATER)),
    )


def by_older_rubric(text: str) -> Wire:
    """Return a review that says it was made by another rubric."""
    told = wire(text)
    told["review"]["rubric"]["version"] = "1.0"
    return told


def compared(bot: QtBot, program: Program, one: str, two: str) -> ComparePage:
    """Open the page of two reviews and wait for what it says."""
    program.window.compare(one, two)
    page = program.window.pages.compare
    bot.waitUntil(lambda: page._pair is not None, timeout=WAIT_MS)
    return page


def texts(page: ComparePage) -> str:
    """Return all that the page's column says."""
    return "\n".join(label.text() for label in page.view.column.widget().findChildren(QLabel))


def test_two_reviews_chosen_in_the_history_are_compared(
    qtbot: QtBot, program: Program, both: tuple[str, str]
) -> None:
    """The button wakes with the second row; Back leads to the history again."""
    assert len(both) == 2
    window = program.window
    window.go_to(Place.HISTORY)
    history = window.pages.history
    qtbot.waitUntil(lambda: window.pages.history_model.rowCount() == 2, timeout=WAIT_MS)
    history.table.selectRow(0)
    assert not history.compare.isEnabled()
    history.table.selectAll()
    history.compare.click()
    page = window.pages.compare
    qtbot.waitUntil(lambda: page.view.is_comparing, timeout=WAIT_MS)
    assert window.pages.place == Place.COMPARE
    assert page.view.column.hasFocus()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.pages.place == Place.HISTORY


def test_the_review_made_earlier_stands_first_and_can_be_swapped(
    qtbot: QtBot, program: Program, both: tuple[str, str]
) -> None:
    """Whichever was chosen first; swapping turns fixed into new."""
    page = compared(qtbot, program, both[1], both[0])
    assert page._pair is not None
    assert page._pair.before.analysis_id == both[0]
    assert "Fixed (1)" in texts(page)
    assert "duty" in texts(page)
    page.swap.click()
    qtbot.waitUntil(
        lambda: page._pair is not None and page._pair.before.analysis_id == both[1],
        timeout=WAIT_MS,
    )
    assert "New (1)" in texts(page)


def test_every_part_can_be_reached_and_read(
    qtbot: QtBot, program: Program, both: tuple[str, str]
) -> None:
    """Eight dimensions and every finding have names; a jump brings its part to the top."""
    page = compared(qtbot, program, *both)
    rows = [*page.findChildren(ChangeRow), *page.findChildren(FindingRow)]
    assert len(page.findChildren(ChangeRow)) == 8
    assert all(row.accessibleName() for row in rows)
    buttons = page.findChildren(QPushButton)
    assert all(button.text() or button.accessibleName() for button in buttons)
    page.view.jump_to("lines")
    bar = page.view.column.verticalScrollBar()
    assert bar.value() > 0
    assert page.view.column.hasFocus()


def test_the_smallest_window_at_double_size_has_room(
    qtbot: QtBot, program: Program, both: tuple[str, str]
) -> None:
    """Nothing is pushed out of 1024 × 640 (UX section 3), and the history still tells the files."""
    window = program.window
    window.resize(1024, 640)
    window._with.settings.set("text_size_percent", 200)
    page = compared(qtbot, program, *both)
    smallest = page.minimumSizeHint()
    assert smallest.width() <= 960
    assert smallest.height() <= 540
    window.go_to(Place.HISTORY)
    history = window.pages.history
    letter = history.fontMetrics().averageCharWidth()
    qtbot.waitUntil(lambda: history.table.columnWidth(NAME) >= 13 * letter, timeout=WAIT_MS)


def test_a_review_offers_its_other_versions(
    qtbot: QtBot, program: Program, both: tuple[str, str]
) -> None:
    """Compare lists them with date and score; Back leads to the review again."""
    window = program.window
    window.open_review(both[1])
    header = window.pages.review.header
    qtbot.waitUntil(
        lambda: any(action.isEnabled() for action in header.versions.actions()), timeout=WAIT_MS
    )
    (action,) = header.versions.actions()
    assert "sam-1.txt" in action.text()
    action.trigger()
    page = window.pages.compare
    qtbot.waitUntil(lambda: page.view.is_comparing, timeout=WAIT_MS)
    page.back.click()
    assert window.pages.place == Place.REVIEW


def test_a_comparison_is_saved_as_a_page(
    qtbot: QtBot, program: Program, both: tuple[str, str], tmp_path: Path
) -> None:
    """For the client; the toast says where it is."""
    page = compared(qtbot, program, *both)
    target = tmp_path / "out.html"
    page.export.click()
    (dialog,) = page.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "sam-2 compared.html"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    qtbot.waitUntil(lambda: "Saved as" in program.window.toast.text, timeout=WAIT_MS)


def test_unlike_reviews_show_no_difference_and_one_click_scores_them_alike(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """With the real reviewer: the stored review stays as it was."""
    real = ReviewerCommand(child_command("reviewer"), CHILD_ENVIRONMENT)
    with running(qapp, paths, real) as program:
        old = store(qtbot, program, "sam-1.txt", RESUME, by_older_rubric(RESUME))
        new = store(qtbot, program, "sam-2.txt", LATER, wire(LATER))
        page = compared(qtbot, program, old, new)
        assert not page.view.is_comparing
        assert not page.export.isEnabled()
        assert "different rubrics: core 1.0 and core" in texts(page)
        assert page.view._action is not None
        assert page.view._action.hasFocus()
        page.view._action.click()
        qtbot.waitUntil(lambda: page.view.is_comparing, timeout=WAIT_MS)
        assert "sam-1.txt was scored again" in texts(page)
        assert "Fixed (1)" in texts(page)
        kept = in_library(qtbot, program, lambda library: library.review(old))
        assert kept.wire["review"]["rubric"]["version"] == "1.0"


def test_a_score_that_cannot_be_given_again_is_said(
    qtbot: QtBot, program: Program, paths: AppPaths
) -> None:
    """Without the file there is no button, and the words say why."""
    old = store(qtbot, program, "sam-1.txt", RESUME, by_older_rubric(RESUME))
    new = store(qtbot, program, "sam-2.txt", LATER, wire(LATER))
    for blob in paths.blobs.rglob("*"):
        if blob.is_file():
            blob.unlink()
    page = compared(qtbot, program, old, new)
    assert page.view._action is None
    assert "The file of sam-1.txt is not here" in texts(page)


def test_scoring_again_can_be_cancelled(qtbot: QtBot, program: Program) -> None:
    """The child is stopped, and the words with the button are there again."""
    hanging = "hang " + RESUME
    old = store(qtbot, program, "sam-1.txt", hanging, by_older_rubric(RESUME))
    new = store(qtbot, program, "sam-2.txt", LATER, wire(LATER))
    page = compared(qtbot, program, old, new)
    assert page.view._action is not None
    page.view._action.click()
    assert "Scoring sam-1.txt again" in page.view.state.accessibleName()
    qtbot.waitUntil(lambda: program.lanes.analysis.current is not None, timeout=WAIT_MS)
    (cancel,) = page.view.state.findChildren(QPushButton)
    cancel.click()
    assert program.lanes.analysis.current is None
    qtbot.waitUntil(
        lambda: page.view._stack.currentWidget() is not page.view.state, timeout=WAIT_MS
    )
    assert page.view._action is not None


def test_a_review_that_is_gone_is_said_with_its_reason(qtbot: QtBot, program: Program) -> None:
    """Both were on the list a moment ago; the page says what happened."""
    one = store(qtbot, program, "sam-1.txt", RESUME, wire())
    program.window.compare(one, "00000000-0000-0000-0000-000000000000")
    page = program.window.pages.compare
    qtbot.waitUntil(
        lambda: "could not be opened" in page.view.state.accessibleName(), timeout=WAIT_MS
    )
