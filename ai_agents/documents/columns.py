"""Pieces of a page → blocks in reading order: columns, sidebars, the full-width bands around them.

A river is a vertical strip no piece crosses. It parts two columns when the text on its two sides
runs on its own; when the sparser side begins level with lines of the other it only parts rows, as
dates, labels and headings in the margin do ("Acme | 2020"). The head of a page, a name beside a few
lines of contact data, has rules of its own (`heads`).
"""

import bisect
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ai_agents.documents.heads import beside_name
from ai_agents.documents.layout import Block, Piece
from ai_agents.documents.sides import Side, are_columns

_MIN_ROWS: Final = 3
_MAX_DEPTH: Final = 6
_MAX_CANDIDATES: Final = 40
#: More pieces than a page of text ever has; beyond that the page is read as one column.
_MAX_PIECES: Final = 1_200
#: No page has more headings over columns than this.
_MAX_HEADINGS: Final = 40
_BIN: Final = 3.0
#: A column narrower than this share of both together, and tall, is a sidebar.
_SIDEBAR_SHARE: Final = 0.42
_SIDEBAR_HEIGHT: Final = 0.25


@dataclass(frozen=True)
class _River:
    """A place to part a region: pieces above, left, right, below."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]
    score: float = 0.0
    right_first: bool = False


def blocks_of(pieces: Sequence[Piece], height: float) -> list[Block]:
    """Return the blocks of a page in reading order; `height` is that of the page in points."""
    if len(pieces) > _MAX_PIECES:
        return [Block(list(pieces))]
    return _part(list(pieces), Block([]), height, 0)


def _part(pieces: list[Piece], place: Block, height: float, depth: int) -> list[Block]:
    river = None
    if depth < _MAX_DEPTH:
        river = _best_river(pieces) or _name_river(pieces, height)
    if river is None:
        return [Block(pieces, place.column, place.sidebar)] if pieces else []
    left_wide, right_wide = _width(river.left), _width(river.right)
    share = left_wide / max(1.0, left_wide + right_wide)
    tall = min(_height(river.left), _height(river.right)) > _SIDEBAR_HEIGHT * height
    left_place = Block([], place.column, place.sidebar or (tall and share < _SIDEBAR_SHARE))
    left = _part(river.left, left_place, height, depth + 1)
    right_place = Block(
        [],
        max((block.column for block in left), default=place.column) + 1,
        place.sidebar or (tall and 1 - share < _SIDEBAR_SHARE),
    )
    right = _part(river.right, right_place, height, depth + 1)
    above = _part(river.above, place, height, depth + 1)
    below = _part(river.below, place, height, depth + 1)
    # The main column first; a sidebar is read after it.
    right_first = river.right_first or (left_place.sidebar and not right_place.sidebar)
    return above + (right + left if right_first else left + right) + below


def _width(pieces: Sequence[Piece]) -> float:
    return max(p.x1 for p in pieces) - min(p.x0 for p in pieces)


def _height(pieces: Sequence[Piece]) -> float:
    return max(p.y for p in pieces) - min(p.y for p in pieces)


def _best_river(pieces: list[Piece]) -> _River | None:
    """Return the river that parts the most text, None when the region is one column."""
    if len(pieces) < 2 * _MIN_ROWS:
        return None
    best: _River | None = None
    for x in _candidates(pieces):
        for river in _rivers_at(pieces, x):
            if best is None or river.score > best.score:
                best = river
    return best


def _name_river(pieces: list[Piece], height: float) -> _River | None:
    """Return the river between the name in the page's head and the lines beside it, if any."""
    sides = beside_name(pieces, height)
    if sides is None:
        return None
    left, right, right_first = sides
    above, below = _around(pieces, left, right)
    return _River(above, left, right, below, right_first=right_first)


def _around(
    pieces: list[Piece], left: list[Piece], right: list[Piece]
) -> tuple[list[Piece], list[Piece]]:
    """Return what stands above and what below two sides."""
    inside = {id(p) for p in (*left, *right)}
    top = min(p.y for p in (*left, *right))
    rest = [p for p in pieces if id(p) not in inside]
    return [p for p in rest if p.y < top], [p for p in rest if p.y >= top]


