"""PDF → Document: the lines a person sees, in reading order, and the text the file hides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2_raw as pdfium

from ai_agents.documents.columns import blocks_of
from ai_agents.documents.double_spaces import has_double_space
from ai_agents.documents.fragment import Fragment
from ai_agents.documents.glyphs import read_fragments, turn_back
from ai_agents.documents.layout import BULLETS, pieces_of
from ai_agents.documents.limits import MAX_LINES, MAX_LINKS
from ai_agents.documents.lines import is_range_end
from ai_agents.documents.pdf_engine import PdfPage, open_page, open_pdf
from ai_agents.documents.pdf_links import PageLink, links_of
from ai_agents.documents.pdf_margins import margin_regions
from ai_agents.documents.pdf_notes import notes_of
from ai_agents.documents.portraits import is_portrait
from ai_agents.documents.refusals import refusal
from ai_agents.documents.rows import PageLine, lines_of, split_turned, with_turned_headings
from ai_agents.documents.rules import mark_ruled
from ai_agents.documents.spacing import join_words
from ai_agents.documents.visibility import find_hidden
from ai_agents.errors import ReadCode
from ai_agents.models import (
    Document,
    DocumentWarning,
    HiddenText,
    Line,
    Link,
    Page,
    SourceFile,
)
from ai_agents.vocabulary import HiddenReason, LineRegion

#: A resume has a few pages; a file of thousands is not one, but its first pages say what it is.
MAX_PAGES: Final = 40
#: Far more than the 50,000 characters a review takes: reading further would only cost time.
MAX_GLYPHS: Final = 150_000
_SCANNED_SHARE: Final = 0.5
_REGULAR: Final = 400
_BULLET_START: Final = re.compile(rf"([{re.escape(BULLETS)}])\s*(?=\S)|([o§])\s+(?=\S)")


@dataclass
class _Read:
    """What has been gathered from the pages so far."""

    pages: list[Page] = field(default_factory=list)
    photos: int = 0
    lines: list[tuple[int, PageLine]] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    links: list[tuple[int, PageLink]] = field(default_factory=list)
    glyphs: int = 0
    unmapped: int = 0
    truncated: bool = False
    recognised: int = 0
    blank: int = 0
    comments: bool = False


def read_pdf(data: bytes, source: SourceFile) -> Document:
    """Return what a PDF shows, with what it hides set apart.

    Only the first `MAX_PAGES` pages are read (with a warning). Lines come in reading order: on each
    page the bands and main columns, then, at the end of the document, the sidebars of all pages, so
    that a section that runs over a page break stays in one piece.

    Raises:
        ReadError: EMPTY, ENCRYPTED, DAMAGED, SCANNED (pictures only) or NO_TEXT.
    """
    if not data:
        raise refusal(ReadCode.EMPTY)
    read = _Read()
    with open_pdf(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        for index in range(min(count, MAX_PAGES)):
            if read.glyphs > MAX_GLYPHS or len(read.lines) > MAX_LINES:
                read.truncated = True
                break
            _read_page(document, index, read)
    if count > 0 and not read.pages:
        raise refusal(ReadCode.DAMAGED)
    if not any(line.text.strip() for _, line in read.lines):
        _refuse_textless(read)
    return _document(read, source, count)


def _refuse_textless(read: _Read) -> None:
    pictured = [page for page in read.pages if page.image_share > _SCANNED_SHARE]
    if pictured and len(pictured) * 2 >= len(read.pages) - read.blank:
        raise refusal(ReadCode.SCANNED)
    raise refusal(ReadCode.NO_TEXT)


def _read_page(document: Any, index: int, read: _Read) -> None:
    """Read one page into `read`; a page PDFium cannot load is left out."""
    with open_page(document, index) as page:
        if page is None:
            return
        number = index + 1
        width, height = page.geometry.size
        read.blank += page.is_blank
        images = page.images()
        if number == 1:
            read.photos = sum(is_portrait(x1 - x0, y1 - y0) for x0, y0, x1, y1 in images)
        share = min(1.0, sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in images) / (width * height))
        read.pages.append(
            Page(number=number, width=width, height=height, image_share=round(share, 3))
        )
        found = read_fragments(page)
        read.glyphs += found.glyphs
        read.unmapped += found.unmapped
        read.truncated |= found.truncated
        seen = find_hidden(page, found.fragments, images)
        read.recognised += seen.recognised
        read.hidden += [
            HiddenText(page=number, reason=h.reason, text=h.text, bbox=h.bbox) for h in seen.hidden
        ]
        if found.tricks:
            read.hidden.append(
                HiddenText(page=number, reason=HiddenReason.UNICODE_TRICK, text=found.tricks)
            )
        notes = notes_of(page)
        read.comments |= notes.comments
        read.hidden += [
            HiddenText(page=number, reason=HiddenReason.MARKED_HIDDEN, text=text, bbox=box)
            for text, box in notes.unseen
        ]
        lines = _page_lines(page, seen.visible)
        mark_ruled(lines, page.rules())
        read.lines += [(number, line) for line in lines]
        read.links += [(number, link) for link in links_of(page, seen.visible)]


def _page_lines(page: PdfPage, fragments: Sequence[Fragment]) -> list[PageLine]:
    """Return the lines of one page; turned text follows the upright text unless it heads some."""
    sizes = page.geometry.size
    weight = [0, 0, 0, 0]
    for fragment in fragments:
        weight[fragment.style.quarter] += len(fragment.text)
    lines: list[PageLine] = []
    for quarter in sorted(range(4), key=lambda q: -weight[q]):
        turned = [f for f in fragments if f.style.quarter == quarter]
        for block in blocks_of(pieces_of(turned), sizes[1 - quarter % 2]) if turned else ():
            for line in lines_of(block):
                line.quarter = quarter
                lines += split_turned(line)
    return with_turned_headings(lines)


def _document(read: _Read, source: SourceFile, count: int) -> Document:
    ordered = _in_reading_order(read.lines)
    lines: list[Line] = []
    regions = margin_regions(read.lines, read.pages)
    above: dict[tuple[int, int, int], list[PageLine]] = {}
    weight = _usual_weight(read.lines)
    for number, line in ordered:
        over = above.setdefault((number, line.column, line.quarter), [])
        region = regions.get(id(line), LineRegion.SIDEBAR if line.sidebar else LineRegion.BODY)
        lines.append(_line(len(lines) + 1, (number, line), region, _gap(line, over), weight))
        over.append(line)
    return Document(
        source=source,
        pages=tuple(read.pages),
        lines=tuple(lines),
        hidden=tuple(read.hidden),
        warnings=tuple(_warnings(read, count)),
        links=tuple(_links(read.links[:MAX_LINKS], lines)),
        confidence=_confidence(read),
        photos=read.photos,
    )


def _in_reading_order(lines: Sequence[tuple[int, PageLine]]) -> list[tuple[int, PageLine]]:
    """Return the main text of all pages, then their sidebars.

    A sidebar of the first page that holds the largest text, the name, comes before everything.
    """
    first = [line for number, line in lines if number == 1 and not line.quarter]
    title = max(first, key=lambda line: line.size, default=None)
    leads = title is not None and title.sidebar
    head = [item for item in lines if leads and item[1].sidebar and item[0] == 1]
    main = [item for item in lines if not item[1].sidebar]
    tail = [item for item in lines if item[1].sidebar and not (leads and item[0] == 1)]
    return head + main + tail


def _gap(line: PageLine, over: Sequence[PageLine]) -> float | None:
    """Return the white space between a line and the one over it in its column, in line heights."""
    for other in reversed(over[-6:]):
        if other.y < line.y - 0.5 * line.size:
            return round((line.top - other.bottom) / line.size, 2)
    return None


def _usual_weight(lines: Sequence[tuple[int, PageLine]]) -> int:
    """Return the weight most letters are printed in."""
    letters: dict[int, int] = {}
    for _, line in lines:
        for piece in line.pieces:
            for word in piece.words:
                weight = word.style.face.weight
                letters[weight] = letters.get(weight, 0) + len(word.text)
    return max(letters, key=lambda weight: (letters[weight], weight), default=_REGULAR)


def _line(
    line_id: int,
    placed: tuple[int, PageLine],
    region: LineRegion,
    gap: float | None,
    usual: int,
) -> Line:
    number, line = placed
    words = [word for piece in line.pieces for word in piece.words]
    length = max(1, sum(len(word.text) for word in words))
    families: dict[str, int] = {}
    for word in words:
        family = word.style.face.family
        families[family] = families.get(family, 0) + len(word.text)
    bullet = None if is_range_end(line.text) else _BULLET_START.match(line.text)
    box = turn_back(line.quarter, (line.x0, line.top, line.x1, line.bottom))
    return Line(
        id=line_id,
        page=number,
        bbox=(round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)),
        text=line.text,
        parts=line.parts,
        bullet=(bullet[1] or bullet[2]) if bullet else None,
        size=round(line.size, 1),
        font=max(families, key=lambda name: (families[name], name)) or None,
        bold=sum(len(w.text) for w in words if _is_bold(w, usual)) > 0.5 * length,
        italic=sum(len(w.text) for w in words if w.style.face.italic) > 0.5 * length,
        lead=_lead(line, usual),
        starts=line.starts,
        column=line.column,
        region=region,
        gap_before=gap,
        ruled=line.ruled,
        double_space=any(has_double_space(piece.words) for piece in line.pieces),
    )


def _lead(line: PageLine, usual: int) -> str:
    """Return the words of the line's first part that are bold, where the rest of it is not."""
    words = [word for piece in line.pieces for word in piece.words]
    own = line.pieces[0].words
    if line.pieces[0].text[:1] in BULLETS and len(own[0].text) == 1:
        words, own = words[1:], own[1:]
    first = next((at for at, word in enumerate(words) if not _is_bold(word, usual)), len(words))
    return join_words(own[:first]) if own and 0 < first < len(words) else ""


