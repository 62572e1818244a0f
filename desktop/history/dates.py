"""Writes moments as the coach's own locale does; stored moments are UTC."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def short_date(moment: datetime) -> str:
    """Return the local day of a moment."""
    return QLocale().toString(_local(moment).date(), QLocale.FormatType.ShortFormat)


def short_moment(moment: datetime) -> str:
    """Return the local day and time of a moment."""
    return QLocale().toString(_local(moment), QLocale.FormatType.ShortFormat)


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
