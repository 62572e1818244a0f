"""A lane: serial, answers in the window's thread, cancels, closes."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop.tasks.lane import Lane


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    """A lane that is closed afterwards."""
    made = Lane("test")
    yield made
    assert made.close()


def test_work_runs_in_order_elsewhere_and_answers_here(qtbot: QtBot, lane: Lane) -> None:
    """Results come in the order of submission, on the thread that asked."""
    here, answers = QThread.currentThread(), []
    for number in range(20):
        lane.submit(
            lambda _cancel, number=number: (number, QThread.currentThread() is here),
            lambda result: answers.append((*result, QThread.currentThread() is here)),
        )
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == [(number, False, True) for number in range(20)]


def test_an_error_goes_to_whoever_asked_and_the_lane_goes_on(qtbot: QtBot, lane: Lane) -> None:
    """One failure is no reason to stop."""
    errors: list[Exception] = []
    answers: list[int] = []
    lane.submit(lambda _cancel: 1 // 0, None, errors.append)
    lane.submit(lambda _cancel: 7, answers.append)
    qtbot.waitUntil(lambda: answers == [7])
    assert isinstance(errors[0], ZeroDivisionError)


def test_cancelled_work_is_not_answered(qtbot: QtBot, lane: Lane) -> None:
    """Whoever cancelled hears nothing more, even of work that was under way."""
    gate, answers = Event(), []
    running = lane.submit(lambda _cancel: gate.wait(5), answers.append)
    waiting = lane.submit(lambda _cancel: 2, answers.append)
    running.cancel()
    waiting.cancel()
    gate.set()
    lane.submit(lambda _cancel: 3, answers.append)
    qtbot.waitUntil(lambda: answers == [3])


def test_finishing_does_what_was_submitted(qtbot: QtBot) -> None:
    """Saving is not dropped when the window closes."""
    lane, done = Lane("test"), []
    for number in range(5):
        lane.submit(lambda _cancel, number=number: done.append(number))
    assert lane.finish()
    assert done == [0, 1, 2, 3, 4]
