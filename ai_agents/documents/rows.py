"""Pieces of one column → its lines, top to bottom, each cut into parts at its wide gaps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from ai_agents.documents.accents import with_accents
from ai_agents.documents.fragment import Fragment
from ai_agents.documents.glyphs import turn_back
from ai_agents.documents.layout import PART_GAP, Block, Piece, is_mono, make_piece, starts_bullet
from ai_agents.documents.lines import is_range_end

#: Baselines of one row of a column lie closer than this, in font sizes.
_SAME_ROW: Final = 0.45
#: White space that parts two blocks, in font sizes.
_BLOCK_GAP: Final = 1.8
_HEADING_CHARS: Final = 30
_LEVEL: Final = 0.05
#: Text larger than its neighbour by this factor is a heading beside it.
_LARGER: Final = 1.12
#: An open end, as of a date range that goes on in the next line of its narrow column.
_OPEN: Final = re.compile(r"\d.*[-–—~]$|\d.*\b(?:to|bis|à|a|al)$")
_CLOSING: Final = re.compile(r"\(?(?:\d|[^\W\d_]{3,12}\.? ?(?:\d|$))")
_LOOSE_MARKS: Final = "-–—*·"
_LEADER: Final = re.compile(r"[.·•…_]+")
_FEWEST_DOTS: Final = 5
#: Least gap between two tags, in font sizes; gaps inside a tag are smaller by this factor.
_TAG_GAP: Final = 0.55
_MONO_GAP: Final = 1.0
_LOOSE_SPACE: Final = 0.75
#: A row of tags seldom reaches the right edge of its column to within this many font sizes.
_TAG_MARGIN: Final = 2.0
#: Larger print than the column's by this factor is a name or a heading, set wide for looks.
_TAG_SIZE: Final = 1.15
_TAG_WORDS: Final = 3
#: From here on scripts set their characters without word spaces.
_WIDE_FROM: Final = "\u3000"
_TAG: Final = re.compile(r"(?!\d+$)[^\W_][^|•·:;,]{0,38}[^\s.,:;–—-]|[^\W\d_]")


@dataclass(slots=True)
class PageLine:
    """One line of a page in reading order, before it gets an id."""

    pieces: list[Piece]
    parts: tuple[str, ...]
    x0: float
    x1: float
    y: float
    size: float
    column: int = 0
    sidebar: bool = False
    quarter: int = 0
    ruled: bool = False
    starts: tuple[float, ...] = ()

    @property
    def text(self) -> str:
        """The whole line, its parts joined."""
        return " ".join(self.parts)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(piece.bottom for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a column's text is set: word space by font, in font sizes; its size and right edge."""

    spaces: dict[str, float]
    size: float
    edge: float


def lines_of(block: Block) -> list[PageLine]:
    """Return the lines of one block, top to bottom."""
    pieces = sorted(block.pieces, key=lambda p: (p.y, p.x0))
    setting = _setting(pieces)
    margin = _Margin(pieces)
    rows: list[list[Piece]] = []
    for piece in margin.pieces:
        row = rows[-1] if rows else None
        if row and _same_row(row, piece):
            row.append(piece)
        else:
            rows.append([piece])
    lines: list[PageLine] = []
    for row in rows:
        row.sort(key=lambda p: p.x0)
        lines += [_line(group, block, setting) for group in margin.separated(row)]
    return lines


def split_turned(line: PageLine) -> list[PageLine]:
    """Return the parts of a turned line as lines of their own; each labels what is beside it."""
    if not line.quarter or len(line.pieces) == 1:
        return [line]
    return [
        replace(line, pieces=[p], parts=(p.text,), x0=p.x0, x1=p.x1, y=p.y, size=p.size)
        for p in line.pieces
    ]


def with_turned_headings(lines: list[PageLine]) -> list[PageLine]:
    """Return a page's lines with large words on their side put over the block they stand beside."""
    placed = [line for line in lines if not line.quarter]
    if not placed:
        return lines
    usual = median(line.size for line in placed)
    rest: list[PageLine] = []
    for line in lines:
        if not line.quarter:
            continue
        short = len(line.text) <= _HEADING_CHARS and line.size > _LARGER * usual
        at = _block_start(placed, line) if short and line.quarter != 2 else None
        if at is None:
            rest.append(line)
        else:
            placed.insert(at, line)
    return placed + rest


