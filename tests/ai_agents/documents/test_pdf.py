"""A PDF becomes lines a person would read, with links, pages, warnings and refusals."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from ai_agents.documents import pdf as pdf_module
from ai_agents.errors import ReadError
from ai_agents.vocabulary import LineRegion
from tests.support.pdf_files import SENTENCE, PdfFile, read

_SHARED = Path(os.environ.get("VITAE_SHARED_DATA") or Path(__file__).parents[4] / "shared" / "data")


def _refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data)
    return caught.value.code


def test_lines_have_their_text_place_and_style() -> None:
    """Position is from the top-left in points; size, family and weight are those of the file."""
    document = (
        PdfFile()
        .text(50, 60, "Maya Chen", font="Helvetica-Bold", size=20)
        .text(50, 90, SENTENCE, font="Times-Italic")
        .read()
    )
    name, sentence = document.lines
    assert (name.id, name.page, name.text, name.size, name.bold) == (1, 1, "Maya Chen", 20.0, True)
    assert name.font == "Helvetica"
    assert name.bbox is not None
    assert name.bbox[0] == pytest.approx(50, abs=1.5)
    assert name.bbox[1] < 60 < name.bbox[3] < 70
    assert (sentence.text, sentence.font, sentence.italic) == (SENTENCE, "Times", True)
    assert (name.gap_before, sentence.gap_before is not None) == (None, True)
    assert document.pages[0].width == pytest.approx(595)
    assert document.confidence == 1.0


def test_a_right_aligned_date_stays_on_its_row_as_a_part() -> None:
    """Employer and date are one line of two parts, on every row of the page."""
    page = PdfFile()
    for row, (employer, dates) in enumerate(
        [("Acme", "Jan 2020 – Present"), ("Globex", "2018 – 2020"), ("Initech", "2016 – 2018")]
    ):
        page.text(50, 60 + row * 40, employer).right(540, 60 + row * 40, dates)
        page.text(50, 74 + row * 40, SENTENCE)
    rows = [line.parts for line in page.read().lines if len(line.parts) == 2]
    assert rows == [
        ("Acme", "Jan 2020 – Present"),
        ("Globex", "2018 – 2020"),
        ("Initech", "2016 – 2018"),
    ]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(rotate: int) -> None:
    """Rotating a page changes neither words nor order, and boxes stay inside the shown page."""
    page = PdfFile((595.0, 842.0), rotate=rotate)
    # Text drawn against the rotation, so that it stands upright when the page is shown.
    for row, words in enumerate(["First line", "Second line", "Third line"]):
        x, y = 60.0, 80.0 + 20 * row
        place = {0: (x, y), 90: (y, 595 - x), 180: (595 - x, 842 - y), 270: (842 - y, x)}[rotate]
        page.turned(*place, words, rotate)
    document = page.read()
    assert [line.text for line in document.lines] == ["First line", "Second line", "Third line"]
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx((595, 842))
    box = document.lines[0].bbox
    assert box is not None
    assert box[0] == pytest.approx(60, abs=2)
    assert box[1] < 80 < box[3]


def test_links_are_tied_to_the_line_under_them() -> None:
    """A link annotation is listed with its address and the line it lies on; nothing is opened."""
    document = (
        PdfFile()
        .text(50, 60, "Maya Chen")
        .text(50, 80, "Profile")
        .link("https://example.org/maya", (50, 70, 90, 84))
        .link("javascript:alert(1)", (400, 400, 420, 420))
        .read()
    )
    assert (document.links[0].url, document.links[0].line) == ("https://example.org/maya", 2)


@pytest.mark.parametrize("mark", ["•", "-", "–", "*"])
def test_bullets_are_recognised_and_kept_in_the_text(mark: str) -> None:
    """The bullet mark is part of the text and named in `bullet`."""
    document = PdfFile().text(60, 60, mark).text(75, 60, "Cut costs by a third").read()
    line = document.lines[0]
    assert (line.bullet, line.text) == (mark, f"{mark} Cut costs by a third")


def test_a_symbol_font_bullet_becomes_a_bullet() -> None:
    """A bullet drawn in a dingbat font is a bullet; an icon drawn there is dropped."""
    page = PdfFile().text(60, 60, "\u25cf", font="ZapfDingbats").text(75, 60, "Cut costs")
    page.text(60, 80, "\u260e", font="ZapfDingbats").text(75, 80, "555 0100")
    lines = page.read().lines
    assert lines[0].bullet is not None
    assert lines[0].text.endswith("Cut costs")
    assert lines[1].text == "555 0100"


def test_repeated_feet_and_page_numbers_are_footers() -> None:
    """What comes again at the foot of pages is a footer; the first page's head is not a header."""
    page = PdfFile()
    for number in (1, 2):
        page.text(50, 40, "Maya Chen").column(50, 100, [SENTENCE] * 4)
        page.text(50, 815, "Maya Chen, resume").text(280, 830, f"Page {number} of 2")
        page.page()
    lines = page.read().lines
    regions = {(line.page, line.text): line.region for line in lines}
    assert regions[1, "Maya Chen, resume"] is LineRegion.FOOTER
    assert regions[2, "Page 2 of 2"] is LineRegion.FOOTER
    assert regions[1, "Maya Chen"] is LineRegion.BODY
    assert regions[2, "Maya Chen"] is LineRegion.HEADER


