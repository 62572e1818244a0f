"""The HTML report: self-contained, linked, and safe whatever the resume holds."""

import itertools
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from desktop.export.html import review_html
from tests.support.wire_objects import reviewed_wire

_VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """Collects tags, ids and links, and checks that tags nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag, and that it waits for its end."""
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that it ends what was opened last."""
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        """Return the values of an attribute on all tags."""
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


@pytest.fixture(scope="module")
def wire() -> dict[str, Any]:
    """A real review of a small resume."""
    return reviewed_wire()


def test_every_tag_is_closed_and_every_link_leads_somewhere(wire: dict[str, Any]) -> None:
    """Evidence is one click away, in both directions."""
    page = Page(review_html(wire))
    assert page.open == []
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    links = page.values("href")
    assert {link[1:] for link in links} <= set(ids)
    assert any(link.startswith("#l") for link in links)
    assert any(link.startswith("#f") for link in links)


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(wire: dict[str, Any]) -> None:
    """A report can be opened anywhere without telling anyone."""
    text = review_html(wire)
    page = Page(text)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "link", "object"}
    assert page.values("src") == []
    assert all(link.startswith("#") for link in page.values("href"))
    assert "url(" not in text
    assert "default-src 'none'" in text


def test_hostile_text_is_shown_and_not_obeyed(wire: dict[str, Any]) -> None:
    """A resume may hold markup of any kind, in its name as well."""
    evil = "<script>alert(1)</script>\"'&</title><style>"
    wire = {
        **wire,
        "file": {**wire["file"], "name": evil},
        "document": {
            **wire["document"],
            "lines": [{**line, "text": evil} for line in wire["document"]["lines"]],
        },
    }
    page = Page(review_html(wire))
    assert page.open == []
    assert "script" not in {tag for tag, _ in page.tags}


def test_it_works_in_light_dark_and_print_and_has_a_language(wire: dict[str, Any]) -> None:
    """One file for every screen and for paper."""
    text = review_html(wire)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert '<html lang="en">' in text


def test_headings_do_not_skip_a_level(wire: dict[str, Any]) -> None:
    """A screen reader's outline has no holes."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", review_html(wire))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_finding_and_criterion_is_there(wire: dict[str, Any]) -> None:
    """Nothing of the review is left out."""
    page = Page(review_html(wire))
    cards = [a for tag, a in page.tags if tag == "article"]
    rows = [tag for tag, a in page.tags if tag == "th" and a.get("scope") == "row"]
    assert len(cards) == len(wire["review"]["findings"])
    assert len(rows) == len(wire["review"]["criteria"])
