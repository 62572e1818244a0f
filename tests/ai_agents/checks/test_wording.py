"""Numbers are said as a coach would say them."""

import pytest

from ai_agents.checks.wording import length_of, listed, part_of, quoted

VERBS = ("carries a figure", "carry a figure")


@pytest.mark.parametrize(
    ("count", "total", "told"),
    [
        (0, 4, "None of the 4 bullets carries a figure"),
        (1, 4, "One of the 4 bullets carries a figure"),
        (2, 4, "2 of 4 bullets carry a figure"),
        (4, 4, "All 4 bullets carry a figure"),
        (1, 1, "The only one of the bullets carries a figure"),
        (0, 1, "None of the bullets carries a figure"),
    ],
)
def test_a_part_of_a_whole_is_a_sentence(count: int, total: int, told: str) -> None:
    """The verb follows the number; nobody reads "0 of 4"."""
    assert part_of(count, total, "bullets", VERBS) == told


@pytest.mark.parametrize(
    ("months", "told"),
    [
        (0, "less than a month"),
        (1, "1 month"),
        (12, "1 year"),
        (14, "1 year and 2 months"),
        (25, "2 years and 1 month"),
    ],
)
def test_a_length_leaves_out_what_is_nothing(months: int, told: str) -> None:
    """No "0 months"."""
    assert length_of(months) == told


def test_lists_read_as_english() -> None:
    """Commas, an "and", and a count after the fifth name."""
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert quoted(["a", "b"]) == "“a” and “b”"
    assert quoted(list("abcdefg")).endswith("“e” and 2 more")
