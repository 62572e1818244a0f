"""A name and the lines set beside it are read one after the other, not row by row."""

from hypothesis import given
from hypothesis import strategies as st

from ai_agents.documents.heads import beside_name
from ai_agents.documents.layout import Piece
from tests.support.pdf_files import SENTENCE, PdfFile

_CONTACT = ["12 Example Street", "Portland, OR", "+1 503 555 0142", "maya@example.org", "mayachen"]
_BODY = [f"{SENTENCE} And then another one."] * 12


def _texts(page: PdfFile) -> list[str]:
    return [line.text for line in page.read().lines]


def test_a_name_beside_lines_of_their_own_pitch_comes_first() -> None:
    """Neither name nor title ends up between the lines of the address at the right."""
    page = PdfFile().text(60, 78, "Maya Chen", size=25).text(60, 108, "Engineer", size=17)
    page.column(420, 60, _CONTACT, 12).column(60, 180, _BODY)
    assert _texts(page)[:7] == ["Maya Chen", "Engineer", *_CONTACT]


def test_a_name_at_the_right_of_its_contact_lines_comes_first() -> None:
    """The side with the name leads, wherever it stands, down to what the other side reaches."""
    page = PdfFile().text(180, 70, "Maya Chen", size=30).text(180, 101, "Engineer", size=17)
    page.text(180, 123, "A motto", size=12).column(60, 90, _CONTACT, 12).column(60, 200, _BODY)
    assert _texts(page)[:8] == ["Maya Chen", "Engineer", "A motto", *_CONTACT]


def test_a_head_set_row_by_row_is_read_row_by_row() -> None:
    """What stands level with the name and its title belongs to their lines."""
    page = PdfFile().text(60, 70, "Maya Chen", size=24).text(60, 96, "Engineer", size=16)
    page.text(420, 70, _CONTACT[2]).text(420, 96, _CONTACT[3]).column(60, 160, _BODY)
    lines = page.read().lines
    assert lines[0].parts == ("Maya Chen", _CONTACT[2])
    assert lines[1].parts == ("Engineer", _CONTACT[3])


def test_a_large_heading_in_the_margin_keeps_its_entries_whole() -> None:
    """Dates level with the entries under a large heading stay with them."""
    page = PdfFile().text(40, 74, "Work", size=18)
    page.column(40, 90, ["2019", "2016", "2013"], 42)
    page.column(150, 76, ["Engineer, Acme", SENTENCE, SENTENCE] * 3, 14)
    dated = [line.parts for line in page.read().lines if line.text.startswith("20")]
    assert dated == [("2019", SENTENCE), ("2016", SENTENCE), ("2013", SENTENCE)]


def test_a_large_line_further_down_is_no_head() -> None:
    """Only what stands at the top of a page can be a head."""
    page = PdfFile().column(60, 60, _BODY * 2)
    page.text(60, 500, "Large", size=25).column(420, 485, _CONTACT, 12)
    assert "Large" not in _texts(page)[:25]


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(0, 400), st.integers(6, 40)),
        min_size=1,
        max_size=25,
    )
)
def test_parting_a_head_loses_and_doubles_nothing(places: list[tuple[int, int, int]]) -> None:
    """The two sides share no piece, both hold some, and the name stands in the one said."""
    pieces = [Piece([], "words", x, x + 60.0, float(y), float(size)) for x, y, size in places]
    found = beside_name(pieces, 842)
    if found is None:
        return
    left, right, with_name_right = found
    assert left
    assert right
    both = [id(p) for p in (*left, *right)]
    assert len(set(both)) == len(both)
    largest = max(p.size for p in pieces)
    assert any(p.size == largest for p in (right if with_name_right else left))
