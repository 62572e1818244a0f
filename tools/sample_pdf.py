"""Renders one made-up person as a PDF in one of three layouts, the same bytes each time."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib import colors
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

if TYPE_CHECKING:
    from make_samples import Entry, Person

WIDTH, HEIGHT = LETTER
MARGIN = 2 * cm
SIDE = 6.5 * cm
NAVY = colors.HexColor("#1F3550")

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13.5)
RIGHT = ParagraphStyle("right", parent=BODY, alignment=2)
NAME = ParagraphStyle("name", parent=BODY, fontName="Helvetica-Bold", fontSize=21, leading=26)
HEADING = ParagraphStyle(
    "heading",
    parent=BODY,
    fontName="Helvetica-Bold",
    fontSize=12,
    leading=16,
    textColor=NAVY,
    spaceBefore=9,
    spaceAfter=3,
)
LIGHT = ParagraphStyle("light", parent=BODY, textColor=colors.white)
LIGHT_HEADING = ParagraphStyle("light-heading", parent=HEADING, textColor=colors.white)


def write_pdf(person: "Person", path: Path) -> None:
    """Write the resume; `person.layout` is `single`, `sidebar` or `two_column`."""
    frames, story = {
        "single": _single,
        "sidebar": _sidebar,
        "two_column": _two_columns,
    }[person.layout](person)
    document = BaseDocTemplate(
        str(path),
        pagesize=LETTER,
        title=f"Resume of {person.name}",
        author=person.name,
        invariant=1,
    )

    def background(canvas: Canvas, _document: BaseDocTemplate) -> None:
        if person.layout == "sidebar":
            canvas.setFillColor(NAVY)
            canvas.rect(0, 0, SIDE + MARGIN / 2, HEIGHT, stroke=0, fill=1)
        if person.hidden:
            _white_text(canvas, person.hidden)

    document.addPageTemplates([PageTemplate(frames=frames, onPage=background)])
    document.build(story)


def _white_text(canvas: Canvas, text: str) -> None:
    """Write keywords nobody sees, as bad advice suggests; the review sets them aside."""
    canvas.setFillColor(colors.white)
    canvas.setFont("Helvetica", 6)
    for number, words in enumerate(text.split(" leveraged")):
        canvas.drawString(MARGIN, MARGIN / 2 - 8 * number, words.strip())


def _single(person: "Person") -> tuple[list[Frame], list[Flowable]]:
    frame = Frame(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN, 0, 0, 0, 0)
    width = WIDTH - 2 * MARGIN
    place = ", ".join(person.contact[:2])
    story = [Paragraph(person.name, NAME), Paragraph(person.headline, BODY)]
    story += [Paragraph(" &nbsp;|&nbsp; ".join([place, *person.contact[2:]]), BODY)]
    story += _section("Summary", [Paragraph(person.summary, BODY)])
    story += _section("Experience", list(_positions(person.experience, width)))
    story += _section("Education", list(_studies(person.education, width)))
    story += _section("Skills", [Paragraph(", ".join(person.skills), BODY)])
    return [frame], [*story, *_extra(person)]


def _sidebar(person: "Person") -> tuple[list[Frame], list[Flowable]]:
    left = Frame(MARGIN / 2, MARGIN, SIDE - MARGIN / 2, HEIGHT - 2 * MARGIN, 0, 0, 0, 0)
    x = SIDE + MARGIN
    right = Frame(x, MARGIN, WIDTH - x - MARGIN, HEIGHT - 2 * MARGIN, 0, 0, 0, 0)
    side = [Paragraph("Contact", LIGHT_HEADING)]
    side += [
        Paragraph(line, LIGHT) for line in (", ".join(person.contact[:2]), *person.contact[2:])
    ]
    side += [Paragraph("Skills", LIGHT_HEADING), *(Paragraph(s, LIGHT) for s in person.skills)]
    for block in person.extra:
        side += [Paragraph(str(block["heading"]), LIGHT_HEADING)]
        side += [Paragraph(line, LIGHT) for line in block["lines"]]
    width = WIDTH - x - MARGIN
    main = [Paragraph(person.name, NAME), Paragraph(person.headline, BODY)]
    main += _section("Profile", [Paragraph(person.summary, BODY)])
    main += _section("Work experience", list(_positions(person.experience, width)))
    main += _section("Education", list(_studies(person.education, width)))
    return [left, right], [*side, FrameBreak(), *main]


def _two_columns(person: "Person") -> tuple[list[Frame], list[Flowable]]:
    top = Frame(MARGIN, HEIGHT - MARGIN - 3.4 * cm, WIDTH - 2 * MARGIN, 3.4 * cm, 0, 0, 0, 0)
    height = HEIGHT - 2 * MARGIN - 3.6 * cm
    wide = 11.2 * cm
    left = Frame(MARGIN, MARGIN, wide, height, 0, 0, 0, 0)
    x = MARGIN + wide + 0.8 * cm
    right = Frame(x, MARGIN, WIDTH - MARGIN - x, height, 0, 0, 0, 0)
    place = ", ".join(person.contact[:2])
    head = [Paragraph(person.name, NAME), Paragraph(person.headline, BODY)]
    head += [Paragraph(" &nbsp;|&nbsp; ".join([place, *person.contact[2:]]), BODY), FrameBreak()]
    main = _section("Profile", [Paragraph(person.summary, BODY)])
    main += _section("Experience", list(_positions(person.experience, wide)))
    side = _section("Education", list(_studies(person.education, 0)))
    side += _section("Skills", [Paragraph(skill, BODY) for skill in person.skills])
    return [top, left, right], [*head, *main, FrameBreak(), *side, *_extra(person)]


def _section(heading: str, content: list[Flowable]) -> list[Flowable]:
    return [Paragraph(heading, HEADING), *content]


def _extra(person: "Person") -> list[Flowable]:
    blocks: list[Flowable] = []
    for block in person.extra:
        lines: list[Flowable] = [Paragraph(line, BODY) for line in block["lines"]]
        blocks += _section(str(block["heading"]), lines)
    return blocks


def _positions(entries: list["Entry"], width: float) -> Iterator[Flowable]:
    for entry in entries:
        yield _row(f"<b>{entry.title}</b>", entry.dates, width)
        yield Paragraph(f"{entry.employer}, {entry.place}", BODY)
        bullets = [ListItem(Paragraph(text, BODY)) for text in entry.bullets]
        yield ListFlowable(bullets, bulletType="bullet", start="•", leftIndent=12, bulletFontSize=9)
        yield Spacer(1, 5)


def _studies(entries: list["Entry"], width: float) -> Iterator[Flowable]:
    for entry in entries:
        if width:
            yield _row(f"<b>{entry.degree}</b>", entry.dates, width)
            yield Paragraph(entry.institution, BODY)
        else:
            lines = f"<b>{entry.degree}</b>", entry.institution, entry.dates
            yield from (Paragraph(line, BODY) for line in lines)


def _row(left: str, right: str, width: float) -> Table:
    cells = [[Paragraph(left, BODY), Paragraph(right, RIGHT)]]
    row = Table(cells, colWidths=[width - 4.6 * cm, 4.6 * cm])
    row.setStyle(
        [
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return row
