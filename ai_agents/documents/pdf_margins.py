"""Running headers and footers: lines at the edge of pages that repeat, and page numbers."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from ai_agents.documents.rows import PageLine
from ai_agents.models import Page
from ai_agents.vocabulary import LineRegion

#: Running lines stand within this share of the page's height from its edge.
_EDGE: Final = 0.1
#: The head of the first page may come again on every page, as tall as this share of it.
_HEAD: Final = 0.25
#: A line that comes again stands as high as before, to within so many points.
_LEVEL: Final = 3.0
_DIGITS: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"(?:(?:page|seite|p\.|página|pagina|стр\.?)\s*)?\d{1,3}"
    r"(?:\s*(?:/|of|von|sur|de|di|\||–|-)\s*\d{1,3})?(?:\s*(?:ページ|页))?",
    re.IGNORECASE,
)


def margin_regions(
    lines: Sequence[tuple[int, PageLine]], pages: Sequence[Page]
) -> dict[int, LineRegion]:
    """Return the region of each running line by the line's `id()`; other lines are absent.

    The first page's own head, where a resume has its name, counts only if it comes again.
    """
    heights = {page.number: page.height for page in pages}
    edges: dict[tuple[str, LineRegion], list[tuple[int, PageLine]]] = {}
    found: dict[int, LineRegion] = {}
    for number, line in lines:
        if line.quarter:
            continue
        region = _edge(line, heights[number])
        if region is None:
            continue
        if region is LineRegion.FOOTER and _PAGE_NUMBER.fullmatch(line.text.strip()):
            found[id(line)] = region
        edges.setdefault((_DIGITS.sub("#", line.text), region), []).append((number, line))
    found |= _repeated_head(lines, heights)
    for (_, region), members in edges.items():
        if len({number for number, _ in members}) >= 2:
            for number, line in members:
                if region is LineRegion.FOOTER or number > 1:
                    found[id(line)] = region
    return found


def _repeated_head(
    lines: Sequence[tuple[int, PageLine]], heights: dict[int, float]
) -> dict[int, LineRegion]:
    """Return the lines at the top of later pages that repeat the first page's head in its place.

    A page that goes on repeating further down has no running head but the same text twice.
    """
    first = {(line.text, round(line.y / _LEVEL)) for number, line in lines if number == 1}
    found: dict[int, LineRegion] = {}
    for page, height in heights.items():
        upright = [line for number, line in lines if number == page and not line.quarter]
        upright.sort(key=lambda line: line.y)
        run = list(takewhile(lambda line: _comes_again(line, first), upright))
        if page > 1 and run and run[-1].bottom <= _HEAD * height:
            found |= {id(line): LineRegion.HEADER for line in run}
    return found


def _comes_again(line: PageLine, first: set[tuple[str, int]]) -> bool:
    level = round(line.y / _LEVEL)
    return any((line.text, at) in first for at in (level - 1, level, level + 1))


def _edge(line: PageLine, height: float) -> LineRegion | None:
    if line.bottom < _EDGE * height:
        return LineRegion.HEADER
    if line.top > (1 - _EDGE) * height:
        return LineRegion.FOOTER
    return None
