"""Reads the courses of study: institution, degree, field and period of each."""

import re
from dataclasses import dataclass, field

from ai_agents.models import EducationEntry, Line
from ai_agents.profile.blocks import MAX_HEAD_CHARS, Dated, continues, dated, is_prose
from ai_agents.profile.contact import location_strength
from ai_agents.profile.dates import find_dates, trim, without_dates
from ai_agents.profile.folding import fold, has_cjk, word_keys
from ai_agents.profile.fragments import split_place
from ai_agents.profile.lexicon import word_list
from ai_agents.profile.links import visible_links

_SPLIT = re.compile(
    r"\s*[|•·∙●‖;；]\s*|\s+[–—-]\s+|\s{3,}|\t|\u241f|(?<=[a-zà-ÿ]{4})\.\s+(?=[A-Z])"
    r"|\s+(?:at|from|bei)\s+(?=[A-Z])"
)
#: 'M. Sc.', 'Ph. D.': a degree printed with spaces after its dots
_SPACED_DEGREE = re.compile(r"\b([A-Z][a-z]?)\.\s+(?=[A-Z][a-z]{0,3}\b\.?)")
_NOISE = re.compile(
    r"^(?:gpa|grade|note|score|relevant|courses?|coursework|thesis|activities|advis[eo]r"
    r"|cum|in-major|graduate coursework|undergraduate coursework|cgpa|location|dean|focus"
    r"|minor(?!\s+degree)|starting|expected|anticipated|supervisors?|topics?|honou?rs?\b(?=\s*[:：])"
    r"|(?:master|bachelor|diploma|doctoral|phd|final)['’]?s? (?:thesis|paper|arbeit)"
    r"|(?:master|bachelor|diplom|doktor)arbeit|schwerpunkte?|mémoire|tesis|tesi|afstudeer)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?P<degree>.{2,60}?)(?:\s+(?:in|für|en|em|in de)\s+|,\s+|\s*:\s+)(?P<field>.{2,80})$"
)
#: What a form writes behind the school: entered, graduated, left, expected to graduate
_EVENT = re.compile(r"\s*(?:入学|卒業見込み?|卒業|修了|中退|退学|毕业|在读|肄业)\s*$")
#: What follows a degree by a comma and is no school
_FIELD_WORD = re.compile(
    r"(?:minor|major|speciali[sz]|concentration|focus|honou?rs|with|summa|magna)", re.IGNORECASE
)
_LABELLED = re.compile(r"^[^:：]{2,45}[:：]\s*\S")
_AMBIGUOUS = frozenset(
    (
        "ma",
        "ba",
        "ms",
        "me",
        "be",
        "aa",
        "bs",
        "md",
        "dut",
        "bac",
        "minor",
        "major",
        "honours",
        "honors",
        "graduate",
        "associate",
        "undergraduate",
        "ausbildung",
        "schooling",
        "promotion",
    )
)


