"""Glyphs of a PDF page → fragments: pieces of words as the file draws them, still in its order.

A fragment is a run of glyphs that touch each other, share one baseline and one style. Joining
fragments to words and lines is the work of `layout`.
"""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ai_agents.documents.fonts import Face, face_of, symbol_text
from ai_agents.documents.pdf_engine import Geometry, Glyphs, PdfPage, TextObject

#: A gap wider than this share of the font size parts words where no space glyph does: TeX shrinks
#: its word space (0.33) to 0.22 at most, kerning opens a pair by less than 0.1.
_WORD_GAP: Final = 0.17
#: In a font that draws its spaces as glyphs a gap parts words only when it is as wide as two.
_WORD_GAP_SPACED: Final = 0.5
#: Nonsense beyond this, in points; such glyphs are off every page.
_FAR: Final = 20_000.0
_MIN_SIZE: Final = 0.1
_SPACES: Final = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000}) | frozenset(
    range(0x2000, 0x200B)
)
_LINE_END_HYPHEN: Final = 0x02  # PDFium's mark for a hyphen it would drop at a line's end
_LIGATURES: Final = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    _LINE_END_HYPHEN: "-",
    0xAD: "-",
    0xFFFE: "-",
    0xFFFF: "",
}


@dataclass(frozen=True)
class Style:
    """How the glyphs of one text object look; `quarter` is the number of clockwise quarter turns."""

    face: Face
    size: float
    color: tuple[int, int, int, int]
    mode: int
    quarter: int
    handle: int
    baseline: float


@dataclass(slots=True)
class Fragment:
    """Touching glyphs of one style on one baseline, in points of the upright page.

    `x0`/`x1` run along the baseline and `y` is the baseline; for text turned by `quarter` quarters
    they are those of the page turned back. `space` tells that the file draws a space before it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    style: Style
    space: bool
    first: int


@dataclass(frozen=True)
class PageGlyphs:
    """What one page holds: its fragments and how surely they were read."""

    fragments: list[Fragment]
    glyphs: int
    unmapped: int
    truncated: bool


def read_fragments(page: PdfPage) -> PageGlyphs:
    """Return the fragments of a page in the order the file draws them."""
    glyphs = page.glyphs()
    styles = _styles(page, glyphs)
    spaced = _spaced_faces(glyphs, styles)
    fragments: list[Fragment] = []
    geometry = page.geometry
    for start, end, style in _runs(glyphs, styles):
        _read_run(_Run(glyphs, geometry, start, end, style, style.face in spaced), fragments)
    codes = glyphs.codes
    unmapped = codes.count(0) + codes.count(0xFFFD)
    return PageGlyphs(
        fragments=_without_overprints(fragments),
        glyphs=len(codes),
        unmapped=unmapped,
        truncated=glyphs.total > len(codes),
    )


def turn(quarter: int, x: float, y: float) -> tuple[float, float]:
    """Return a point of the shown page in the frame where text turned by `quarter` runs right."""
    if quarter == 1:
        return y, -x
    if quarter == 2:
        return -x, -y
    if quarter == 3:
        return -y, x
    return x, y


def turn_back(
    quarter: int, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Return a box of that frame as a box of the shown page; undoes `turn`."""
    x0, y0, x1, y1 = box
    if quarter == 1:
        return -y1, x0, -y0, x1
    if quarter == 2:
        return -x1, -y1, -x0, -y0
    if quarter == 3:
        return y0, -x1, y1, -x0
    return box


def _styles(page: PdfPage, glyphs: Glyphs) -> dict[int, Style]:
    """Return the style of every text object by its address."""
    firsts: dict[int, int] = {}
    for index, handle in enumerate(glyphs.objects):
        if handle and handle not in firsts:
            firsts[handle] = index
    if not firsts:
        return {}
    found = page.text_objects(list(firsts.values()), list(firsts))
    return {
        text_object.handle: _style(text_object, page.geometry, index, page)
        for text_object, index in zip(found, firsts.values(), strict=True)
    }


def _style(text: TextObject, geometry: Geometry, first: int, page: PdfPage) -> Style:
    a, b, c, d = text.matrix
    size = text.size * math.hypot(c, d)
    if not math.isfinite(size) or not _MIN_SIZE <= size <= _FAR:
        size = page.glyph_height(first)
    if size < 4 and (ink := page.glyph_height(first)) > 1.2 * size:
        size = 1.4 * ink  # Type 3 fonts choose their own unit; ink is about 0.7 of the size
    angle = math.degrees(math.atan2(b, a)) if math.isfinite(a + b) and (a or b) else 0.0
    # Text space turns counter-clockwise, the page clockwise.
    quarter = round((geometry.rotation - angle) / 90) % 4
    x, y = text.origin
    if not math.isfinite(x + y) or abs(x) > _FAR or abs(y) > _FAR:
        x, y = math.copysign(_FAR, x), math.copysign(_FAR, y)
    baseline = turn(quarter, *geometry.shown(x, y))[1]
    return Style(
        face=face_of(text.font),
        size=max(size, _MIN_SIZE),
        color=text.color,
        mode=text.mode,
        quarter=quarter,
        handle=text.handle,
        baseline=baseline,
    )


