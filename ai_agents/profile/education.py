"""Reads the courses of study: institution, degree, field and period of each."""

import re
from dataclasses import dataclass, field

from ai_agents.models import EducationEntry, Line
from ai_agents.profile.blocks import MAX_HEAD_CHARS, Dated, continues, dated, is_prose
from ai_agents.profile.dates import find_dates
from ai_agents.profile.education_pieces import (
    FIELD,
    LABELLED,
    NOISE,
    degree_weight,
    institution_weight,
    pieces_of,
)
from ai_agents.profile.folding import fold, has_cjk

#: Longer texts are no names of schools or courses.
_MAX_NAME = 70
#: A part of a school
_FACULTY = re.compile(r"факультет|fakult|facult|facolt|facultad|faculdade|学部|学院", re.IGNORECASE)
#: Levels of education a form prints over the entries of one
_LEVELS = ("Высшее", "Среднее", "Среднее специальное", "Неоконченное высшее")


@dataclass
class _Draft:
    institution: str | None = None
    degree: str | None = None
    start: str | None = None
    end: str | None = None
    #: named pieces that are clearly neither: they become whichever of the two is missing
    plain: list[str] = field(default_factory=list)
    plain_bold: bool = False
    #: whether a remark followed the names: what names something now begins another entry
    closed: bool = False
    #: whether the line that began the entry is bold
    bold: bool = False
    school_first: bool = False
    lines: list[int] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether anything but a date is known."""
        return bool(self.institution or self.degree or self.plain)

    @property
    def told(self) -> bool:
        """Whether it is an entry though no word says so: two names and a period, or a bold one."""
        whole = self.start is not None and self.end is not None
        return (len(self.plain) > 1 and whole) or (self.plain_bold and self.end is not None)

    @property
    def full(self) -> bool:
        """Whether two names and a date are known: what follows is another entry."""
        names = (self.institution, self.degree, *self.plain[:1])
        return self.end is not None and sum(name is not None for name in names) >= 2


def read_education(lines: list[Line]) -> list[EducationEntry]:
    """Return the entries of one education section; `lines` are its lines below the heading."""
    drafts: list[_Draft] = []
    skipped: Line | None = None
    lines = _unwrapped(lines)
    dated_bullets = any(line.bullet and find_dates(line.text) for line in lines)
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        period = dated(line, following) or _only_date(line)
        carried = skipped is not None and continues(line, skipped) and not period
        if carried or _is_remark(line, drafts, dated_bullets=dated_bullets):
            skipped = line
            if drafts:
                drafts[-1].lines.append(line.id)
                drafts[-1].closed = drafts[-1].full
            continue
        skipped = None
        _absorb(drafts, line, pieces_of(line), period)
    # Beside entries that name a degree or a school, one that names neither is a remark.
    sure = [draft for draft in drafts if draft.degree or draft.institution or draft.told]
    degree_first = _degree_first(drafts)
    named = (_finish(draft, degree_first=degree_first) for draft in sure or drafts)
    return [entry for entry in named if entry]


def _only_date(line: Line) -> Dated | None:
    """Return the one date of a short line, wherever it stands: 'B.Tech from X, 2015 with 78%'."""
    spans = find_dates(line.text) if not is_prose(line) and not line.bullet else ()
    alone = len(spans) == 1 and not NOISE.match(line.text)
    return Dated(spans[0].start, spans[0].end) if alone else None


def _degree_first(drafts: list[_Draft]) -> bool:
    """Return whether most entries that name both begin with the degree."""
    both = [draft for draft in drafts if draft.degree and draft.institution]
    return 2 * sum(not draft.school_first for draft in both) > len(both)


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Return the lines with words cut by a hyphen at a line's end put together."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last
            and last.text.endswith("-")
            and line.text[:1].islower()
            and len(last.text) < MAX_HEAD_CHARS
        ):
            parts = (*last.parts[:-1], last.parts[-1][:-1] + line.text)
            text = last.text[:-1] + line.text
            joined[-1] = last.model_copy(update={"text": text, "parts": parts})
        else:
            joined.append(line)
    return joined


def _is_remark(line: Line, drafts: list[_Draft], *, dated_bullets: bool) -> bool:
    """Return whether a line tells about an entry that is already named."""
    if not drafts or not drafts[-1].named:
        return False
    text = line.text.removeprefix(line.bullet or "").strip()
    spans = find_dates(text)
    small = text[:1].islower() and (not spans or spans[0].begin > 0)
    if small or (NOISE.match(text) and not institution_weight(text)):
        return True
    if line.bullet and (not dated_bullets or not find_dates(text)):
        return bool(drafts[-1].degree) and not line.bold
    if drafts[-1].bold and drafts[-1].degree and drafts[-1].institution and not line.bold:
        return not find_dates(text)
    if (match := LABELLED.match(text)) and not find_dates(text):
        return bool(drafts[-1].degree) and degree_weight(match[0].partition(":")[0]) < 1.0
    return is_prose(line) and not find_dates(text)


def _absorb(
    drafts: list[_Draft], line: Line, pieces: list[tuple[str, str]], period: Dated | None
) -> None:
    """Add a line to the entry it belongs to, or begin a new one."""
    last = drafts[-1] if drafts else None
    if last and pieces and last.named and last.end is not None and (period or last.closed):
        _open(drafts, line, {role for role, _ in pieces})
    elif period and not pieces and last and _is_start_of(last, period, line):
        last.start = period.end
        return
    for role, text in pieces:
        if role == "plain":
            _plain(drafts, line, text)
        else:
            _named(drafts, role, text, line)
            drafts[-1].lines.append(line.id)
    if period:
        _date(drafts, line, period)


def _is_start_of(draft: _Draft, period: Dated, line: Line) -> bool:
    """Return whether a lone date under a lone end is where that period began (a timeline)."""
    if draft.end is None or period.end is None or draft.start or period.start != period.end:
        return False
    alike = len(period.end) == len(draft.end) and period.end < draft.end
    return alike and line.id - max(draft.lines, default=0) == 1


def _open(drafts: list[_Draft], line: Line, roles: set[str]) -> None:
    """Begin an entry at a line with a period of its own; a second degree keeps its school."""
    keeps = roles == {"degree"} and drafts[0].school_first
    drafts.append(_Draft(institution=drafts[-1].institution if keeps else None, bold=line.bold))


def _named(drafts: list[_Draft], role: str, text: str, line: Line) -> None:
    bold = line.bold
    current = drafts[-1] if drafts else None
    taken = current is not None and getattr(current, role) is not None
    if current and taken and role == "institution" and _is_part(current, line):
        return
    if current and taken and role == "institution" and _FACULTY.search(text):
        # A faculty and its subject below the school stand where other resumes print the degree.
        current.degree = text if current.degree in (None, *_LEVELS) else current.degree
        return
    if current is None or taken or (bold and current.bold and current.full):
        fresh = _Draft(bold=bold)
        # A second degree below one institution belongs to it too.
        if role == "degree" and current and current.institution and drafts[0].school_first:
            fresh.institution = current.institution
        drafts.append(fresh)
        current = fresh
    if role == "institution" and not current.degree and not current.plain:
        current.school_first = True
    setattr(current, role, text)


def _is_part(draft: _Draft, line: Line) -> bool:
    """Return whether a second school on the entry's own line is a part of the first one."""
    return line.id in draft.lines[-1:] and draft.degree is None


