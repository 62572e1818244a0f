"""The fairness receipt of a review, as values."""

from pydantic import Field

from ai_agents.frozen import Frozen
from ai_agents.vocabulary import IdentityKind


class Masked(Frozen):
    """Identity of one kind that was masked before anything was judged, and where it stood."""

    kind: IdentityKind
    count: int
    lines: tuple[int, ...] = Field(description="ids; empty for a photo")


class Counterfactual(Frozen):
    """The same resume reviewed again with another identity: what that changed."""

    swaps: tuple[IdentityKind, ...] = Field(description="what was replaced")
    score_before: float | None
    score_after: float | None
    score_change: float
    findings_changed: int = Field(description="findings and rows of the arithmetic that differ")
    changed_by: tuple[IdentityKind, ...] = Field(
        default=(), description="which replacement alone makes a difference"
    )

    @property
    def same(self) -> bool:
        """Whether the other identity changed nothing."""
        return not self.score_change and not self.findings_changed


class Fairness(Frozen):
    """The fairness receipt; `counterfactual` is None where there was no identity to replace.

    `tried` is False when the second run did not finish.
    """

    masked: tuple[Masked, ...] = ()
    counterfactual: Counterfactual | None = None
    tried: bool = True