def _spaced_faces(glyphs: Glyphs, styles: dict[int, Style]) -> set[Face]:
    """Return the faces of which the file draws spaces as glyphs."""
    counts: dict[Face, int] = {}
    boxes = glyphs.boxes
    for index, (code, handle) in enumerate(zip(glyphs.codes, glyphs.objects, strict=True)):
        if handle and code in _SPACES and boxes[4 * index] != boxes[4 * index + 2]:
            face = styles[handle].face
            counts[face] = counts.get(face, 0) + 1
    return {face for face, count in counts.items() if count >= 3}


def _runs(glyphs: Glyphs, styles: dict[int, Style]) -> Iterator[tuple[int, int, Style]]:
    """Yield (start, end, style) of each stretch of glyphs of one text object."""
    objects = glyphs.objects
    start, current = 0, None
    for index, handle in enumerate(objects):
        if handle is current or handle == current:
            continue
        if current:
            yield start, index, styles[current]
        start, current = index, handle
    if current:
        yield start, len(objects), styles[current]


@dataclass(slots=True)
class _Run:
    """One stretch of glyphs of a text object, on its way to fragments."""

    glyphs: Glyphs
    geometry: Geometry
    start: int
    end: int
    style: Style
    spaced: bool

    def spans(self) -> Iterator[tuple[float, float]]:
        """Yield (from, to) of each glyph along the baseline."""
        boxes = self.glyphs.boxes[4 * self.start : 4 * self.end]
        geometry, quarter = self.geometry, self.style.quarter
        if quarter == 0 and geometry.rotation == 0:
            left = geometry.left
            for x0, x1 in zip(boxes[0::4], boxes[2::4], strict=True):
                yield x0 - left, x1 - left
            return
        for x0, y1, x1, y0 in zip(*[iter(boxes)] * 4, strict=True):
            ax, _ = turn(quarter, *geometry.shown(x0, y0))
            bx, _ = turn(quarter, *geometry.shown(x1, y1))
            yield (ax, bx) if ax <= bx else (bx, ax)


def _read_run(run: _Run, into: list[Fragment]) -> None:
    """Cut one text object into fragments and append them."""
    style = run.style
    size = style.size
    limit = size * (_WORD_GAP_SPACED if run.spaced else _WORD_GAP)
    back = -0.35 * size
    codes = run.glyphs.codes
    text: list[str] = []
    space = False
    start_x = end_x = 0.0
    first = run.start

    def flush() -> None:
        into.append(
            Fragment("".join(text), start_x, end_x, style.baseline, size, style, space, first)
        )

    for index, (x0, x1) in enumerate(run.spans(), run.start):
        code = codes[index]
        if code in _SPACES:
            if x1 <= x0:
                continue  # PDFium's own guess; the gap decides
            if text:
                flush()
                text = []
            space = True
            continue
        character = _character(code, style.face)
        if not character:
            continue
        if text:
            gap = x0 - end_x
            if back <= gap <= limit:
                text.append(character)
                end_x = max(end_x, x1)
                continue
            if gap < 0 and _is_rtl(code) and back <= start_x - x1 <= limit:
                text.append(character)
                start_x = x0
                continue
            flush()
            space = False
        text, start_x, end_x, first = [character], x0, x1, index
    if text:
        flush()


def _character(code: int, face: Face) -> str:
    """Return what a glyph reads as; empty for icons and for marks without meaning."""
    if 0x20 < code < 0x7F and not face.icons and not face.symbols:
        return chr(code)
    if face.icons:
        return ""
    if face.symbols or 0xE000 <= code <= 0xF8FF:
        return symbol_text(code, face)
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 0x20 or 0x7F <= code < 0xA0 or code == 0xFFFD or code > 0x10FFFF:
        return ""
    if 0xD800 <= code <= 0xDFFF or 0xF0000 <= code:
        return ""
    character = chr(code)
    # Compatibility forms PDF producers leave behind (Arabic presentation forms, Kangxi radicals).
    if 0x2E80 <= code <= 0x2FDF or 0xFB13 <= code <= 0xFDFB or 0xFE70 <= code <= 0xFEFC:
        return unicodedata.normalize("NFKC", character)
    return character


def _is_rtl(code: int) -> bool:
    return 0x590 <= code <= 0x8FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC


def _without_overprints(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Drop fragments printed a second time at almost the same place, as fake bold is."""
    seen: dict[str, list[Fragment]] = {}
    kept: list[Fragment] = []
    for fragment in fragments:
        twins = seen.setdefault(fragment.text, [])
        near = 0.18 * fragment.size
        if any(
            abs(twin.x0 - fragment.x0) < near
            and abs(twin.y - fragment.y) < near
            and twin.style.quarter == fragment.style.quarter
            for twin in twins[-20:]
        ):
            continue
        twins.append(fragment)
        kept.append(fragment)
    return kept