def _block_start(lines: list[PageLine], heading: PageLine) -> int | None:
    """Return where the run of lines beside a turned heading begins, None when it stands alone."""
    _, top, _, bottom = turn_back(
        heading.quarter, (heading.x0, heading.top, heading.x1, heading.bottom)
    )
    beside = (i for i, x in enumerate(lines) if not x.quarter and x.bottom > top and x.top < bottom)
    at = next(beside, None)
    while at and not lines[at - 1].quarter:
        above, line = lines[at - 1], lines[at]
        if not line.y - above.y >= 0 or line.top - above.bottom > _BLOCK_GAP * line.size:
            break
        at -= 1
    return at


class _Margin:
    """What stands beside the text of a column: headings, dates and labels at its left edge."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._edges: dict[int, int] = {}
        self._marked: dict[int, int] = {}
        for piece in pieces:
            key = round(piece.x0 / 3)
            self._edges[key] = self._edges.get(key, 0) + 1
            if _is_item(piece):
                self._marked[key] = self._marked.get(key, 0) + 1
        self.pieces = self._with_wrapped(pieces)

    def _with_wrapped(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Join a heading or date in the margin that goes on in the next line."""
        kept: list[Piece] = []
        gone: set[int] = set()
        for index, piece in enumerate(pieces):
            if id(piece) in gone:
                continue
            kept.append(piece)
            beside = self._beside(piece, pieces[index : index + 6])
            if beside is None:
                continue
            for following in pieces[index + 1 : index + 12]:
                if following.y - piece.words[-1].y > 1.6 * piece.size + 1:
                    break
                if _goes_on(piece, following, beside):
                    piece.words += following.words
                    piece.text += " " + following.text
                    piece.x1 = max(piece.x1, following.x1)
                    gone.add(id(following))
        return kept

    def _beside(self, piece: Piece, near: Sequence[Piece]) -> Piece | None:
        """Return the piece of text a margin piece stands beside."""
        for other in near:
            if abs(other.y - piece.y) <= _SAME_ROW * piece.size and other.x0 > piece.x1:
                return other
        return None

    def separated(self, row: list[Piece]) -> Iterator[list[Piece]]:
        """Cut a row where one line ends and another begins beside it.

        A heading in the margin is a line of its own, and so is each item of a list.
        """
        start = 0
        for index in range(1, len(row)):
            left, right = row[index - 1], row[index]
            heads = index == 1 and self._is_edge(right.x0) and _heads(left, right)
            if heads or (self._is_list(right.x0) and _is_item(right) and not _is_title(right)):
                yield row[start:index]
                start = index
        yield row[start:]

    def _is_list(self, x: float) -> bool:
        return self._near(self._marked, x) >= 2

    def _is_edge(self, x: float) -> bool:
        return self._near(self._edges, x) >= 3

    def _near(self, counts: dict[int, int], x: float) -> int:
        key = round(x / 3)
        return sum(counts.get(k, 0) for k in range(key - 1, key + 5))


def _is_item(piece: Piece) -> bool:
    """Whether a piece begins with a mark that only lists use."""
    return starts_bullet(piece.text) and piece.text[0] not in _LOOSE_MARKS and len(piece.text) > 2


def _is_title(piece: Piece) -> bool:
    """Whether the words after a mark are bold, as those that name an entry are."""
    return any(word.style.face.bold for word in piece.words[1:2])


def _heads(left: Piece, right: Piece) -> bool:
    """Whether the left of two pieces is a heading in the margin of the right one."""
    if any(c.isdigit() for c in left.text) or left.text.endswith(":") or starts_bullet(left.text):
        return False
    letters = sum(map(str.isalpha, left.text))
    capitals = letters >= 4 and left.text.isupper() and not right.text.isupper()
    return capitals or left.size > _LARGER * right.size


def _goes_on(piece: Piece, following: Piece, beside: Piece) -> bool:
    """Whether a margin piece is continued by one below it."""
    if following.x1 > beside.x0 or following is beside:
        return False
    if abs(following.x0 - piece.x0) > 3 and abs(following.x1 - piece.x1) > 3:
        return False
    if abs(following.size - piece.size) > 0.5:
        return False
    if _OPEN.search(piece.text) and len(piece.text) < 30:
        return bool(_CLOSING.match(following.text)) and len(following.text) < 25
    return _heads(piece, beside) and piece.text.isupper() and following.text.isupper()


