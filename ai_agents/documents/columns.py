"""Pieces of a page → blocks in reading order: columns, sidebars, and the full-width bands around them.

A river is a vertical strip no piece crosses. It parts two columns when the text on its two sides runs
on its own; when the lines on both sides share their baselines it only parts a row ("Acme | 2020").
"""

import bisect
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ai_agents.documents.layout import Block, Piece

_MIN_ROWS: Final = 3
_MAX_DEPTH: Final = 6
_MAX_CANDIDATES: Final = 40
#: Lines whose baselines differ by less than this, in points, stand on one row.
_LEVEL: Final = 1.3
#: A side takes part in rows when this share of its lines has a partner on the other side.
_ROW_SHARE: Final = 0.7
#: A column narrower than this share of both together is a sidebar.
_SIDEBAR_SHARE: Final = 0.42
_YEAR: Final = re.compile(r"(?:19|20)\d\d|\d{1,2}/\d{2,4}")


@dataclass(frozen=True)
class _River:
    """A place to part a region: pieces above, left, right, below."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]
    score: float


def blocks_of(pieces: Sequence[Piece], width: float) -> list[Block]:
    """Return the blocks of a page in reading order; `width` is that of the page in points."""
    return list(_part(list(pieces), Block([]), width, 0))


def _part(pieces: list[Piece], place: Block, width: float, depth: int) -> Iterator[Block]:
    river = _best_river(pieces) if depth < _MAX_DEPTH and len(pieces) >= 2 * _MIN_ROWS else None
    if river is None:
        if pieces:
            yield Block(pieces, place.column, place.sidebar)
        return
    yield from _part(river.above, place, width, depth + 1)
    left, right = _extent(river.left), _extent(river.right)
    share = left / max(1.0, left + right)
    sides = [
        (river.left, Block([], place.column, place.sidebar or share < _SIDEBAR_SHARE)),
        (river.right, Block([], place.column + 1, place.sidebar or 1 - share < _SIDEBAR_SHARE)),
    ]
    if sides[0][1].sidebar and not place.sidebar:
        sides.reverse()  # the main column first; sidebars are read afterwards
    for side, side_place in sides:
        yield from _part(side, side_place, width, depth + 1)
    yield from _part(river.below, place, width, depth + 1)


def _extent(pieces: Sequence[Piece]) -> float:
    return max(p.x1 for p in pieces) - min(p.x0 for p in pieces)


def _best_river(pieces: list[Piece]) -> _River | None:
    """Return the river that parts the most text, None when the region is one column."""
    best: _River | None = None
    for x in _candidates(pieces):
        for river in _rivers_at(pieces, x):
            if best is None or river.score > best.score:
                best = river
    return best


def _candidates(pieces: Sequence[Piece]) -> list[float]:
    """Return where a right-hand column may begin: left edges that several pieces share."""
    votes: dict[int, int] = {}
    for piece in pieces:
        key = round(piece.x0 / 3)
        votes[key] = votes.get(key, 0) + 1
    leftmost = min(piece.x0 for piece in pieces)
    keys = [k for k in votes if votes[k] + votes.get(k - 1, 0) + votes.get(k + 1, 0) >= _MIN_ROWS]
    keys.sort(key=lambda k: (-votes[k], k))
    edges = [
        min(p.x0 for p in pieces if round(p.x0 / 3) == key) - 0.5 for key in keys[:_MAX_CANDIDATES]
    ]
    return sorted(edge for edge in edges if edge > leftmost + 10)


def _rivers_at(pieces: list[Piece], x: float) -> Iterator[_River]:
    """Yield the rivers at `x`, one for each stretch between two pieces that cross it."""
    crossing = [p.y for p in pieces if p.x0 < x - 1 and p.x1 > x + 1]
    free = [p for p in pieces if not (p.x0 < x - 1 and p.x1 > x + 1)]
    groups: dict[int, tuple[list[Piece], list[Piece]]] = {}
    for piece in free:
        stretch = groups.setdefault(bisect.bisect_left(crossing, piece.y), ([], []))
        stretch[piece.x0 >= x - 1].append(piece)
    for left, right in groups.values():
        river = _judge(pieces, left, right)
        if river:
            yield river


def _judge(pieces: list[Piece], left: list[Piece], right: list[Piece]) -> _River | None:
    """Return the river between two sides if they are columns."""
    left, right = _overlapping(left, right)
    if len(_levels(left)) < _MIN_ROWS or len(_levels(right)) < _MIN_ROWS:
        return None
    if not _are_columns(left, right):
        return None
    inside = {id(p) for p in left} | {id(p) for p in right}
    top = min(p.y for p in (*left, *right))
    rest = [p for p in pieces if id(p) not in inside]
    return _River(
        above=[p for p in rest if p.y < top],
        left=left,
        right=right,
        below=[p for p in rest if p.y >= top],
        score=min(_ink(left), _ink(right)) + 0.1 * (_ink(left) + _ink(right)),
    )


def _overlapping(left: list[Piece], right: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Keep the stretch where both sides have text, where one side is far shorter than the other."""
    if not left or not right:
        return [], []
    return left, right


def _levels(pieces: Sequence[Piece]) -> list[float]:
    """Return the baselines of the rows these pieces stand on, top to bottom."""
    levels: list[float] = []
    for y in sorted(p.y for p in pieces):
        if not levels or y - levels[-1] > _LEVEL:
            levels.append(y)
    return levels


def _are_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two sides of a river run on their own, as columns do and parts of rows do not."""
    a, b = _levels(left), _levels(right)
    sparse, dense = (a, b) if len(a) <= len(b) else (b, a)
    few = left if sparse is a else right
    if min(b[-1], a[-1]) - max(a[0], b[0]) < 2 * statistics.median(p.size for p in few):
        return False
    shared = sum(_near(dense, y) for y in sparse) / len(sparse)
    if shared < _ROW_SHARE:
        return True
    dated = sum(bool(_YEAR.search(p.text)) for p in few) / len(few)
    if dated >= 0.4:
        return False
    pitch = _pitch(dense)
    longest = _longest_run(sparse, pitch)
    words = statistics.mean(len(p.text) for p in few)
    return longest >= 5 and len(sparse) >= 8 and words >= 12


def _near(levels: Sequence[float], y: float) -> bool:
    at = bisect.bisect_left(levels, y - _LEVEL)
    return at < len(levels) and levels[at] <= y + _LEVEL


def _pitch(levels: Sequence[float]) -> float:
    gaps = [b - a for a, b in zip(levels, levels[1:], strict=False)]
    return statistics.median(gaps) if gaps else 0.0


def _longest_run(levels: Sequence[float], pitch: float) -> int:
    """Return how many rows follow each other at the usual line distance."""
    longest = run = 1
    for a, b in zip(levels, levels[1:], strict=False):
        run = run + 1 if b - a <= 1.35 * pitch else 1
        longest = max(longest, run)
    return longest


def _ink(pieces: Sequence[Piece]) -> float:
    return float(sum(len(p.text) for p in pieces))
