"""The two sides of a river on a page: are they columns of their own, or the two ends of rows?"""

import bisect
import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ai_agents.documents.layout import Piece, starts_bullet

#: Baselines closer than this, in points, are one row.
_LEVEL: Final = 1.3
#: A cell is level with a line of the other side within this many font sizes.
_ANCHOR: Final = 0.45
#: Columns set on their own are level by chance only; rows are so by design.
_ANCHORED_SHARE: Final = 0.6
#: A label, date or heading in the margin has at most this many rows.
_LABEL_ROWS: Final = 3
_MIN_CONFLICTS: Final = 3
#: A heading is at least so much larger than the text.
_HEADING_SIZE: Final = 1.12
_MIN_HEADINGS: Final = 2
#: In a table so many rows of both sides are level with one of the other.
_PAIRED_SHARE: Final = 0.8
_YEAR: Final = re.compile(r"(?:19|20)\d\d|\d{1,2}/\d{2,4}")


@dataclass(slots=True)
class Row:
    """Pieces of one side on one baseline."""

    y: float
    size: float
    text: str
    x0: float
    x1: float

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.y - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + 0.2 * self.size

    @property
    def capitals(self) -> bool:
        """Whether it is printed in capitals."""
        return self.text.isupper()


class Side:
    """All pieces on one side of a river; never empty."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = sorted(pieces, key=lambda p: (p.y, p.x0))

    @cached_property
    def rows(self) -> list[Row]:
        """The side's rows, top to bottom."""
        rows: list[Row] = []
        for p in self.pieces:
            if rows and p.y - rows[-1].y <= _LEVEL:
                last = rows[-1]
                last.text += " " + p.text
                last.size = max(last.size, p.size)
                last.x0, last.x1 = min(last.x0, p.x0), max(last.x1, p.x1)
            else:
                rows.append(Row(p.y, p.size, p.text, p.x0, p.x1))
        return rows

    @cached_property
    def cells(self) -> list[list[Row]]:
        """Runs of rows that follow each other at a line's distance."""
        cells: list[list[Row]] = []
        for row in self.rows:
            if cells and row.y - cells[-1][-1].y <= 1.7 * max(row.size, cells[-1][-1].size):
                cells[-1].append(row)
            else:
                cells.append([row])
        return cells

    @property
    def ink(self) -> float:
        """How much text the side holds, in characters."""
        return float(sum(len(p.text) for p in self.pieces))

    @cached_property
    def levels(self) -> list[float]:
        """The rows' baselines."""
        return [row.y for row in self.rows]

    @property
    def flows(self) -> bool:
        """Whether the side holds running text: bullets or wrapped lines."""
        wrapped = sum(row.text[0].islower() for row in self.rows)
        bullets = sum(starts_bullet(row.text) for row in self.rows)
        return max(wrapped, bullets) >= 2

    @cached_property
    def headings(self) -> list[Row]:
        """The larger rows that have text of their own right below them on this side."""
        usual = statistics.median(row.size for row in self.rows)
        return [
            row
            for row, below in itertools.pairwise(self.rows)
            if row.size >= _HEADING_SIZE * below.size and below.size <= usual
        ]

    def trimmed(self, other: "Side") -> "Side":
        """Return the side without the one or two lines that stand over or under both sides."""
        rows, first, last = self.rows, other.rows[0], other.rows[-1]
        head = sum(row.bottom < first.top for row in rows)
        tail = sum(row.top > last.bottom for row in rows)
        low, high = rows[0].y - 1, rows[-1].y + _LEVEL
        if 0 < head <= 2 and head < len(rows) and _stands_apart(rows[head - 1], rows[head]):
            low = rows[head].y - 0.01
        if tail == 1 and len(rows) > 1 and _far_below(rows[-2], rows[-1]):
            high = rows[-2].y + _LEVEL
        kept = [p for p in self.pieces if low <= p.y <= high]
        return self if len(kept) == len(self.pieces) else Side(kept)


def _stands_apart(row: Row, following: Row) -> bool:
    return row.size > _HEADING_SIZE * following.size or following.y - row.y > 2 * following.size


def _far_below(row: Row, last: Row) -> bool:
    return last.y - row.y > 3 * row.size


