"""Which text of a page a person sees: the page is rendered with its text and without it.

Where taking the text away changes nothing, nobody saw it: white on white, under a picture, in a
layer that is switched off, clear, cut away. A rule about colours would flag every banner and miss
most of these (QUALITY.md section 4).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ai_agents.documents.fragment import Fragment
from ai_agents.documents.glyphs import turn_back
from ai_agents.documents.layout import make_piece
from ai_agents.documents.pdf_engine import GreyImage, PdfPage
from ai_agents.documents.pixels import Box, difference, ground, overlap, strokes
from ai_agents.vocabulary import HiddenReason

#: Least difference of luminance, 0–255, between ink and ground a person can be asked to see.
MIN_CONTRAST: Final = 40
#: Text smaller than this many points cannot be read on paper.
MIN_SIZE: Final = 3.0
#: Letters narrower than this share of their size cannot be read; condensed print has 0.3.
_MIN_ADVANCE: Final = 0.12
_FEWEST_SQUEEZED: Final = 8
#: First look and, for what seems hidden there, second look, in pixels per point.
_FIRST_LOOK: Final = 0.75
_SECOND_LOOK: Final = 2.0
_INVISIBLE_MODES: Final = frozenset({3, 7})
_SCAN_SHARE: Final = 0.5
#: A page with more pale spans than this is set in pale text.
_MAX_PALE: Final = 300
_MAX_DARK: Final = 1_000
_MIN_REPORTED: Final = 3
#: Between two words drawn as shapes so much beside their letters, in font sizes, has no ink.
_GAP_EDGE: Final = 0.06
_LEAST_GAP: Final = 0.05


@dataclass(frozen=True)
class Hidden:
    """One span of hidden text, its box on the shown page."""

    reason: HiddenReason
    text: str
    bbox: Box


@dataclass
class Seen:
    """The fragments of a page a person sees, and the spans nobody does.

    `recognised` counts the characters of an invisible layer over a scanned page, kept as visible.
    """

    visible: list[Fragment] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    recognised: int = 0


@dataclass(slots=True)
class _Span:
    fragments: list[Fragment]
    box: Box
    core: Box  # where small letters have their ink; lines close above and below do not reach in
    reason: HiddenReason | None = None
    covered: bool = False

    @property
    def text(self) -> str:
        """All letters of the span."""
        return "".join(f.text for f in self.fragments)

    @property
    def is_squeezed(self) -> bool:
        """Whether the letters stand too close along the line to be told apart."""
        letters = sum(map(str.isalnum, self.text))
        size = self.fragments[0].size
        along = sum(f.x1 - f.x0 for f in self.fragments)
        return letters >= _FEWEST_SQUEEZED and along < _MIN_ADVANCE * size * letters

    @property
    def is_clear(self) -> bool:
        """Whether the file paints the span with no opacity at all."""
        style = self.fragments[0].style
        return style.color[3:] == (0,) and not style.quarter

    @property
    def luminance(self) -> float:
        """How bright the span is painted, 0–255 (ITU-R BT.601)."""
        red, green, blue, *_ = self.fragments[0].style.color
        return 0.299 * red + 0.587 * green + 0.114 * blue


def find_hidden(page: PdfPage, fragments: Sequence[Fragment], images: Sequence[Box]) -> Seen:
    """Sort the fragments of a page into visible and hidden ones."""
    width, height = page.geometry.size
    seen = Seen()
    spans = list(_spans(fragments))
    for span in spans:
        span.reason = _plain_reason(span, width, height)
    _look(page, [span for span in spans if span.reason is None], images)
    if any((x1 - x0) * (y1 - y0) > _SCAN_SHARE * width * height for x0, y0, x1, y1 in images):
        seen.recognised = _keep_recognised(spans)
    for span in spans:
        if span.reason is None:
            seen.visible.extend(span.fragments)
        else:
            piece = make_piece(sorted(span.fragments, key=lambda f: f.x0))
            if sum(map(str.isalnum, piece.text)) < _MIN_REPORTED:
                continue  # stray dots and page numbers say nothing a reviewer would miss
            seen.hidden.append(Hidden(span.reason, piece.text[:2_000], _rounded(span.box)))
    return seen


def _keep_recognised(spans: Sequence[_Span]) -> int:
    """Take an unseen layer of text on a scanned page for what text recognition made of it.

    On a page that shows more text than the layer holds, the layer says what the page does not, and
    stays hidden.

    Returns:
        How many characters were kept.
    """
    layer = [s for s in spans if s.reason is HiddenReason.INVISIBLE_MODE or s.covered]
    kept = sum(len(s.text) for s in layer)
    if kept < sum(len(s.text) for s in spans if s.reason is None):
        return 0
    for span in layer:
        span.reason = None
    return kept


def _spans(fragments: Sequence[Fragment]) -> Iterator[_Span]:
    """Yield stretches of text drawn one after another on one baseline in one colour."""
    group: list[Fragment] = []
    for fragment in fragments:
        if group and not _continues(group[-1], fragment):
            yield _span(group)
            group = []
        group.append(fragment)
    if group:
        yield _span(group)


def _span(group: list[Fragment]) -> _Span:
    return _Span(group, _box_of(group, 0.78, 0.22), _box_of(group, 0.45, -0.05))


def _continues(last: Fragment, fragment: Fragment) -> bool:
    a, b = last.style, fragment.style
    if a is b:
        return fragment.x0 - last.x1 < 3 * last.size
    return (
        a.color == b.color
        and a.mode == b.mode
        and a.quarter == b.quarter
        and abs(last.y - fragment.y) < 0.1 * last.size
        and abs(last.size - fragment.size) < 0.3 * last.size
        and -last.size < fragment.x0 - last.x1 < 2 * last.size
    )


def _box_of(group: Sequence[Fragment], rise: float, fall: float) -> Box:
    """Return the box from `rise` over to `fall` under the baseline, both in font sizes."""
    size = max(f.size for f in group)
    y = group[0].y
    box = (
        min(f.x0 for f in group),
        y - rise * size,
        max(f.x1 for f in group),
        y + fall * size,
    )
    return turn_back(group[0].style.quarter, box)


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def _plain_reason(span: _Span, width: float, height: float) -> HiddenReason | None:
    """Return why a span is hidden, as far as that can be told without looking."""
    x0, y0, x1, y1 = span.box
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    if x1 <= 0 or y1 <= 0 or x0 >= width or y0 >= height:
        return HiddenReason.OFF_PAGE
    if not 0 <= middle_y <= height or (not 0 <= middle_x <= width and x1 - x0 < width):
        return HiddenReason.OFF_PAGE
    if span.fragments[0].size < MIN_SIZE or span.is_squeezed:
        return HiddenReason.TINY
    if span.fragments[0].style.mode in _INVISIBLE_MODES:
        return HiddenReason.INVISIBLE_MODE
    return None


def _look(page: PdfPage, spans: Sequence[_Span], images: Sequence[Box]) -> None:
    """Find spans without effect; what seems so at a first look is looked at in finer pixels."""
    spans = [span for span in spans if _says_something(span)]
    if not spans:
        return
    for span in _under_text(spans):
        span.reason = HiddenReason.LOW_CONTRAST
    suspects = _without_effect(page, spans, _FIRST_LOOK)
    if suspects:
        hidden = _without_effect(page, suspects, _SECOND_LOOK)
        for span in _not_drawn(page, hidden):
            span.reason = HiddenReason.LOW_CONTRAST
            span.covered = any(overlap(span.core, image) > 0.5 for image in images)


def _without_effect(page: PdfPage, spans: Sequence[_Span], scale: float) -> list[_Span]:
    """Return the spans a page would look the same without, at so many pixels per point."""
    shown, bare = page.render_grey(scale), page.render_without_text(scale)
    return [s for s in spans if difference(shown, bare, s.core, MIN_CONTRAST) < MIN_CONTRAST]


def _not_drawn(page: PdfPage, spans: Sequence[_Span]) -> list[_Span]:
    """Return the spans whose letters are not drawn as shapes either.

    Browsers draw the weights of a font they cannot embed as outlines and lay clear text over them.
    """
    if not any(span.is_clear for span in spans):
        return list(spans)
    bare = page.render_without_text(_SECOND_LOOK)
    return [span for span in spans if not (span.is_clear and _is_drawn(span, bare))]


def _is_drawn(span: _Span, bare: GreyImage) -> bool:
    """Whether a page without its text shows as many strokes as the span has letters, and gaps."""
    paper = ground(bare, span.core)
    for left, right in pairwise(span.fragments):
        gap = _box_of([left], 0.45, -0.05)
        gap = (left.x1 + _GAP_EDGE * left.size, gap[1], right.x0 - _GAP_EDGE * left.size, gap[3])
        inked = strokes(bare, gap, MIN_CONTRAST) or abs(ground(bare, gap) - paper) >= MIN_CONTRAST
        if gap[2] - gap[0] > _LEAST_GAP * left.size and inked:
            return False
    return all(
        2 * strokes(bare, _box_of([f], 0.45, -0.05), MIN_CONTRAST) >= sum(map(str.isalpha, f.text))
        for f in span.fragments
    )


def _under_text(spans: Sequence[_Span]) -> list[_Span]:
    """Return near-white spans that lie among the letters of darker text and so borrow its contrast.

    White text over its own dark copy is a shadow effect, and visible.
    """
    pale = [span for span in spans if span.luminance > 255 - MIN_CONTRAST]
    if not 0 < len(pale) <= _MAX_PALE:
        return []
    dark = [span for span in spans if span.luminance < 128][:_MAX_DARK]
    return [
        span
        for span in pale
        if any(overlap(span.core, d.core) > 0.5 and span.text != d.text for d in dark)
    ]


def _says_something(span: _Span) -> bool:
    """Whether a span has a letter or digit; a lone dot has too little ink to judge and no words."""
    return any(map(str.isalnum, span.text))
