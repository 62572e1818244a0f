"""The size ratchet: no function, class or module grows past the house's stops (STYLE section 3)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("ai_agents", "database", "desktop", "resources", "server", "tests", "bench", "tools")
#: Lines: module, class, function. Migrations are exempt: they are written once and never edited.
STOPS = {ast.Module: 400, ast.ClassDef: 300, ast.FunctionDef: 50, ast.AsyncFunctionDef: 50}


def modules() -> list[Path]:
    """Return every Python file of ours, migrations left out."""
    found = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return sorted(path for path in found if "versions" not in path.parts)


def too_long(path: Path) -> Iterator[str]:
    """Yield one sentence for each part of the module that is past its stop."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    if text.count("\n") > STOPS[ast.Module]:
        yield f"{path.relative_to(ROOT)} has {text.count(chr(10))} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > STOPS[type(node)]:
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name} has {length} lines"


def test_no_module_class_or_function_is_past_its_stop() -> None:
    """Long code is split before it lands."""
    assert [sentence for path in modules() for sentence in too_long(path)] == []


def test_package_inits_are_empty() -> None:
    """What an `__init__` drags in, import-linter cannot see; only tables are registered there."""
    allowed = ROOT / "database" / "models" / "__init__.py"
    full = [
        path
        for package in PACKAGES[:5]
        for path in (ROOT / package).rglob("__init__.py")
        if path != allowed and path.read_text(encoding="utf-8").strip()
    ]
    assert full == []


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" * 3])
def test_nothing_is_left_for_later_in_the_code(word: str) -> None:
    """Unfinished work is an issue, not a comment."""
    pattern = re.compile(rf"#.*\b{word}\b")
    hits = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert hits == []
