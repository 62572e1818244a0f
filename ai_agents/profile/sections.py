"""Finds the headings of a document and the sections below them, by words and by typography."""

import re
from collections import defaultdict
from dataclasses import dataclass

from ai_agents.models import Line, Section
from ai_agents.profile.contact import phones_in
from ai_agents.profile.dates import find_dates
from ai_agents.profile.folding import fold, has_cjk, is_upper, squeeze
from ai_agents.profile.lexicon import document_titles, heading_words, headings
from ai_agents.profile.links import is_link_line
from ai_agents.profile.reading_copy import closed_up
from ai_agents.profile.typography import Look, Typography
from ai_agents.vocabulary import SectionKind

#: A heading is a few words on its own line.
MAX_HEADING_CHARS = 60
MAX_HEADING_WORDS = 7
_NUMBERING = re.compile(r"^(?:\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+|[^\w\s(（]+\s*)+")
_TAIL = re.compile(r"[\s:：_=\-–—|.…·•*#>》】\])]+$")
#: what a form prints behind a heading: '本人希望記入欄（特に…）'
_REMARK = re.compile(r"（[^（）]*）?\s*$")
_JOINED = re.compile(r"\s(?:&|and|und|et|y|e)\s|[,/+]", re.IGNORECASE)
_MARKS = frozenset("■◆●§▶►◇□▪▌➤❖★✦>○")


@dataclass(frozen=True)
class Heading:
    """A line taken for a heading: what it says, what it means, how sure (0–1)."""

    index: int
    kind: SectionKind
    text: str
    confidence: float


@dataclass(frozen=True)
class _Word:
    """What the words of a line say: its kind, its print, 2 for a known phrase, else 1."""

    kind: SectionKind
    text: str
    strength: int


def heading_text(text: str) -> str:
    """Return the words of a heading without numbering, decoration and closing colon."""
    text = _REMARK.sub("", text[: 2 * MAX_HEADING_CHARS])
    stripped = _TAIL.sub("", _NUMBERING.sub("", text.strip()))
    return closed_up(" ".join(stripped.split()))


def match_heading(text: str) -> _Word | None:
    """Return what a line means as a heading, None when its words are no heading's words."""
    if len(text) > 2 * MAX_HEADING_CHARS:
        return None
    words = heading_text(text)
    key = squeeze(words)
    if not key or len(words) > MAX_HEADING_CHARS:
        return None
    known = headings().get(key)
    if known:
        return _Word(known[0], _printed(words, known[1]), 2)
    kind = _kind_by_words(words)
    return _Word(kind, words, 1) if kind else None


def _printed(words: str, phrase: str) -> str:
    """Return the heading as printed; letter-spaced print gets the word gaps of the phrase."""
    if fold(words) == fold(phrase) or has_cjk(words):
        return words
    letters = words.replace(" ", "")
    if letters.casefold() != phrase.replace(" ", "").casefold():
        return words
    spaced, at = [], 0
    for word in phrase.split():
        spaced.append(letters[at : at + len(word)])
        at += len(word)
    return " ".join(spaced)


def _kind_by_words(words: str) -> SectionKind | None:
    tokens = fold(words).split()
    table = heading_words()
    if has_cjk(words):
        return _kind_by_pieces(squeeze(words))
    if len(tokens) > MAX_HEADING_WORDS:
        return None
    if any(token not in table for token in tokens):
        return None
    kinds = [kind for token in tokens if (kind := table[token])]
    # 'Projects and experience' tells of positions too; 'project experience' only of projects.
    if SectionKind.EXPERIENCE in kinds[1:] and kinds[0] is SectionKind.PROJECTS:
        return SectionKind.EXPERIENCE if _JOINED.search(words) else kinds[0]
    return kinds[0] if kinds else None


def _kind_by_pieces(key: str) -> SectionKind | None:
    """Cover a heading in a script without spaces by known words; little may be left over."""
    if len(key) > 14:
        return None
    kind, rest = None, key
    for word, meaning in heading_words().items():
        if has_cjk(word) and word in rest:
            rest = rest.replace(word, "")
            kind = kind or meaning
    return kind if kind and len(rest) <= 1 else None


def find_headings(typography: Typography) -> tuple[Heading, ...]:
    """Return the headings of the document in reading order."""
    lines = typography.document.lines
    words = {i: word for i, line in enumerate(lines) if (word := _worded(line))}
    looks = {i: typography.look(line) for i, line in enumerate(lines)}
    found: list[Heading] = []
    for columns, house in _houses(words, looks, typography):
        here: list[Heading] = []
        for i, word in words.items():
            if lines[i].column in columns:
                confidence = _confidence(word, looks[i], house, typography.emphasis(lines[i]))
                if confidence >= 0.5:
                    here.append(Heading(i, word.kind, word.text, confidence))
        here = _without_repeats(here, looks, house)
        here += _custom(here, looks, house, typography, columns)
        found += here
    found.sort(key=lambda heading: heading.index)
    return _whole(found, lines, looks)


