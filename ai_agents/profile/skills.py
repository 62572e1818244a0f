"""Reads the skills a person lists: one item each, labels, levels and ratings dropped."""

import re

from ai_agents.models import Line
from ai_agents.profile.blocks import continues
from ai_agents.profile.dates import trim
from ai_agents.profile.folding import has_cjk, squeeze
from ai_agents.profile.headings import match_heading
from ai_agents.profile.lexicon import document_titles
from ai_agents.vocabulary import SectionKind

MAX_SKILLS = 300
#: TeX's logo comes out of a PDF with its letters set apart
_LOGO = re.compile(r"\b(?:X\s?)?L\s?A\s?T\s?E?\s?X\b|\bT\s(?:E\s)?X\b")
_FILLERS = frozenset(("etc", "etc.", "and more", "others", "usw", "u.a"))
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
    " fortgeschritten grundkenntnisse gut sehr fließend verhandlungssicher"
    " courant débutant avancé intermédiaire básico avanzado"
    " intermedio avançado intermediário elementary professional working upper"
)
_LEVEL = re.compile(
    rf"(?:\s*[(（]\s*|\s+[-–:]\s+)(?:{'|'.join(_LEVEL_WORDS.split())})\b[^)）]{{0,30}}[)）]?\s*$",
    re.IGNORECASE,
)


#: '6+ Jahre', '3 yrs.', '（5年）', '2 years experience': how long, beside a skill
_YEARS = re.compile(
    r"\s*[-–:]?\s*[(（]?\s*(?<![\d.])\d{1,2}\s?\+?\s?(?:yrs?|years?|jahre?n?|ans|años|anni|anos|jaar|года?|лет"
    r"|months?|monate?|年|か月|个月)\b\.?(?:\s+(?:of\s+)?(?:experience|erfahrung))?[)）]?\s*$",
    re.IGNORECASE,
)
#: A level of the European language scale, or what stands for it: the row names a spoken language
_SPOKEN = re.compile(
    r"(?:^|[\s(（,])(?:[ABC][12]|L1|native|mother tongue|muttersprache\w*|langue maternelle"
    r"|lengua materna|madrelingua|bilingual|conversational|fluent|fließend)(?:$|[\s)）,./+-])",
    re.IGNORECASE,
)
_LANGUAGE_LABEL = re.compile(
    r"^(?:(?:spoken |foreign )?languages?|sprachen|langues|idiomas|lingue|línguas|talen|языки)\s*:",
    re.IGNORECASE,
)


def read_skills(lines: list[Line]) -> list[str]:
    """Return the skills of one section in reading order, duplicates dropped."""
    seen: set[str] = set()
    skills: list[str] = []
    lines = [line for line in lines if squeeze(line.text) not in document_titles()]
    lines = _with_levels(_without_labels(lines))
    for text in _joined(lines):
        for item in _items(text):
            if item.casefold() not in seen and len(skills) < MAX_SKILLS:
                seen.add(item.casefold())
                skills.append(item)
    return skills


def _without_labels(lines: list[Line]) -> list[Line]:
    """Drop bold lines that only name a group: plain lines with its skills follow each of them."""
    kept = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        group = (
            following is not None
            and _stands_over(line, following)
            and not line.bullet
            and not re.search(r"[,;:、：]", line.text)
            and not any(_YEARS.match(part) for part in line.parts)
        )
        if not group:
            kept.append(line)
    return kept


def _stands_over(line: Line, following: Line) -> bool:
    larger = (line.size or 0.0) > (following.size or 0.0) + 0.4
    return (line.bold and not following.bold) or (larger and line.bold >= following.bold)


def _with_levels(lines: list[Line]) -> list[Line]:
    """Return lists of 'skill   level' rows without the level, names cut in two joined."""
    rated = [len(line.parts) == 2 and _is_level(line.parts[1]) for line in lines]
    if sum(rated) * 2 < len(lines):
        return lines
    rows: list[Line] = []
    for line, has_level in zip(lines, rated, strict=True):
        if has_level and _SPOKEN.search(line.parts[1]):
            continue
        name = line.parts[0] if has_level else line.text
        if not has_level and rows and len(line.text) < 30 and line.bold == rows[-1].bold:
            glue = "" if rows[-1].text.endswith(("/", "-")) else " "
            name = f"{rows.pop().text}{glue}{name}"
        rows.append(line.model_copy(update={"text": name, "parts": (name,)}))
    return rows


