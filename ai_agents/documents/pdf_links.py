"""Hyperlinks of a PDF page: most profile links of a resume are annotations, not text."""

import ctypes
from dataclasses import dataclass
from typing import Final

import pypdfium2_raw as pdfium

from ai_agents.documents.pdf_engine import PdfPage

_MAX_LINKS: Final = 200
_MAX_URL_BYTES: Final = 2_000


@dataclass(frozen=True)
class PageLink:
    """One link and its box on the shown page; never opened, only named."""

    url: str
    bbox: tuple[float, float, float, float]


def links_of(page: PdfPage) -> list[PageLink]:
    """Return the page's links to the outside in the order of the file, each URL once per place."""
    found: list[PageLink] = []
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rect = pdfium.FS_RECTF()
    for _ in range(_MAX_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.page, position, link):
            break
        url = _url_of(page, link)
        if url and pdfium.FPDFLink_GetAnnotRect(link, rect):
            box = page.geometry.shown_box(rect.left, rect.bottom, rect.right, rect.top)
            entry = PageLink(url, box)
            if entry not in found:
                found.append(entry)
    return found


def _url_of(page: PdfPage, link: object) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(_MAX_URL_BYTES)
    size = pdfium.FPDFAction_GetURIPath(page.document, action, buffer, _MAX_URL_BYTES)
    if not 1 < size <= _MAX_URL_BYTES:
        return ""
    url = buffer.raw[: size - 1].decode("utf-8", "replace").strip()
    return url if url.isprintable() else ""
