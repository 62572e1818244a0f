"""Contact data is what stands in the head, the contact blocks and at the foot of a page."""

import pytest

from ai_agents.models import Line
from ai_agents.profile.contact import find_location, phones_in
from ai_agents.profile.links import is_link_line


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Austin, Texas 73301 - (512) 555-0123", "(512) 555-0123"),
        ("+44 20 7946 0018", "+44 20 7946 0018"),
        ("電話 03-5555-0101", "03-5555-0101"),
    ],
)
def test_phone_numbers(text: str, phone: str) -> None:
    """A postcode before the number is not part of it."""
    assert [printed for printed, _ in phones_in(text)] == [phone]


@pytest.mark.parametrize("text", ["〒 150-0099", "2011/12 – 2013/12"])
def test_other_numbers_are_no_phones(text: str) -> None:
    """Postcodes and school years are not dialled."""
    assert phones_in(text) == []


def test_a_name_with_a_title_is_no_place() -> None:
    """'Ada Boyd, CPA' looks like a town and a state but is the person already found."""
    lines = [Line(id=1, text="Ada Boyd, CPA", parts=("Ada Boyd, CPA",))]
    assert find_location(lines, {"Ada Boyd"}) is None


def test_lines_of_addresses_only() -> None:
    """A line of links at a page's foot is contact data, a sentence with a link is not."""
    assert is_link_line("www.boyd.dev · github.com/adaboyd")
    assert not is_link_line("Built the shop at www.boyd.dev in two weeks")
