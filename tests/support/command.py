"""Runs the `vitae` command as its users do: another process, its output as bytes."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def vitae(
    *arguments: str | Path,
    environment: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    command: Sequence[str] = (sys.executable, "-m", "desktop"),
) -> subprocess.CompletedProcess[bytes]:
    """Run one command to its end; its exit status is not judged."""
    return subprocess.run(
        [*command, *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=100,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
