"""Where the evidence of findings lies on the pages: boxes per finding, badges, hidden text; pure.

Boxes are PDF points from the top-left of the page, as in the report. Badges stand in the gutter
beside the page, never over text (UX 5.5).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from ai_agents.vocabulary import FindingKind
from desktop.review import words
from desktop.review.display import FindingCard
from desktop.review.report import Report
from desktop.review.report_parts import BBox
from desktop.widgets.style import MarkGroup

#: Where the words that a finding names lie on one of its lines: (finding id, line id) → boxes.
WordBoxes: TypeAlias = Mapping[tuple[str, int], Sequence[BBox]]
_NO_WORDS: WordBoxes = MappingProxyType({})

# Two boxes are one when they share this much of the lower one's height …
_SAME_ROW = 0.6
# … and the white between them is no wider than this: a wider gap is another column.
_MAX_GAP_PT = 14.0
_HIDDEN_RULES = ("hidden-text", "hidden-instruction")
#: So many letters tell one hidden text from another.
_QUOTED = 24


@dataclass(frozen=True)
class Mark:
    """A finding's evidence on one page; `boxes` one per row, from the top.

    `line_left` is where its first line begins, also when only words of the line are marked.
    """

    number: int
    finding_id: str
    group: MarkGroup
    page: int
    boxes: tuple[BBox, ...]
    tooltip: str
    strength: bool = False
    line_left: float | None = None

    @property
    def left(self) -> float:
        """Where the line begins that the number stands beside."""
        return self.boxes[0][0] if self.line_left is None else self.line_left


@dataclass(frozen=True)
class HiddenMark:
    """Hidden text to be outlined with its reason."""

    page: int
    box: BBox
    tooltip: str


@dataclass(frozen=True)
class Badge:
    """A number in the gutter; `top` in pixels of the page, `anchor` where its mark begins."""

    mark: Mark
    right_side: bool
    top: float
    anchor: float


def marks_of(
    cards: Iterable[FindingCard], report: Report, words_: WordBoxes = _NO_WORDS
) -> tuple[Mark, ...]:
    """Return the marks of these findings; a finding without a place on a page has none.

    A line is marked as a whole unless `words_` knows where the words named on it lie.
    """
    marks: list[Mark] = []
    for card in cards:
        places: dict[int, list[BBox]] = {}
        lefts: dict[int, list[tuple[float, float]]] = {}
        for line_id in dict.fromkeys(card.lines):
            line = report.line(line_id)
            if line is not None and line.bbox is not None:
                boxes = words_.get((card.finding_id, line_id)) or (line.bbox,)
                places.setdefault(line.page, []).extend(boxes)
                lefts.setdefault(line.page, []).append((line.bbox[1], line.bbox[0]))
        marks += (
            Mark(
                number=card.number,
                finding_id=card.finding_id,
                group=card.group,
                page=page,
                boxes=unite_rows(boxes),
                tooltip=f"{card.number}  {card.dimension_word} – {card.message}",
                strength=card.kind is FindingKind.STRENGTH,
                line_left=min(lefts[page])[1],
            )
            for page, boxes in places.items()
        )
    return tuple(marks)


def hidden_marks(report: Report, say: words.Say) -> tuple[HiddenMark, ...]:
    """Return the outlines of hidden text that has a place on a page."""
    template = say("Hidden text, not reviewed: {reason}")
    return tuple(
        HiddenMark(
            item.page,
            item.bbox,
            template.format(reason=say(words.HIDDEN_REASONS.get(item.reason, item.reason))),
        )
        for item in report.document.hidden
        if item.bbox is not None
    )


def hidden_place(report: Report, finding_id: str | None) -> tuple[int, BBox] | None:
    """Return page and box of the hidden text that a finding speaks of; None for other findings.

    Such findings have no line as evidence, as hidden text is no line; the message quotes the text.
    """
    finding = next((f for f in report.review.findings if f.id == finding_id), None)
    if finding is None or finding.rule not in _HIDDEN_RULES or finding.evidence:
        return None
    placed = [(item, item.bbox) for item in report.document.hidden if item.bbox is not None]
    quoted = [pair for pair in placed if pair[0].text[:_QUOTED].strip() in finding.message]
    return next(((item.page, box) for item, box in quoted or placed), None)


def unite_rows(boxes: Sequence[BBox]) -> tuple[BBox, ...]:
    """Return the boxes with those of one row and one column united, from the top."""
    rows: list[BBox] = []
    for box in sorted(boxes, key=lambda b: (b[1], b[0])):
        match = next((i for i, row in enumerate(rows) if _same_row(row, box)), None)
        if match is None:
            rows.append(box)
        else:
            rows[match] = _united(rows[match], box)
    return tuple(rows)


def stack_rows(marks: Sequence[Mark]) -> tuple[tuple[Mark, BBox, int], ...]:
    """Return every row of one page's marks with its level: how many marks lie under it already.

    The level keeps a line's highlight from being laid on twice.
    """
    stacked: list[tuple[Mark, BBox, int]] = []
    for mark in sorted(marks, key=lambda m: m.number):
        for box in mark.boxes:
            under = sum(
                _same_row(box, other) and _overlap(box, other)
                for earlier, other, _ in stacked
                if earlier is not mark
            )
            stacked.append((mark, box, under))
    return tuple(stacked)


def place_badges(
    marks: Sequence[Mark], page_width_pt: float, scale: float, step_px: float
) -> tuple[Badge, ...]:
    """Return one badge per mark, as near to its first row as the others allow, none over another.

    Args:
        marks: the marks of one page.
        page_width_pt: decides the side: a mark that begins in the right half goes right.
        scale: pixels per point.
        step_px: least distance between two badges' tops.
    """
    badges: list[Badge] = []
    for right in (False, True):
        side = [mark for mark in marks if (mark.left > page_width_pt / 2) is right]
        side.sort(key=lambda m: (m.boxes[0][1] + m.boxes[0][3], m.number))
        anchors = [(m.boxes[0][1] + m.boxes[0][3]) / 2 * scale for m in side]
        tops = spread([anchor - step_px / 2 for anchor in anchors], step_px)
        badges += (
            Badge(mark, right, top, anchor)
            for mark, top, anchor in zip(side, tops, anchors, strict=True)
        )
    return tuple(badges)


def spread(wanted: Sequence[float], step: float) -> tuple[float, ...]:
    """Return places at least `step` apart, in order and moved as little as possible.

    `wanted` rises. Places that would touch become a block, centred on what its members want (the
    pool-adjacent-violators solution of least squares under order), so that a crowded line pushes
    its badges up and down alike instead of all of them down the page.
    """
    blocks: list[tuple[float, int]] = []  # mean of (wanted − place in the row), members
    for number, place in enumerate(wanted):
        mean, size = place - number * step, 1
        while blocks and blocks[-1][0] >= mean:
            before, count = blocks.pop()
            mean = (before * count + mean * size) / (count + size)
            size += count
        blocks.append((mean, size))
    means = [mean for mean, size in blocks for _ in range(size)]
    # None above the page's upper edge.
    return tuple(max(mean, 0.0) + number * step for number, mean in enumerate(means))


def hit(marks: Iterable[Mark], page: int, x: float, y: float) -> Mark | None:
    """Return the mark at a point of a page, the one with the smallest boxes if several."""
    found = [
        mark
        for mark in marks
        if mark.page == page
        and any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in mark.boxes)
    ]
    return min(found, key=lambda mark: (len(mark.boxes), mark.number), default=None)


def hit_hidden(marks: Iterable[HiddenMark], page: int, x: float, y: float) -> HiddenMark | None:
    """Return the hidden text at a point of a page."""
    for mark in marks:
        x0, y0, x1, y1 = mark.box
        if mark.page == page and x0 <= x <= x1 and y0 <= y <= y1:
            return mark
    return None


def underlined(
    rows: Sequence[tuple[Mark, BBox, int]], selected: str | None
) -> tuple[tuple[Mark, BBox], ...]:
    """Return which rows are underlined: one mark per line, the selected one before the first.

    More than one underline would run into the next line of a densely set resume; the badges tell
    how many findings there are.
    """
    chosen = [(mark, box) for mark, box, _ in rows if mark.finding_id == selected]
    first = [
        (mark, box)
        for mark, box, level in rows
        if level == 0
        and mark.finding_id != selected
        and not any(_same_row(box, other) and _overlap(box, other) for _, other in chosen)
    ]
    return (*first, *chosen)


def _same_row(one: BBox, other: BBox) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    lower = min(one[3] - one[1], other[3] - other[1])
    gap = max(other[0] - one[2], one[0] - other[2])
    return lower > 0 and shared >= _SAME_ROW * lower and gap <= _MAX_GAP_PT


def _overlap(one: BBox, other: BBox) -> bool:
    return min(one[2], other[2]) > max(one[0], other[0])


def _united(one: BBox, other: BBox) -> BBox:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
