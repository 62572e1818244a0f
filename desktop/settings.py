"""One place for every setting: defaults, then the person's choice, then the organisation's word.

Pure: no Qt. A damaged settings file is put aside and defaults hold; a folder that takes no writes
means choices last until the window closes.
"""

import json
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.policy import Policies, Policy

log = logging.getLogger("vitae.settings")

APPEARANCES = ("system", "light", "dark", "high_contrast")
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)

#: Setting → default. The order is the order of the settings page.
DEFAULTS: dict[str, Any] = {
    "industry": "general_business",
    "appearance": "system",
    "text_size_percent": 100,
    "max_file_size_mb": 10,  # SPEC section 1
    "max_batch": 5000,
    "window": "",
    "queue_paused": False,
}
#: Setting → the policy that may set or lock it.
POLICY_NAMES = {
    "industry": "Industry",
    "appearance": "Appearance",
    "text_size_percent": "TextSizePercent",
    "max_file_size_mb": "MaxFileSizeMb",
    "max_batch": "MaxBatch",
}


class Settings:
    """Keeps the choices of one installation; made by bootstrap, handed to whoever asks.

    Args:
        path: the file of the person's choices.
        policies: the organisation's word.
    """

    def __init__(self, path: Path, policies: Policies) -> None:
        self.policies = policies
        self._path = path
        self._chosen = _read(path)
        self._listeners: list[Callable[[str], None]] = []

    def get(self, name: str) -> Any:
        """Return the value that holds now.

        Raises:
            KeyError: there is no such setting.
        """
        default = DEFAULTS[name]
        policy = self._policy(name)
        if policy and policy.locked:
            return policy.value
        chosen = self._chosen.get(name)
        if chosen is not None and type(chosen) is type(default):
            return chosen
        return policy.value if policy else default

    def text(self, name: str) -> str:
        """Return a setting that is a word."""
        return str(self.get(name))

    def number(self, name: str) -> int:
        """Return a setting that is a whole number."""
        return int(self.get(name))

    def is_locked(self, name: str) -> bool:
        """Whether the organisation decides this one."""
        policy = self._policy(name)
        return bool(policy and policy.locked)

    def set(self, name: str, value: Any) -> None:
        """Take the person's choice, keep it, and tell everyone who listens; locked ones stay."""
        if self.is_locked(name) or self.get(name) == value:
            return
        self._chosen[name] = value
        self._write()
        for listener in tuple(self._listeners):
            listener(name)

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call `listener(name)` after every change."""
        self._listeners.append(listener)

    def _policy(self, name: str) -> Policy | None:
        known_as = POLICY_NAMES.get(name)
        return self.policies.get(known_as) if known_as else None

    def _write(self) -> None:
        """Replace the file in one step, so that a crash leaves the old or the new one."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self._chosen, file, indent=2, sort_keys=True)
            Path(name).replace(self._path)
        except OSError as error:
            log.warning("settings are not kept: %s", error.strerror)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        log.warning("settings are not readable, defaults hold: %s", error)
        return {}
    return content if isinstance(content, dict) else {}
