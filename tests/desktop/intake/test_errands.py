"""A review asked for on the side goes before the next file, and disturbs none."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.intake.errands import Errand, Errands
from desktop.intake.queue_item import Station
from desktop.paths import AppPaths
from desktop.tasks.review_messages import ReviewFailure, ReviewRequest, ReviewResult
from desktop.tasks.reviewer import Reviewer
from tests.support.qt_program import all_at, running, write_resume

WAIT_MS = 10_000


class FakeReviewer:
    """Notes what it is asked, and whether that was stopped."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.cancelled = 0

    def review(self, request: ReviewRequest) -> None:
        """Note the request."""
        self.asked.append(request.request_id)

    def cancel(self) -> None:
        """Note that it was stopped."""
        self.cancelled += 1


class Told:
    """Notes the answers."""

    def __init__(self) -> None:
        self.answers: list[ReviewResult | ReviewFailure] = []

    def errand(self, name: str, path: Path = Path("x")) -> Errand:
        """Return an errand that is told here."""
        request = ReviewRequest(name, path, f"{name}.txt", "academia")
        return Errand(request, self.answers.append, self.answers.append)


def test_errands_run_one_after_the_other_and_each_is_told_its_own_answer() -> None:
    """An answer to a file of the queue is nobody's errand."""
    reviewer, told = FakeReviewer(), Told()
    errands = Errands(cast("Reviewer", reviewer))
    assert not errands.begin()
    errands.add(told.errand("a"))
    errands.add(told.errand("b"))
    assert errands.begin()
    assert not errands.end(ReviewResult("file", {}))
    done, failed = ReviewResult("a", {}), ReviewFailure("b", "damaged", "It is damaged.")
    assert errands.end(done)
    assert errands.begin()
    assert errands.end(failed)
    assert (reviewer.asked, told.answers) == (["a", "b"], [done, failed])
    assert not errands.begin()


def test_an_errand_that_is_forgotten_is_told_nothing() -> None:
    """One under way is stopped, one that waits never starts."""
    reviewer, told = FakeReviewer(), Told()
    errands = Errands(cast("Reviewer", reviewer))
    errands.add(told.errand("a"))
    errands.add(told.errand("b"))
    errands.begin()
    errands.cancel("b")
    assert reviewer.cancelled == 0
    errands.cancel("a")
    assert reviewer.cancelled == 1
    assert not errands.end(ReviewResult("a", {}))
    assert not errands.begin()
    assert told.answers == []


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, paths: AppPaths) -> Iterator[Program]:
    """A program with the fake reviewer."""
    with running(qapp, paths) as made:
        qtbot.waitUntil(lambda: made.lanes.analysis.is_ready, timeout=WAIT_MS)
        yield made


def test_an_errand_is_run_while_the_queue_is_paused(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    """A question is not a file: pausing holds back files only, and they go on afterwards."""
    told = Told()
    program.intake.pause(paused=True)
    program.intake.add_paths([write_resume(tmp_path, "waits.txt", "a" * 165)])
    qtbot.waitUntil(lambda: all_at(program, Station.WAITING), timeout=WAIT_MS)
    program.intake.ask(told.errand("a", write_resume(tmp_path, "asked.txt", "b" * 170)))
    qtbot.waitUntil(lambda: bool(told.answers), timeout=WAIT_MS)
    assert isinstance(told.answers[0], ReviewResult)
    assert all_at(program, Station.WAITING)
    program.intake.pause(paused=False)
    qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
    assert len(told.answers) == 1


def test_the_queue_goes_on_after_an_errand_that_failed(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    """Who asked is told the code; the file in line is reviewed."""
    told = Told()
    program.intake.ask(told.errand("a", write_resume(tmp_path, "bad.txt", "fail scanned")))
    program.intake.add_paths([write_resume(tmp_path, "good.txt", "a" * 165)])
    qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
    (failure,) = told.answers
    assert isinstance(failure, ReviewFailure)
    assert failure.code == "scanned"
