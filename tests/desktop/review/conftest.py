"""Reports, themes and a dressed application for the tests of the review view."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.review.report import Report
from desktop.widgets.theme import ThemeKeeper, dress
from tests.support.reports import Sample


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
