"""Checks of consistency: marks and ends of bullets, spaces, dates, headings."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ai_agents.checks.date_forms import date_forms, range_marks
from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import Said
from ai_agents.checks.wording import quoted
from ai_agents.vocabulary import SectionKind

_WORK = (SectionKind.EXPERIENCE, SectionKind.PROJECTS)
_DOUBLE = re.compile(r"[A-Za-z0-9,;)] {2,3}[A-Za-z(]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|etc|jr|sr|no|dept|st|approx|avg|yrs?|mo)|\b[a-z]\.[a-z])\.$",
    re.IGNORECASE,
)
#: 'Summer 2019' says more than the year.
_SEASON = re.compile(
    r"\b(?:spring|summer|fall|autumn|winter|q[1-4]|ws|ss|sommer|herbst|frühjahr|été|hiver|verano)\b",
    re.IGNORECASE,
)
_NESTED = frozenset("o○◦§▪–—>»‣")


def _work_bullets(facts: Facts) -> list[Said]:
    return [said for said in facts.said_in(*_WORK) if said.bullet]


def mixed_bullet_marks(facts: Facts) -> Iterator[Hit]:
    """Two bullet marks at the same indent within one section of work."""
    marks: dict[int, Counter[str]] = {}
    at: dict[tuple[int, str], list[int]] = {}
    for said in _work_bullets(facts):
        line = facts.line(said.first)
        if not line.bullet or line.bullet in _NESTED or line.bullet[0].isalnum():
            continue
        indent = round(line.bbox[0] / 4) if line.bbox else 0
        marks.setdefault(indent, Counter())[line.bullet] += 1
        at.setdefault((indent, line.bullet), []).append(line.id)
    for indent in sorted(marks):
        if len(marks[indent]) > 1:
            rare = min(sorted(marks[indent]), key=lambda mark: (marks[indent][mark], mark))
            yield Hit(tuple(at[indent, rare][:6]), {"marks": "  ".join(sorted(marks[indent]))})


def mixed_bullet_punctuation(facts: Facts) -> Iterator[Hit]:
    """Some bullets about work end with a full stop and some do not."""
    ends: dict[bool, list[int]] = {True: [], False: []}
    for said in _work_bullets(facts):
        if len(said.words) < 3 or said.text.endswith("..") or _ABBREVIATION.search(said.text[-12:]):
            continue
        last = said.text[-1]
        if last in ".。" or last.isalnum() or last in ")%":
            ends[last in ".。"].append(said.lines[-1])
    few, many = sorted(ends.values(), key=len)
    if few and len(few) + len(many) >= 3:
        with_stop = few is ends[True]
        stop = "with a full stop" if with_stop else "without a full stop"
        verb, others = ("ends" if len(few) == 1 else "end"), ("do" if len(many) > 1 else "does")
        rest = "others" if len(many) > 1 else "other"
        values = {"few": len(few), "all": len(few) + len(many), "how": f"{verb} {stop}"}
        values["rest"] = f"the {rest} {others} not"
        yield Hit(tuple(few[:8]), values)


def double_spaces(facts: Facts) -> Iterator[Hit]:
    """Two or three spaces between words of a statement."""
    for said in facts.statements:
        for number in said.lines:
            line = facts.line(number)
            if any(_DOUBLE.search(part) for part in line.parts or (line.text,)):
                yield Hit((number,))


def mixed_date_formats(facts: Facts) -> Iterator[Hit]:
    """Dates of positions and studies are printed in more than one form."""
    yield from _mixed(facts, date_forms)


def mixed_dashes(facts: Facts) -> Iterator[Hit]:
    """Ranges of dates are joined by more than one mark."""
    yield from _mixed(facts, range_marks)


def _mixed(facts: Facts, forms: Callable[[str], Iterable[tuple[str, str]]]) -> Iterator[Hit]:
    """Yield a hit at the rarer forms of the dated lines, each form shown as printed."""
    at: dict[str, list[int]] = {}
    printed: dict[str, str] = {}
    for number in _dated_lines(facts):
        for form, text in dict(forms(facts.line(number).text[:300])).items():
            at.setdefault(form, []).append(number)
            printed.setdefault(form, text)
    if len(at) > 1:
        order = sorted(at, key=lambda form: (len(at[form]), form))
        lines = sorted({line for form in order[:-1] for line in at[form]})
        yield Hit(tuple(lines[:6]), {"forms": quoted([printed[form] for form in order[::-1]])})


def _dated_lines(facts: Facts) -> list[int]:
    """Return the lines that date an entry: heads of positions, lines of studies."""
    lines = {number for job in facts.jobs for number in job.head}
    for study in facts.studies:
        lines.update(range(study.lines[0], study.lines[1] + 1))
    said = {number for statement in facts.statements for number in statement.lines}
    return sorted(lines - said)


def date_precision(facts: Facts) -> Iterator[Hit]:
    """Some positions are dated to the month, others to the year only."""
    dated = [job for job in facts.jobs if not _SEASON.search(facts.line(job.date_line).text[:300])]
    years = [job for job in dated if _in_years(job)]
    months = [job for job in dated if not _in_years(job) and (job.start or job.end)]
    if years and months:
        yield Hit(tuple(job.date_line for job in years[:6]))


def _in_years(job: Job) -> bool:
    """Whether a date of a position is a year alone."""
    return any(date is not None and len(date) == 4 for date in (job.start, job.end))


def heading_styles(facts: Facts) -> Iterator[Hit]:
    """Most headings share one case, one or two of the same column do not."""
    headings = [
        (facts.line(section.first_line).column, section)
        for section in facts.sections
        if section.heading
        and section.kind != SectionKind.CONTACT
        and any(char.isalpha() and char.lower() != char.upper() for char in section.heading)
    ]
    upper = [item for item in headings if (item[1].heading or "").isupper()]
    other = [item for item in headings if item not in upper]
    few, many = sorted((upper, other), key=len)
    columns = {column for column, _ in many}
    strays = [section.first_line for column, section in few if column in columns]
    if strays and len(many) >= 3 and len(few) <= len(many) / 2:
        yield Hit(tuple(strays))
