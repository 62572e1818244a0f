"""`vitae db check|backup|migrate`: the library's file, for an administrator without a window."""

import argparse
import sys
from pathlib import Path

from database.migrations.upgrade import back_up, upgrade_file
from database.state import DatabaseState, inspect, is_sound
from desktop.cli import FAILED, OK
from desktop.errors import explain
from desktop.paths import app_paths

_STATES = {
    DatabaseState.MISSING: "There is no library yet; it is made at the first start.",
    DatabaseState.CURRENT: "The library is up to date.",
    DatabaseState.OLDER: "The library is from an older version: run `vitae db migrate`.",
    DatabaseState.NEWER: "The library is from a newer version of Vitae: install that one.",
    DatabaseState.DAMAGED: "The library is damaged. Nothing was changed. Restore a backup.",
}


def run(options: argparse.Namespace) -> int:
    """Do what was asked; return the exit status."""
    path = app_paths(Path(options.data_dir) if options.data_dir else None).database
    try:
        return {"check": _check, "backup": _backup, "migrate": _migrate}[options.action](path)
    except Exception as error:  # noqa: BLE001 - the process edge: said plainly, nothing repeated
        known = explain(error)
        print(f"vitae: {known.message} {known.next_step}".rstrip(), file=sys.stderr)
        return FAILED


def _check(path: Path) -> int:
    state = inspect(path)
    if state in (DatabaseState.CURRENT, DatabaseState.OLDER) and not is_sound(path):
        state = DatabaseState.DAMAGED
    print(f"{path}\n{_STATES[state]}")
    return FAILED if state in (DatabaseState.DAMAGED, DatabaseState.NEWER) else OK


def _backup(path: Path) -> int:
    if inspect(path) is DatabaseState.MISSING:
        print(_STATES[DatabaseState.MISSING], file=sys.stderr)
        return FAILED
    print(back_up(path))
    return OK


def _migrate(path: Path) -> int:
    state = inspect(path)
    if state in (DatabaseState.DAMAGED, DatabaseState.NEWER):
        print(f"vitae: {_STATES[state]}", file=sys.stderr)
        return FAILED
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    backup = upgrade_file(path)
    print(f"{path}\n{_STATES[DatabaseState.CURRENT]}")
    if backup is not None:
        print(f"Backup of the older one: {backup}")
    return OK
