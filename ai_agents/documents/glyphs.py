"""Glyphs of a PDF page → fragments: pieces of words as the file draws them, still in its order.

A fragment is a run of glyphs that touch each other, share one baseline and one style. Joining
fragments to words and lines is the work of `layout`.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ai_agents.documents.accents import with_accents_placed
from ai_agents.documents.characters import (
    SPACES,
    UNMAPPED,
    is_rtl,
    open_ligatures,
    read_character,
    read_tricks,
)
from ai_agents.documents.fonts import Face, face_of
from ai_agents.documents.fragment import Fragment, Style
from ai_agents.documents.pdf_engine import Geometry, Glyphs, PdfPage, TextObject
from ai_agents.documents.spoken import spoken_contact

#: A gap wider than this share of the font size parts words where no space glyph does: TeX shrinks
#: its word space (0.33) to 0.22 at most, kerning opens a pair by less than 0.1.
_WORD_GAP: Final = 0.17
#: In a font that draws its spaces as glyphs a gap parts words only when it is as wide as two.
_WORD_GAP_SPACED: Final = 0.5
#: Where PDFium sees a space too, less will do.
_WORD_GAP_SEEN: Final = 0.1
#: Letters are set apart in headings, not in whole lines of text.
_FEWEST_TRACKED: Final = 5
_MOST_TRACKED: Final = 70
#: Nonsense beyond this, in points; such glyphs are off every page.
_FAR: Final = 20_000.0
_MIN_SIZE: Final = 0.1
#: Width of a letter on average, in font sizes.
_ADVANCE: Final = 0.45


@dataclass(frozen=True)
class PageGlyphs:
    """What one page holds: its fragments and how surely they were read."""

    fragments: list[Fragment]
    glyphs: int
    unmapped: int
    truncated: bool
    tricks: str


def read_fragments(page: PdfPage) -> PageGlyphs:
    """Return the fragments of a page in the order the file draws them."""
    glyphs = page.glyphs()
    styles = _styles(page, glyphs)
    spaced = _spaced_faces(glyphs, styles)
    fragments: list[Fragment] = []
    geometry = page.geometry
    readings: dict[Face, dict[int, str]] = {}
    for start, end, style in _runs(glyphs, styles):
        guessed = (
            start > 0 and glyphs.objects[start - 1] is None and glyphs.codes[start - 1] == 0x20
        )
        known = readings.setdefault(style.face, {})
        run = _Run(glyphs, geometry, start, end, style, style.face in spaced, guessed, known)
        if style.face.icons:
            fragments += run.spoken()
        else:
            _Cutter(run, fragments).cut()
    codes = glyphs.codes
    return PageGlyphs(
        fragments=_without_overprints(with_accents_placed(fragments, glyphs)),
        glyphs=len(codes),
        unmapped=_unmapped(glyphs),
        truncated=glyphs.total > len(codes),
        tricks=read_tricks(codes),
    )


def _unmapped(glyphs: Glyphs) -> int:
    """Count the glyphs of which the file does not say what character they are."""
    counts = Counter(glyphs.codes)
    odd = {code for code in counts if code in UNMAPPED}
    if not odd:
        return 0
    return sum(
        code in odd and handle is not None
        for code, handle in zip(glyphs.codes, glyphs.objects, strict=True)
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
    """Return the style of every text object by its address; equal styles are one object."""
    count = len(glyphs.objects)
    # From the last glyph to the first, so that of each object the first one stays.
    last_wins = dict(zip(reversed(glyphs.objects), range(count - 1, -1, -1), strict=True))
    firsts = sorted((first, handle) for handle, first in last_wins.items() if handle)
    if not firsts:
        return {}
    known: dict[tuple[object, ...], Style] = {}
    styles: dict[int, Style] = {}
    found = page.text_objects(*zip(*firsts, strict=True))
    for (first, handle), text in zip(firsts, found, strict=True):
        size, mode, font, color, matrix = text
        # Upright text looks the same wherever on its baseline it begins.
        a, b, c, d, _, y = matrix
        key = (size, mode, font, color, matrix if b else (a, c, d, y))
        style = known.get(key)
        if style is None or page.geometry.rotation % 180:
            style = known[key] = _style(text, page.geometry, first, page)
        styles[handle] = style
    return styles


def _style(text: TextObject, geometry: Geometry, first: int, page: PdfPage) -> Style:
    a, b, c, d, x, y = text.matrix
    angle = math.degrees(math.atan2(b, a)) if math.isfinite(a + b) and (a or b) else 0.0
    # Text space turns counter-clockwise, the page clockwise.
    quarter = round((geometry.rotation - angle) / 90) % 4
    turned = round(angle / 90) % 2 == 1
    size = text.size * math.hypot(c, d)
    if not math.isfinite(size) or not _MIN_SIZE <= size <= _FAR:
        size = page.glyph_height(first, turned=turned)
    if size < 4 and (ink := page.glyph_height(first, turned=turned)) > 1.2 * size:
        size = 1.4 * ink  # Type 3 fonts choose their own unit; ink is about 0.7 of the size
    if not math.isfinite(x + y) or abs(x) > _FAR or abs(y) > _FAR:
        x = y = -_FAR
    return Style(
        face=face_of(text.font),
        size=max(size, _MIN_SIZE),
        color=text.color,
        mode=text.mode,
        quarter=quarter,
        baseline=turn(quarter, *geometry.shown(x, y))[1],
    )


def _spaced_faces(glyphs: Glyphs, styles: dict[int, Style]) -> set[Face]:
    """Return the faces of which the file draws spaces as glyphs."""
    counts: dict[Face, int] = {}
    boxes = glyphs.boxes
    for index, (code, handle) in enumerate(zip(glyphs.codes, glyphs.objects, strict=True)):
        if handle and code in SPACES and boxes[4 * index] != boxes[4 * index + 2]:
            face = styles[handle].face
            counts[face] = counts.get(face, 0) + 1
    return {face for face, count in counts.items() if count >= 3}


def _runs(glyphs: Glyphs, styles: dict[int, Style]) -> Iterator[tuple[int, int, Style]]:
    """Yield (start, end, style) of each stretch of glyphs of one style on one baseline.

    Glyphs PDFium made up belong to the stretch they stand in.
    """
    start, current, last = 0, None, None
    for index, handle in enumerate(glyphs.objects):
        if handle == last or not handle:
            continue
        last, style = handle, styles[handle]
        if style is current:
            continue
        if current:
            yield start, index, current
        start, current = index, style
    if current:
        yield start, len(glyphs.objects), current


@dataclass(slots=True)
class _Run:
    """One stretch of glyphs of a text object, on its way to fragments."""

    glyphs: Glyphs
    geometry: Geometry
    start: int
    end: int
    style: Style
    spaced: bool
    guessed: bool
    readings: dict[int, str]

    def spans(self) -> list[tuple[float, float]]:
        """Return (from, to) of each glyph along the baseline."""
        boxes = self.glyphs.boxes[4 * self.start : 4 * self.end]
        geometry, quarter = self.geometry, self.style.quarter
        if quarter == 0 and geometry.rotation == 0:
            pairs = zip(boxes[0::4], boxes[2::4], strict=True)
            if (left := geometry.left) == 0:
                return list(pairs)
            return [(x0 - left, x1 - left) for x0, x1 in pairs]
        spans: list[tuple[float, float]] = []
        for x0, y1, x1, y0 in zip(*[iter(boxes)] * 4, strict=True):
            ax, _ = turn(quarter, *geometry.shown(x0, y0))
            bx, _ = turn(quarter, *geometry.shown(x1, y1))
            spans.append((ax, bx) if ax <= bx else (bx, ax))
        return spans

    def spoken(self) -> list[Fragment]:
        """Return what the run's icon stands for, where the file says it in words."""
        text = spoken_contact(self.glyphs.codes[self.start : self.end])
        if not text:
            return []
        spans, style = self.spans(), self.style
        x0 = min(a for a, _ in spans)
        # The text stands for the print behind the icon too; that is about this wide.
        place = (x0, x0 + _ADVANCE * style.size * len(text), style.baseline, style.size, style)
        return [Fragment(text, *place, space=True, first=self.start)]


