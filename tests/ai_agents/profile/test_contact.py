"""Contact data is what stands in the head, the contact blocks and at the foot of a page."""

import pytest

from ai_agents.models import Document, Line, Link, SourceFile
from ai_agents.profile.contact import find_location, phones_in
from ai_agents.profile.links import find_links, is_link_line


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


_SOURCE = SourceFile(name="a.pdf", sha256="0" * 64, size_bytes=1, media_type="application/pdf")


@pytest.mark.parametrize(
    ("url", "words", "shown"),
    [
        ("https://github.com/adaboyd", "@adaboyd", ["@adaboyd"]),
        ("https://github.com", "AdaBoyd", ["AdaBoyd"]),
        ("https://www.linkedin.com/in/ada", "My LinkedIn", ["LinkedIn"]),
        ("https://boyd.dev/about", "Ada Boyd", ["https://boyd.dev/about"]),
        ("https://boyd.dev/cv.pdf", "Download PDF", []),
        ("https://linkedin.com/", "Ada Boyd", []),
    ],
)
def test_a_link_is_what_the_words_under_it_say(url: str, words: str, shown: list[str]) -> None:
    """A handle is given as printed, a plain name gives the target, a file is no page."""
    line = Line(id=1, text=f"{words} · Salem", parts=(words, "Salem"))
    document = Document(source=_SOURCE, lines=(line,), links=(Link(url=url, line=1, text=words),))
    assert [link for link, _ in find_links(document, [line])] == shown


def test_the_host_of_an_address_is_no_link() -> None:
    """'yahoo-inc.com' behind an @ is part of the e-mail."""
    line = Line(id=1, text="boyd@yahoo-inc.com", parts=("boyd@yahoo-inc.com",))
    assert find_links(Document(source=_SOURCE, lines=(line,)), [line]) == []
