"""What importing a module drags in, seen in a fresh interpreter (import-linter cannot see it)."""

import subprocess
import sys

import pytest

HEAVY = ("PySide6", "langgraph", "langchain_core", "sqlalchemy", "alembic", "fastapi", "pypdf")
#: Module → the heavy packages it may load.
PURE = {
    "ai_agents.vocabulary": (),
    "ai_agents.errors": (),
    "ai_agents.models": (),
    "ai_agents.sandbox": (),
    "ai_agents.wire": (),
    "database.vocabulary": (),
    "database.state": (),
    "desktop.cli": (),
    "desktop.paths": (),
    "desktop.compare.presenter": (),
    "desktop.compare.compare_wire": (),
    "desktop.reproduce.verification": (),
    "desktop.review.presenter": (),
    "desktop.shell.main_window": ("PySide6",),
}


@pytest.mark.parametrize(("module", "allowed"), PURE.items())
def test_importing_a_module_loads_nothing_heavy(module: str, allowed: tuple[str, ...]) -> None:
    """Start-up time and layers stay what they are only if nobody drags a framework in."""
    code = f"import {module}, sys; print(*(n for n in {HEAVY!r} if n in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert set(done.stdout.split()) <= set(allowed)
