"""Rich text keeps its words, marks and looks; hidden runs are set aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.documents.reader import read_document
from ai_agents.errors import ReadError
from ai_agents.models import Document
from ai_agents.vocabulary import HiddenReason, LineRegion
from tests.support.docx_files import FILLER

HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}"
    r"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}{\*\generator Writer;}"
)


def read(body: str) -> Document:
    """Read rich text with `body` before a long last paragraph."""
    return read_document(f"{HEAD}{body}\\par {FILLER}\\par}}".encode("latin-1"), "resume.rtf")


def texts(document: Document) -> list[str]:
    """The lines before the last paragraph."""
    return [line.text for line in document.lines if line.text != FILLER.strip()]


def test_letters_of_every_notation_arrive() -> None:
    """Code-page bytes, Unicode words with fallbacks, halves of an emoji, symbols."""
    document = read(r"caf\'e9 \u8364?40k \u-10179?\u-8704? a\~b \endash  \{x\}")
    assert texts(document) == ["café €40k 😀 a b – {x}"]


def test_looks_regions_lists_tables_and_links() -> None:
    """Bold and size are kept; a row is a line with parts; a field keeps its target."""
    document = read(
        r"{\header Maya Chen\par}\pard\b\fs32 Title\b0\fs22\par"
        r"{\pntext\bullet\tab}Led\par\trowd\intbl Acme\cell 2019\cell\row\pard "
        r'{\field{\*\fldinst{HYPERLINK "https://a.example"}}{\fldrslt{site}}}'
    )
    assert texts(document) == ["Maya Chen", "Title", "• Led", "Acme 2019", "site"]
    header, title, item, row, _ = document.lines[:5]
    assert header.region == LineRegion.HEADER
    assert (title.bold, title.size, item.bold) == (True, 16, False)
    assert item.bullet == "•"
    assert (row.parts, row.region) == (("Acme", "2019"), LineRegion.TABLE)
    assert [(link.url, link.line) for link in document.links] == [("https://a.example", 5)]


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        (r"{\v unseen words}", HiddenReason.MARKED_HIDDEN),
        (r"{\cf1 unseen words}", HiddenReason.LOW_CONTRAST),
        (r"{\fs2 unseen words}", HiddenReason.TINY),
    ],
)
def test_hidden_runs_are_set_aside(run: str, reason: HiddenReason) -> None:
    """Hidden, white and tiny runs are reported and are no lines."""
    document = read("Seen " + run)
    assert texts(document) == ["Seen"]
    assert [(item.reason, item.text) for item in document.hidden] == [(reason, "unseen words")]


def test_white_on_a_dark_ground_is_visible() -> None:
    """A highlighted white run is seen by a person."""
    assert texts(read(r"{\cf1\highlight2 Banner}")) == ["Banner"]


def test_pictures_and_file_data_are_no_text() -> None:
    """What belongs to the file stays out of the lines."""
    document = read(r"A{\pict\pngblip 89504e47}{\info{\author Spy}}{\*\unknown gone}B\bin3 }}} C")
    assert texts(document) == ["AB C"]


@given(st.binary(max_size=400))
def test_any_bytes_after_the_header_are_read_or_refused(data: bytes) -> None:
    """No rich text makes the reader fail in another way."""
    try:
        document = read_document(b"{\\rtf1 " + FILLER.encode() + b"\\par " + data, "x.rtf")
    except ReadError:
        return
    assert document.lines


def test_endless_groups_are_refused() -> None:
    """Nesting has an end."""
    with pytest.raises(ReadError):
        read_document(b"{\\rtf1 " + b"{" * 100_000, "x.rtf")
