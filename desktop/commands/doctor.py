"""`vitae doctor`: what works on this computer, and what to do about the rest. Changes nothing."""

import argparse
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ai_agents.errors import AgentsError
from desktop.cli import FAILED, OK
from desktop.commands.report_checks import (
    Check,
    CheckState,
    has_failed,
    print_check,
    print_checks,
)
from desktop.paths import AppPaths, app_paths
from resources.version import program_version

#: Less free space than this is worth a word: a library with its backup grows to about as much.
LOW_SPACE_BYTES: Final = 500 * 1024 * 1024
_SAMPLE: Final = "Maya Chen\nmaya@example.org\nExperience\nEngineer, Acme, 2019 - 2023\n" * 3


def run(options: argparse.Namespace) -> int:
    """Examine everything; return 0 when the main job works."""
    paths = app_paths(Path(options.data_dir) if options.data_dir else None)
    as_json = options.format == "json"
    checks = []
    for examine in EXAMINATIONS:
        check = examine(paths)
        checks.append(check)
        if not as_json:
            print_check(check)
    if as_json:
        print_checks(checks, "vitae.doctor/1", {"version": program_version()})
    elif has_failed(checks):
        print("\nThe main job does not work here: see the lines marked FAIL.")
    else:
        print("\nResumes can be reviewed on this computer.")
    return FAILED if has_failed(checks) else OK


def program(paths: AppPaths) -> Check:  # noqa: ARG001 - all examinations look alike
    """Which program this is."""
    frozen = "frozen program" if getattr(sys, "frozen", False) else "Python program"
    message = (
        f"Vitae {program_version()}, {frozen}, Python {sys.version.split()[0]}, {sys.platform}"
    )
    return Check("program", CheckState.WORKS, message)


def resources(paths: AppPaths) -> Check:  # noqa: ARG001 - the same
    """Whether every rubric version and its industries are there and say what is needed."""
    from ai_agents.rubric import (  # noqa: PLC0415 - slow
        industry_codes,
        load_industry,
        load_rubric,
        rubric_versions,
    )

    try:
        *older, current = rubric_versions()
        for version in (*older, current):
            rubric = load_rubric(version)
            for code in industry_codes(version):
                rubric.for_industry(load_industry(code, version))
    except AgentsError as error:
        return Check("resources", CheckState.FAILED, error.message, "Install Vitae again.")
    kept = f" ({', '.join(older)} kept)" if older else ""
    message = f"rubric {current}{kept}, {len(industry_codes())} industries"
    return Check("resources", CheckState.WORKS, message)


def reader(paths: AppPaths) -> Check:  # noqa: ARG001 - the same
    """Whether the reader child starts, locks itself down and reads."""
    from ai_agents.sandbox import Reader  # noqa: PLC0415 - starts with pydantic

    try:
        with Reader() as child:
            lines = len(child.read_bytes(_SAMPLE.encode(), "sample.txt").document.lines)
            started = round(child.start_ms)
    except AgentsError as error:
        return Check(
            "reader",
            CheckState.FAILED,
            error.message,
            "The program must be allowed to start itself a second time; look at security software.",
        )
    return Check("reader", CheckState.WORKS, f"child process ready in {started} ms, {lines} lines")


def data_folder(paths: AppPaths) -> Check:
    """Whether the library's folder can be used, and how much room there is."""
    place = str(paths.data)
    if not paths.is_data_writable():
        return Check(
            "data folder",
            CheckState.NOTE,
            f"{place} cannot be written to; the window cannot keep reviews there",
            "Change its permissions, or start with --data-dir FOLDER. "
            "`vitae review` works without it.",
        )
    folder = paths.data
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Check("data folder", CheckState.NOTE, f"{place}: {error.strerror}")
    known = "" if paths.data.exists() else ", made at the first start"
    room = f"{free / 1024**3:.1f} GiB free"
    if free < LOW_SPACE_BYTES:
        hint = "Free some space before reviewing many files."
        return Check("data folder", CheckState.NOTE, f"{place}, only {room}{known}", hint)
    return Check("data folder", CheckState.WORKS, f"{place}, {room}{known}")


def database(paths: AppPaths) -> Check:
    """What stands where the library should be."""
    from database.state import DatabaseState, inspect  # noqa: PLC0415 - only here

    told = {
        DatabaseState.MISSING: (CheckState.WORKS, "none yet, made at the first start", ""),
        DatabaseState.CURRENT: (CheckState.WORKS, "there and up to date", ""),
        DatabaseState.OLDER: (
            CheckState.NOTE,
            "from an older version",
            "It is upgraded at the next start, after a backup.",
        ),
        DatabaseState.NEWER: (
            CheckState.NOTE,
            "from a newer version; it can only be looked at and exported",
            "Install the newer version of Vitae.",
        ),
        DatabaseState.DAMAGED: (
            CheckState.NOTE,
            "damaged; it is left as it is",
            "Restore a backup: they lie beside it in the data folder.",
        ),
    }
    try:
        state, message, hint = told[inspect(paths.database)]
    except OSError as error:
        return Check("database", CheckState.NOTE, f"cannot be read: {error.strerror}")
    return Check("database", state, message, hint)


def window(paths: AppPaths) -> Check:  # noqa: ARG001 - the same
    """Whether a window could open; Qt itself is not loaded."""
    if importlib.util.find_spec("PySide6") is None:
        return Check(
            "window",
            CheckState.NOTE,
            "Qt is not installed; only the commands work",
            "Install Vitae with its desktop part.",
        )
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        return Check("window", CheckState.NOTE, "Qt is installed; there is no display here")
    return Check("window", CheckState.WORKS, "Qt is installed and there is a display")


def keyring(paths: AppPaths) -> Check:  # noqa: ARG001 - the same
    """Where passwords are kept: there are none in this version."""
    return Check("keyring", CheckState.NOTE, "not used by this version; there is no sign-in yet")


def models(paths: AppPaths) -> Check:  # noqa: ARG001 - the same
    """Which engines besides the built-in one can be used."""
    message = "built-in rules only; Ollama and a Vitae server are not part of this version"
    return Check("engines", CheckState.NOTE, message)


def policy(paths: AppPaths) -> Check:  # noqa: ARG001 - the same
    """What the organisation's policy file says."""
    from desktop.policy import policy_path, read_policies  # noqa: PLC0415 - only here

    policies = read_policies()
    if policies.source is None:
        return Check("policy", CheckState.WORKS, f"none ({policy_path()})")
    message = f"{policies.source}: {len(policies.entries)} entries"
    if policies.errors:
        return Check("policy", CheckState.NOTE, message, " ".join(policies.errors))
    return Check("policy", CheckState.WORKS, message)


#: In the order printed: what the main job needs first.
EXAMINATIONS: Final[tuple[Callable[[AppPaths], Check], ...]] = (
    program,
    resources,
    reader,
    data_folder,
    database,
    window,
    keyring,
    models,
    policy,
)
