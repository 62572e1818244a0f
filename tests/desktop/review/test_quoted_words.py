"""A finding that quotes words of a line means these words, not the line."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.review.quoted_words import named_words
from desktop.review.word_finder import on_line

LINE = "• Responsible for the  daily dispatch; Responsible for trucks"


def _named(message: str, line: str = LINE) -> list[str]:
    return [line[start:end] for start, end in named_words(message, line)]


def test_quoted_words_are_found_whatever_their_case() -> None:
    """Every place of the words is meant, from the left."""
    assert _named("“responsible for” describes a duty.") == ["Responsible for"] * 2


def test_white_between_words_may_differ() -> None:
    """What a page sets wide is the same words."""
    assert _named("“the daily” is vague.") == ["the  daily"]


def test_a_part_of_a_word_is_no_match() -> None:
    """“I” is not the first letter of “Improved”."""
    assert _named("This line says “I”.", "Improved it; I did") == ["I"]
    assert _named("“for” is short.", "Performed") == []


def test_words_that_are_not_there_mean_the_whole_line() -> None:
    """A title quoted from elsewhere, or no quote at all, names nothing here."""
    assert _named("None of the bullets of “Analyst” carries a figure.") == []
    assert _named("This line carries no figure.") == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_places_lie_inside_the_line(message: str, line: str) -> None:
    """Whatever the letters, places are in order and inside."""
    for start, end in named_words(f"“{message}” and “{line[:9]}”", line):
        assert 0 <= start < end <= len(line)


def test_only_words_of_the_line_itself_are_marked() -> None:
    """The same words on another line stay unmarked; the mark is as high as its line."""
    line = (50.0, 100.0, 300.0, 112.0)
    here, below, beside = (60, 101, 90, 110), (60, 121, 90, 130), (320, 101, 350, 110)
    assert on_line([below, here, beside], line) == ((60, 100.0, 90, 112.0),)
    assert on_line([here], None) == ()
