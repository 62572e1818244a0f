"""What a parser sees is told completely, and what it does not see is told too."""

import pytest

from desktop.corrections.standing import plain_reading
from desktop.review.parser_display import (
    MAX_ROWS,
    entry_dates,
    entry_title,
    how_sure,
    parser_display,
)
from desktop.review.report import Report
from tests.support.reports import sample_wire


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.97, "sure (97 %)"), (0.8, "worth checking (80 %)"), (None, "")]
)
def test_what_was_read_carries_how_sure_it_is(confidence: float | None, words: str) -> None:
    """A sure value and one worth checking are told apart, in words and percent."""
    assert how_sure(confidence) == words


def test_sections_come_in_order_with_their_lines() -> None:
    """Each section leads to its first line."""
    rows = parser_display(Report.from_wire(sample_wire())).sections.rows
    assert [row.line for row in rows] == [3, 5, 17, 20, 22]
    assert (rows[0].name, rows[0].value, rows[0].remark) == ("Summary", "Summary", "lines 3–4")


def test_entries_show_dates_title_and_employer() -> None:
    """An ongoing end is said in words."""
    first = plain_reading(Report.from_wire(sample_wire())).entries[0]
    assert entry_dates(first) == "2019-03 – present"
    assert entry_title(first).startswith("Operations Manager · Northwind Stores")


def test_hidden_text_is_shown_with_its_reason() -> None:
    """The coach sees what the reader set aside."""
    (hidden, *_) = parser_display(Report.from_wire(sample_wire())).extras
    assert "kaizen" in hidden.rows[0].value
    assert hidden.rows[0].remark == "too little contrast to be seen"


def test_empty_parts_say_that_they_are() -> None:
    """A resume without sections shows the lack; extras that are not there are not mentioned."""
    wire = sample_wire()
    wire["profile"].update(sections=[])
    wire["document"].update(hidden=[], warnings=[])
    seen = parser_display(Report.from_wire(wire))
    assert seen.sections.note == "None found."
    assert seen.extras == ()


def test_a_misread_file_does_not_flood_the_view() -> None:
    """Rows beyond the limit are counted."""
    wire = sample_wire()
    section = wire["profile"]["sections"][0]
    wire["profile"]["sections"] = [section] * (MAX_ROWS + 5)
    group = parser_display(Report.from_wire(wire)).sections
    assert (len(group.rows), group.note) == (MAX_ROWS, "and 5 more")
