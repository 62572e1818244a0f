"""A web page is read as a browser shows it; scripts and hidden parts are not text."""

import pytest

from ai_agents.documents.reader import read_document
from ai_agents.errors import ReadCode, ReadError
from ai_agents.models import Document
from ai_agents.vocabulary import HiddenReason, LineRegion
from tests.support.docx_files import FILLER


def read(body: str, head: str = "") -> Document:
    """Read a page with `body` before a long last paragraph."""
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}<p>{FILLER}</p></body></html>"
    return read_document(page.encode(), "resume.html")


def texts(document: Document) -> list[str]:
    """The lines before the last paragraph."""
    return [line.text for line in document.lines if line.text != FILLER.strip()]


def test_blocks_are_lines_and_inline_marks_are_looks() -> None:
    """Headings, lists, breaks, tables and links read in order."""
    document = read(
        "<h2>Experience</h2><p>Acme <b>Ltd</b><br>Lead\n   role</p><ul><li>Led</ul>"
        "<ol><li>One<li>Two</ol><table><tr><td>Acme</td><td>2019</td></tr></table>"
        "<div>Loose <a href='https://a.example'>site</a><script>no()</script></div>"
    )
    assert texts(document) == [
        *("Experience", "Acme Ltd", "Lead role", "• Led", "1. One", "2. Two", "Acme 2019"),
        "Loose site",
    ]
    assert document.line(1).heading_style
    assert document.line(4).bullet == "•"
    assert document.line(7).region == LineRegion.TABLE
    assert [(link.url, link.line) for link in document.links] == [("https://a.example", 8)]


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ("hidden", HiddenReason.MARKED_HIDDEN),
        ("style='display: none'", HiddenReason.MARKED_HIDDEN),
        ("style='visibility:hidden'", HiddenReason.MARKED_HIDDEN),
        ("class='secret'", HiddenReason.MARKED_HIDDEN),
        ("style='color:#fff'", HiddenReason.LOW_CONTRAST),
        ("style='color: rgb(250, 250, 250)'", HiddenReason.LOW_CONTRAST),
        ("style='color:transparent'", HiddenReason.INVISIBLE_MODE),
        ("style='opacity:0'", HiddenReason.INVISIBLE_MODE),
        ("style='font-size:1px'", HiddenReason.TINY),
        ("style='position:absolute;left:-9999px'", HiddenReason.OFF_PAGE),
    ],
)
def test_hidden_parts_are_set_aside(attributes: str, reason: HiddenReason) -> None:
    """Each way of hiding is seen through."""
    head = "<style>@media print {.x{display:none}} .secret{display:none}</style>"
    document = read(f"<p>Seen <span {attributes}>unseen words</span></p>", head)
    assert texts(document) == ["Seen"]
    assert [(item.reason, item.text) for item in document.hidden] == [(reason, "unseen words")]


def test_honest_pages_hide_nothing() -> None:
    """White on a banner is seen; what is hidden in print only is on the screen."""
    document = read(
        "<div style='background:#003366;color:white'>Banner</div><p class='x'>Screen</p>",
        "<style>@media print {.x{display:none}} p{color:#333}</style>",
    )
    assert texts(document) == ["Banner", "Screen"]
    assert document.hidden == ()


def test_broken_markup_is_read_and_endless_markup_refused() -> None:
    """Browsers forgive, and so does the reader; no text is left out without a word."""
    assert read("<div>" * 100 + "Deep").line(1).text == "Deep"
    with pytest.raises(ReadError) as caught:
        read("<div>" * 3000 + "Deep")
    assert caught.value.code == ReadCode.UNSAFE
    assert texts(read("<p>Open <b>bold <i>both</p>"))[0] == "Open bold both"
