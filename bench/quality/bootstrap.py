"""95 % intervals by resampling whole resumes: what stands in one resume is not independent."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TypeAlias

#: (sum of values, number of values) of one resume.
Totals: TypeAlias = tuple[float, int]
RESAMPLES = 1000


def ratio(totals: Sequence[Totals]) -> float:
    """Return the mean of all values; 0.0 of none."""
    count = sum(number for _, number in totals)
    return sum(value for value, _ in totals) / count if count else 0.0


def interval(
    by_base: Mapping[str, Totals],
    statistic: Callable[[Sequence[Totals]], float] = ratio,
    resamples: int = RESAMPLES,
) -> tuple[float, float]:
    """Return the 2.5 % and 97.5 % points of a statistic over resamples of the resumes.

    The percentile bootstrap (Efron 1979), seeded: the same values give the same interval.
    """
    totals = [by_base[base] for base in sorted(by_base)]
    if not totals:
        return 0.0, 0.0
    rng = Random(len(totals))
    drawn = sorted(statistic(rng.choices(totals, k=len(totals))) for _ in range(resamples))
    low = drawn[int(0.025 * (resamples - 1))]
    high = drawn[round(0.975 * (resamples - 1))]
    return low, high
