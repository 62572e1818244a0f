"""Checks of time: order of entries, dates the wrong way round, gaps and overlaps of positions."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rapidfuzz import fuzz

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.months import PRESENT, Span, month_number, printed_date, printed_month
from ai_agents.checks.rule import Hit

GAP_MONTHS, OVERLAP_MONTHS = 12, 3
#: Gaps older than this say nothing about the person today.
GAP_HORIZON_MONTHS = 15 * 12


def _groups(facts: Facts) -> list[list[Job]]:
    """Return the dated positions section by section, in the order of the resume."""
    groups: dict[int, list[Job]] = {}
    for job in facts.jobs:
        if job.span is not None:
            home = max(
                (s.first_line for s in facts.sections if s.first_line <= job.lines[0]), default=0
            )
            groups.setdefault(home, []).append(job)
    return [groups[home] for home in sorted(groups)]


def not_reverse_chronological(facts: Facts) -> Iterator[Hit]:
    """A later position stands below an earlier one; work held beside another is left out."""
    lines: list[int] = []
    labels: list[str] = []
    for group in _groups(facts):
        main = [job for job in group if not job.side]
        for above, below in pairwise(main):
            if above.span is None or below.span is None:
                continue
            if below.span.earliest > above.span.earliest and below.span.last > above.span.last:
                lines.extend((above.date_line, below.date_line))
                labels.append(f"The later {_dated(below)} stands below {_dated(above)}.")
    if lines:
        yield Hit(tuple(dict.fromkeys(lines))[:6], {"told": labels[0]})


def _dated(job: Job) -> str:
    return f"“{job.label}” ({printed_date(job.start or '')})"


def study_order(facts: Facts) -> Iterator[Hit]:
    """A course of study that ended later stands below one that ended earlier."""
    lines = sorted({line for pair in facts.late_studies for line in pair})
    if lines:
        yield Hit(tuple(lines[:6]))


def dates_reversed(facts: Facts) -> Iterator[Hit]:
    """A position that ends before it begins."""
    for job in facts.jobs:
        start, end = month_number(job.start), month_number(job.end)
        if start is None or end is None:
            continue
        exact = start[1] and end[1]
        if (start[0] > end[0]) if exact else (start[0] // 12 > end[0] // 12):
            yield Hit((job.date_line,), {"job": job.label})


def employment_gap(facts: Facts) -> Iterator[Hit]:
    """Twelve or more months between two positions that nothing in the resume accounts for.

    Dates are read in the kindest way. Studies, leave or volunteering with dates of their own
    account for their time; an undated position may fill any gap.
    """
    if any(job.span is None for job in facts.jobs):
        return
    reached: Job | None = None
    for job in sorted(facts.jobs, key=_begin):
        if job.span is None:
            continue
        if reached is not None and reached.span is not None:
            gap = _longest_open(reached.span.latest + 1, job.span.earliest - 1, facts.told)
            recent = facts.as_of - job.span.earliest <= GAP_HORIZON_MONTHS
            unsure = reached.one_date or job.one_date or job.training or reached.training
            if gap is not None and recent and not unsure:
                lines = tuple(sorted({reached.date_line, job.date_line}))
                yield Hit(lines, _stretch(*gap))
        if reached is None or reached.span is None or job.span.latest > reached.span.latest:
            reached = job


def _begin(job: Job) -> tuple[int, int]:
    return (job.span.earliest if job.span else 0, -job.index)


def _longest_open(first: int, last: int, told: Iterable[Span]) -> tuple[int, int] | None:
    """Return the longest stretch from first to last that no span covers, if a year or more."""
    best: tuple[int, int] | None = None
    begin = first
    ends = [(span.earliest, span.latest) for span in told] + [(last + 1, last + 1)]
    for start, end in sorted(ends):
        stop = min(start - 1, last)
        if stop - begin + 1 >= GAP_MONTHS and (best is None or stop - begin > best[1] - best[0]):
            best = (begin, stop)
        begin = max(begin, end + 1)
    return best


def _stretch(first: int, last: int) -> dict[str, object]:
    """Return the words for a stretch of months, both ends included."""
    return {
        "months": last - first + 1,
        "first": printed_month(first),
        "last": printed_month(last),
    }


def employment_overlap(facts: Facts) -> Iterator[Hit]:
    """Two main positions at different employers overlap by three months or more."""
    main = [
        job
        for job in facts.jobs
        if job.span is not None and job.employer and not job.side and not job.training
    ]
    for index, one in enumerate(main):
        for other in main[index + 1 :]:
            if _same_employer(one, other):
                continue
            both = _overlap(one, other, facts.as_of)
            if both is not None and both[1] - both[0] + 1 >= OVERLAP_MONTHS:
                lines = tuple(sorted({one.date_line, other.date_line}))
                yield Hit(lines, {"one": one.label, "other": other.label, **_stretch(*both)})


def _same_employer(one: Job, other: Job) -> bool:
    first, second = (one.employer or "").lower(), (other.employer or "").lower()
    return fuzz.partial_ratio(first, second) >= 85


def _overlap(one: Job, other: Job, as_of: int) -> tuple[int, int] | None:
    """Return the months both positions were held, by the narrowest reading of their dates."""
    starts, ends = [], []
    for job in (one, other):
        start, end = month_number(job.start), month_number(job.end)
        if start is None:
            return None
        starts.append(start[0] if start[1] else start[0] + 11)
        ends.append(min(end[0] if end else as_of if job.end == PRESENT else 0, as_of))
    return max(starts), min(ends)
