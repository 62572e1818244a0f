"""Reads the skills a person lists: one item each, labels, levels and ratings dropped."""

import re
from collections import Counter
from itertools import pairwise

from ai_agents.models import Line
from ai_agents.profile.blocks import continues
from ai_agents.profile.folding import has_cjk, squeeze
from ai_agents.profile.headings import match_heading
from ai_agents.profile.lexicon import document_titles
from ai_agents.profile.skill_items import (
    YEARS,
    bare_label,
    is_level,
    is_sentence,
    items_of,
    speaks,
    split_label,
)
from ai_agents.vocabulary import SectionKind

MAX_SKILLS = 300
#: What a labelled list inside the section may be about that is no skill
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
#: A label is at most this long; rows whose second parts begin within so many points share an edge.
_LABEL_CHARS = 45
_EDGE = 2.0
#: A column of labels stands beside at least this share of the rows with several parts.
_MOST_ROWS = 0.6
_LISTED = re.compile(r"[,;、，•·]")


def read_skills(lines: list[Line]) -> list[str]:
    """Return the skills of one section in reading order, duplicates dropped."""
    skills: dict[str, str] = {}
    lines = [line for line in lines if squeeze(line.text) not in document_titles()]
    lines = _with_levels(_without_labels(lines))
    for label, text in _lists(lines):
        for item in _named(label, text):
            skills.setdefault(item.casefold(), item)
    return list(skills.values())[:MAX_SKILLS]


def _named(label: str, text: str) -> list[str]:
    """Return the skills of one list; where no list follows a label, the label is the skill."""
    if label and (_elsewhere(label) or speaks(label, text)):
        return []
    name = YEARS.sub("", bare_label(label))
    if label and (name != bare_label(label) or is_sentence(text) or is_level(text)):
        return [name]
    return items_of(text)


def _elsewhere(label: str) -> bool:
    """Return whether a label inside the section opens something that is no skill."""
    word = match_heading(label)
    if word is None or word.kind not in _NO_SKILLS:
        return False
    return word.strength == 2 or word.kind is SectionKind.INTERESTS


# Lines → lists ----------------------------------------------------------------------------------


def _without_labels(lines: list[Line]) -> list[Line]:
    """Drop bold lines that only name a group: plain lines with its skills follow each of them.

    Where sentences follow instead, the bold lines are the skills and the sentences go.
    """
    described = _described(lines)
    kept = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        over = following is not None and _stands_over(line, following) and _plain_label(line)
        if described and not (line.bold or line.lead):
            continue
        if described or not over:
            kept.append(line)
    return kept


def _described(lines: list[Line]) -> bool:
    """Return whether most bold lines stand over a sentence about them."""
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if _stands_over(line, following) and _plain_label(line)
    ]
    told = sum(is_sentence("\t".join(following.parts)) for line, following in pairs if line.bold)
    return told > 0 and 2 * told >= len(pairs)


def _plain_label(line: Line) -> bool:
    return (
        (not line.bullet or not _LISTED.search(line.text.removeprefix(line.bullet)))
        and not re.search(r"[,;:、：]", line.text)
        and not any(YEARS.match(part) for part in line.parts)
    )


def _stands_over(line: Line, following: Line) -> bool:
    larger = (line.size or 0.0) > (following.size or 0.0) + 0.4
    plain = not following.bold and not following.bullet
    return (line.bold and plain) or (larger and line.bold >= following.bold and not line.bullet)


def _with_levels(lines: list[Line]) -> list[Line]:
    """Return lists of 'skill   level' rows without the level, names cut in two joined."""
    rated = [len(line.parts) == 2 and is_level(line.parts[1]) for line in lines]
    if sum(rated) * 2 < len(lines):
        return lines
    rows: list[Line] = []
    for line, has_level in zip(lines, rated, strict=True):
        if has_level and speaks("", line.parts[0]):
            continue
        name = line.parts[0] if has_level else line.text
        if not has_level and rows and len(line.text) < 30 and line.bold == rows[-1].bold:
            glue = "" if rows[-1].text.endswith(("/", "-")) else " "
            name = f"{rows.pop().text}{glue}{name}"
        rows.append(line.model_copy(update={"text": name, "parts": (name,)}))
    return rows


