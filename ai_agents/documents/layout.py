"""Fragments of a page → lines in reading order, by geometry alone: no rule knows a file or a word.

fragments → pieces (words close together on one baseline) → blocks (`columns`) → lines (`rows`)
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ai_agents.documents.fragment import Fragment
from ai_agents.documents.spacing import join_words

#: White space wider than this many font sizes cuts a line into parts.
PART_GAP: Final = 1.15
#: How far baselines of one line may lie apart, in font sizes.
_SAME_LINE: Final = 0.22
#: Superscripts are lifted by 0.35 to 0.45 font sizes of their line, subscripts lowered by 0.2.
_MOST_RAISED: Final = 0.6
_MOST_LOWERED: Final = 0.3
#: More letters than these are a word of the next line, not an index.
_INDEX_CHARS: Final = 4
BULLETS: Final = "•·∙●○◦■□▪▫◆◇▶►▸➢➤✓✔✦❖❑❒➔→∗*–—-‣⁃⦁◾◽▷»›⮚❯"
#: More marks than this on one page are a pattern, not bullets.
_MAX_MARKS: Final = 500
_MAX_NEAR: Final = 400
#: A label is cut from the text beside it at a gap of this many font sizes, if that text begins
#: where this many lines begin.
_LABEL_GAP: Final = 0.6
#: How far the widths of letters differ in a font of one width, by rounding.
_MONO_SPREAD: Final = 1.04
_LABEL_CHARS: Final = 40
_EDGE_LINES: Final = 3
_BULLET: Final = re.compile(rf"[{re.escape(BULLETS)}]|[oO§¨](?=$)")


@dataclass(slots=True)
class Piece:
    """Words close together on one baseline; the unit of column finding."""

    words: list[Fragment]
    text: str
    x0: float
    x1: float
    y: float
    size: float

    @property
    def top(self) -> float:
        """Upper edge of the line, by the usual ascent."""
        return self.y - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """Lower edge of the line, by the usual descent."""
        return self.y + 0.22 * self.size

    @property
    def is_bullet(self) -> bool:
        """Whether this is a bullet mark on its own."""
        return len(self.text) == 1 and bool(_BULLET.match(self.text))


@dataclass(slots=True)
class Block:
    """Pieces that belong to one column of one region of the page."""

    pieces: list[Piece]
    column: int = 0
    sidebar: bool = False


def starts_bullet(text: str) -> bool:
    """Whether a line's text begins with a bullet mark."""
    return text[0] in BULLETS


def pieces_of(fragments: Sequence[Fragment]) -> list[Piece]:
    """Return the pieces of a page, top to bottom and left to right."""
    _level_bullets(fragments)
    rows = _rows(sorted(fragments, key=lambda f: (f.y, f.x0)))
    pieces = [piece for row in _with_superscripts(rows) for piece in _cut(row)]
    pieces = _cut_at_edges(pieces)
    pieces.sort(key=lambda piece: (piece.y, piece.x0))
    return pieces


def _level_bullets(fragments: Sequence[Fragment]) -> None:
    """Put bullets of another font or size on the baseline of the text they mark."""
    marks = [f for f in fragments if len(f.text) == 1 and _BULLET.match(f.text)]
    if not marks or len(marks) > _MAX_MARKS:
        return
    ordered = sorted(fragments, key=lambda f: f.y)
    levels = [f.y for f in ordered]
    moves: list[tuple[Fragment, Fragment]] = []
    for mark in marks:
        reach = 0.6 * max(mark.size, 20.0)
        low = bisect.bisect_left(levels, mark.y - reach)
        high = bisect.bisect_right(levels, mark.y + reach)
        marked = _marked(mark, ordered[low : min(high, low + _MAX_NEAR)])
        if marked:
            moves.append((mark, marked))
    for mark, marked in moves:
        mark.y, mark.size = marked.y, marked.size


def _marked(mark: Fragment, near: Sequence[Fragment]) -> Fragment | None:
    """Return the text a mark stands before; None when it ends a word, as a hyphen does."""
    best, least = None, 1e9
    for f in near:
        gap, shift = f.x0 - mark.x0, abs(f.y - mark.y)
        if shift < 0.1 * f.size and -0.1 * f.size < mark.x0 - f.x1 < 0.35 * f.size:
            return None
        if 0 <= gap <= 4 * f.size and shift <= 0.6 * f.size and f.text not in BULLETS:
            distance = shift + 0.2 * gap
            if distance < least:
                best, least = f, distance
    return best


def _rows(ordered: Sequence[Fragment]) -> list[list[Fragment]]:
    """Group fragments whose baselines agree; input sorted by baseline."""
    rows: list[list[Fragment]] = []
    for fragment in ordered:
        row = rows[-1] if rows else None
        if row and fragment.y - row[0].y <= _SAME_LINE * min(fragment.size, row[0].size):
            row.append(fragment)
        else:
            rows.append([fragment])
    return rows