@dataclass
class _Draft:
    institution: str | None = None
    degree: str | None = None
    start: str | None = None
    end: str | None = None
    #: a named piece that is clearly neither: it becomes whichever of the two is missing
    unknown: str | None = None
    unknown_bold: bool = False
    #: whether the line that began the entry is bold
    bold: bool = False
    school_first: bool = False
    lines: list[int] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether anything but a date is known."""
        return bool(self.institution or self.degree or self.unknown)

    @property
    def full(self) -> bool:
        """Whether two names and a date are known: what follows is another entry."""
        names = (self.institution, self.degree, self.unknown)
        return self.end is not None and sum(name is not None for name in names) >= 2


def degree_weight(text: str) -> float:
    """Return how surely a text names a degree (0–1)."""
    degrees = word_list("degrees")
    if fold(text) in ("high school", "secondary school", "high school diploma"):
        return 1.0
    keys = [key for key in word_keys(text) if degrees.has(key)]
    clear = [key for key in keys if key not in _AMBIGUOUS]
    if clear or (not keys and degrees.hits(text)):
        return 1.0
    if not keys:
        return 0.0
    # 'MS' or 'BA' as print, not the English word 'me' or 'be'.
    return 0.8 if re.search(r"(?<!\w)(?:[A-Z]\.?){2,3}(?!\w)|\b[A-Z][a-z]{5,}", text) else 0.0


def institution_weight(text: str) -> float:
    """Return how surely a text names a place of learning (0–1)."""
    return min(1.0, 0.7 * word_list("institutions").hits(text))


def read_education(lines: list[Line]) -> list[EducationEntry]:
    """Return the entries of one education section; `lines` are its lines below the heading."""
    drafts: list[_Draft] = []
    skipped: Line | None = None
    lines = _unwrapped(lines)
    dated_bullets = any(line.bullet and find_dates(line.text) for line in lines)
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        period = dated(line, following)
        carried = skipped is not None and continues(line, skipped) and not period
        if carried or _is_remark(line, drafts, dated_bullets=dated_bullets):
            skipped = line
            if drafts:
                drafts[-1].lines.append(line.id)
            continue
        skipped = None
        _absorb(drafts, line, _pieces(line), period)
    # Beside entries that name a degree or a school, one that names neither is a remark.
    sure = [draft for draft in drafts if draft.degree or draft.institution]
    return [entry for draft in sure or drafts if (entry := _finish(draft))]


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
    if text[:1].islower() or (_NOISE.match(text) and not institution_weight(text)):
        return True
    if line.bullet and (not dated_bullets or not find_dates(text)):
        return bool(drafts[-1].degree) and not line.bold
    if drafts[-1].bold and drafts[-1].degree and drafts[-1].institution and not line.bold:
        return not find_dates(text)
    if (match := _LABELLED.match(text)) and not find_dates(text):
        return bool(drafts[-1].degree) and degree_weight(match[0].partition(":")[0]) < 1.0
    return is_prose(line) and not find_dates(text)


def _pieces(line: Line) -> list[tuple[str, str]]:
    """Return (role, text) of a line's pieces; role is degree, institution or plain."""
    if is_prose(line) and len(line.text) > 160:
        return []
    found = []
    for printed in line.parts or (line.text,):
        part = _SPACED_DEGREE.sub(r"\1.", printed.removeprefix(line.bullet or ""))
        for raw in _SPLIT.split(without_dates(part, find_dates(part))):
            for piece in _out_of_brackets(raw):
                text = trim(_EVENT.sub("", piece))
                if len(text) < 2 or _NOISE.match(text) or not any(c.isalpha() for c in text):
                    continue
                found += [] if visible_links(text)[:1] == [text] else _roles(text)
    return found


def _out_of_brackets(text: str) -> list[str]:
    """Cut 'Course (University of X)' in two; other brackets stay."""
    before, _, inside = text.rstrip(" )").partition("(")
    apart = institution_weight(inside) > 0 and institution_weight(before) == 0.0
    return [before, inside] if apart else [text]


def _roles(text: str) -> list[tuple[str, str]]:
    """Return what a piece names; 'degree, school, town' is cut at its commas."""
    if location_strength(text) >= 0.8:
        return []
    text, _ = split_place(text.rstrip("."))
    pieces = re.split(r"\s*[,，、]\s+|[，、]", text)
    schools = [institution_weight(piece) > 0 for piece in pieces]
    degrees = [degree_weight(piece) > 0 for piece in pieces]
    if len(pieces) > 1 and any(schools) and any(degrees):
        return _by_commas(pieces, schools, degrees)
    degree, institution = degree_weight(text), institution_weight(text)
    if degree and (not institution or degree > institution):
        return _unnamed_school(text, pieces)
    if institution:
        return [("institution", _school(pieces))]
    return [("plain", text)]


def _by_commas(
    pieces: list[str], schools: list[bool], degrees: list[bool]
) -> list[tuple[str, str]]:
    """Return degree and school of pieces that hold both, in the order they are printed."""
    degree_at = degrees.index(True)
    school_at = next((i for i, school in enumerate(schools) if school and not degrees[i]), -1)
    if school_at < 0:
        school_at = next((i for i, school in enumerate(schools) if school and i != degree_at), -1)
    if school_at < 0:
        return [("degree", ", ".join(pieces))]
    if degree_at < school_at:
        return [
            ("degree", ", ".join(pieces[:school_at])),
            ("institution", _school(pieces[school_at:])),
        ]
    return [
        ("institution", _school(pieces[school_at:degree_at])),
        ("degree", ", ".join(pieces[degree_at:])),
    ]


