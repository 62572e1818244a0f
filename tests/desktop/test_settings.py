"""Defaults, then the person, then the organisation."""

from pathlib import Path

import pytest

from desktop.policy import Policies, Policy
from desktop.settings import DEFAULTS, Settings


def test_choices_are_kept_for_the_next_start(tmp_path: Path) -> None:
    """What was chosen holds after a restart, and everyone who listens hears of it."""
    path, heard = tmp_path / "config" / "settings.json", []
    settings = Settings(path, Policies())
    settings.listen(heard.append)
    settings.set("appearance", "dark")
    assert Settings(path, Policies()).get("appearance") == "dark"
    assert heard == ["appearance"]


def test_a_locked_setting_cannot_be_chosen(tmp_path: Path) -> None:
    """The organisation's word is stronger than the person's."""
    policies = Policies(entries={"Appearance": Policy("Appearance", "light")})
    settings = Settings(tmp_path / "s.json", policies)
    settings.set("appearance", "dark")
    assert settings.get("appearance") == "light"
    assert settings.is_locked("appearance")


def test_a_default_of_the_organisation_can_be_changed(tmp_path: Path) -> None:
    """Unlocked entries are defaults only."""
    policies = Policies(entries={"Industry": Policy("Industry", "academia", locked=False)})
    settings = Settings(tmp_path / "s.json", policies)
    assert settings.get("industry") == "academia"
    settings.set("industry", "public_sector")
    assert settings.get("industry") == "public_sector"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"text_size_percent": "big"}'])
def test_a_damaged_file_means_defaults(tmp_path: Path, content: str) -> None:
    """Nothing in the file can keep the window shut."""
    path = tmp_path / "s.json"
    path.write_text(content, encoding="utf-8")
    settings = Settings(path, Policies())
    assert all(settings.get(name) == default for name, default in DEFAULTS.items())