def _same_row(row: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece continues a row: almost the same baseline and no overlap."""
    first = row[0]
    if piece.y - first.y > _SAME_ROW * min(piece.size, first.size):
        return False
    return all(piece.x0 >= other.x1 - 1 or piece.x1 <= other.x0 + 1 for other in row)


def _line(row: list[Piece], block: Block, setting: _Setting) -> PageLine:
    merged: list[list[Piece]] = []
    row = [tag for piece in row for end in _at_leaders(piece) for tag in _tags(end, setting)]
    for piece in row:
        last = merged[-1][-1] if merged else None
        if last and (last.is_bullet or _runs_on(last, piece)):
            merged[-1].append(piece)
        else:
            merged.append([piece])
    parts = [with_accents(" ".join(piece.text for piece in group)) for group in merged]
    parts = parts[:1] + [_without_mark(part) for part in parts[1:]]
    if _mostly_rtl(parts):
        parts.reverse()
    main = max(row, key=lambda piece: len(piece.text))
    return PageLine(
        pieces=row,
        parts=tuple(parts),
        starts=tuple(round(g[0].x0, 1) for g in merged) if len(merged) > 1 else (),
        x0=min(piece.x0 for piece in row),
        x1=max(piece.x1 for piece in row),
        y=main.y,
        size=main.size,
        column=block.column,
        sidebar=block.sidebar,
    )


def _at_leaders(piece: Piece) -> list[Piece]:
    """Cut a piece at the row of dots that leads the eye to its right end ('Clerk . . . . 2019')."""
    ends: list[list[Fragment]] = [[]]
    dots: list[Fragment] = []
    for word in piece.words:
        if _LEADER.fullmatch(word.text):
            dots.append(word)
            continue
        if sum(len(dot.text) for dot in dots) >= _FEWEST_DOTS:
            ends.append([])
        else:
            ends[-1] += dots
        dots = []
        ends[-1].append(word)
    if len(ends) == 1 or not all(ends):
        return [piece]
    return [make_piece(words) for words in ends]


def _setting(pieces: Sequence[Piece]) -> _Setting:
    gaps: dict[str, list[float]] = {}
    for piece in pieces:
        for family, gap in _gaps(piece):
            gaps.setdefault(family, []).append(gap)
    return _Setting(
        spaces={family: median(found) for family, found in gaps.items()},
        size=median(piece.size for piece in pieces) if pieces else 0.0,
        edge=max((piece.x1 for piece in pieces), default=0.0),
    )


def _gaps(piece: Piece) -> list[tuple[str, float]]:
    """Return font family and width, in font sizes, of the gaps between the words of a piece."""
    return [(a.style.face.family, (b.x0 - a.x1) / piece.size) for a, b in pairwise(piece.words)]


def _tags(piece: Piece, setting: _Setting) -> list[Piece]:
    """Cut a row of tags ('Python   Design Thinking   Go') whose gaps are wider than word spaces.

    Justified text has wide gaps too, but all alike and up to the right edge of its column.
    """
    if piece.is_bullet or piece.size > _TAG_SIZE * setting.size or piece.text[-1] >= _WIDE_FROM:
        return [piece]
    wide = []
    fixed = _MONO_GAP if is_mono(piece) else _TAG_GAP
    for at, (family, gap) in enumerate(_gaps(piece), 1):
        least = max(fixed, 2 * setting.spaces[family])
        if gap >= least:
            wide.append(at)
        elif gap > _LOOSE_SPACE * least:
            return [piece]
    if not wide:
        return [piece]
    if len(wide) == len(piece.words) - 1 and piece.x1 > setting.edge - _TAG_MARGIN * piece.size:
        return [piece]
    groups = [piece.words[a:b] for a, b in pairwise([0, *wide, len(piece.words)])]
    tags = [make_piece(group) for group in groups]
    # A short last word, or a mark, ends a sentence or leads a list.
    if any(len(t.words) > _TAG_WORDS or not _TAG.fullmatch(t.text) for t in tags):
        return [piece]
    return tags


def _runs_on(last: Piece, piece: Piece) -> bool:
    """Whether a piece on a slightly other baseline belongs to the words before it.

    Pieces on one baseline were cut apart for a reason.
    """
    near = piece.x0 - last.x1 <= PART_GAP * min(piece.size, last.size)
    return near and abs(piece.y - last.y) > _LEVEL


def _without_mark(part: str) -> str:
    """Drop a mark that only sets parts of a line apart; '– 06/2020' is the end of a range."""
    marked = starts_bullet(part) and not is_range_end(part)
    return part[1:].lstrip() or part if marked and part[1:2] == " " else part


def _mostly_rtl(parts: Sequence[str]) -> bool:
    rtl = sum("\u0590" <= character <= "\u08ff" for part in parts for character in part)
    return rtl > 0.5 * sum(map(len, parts))