def _with_superscripts(rows: list[list[Fragment]]) -> list[list[Fragment]]:
    """Join raised and lowered small fragments to the line they touch."""
    result: list[list[Fragment]] = []
    waiting: list[Fragment] = []
    for row in rows:
        current = list(row)
        if left := [small for small in waiting if not _attach(small, current)]:
            result.append(left)
        waiting = []
        if result and len(row) <= 6:
            current = [f for f in current if f not in row or not _attach(f, result[-1])]
        if len(current) <= 3 and all(len(f.text) <= _INDEX_CHARS for f in current):
            waiting = current
        elif current:
            result.append(current)
    if waiting:
        result.append(waiting)
    return result


def _attach(small: Fragment, row: list[Fragment]) -> bool:
    """Add a raised or lowered fragment to a row it touches; tell whether it did."""
    if len(small.text) > _INDEX_CHARS:
        return False
    for other in row:
        lowered = (small.y - other.y) / other.size
        if not -_MOST_RAISED <= lowered <= _MOST_LOWERED:
            continue
        if _touches(small, other) and (small.size <= 0.86 * other.size or _fills_gap(small, row)):
            small.y = other.y
            row.append(small)
            return True
    return False


def _touches(small: Fragment, other: Fragment) -> bool:
    near = 0.2 * other.size
    return -near <= small.x0 - other.x1 <= near or -near <= other.x0 - small.x1 <= near


def _fills_gap(small: Fragment, row: Sequence[Fragment]) -> bool:
    """Whether a letter of the row's own size closes a gap in it, as the lowered E of TeX does."""
    near = 0.2 * small.size
    left = any(abs(small.x0 - other.x1) <= near for other in row)
    right = any(abs(other.x0 - small.x1) <= near for other in row)
    return left and right and len(small.text) <= 2  # 'E', or 'A' with a kern


def _cut(row: list[Fragment]) -> list[Piece]:
    """Cut one row into pieces at its wide gaps; a bullet stays with what follows."""
    row.sort(key=lambda f: f.x0)
    groups: list[list[Fragment]] = []
    reach = -1e9
    for fragment in row:
        size = min(fragment.size, groups[-1][-1].size) if groups else fragment.size
        widest = 4.0 if groups and _is_lone_bullet(groups[-1]) else PART_GAP
        if groups and fragment.x0 - reach <= widest * size:
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
        reach = max(reach, fragment.x1)
    return [make_piece(group) for group in groups]


def _cut_at_edges(pieces: list[Piece]) -> list[Piece]:
    """Cut labels off text that begins at an edge many lines share, though the gap is narrow."""
    edges: dict[int, int] = {}
    for piece in pieces:
        for x in (piece.x0, *(piece.words[index].x0 for index in _label_ends(piece))):
            edges[round(x)] = edges.get(round(x), 0) + 1
    shared = {
        key for key in edges if sum(edges.get(k, 0) for k in (key - 1, key, key + 1)) >= _EDGE_LINES
    }
    return [part for piece in pieces for part in _cut_label(piece, shared)]


def _label_ends(piece: Piece) -> list[int]:
    """Return the words of a piece that a gap as wide as behind a label parts from the one before.

    Fonts of one width set all words that far apart.
    """
    least = _LABEL_GAP * piece.size
    gaps = [b.x0 - a.x1 for a, b in pairwise(piece.words)]
    if all(gap < least for gap in gaps) or is_mono(piece):
        return []
    return [index for index, gap in enumerate(gaps, 1) if gap >= least]


def _cut_label(piece: Piece, edges: set[int]) -> list[Piece]:
    for index in _label_ends(piece):
        label = piece.words[:index]
        if round(piece.words[index].x0) not in edges or _is_lone_bullet(label):
            continue
        if sum(len(word.text) for word in label) <= _LABEL_CHARS:
            return [make_piece(label), *_cut_label(make_piece(piece.words[index:]), edges)]
    return [piece]


def _is_lone_bullet(group: Sequence[Fragment]) -> bool:
    return len(group) == 1 and len(group[0].text) == 1 and bool(_BULLET.match(group[0].text))


def is_mono(piece: Piece) -> bool:
    """Whether all letters of a piece are equally wide, and its word space is wide for that."""
    widths = [(word.x1 - word.x0) / len(word.text) for word in piece.words]
    return max(widths) < _MONO_SPREAD * min(widths)


def make_piece(words: list[Fragment]) -> Piece:
    """Return the piece these fragments form; they are sorted by x and never empty."""
    return Piece(
        words=words,
        text=join_words(words),
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        y=_weighted(words, "y"),
        size=_weighted(words, "size"),
    )


def _weighted(words: Sequence[Fragment], name: str) -> float:
    """Return the value most characters share."""
    if len(words) == 1:
        only: float = getattr(words[0], name)
        return only
    votes: dict[float, int] = {}
    for word in words:
        value = round(getattr(word, name), 2)
        votes[value] = votes.get(value, 0) + len(word.text)
    return max(votes, key=lambda value: (votes[value], value))