def _plain(drafts: list[_Draft], line: Line, text: str) -> None:
    """Keep a piece that is neither: the subject of a degree, or a name without a known word."""
    current = drafts[-1] if drafts else None
    prose = is_prose(line) and not find_dates(line.text)
    named = (
        not line.bullet
        and not prose
        and len(text.partition(" (")[0]) <= 70
        and not text[0].isdigit()
    )
    complete = current is not None and current.named and current.end is not None
    opens = complete and line.bold and current is not None and line.id not in current.lines
    if named and (current is None or opens):
        drafts.append(_Draft(plain=[text], plain_bold=line.bold, bold=line.bold, lines=[line.id]))
        return
    if current is None:
        return
    current.lines.append(line.id)
    if not named:
        return
    brief = current.degree is not None and len(fold(current.degree)) <= 6
    if brief and not has_cjk(text) and not any(c.isdigit() for c in text):
        current.degree = f"{current.degree} {text}"
    elif len(current.plain) < 2 and not any(c.isdigit() for c in text):
        current.plain_bold |= line.bold
        current.plain.append(text)


def _date(drafts: list[_Draft], line: Line, period: Dated) -> None:
    start = None if period.start == period.end else period.start
    if drafts and drafts[-1].end is None:
        drafts[-1].start, drafts[-1].end = start, period.end
    else:
        drafts.append(_Draft(start=start, end=period.end, bold=line.bold))
    drafts[-1].lines.append(line.id)


def _finish(draft: _Draft, *, degree_first: bool) -> EducationEntry | None:
    institution, degree, plain = draft.institution, draft.degree, list(draft.plain)
    if institution is None and degree is None and len(plain) > 1:
        degree, institution = plain if degree_first else plain[::-1]
    elif institution is None and plain:
        institution = plain[0]
    elif degree is None and plain and (draft.plain_bold or not draft.school_first):
        degree = plain[0]
    if institution is None and degree is None:
        return None
    subject = None
    if degree and (match := FIELD.match(degree)) and degree_weight(match["degree"]):
        degree, subject = match["degree"], match["field"]
    return EducationEntry(
        institution=institution,
        degree=degree,
        field=subject,
        start=draft.start,
        end=draft.end,
        lines=(min(draft.lines), max(draft.lines)) if draft.lines else (1, 1),
        confidence=_confidence(draft),
    )


def _confidence(draft: _Draft) -> float:
    """Return 0–1: what the words themselves name counts, what only position tells counts less."""
    score = 0.15 + (0.35 if draft.degree else 0.0) + (0.3 if draft.institution else 0.0)
    score += 0.1 if draft.plain and not (draft.degree and draft.institution) else 0.0
    return round(min(1.0, score + (0.2 if draft.end else 0.0)), 3)
