"""Reads the skills a person lists: one item each, labels, levels and ratings dropped."""

import re

from ai_agents.models import Line
from ai_agents.profile.blocks import continues
from ai_agents.profile.dates import trim
from ai_agents.profile.sections import match_heading
from ai_agents.vocabulary import SectionKind

MAX_SKILLS = 300
_NO_SKILLS = frozenset(
    (
        SectionKind.AWARDS,
        SectionKind.INTERESTS,
        SectionKind.CERTIFICATIONS,
        SectionKind.EDUCATION,
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
        SectionKind.VOLUNTEERING,
    )
)
#: More words than this are a sentence about a skill, not its name.
MAX_SKILL_WORDS = 7
_LABEL = re.compile(r"^[^\W\d_][^:：,;•|]{1,40}[:：](?=\s|$|[^\W\d_/])\s*")
_SPLIT = re.compile(r"\s*[,;，；、|•·∙●○▪◦■‖\t]\s*|\s{3,}|\s+/\s+|\s+[–—]\s+")
_RATING = re.compile(r"[●○★☆■□▪▮▯◆◇•⬤◯✩✭]{2,}|\b\d{1,3}\s?%|\b\d/\d\b")
_LEVEL_WORDS = (
    "advanced intermediate beginner basic expert proficient fluent native familiar experienced"
    " fortgeschritten grundkenntnisse gut sehr débutant avancé intermédiaire básico avanzado"
    " intermedio avançado intermediário elementary professional working upper"
)
_LEVEL = re.compile(
    rf"(?:\s*[(（]\s*|\s+[-–:]\s+)(?:{'|'.join(_LEVEL_WORDS.split())})\b[^)）]{{0,30}}[)）]?\s*$",
    re.IGNORECASE,
)


def read_skills(lines: list[Line]) -> list[str]:
    """Return the skills of one section in reading order, duplicates dropped."""
    seen: set[str] = set()
    skills: list[str] = []
    for text in _joined(lines):
        for item in _items(text):
            if item.casefold() not in seen and len(skills) < MAX_SKILLS:
                seen.add(item.casefold())
                skills.append(item)
    return skills


def _joined(lines: list[Line]) -> list[str]:
    """Return the texts of the section, a list that wraps over lines joined."""
    texts: list[str] = []
    previous: Line | None = None
    for line in lines:
        text = line.text
        if line.bullet and text.startswith(line.bullet):
            text = text[len(line.bullet) :]
        parts = [p for p in line.parts if p != line.bullet]
        if len(parts) > 1 and not line.bullet:
            text = "\t".join(parts)
            if len(parts) == 2 and len(parts[0]) < 40 and re.search(r"[,;、]", parts[1]):
                text = parts[1]
        wraps = previous is not None and not line.bullet and not _LABEL.match(text)
        if wraps and texts and previous is not None and _carries_on(previous, line, texts[-1]):
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
        previous = line
    return texts


def _carries_on(previous: Line, line: Line, text: str) -> bool:
    listed = re.search(r"[,;、]", text) is not None
    if text.rstrip().endswith((",", ";", "、", "(")):
        return True
    return continues(line, previous) and (listed or bool(previous.bullet))


def _items(text: str) -> list[str]:
    body = _RATING.sub(" ", text[:3000].strip())
    label = _LABEL.match(body)
    if label and _elsewhere(label[0]):
        return []
    if label:
        body = body[label.end() :]
    items = []
    for raw in _split(body):
        item = trim(_LEVEL.sub("", trim(raw).rstrip("."))).removeprefix("and ").removeprefix("& ")
        if inner := _LABEL.match(item):
            item = item[inner.end() :]
        words = item.split()
        if 1 <= len(words) <= MAX_SKILL_WORDS and any(c.isalpha() for c in item):
            items.append(item)
    return items


def _elsewhere(label: str) -> bool:
    """Return whether a label inside the section opens something that is no skill."""
    word = match_heading(label)
    return word is not None and word.strength == 2 and word.kind in _NO_SKILLS


def _split(body: str) -> list[str]:
    """Cut at separators outside brackets."""
    if "(" not in body and "（" not in body:
        return _SPLIT.split(body)
    pieces, depth, at = [], 0, 0
    for match in re.finditer(r"[()（）]|[,;，；、|•·∙●○▪◦■‖\t]", body):
        mark = match[0]
        if mark in "(（":
            depth += 1
        elif mark in ")）":
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append(body[at : match.start()])
            at = match.end()
    pieces.append(body[at:])
    return pieces
