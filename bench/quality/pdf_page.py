"""Lays out blocks of text on PDF pages: columns that run on over pages, drawn line by line.

Words are placed by us, not by a paragraph engine, so that runs of spaces and the place of every
line are what the resume says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from bench.quality.parts import Block

_FAMILIES = {
    "sans": ("Helvetica", "Helvetica-Bold"),
    "serif": ("Times-Roman", "Times-Bold"),
    "mono": ("Courier", "Courier-Bold"),
}
_AFTER_SPACES = re.compile(r"(?<= )(?=[^ ])")
_LEADING = 1.3
#: Points: what stands above a heading, above an entry, and how far a bullet's text is set in.
_ABOVE = {"heading": 8.0, "entry": 4.0}
_INDENT = 12.0


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a text: family, size in points, bold, colour."""

    family: str
    size: float
    bold: bool = False
    colour: str = "#000000"

    @property
    def font(self) -> str:
        """Name of the font."""
        return _FAMILIES[self.family][self.bold]


@dataclass(frozen=True, slots=True)
class Piece:
    """One line at its place; `y` is the baseline from the bottom of the page."""

    page: int
    x: float
    y: float
    text: str
    type: Type


@lru_cache(maxsize=4096)
def _wrapped(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    lines: list[str] = [""]
    for word in _AFTER_SPACES.split(text):
        if lines[-1] and stringWidth((lines[-1] + word).rstrip(), font, size) > width:
            lines.append("")
        lines[-1] += word
    return tuple(line.rstrip() for line in lines)


@dataclass(slots=True)
class Column:
    """A column being filled from `top` to `bottom`; on further pages it begins at `next_top`."""

    x: float
    width: float
    top: float
    bottom: float
    next_top: float
    pieces: list[Piece] = field(default_factory=list)
    page: int = 0
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self.top

    def skip(self, points: float) -> None:
        """Leave white space."""
        self.y -= points

    def text(self, text: str, kind: Type, *, indent: float = 0.0, right: str = "") -> None:
        """Write a paragraph, and `right` at the column's right edge of its first line."""
        aside = stringWidth(right, kind.font, kind.size) + 8 if right else 0.0
        alone = aside > self.width / 2  # a narrow column: the dates take a line of their own
        width = self.width - indent - (0.0 if alone else aside)
        for number, line in enumerate(_wrapped(text, kind.font, kind.size, width)):
            self._down(kind.size * _LEADING)
            self._put(self.x + indent, line, kind)
            if right and number == 0 and not alone:
                self._put(self.x + self.width - aside + 8, right, kind)
        if alone:
            self._down(kind.size * _LEADING)
            self._put(self.x + indent, right, kind)

    def _down(self, points: float) -> None:
        if self.y - points < self.bottom:
            self.page += 1
            self.y = self.next_top
        self.y -= points

    def _put(self, x: float, text: str, kind: Type) -> None:
        if text:
            self.pieces.append(Piece(self.page, x, self.y, text, kind))

    def mark(self, mark: str, kind: Type) -> None:
        """Set a bullet mark before the line that comes next."""
        if self.y - kind.size * _LEADING < self.bottom:
            self.page += 1
            self.y = self.next_top
        self.pieces.append(Piece(self.page, self.x, self.y - kind.size * _LEADING, mark, kind))

    def blocks(self, blocks: Sequence[Block], body: Type, heading: Type) -> None:
        """Write blocks one below another."""
        for block in blocks:
            self.skip(_ABOVE.get(block.role, 0.0))
            if block.role == "heading":
                self.text(block.text, heading)
            elif block.role == "entry":
                self.text(
                    block.text,
                    Type(body.family, body.size, bold=True, colour=body.colour),
                    right=block.right,
                )
            elif block.role == "bullet":
                self.mark(block.mark, body)
                self.text(block.text, body, indent=_INDENT)
            else:
                self.text(block.text, body)


def draw(canvas: Canvas, pieces: Sequence[Piece], page: int) -> None:
    """Draw the pieces of one page, in their order."""
    for piece in pieces:
        if piece.page == page:
            canvas.setFillColor(HexColor(piece.type.colour))
            canvas.setFont(piece.type.font, piece.type.size)
            canvas.drawString(piece.x, piece.y, piece.text)
