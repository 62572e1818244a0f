"""Days and times as a person would say them."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale

from desktop.history.dates import medium_date, moment_words

NOW = datetime(2026, 11, 23, 14, 32).astimezone()


@pytest.fixture(autouse=True)
def usual_locale() -> Iterator[None]:
    """Put the locale back."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en_GB", "23 Nov 2026"),
        ("en_US", "Nov 23, 2026"),
        ("C", "23 Nov 2026"),
        ("de_DE", "23. Nov. 2026"),
        ("fr_FR", "23 nov. 2026"),
    ],
)
def test_a_day_has_its_month_in_letters(language: str, words: str) -> None:
    """In the order of the locale, never digits alone."""
    QLocale.setDefault(QLocale(language))
    assert medium_date(QDate(2026, 11, 23)) == words


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today 14:32"), (1, "yesterday 14:32"), (2, "21 Nov 2026")]
)
def test_a_moment_nearby_has_its_time(days: int, words: str) -> None:
    """Today and yesterday by name, earlier by day."""
    QLocale.setDefault(QLocale("en_GB"))
    now = QDateTime.fromSecsSinceEpoch(int(NOW.timestamp()))
    assert moment_words(NOW - timedelta(days=days), now) == words
