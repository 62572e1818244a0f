"""Measures how a line stands out from the body of its document: size, weight, capitals, space."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ai_agents.models import Document, Line
from ai_agents.profile.folding import is_upper

#: What sets a line off stands on few lines: at most this share of them.
RARE_SHARE = 0.25


@dataclass(frozen=True)
class Look:
    """The printed form of a line, coarse enough that two headings of one resume compare equal."""

    size: float
    bold: bool
    caps: bool
    italic: bool
    #: the rank of a heading the file marks as one, 0 for other lines
    marked: int
    ruled: bool
    font: str


@dataclass(frozen=True)
class Typography:
    """What is usual in one document."""

    document: Document

    @cached_property
    def body_size(self) -> float:
        """The font size most of the text is printed in; 0 when the file has no sizes."""
        weights: Counter[float] = Counter()
        for line in self.document.lines:
            if line.size:
                weights[round(line.size * 2) / 2] += len(line.text)
        return max(weights, key=lambda size: (weights[size], -size)) if weights else 0.0

    @cached_property
    def body_bold(self) -> bool:
        """Whether most of the text is bold, so that bold says nothing."""
        bold = sum(len(line.text) for line in self.document.lines if line.bold)
        return bold * 2 > len(self.document.text)

    def look(self, line: Line) -> Look:
        """Return the look of a line."""
        size = round((line.size or self.body_size) * 2) / 2
        caps = is_upper(line.text)
        return Look(
            size,
            line.bold,
            caps,
            line.italic,
            max(line.level, int(line.heading_style)),
            self.ruled(line),
            line.font or "",
        )

    @cached_property
    def _rules_tell(self) -> bool:
        """Whether rules set lines off: in a form or table every row has one."""
        ruled = sum(line.ruled for line in self.document.lines)
        return ruled <= RARE_SHARE * len(self.document.lines)

    def ruled(self, line: Line) -> bool:
        """Return whether a rule sets the line off from the text."""
        return line.ruled and self._rules_tell

    def emphasis(self, line: Line) -> float:
        """Return how much a line stands out: 0 for body text, about 1 per strong sign."""
        score = 0.0
        if line.heading_style:
            score += 1.5
        if line.bold and not self.body_bold:
            score += 1.0
        if is_upper(line.text):
            score += 1.0
        if line.size and self.body_size:
            score += max(-1.0, min(2.0, (line.size / self.body_size - 1.0) * 6.0))
        if self.ruled(line):
            score += 1.0
        if (line.gap_before or 0.0) >= 0.8:
            score += 0.4
        return score


def right_edges(lines: list[Line]) -> dict[tuple[int, int], float]:
    """Return (page, column) → right edge of its text; lines without a box are left out."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        if line.bbox is not None:
            key = (line.page, line.column)
            edges[key] = max(edges.get(key, 0.0), line.bbox[2])
    return edges


def filled(line: Line, following: Line, edges: dict[tuple[int, int], float]) -> bool:
    """Return whether the line is full: the first word of the next one would not have fitted."""
    if line.bbox is None or following.bbox is None:
        return len(line.text) > 50
    x0, _, x1, _ = line.bbox
    word = len(following.text.split(maxsplit=1)[0]) + 1
    needed = word * (x1 - x0) / max(1, len(line.text))
    return x1 + needed > edges.get((line.page, line.column), x1) - 2.0