def _is_bold(word: Fragment, usual: int) -> bool:
    """Whether a word is printed bold, or heavier than a text set light or regular.

    Browsers draw the weights of a font they cannot embed as shapes, with unpainted text over them.
    """
    face = word.style.face
    heavier = usual <= _REGULAR <= face.weight and face.weight > usual
    return face.bold or heavier or word.style.color[3:] == (0,)


def _links(found: Sequence[tuple[int, PageLink]], lines: Sequence[Line]) -> Iterator[Link]:
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    for number, link in found:
        yield _link(link, by_page.get(number, []))


def _link(link: PageLink, lines: Sequence[Line]) -> Link:
    """Tie a link to the line it lies on."""
    x0, y0, x1, y1 = link.bbox
    best, best_overlap = None, 0.0
    for line in lines:
        if line.bbox is None:
            continue
        ax, ay, bx, by = line.bbox
        if ax < x1 and bx > x0 and ay < y1 and by > y0:
            overlap = (min(x1, bx) - max(x0, ax)) * (min(y1, by) - max(y0, ay))
            if overlap > best_overlap:
                best, best_overlap = line.id, overlap
    return Link(url=link.url, line=best, text=link.text)


def _confidence(read: _Read) -> float:
    """Return how surely the text was read: unmapped glyphs and recognised (OCR) text lower it."""
    mapped = 1 - read.unmapped / max(1, read.glyphs)
    shown = sum(len(line.text) for _, line in read.lines)
    recognised = min(1.0, read.recognised / max(1, shown))
    return round(max(0.0, mapped * (1 - 0.4 * recognised)), 3)


def _warnings(read: _Read, count: int) -> list[DocumentWarning]:
    found: list[DocumentWarning] = []
    if count > MAX_PAGES:
        found.append(
            DocumentWarning(
                code="pages-left-out",
                message=f"The file has {count:,} pages; only the first {MAX_PAGES} were read.",
            )
        )
    if read.truncated:
        found.append(
            DocumentWarning(
                code="text-left-out",
                message="The file holds more text than any resume; the rest was left out.",
            )
        )
    if read.recognised:
        found.append(
            DocumentWarning(
                code="recognised-text",
                message="The pages are pictures with a layer of recognised text under them; "
                "words may be misread.",
            )
        )
    if read.comments:
        found.append(
            DocumentWarning(
                code="comments",
                message="The file holds comments, which were not read. Delete them before sending "
                "it out.",
            )
        )
    if read.glyphs and read.unmapped > 0.05 * read.glyphs:
        found.append(
            DocumentWarning(
                code="unreadable-characters",
                message="The file does not say which characters some of its glyphs are; "
                "a parser cannot read those either.",
            )
        )
    return found
