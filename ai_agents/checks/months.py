"""Months as numbers: reading `YYYY-MM`, counting a career without counting overlaps twice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

PRESENT = "present"
#: A contract may end so many months from now.
MONTHS_AHEAD = 12
_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of months, both ends included; months count from year 0.

    `earliest`/`latest` are the widest reading of a date without a month (2018 = January to
    December), `first`/`last` its middle, so that 2018 – 2020 counts as two years, not three.
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
    """Return the span of two dates; None when one is missing or they are the wrong way round.

    An end within the year after `as_of` (a contract's) counts up to `as_of`; one further away is
    taken for a slip and the dates say nothing.
    """
    begin = month_number(start)
    finish = (as_of, True) if end == PRESENT else month_number(end)
    if begin is None or finish is None:
        return None
    earliest, exact_start = begin
    latest = finish[0] if finish[1] else finish[0] + 11
    if earliest > latest or earliest > as_of or finish[0] > as_of + MONTHS_AHEAD:
        return None
    first = earliest if exact_start else earliest + 6
    last = finish[0] if finish[1] else finish[0] + 5
    if first > last:  # 2020 – 2020, or 2020 – 2020-03: some months of one year
        first, last = earliest, max(earliest, last)
    return Span(first, min(last, as_of), earliest, min(latest, as_of))


def merged_months(spans: Iterable[Span]) -> int:
    """Return how many different months the spans cover."""
    total, reached = 0, -1
    for span in sorted(spans, key=lambda item: (item.first, item.last)):
        begin = max(span.first, reached + 1)
        if span.last >= begin:
            total += span.last - begin + 1
            reached = span.last
    return total
