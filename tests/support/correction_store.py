"""A store of the coach's corrections that keeps them in memory."""

from collections.abc import Mapping
from typing import Any


class FakeCorrectionStore:
    """Fits `CorrectionStore`; `kept` is what a real one would have written."""

    def __init__(self) -> None:
        self.kept: dict[str, Mapping[str, Any]] = {}

    def put(self, target: str, said: Mapping[str, Any]) -> None:
        """Keep a correction."""
        self.kept[target] = said

    def remove(self, target: str) -> None:
        """Forget one."""
        self.kept.pop(target, None)