def _houses(
    words: dict[int, _Word], looks: dict[int, Look], typography: Typography
) -> list[tuple[frozenset[int], Look | None]]:
    """Return (columns, look of their headings): a sidebar may have a style of its own."""
    lines = typography.document.lines
    overall = _house_look(words, looks, typography)
    shared, apart = set(), []
    for column in sorted({line.column for line in lines}):
        inside = {i: word for i, word in words.items() if lines[i].column == column}
        look = _house_look(inside, looks, typography)
        alike = {word.kind for i, word in inside.items() if looks[i] == look}
        if look is None or look == overall or len(alike) < 2 or not _distinct(look, typography):
            shared.add(column)
        else:
            apart.append((frozenset((column,)), look))
    return [(frozenset(shared), overall), *apart]


def _whole(
    found: list[Heading], lines: tuple[Line, ...], looks: dict[int, Look]
) -> tuple[Heading, ...]:
    """Join the two printed lines of one heading in the margin ('RESEARCH' above 'EXPERIENCE')."""
    kept: list[Heading] = []
    for heading in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and _one_heading(last, heading)
            and looks[last.index] == looks[heading.index]
            and _right_below(lines[last.index], lines[heading.index])
        ):
            text = f"{last.text} {heading.text}"
            word = match_heading(text)
            kind = word.kind if word else heading.kind
            kept[-1] = Heading(last.index, kind, text, last.confidence)
        else:
            kept.append(heading)
    return tuple(kept)


def _one_heading(first: Heading, second: Heading) -> bool:
    """Return whether body text stands between two lines in the margin, or an 'and' joins them."""
    joined = first.text.endswith(("&", " and", " und")) or second.text.startswith(("&", "and "))
    return second.index - first.index in (2, 3) or joined


def _right_below(line: Line, following: Line) -> bool:
    """Return whether two lines are one text cut in two: same left edge, no space between."""
    if line.bbox is None or following.bbox is None or line.page != following.page:
        return False
    height = line.bbox[3] - line.bbox[1]
    near = 0.0 <= following.bbox[1] - line.bbox[3] + 0.3 * height < 0.8 * height
    return near and abs(line.bbox[0] - following.bbox[0]) < 2.0


def _worded(line: Line) -> _Word | None:
    if line.bullet and not set(line.bullet) <= _MARKS:
        return None
    if len(line.parts) > 1 and (first := _leading(line)):
        return first
    if len(line.parts) > 1 and len(squeeze(line.text)) > 30:
        return None
    if squeeze(heading_text(line.text)) in document_titles():
        return None
    if re.search(r"[:：]\s*\S", line.text):
        return None
    return match_heading(line.text)


def _leading(line: Line) -> _Word | None:
    """Return a main heading with a sub-heading at its right ('PUBLICATIONS   JOURNALS')."""
    words = [match_heading(part) for part in line.parts]
    named = [word for word in words if word is not None and word.strength == 2]
    return named[0] if len(named) == len(words) and is_upper(line.text) else None


def _house_look(
    words: dict[int, _Word], looks: dict[int, Look], typography: Typography
) -> Look | None:
    """Return the look most of the known headings share: many kinds, then strong emphasis."""
    kinds: dict[Look, set[SectionKind]] = defaultdict(set)
    emphasis: dict[Look, float] = {}
    for i, word in words.items():
        kinds[looks[i]].add(word.kind)
        strength = typography.emphasis(typography.document.lines[i])
        emphasis[looks[i]] = max(emphasis.get(looks[i], -9.0), strength)
    if not kinds:
        return None
    main = {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS}
    return max(
        kinds,
        key=lambda look: (
            len(kinds[look]) + len(kinds[look] & main) + min(3.0, emphasis[look]),
            look.size,
            look.bold,
            look.caps,
            look.font,
        ),
    )


def _confidence(word: _Word, look: Look, house: Look | None, emphasis: float) -> float:
    """Return how surely a line with heading words is a heading: its words, its look, the house."""
    score = 0.35 if word.strength == 2 else 0.15
    score += min(0.35, 0.15 * max(0.0, emphasis))
    if house is not None:
        if look == house:
            score += 0.4
        elif _weaker(look, house):
            score -= 0.35
        elif look.size == house.size and look.bold == house.bold:
            score += 0.25
    return max(0.0, min(1.0, score))


def _weaker(look: Look, house: Look) -> bool:
    smaller = look.size < house.size - 0.6
    lighter = house.bold and not look.bold and look.size <= house.size
    uncapped = house.caps and not look.caps and look.size <= house.size * 1.2
    unmarked = house.marked and not look.marked
    return smaller or lighter or uncapped or unmarked


