"""A thin rule under or beside a line sets it off; grids and underlined words do not."""

from ai_agents.models import Document
from ai_agents.profile.typography import Typography
from tests.support.pdf_files import SENTENCE, PdfFile


def _ruled(document: Document) -> list[str]:
    return [line.text for line in document.lines if line.ruled]


def test_rules_under_and_beside_a_line() -> None:
    """Under its whole width, at its right up to the margin, or on both of its sides."""
    page = PdfFile().text(50, 60, "Experience").box((50, 64, 400, 0.8), 0)
    page.text(50, 80, SENTENCE).text(50, 120, "Skills").box((90, 117, 400, 0.8), 0)
    page.text(50, 140, SENTENCE).text(200, 180, "Contact")
    page.box((120, 176, 70, 0.8), 0).box((245, 176, 70, 0.8), 0).text(50, 200, SENTENCE)
    assert _ruled(page.read()) == ["Experience", "Skills", "Contact"]


def test_an_underlined_word_does_not_set_off_its_line() -> None:
    """A link's underline covers a part of the line only."""
    page = PdfFile().text(50, 60, SENTENCE).box((50, 62, 40, 0.6), 0)
    assert _ruled(page.read()) == []


def test_the_rules_of_a_table_say_nothing() -> None:
    """Where every row has a rule, no row is set off."""
    page = PdfFile()
    for row in range(8):
        page.text(50, 60 + 20 * row, f"Row {row} of a table").box((50, 64 + 20 * row, 400, 0.8), 0)
    document = page.read()
    assert len(_ruled(document)) == 8
    assert not any(Typography(document).ruled(line) for line in document.lines)
