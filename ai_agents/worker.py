"""Entry of the child processes: `reader` (locked down, reads files) and `reviewer`.

    python -m ai_agents.worker reader|reviewer

`child_command` says how a parent starts it; a child's own modules are loaded only once it is one.
"""

import importlib
import sys
from collections.abc import Callable


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
