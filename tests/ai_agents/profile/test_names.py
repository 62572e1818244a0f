"""Whose resume it is, whatever the family is called."""

import pytest

from ai_agents.models import Line
from ai_agents.profile.names import find_name


def _lines(*texts: tuple[str, float]) -> list[Line]:
    return [Line(id=n, text=t, parts=(t,), size=size) for n, (t, size) in enumerate(texts, 1)]


@pytest.mark.parametrize("name", ["Emily Baker", "Grant Cook", "Aisha Porter", "Jean Boulanger"])
def test_a_family_named_after_a_trade_is_found(name: str) -> None:
    """Nobody loses a point for being called Baker: large print or the address tells."""
    address = name.lower().replace(" ", ".") + "@example.org"
    large = find_name(_lines((name, 20), ("Head of Sales", 10)), None, 10)
    plain = find_name(_lines((name, 10), ("Head of Sales", 10)), address, 10)
    assert large is not None
    assert plain is not None
    assert (large.value, plain.value) == (name, name)


@pytest.mark.parametrize("title", ["Line Cook", "Store Manager", "Head Gardener", "Pastry Baker"])
def test_a_title_above_the_name_is_no_name(title: str) -> None:
    """A job in the first line does not take the name's place."""
    found = find_name(_lines((title, 10), ("Maria Lopez", 10)), "m.lopez@example.org", 10)
    assert found is not None
    assert found.value == "Maria Lopez"
    assert find_name(_lines((title, 10)), None, 10) is None


def test_a_large_name_without_capitals_is_found() -> None:
    """A name set in small letters for looks is one in the largest print only."""
    found = find_name(_lines(("jane doe", 24), ("Head of Sales", 10)), None, 10)
    assert found is not None
    assert found.value == "jane doe"
    assert find_name(_lines(("jane doe", 10), ("Head of Sales", 10)), None, 10) is None
