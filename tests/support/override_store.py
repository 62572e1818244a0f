"""A store of the coach's decisions that keeps them in memory."""

from desktop.feedback.overrides import Override


class FakeOverrideStore:
    """Fits `OverrideStore`; `kept` is what a real one would have written."""

    def __init__(self) -> None:
        self.kept: dict[str, Override] = {}

    def put(self, override: Override) -> None:
        """Keep a decision."""
        self.kept[override.key] = override

    def remove(self, key: str) -> None:
        """Forget a decision."""
        self.kept.pop(key, None)
