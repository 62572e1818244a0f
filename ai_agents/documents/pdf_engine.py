"""PDFium behind plain calls: opens a PDF and hands out its glyphs, objects and pixels in bulk.

The calls per glyph go through `map` over prototypes that take bare addresses: a page of 4,000
glyphs costs a few milliseconds that way, not the tens that one Python call per glyph would cost.
"""

import ctypes
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Any, Final, NamedTuple

import pypdfium2_raw as pdfium

from ai_agents.documents.refusals import refusal
from ai_agents.errors import ReadCode

#: No page is ever rendered with more pixels than this.
MAX_PIXELS: Final = 2_000_000
#: Glyphs of one page beyond this are not looked at; a dense page of text has about 6,000.
MAX_PAGE_GLYPHS: Final = 60_000
_MAX_PAGE_OBJECTS: Final = 50_000
_MAX_FORM_DEPTH: Final = 3
#: A rule that sets off a heading, in points: long enough to be no dash, too thin for a box.
_SHORTEST_RULE: Final = 20.0
_THICKEST_RULE: Final = 5.0
#: Coordinates beyond this are nonsense (Acrobat's own limit is 14,400 points).
_FAR: Final = 50_000.0

_V: Final = ctypes.c_void_p
_I: Final = ctypes.c_int


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a PDFium function that takes addresses as integers."""
    address = ctypes.cast(function, _V).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_unicode_of = _plain(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _V, _I)
_object_of = _plain(pdfium.FPDFText_GetTextObject, _V, _V, _I)
_loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, _I, _V, _I, _V)
_tight_box = _plain(pdfium.FPDFText_GetCharBox, _I, _V, _I, _V, _V, _V, _V)
_matrix = _plain(pdfium.FPDFText_GetMatrix, _I, _V, _I, _V)
_fill_color = _plain(pdfium.FPDFText_GetFillColor, _I, _V, _I, _V, _V, _V, _V)
_font_size = _plain(pdfium.FPDFTextObj_GetFontSize, _I, _V, _V)
_font_of = _plain(pdfium.FPDFTextObj_GetFont, _V, _V)
_render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _I, _V)
_page_object = _plain(pdfium.FPDFPage_GetObject, _V, _V, _I)
_object_type = _plain(pdfium.FPDFPageObj_GetType, _I, _V)
_form_object = _plain(pdfium.FPDFFormObj_GetObject, _V, _V, ctypes.c_ulong)
_form_count = _plain(pdfium.FPDFFormObj_CountObjects, _I, _V)
_bounds = _plain(pdfium.FPDFPageObj_GetBounds, _I, _V, _V, _V, _V, _V)
_set_active = _plain(pdfium.FPDFPageObj_SetIsActive, _I, _V, _I)


def _run(calls: Iterable[object]) -> None:
    """Make every call of a lazy `map`, keeping nothing."""
    deque(calls, maxlen=0)


class Font(NamedTuple):
    """What a font says about itself; `name` is the base font name without its subset tag."""

    name: str
    weight: int
    flags: int
    angle: int


class _Fonts(dict[int | None, Font]):
    """What each font of a page says about itself, asked once per font."""

    def __missing__(self, handle: int | None) -> Font:
        self[handle] = font = _describe_font(handle)
        return font


class TextObject(NamedTuple):
    """One text-showing operation: the style and place all its glyphs share.

    `matrix` is (a, b, c, d, e, f): e and f are where it begins, on the baseline, in page space.
    """

    size: float
    mode: int
    font: Font
    color: tuple[int, ...]
    matrix: tuple[float, ...]


@dataclass(frozen=True)
class Geometry:
    """The visible box of a page in its own space (after CropBox) and its clockwise rotation."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown, in points."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.rotation % 180 else (wide, high)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of page space as points from the top-left corner of the shown page."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def shown_box(
        self, x0: float, y0: float, x1: float, y1: float
    ) -> tuple[float, float, float, float]:
        """Return a rectangle of page space as (x0, y0, x1, y1) of the shown page."""
        ax, ay = self.shown(x0, y0)
        bx, by = self.shown(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


@dataclass(frozen=True)
class Glyphs:
    """All glyphs of a page in the order of the file, as parallel sequences.

    `objects` holds the address of each glyph's text object, None for a glyph PDFium made up (line
    ends, guessed spaces). `boxes` is flat: left, top, right, bottom per glyph, in page space.
    """

    codes: Sequence[int]
    objects: Sequence[int | None]
    boxes: Sequence[float]
    total: int


@contextmanager
def open_pdf(data: bytes) -> Iterator[Any]:
    """Open a PDF held in memory; the handle is closed on leaving.

    Raises:
        ReadError: ENCRYPTED when a password is needed, DAMAGED when PDFium makes nothing of it.
    """
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise refusal(ReadCode.ENCRYPTED if locked else ReadCode.DAMAGED)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


class PdfPage:
    """One loaded page with its text; owned by `open_page`, valid only inside it."""

    def __init__(self, document: Any, page: Any, text: Any) -> None:
        self.document = document
        self.page = page
        self._text = ctypes.cast(text, _V).value
        self._text_handle = text
        self._page = ctypes.cast(page, _V).value
        self._fonts = _Fonts()
        self._texts: list[int] | None = None
        self.geometry = _geometry(page)

    def glyphs(self) -> Glyphs:
        """Return the page's glyphs, at most `MAX_PAGE_GLYPHS` of them."""
        total = max(0, pdfium.FPDFText_CountChars(self._text_handle))
        count = min(total, MAX_PAGE_GLYPHS)
        boxes = (ctypes.c_float * (4 * max(1, count)))()
        start = ctypes.addressof(boxes)
        text = repeat(self._text)
        indices = range(count)
        _run(map(_loose_box, text, indices, range(start, start + 16 * count, 16)))
        return Glyphs(
            codes=list(map(_unicode_of, text, indices)),
            objects=list(map(_object_of, text, indices)),
            boxes=memoryview(boxes).cast("B").cast("f").tolist(),
            total=total,
        )

    def text_objects(self, firsts: Sequence[int], handles: Sequence[int]) -> list[TextObject]:
        """Return the text objects whose first glyphs are `firsts`, in the same order."""
        count = len(firsts)
        sizes = (ctypes.c_float * count)()
        matrices = (ctypes.c_float * (6 * count))()
        colors = (ctypes.c_uint * (4 * count))()
        text = repeat(self._text)
        at = ctypes.addressof(sizes)
        _run(map(_font_size, handles, range(at, at + 4 * count, 4)))
        at = ctypes.addressof(matrices)
        _run(map(_matrix, text, firsts, range(at, at + 24 * count, 24)))
        at = ctypes.addressof(colors)
        end = at + 16 * count
        places = [range(at + shift, end + shift, 16) for shift in (0, 4, 8, 12)]
        _run(map(_fill_color, text, firsts, *places))
        modes = map(_render_mode, handles)
        fonts = map(self._fonts.__getitem__, map(_font_of, handles))
        return list(
            map(
                TextObject,
                sizes,
                modes,
                fonts,
                zip(*[iter(colors)] * 4, strict=True),
                zip(*[iter(matrices)] * 6, strict=True),
            )
        )

    def glyph_height(self, index: int, *, turned: bool) -> float:
        """Return how far one glyph's ink rises over its baseline in points, 0 without ink.

        `turned` tells that the text runs up or down the page.
        """
        corners = (ctypes.c_double * 4)()
        at = ctypes.addressof(corners)
        if not _tight_box(self._text, index, at, at + 8, at + 16, at + 24):
            return 0.0
        low, high = corners[:2] if turned else corners[2:]
        height = abs(high - low)
        return height if math.isfinite(height) else 0.0

    @property
    def is_blank(self) -> bool:
        """Whether nothing is drawn on the page."""
        return bool(pdfium.FPDFPage_CountObjects(self.page) <= 0)

    def images(self) -> list[tuple[float, float, float, float]]:
        """Return the boxes of the page's images on the shown page, clipped to it."""
        found: list[tuple[float, float, float, float]] = []
        width, height = self.geometry.size
        for x0, y0, x1, y1 in self._image_bounds():
            ax, ay, bx, by = self.geometry.shown_box(x0, y0, x1, y1)
            box = (max(0.0, ax), max(0.0, ay), min(width, bx), min(height, by))
            if box[0] < box[2] and box[1] < box[3]:
                found.append(box)
        return found

    def rules(self) -> list[tuple[float, float, float]]:
        """Return (from, to, y) of the thin horizontal strokes and bars of the shown page."""
        found: list[tuple[float, float, float]] = []
        for handle, kind in self._objects:
            if kind == pdfium.FPDF_PAGEOBJ_PATH and (box := _bounds_of(handle)):
                x0, y0, x1, y1 = self.geometry.shown_box(*box)
                if x1 - x0 >= _SHORTEST_RULE and y1 - y0 <= _THICKEST_RULE:
                    found.append((x0, x1, (y0 + y1) / 2))
        return found

    @cached_property
    def _objects(self) -> list[tuple[int, int]]:
        """The page's objects and their kinds, in the order they are drawn."""
        handles = list(map(_page_object, repeat(self._page), range(self._count())))
        return list(zip(handles, map(_object_type, handles), strict=True))

    def _image_bounds(self) -> Iterator[tuple[float, float, float, float]]:
        # Boxes inside a form are in the form's own space; the form's own box bounds them well.
        for handle, kind in self._objects:
            is_image = kind == pdfium.FPDF_PAGEOBJ_IMAGE
            if is_image or (kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_only_images(handle, 1)):
                box = _bounds_of(handle)
                if box:
                    yield box

    def render_without_text(self, scale: float) -> "GreyImage":
        """Render the shown page as if no text had been drawn on it; `scale` as for `render_grey`.

        Every text object is left out, also those PDFium hands out no glyphs of (doubles).
        """
        if self._texts is None:
            self._texts = list(self._text_handles(range(self._count()), self._page, 0))
        _run(map(_set_active, self._texts, repeat(0)))
        bare = self.render_grey(scale)
        _run(map(_set_active, self._texts, repeat(1)))
        return bare

    def _count(self) -> int:
        count: int = pdfium.FPDFPage_CountObjects(self.page)
        return max(0, min(count, _MAX_PAGE_OBJECTS))

    def _text_handles(self, indices: Iterable[int], owner: int | None, depth: int) -> Iterator[int]:
        """Yield the text objects of the page, or of a form on it, and of the forms in there."""
        inside = _form_object if depth else _page_object
        for handle in filter(None, map(inside, repeat(owner), indices)):
            kind = _object_type(handle)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                yield handle
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
                count = min(_form_count(handle), _MAX_PAGE_OBJECTS)
                yield from self._text_handles(range(count), handle, depth + 1)

    def render_grey(self, scale: float) -> "GreyImage":
        """Render the shown page in grey; `scale`, in pixels per point, yields to `MAX_PIXELS`."""
        width, height = self.geometry.size
        scale = min(
            scale, math.sqrt(MAX_PIXELS / max(1.0, width * height)), 8_000 / max(width, height)
        )
        wide, high = max(1, int(width * scale)), max(1, int(height * scale))
        stride = (wide + 3) // 4 * 4
        pixels = ctypes.create_string_buffer(b"\xff" * (stride * high), stride * high)
        bitmap = pdfium.FPDFBitmap_CreateEx(wide, high, pdfium.FPDFBitmap_Gray, pixels, stride)
        flags = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT | pdfium.FPDF_RENDER_NO_SMOOTHIMAGE
        pdfium.FPDF_RenderPageBitmap(bitmap, self.page, 0, 0, wide, high, 0, flags)
        pdfium.FPDFBitmap_Destroy(bitmap)
        return GreyImage(pixels.raw, wide, high, stride, wide / width, high / height)


@dataclass(frozen=True)
class GreyImage:
    """A page as grey pixels, one byte each; the scales are pixels per point."""

    pixels: bytes
    width: int
    height: int
    stride: int
    scale_x: float
    scale_y: float


@contextmanager
def open_page(document: Any, index: int) -> Iterator[PdfPage | None]:
    """Load one page and its text; None when PDFium cannot or when its size makes no sense."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        yield None
        return
    text = pdfium.FPDFText_LoadPage(page)
    try:
        loaded = PdfPage(document, page, text) if text else None
        width, height = loaded.geometry.size if loaded else (0.0, 0.0)
        yield loaded if 1 <= width <= _FAR and 1 <= height <= _FAR else None
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _geometry(page: Any) -> Geometry:
    box = pdfium.FS_RECTF()
    rotation = pdfium.FPDFPage_GetRotation(page) % 4 * 90
    if pdfium.FPDF_GetPageBoundingBox(page, box) and math.isfinite(
        box.left + box.right + box.top + box.bottom
    ):
        return Geometry(box.left, box.bottom, box.right, box.top, rotation)
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return Geometry(0.0, 0.0, *((high, wide) if rotation % 180 else (wide, high)), rotation)


def _describe_font(handle: int | None) -> Font:
    if not handle:
        return Font("", 0, 0, 0)
    font = ctypes.cast(handle, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    size = min(256, pdfium.FPDFFont_GetBaseFontName(font, buffer, 256))
    name = buffer.raw[: max(0, size - 1)].decode("utf-8", "replace")
    angle = ctypes.c_int(0)
    pdfium.FPDFFont_GetItalicAngle(font, angle)
    tag, _, rest = name.partition("+")
    return Font(
        name=rest if rest and len(tag) == 6 else name,
        weight=pdfium.FPDFFont_GetWeight(font),
        flags=max(0, pdfium.FPDFFont_GetFlags(font)),
        angle=angle.value,
    )


def _bounds_of(handle: int) -> tuple[float, float, float, float] | None:
    corners = (ctypes.c_float * 4)()
    at = ctypes.addressof(corners)
    if not _bounds(handle, at, at + 4, at + 8, at + 12):
        return None
    left, bottom, right, top = corners
    return (left, bottom, right, top) if math.isfinite(left + bottom + right + top) else None


def _holds_only_images(form: int, depth: int) -> bool:
    """Whether a form object shows nothing but pictures."""
    count = _form_count(form)
    if not 0 < count <= 20 or depth > _MAX_FORM_DEPTH:
        return False
    for index in range(count):
        inner = _form_object(form, index)
        kind = _object_type(inner) if inner else 0
        if kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_only_images(inner, depth + 1):
            continue
        if kind != pdfium.FPDF_PAGEOBJ_IMAGE:
            return False
    return True
