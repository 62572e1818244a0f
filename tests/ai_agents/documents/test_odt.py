"""An OpenDocument text is read as LibreOffice shows it; hidden text is set aside."""

import pytest

from ai_agents.documents.reader import read_document
from ai_agents.errors import ReadCode, ReadError
from ai_agents.models import Document
from ai_agents.vocabulary import HiddenReason, LineRegion
from tests.support.docx_files import FILLER
from tests.support.odt_files import odt, text_style

LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/></text:list-style>'
)


def read(body: str, automatic: str = "", styles: str = "") -> Document:
    """Read an ODT with `body` before a long last paragraph."""
    return read_document(odt(body, automatic=automatic, styles=styles), "resume.odt")


def texts(document: Document) -> list[str]:
    """The lines before the last paragraph."""
    return [line.text for line in document.lines if line.text != FILLER.strip()]


def test_paragraphs_headings_tabs_breaks_and_spaces() -> None:
    """White space follows the format's own rules; a heading is a heading."""
    document = read(
        "<text:h>Experience</text:h>"
        "<text:p>Acme<text:tab/>2019\n   – 2021<text:line-break/>"
        'Lead<text:s text:c="2"/>role</text:p>'
    )
    assert texts(document) == ["Experience", "Acme 2019 – 2021", "Lead  role"]
    assert document.line(1).heading_style
    assert document.line(2).parts == ("Acme", "2019 – 2021")


def test_lists_tables_frames_and_links() -> None:
    """Everything around the text keeps its order and its marks."""
    document = read(
        '<text:list text:style-name="L1"><text:list-item><text:p>Led</text:p><text:p>more</text:p>'
        "</text:list-item></text:list>"
        '<text:list text:style-name="L2"><text:list-item><text:p>One</text:p></text:list-item>'
        "<text:list-item><text:p>Two</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Acme</text:p></table:table-cell>"
        "<table:table-cell><text:p>2019</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>Host"
        '</text:p><text:p><text:a xlink:href="https://a.example">site</text:a></text:p>',
        LISTS,
    )
    assert texts(document) == [
        *("• Led", "more", "1. One", "2. Two", "Acme 2019", "Host", "Boxed", "site")
    ]
    assert document.line(5).region == LineRegion.TABLE
    assert document.line(7).region == LineRegion.TEXTBOX
    assert [(link.url, link.line) for link in document.links] == [("https://a.example", 8)]


def test_looks_are_inherited_and_shares_of_sizes_counted() -> None:
    """Bold, slant, font and size come through parent styles."""
    styles = (
        '<office:styles><style:default-style style:family="paragraph"><style:text-properties '
        'fo:font-size="10pt"/></style:default-style>'
        '<style:style style:name="Base" style:family="paragraph"><style:text-properties '
        'fo:font-weight="bold" fo:font-size="200%" fo:font-family="Carlito"/></style:style>'
        "</office:styles>"
    )
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Base">'
        '<style:text-properties fo:font-style="italic"/></style:style>'
    )
    line = read('<text:p text:style-name="P1">Maya</text:p>', automatic, styles).line(1)
    assert (line.size, line.bold, line.italic, line.font) == (20, True, True, "Carlito")


def test_page_headers_come_first() -> None:
    """Contact data in the page header is read."""
    styles = (
        '<office:master-styles><style:master-page style:name="Standard"><style:header>'
        "<text:p>maya@example.org</text:p></style:header></style:master-page>"
        '<style:master-page style:name="Unused"><style:header><text:p>no</text:p></style:header>'
        "</style:master-page></office:master-styles>"
    )
    document = read("<text:p>Body</text:p>", styles=styles)
    assert texts(document) == ["maya@example.org", "Body"]
    assert document.line(1).region == LineRegion.HEADER


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ('text:display="none"', HiddenReason.MARKED_HIDDEN),
        ('fo:color="#ffffff"', HiddenReason.LOW_CONTRAST),
        ('fo:font-size="1pt"', HiddenReason.TINY),
    ],
)
def test_hidden_text_is_set_aside(properties: str, reason: HiddenReason) -> None:
    """Hidden, white and tiny spans are reported and are no lines."""
    document = read(
        '<text:p>Seen <text:span text:style-name="T1">unseen words</text:span></text:p>',
        text_style("T1", properties),
    )
    assert texts(document) == ["Seen"]
    assert [(item.reason, item.text) for item in document.hidden] == [(reason, "unseen words")]


def test_white_on_a_dark_cell_is_visible() -> None:
    """A banner made of a table cell is read."""
    cell = (
        '<style:style style:name="C1" style:family="table-cell"><style:table-cell-properties '
        'fo:background-color="#003366"/></style:style>'
    )
    document = read(
        '<table:table><table:table-row><table:table-cell table:style-name="C1"><text:p>'
        '<text:span text:style-name="T1">Banner</text:span></text:p></table:table-cell>'
        "</table:table-row></table:table>",
        cell + text_style("T1", 'fo:color="#ffffff"'),
    )
    assert texts(document) == ["Banner"]


def test_a_locked_document_is_encrypted() -> None:
    """A password is told as a password."""
    manifest = (
        "<manifest:manifest xmlns:manifest='x'><manifest:encryption-data/></manifest:manifest>"
    )
    with pytest.raises(ReadError) as caught:
        read_document(odt("", manifest=manifest), "resume.odt")
    assert caught.value.code == ReadCode.ENCRYPTED
