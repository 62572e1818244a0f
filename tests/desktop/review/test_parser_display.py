"""What a parser sees is told completely, and what it does not see is told too."""

from desktop.review.parser_display import MAX_ROWS, SeenGroup, parser_display
from desktop.review.report import Report
from tests.support.reports import sample_wire


def groups(wire: dict[str, object]) -> dict[str, SeenGroup]:
    """Return the groups by heading."""
    return {group.heading: group for group in parser_display(Report.from_wire(wire))}


def test_contact_fields_carry_how_sure_they_are() -> None:
    """A sure field and one worth checking are told apart, in words and percent."""
    rows = {row.name: row for row in groups(sample_wire())["Contact"].rows}
    assert (rows["Name"].value, rows["Name"].remark) == ("Maya Chen", "sure (97 %)")
    assert rows["Location"].remark == "worth checking (80 %)"


def test_a_field_that_is_missing_says_so() -> None:
    """Nothing is left out silently."""
    wire = sample_wire()
    wire["profile"]["phone"] = None
    rows = {row.name: row for row in groups(wire)["Contact"].rows}
    assert rows["Phone"].value == "not found"


def test_sections_come_in_order_with_their_lines() -> None:
    """Each section leads to its first line."""
    rows = groups(sample_wire())["Sections in reading order"].rows
    assert [row.line for row in rows] == [3, 5, 17, 20, 22]
    assert (rows[0].name, rows[0].value, rows[0].remark) == ("Summary", "Summary", "lines 3–4")


def test_entries_show_dates_title_and_employer() -> None:
    """An ongoing end is said in words."""
    first = groups(sample_wire())["Experience"].rows[0]
    assert (first.name, first.value) == (
        "2019-03 – present",
        "Operations Manager · Northwind Stores",
    )


def test_hidden_text_is_shown_with_its_reason() -> None:
    """The coach sees what the reader set aside."""
    row = groups(sample_wire())["Hidden text, not reviewed"].rows[0]
    assert "kaizen" in row.value
    assert row.remark == "too little contrast to be seen"


def test_empty_parts_say_that_they_are() -> None:
    """A resume without entries shows the lack; extras that are not there are not mentioned."""
    wire = sample_wire()
    wire["profile"].update(experience=[], education=[], skills=[], sections=[])
    wire["document"].update(hidden=[], warnings=[])
    seen = groups(wire)
    assert seen["Experience"].note == seen["Skills"].note == "None found."
    assert "Hidden text, not reviewed" not in seen


def test_a_misread_file_does_not_flood_the_view() -> None:
    """Rows beyond the limit are counted."""
    wire = sample_wire()
    wire["profile"]["education"] = wire["profile"]["education"] * (MAX_ROWS + 5)
    group = groups(wire)["Education"]
    assert (len(group.rows), group.note) == (MAX_ROWS, "and 5 more")
