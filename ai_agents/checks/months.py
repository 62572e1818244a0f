"""Months as numbers: reading `YYYY-MM`, counting a career without counting overlaps twice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

PRESENT = "present"
#: A contract may end so many months from now.
MONTHS_AHEAD = 12
#: No working life that a resume tells of began earlier.
FIRST_MONTH = 1940 * 12
_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of months, both ends included; months count from year 0.

    Of a date without a month `earliest`/`latest` are the widest reading, `first`/`last` the
    narrowest: 2018 – 2020 lasts from January 2018 to December 2020 at most, and surely from
    December 2018 to January 2020. Gaps are judged by the first, experience is counted by the
    second, so that leaving out the months never gains anything.
    """

    first: int
    last: int
    earliest: int
    latest: int

    @property
    def months(self) -> int:
        """Length in months, at least 1."""
        return max(1, self.last - self.first + 1)


def month_number(date: str | None) -> tuple[int, bool] | None:
    """Return (month number, month is given) of `YYYY-MM` or `YYYY`; None when it is neither."""
    found = _DATE.fullmatch(date or "")
    if not found:
        return None
    month = found.group(2)
    if month is not None and not 1 <= int(month) <= 12:
        return None
    return int(found.group(1)) * 12 + (int(month) - 1 if month else 0), month is not None


def printed_month(number: int) -> str:
    """Return a month as messages print it: 'March 2019'."""
    return f"{_NAMES[number % 12]} {number // 12}"


def printed_date(date: str) -> str:
    """Return `YYYY-MM` or `YYYY` as messages print it: 'March 2019', '2019'."""
    month = month_number(date)
    return printed_month(month[0]) if month and month[1] else date


def span_of(start: str | None, end: str | None, as_of: int) -> Span | None:
    """Return the span of two dates; None when one is missing, impossible or before the other.

    An end within the year after `as_of` (a contract's) counts up to `as_of`; one further away is
    taken for a slip and the dates say nothing.
    """
    begin = month_number(start)
    finish = (as_of, True) if end == PRESENT else month_number(end)
    if begin is None or finish is None:
        return None
    earliest, latest = begin[0], finish[0] + (0 if finish[1] else 11)
    if not FIRST_MONTH <= earliest <= min(latest, as_of) or finish[0] > as_of + MONTHS_AHEAD:
        return None
    first = earliest if begin[1] else min(earliest + 11, as_of)
    last = min(finish[0], as_of)
    if first > last:  # 2020 – 2020, or 2020 – 2020-03: at least a month of it
        first = last = max(earliest, last)
    return Span(first, last, earliest, min(latest, as_of))


def merged_months(spans: Iterable[Span]) -> int:
    """Return how many different months the spans cover.

    Where one ends in a year and the next begins in the same year, both without a month, no time is
    lost between them: 2014 – 2016 and 2016 – 2018 are one stretch.
    """
    total = 0
    reached: Span | None = None
    for span in sorted(spans, key=lambda item: (item.first, item.last)):
        begin = span.first
        if reached is not None:
            begin = reached.last + 1 if _touch(reached, span) else max(begin, reached.last + 1)
        if span.last >= begin:
            total += span.last - begin + 1
        if reached is None or span.last > reached.last:
            reached = span
    return total


def _touch(one: Span, following: Span) -> bool:
    """Whether only the missing months of two dates part two spans."""
    unsure = one.latest > one.last and following.earliest < following.first
    return unsure and following.earliest <= one.latest + 1
