"""Finds the headings of a document and the sections below them, by words and by typography."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from ai_agents.models import Line, Section
from ai_agents.profile.contact import phones_in
from ai_agents.profile.folding import has_cjk, is_upper, squeeze
from ai_agents.profile.headings import Word, heading_text, match_heading
from ai_agents.profile.house_style import (
    Heading,
    confidence,
    house_look,
    is_distinct,
    own_headings,
)
from ai_agents.profile.lexicon import document_titles
from ai_agents.profile.links import is_link_line
from ai_agents.profile.typography import Look, Typography
from ai_agents.vocabulary import SectionKind

#: A line with heading words is a heading from this confidence on.
_LEAST = 0.5
_MARKS = frozenset("■◆●§▶►◇□▪▌➤❖★✦>○")


@dataclass(frozen=True, slots=True)
class ToldHeading:
    """What the coach says of a line: it heads a section of this kind; `text` if printed wrongly."""

    kind: SectionKind
    text: str | None = None


#: Line id → what heading it is; None where the coach says that it is none.
ToldHeadings: TypeAlias = Mapping[int, ToldHeading | None]
NOTHING_TOLD: Final[ToldHeadings] = MappingProxyType({})


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
                sure = confidence(word, looks[i], house, typography.emphasis(lines[i]))
                if sure >= _LEAST:
                    here.append(Heading(i, word.kind, word.text, sure))
        here = _without_repeats(_without_table_heads(here), looks, house)
        here += own_headings(here, looks, house, typography, columns)
        found += here
    found.sort(key=lambda heading: heading.index)
    return _whole(found, lines, looks)


def _without_table_heads(found: list[Heading]) -> list[Heading]:
    """Drop the head of a form's table: it names two sections whose own headings follow it.

    '学歴・職歴' stands right over '学歴', and again, over nothing, where the table goes on.
    """
    kept: list[Heading] = []
    for number, heading in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        empty = following is not None and following.index == heading.index + 1
        key = squeeze(heading.text)
        named = [squeeze(other.text) for other in (following, *kept) if other is not None]
        if empty and has_cjk(key) and any(name in key for name in named):
            continue
        kept.append(heading)
    return kept


def _houses(
    words: dict[int, Word], looks: dict[int, Look], typography: Typography
) -> list[tuple[frozenset[int], Look | None]]:
    """Return (columns, look of their headings): a sidebar may have a style of its own."""
    lines = typography.document.lines
    overall = house_look(words, looks, typography)
    shared, apart = set(), []
    for column in sorted({line.column for line in lines}):
        inside = {i: word for i, word in words.items() if lines[i].column == column}
        look = house_look(inside, looks, typography)
        alike = {word.kind for i, word in inside.items() if looks[i] == look}
        if (
            look is None
            or look == overall
            or len(alike) < 2
            or not is_distinct(look, looks, typography)
        ):
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


def _worded(line: Line) -> Word | None:
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


def _leading(line: Line) -> Word | None:
    """Return a main heading with a sub-heading at its right ('PUBLICATIONS   JOURNALS')."""
    words = [match_heading(part) for part in line.parts]
    named = [word for word in words if word is not None and word.strength == 2]
    return named[0] if len(named) == len(words) and is_upper(line.text) else None


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


def find_sections(
    typography: Typography, told: ToldHeadings = NOTHING_TOLD
) -> tuple[tuple[Section, ...], dict[int, float]]:
    """Return the sections in reading order, and first line id → confidence of the heading.

    Lines above the first heading form a CONTACT section without heading; every line of the
    document belongs to exactly one section. What the coach has told goes before what is found.
    """
    lines = typography.document.lines
    marks = _with_told(find_headings(typography), told, lines)
    sections: list[Section] = []
    marks += tuple(mark for mark in _unheaded(lines, marks) if mark.index + 1 not in told)
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


def _with_told(
    found: tuple[Heading, ...], told: ToldHeadings, lines: tuple[Line, ...]
) -> tuple[Heading, ...]:
    """Return the headings with those the coach named, and without those that are none."""
    if not told:
        return found
    kept = [heading for heading in found if heading.index + 1 not in told]
    for line, said in told.items():
        if said is not None:
            text = said.text or heading_text(lines[line - 1].text) or lines[line - 1].text
            kept.append(Heading(line - 1, said.kind, text, 1.0))
    return tuple(sorted(kept, key=lambda heading: heading.index))


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
