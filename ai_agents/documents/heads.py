"""The head of a page: a name in large letters, and lines set beside it on their own.

Both are too short, and their letters too unlike, for what `sides` knows of columns; read row by row
the name would end up between the lines of an address.
"""

import statistics
from collections.abc import Sequence
from typing import Final

from ai_agents.documents.layout import Piece
from ai_agents.documents.sides import Row, Side

#: A head stands in this upper share of the page.
_HEAD_SHARE: Final = 0.35
#: A name is larger than most text by this factor.
_NAME_FACTOR: Final = 1.5
#: More lines with the name than these are no head: a name, titles, a motto.
_MOST_ROWS: Final = 5
#: Baselines closer than this, in font sizes, are level by design.
_LEVEL: Final = 0.22


def beside_name(
    pieces: Sequence[Piece], height: float
) -> tuple[list[Piece], list[Piece], bool] | None:
    """Part the head of a page in two; None where it has one side or its rows belong together.

    Returns:
        The left side, the right side, and whether the name stands in the right one.
    """
    name = max(pieces, key=lambda p: (p.size, -p.y), default=None)
    if name is None or name.y > _HEAD_SHARE * height:
        return None
    if name.size < _NAME_FACTOR * statistics.median(p.size for p in pieces):
        return None
    for with_name_right in (False, True):
        other = _run_beside(pieces, name, left=with_name_right)
        side = _reached(pieces, name, other, left=not with_name_right)
        if side and other and _are_apart(Side(side), Side(other)):
            return (other, side, True) if with_name_right else (side, other, False)
    return None


def _run_beside(pieces: Sequence[Piece], name: Piece, *, left: bool) -> list[Piece]:
    """Return the lines beside a name, or beside what stands right under it, with no gap in them."""
    beside = [p for p in pieces if (p.x1 < name.x0 if left else p.x0 > name.x1)]
    for cell in Side(beside).cells if beside else ():
        top, bottom = cell[0].top, cell[-1].bottom
        if len(cell) > 1 and top < name.bottom + name.size and bottom > name.top:
            return [p for p in beside if cell[0].y <= p.y + 0.01 and p.top < bottom]
    return []


def _reached(
    pieces: Sequence[Piece], name: Piece, run: Sequence[Piece], *, left: bool
) -> list[Piece]:
    """Return the name and what stands under it as far as `run` reaches; empty if a line crosses."""
    if not run:
        return []
    inside = {id(p) for p in run}
    top, bottom = min(name.top, *(p.top for p in run)), max(p.bottom for p in run)
    side = [p for p in pieces if id(p) not in inside and p.bottom > top and p.top < bottom]
    edge = min(p.x0 for p in run) if left else max(p.x1 for p in run)
    if any(p.x1 > edge if left else p.x0 < edge for p in side):
        return []
    return side


def _are_apart(side: Side, other: Side) -> bool:
    """Whether the rows beside each other are not level, as those of one table or line would be."""
    if len(side.rows) > _MOST_ROWS:
        return False
    level = apart = 0
    for row in side.rows:
        beside = [o for o in other.rows if o.top < row.bottom and o.bottom > row.top]
        if any(_is_level(row, o) for o in beside):
            level += 1
        elif beside:
            apart += 1
    return 0 < apart >= level


def _is_level(row: Row, other: Row) -> bool:
    return abs(row.y - other.y) <= _LEVEL * min(row.size, other.size)