def _lists(lines: list[Line]) -> list[tuple[str, str]]:
    """Return (label, text) of each list of the section; a list that wraps over lines is one."""
    lists: list[tuple[str, str]] = []
    previous: Line | None = None
    columns = _label_edges(lines)
    for line in [cell for row in lines for cell in _cells(row)]:
        label, text = _label_and_text(line, columns)
        if not text and label:
            continue  # 'Familiar:' heads what follows
        if previous is not None and not label and _carries_on(previous, line, lists[-1][1]):
            lists[-1] = lists[-1][0], _join(lists[-1][1], text)
        else:
            lists.append((label, text))
        previous = line
    return lists


def _cells(line: Line) -> list[Line]:
    """Return the parts of a line as lines of their own where each has its label."""
    labelled = sum(bool(split_label(part)[0]) for part in line.parts)
    if labelled < max(2, len(line.parts)):
        return [line]
    return [line.model_copy(update={"text": part, "parts": (part,)}) for part in line.parts]


def _label_edges(lines: list[Line]) -> set[int]:
    """Return the left edges of lists that stand beside a column of labels.

    In a grid of skills the third column shares an edge too; what is beside a label is a list.
    """
    rows = [line for line in lines if len(line.parts) > 1 and line.starts]
    seconds = Counter(round(line.starts[1] / _EDGE) for line in rows)
    thirds = Counter(round(line.starts[2] / _EDGE) for line in rows if len(line.parts) > 2)
    ragged = bool(thirds) and max(thirds.values()) * 2 <= max(2, sum(thirds.values()))
    listed = sum(bool(_LISTED.search(line.text)) for line in rows)
    if not ragged and 2 * listed < len(rows):
        return set()
    return {e for e, count in seconds.items() if count >= max(2, _MOST_ROWS * len(rows))}


def _label_and_text(line: Line, columns: set[int]) -> tuple[str, str]:
    """Return the label a line begins with, empty where it has none, and the rest of it."""
    parts = [part for part in line.parts if part != line.bullet] or [line.text]
    if line.bullet and parts[0].startswith(line.bullet):
        parts[0] = parts[0][len(line.bullet) :].strip()
    text = "\t".join(parts)
    if line.lead and len(line.lead) <= _LABEL_CHARS and text.startswith(line.lead):
        rest = text[len(line.lead) :].lstrip("\t :：–-")
        if rest and (not _LISTED.search(line.lead) or line.lead.endswith(":")):
            return line.lead.rstrip(" :："), rest
    if len(parts) > 1 and len(parts[0]) <= _LABEL_CHARS and not _LISTED.search(parts[0]):
        beside = line.starts and round(line.starts[1] / _EDGE) in columns
        single = len(parts) == 2 and (_LISTED.search(parts[1]) or YEARS.search(parts[0]))
        if beside or single:
            return parts[0], "\t".join(parts[1:])
    return split_label(text)


def _carries_on(previous: Line, line: Line, text: str) -> bool:
    if line.bullet and not text.rstrip().endswith(tuple(",;、•·")):
        return False
    open_end = text.rstrip().endswith((",", ";", "、", "(", "•", "·", "/", "&"))
    if open_end or _is_cut(text, line.text):
        return True
    listed = _LISTED.search(text) is not None
    return continues(line, previous) and (listed or bool(previous.bullet))


def _is_cut(text: str, following: str) -> bool:
    """Return whether a word goes on in the next line ('Improve-', 'ment')."""
    return text[-1:] == "-" and text[-2:-1].isalpha() and following[:1].isalpha()


def _join(text: str, following: str) -> str:
    if _is_cut(text, following):
        return (text[:-1] if following[:1].islower() else text) + following
    return f"{text} {following}"


# Confidence -------------------------------------------------------------------------------------


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