def _without_repeats(
    found: list[Heading], looks: dict[int, Look], house: Look | None
) -> list[Heading]:
    """Drop the weaker of two headings that stand on neighbouring lines with the same kind."""
    kept: list[Heading] = []
    for heading in found:
        last = kept[-1] if kept else None
        if last and heading.index == last.index + 1 and looks[heading.index] != looks[last.index]:
            if looks[heading.index] != house:
                continue
            if last.confidence < heading.confidence:
                kept.pop()
        kept.append(heading)
    return kept


def _custom(
    found: list[Heading],
    looks: dict[int, Look],
    house: Look | None,
    typography: Typography,
    columns: frozenset[int],
) -> list[Heading]:
    """Return headings of the person's own words: lines that look exactly like the known ones."""
    lines = typography.document.lines
    known = [heading for heading in found if looks[heading.index] == house]
    if house is None or len(known) < 2 or not _distinct(house, typography):
        return []
    taken = {heading.index for heading in found}
    first = min(heading.index for heading in known)
    gap = min((lines[h.index].gap_before or 9.0) for h in known)
    candidates = [
        i
        for i in range(first, len(lines))
        if i not in taken
        and lines[i].column in columns
        and looks[i] == house
        and _headingish(lines[i])
        and (lines[i].gap_before is None or gap == 9.0 or (lines[i].gap_before or 0.0) >= 0.7 * gap)
        and _aligned(lines[i], [lines[h.index] for h in known])
    ]
    if len(candidates) > len(known):
        return []
    return [
        Heading(i, SectionKind.OTHER, heading_text(lines[i].text), 0.6)
        for i in candidates
        if not {i - 1, i + 1} & (taken | set(candidates))
    ]


def _distinct(house: Look, typography: Typography) -> bool:
    return house.marked or house.size > typography.body_size * 1.05 or (house.caps and house.bold)


def _headingish(line: Line) -> bool:
    text = heading_text(line.text)
    words = text.split()
    return (
        1 <= len(words) <= 6
        and 2 < len(text) <= 45
        and not line.bullet
        and len(line.parts) <= 1
        and not find_dates(text)
        and not text.endswith((".", ","))
        and not any(c in text for c in "@/|")
        and squeeze(text) not in document_titles()
        and any(c.isalpha() for c in text)
        and (text[:1].isupper() or is_upper(text) or has_cjk(text))
    )


def _aligned(line: Line, known: list[Line]) -> bool:
    """Return whether the line begins, ends or is centred where some known heading is."""
    if line.bbox is None:
        return True
    box = line.bbox
    for other in known:
        if other.bbox is None:
            return True
        x0, _, x1, _ = other.bbox
        if min(abs(x0 - box[0]), abs(x1 - box[2]), abs(x0 + x1 - box[0] - box[2]) / 2) <= 4.0:
            return True
    return False


def find_sections(typography: Typography) -> tuple[tuple[Section, ...], dict[int, float]]:
    """Return the sections in reading order, and first line id → confidence of the heading.

    Lines above the first heading form a CONTACT section without heading; every line of the
    document belongs to exactly one section.
    """
    lines = typography.document.lines
    marks = find_headings(typography)
    sections: list[Section] = []
    marks += tuple(_unheaded(lines, marks))
    marks = tuple(sorted(marks, key=lambda mark: mark.index))
    if lines and (not marks or marks[0].index > 0):
        last = marks[0].index if marks else len(lines)
        sections.append(
            Section(kind=SectionKind.CONTACT, heading=None, first_line=1, last_line=last)
        )
    for number, mark in enumerate(marks):
        last = marks[number + 1].index if number + 1 < len(marks) else len(lines)
        sections.append(
            Section(
                kind=mark.kind, heading=mark.text or None, first_line=mark.index + 1, last_line=last
            )
        )
    return tuple(sections), {mark.index + 1: mark.confidence for mark in marks if mark.text}


def _is_contact(text: str) -> bool:
    return "@" in text or is_link_line(text) or bool(phones_in(text))


def _unheaded(lines: tuple[Line, ...], marks: tuple[Heading, ...]) -> list[Heading]:
    """Return the beginnings of columns whose first lines are contact data without a heading.

    Reading order leads from the foot of one column to the head of the next; what stands there
    above the first heading belongs to the page's head, not to the last section of the column.
    The name is known by its size: larger than every heading and than all else on the page.
    """
    at = {mark.index for mark in marks}
    headed = max((lines[mark].size or 0.0 for mark in at), default=0.0)
    largest = max((line.size or 0.0 for line in lines if line.page == 1), default=0.0)
    found: list[Heading] = []
    for i in range(1, len(lines)):
        if i in at or lines[i].column == lines[i - 1].column or lines[i].page > 1:
            continue
        here, above = lines[i].bbox, lines[i - 1].bbox
        if here is None or above is None or here[1] >= above[1]:
            continue
        stop = min((m for m in at if m > i), default=len(lines))
        stop = min(stop, i + 25)
        crowned = headed < largest == lines[i].size
        if crowned or any(_is_contact(line.text) for line in lines[i:stop]):
            found.append(Heading(i, SectionKind.CONTACT, "", 0.5))
    return found
