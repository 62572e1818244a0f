"""Hyperlinks of a PDF page: most profile links of a resume are annotations, not text."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2_raw as pdfium

from ai_agents.documents.fragment import Fragment
from ai_agents.documents.pdf_engine import PdfPage
from ai_agents.documents.spacing import join_words

_MAX_LINKS: Final = 200
_MAX_URL_BYTES: Final = 2_000
#: A link to a person's page lies on a few words.
_MOST_WORDS: Final = 12
#: The middle of small letters over the baseline, in font sizes.
_MIDDLE: Final = 0.25


@dataclass(frozen=True)
class PageLink:
    """One link and its box on the shown page; never opened, only named."""

    url: str
    bbox: tuple[float, float, float, float]
    text: str = ""


def links_of(page: PdfPage, fragments: Sequence[Fragment]) -> list[PageLink]:
    """Return the page's links to the outside in the order of the file, each URL once per place.

    `fragments` are the visible ones of the page; a link's text is what of them it lies on.
    """
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
            entry = PageLink(url, box, _under(box, fragments))
            if entry not in found:
                found.append(entry)
    return found


def _under(box: tuple[float, float, float, float], fragments: Sequence[Fragment]) -> str:
    """Return the upright words whose middle lies in the box, empty when they are a paragraph."""
    x0, y0, x1, y1 = box
    words = [
        f
        for f in fragments
        if x0 <= (f.x0 + f.x1) / 2 <= x1
        and y0 <= f.y - _MIDDLE * f.size <= y1
        and not f.style.quarter
    ]
    if not 0 < len(words) <= _MOST_WORDS:
        return ""
    return join_words(sorted(words, key=lambda f: (round(f.y), f.x0)))


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
