"""Time that a resume accounts for beside the positions: studies, leave, volunteering.

Only stretches of months leave this module, and only to explain a gap or to compare two studies; no
school and no year of graduation is kept (ADR 0065).
"""

from collections.abc import Iterable
from itertools import pairwise

from ai_agents.checks.lexicon import phrase_pattern
from ai_agents.checks.months import PRESENT, Span, month_number, span_of
from ai_agents.models import Document, EducationEntry, Profile
from ai_agents.profile.dates import find_dates
from ai_agents.vocabulary import SectionKind

_LEAVE = ("held_beside", "leave")


def told_dates(document: Document, profile: Profile) -> tuple[tuple[str | None, str | None], ...]:
    """Return (start, end) of dated studies and of other dated lines, as they stand.

    Lines of positions and sentences on work tell no time of their own ('Analysed the sales of
    2010–2015'), except where they speak of leave.
    """
    told = [(item.start, item.end) for item in profile.education]
    work = _lines_on_work(profile)
    for line in document.lines:
        dates = [date for date in find_dates(line.text) if date.is_range]
        if dates and (line.id not in work or phrase_pattern(*_LEAVE).search(line.text)):
            told.extend((date.start, date.end) for date in dates)
    return tuple(told)


def told_time(told: Iterable[tuple[str | None, str | None]], as_of: int) -> tuple[Span, ...]:
    """Return the stretches that dates account for, in time order."""
    spans = {span_of(start, end, as_of) for start, end in told}
    return tuple(sorted((span for span in spans if span), key=lambda span: span.earliest))


def _lines_on_work(profile: Profile) -> set[int]:
    lines = {n for job in profile.experience for n in range(job.lines[0], job.lines[1] + 1)}
    for item in profile.statements:
        if item.section in {SectionKind.SUMMARY, SectionKind.EXPERIENCE, SectionKind.PROJECTS}:
            lines.update(item.lines)
    return lines


def late_studies(profile: Profile, as_of: int) -> tuple[tuple[int, int], ...]:
    """Return pairs of first lines where a later course of study stands below an earlier one."""
    return tuple(
        (above.lines[0], below.lines[0])
        for above, below in pairwise(profile.education)
        if _ends_later(below, above, as_of)
    )


def _ends_later(one: EducationEntry, other: EducationEntry, as_of: int) -> bool:
    """Whether one course ended surely later than the other, and began no earlier where known."""
    first, second = _end(one, as_of), _end(other, as_of)
    if first is None or second is None:
        return False
    begins = [month_number(item.start) for item in (one, other)]
    if begins[0] is not None and begins[1] is not None and begins[0][0] <= begins[1][0]:
        return False
    return first[0] > second[1]


def _end(item: EducationEntry, as_of: int) -> tuple[int, int] | None:
    """Return the earliest and latest month a course may have ended in; None when unknown."""
    if item.end == PRESENT:
        return as_of, as_of
    month = month_number(item.end)
    if month is None:
        return None
    return (month[0], month[0]) if month[1] else (month[0], month[0] + 11)