def are_columns(left: Side, right: Side) -> bool:
    """Whether two sides of a river run on their own, as columns do and the ends of rows do not."""
    sparse, dense = (left, right) if len(left.rows) <= len(right.rows) else (right, left)
    overlap = min(dense.levels[-1], sparse.levels[-1]) - max(dense.levels[0], sparse.levels[0])
    if overlap < 1.5 * sparse.rows[0].size:
        return False
    if _twin_headed(left, right):
        return True
    anchored, conflicting = _anchors(sparse, dense)
    if not anchored and not conflicting:
        return False
    if anchored < _ANCHORED_SHARE * (anchored + conflicting):
        return conflicting >= _MIN_CONFLICTS
    return _share_a_grid(sparse, dense)


def _twin_headed(left: Side, right: Side) -> bool:
    """Whether both sides begin with a heading, the two level with each other and of one print.

    Headings are larger than the text below them, or in capitals as it is not; the ends of a row
    ('Employer … City') are neither.
    """
    a, b = left.rows[0], right.rows[0]
    if abs(a.y - b.y) > _LEVEL or not _are_twins(a, b):
        return False
    if not all(map(_begins_with_heading, (left, right))) or _paired(left, right):
        return False
    # Where a second row is such a pair too, they head rows: 'Analyst' and the firm beside it.
    twins = (row for row in left.rows[1:] if row.size >= a.size - _LEVEL)
    return not any(
        abs(row.y - other.y) <= _LEVEL and _are_twins(row, other) and _are_twins(row, a)
        for row in twins
        for other in right.rows[1:]
    )


def _are_twins(row: Row, other: Row) -> bool:
    return abs(row.size - other.size) <= _LEVEL and row.capitals == other.capitals


def _begins_with_heading(side: Side) -> bool:
    first, second = side.rows[:2]
    larger = first.size >= _HEADING_SIZE * second.size
    return (larger or (first.capitals and not second.capitals)) and not starts_bullet(first.text)


def _paired(left: Side, right: Side) -> bool:
    """Whether the rows of one side all have a row of the other beside them, as in a table."""
    level = [row for row in left.rows if abs(_nearest(right.levels, row.y)) <= _LEVEL]
    return len(level) >= _PAIRED_SHARE * max(len(left.rows), len(right.rows))


def _anchors(sparse: Side, dense: Side) -> tuple[int, int]:
    """Count the sparse side's rows that stand level with a line of the other side, and others.

    Of a short cell only the first row counts, as a label may wrap; a row in a gap of the other side
    (a heading over both) counts for neither.
    """
    offsets: list[float] = []
    conflicting = 0
    for cell in sparse.cells:
        for row in cell if len(cell) > _LABEL_ROWS else cell[:1]:
            offset = _nearest(dense.levels, row.y)
            end = cell[-1] if len(cell) <= _LABEL_ROWS else row
            if abs(offset) <= _ANCHOR * row.size:
                offsets.append(offset)
            elif any(other.top < end.bottom and other.bottom > row.top for other in dense.rows):
                conflicting += 1
    if not offsets:
        return 0, conflicting
    usual = statistics.median_low(offsets)
    anchored = sum(abs(offset - usual) <= 0.9 for offset in offsets)
    return anchored, conflicting + len(offsets) - anchored


def _nearest(levels: Sequence[float], y: float) -> float:
    at = bisect.bisect_left(levels, y)
    near = levels[max(0, at - 1) : at + 1]
    return min((level - y for level in near), key=abs)


def _share_a_grid(sparse: Side, dense: Side) -> bool:
    """Whether two sides that stand level are columns all the same, set on one grid of lines."""
    if len(sparse.rows) >= 0.5 * len(dense.rows) and sparse.flows and dense.flows:
        return True
    if _headed_apart(sparse, dense):
        return True
    if sum(bool(_YEAR.search(row.text)) for row in sparse.rows) >= 0.4 * len(sparse.rows):
        return False
    if sum(len(row.text) for row in sparse.rows) < 12 * len(sparse.rows):
        return False
    return len(sparse.rows) >= 8 and len(sparse.rows) >= 4 * len(sparse.cells)


def _headed_apart(sparse: Side, dense: Side) -> bool:
    """Whether both sides have headings and the sparse one's stand level with no line beside them.

    What heads a row ('Analyst' in the margin, the firm beside it) stands level with that row.
    """
    own = [h for h in sparse.headings if abs(_nearest(dense.levels, h.y)) > _LEVEL]
    return bool(own) and min(len(sparse.headings), len(dense.headings)) >= _MIN_HEADINGS
