"""One finding of a self-examination, and how a list of them is printed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class CheckState(StrEnum):
    """How a check ended; only `failed` means that the main job does not work."""

    WORKS = "works"
    NOTE = "note"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it ended, what was seen, and what to do where it failed."""

    name: str
    state: CheckState
    message: str
    hint: str = ""

    def as_object(self) -> dict[str, str]:
        """Return the check as a JSON object."""
        return {
            "name": self.name,
            "state": self.state.value,
            "message": self.message,
            "hint": self.hint,
        }


_MARKS = {CheckState.WORKS: "ok  ", CheckState.NOTE: "note", CheckState.FAILED: "FAIL"}


def print_checks(checks: Sequence[Check], schema: str, extra: dict[str, Any]) -> None:
    """Print all checks as one JSON object; `ok` is whether none failed."""
    print(
        json.dumps(
            {
                "schema": schema,
                "ok": not has_failed(checks),
                **extra,
                "checks": [check.as_object() for check in checks],
            }
        )
    )


def print_check(check: Check) -> None:
    """Print one check as a line, and its hint below it."""
    print(f"{_MARKS[check.state]}  {check.name}: {check.message}", flush=True)
    if check.hint:
        print(f"      {check.hint}", flush=True)


def has_failed(checks: Sequence[Check]) -> bool:
    """Return whether a check failed."""
    return any(check.state is CheckState.FAILED for check in checks)