def _is_level(text: str) -> bool:
    return bool(_YEARS.match(text) or _SPOKEN.search(text) or _RATING.fullmatch(text.strip()))


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
            if _YEARS.search(parts[0]) and len(parts) == 2:
                text = parts[0]
            elif len(parts) == 2 and len(parts[0]) < 40 and re.search(r"[,;、]", parts[1]):
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
    if label and (_elsewhere(label[0]) or _speaks(body)):
        return []
    name = _name_of(label[0]) if label else ""
    if label and (name != _bare(label[0]) or _described(body[label.end() :])):
        return [name]
    if label:
        body = body[label.end() :]
    items = []
    for raw in _split(body):
        item = trim(_LEVEL.sub("", trim(raw).rstrip("."))).removeprefix("and ").removeprefix("& ")
        item = _LOGO.sub(lambda found: "LaTeX" if "L" in found[0] else "TeX", _YEARS.sub("", item))
        if inner := _LABEL.match(item):
            item = item[inner.end() :]
        if item.casefold() in _FILLERS or (item in ("E", "Ǝ E") and "X" in text + item):
            continue
        words = item.split()
        if 1 <= len(words) <= MAX_SKILL_WORDS and any(c.isalpha() for c in item):
            items.append(item)
    return items


def _bare(label: str) -> str:
    return trim(label).rstrip(":： ")


def _name_of(label: str) -> str:
    """Return a label without the years it tells ('Python（5年）:' → 'Python')."""
    return _YEARS.sub("", _bare(label))


def _speaks(body: str) -> bool:
    """Return whether a labelled list is about spoken languages ('Languages: English (native)')."""
    return bool(_LANGUAGE_LABEL.match(body)) and _SPOKEN.search(body) is not None


def _described(text: str) -> bool:
    """Return whether a sentence, not a list, follows a skill's name ('Teamwork: led five …')."""
    if _SPLIT.search(text):
        return False
    return len(text.split()) > 5 or (has_cjk(text) and len(text) > 12)


def _elsewhere(label: str) -> bool:
    """Return whether a label inside the section opens something that is no skill."""
    word = match_heading(label)
    return word is not None and word.strength == 2 and word.kind in _NO_SKILLS


def _split(body: str) -> list[str]:
    """Cut at separators outside brackets; a row of names set apart by spaces only at those."""
    if not _SPLIT.search(body) and (names := _spaced_names(body)):
        return names
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


def _spaced_names(body: str) -> list[str]:
    """Return the names of 'AWS EC2 RDS Azure', none when the words make one name or a sentence."""
    words = body.split()
    technical = [word for word in words if word[1:] != word[1:].lower() or not word.isalpha()]
    capital = all(not word[:1].islower() or word[1:] != word[1:].lower() for word in words)
    if len(words) < 4 or not capital or len(technical) * 2 < len(words):
        return []
    names: list[str] = []
    for word in words:
        if word.isdigit() and names:
            names[-1] = f"{names[-1]} {word}"
        else:
            names.append(word)
    return names


def skills_confidence(skills: tuple[str, ...]) -> float:
    """Return 0–1: how much the items look like names of skills; a very short list says less."""
    mean = sum(_likeness(skill) for skill in skills) / len(skills)
    return mean * (0.8 if len(skills) < 3 else 1.0)


def _likeness(skill: str) -> float:
    words = skill.split()
    if has_cjk(skill):
        return 1.0 if len(skill) <= 8 else 0.4
    if skill.isdigit() or (len(skill) == 1 and skill not in "CRDV"):
        return 0.2
    sentence = len(words) >= 3 and words[0].islower() and any(len(word) <= 2 for word in words)
    if sentence or len(words) > 4:
        return 0.4
    return 1.0 if len(words) <= 3 else 0.8
