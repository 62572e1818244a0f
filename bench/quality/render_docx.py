"""Writes a resume as a Word document in any layout, the same bytes each time."""

import datetime as dt
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from bench.quality.parts import SIDE_KINDS, Block, Part, contact_items, family_of, parts
from bench.quality.pictures import picture_of_text, portrait
from bench.quality.resume import Resume
from tools.sample_docx import undated

_FONTS = {"sans": "Calibri", "serif": "Georgia", "mono": "Courier New"}
_PAPERS = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
_MOMENT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def render_docx(resume: Resume) -> bytes:
    """Return the file."""
    document = docx.Document()
    _set_up(document, resume)
    _LAYOUTS[resume.look.layout](document, resume)
    _append_aside(document, resume)
    core = document.core_properties
    core.created = core.modified = _MOMENT
    core.author, core.title = resume.look.author, resume.look.file_name
    buffer = BytesIO()
    document.save(buffer)
    return undated(buffer.getvalue())


def _set_up(document: Document, resume: Resume) -> None:
    look = resume.look
    normal = document.styles["Normal"]
    normal.font.name = _FONTS[look.font]
    normal.font.size = Pt(look.size)
    normal.paragraph_format.space_after = Pt(2)
    heading = document.styles["Heading 1"]
    heading.font.name, heading.font.size = _FONTS[look.font], Pt(look.size + 2)
    _drop_theme_fonts(heading)
    heading.font.color.rgb = RGBColor.from_string(look.accent.removeprefix("#"))
    heading.paragraph_format.space_before = Pt(8)
    section = document.sections[0]
    width, height = _PAPERS[look.paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(look.margin_mm)
    section.top_margin = section.bottom_margin = Mm(max(look.margin_mm, 12))


def _drop_theme_fonts(style: Any) -> None:
    """Let a style's own font count: the template's headings name one of the theme, which wins."""
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


class _Writer:
    """Writes blocks into a document, a table cell or a page header."""

    def __init__(self, place: Any, resume: Resume, colour: str = "") -> None:
        self._place, self._resume, self._colour = place, resume, colour
        self._fresh = isinstance(place, _Cell)  # a cell comes with one empty paragraph

    def paragraph(self, style: str = "") -> Any:
        """Return a new paragraph in the style with this id.

        Looked up by its name a style takes as long as the rest of the file.
        """
        if self._fresh:
            self._fresh = False
            paragraph = self._place.paragraphs[0]
        else:
            paragraph = self._place.add_paragraph()
        if style:
            paragraph._p.style = style  # noqa: SLF001 - the library looks names up in all styles
        return paragraph

    def text(self, text: str, *, bold: bool = False, size: float = 0, font: str = "") -> Any:
        """Write one paragraph of plain text."""
        paragraph = self.paragraph()
        run = paragraph.add_run(text)
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)
        if font:
            run.font.name = font
        if self._colour:
            run.font.color.rgb = RGBColor.from_string(self._colour)
        return paragraph

    def part(self, part: Part) -> None:
        """Write one section."""
        font = _font_of(part, self._resume)
        self.heading(part.heading)
        self.blocks(part.blocks, font)
        for entry in part.entries:
            self.blocks(entry, font)

    def heading(self, text: str) -> None:
        """Write a heading in the heading style; nothing when there is none."""
        if not text:
            return
        run = self.paragraph("Heading1").add_run(text)
        if self._colour:
            run.font.color.rgb = RGBColor.from_string(self._colour)

    def blocks(self, blocks: Sequence[Block], font: str = "") -> None:
        """Write paragraphs one below another."""
        for block in blocks:
            if block.role == "entry":
                self._entry(block)
            elif block.role == "bullet":
                self._bullet(block, font)
            else:
                self.text(block.text, font=font)

    def _entry(self, block: Block) -> None:
        paragraph = self.text(block.text, bold=True)
        if block.right:
            section = self._resume.look
            edge = _PAPERS[section.paper][0] - 2 * section.margin_mm
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(edge - 40))
            paragraph.add_run(f"\t{block.right}")

    def _bullet(self, block: Block, font: str) -> None:
        if block.mark == "•":
            run = self.paragraph("ListBullet").add_run(block.text)
        else:  # a mark the numbering of the template does not know: typed by hand
            run = self.paragraph().add_run(f"{block.mark} {block.text}")
        if font:
            run.font.name = font


def _head(writer: _Writer, resume: Resume, *, contact: bool = True) -> None:
    if resume.name:
        writer.text(resume.name, bold=True, size=resume.look.size + 9)
    if contact and resume.look.contact_in == "body":
        items = contact_items(resume)
        writer.text("  |  ".join(items[:3]))
        for note in items[3:]:
            writer.text(note)
    if resume.look.photo:
        writer.paragraph().add_run().add_picture(BytesIO(portrait()), width=Mm(24))


