"""Reads the courses of study: institution, degree, field and period of each."""

import re
from dataclasses import dataclass, field

from ai_agents.models import EducationEntry, Line
from ai_agents.profile.blocks import dated, is_prose
from ai_agents.profile.contact import location_strength
from ai_agents.profile.dates import find_dates, trim, without_dates
from ai_agents.profile.folding import fold, word_keys
from ai_agents.profile.fragments import split_place
from ai_agents.profile.lexicon import word_list

_SPLIT = re.compile(
    r"\s*[|•·∙●‖;；]\s*|\s+[–—-]\s+|\s{3,}|\t|\u241f|\.\s+(?=[A-Z])|\s+(?:at|from|bei)\s+(?=[A-Z])"
)
_NOISE = re.compile(
    r"^(?:gpa|grade|note|score|relevant|coursework|courses|thesis|activities"
    r"|minor|advisor|cum|in-major|graduate coursework"
    r"|undergraduate coursework|cgpa|location|dean)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?P<degree>.{2,60}?)(?:\s+(?:in|für|en|em|in de)\s+|,\s+|\s*:\s+)(?P<field>.{2,80})$"
)
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
    school_first: bool = False
    lines: list[int] = field(default_factory=list)


def degree_weight(text: str) -> float:
    """Return how surely a text names a degree (0–1)."""
    degrees = word_list("degrees")
    if fold(text).startswith("high school"):
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
    for i, line in enumerate(lines):
        pieces = _pieces(line)
        following = lines[i + 1] if i + 1 < len(lines) else None
        period = dated(line, following)
        if not pieces and not period:
            if drafts:
                drafts[-1].lines.append(line.id)
            continue
        _absorb(drafts, line, pieces)
        if period and drafts:
            _date(drafts, period.start, period.end)
    return [entry for draft in drafts if (entry := _finish(draft))]


def _pieces(line: Line) -> list[tuple[str, str]]:
    """Return (role, text) of a line's pieces; role is degree, institution or plain."""
    if is_prose(line) and len(line.text) > 160:
        return []
    found = []
    for printed in line.parts or (line.text,):
        part = printed.removeprefix(line.bullet or "")
        for raw in _SPLIT.split(without_dates(part, find_dates(part))):
            text = trim(raw)
            if len(text) < 2 or _NOISE.match(text):
                continue
            found += _roles(text)
    return found


def _roles(text: str) -> list[tuple[str, str]]:
    text, _ = split_place(text)
    if location_strength(text) >= 0.8:
        return []
    degree, institution = degree_weight(text), institution_weight(text)
    if degree and institution and ", " in text:
        pieces = text.split(", ")
        for cut in range(1, len(pieces)):
            left, right = ", ".join(pieces[:cut]), ", ".join(pieces[cut:])
            if degree_weight(left) and institution_weight(right) and not institution_weight(left):
                return [("degree", left), ("institution", split_place(right)[0])]
            if institution_weight(left) and degree_weight(right):
                return [("institution", left), ("degree", right)]
    if degree and (not institution or degree > institution):
        return [("degree", text)]
    if institution:
        return [("institution", text)]
    return [("plain", text)]


def _absorb(drafts: list[_Draft], line: Line, pieces: list[tuple[str, str]]) -> None:
    for role, text in pieces:
        if role == "plain":
            _plain(drafts, line, text)
            continue
        current = drafts[-1] if drafts else None
        if current is None or getattr(current, role) is not None:
            fresh = _Draft()
            # A second degree below one institution belongs to it too.
            if (
                role == "degree"
                and current is not None
                and current.institution
                and _school_first(drafts)
            ):
                fresh.institution = current.institution
                fresh.start, fresh.end = None, None
            drafts.append(fresh)
            current = fresh
        current.school_first = current.school_first or (
            role == "institution" and not current.degree
        )
        setattr(current, role, text)
        current.lines.append(line.id)


def _school_first(drafts: list[_Draft]) -> bool:
    return drafts[0].school_first


def _plain(drafts: list[_Draft], line: Line, text: str) -> None:
    """Keep a piece that is neither: the field below a degree, or a school without a school word."""
    current = drafts[-1] if drafts else None
    if line.bullet or is_prose(line) or len(text) > 70:
        if current:
            current.lines.append(line.id)
        return
    if current is None:
        drafts.append(_Draft(institution=text, lines=[line.id]))
        return
    current.lines.append(line.id)
    if current.degree and len(fold(current.degree)) <= 6 and not any(c.isdigit() for c in text):
        current.degree = f"{current.degree} {text}"
    elif current.institution is None and current.degree and not any(c.isdigit() for c in text):
        current.institution = text


def _date(drafts: list[_Draft], start: str | None, end: str | None) -> None:
    current = drafts[-1]
    if current.end is None:
        current.start, current.end = (None if start == end else start), end
    elif current.degree or current.institution:
        drafts.append(_Draft(start=None if start == end else start, end=end))


def _finish(draft: _Draft) -> EducationEntry | None:
    if draft.institution is None and draft.degree is None:
        return None
    degree, subject = draft.degree, None
    if degree and (match := _FIELD.match(degree)) and degree_weight(match["degree"]):
        degree, subject = match["degree"], match["field"]
    score = 0.2 + (0.35 if draft.degree else 0) + (0.3 if draft.institution else 0)
    return EducationEntry(
        institution=draft.institution,
        degree=degree,
        field=subject,
        start=draft.start,
        end=draft.end,
        lines=(min(draft.lines), max(draft.lines)) if draft.lines else (1, 1),
        confidence=round(min(1.0, score + (0.15 if draft.end else 0)), 3),
    )
