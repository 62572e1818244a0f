"""The style a document sets its headings in, and what of its lines are headings by that style."""

import re
from collections import defaultdict
from dataclasses import dataclass

from ai_agents.models import Line
from ai_agents.profile.dates import find_dates
from ai_agents.profile.folding import has_cjk, is_upper, squeeze
from ai_agents.profile.fragments import title_weight
from ai_agents.profile.headings import (
    MAX_HEADING_CHARS,
    MAX_HEADING_WORDS,
    Word,
    heading_text,
    kind_in,
)
from ai_agents.profile.lexicon import document_titles
from ai_agents.profile.links import visible_links
from ai_agents.profile.typography import RARE_SHARE, Look, Typography
from ai_agents.vocabulary import SectionKind

#: Words of these kinds stand in job titles too: 'Software Engineer', 'Project Manager'.
_IN_TITLES = (SectionKind.SKILLS, SectionKind.PROJECTS)
#: A heading of the person's own words stands apart by this share of the gap known ones have.
_GAP_SHARE = 0.7
#: No known heading at the top of a page or column tells the gap: any will do.
_NO_GAP = 9.0
#: A known phrase of so many Han characters is a heading however small a form prints it.
_CERTAIN_HAN = 6


@dataclass(frozen=True)
class Heading:
    """A line taken for a heading: what it says, what it means, how sure (0–1)."""

    index: int
    kind: SectionKind
    text: str
    confidence: float


def house_look(
    words: dict[int, Word], looks: dict[int, Look], typography: Typography
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


def confidence(word: Word, look: Look, house: Look | None, emphasis: float) -> float:
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
    if word.strength == 2 and has_cjk(word.text) and len(word.text) >= _CERTAIN_HAN:
        score = max(score, 0.6)
    return max(0.0, min(1.0, score))


def _weaker(look: Look, house: Look) -> bool:
    smaller = look.size < house.size - 0.6
    lighter = house.bold and not look.bold and look.size <= house.size
    uncapped = house.caps and not look.caps and look.size <= house.size * 1.2
    lower = look.marked == 0 or look.marked > house.marked
    unmarked = (house.marked > 0 and lower) or (house.ruled and not look.ruled)
    return smaller or lighter or uncapped or unmarked


def own_headings(
    found: list[Heading],
    looks: dict[int, Look],
    house: Look | None,
    typography: Typography,
    columns: frozenset[int],
) -> list[Heading]:
    """Return headings of the person's own words: lines that look exactly like the known ones.

    Where only one heading is known, or nothing but their number could tell headings from the
    first lines of entries, a line must at least speak of something headings speak of.
    """
    lines = typography.document.lines
    known = [heading for heading in found if looks[heading.index] == house]
    if house is None or not known or not is_distinct(house, looks, typography):
        return []
    candidates = _candidates(known, found, looks, house, typography, columns)
    named = {i: kind for i in candidates if (kind := kind_in(lines[i].text))}
    if len(known) == 1 or len(candidates) - len(named) > len(known) + len(named):
        candidates = list(named)
    beside = {heading.index for heading in found} | set(candidates)
    return [
        Heading(
            i,
            named.get(i, SectionKind.OTHER),
            heading_text(lines[i].text),
            0.75 if i in named else 0.6,
        )
        for i in candidates
        if not {i - 1, i + 1} & beside
    ]


def _candidates(
    known: list[Heading],
    found: list[Heading],
    looks: dict[int, Look],
    house: Look,
    typography: Typography,
    columns: frozenset[int],
) -> list[int]:
    lines = typography.document.lines
    taken = {heading.index for heading in found}
    first = min(heading.index for heading in known)
    gap = min((lines[h.index].gap_before or _NO_GAP) for h in known)
    places = [lines[h.index] for h in known]
    return [
        i
        for i, line in enumerate(lines)
        if i not in taken
        and line.column in columns
        and looks[i] == house
        and _headingish(line)
        and (i > first or (i > 1 and kind_in(line.text) is not None))
        and (
            line.gap_before is None
            or gap == _NO_GAP
            or (line.gap_before or 0.0) >= _GAP_SHARE * gap
        )
        and _aligned(line, places)
    ]


def is_distinct(house: Look, looks: dict[int, Look], typography: Typography) -> bool:
    """Return whether the look of headings sets them off from the text and the heads of entries."""
    if (
        house.marked
        or house.ruled
        or house.size > typography.body_size * 1.05
        or (house.caps and house.bold)
    ):
        return True
    capitals = sum(look.caps for look in looks.values())
    return house.caps and capitals <= RARE_SHARE * len(looks)


def _headingish(line: Line) -> bool:
    text = heading_text(line.text)
    return (
        1 <= len(text.split()) <= MAX_HEADING_WORDS
        and 2 < len(text) <= MAX_HEADING_CHARS
        and not line.bullet
        and len(line.parts) <= 1
        and not find_dates(text)
        and not text.endswith((".", ","))
        and not re.search(r"[@|]|[:：]\s*\S", text)
        and not visible_links(text)
        and squeeze(text) not in document_titles()
        and any(c.isalpha() for c in text)
        and (text[:1].isupper() or is_upper(text) or has_cjk(text))
        and (title_weight(text) == 0.0 or kind_in(text) not in (None, *_IN_TITLES))
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
