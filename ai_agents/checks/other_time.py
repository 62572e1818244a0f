"""Time that a resume accounts for beside the positions: studies, leave, volunteering.

Only stretches of months leave this module, and only to explain a gap or to compare two studies; no
school and no year of graduation is kept (ADR 0065).
"""

from itertools import pairwise

from ai_agents.checks.lexicon import phrase_pattern
from ai_agents.checks.months import PRESENT, Span, month_number, span_of
from ai_agents.models import Document, EducationEntry, Profile
from ai_agents.profile.dates import find_dates
from ai_agents.vocabulary import SectionKind

_LEAVE = ("held_beside", "leave")


def told_time(document: Document, profile: Profile, as_of: int) -> tuple[Span, ...]:
    """Return the stretches that dated studies and other dated lines account for, in time order.

    Lines of positions and sentences on work tell no time of their own ('Analysed the sales of
    2010–2015'), except where they speak of leave.
    """
    spans = [span_of(item.start, item.end, as_of) for item in profile.education]
    work = _lines_on_work(profile)
    for line in document.lines:
        dates = [date for date in find_dates(line.text) if date.is_range]
        if dates and (line.id not in work or phrase_pattern(*_LEAVE).search(line.text)):
            spans.extend(span_of(date.start, date.end, as_of) for date in dates)
    return tuple(sorted({span for span in spans if span}, key=lambda span: span.earliest))


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
