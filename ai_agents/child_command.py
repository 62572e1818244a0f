"""How a child process of ours is started: `reader` and `reviewer`, from source or frozen."""

import sys


def child_command(kind: str) -> list[str]:
    """Return the command that starts a child of `kind`, frozen program or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--child", kind]
    return [sys.executable, "-m", "ai_agents.worker", kind]
