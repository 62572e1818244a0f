"""Reads what the organisation has decided for this computer (policies.json) and says so plainly.

The file counts only when its owner is the administrator and nobody else may write it; otherwise a
person could lock or unlock settings for others on a shared machine. A wrong entry is an error that
is shown; the others still hold. `{"Value": x, "Locked": false}` sets a default only.
"""

import json
import os
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

POLICY_FILE = "policies.json"
ROOT_UID = 0
MAX_BYTES = 1024 * 1024
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True)
class Policy:
    """One entry that holds: its name, its value, and whether a person may choose otherwise."""

    name: str
    value: Any
    locked: bool = True


@dataclass(frozen=True)
class Rule:
    """What a policy may say: the Python type, the allowed words, and what it is for."""

    kind: type
    meaning: str
    choices: tuple[str, ...] = ()
    minimum: int | None = None
    fixed: Any = None


#: The policies this program knows; UX 6.3, for the settings that exist.
RULES = {
    "Mode": Rule(str, "Where resumes may be reviewed", ("local-only",)),
    "TelemetryEnabled": Rule(bool, "There is none; can only be false", fixed=False),
    "Industry": Rule(str, "Industry a review starts with"),
    "Appearance": Rule(str, "Colours", ("system", "light", "dark", "high_contrast")),
    "TextSizePercent": Rule(int, "Size of text in per cent", minimum=80),
    "StorageDir": Rule(str, "Folder for the library"),
    "MaxFileSizeMb": Rule(int, "Largest file that is taken, in MiB", minimum=1),
    "MaxBatch": Rule(int, "Most files taken in one go", minimum=1),
    "LogLevel": Rule(str, "How much is logged", LOG_LEVELS),
    "SupportContact": Rule(str, "Whom to ask; shown with locked settings"),
}


@dataclass(frozen=True)
class Policies:
    """Everything the organisation says here; empty when there is no file."""

    source: Path | None = None
    entries: dict[str, Policy] = field(default_factory=dict)
    errors: tuple[str, ...] = ()

    def get(self, name: str) -> Policy | None:
        """Return the entry of that name, None when nothing is said."""
        return self.entries.get(name)

    def value(self, name: str) -> Any:
        """Return what is said, None when nothing is."""
        entry = self.entries.get(name)
        return entry.value if entry else None


def policy_path() -> Path:
    """Return where this system keeps the file (UX 6.3)."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Vitae" / POLICY_FILE
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Vitae") / POLICY_FILE
    return Path("/etc/vitae") / POLICY_FILE


def read_policies(path: Path | None = None, owner: int = ROOT_UID) -> Policies:
    """Return what the file says; every reason not to believe it is an error in the result.

    Args:
        path: another file than the system's, for the administrator's check command and tests.
        owner: the user id that must own the file (not checked on Windows, where only
            administrators may write to the folder).
    """
    source = path or policy_path()
    try:
        status = source.stat()
    except OSError:
        return Policies()
    doubt = _distrust(status, owner)
    if doubt:
        return Policies(source, errors=(doubt,))
    try:
        if status.st_size > MAX_BYTES:
            return Policies(source, errors=("The file is too large to be a policy file.",))
        content = json.loads(source.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        return Policies(source, errors=(f"The file is not readable JSON: {error}",))
    if not isinstance(content, dict):
        return Policies(source, errors=("The file must hold one JSON object.",))
    inner = content.get("policies", content)
    return _checked(source, inner if isinstance(inner, dict) else {})


def _distrust(status: os.stat_result, owner: int) -> str | None:
    """Return why the file is not believed, None when it is."""
    if not stat.S_ISREG(status.st_mode):
        return "The policy file is not a plain file, so it is ignored."
    if sys.platform == "win32":
        return None
    if status.st_uid != owner:
        return "The policy file is not owned by the administrator, so it is ignored."
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return "The policy file can be written by others, so it is ignored."
    return None


def _checked(source: Path, content: dict[str, Any]) -> Policies:
    entries: dict[str, Policy] = {}
    errors: list[str] = []
    for name, raw in content.items():
        value, locked = raw, True
        if isinstance(raw, dict) and "Value" in raw:
            value, locked = raw["Value"], bool(raw.get("Locked", True))
        problem = _problem(name, value)
        if problem:
            errors.append(f"{name}: {problem}")
        else:
            entries[name] = Policy(name, value, locked)
    return Policies(source, entries, tuple(errors))


def _problem(name: str, value: Any) -> str | None:
    """Return why this entry does not hold, None when it does."""
    rule = RULES.get(name)
    if rule is None:
        return "this program does not know this policy."
    # bool is an int in Python, but true is no number of megabytes.
    if not isinstance(value, rule.kind) or (rule.kind is int and isinstance(value, bool)):
        return f"must be a {rule.kind.__name__}, not {type(value).__name__}."
    if rule.choices and value not in rule.choices:
        return f"must be one of {', '.join(rule.choices)}."
    if rule.fixed is not None and value != rule.fixed:
        return f"can only be {json.dumps(rule.fixed)}."
    if rule.minimum is not None and isinstance(value, int) and value < rule.minimum:
        return f"must be at least {rule.minimum}."
    return None
