"""The organisation's word: what is believed, what is refused, what is shown."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop.policy import Policy, read_policies


def write(folder: Path, content: Any, mode: int = 0o644) -> Path:
    """Write a policy file owned by whoever runs the tests."""
    path = folder / "policies.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    path.chmod(mode)
    return path


def test_a_locked_value_and_a_default_are_told_apart(tmp_path: Path) -> None:
    """A bare value locks; `"Locked": false` only sets the default."""
    path = write(
        tmp_path, {"Appearance": "dark", "Industry": {"Value": "academia", "Locked": False}}
    )
    policies = read_policies(path, owner=os.getuid())
    appearance, industry = policies.get("Appearance"), policies.get("Industry")
    assert appearance == Policy("Appearance", "dark", locked=True)
    assert industry == Policy("Industry", "academia", locked=False)
    assert policies.errors == ()


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_file_others_may_write_is_ignored_and_said(tmp_path: Path, mode: int) -> None:
    """On a shared machine nobody locks settings for others."""
    path = write(tmp_path, {"Appearance": "dark"}, mode)
    policies = read_policies(path, owner=os.getuid())
    assert policies.entries == {}
    assert "written by others" in policies.errors[0]


def test_a_file_of_another_owner_is_ignored_and_said(tmp_path: Path) -> None:
    """Only the administrator's file counts."""
    policies = read_policies(write(tmp_path, {"Appearance": "dark"}), owner=os.getuid() + 1)
    assert policies.entries == {}
    assert "administrator" in policies.errors[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Nonsense", 1),
        ("Appearance", "pink"),
        ("MaxBatch", True),
        ("MaxFileSizeMb", 0),
        ("TelemetryEnabled", True),
    ],
)
def test_a_wrong_entry_is_an_error_and_the_others_hold(
    tmp_path: Path, name: str, value: object
) -> None:
    """One mistake does not switch the rest off."""
    path = write(tmp_path, {name: value, "LogLevel": "WARNING"})
    policies = read_policies(path, owner=os.getuid())
    assert list(policies.entries) == ["LogLevel"]
    assert policies.errors[0].startswith(f"{name}: ")


@pytest.mark.parametrize("content", ["", "[1]", "{", "\x00"])
def test_broken_files_are_errors_and_never_exceptions(tmp_path: Path, content: str) -> None:
    """A damaged file must not keep the window shut."""
    path = tmp_path / "policies.json"
    path.write_text(content, encoding="utf-8")
    policies = read_policies(path, owner=os.getuid())
    assert policies.entries == {}
    assert policies.errors


def test_no_file_is_no_policy(tmp_path: Path) -> None:
    """The usual case."""
    assert read_policies(tmp_path / "none.json").errors == ()
