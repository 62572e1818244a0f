"""Checks of consistency: marks and ends of bullets, spaces, dates, headings."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ai_agents.checks.date_forms import NAMED, date_forms, range_marks
from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import Said
from ai_agents.checks.wording import quoted
from ai_agents.models import Line, Section
from ai_agents.profile.folding import has_cjk, is_upper
from ai_agents.vocabulary import SectionKind

_WORK = (SectionKind.EXPERIENCE, SectionKind.PROJECTS)
_DOUBLE = re.compile(r"[^\W\d_] {2,3}[^\W_]|[\d,;)] {2,3}[^\W\d_]|[^\W_] {2,3}[($€£]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|etc|jr|sr|no|dept|st|approx|avg|yrs?|mo)|\b[a-z]\.[a-z])\.$",
    re.IGNORECASE,
)
#: 'Supervisors: Prof. Citizen' is an entry of a list, no sentence.
_LABELLED = re.compile(r"[^\s:]+(?: [^\s:]+){0,2}:\s(?:\S+\s+){0,9}\S+$")
#: 'Summer 2019' says more than the year.
_SEASON = re.compile(
    r"\b(?:spring|summer|fall|autumn|winter|q[1-4]|ws|ss|sommer|herbst|frühjahr|été|hiver|verano)\b",
    re.IGNORECASE,
)
#: Marks that points below a bullet usually have.
_NESTED = frozenset("•o○◦§▪–—-*>»‣")
#: Bullets whose left edges lie this close (points) are of one level.
_SAME_INDENT_PT = 3.0
_FEWEST_BULLETS = _FEWEST_HEADINGS = 3
#: A difference in size that a reader sees.
_SEEN_PT = 1.0
#: A bullet of fewer words may be a name that heads others.
_SENTENCE_WORDS = 5


def _work_bullets(facts: Facts) -> list[Said]:
    return [said for said in facts.said_in(*_WORK) if said.bullet]


def mixed_bullet_marks(facts: Facts) -> Iterator[Hit]:
    """Bullets of one level have different marks."""
    for level in _levels(facts):
        marks = Counter(line.bullet for line in level if line.bullet)
        if len(marks) > 1:
            usual = max(sorted(marks), key=lambda mark: marks[mark])
            rare = tuple(line.id for line in level if line.bullet != usual)
            yield Hit(rare[:6], {"marks": "  ".join(sorted(marks)), "tag": level[0].id})


def _levels(facts: Facts) -> list[list[Line]]:
    """Return the marked lines on work, those of one level together.

    A level is an indent within a column. Where the file tells no indent, the mark of a position's
    first bullet is that of its first level, and a usual mark of points below it is left out.
    """
    levels: list[list[Line]] = []
    tops: dict[int | None, str] = {}
    for said in _work_bullets(facts):
        line = facts.line(said.first)
        mark = line.bullet
        if not mark or mark[0].isalnum():
            continue
        if line.bbox is None and mark != tops.setdefault(said.job, mark) and mark in _NESTED:
            continue
        home = next((level for level in levels if _same_level(level[0], line)), None)
        if home is None:
            levels.append([line])
        else:
            home.append(line)
    return levels


def _same_level(one: Line, other: Line) -> bool:
    if one.bbox is None or other.bbox is None:
        return one.bbox is other.bbox
    near = abs(one.bbox[0] - other.bbox[0]) <= _SAME_INDENT_PT
    return near and one.column == other.column


def mixed_bullet_punctuation(facts: Facts) -> Iterator[Hit]:
    """Some bullets about work end with a full stop and some do not."""
    ends: dict[bool, list[int]] = {True: [], False: []}
    for said in _work_bullets(facts):
        stopped = _ends_with_stop(said)
        if stopped is not None:
            ends[stopped].append(said.lines[-1])
    few, many = sorted(ends.values(), key=len)
    if few and len(few) + len(many) >= _FEWEST_BULLETS:
        with_stop = few is ends[True]
        how = "with" if with_stop else "without"
        verb = "ends" if len(few) == 1 else "end"
        count = "One" if len(few) == 1 else str(len(few))
        rest = f"the other {len(many)}" if len(many) > 1 else "the other"
        told = f"{count} of {len(few) + len(many)} bullets on work {verb} {how} a full stop"
        told += f", {rest} {'with' if not with_stop else 'without'} one."
        yield Hit(tuple(few[:8]), {"told": told})


def _ends_with_stop(said: Said) -> bool | None:
    """Whether a bullet ends with a full stop; None where its end says nothing."""
    if len(said.words) < 3 or said.text.endswith("..") or _ABBREVIATION.search(said.text[-12:]):
        return None
    if _LABELLED.match(said.text):
        return None
    last = said.text[-1]
    return last in ".。" if last in ".。)%" or last.isalnum() else None


def double_spaces(facts: Facts) -> Iterator[Hit]:
    """Two or three spaces between words of a statement."""
    for said in facts.statements:
        for number in said.lines:
            line = facts.line(number)
            typed = any(_DOUBLE.search(part) for part in line.parts or (line.text,))
            if typed or line.double_space:
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
    if NAMED in at and any("Jan" in form for form in at):
        del at[NAMED]  # a name that fits the short and the long form differs from digits only
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
    """Most headings of a column look alike, one or two do not."""
    columns: dict[int, list[tuple[int, _Look]]] = {}
    for section in facts.sections:
        if section.heading and section.kind != SectionKind.CONTACT:
            line = facts.line(section.first_line)
            columns.setdefault(line.column, []).append((line.id, _look(line, section)))
    groups = list(columns.values())
    usual = [_usual(group) for group in groups]
    if all(look.is_like(usual[0]) for look in usual):
        groups = [[item for group in groups for item in group]]
    for group in groups:
        strays = [(line, look) for line, look in group if not look.is_like(_usual(group))]
        many = len(group) - len(strays)
        if strays and many >= _FEWEST_HEADINGS and 2 * len(strays) <= many:
            told = {"usual": _usual(group).in_words(), "other": strays[0][1].in_words()}
            yield Hit(tuple(sorted(line for line, _ in strays)), told)


def _usual(group: list[tuple[int, "_Look"]]) -> "_Look":
    """Return the look most headings of a group have, the first of equals."""
    looks = Counter(look for _, look in sorted(group, key=lambda item: item[0]))
    return looks.most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class _Look:
    """How a heading is set; size in points, 0 where the file tells none."""

    capitals: bool
    bold: bool
    size: float

    def is_like(self, other: "_Look") -> bool:
        """Whether no reader would see a difference."""
        same = (self.capitals, self.bold) == (other.capitals, other.bold)
        return same and abs(self.size - other.size) < _SEEN_PT

    def in_words(self) -> str:
        """Return the look in words: 'bold capitals, 12 pt'."""
        words = f"{'bold ' if self.bold else ''}{'capitals' if self.capitals else 'letters'}"
        return f"{words}, {self.size:g} pt" if self.size else words


def _look(line: Line, section: Section) -> _Look:
    heading = section.heading or ""
    capitals = is_upper(heading) and not has_cjk(heading)
    return _Look(capitals, line.bold, round(2 * line.size) / 2 if line.size else 0.0)


def mixed_sizes(facts: Facts) -> Iterator[Hit]:
    """Bullets on work are set in different sizes."""
    sizes: dict[float, list[int]] = {}
    for said in _work_bullets(facts):
        size = facts.line(said.first).size
        if size is not None and len(said.words) >= _SENTENCE_WORDS:
            sizes.setdefault(round(2 * size) / 2, []).append(said.first)
    if not sizes:
        return
    usual = max(sorted(sizes), key=lambda size: len(sizes[size]))
    other = [size for size in sorted(sizes) if abs(size - usual) >= _SEEN_PT]
    if other:
        lines = sorted(line for size in other for line in sizes[size])
        yield Hit(tuple(lines[:6]), {"usual": f"{usual:g}", "other": f"{other[0]:g}"})
