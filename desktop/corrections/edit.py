"""One change to the corrections that are kept, and the port that keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Edit:
    """What is said of one thing from now on; None takes back what was said."""

    target: str
    said: Mapping[str, Any] | None


class CorrectionStore(Protocol):
    """Keeps the corrections of the content that is shown.

    Called on the window's thread; an implementation hands the write to the storage lane and
    returns at once. Faults are the implementation's to report.
    """

    def put(self, target: str, said: Mapping[str, Any]) -> None:
        """Keep a correction in the place of what was said about the same thing."""
        ...

    def remove(self, target: str) -> None:
        """Forget what was said about something; nothing happens when nothing was."""
        ...
