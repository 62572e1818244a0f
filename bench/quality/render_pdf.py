"""Draws a resume as a PDF in any layout, the same bytes each time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from bench.quality import hiding
from bench.quality.parts import SIDE_KINDS, Block, Part, contact_items, family_of, parts
from bench.quality.pdf_page import Column, Piece, Type, draw
from bench.quality.pictures import picture_of_text, portrait
from bench.quality.resume import Look, Resume

_PAPERS = {"letter": LETTER, "a4": A4}
_MM = 72 / 25.4
#: Points: the dark band of a sidebar, the gap between columns.
_BAND, _GAP = 178.0, 20.0
_PORTRAIT = 68.0


@dataclass(frozen=True, slots=True)
class _Page:
    """The page's frame and its types."""

    look: Look
    width: float
    height: float
    margin: float
    body: Type
    heading: Type

    def column(self, x: float, width: float, top: float) -> Column:
        """Return an empty column that begins at `top`."""
        return Column(x, width, top, self.margin, self.height - self.margin)


def render_pdf(resume: Resume) -> bytes:
    """Return the file."""
    look = resume.look
    width, height = _PAPERS[look.paper]
    page = _Page(
        look,
        width,
        height,
        look.margin_mm * _MM,
        Type(look.font, look.size),
        Type(look.font, look.size + 2, bold=True, colour=look.accent),
    )
    columns = _LAYOUTS[look.layout](resume, page)
    pieces = [piece for column in columns for piece in column.pieces]
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1)
    canvas.setAuthor(look.author)
    canvas.setTitle(look.file_name)
    _draw_pages(canvas, resume, page, pieces, columns)
    canvas.save()
    return buffer.getvalue()


def _draw_pages(
    canvas: Canvas, resume: Resume, page: _Page, pieces: list[Piece], columns: list[Column]
) -> None:
    for number in range(1 + max(piece.page for piece in pieces)):
        if page.look.layout == "sidebar":
            canvas.setFillColor(HexColor(page.look.accent))
            canvas.rect(0, 0, _BAND, page.height, stroke=0, fill=1)
        draw(canvas, pieces, number)
        if number == 0 and page.look.photo:
            place = (page.width - page.margin - _PORTRAIT, page.height - page.margin - _PORTRAIT)
            canvas.drawImage(ImageReader(BytesIO(portrait())), *place, _PORTRAIT, _PORTRAIT)
        if number == columns[-1].page:
            _draw_skills_picture(canvas, resume, page, columns[-1])
        if number == 0:
            for item in page.look.hidden:
                hiding.draw(canvas, item, (page.width, page.height))
        canvas.showPage()


def _draw_skills_picture(canvas: Canvas, resume: Resume, page: _Page, last: Column) -> None:
    if page.look.skills_in == "image" and resume.skills:
        height = 60.0
        picture = ImageReader(BytesIO(picture_of_text(resume.skills)))
        canvas.drawImage(picture, last.x, last.y - height - 6, min(last.width, 300), height)


def _head(column: Column, resume: Resume, page: _Page, *, contact: bool) -> None:
    if resume.name:
        column.text(resume.name, Type(page.look.font, page.look.size + 9, bold=True))
    if contact:
        items = contact_items(resume)
        column.text("  |  ".join(items[:3]), page.body)
        for note in items[3:]:
            column.text(note, page.body)
    if page.look.photo:
        column.skip(max(0.0, column.y - (page.height - page.margin - _PORTRAIT)))


def _flat(part: Part) -> list[Block]:
    heading = [Block("heading", part.heading)] if part.heading else []
    return [*heading, *part.blocks, *(block for entry in part.entries for block in entry)]


def _write(column: Column, found: Iterable[Part], page: _Page) -> None:
    for part in found:
        column.blocks(_flat(part), _body(part, page), page.heading)


def _body(part: Part, page: _Page) -> Type:
    return Type(family_of(part, page.look), page.body.size)


def _single(resume: Resume, page: _Page) -> list[Column]:
    column = page.column(page.margin, page.width - 2 * page.margin, page.height - page.margin)
    _head(column, resume, page, contact=True)
    _write(column, parts(resume), page)
    return [column]


def _two_column(resume: Resume, page: _Page) -> list[Column]:
    top = page.column(page.margin, page.width - 2 * page.margin, page.height - page.margin)
    _head(top, resume, page, contact=True)
    wide = (page.width - 2 * page.margin - _GAP) * 0.64
    x = page.margin + wide + _GAP
    main = page.column(page.margin, wide, top.y - 4)
    side = page.column(x, page.width - page.margin - x, top.y - 4)
    found = parts(resume)
    _write(main, [part for part in found if part.kind not in SIDE_KINDS], page)
    _write(side, [part for part in found if part.kind in SIDE_KINDS], page)
    return [top, main, side]


def _sidebar(resume: Resume, page: _Page) -> list[Column]:
    x = _BAND + _GAP
    main = page.column(x, page.width - x - page.margin, page.height - page.margin)
    _head(main, resume, page, contact=False)
    inset = min(page.margin, 20.0)
    side = page.column(inset, _BAND - inset - 10, page.height - page.margin)
    found = parts(resume)
    _write(main, [part for part in found if part.kind not in SIDE_KINDS], page)
    white = replace(page.body, colour="#FFFFFF")
    white_heading = Type(page.look.font, page.look.size + 2, bold=True, colour="#FFFFFF")
    contact = [Block("heading", "Contact"), *(Block("text", t) for t in contact_items(resume))]
    side.blocks(contact, white, white_heading)
    for part in found:
        if part.kind in SIDE_KINDS:
            body = replace(_body(part, page), colour="#FFFFFF")
            side.blocks(_flat(part), body, white_heading)
    return [side, main]


def _table(resume: Resume, page: _Page) -> list[Column]:
    """Dates stand in a column of their own at the left of their entry."""
    column = page.column(page.margin, page.width - 2 * page.margin, page.height - page.margin)
    _head(column, resume, page, contact=True)
    found = parts(resume)
    dates = [entry[0].right for part in found for entry in part.entries]
    aside = _GAP + max(
        (stringWidth(text, page.body.font, page.body.size) for text in dates), default=0.0
    )
    for part in found:
        heading = [Block("heading", part.heading)] if part.heading else []
        column.blocks([*heading, *part.blocks], _body(part, page), page.heading)
        for entry in part.entries:
            _table_row(column, entry, replace(page, body=_body(part, page)), aside)
    return [column]


def _table_row(column: Column, entry: tuple[Block, ...], page: _Page, aside: float) -> None:
    column.skip(4)
    head, *rest = entry
    first = len(column.pieces)
    column.x, column.width = column.x + aside, column.width - aside
    column.text(head.text, replace(page.body, bold=True))
    if head.right:
        start = column.pieces[first]
        x = column.x - aside
        column.pieces.insert(first, Piece(start.page, x, start.y, head.right, page.body))
    column.blocks(rest, page.body, page.heading)
    column.x, column.width = column.x - aside, column.width + aside


_LAYOUTS: dict[str, Callable[[Resume, _Page], list[Column]]] = {
    "single": _single,
    "two_column": _two_column,
    "table": _table,
    "sidebar": _sidebar,
}
