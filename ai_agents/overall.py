"""How eight dimension scores make the overall one (SPEC section 1); knows nothing but the words."""

from collections.abc import Mapping
from fractions import Fraction

from ai_agents.vocabulary import APPEAL_DIMENSIONS, STRUCTURE_DIMENSIONS, Dimension

#: SPEC section 1: overall = 0.40 × mean(structure) + 0.60 × mean(appeal).
STRUCTURE_SHARE, APPEAL_SHARE = 0.40, 0.60
_HALVES = ((STRUCTURE_DIMENSIONS, STRUCTURE_SHARE), (APPEAL_DIMENSIONS, APPEAL_SHARE))


def overall_score(scores: Mapping[Dimension, float | None]) -> float | None:
    """Return the overall score of eight dimension scores, one decimal.

    A half that was not assessed at all leaves the sum; None when neither was.
    """
    total = weight = 0.0
    for dimensions, share in _HALVES:
        known = [value for item in dimensions if (value := scores.get(item)) is not None]
        if known:
            total += share * sum(known) / len(known)
            weight += share
    return round(total / weight, 1) if weight else None


def overall_weights(scores: Mapping[Dimension, float | None]) -> dict[Dimension, Fraction]:
    """Return what one point of each assessed dimension is worth in the overall score, exactly.

    The weights sum to 1 unless nothing was assessed.
    """
    halves = [
        (Fraction(str(share)), [item for item in dimensions if scores.get(item) is not None])
        for dimensions, share in _HALVES
    ]
    whole = sum(share for share, known in halves if known)
    return {item: share / whole / len(known) for share, known in halves for item in known}
