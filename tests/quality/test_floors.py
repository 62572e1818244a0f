"""The quick form of the defect benchmark: a floor for each relation, so that quality cannot fall.

Eight resumes, each with an eighth of all operators, decoys and variants: about a minute's worth of
the whole (`make quality`), which decides. A floor lies a little below what was measured, because
one look more or less shows in so small a sample.
"""

from dataclasses import replace
from functools import cache

import pytest

from bench.quality.figures import broken, table
from bench.quality.generator import plans
from bench.quality.records import RELATIONS, Record, Sense
from bench.quality.relations.base import Options
from bench.quality.run import PER_BASE, one

PARTS = 8
OPTIONS = Options(relations=tuple(name for name in PER_BASE if name != "peers"), parts=PARTS)
FLOORS = {
    "recall": 0.95,
    "precision": 0.95,
    "clean": 0.13,
    "decoys": 0.92,
    "never-rises": 0.98,
    "falls": 0.95,
    "monotone": 0.98,
    "repair": 1.0,
    "swaps": 1.0,
    "reorder": 1.0,
    "format-text": 0.99,
    "format-fields": 0.97,
    "format-content": 0.85,
    "layout-fields": 0.97,
    "two-column-fields": 0.95,
    "layout-writing": 1.0,
    "looks": 1.0,
    "hidden-content": 0.85,
    "hidden-flagged": 1.0,
    "hidden-honest": 0.0,
    "stuffing-match": 0.75,
    "stuffing-flagged": 0.5,
    "stuffing-honest": 0.6,
    "ranking": 0.95,
    "equal-pairs": 0.85,
}


@cache
def measured() -> tuple[Record, ...]:
    """Return the records of the sample, made once."""
    return tuple(
        record
        for part, plan in enumerate(plans(PARTS, 1, "a"))
        for record in one(replace(OPTIONS, part=part), (part, plan))
    )


@pytest.mark.timeout(300)
@pytest.mark.parametrize("relation", FLOORS)
def test_the_quality_has_not_fallen(relation: str) -> None:
    """A rule that misses what it found before, or says more than it should, is seen at once."""
    figure = table(measured())[relation]
    held = (
        figure.value <= FLOORS[relation]
        if RELATIONS[relation].sense is Sense.AT_MOST
        else figure.value >= FLOORS[relation]
    )
    worst = [
        f"{r.item} · {r.base} · {r.note}" for r in broken(measured()) if r.relation == relation
    ]
    assert held, "\n".join([f"{relation}: {figure}", *worst])
