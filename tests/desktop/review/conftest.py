"""Reports, themes and a dressed application for the tests of the review view."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.review.report import Report
from desktop.review.review_view import ReviewView
from desktop.widgets.theme import ThemeKeeper, dress
from tests.support.correction_store import FakeCorrectionStore
from tests.support.override_store import FakeOverrideStore
from tests.support.reports import Sample
from tests.support.review_room import Room
from tests.support.widgets import delete_now


@pytest.fixture
def keeper(qapp: QApplication) -> ThemeKeeper:
    """Return a keeper of the light theme, the application dressed in it."""
    made = ThemeKeeper()
    if qapp.property("dressed") != made.theme:  # dressing again would polish every widget anew
        qapp.setStyle("Fusion")
        dress(qapp, made.theme)
        qapp.setProperty("dressed", made.theme)
    return made


@pytest.fixture(scope="session")
def sample() -> Sample:
    """Return the drawn sample resume."""
    return Sample()


@pytest.fixture
def report(sample: Sample) -> Report:
    """Return the sample's report."""
    return Report.from_wire(sample.wire())


@pytest.fixture
def room(qtbot: QtBot, keeper: ThemeKeeper, sample: Sample, report: Report) -> Iterator[Room]:
    """Return a view that shows the sample at 1366 × 768."""
    store = FakeOverrideStore()
    corrections = FakeCorrectionStore()
    view = ReviewView(keeper, store, corrections)
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    view.show_review(report, sample.pdf, {})
    yield Room(view, store, keeper, qtbot, corrections)
    delete_now(view)