def _font_of(part: Part, resume: Resume) -> str:
    """Return the font a section strays into, "" where it keeps the font of the document."""
    family = family_of(part, resume.look)
    return "" if family == resume.look.font else _FONTS[family]


def _single(document: Document, resume: Resume) -> None:
    writer = _Writer(document, resume)
    _head(writer, resume)
    for part in parts(resume):
        writer.part(part)


def _two_column(document: Document, resume: Resume) -> None:
    _head(_Writer(document, resume), resume)
    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.find(qn("w:cols"))  # noqa: SLF001 - the library has no columns
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "360")
    writer = _Writer(document, resume)
    found = parts(resume)
    for part in (part for part in found if part.kind not in SIDE_KINDS):
        writer.part(part)
    writer.paragraph().add_run().add_break(WD_BREAK.COLUMN)
    for part in (part for part in found if part.kind in SIDE_KINDS):
        writer.part(part)


def _sidebar(document: Document, resume: Resume) -> None:
    side, main = document.add_table(rows=1, cols=2).rows[0].cells
    side.width, main.width = Mm(52), Mm(126)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), resume.look.accent.removeprefix("#"))
    side._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the library has no shading
    left = _Writer(side, resume, colour="FFFFFF")
    left.heading("Contact")
    for item in contact_items(resume):
        left.text(item)
    right = _Writer(main, resume)
    _head(right, resume, contact=False)
    for part in parts(resume):
        (left if part.kind in SIDE_KINDS else right).part(part)


def _table(document: Document, resume: Resume) -> None:
    writer = _Writer(document, resume)
    _head(writer, resume)
    for part in parts(resume):
        font = _font_of(part, resume)
        writer.heading(part.heading)
        writer.blocks(part.blocks, font)
        if not part.entries:
            continue
        table = document.add_table(rows=0, cols=2)
        for head, *rest in part.entries:
            dates, told = table.add_row().cells
            dates.width, told.width = Mm(38), Mm(138)
            dates.text = head.right
            cell = _Writer(told, resume)
            cell.text(head.text, bold=True)
            cell.blocks(rest, font)


_LAYOUTS: dict[str, Callable[[Document, Resume], None]] = {
    "single": _single,
    "two_column": _two_column,
    "table": _table,
    "sidebar": _sidebar,
}


def _append_aside(document: Document, resume: Resume) -> None:
    """Write what stands apart from the text: a header, skills in a box, hidden runs."""
    look = resume.look
    if look.contact_in == "header":
        document.sections[0].header.paragraphs[0].text = "  |  ".join(contact_items(resume))
    if look.skills_in == "table" and resume.skills:
        table = document.add_table(rows=0, cols=3)
        for row in range(0, len(resume.skills), 3):
            for cell, skill in zip(
                table.add_row().cells, resume.skills[row : row + 3], strict=False
            ):
                cell.text = skill
    if look.skills_in == "textbox" and resume.skills:
        document.add_paragraph().add_run()._r.append(_textbox(resume.skills))  # noqa: SLF001
    if look.skills_in == "image" and resume.skills:
        document.add_picture(BytesIO(picture_of_text(resume.skills)), width=Mm(110))
    for item in look.hidden:
        _hidden_run(document.add_paragraph(), item.kind, item.text)


def _hidden_run(paragraph: Any, kind: str, text: str) -> None:
    run = paragraph.add_run(text)
    if kind == "vanish":
        run.font.hidden = True
    elif kind == "white-run":
        run.font.color.rgb = RGBColor(255, 255, 255)
    elif kind == "tiny-run":
        run.font.size = Pt(0.5)
    elif kind == "grey-run":
        run.font.color.rgb = RGBColor(140, 140, 140)
    elif kind == "small-run":
        run.font.size = Pt(7)
    elif kind == "shaded-run":
        run.font.color.rgb = RGBColor(255, 255, 255)
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "1F3550")
        run._r.get_or_add_rPr().append(shade)  # noqa: SLF001 - the library has no shading


def _textbox(skills: Sequence[str]) -> Any:
    """Return a VML text box, as Word wrote them for twenty years."""
    picture = OxmlElement("w:pict")
    namespace = "urn:schemas-microsoft-com:vml"
    shape = picture.makeelement(f"{{{namespace}}}shape", {"style": "width:300pt;height:60pt"})
    box = picture.makeelement(f"{{{namespace}}}textbox", {})
    content = OxmlElement("w:txbxContent")
    for row in range(0, len(skills), 4):
        paragraph, run, words = (OxmlElement(tag) for tag in ("w:p", "w:r", "w:t"))
        words.text = ", ".join(skills[row : row + 4])
        run.append(words)
        paragraph.append(run)
        content.append(paragraph)
    box.append(content)
    shape.append(box)
    picture.append(shape)
    return picture
