"""The text report: complete, within its width, and safe for a terminal."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.export.text import TextStyle, columns, printable, review_text, wrap
from tests.support.wire_objects import reviewed_wire


@pytest.fixture(scope="module")
def wire() -> dict[str, Any]:
    """A real review of a small resume."""
    return reviewed_wire()


def test_everything_a_coach_needs_is_there(wire: dict[str, Any]) -> None:
    """Score, band word, all dimensions, every finding with its lines."""
    text = review_text(wire, TextStyle())
    flat = " ".join(text.split())
    assert f"Overall {wire['review']['overall_score']:g} of 100" in flat
    for word in ("Format", "Organization", "Tone", "Completeness", "Achievements", "Skills"):
        assert word in text
    for finding in wire["review"]["findings"]:
        assert finding["message"].split(". ")[0][:60] in flat
    assert "rubric" in text


def test_explain_shows_every_criterion(wire: dict[str, Any]) -> None:
    """The arithmetic is on demand, and then complete."""
    text = " ".join(review_text(wire, TextStyle(), explain=True).split())
    assert all(row["title"] in text for row in wire["review"]["criteria"])
    assert "How the scores came about" not in review_text(wire, TextStyle())


@pytest.mark.parametrize("width", [64, 80, 100])
def test_no_line_is_wider_than_the_terminal(wire: dict[str, Any], width: int) -> None:
    """Nothing wraps a second time."""
    lines = review_text(wire, TextStyle(width), explain=True).splitlines()
    assert max(columns(line) for line in lines) <= width


def test_without_colours_and_unicode_it_is_plain_ascii_but_for_the_resumes_words(
    wire: dict[str, Any],
) -> None:
    """Old terminals and logs."""
    text = review_text(wire, TextStyle(unicode=False), explain=True)
    assert text.isascii()
    assert "\x1b" not in text


def test_colours_are_only_added_where_wanted(wire: dict[str, Any]) -> None:
    """The coloured text says the same."""
    coloured = review_text(wire, TextStyle(colour=True))
    assert "\x1b[1m" in coloured


@given(st.text(max_size=300), st.integers(20, 100))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    """Long words and wide letters are cut, never lost."""
    lines = wrap(text, width, "  - ", "    ")
    assert all(columns(line) <= width for line in lines)
    kept = "".join("".join(lines).split())
    assert kept.removeprefix("-") == "".join(text.split())


@given(st.text(st.characters(), max_size=100))
def test_printable_text_has_no_control_character(text: str) -> None:
    """No escape sequence reaches a terminal."""
    assert all(char.isprintable() or char.isspace() for char in printable(text))
    assert "\x1b" not in printable(text)
    assert "\n" not in printable(text)