class _Cutter:
    """Cuts one text object into fragments and appends them to `into`."""

    def __init__(self, run: _Run, into: list[Fragment]) -> None:
        self._run, self._into = run, into
        self._size = run.style.size
        self._text: list[str] = []
        self._space = self._guessed = False
        self._x0 = self._x1 = 0.0
        self._first = run.start
        self._last = 0.0
        self._limit = self._seen = 0.0

    def cut(self) -> None:
        """Read the run's glyphs from first to last."""
        run = self._run
        spans = run.spans()
        tracking = _tracking(spans)
        wide = _WORD_GAP_SPACED if run.spaced else _WORD_GAP
        self._limit = self._size * wide + tracking
        self._seen = min(self._limit, self._size * _WORD_GAP_SEEN + tracking)
        codes, readings = run.glyphs.codes, run.readings
        back, limit = -0.35 * self._size, self._limit
        for index, (x0, x1) in enumerate(spans, run.start):
            code = codes[index]
            if code in SPACES:
                self._take_space(drawn=x1 > x0)
                continue
            character = readings.get(code)
            if character is None:
                character = readings[code] = read_character(code, run.style.face)
            if not character:
                continue
            if not self._text:
                self._begin(character, index, x0, x1)
            elif code == codes[index - 1] and self._is_twin(index, x0):
                continue
            elif not self._guessed and back <= x0 - self._x1 <= limit:
                self._text.append(character)
                self._x1 = max(self._x1, x1)
            elif not self._extend(character, code, x0, x1):
                self._flush()
                self._begin(character, index, x0, x1)
            self._guessed = False
            self._last = x0
        self._flush()

    def _begin(self, character: str, index: int, x0: float, x1: float) -> None:
        self._text, self._x0, self._x1, self._first = [character], x0, x1, index

    def _is_twin(self, index: int, x0: float) -> bool:
        """Whether a glyph is the one before printed again, as fake bold is.

        The letters of one ligature share a place too, but also the text object.
        """
        objects = self._run.glyphs.objects
        if objects[index] == objects[index - 1]:
            return False
        return x0 < self._x1 - 0.1 * self._size and x0 - self._last < 0.12 * self._size

    def _take_space(self, *, drawn: bool) -> None:
        if drawn:
            self._flush()
            self._space = True
        else:
            self._guessed = True  # PDFium's own; the gap decides

    def _extend(self, character: str, code: int, x0: float, x1: float) -> bool:
        """Add a glyph that touches the fragment; tell whether it did."""
        back, gap = -0.35 * self._size, x0 - self._x1
        if back <= gap <= (self._seen if self._guessed else self._limit):
            self._x1 = max(self._x1, x1)
        elif gap < 0 and is_rtl(code) and back <= self._x0 - x1 <= self._limit:
            self._x0 = x0
        else:
            return False
        self._text.append(character)
        return True

    def _flush(self) -> None:
        if not self._text:
            return
        run = self._run
        last = self._into[-1] if self._into else None
        if last and run.guessed and not self._space:
            self._space = self._x0 - last.x1 > _WORD_GAP_SEEN * self._size
        run.guessed = False
        text = "".join(self._text)
        if min(text) < " ":
            text = open_ligatures(text)
        if not text:
            self._text = []
            return
        self._into.append(
            Fragment(
                text,
                self._x0,
                self._x1,
                run.style.baseline,
                self._size,
                run.style,
                self._space,
                self._first,
            )
        )
        self._text = []
        self._space = self._guessed


def _tracking(spans: Sequence[tuple[float, float]]) -> float:
    """Return how far the letters of a run are set apart on purpose, in points."""
    if not _FEWEST_TRACKED <= len(spans) <= _MOST_TRACKED:
        return 0.0
    gaps = sorted(b[0] - a[1] for a, b in pairwise(spans))
    return max(0.0, gaps[len(gaps) // 2])


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
