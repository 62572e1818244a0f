"""Every word of the fixed vocabulary is defined once (SPEC section 1)."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


PACKAGES = ("ai_agents", "database", "desktop", "server")


def enums() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield (place, values) of every enum of strings in the four packages."""
    for path in sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(b) for b in node.bases):
                values = frozenset(
                    str(item.value.value)
                    for item in node.body
                    if isinstance(item, ast.Assign) and isinstance(item.value, ast.Constant)
                )
                yield f"{path.relative_to(ROOT)}:{node.name}", values


def test_no_two_enums_hold_the_same_words() -> None:
    """A second definition of a status or a dimension would drift from the first."""
    homes: dict[frozenset[str], list[str]] = defaultdict(list)
    for place, values in enums():
        homes[values].append(place)
    assert [places for values, places in homes.items() if len(values) > 1 < len(places)] == []
