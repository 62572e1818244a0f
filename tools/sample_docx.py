"""Renders one made-up person as a Word document: plain, or with positions in a table."""

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

if TYPE_CHECKING:
    from make_samples import Entry, Person


def write_docx(person: "Person", path: Path) -> None:
    """Write the resume; `person.layout` is `single` or `table`."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
    _head(document, person)
    document.add_heading("Summary", level=1)
    document.add_paragraph(person.summary.strip())
    document.add_heading("Work experience", level=1)
    if person.layout == "table":
        _positions_as_table(document, person.experience)
    else:
        for entry in person.experience:
            _position(document, entry)
    document.add_heading("Education", level=1)
    for entry in person.education:
        document.add_paragraph(f"{entry.degree}, {entry.institution}, {entry.dates}")
    document.add_heading("Skills", level=1)
    document.add_paragraph(", ".join(person.skills))
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    document.core_properties.created = document.core_properties.modified = moment
    written = io.BytesIO()
    document.save(written)
    path.write_bytes(undated(written.getvalue()))


def undated(package: bytes) -> bytes:
    """Return a package with one fixed date for all members, so that it is the same each time."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(written, "w") as out:
        for member in sorted(old.namelist()):
            info = zipfile.ZipInfo(member, date_time=(2026, 1, 1, 0, 0, 0))
            out.writestr(info, old.read(member), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _head(document: Document, person: "Person") -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(person.name)
    run.bold, run.font.size = True, Pt(20)
    if person.headline:
        document.add_paragraph(person.headline).alignment = WD_ALIGN_PARAGRAPH.CENTER
    place = ", ".join(person.contact[:2])
    line = document.add_paragraph("  |  ".join([place, *person.contact[2:]]))
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _position(document: Document, entry: "Entry") -> None:
    line = document.add_paragraph()
    line.paragraph_format.tab_stops.add_tab_stop(Cm(16.5))
    line.add_run(f"{entry.title}, {entry.employer}").bold = True
    line.add_run(f"\t{entry.dates}")
    document.add_paragraph(entry.place)
    for bullet in entry.bullets:
        document.add_paragraph(bullet, style="List Bullet")


def _positions_as_table(document: Document, entries: list["Entry"]) -> None:
    table = document.add_table(rows=0, cols=2)
    for entry in entries:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(3.5), Cm(13)
        cells[0].text = entry.dates
        heading = cells[1].paragraphs[0]
        heading.add_run(entry.title).bold = True
        heading.add_run(f", {entry.employer}, {entry.place}")
        for bullet in entry.bullets:
            cells[1].add_paragraph(bullet, style="List Bullet")