def test_only_the_first_pages_of_a_book_are_read() -> None:
    """A file of more pages than any resume is read in part, and says so."""
    page = PdfFile()
    for number in range(pdf_module.MAX_PAGES + 3):
        page.text(50, 60, f"Chapter {number}").page()
    document = page.read()
    assert len(document.pages) == pdf_module.MAX_PAGES
    assert [warning.code for warning in document.warnings] == ["pages-left-out"]


def test_a_user_password_is_refused_and_an_owner_password_is_not() -> None:
    """Only a file that cannot be opened without a password is refused as encrypted."""
    locked = PdfFile(encrypt=StandardEncryption("user1", "owner1")).text(50, 60, SENTENCE)
    assert _refused(locked.bytes) == "encrypted"
    printable = PdfFile(encrypt=StandardEncryption("", "owner1", canPrint=0)).text(50, 60, SENTENCE)
    assert printable.read().text == SENTENCE


def test_pages_of_pictures_are_refused_as_scanned() -> None:
    """A scan has its own refusal; an empty page another; no bytes a third; noise a fourth."""
    picture = ImageReader(Image.new("L", (200, 280), 210))
    scan = PdfFile()
    scan.canvas.drawImage(picture, 0, 0, 595, 842)
    assert _refused(scan.bytes) == "scanned"
    assert _refused(PdfFile().page().bytes) == "no-text"
    assert _refused(b"") == "file-empty"
    assert _refused(b"%PDF-1.7 and then nothing") == "damaged"


def test_recognised_text_over_a_scan_is_read_with_less_confidence() -> None:
    """The invisible text layer of a scanned page is its text, not hidden text."""
    scan = PdfFile()
    scan.canvas.drawImage(ImageReader(Image.new("L", (200, 280), 210)), 0, 0, 595, 842)
    document = scan.mode(50, 60, SENTENCE, 3).read()
    assert document.text == SENTENCE
    assert document.hidden == ()
    assert document.confidence < 0.8
    assert [warning.code for warning in document.warnings] == ["recognised-text"]


def test_reading_twice_gives_the_same_document() -> None:
    """The same bytes give equal documents."""
    data = PdfFile().text(50, 60, "Maya Chen").column(50, 100, [SENTENCE] * 5).bytes
    assert read(data) == read(data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_damage_to_a_file_is_read_or_refused(data: st.DataObject) -> None:
    """Overwriting, cutting or doubling bytes of a PDF never ends in anything but a ReadError."""
    whole = PdfFile().text(50, 60, "Maya Chen").column(50, 100, [SENTENCE] * 3).bytes
    at = data.draw(st.integers(0, len(whole) - 1))
    junk = data.draw(st.binary(min_size=1, max_size=12))
    bent = data.draw(
        st.sampled_from([whole[:at] + junk + whole[at + len(junk) :], whole[:at], whole[at:]])
    )
    try:
        document = read(bent)
    except ReadError:
        return
    assert all(line.text.strip() and line.parts for line in document.lines)


@pytest.mark.skipif(not _SHARED.is_dir(), reason="needs the shared resumes (VITAE_SHARED_DATA)")
def test_no_honest_resume_hides_anything_but_its_small_print() -> None:
    """Over all sample resumes nothing above the smallest print is flagged."""
    flagged = [
        (path.name, hidden.text)
        for path in sorted((_SHARED / "resumes").glob("*.pdf"))
        if "scan" not in path.name
        for hidden in read(path.read_bytes()).hidden
        if hidden.bbox is not None and hidden.bbox[3] - hidden.bbox[1] > 6
    ]
    assert flagged == []
