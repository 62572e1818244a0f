"""Cuts and joins the lines of a document where a coach says that lines begin or go on; pure."""

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ai_agents.corrections.places import Places
from ai_agents.documents.lines import leading_bullet
from ai_agents.models import BBox, Document, Line, Link
from ai_agents.profile.statements import joined

#: What stands before a word's first letter and is its own: '(', or a bullet with its space.
_LEAD: Final = re.compile(r"(?:(?<=\s)[•‣⁃▪▫●◦■◆►▸➢➤✓✔❖]\s+)?[^\w\s]*$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A new line, and which old one (index) it begins with."""

    origin: int
    line: Line


def relined(
    document: Document, places: Places, begin: Collection[int], carry: Collection[int]
) -> Document:
    """Return the document with other line ends; the same object when nothing changes.

    Args:
        document: what the reader read.
        places: its places; all letters are counted in their row.
        begin: letters at which a line begins.
        carry: first letters of lines that carry on the line above.

    Ids count from 1 again, links follow their words, and the row of letters stays as it is.
    """
    pieces: list[_Piece] = []
    for index, line in enumerate(document.lines):
        inner = sorted(letter for letter in begin if _inside(places, index, letter))
        cuts = [places.origin(letter)[1] for letter in inner]
        fresh = _cut(line, cuts) if cuts else [line]
        if pieces and places.starts[index] in carry and _has_letters(places, index):
            pieces[-1] = _Piece(pieces[-1].origin, _one_line(pieces[-1].line, fresh.pop(0)))
        pieces += [_Piece(index, piece) for piece in fresh]
    if len(pieces) == len(document.lines) and all(
        piece.line is line for piece, line in zip(pieces, document.lines, strict=True)
    ):
        return document
    lines = tuple(
        piece.line.model_copy(update={"id": number}) for number, piece in enumerate(pieces, 1)
    )
    links = tuple(_moved(link, pieces) for link in document.links)
    return document.model_copy(update={"lines": lines, "links": links})


def _inside(places: Places, index: int, letter: int) -> bool:
    """Whether a letter stands on a line, behind its first one."""
    is_letter = letter < len(places.row)
    return is_letter and places.line_of(letter) == index and letter > places.starts[index]


def _has_letters(places: Places, index: int) -> bool:
    start = places.starts[index]
    return start < len(places.row) and places.line_of(start) == index


def _cut(line: Line, offsets: Sequence[int]) -> list[Line]:
    """Return the pieces of a line cut before the words at these places of its text."""
    ends = [0, *(_word_start(line.text, offset) for offset in offsets), len(line.text)]
    spans = [(a, b) for a, b in itertools.pairwise(ends) if line.text[a:b].strip()]
    return [_piece(line, start, stop) for start, stop in spans]


def _word_start(text: str, offset: int) -> int:
    lead = _LEAD.search(text[:offset])
    return lead.start() if lead else offset


def _piece(line: Line, start: int, stop: int) -> Line:
    text = line.text[start:stop].strip()
    told: dict[str, Any] = {
        "text": text,
        "parts": _parts(line, start, stop),
        "bbox": _box(line, start, stop),
    }
    if start:
        gap = None if line.bbox is None else 0.0
        told |= {"bullet": leading_bullet(text), "begins": True, "gap_before": gap}
    return line.model_copy(update=told)


def _parts(line: Line, start: int, stop: int) -> tuple[str, ...]:
    """Return what of a line's parts stands in a stretch of its text."""
    found = [line.text[max(a, start) : min(b, stop)].strip() for a, b in _part_spans(line)]
    return tuple(part for part in found if part) or (line.text[start:stop].strip(),)


def _part_spans(line: Line) -> Iterator[tuple[int, int]]:
    at = 0
    for part in line.parts:
        begin = line.text.find(part, at)
        if begin >= 0:
            at = begin + len(part)
            yield begin, at


def _box(line: Line, start: int, stop: int) -> BBox | None:
    """Return the stretch's share of the line's box; letters count as equally wide."""
    if line.bbox is None:
        return None
    left, top, right, bottom = line.bbox
    width = (right - left) / max(1, len(line.text))
    return round(left + width * start, 2), top, round(left + width * stop, 2), bottom


def _one_line(line: Line, following: Line) -> Line:
    """Return two lines as one; it looks as the first and is a statement's single line."""
    parts, more = line.parts or (line.text,), following.parts or (following.text,)
    return line.model_copy(
        update={
            "text": joined(line.text, following.text),
            "parts": (*parts[:-1], joined(parts[-1], more[0]), *more[1:]),
            "bbox": _hull(line, following),
        }
    )


def _hull(line: Line, following: Line) -> BBox | None:
    one, two = line.bbox, following.bbox
    if one is None or two is None or line.page != following.page:
        return one
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])


def _moved(link: Link, pieces: Sequence[_Piece]) -> Link:
    """Return a link on the new line that holds its words, else where its old line begins."""
    if link.line is None:
        return link
    index = link.line - 1
    first = max(n for n, piece in enumerate(pieces) if piece.origin <= index)
    first = min((n for n, piece in enumerate(pieces) if piece.origin == index), default=first)
    holders = [
        n
        for n, piece in enumerate(pieces)
        if piece.origin == index and link.text and link.text in piece.line.text
    ]
    return link.model_copy(update={"line": (holders[0] if holders else first) + 1})