def _school(pieces: list[str]) -> str:
    """Return the school's name: 'MIT, Cambridge' → 'MIT', 'University of X, Berkeley' whole."""
    if has_cjk(pieces[0]) or (pieces[0].isupper() and len(pieces[0]) <= 5):
        return pieces[0]
    named = [i for i, piece in enumerate(pieces) if institution_weight(piece)]
    return ", ".join(pieces[: max(named, default=0) + 2])


def _unnamed_school(text: str, pieces: list[str]) -> list[tuple[str, str]]:
    """Cut a school without a school word off 'Degree in Subject, School'."""
    last = pieces[-1]
    if (
        len(pieces) >= 2
        and re.search(r"\s(?:in|of|für|en|em)\s", pieces[0])
        and _FIELD.match(pieces[0])
        and not degree_weight(last)
        and not _FIELD_WORD.match(last)
        and all(word[:1].isupper() for word in last.split())
    ):
        return [("degree", ", ".join(pieces[:-1])), ("plain", last)]
    return [("degree", text)]


def _absorb(
    drafts: list[_Draft], line: Line, pieces: list[tuple[str, str]], period: Dated | None
) -> None:
    """Add a line to the entry it belongs to, or begin a new one."""
    if period and pieces and drafts and drafts[-1].named and drafts[-1].end is not None:
        _open(drafts, line, {role for role, _ in pieces})
    for role, text in pieces:
        if role == "plain":
            _plain(drafts, line, text)
        else:
            _named(drafts, role, text, bold=line.bold)
            drafts[-1].lines.append(line.id)
    if period:
        _date(drafts, line, period)


def _open(drafts: list[_Draft], line: Line, roles: set[str]) -> None:
    """Begin an entry at a line with a period of its own; a second degree keeps its school."""
    keeps = roles == {"degree"} and drafts[0].school_first
    drafts.append(_Draft(institution=drafts[-1].institution if keeps else None, bold=line.bold))


def _named(drafts: list[_Draft], role: str, text: str, *, bold: bool) -> None:
    current = drafts[-1] if drafts else None
    taken = current is not None and getattr(current, role) is not None
    if current is None or taken or (bold and current.bold and current.full):
        fresh = _Draft(bold=bold)
        # A second degree below one institution belongs to it too.
        if role == "degree" and current and current.institution and drafts[0].school_first:
            fresh.institution = current.institution
        drafts.append(fresh)
        current = fresh
    if role == "institution" and not current.degree and not current.unknown:
        current.school_first = True
    setattr(current, role, text)


def _plain(drafts: list[_Draft], line: Line, text: str) -> None:
    """Keep a piece that is neither: the subject of a degree, or a name without a known word."""
    current = drafts[-1] if drafts else None
    prose = is_prose(line) and not find_dates(line.text)
    named = not line.bullet and not prose and len(text) <= 70 and not text[0].isdigit()
    complete = current is not None and current.named and current.end is not None
    opens = complete and line.bold and current is not None and line.id not in current.lines
    if named and (current is None or opens):
        drafts.append(_Draft(unknown=text, unknown_bold=line.bold, bold=line.bold, lines=[line.id]))
        return
    if current is None:
        return
    current.lines.append(line.id)
    if not named:
        return
    short = current.degree is not None and len(fold(current.degree)) <= 6
    if short and not has_cjk(text) and not any(c.isdigit() for c in text):
        current.degree = f"{current.degree} {text}"
    elif current.unknown is None and not any(c.isdigit() for c in text):
        current.unknown, current.unknown_bold = text, line.bold


def _date(drafts: list[_Draft], line: Line, period: Dated) -> None:
    start = None if period.start == period.end else period.start
    if drafts and drafts[-1].end is None:
        drafts[-1].start, drafts[-1].end = start, period.end
    else:
        drafts.append(_Draft(start=start, end=period.end, bold=line.bold))
    drafts[-1].lines.append(line.id)


def _finish(draft: _Draft) -> EducationEntry | None:
    institution, degree = draft.institution, draft.degree
    if draft.unknown and not institution:
        institution = draft.unknown
    elif draft.unknown and not degree and (draft.unknown_bold or not draft.school_first):
        degree = draft.unknown
    if institution is None and degree is None:
        return None
    subject = None
    if degree and (match := _FIELD.match(degree)) and degree_weight(match["degree"]):
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
    score += 0.1 if draft.unknown and not (draft.degree and draft.institution) else 0.0
    return round(min(1.0, score + (0.2 if draft.end else 0.0)), 3)
