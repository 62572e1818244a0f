"""The `vitae` program: decides between the window, the headless command and our own child."""

import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

#: First arguments that mean the headless command; anything else is files for the window.
HEADLESS = frozenset(
    (
        "read",
        "review",
        "verify",
        "compare",
        "doctor",
        "self-test",
        "db",
        "--version",
        "-V",
        "--help",
        "-h",
        "help",
    )
)


def is_headless(first: str) -> bool:
    """Whether the first argument means the command: a known one, or a bare word that is no file.

    So a slip (`vitae rview x.pdf`) is answered on the terminal and opens no window.
    """
    bare = first.replace("-", "").isalpha()
    return first in HEADLESS or (bare and not first.startswith("-") and not Path(first).exists())


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--child", "library"]:
        from desktop.storage.library_child import run_library  # noqa: PLC0415 - one of four programs in one

        return run_library()
    if len(arguments) == 2 and arguments[0] == "--child":
        from ai_agents.worker import run_child  # noqa: PLC0415 - the same

        return run_child(arguments[1])
    if arguments and is_headless(arguments[0]):
        from desktop.cli import run  # noqa: PLC0415 - the same

        return run(arguments)
    # By name: the headless command must not depend on the window, not even on paper.
    open_window: Callable[[list[str]], int] = importlib.import_module("desktop.shell.app").run
    return open_window(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