def _candidates(pieces: Sequence[Piece]) -> list[float]:
    """Return where columns may part: before shared left edges, and where few pieces cross."""
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    edges: dict[int, int] = {}
    cover = [0] * (min(2_000, int((right - left) / _BIN) + 2) + 1)
    for piece in pieces:
        edges[round(piece.x0 / _BIN)] = edges.get(round(piece.x0 / _BIN), 0) + 1
        start = min(len(cover) - 1, int((piece.x0 - left) / _BIN))
        cover[start] += 1
        cover[min(len(cover) - 1, int((piece.x1 - left) / _BIN) + 1)] -= 1
    shared = sorted((k for k in edges if edges[k] >= _MIN_ROWS), key=lambda k: (-edges[k], k))
    found = [min(p.x0 for p in pieces if round(p.x0 / _BIN) == k) - 0.5 for k in shared[:20]]
    found += _valleys(cover, left)
    return sorted({x for x in found if left + 10 < x < right - 10})[:_MAX_CANDIDATES]


def _valleys(cover: list[int], left: float) -> list[float]:
    """Return the middles of the stretches that fewer pieces cover than their surroundings."""
    depth, heights = 0, []
    for change in cover:
        depth += change
        heights.append(depth)
    limit = 0.3 * max(heights)
    valleys: list[float] = []
    start = None
    for index in range(1, len(heights)):
        if heights[index] < heights[index - 1]:
            start = index
        elif heights[index] > heights[index - 1] and start is not None:
            if heights[start] <= limit:
                valleys.append(left + _BIN * (start + index) / 2)
            start = None
    return valleys[:20]


def _rivers_at(pieces: list[Piece], x: float) -> Iterator[_River]:
    """Yield the rivers at `x`, one for each stretch between two pieces that cross it."""
    crossing, left, right = [], [], []
    for piece in pieces:
        if piece.x1 <= x + 1:
            left.append(piece)
        elif piece.x0 >= x - 1:
            right.append(piece)
        else:
            crossing.append(piece.y)
    if len(left) < _MIN_ROWS or len(right) < _MIN_ROWS:
        return
    crossing = sorted(crossing + _band_headings(left, right))
    groups: dict[int, tuple[list[Piece], list[Piece]]] = {}
    for side, members in enumerate((left, right)):
        for piece in members:
            if not _is_in(crossing, piece.y):
                at = bisect.bisect_left(crossing, piece.y)
                groups.setdefault(at, ([], []))[side].append(piece)
    for at, (lefts, rights) in groups.items():
        bounds = _bounds(crossing, at)
        river = _judge(pieces, *_between(lefts, rights, bounds))
        if river:
            yield river


def _bounds(crossing: Sequence[float], at: int) -> tuple[bool, bool]:
    """Tell whether full-width text stands above and below a stretch; a footer does not count."""
    return at > 0, len(crossing) - at >= 2


def _between(
    left: list[Piece], right: list[Piece], bounds: tuple[bool, bool]
) -> tuple[list[Piece], list[Piece]]:
    """Cut a stretch between full-width text to where both sides have lines.

    What one side has beyond the other there belongs to the full-width text. At the page's end it is
    a column that is longer than its neighbour, and stays.
    """
    if not left or not right:
        return left, right
    low, high = -1e9, 1e9
    if bounds[0]:
        low = max(min(p.top for p in left), min(p.top for p in right))
    if bounds[1]:
        high = min(max(p.bottom for p in left), max(p.bottom for p in right))
    return (
        [p for p in left if p.bottom > low and p.top < high],
        [p for p in right if p.bottom > low and p.top < high],
    )


def _is_in(levels: Sequence[float], y: float) -> bool:
    at = bisect.bisect_left(levels, y - 0.01)
    return at < len(levels) and levels[at] <= y + 0.01


def _band_headings(left: list[Piece], right: list[Piece]) -> list[float]:
    """Return the baselines of headings on the left that stand over both sides.

    Such a heading is larger than the text, has nothing beside it, and is followed by two lines that
    begin level with each other.
    """
    usual = statistics.median(p.size for p in left)
    found: list[float] = []
    for piece in [p for p in left if p.size >= 1.12 * usual][:_MAX_HEADINGS]:
        if any(r.top < piece.bottom + 1 and r.bottom > piece.top - 1 for r in right):
            continue
        next_left = min((p.y for p in left if p.top > piece.y), default=None)
        next_right = min((p.y for p in right if p.top > piece.y), default=None)
        if next_left and next_right and abs(next_left - next_right) < 1:
            found.append(piece.y)
    return found


def _judge(pieces: list[Piece], left: list[Piece], right: list[Piece]) -> _River | None:
    """Return the river between two sides if they are columns."""
    if not left or not right:
        return None
    a, b = Side(left), Side(right)
    a, b = a.trimmed(b), b.trimmed(a)
    if min(len(a.rows), len(b.rows)) < _MIN_ROWS or not are_columns(a, b):
        return None
    above, below = _around(pieces, a.pieces, b.pieces)
    score = min(a.ink, b.ink) + 0.1 * (a.ink + b.ink)
    return _River(above, a.pieces, b.pieces, below, score)
