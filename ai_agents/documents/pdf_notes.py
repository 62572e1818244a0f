"""What is written beside the page of a PDF: comments, and fields and notes set not to be shown."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import pypdfium2_raw as pdfium

from ai_agents.documents.pdf_engine import PdfPage
from ai_agents.documents.pixels import Box

_MAX_NOTES: Final = 500
_MAX_BYTES: Final = 4_000
#: Remarks of a reviewer: shown by a viewer on demand, never printed as text of the page.
_COMMENTS: Final = frozenset(
    (
        *(pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_HIGHLIGHT),
        *(pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_STRIKEOUT),
        pdfium.FPDF_ANNOT_CARET,
    )
)
#: Text that is drawn on the page unless its flags say no (ISO 32000-1, 12.5.3).
_DRAWN: Final = {pdfium.FPDF_ANNOT_FREETEXT: b"Contents", pdfium.FPDF_ANNOT_WIDGET: b"V"}
_UNSEEN: Final = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass
class Notes:
    """Whether a page has comments, and (text, box on the shown page) of what is set unseen."""

    comments: bool = False
    unseen: list[tuple[str, Box]] = field(default_factory=list)


def notes_of(page: PdfPage) -> Notes:
    """Return what stands beside the text of a page."""
    notes = Notes()
    for annotation in _annotations(page):
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind in _COMMENTS:
            notes.comments |= bool(_string(annotation, b"Contents"))
        elif kind in _DRAWN and pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
            text = _string(annotation, _DRAWN[kind])
            rect = pdfium.FS_RECTF()
            if text and pdfium.FPDFAnnot_GetRect(annotation, rect):
                box = page.geometry.shown_box(rect.left, rect.bottom, rect.right, rect.top)
                notes.unseen.append((text, box))
    return notes


def _annotations(page: PdfPage) -> Iterator[object]:
    count = min(pdfium.FPDFPage_GetAnnotCount(page.page), _MAX_NOTES)
    for index in range(max(0, count)):
        annotation = pdfium.FPDFPage_GetAnnot(page.page, index)
        if annotation:
            try:
                yield annotation
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: object, key: bytes) -> str:
    buffer = ctypes.create_string_buffer(_MAX_BYTES)
    characters = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, characters, _MAX_BYTES)
    text = buffer.raw[: max(0, min(size, _MAX_BYTES) - 2)].decode("utf-16-le", "replace")
    return " ".join(text.split())
