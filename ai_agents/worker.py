"""Entry of the child processes: `reader` (locked down, reads files) and `reviewer`.

    python -m ai_agents.worker reader|reviewer

Light on purpose: the parent imports it to know the command.
"""

import importlib
import sys
from collections.abc import Callable


def child_command(kind: str) -> list[str]:
    """Return the command that starts a child of `kind`, frozen program or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--child", kind]
    return [sys.executable, "-m", "ai_agents.worker", kind]


def run_child(kind: str) -> int:
    """Be a child process until the parent closes our input; return the exit status."""
    if kind == "reader":
        run: Callable[[], int] = importlib.import_module("ai_agents.reader_child").run_reader
    elif kind == "reviewer":
        run = importlib.import_module("ai_agents.reviewer").run_reviewer
    else:
        return 2
    return run()


if __name__ == "__main__":
    raise SystemExit(run_child(sys.argv[1] if len(sys.argv) > 1 else ""))
