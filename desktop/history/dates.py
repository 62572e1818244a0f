"""Writes moments as the coach's locale does: today with its time, else the day; stored is UTC."""

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

_WEEKDAY = re.compile(r"\s*,?\s*dddd\s*,?\s*")


def moment_words(moment: datetime, now: QDateTime | None = None) -> str:
    """Return "today 14:32", "yesterday 14:32" or the day, e.g. "23 Nov 2026".

    Args:
        moment: an aware time.
        now: what counts as now; the computer's clock if not given.
    """
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    days = local.date().daysTo((now or QDateTime.currentDateTime()).date())
    if days not in (0, 1):
        return medium_date(local.date())
    time = QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    words = _say("today {time}") if days == 0 else _say("yesterday {time}")
    return words.format(time=time)


def full_moment(moment: datetime) -> str:
    """Return the local day and time of a moment, for a tooltip."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    time = QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    return f"{medium_date(local.date())}, {time}"


def medium_date(day: QDate) -> str:
    """Return a day with its month as a short word.

    Qt knows a locale's long and short form only; the short one is all digits ("23 11 2026" in the
    plain locale), so the long one is taken without its weekday and with the month cut short.
    """
    locale = QLocale()
    long_form = locale.dateFormat(QLocale.FormatType.LongFormat)
    return locale.toString(day, _WEEKDAY.sub("", long_form).replace("MMMM", "MMM"))


def _say(text: str) -> str:
    return QCoreApplication.translate("Dates", text)
