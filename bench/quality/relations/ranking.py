"""A better resume ranks above a worse one, and equally good ones stand together."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from bench.quality.defects import claims, contact, wording
from bench.quality.edits import changed
from bench.quality.generator import make
from bench.quality.judged import Judged, judge
from bench.quality.records import Record
from bench.quality.relations.base import Base
from bench.quality.relations.inject import damage_of
from bench.quality.resume import LEVELS, Resume

#: Defects that make a damaged resume, and the points by which equals may differ.
_DEFECTS, _EQUAL_POINTS = 3, 2.0
_KINDS = (*wording.OPERATORS, *claims.OPERATORS, *contact.OPERATORS)


def ranking(base: Base) -> Iterator[Record]:
    """Good above average above damaged, for one person in one look; another wording is equal."""
    look = base.resume.look
    good, average = (base if base.plan.level == level else _base(base, level) for level in LEVELS)
    damaged = judge(damaged_resume(average))
    order = {
        "good > average": (good.clean, average.clean),
        "average > damaged": (average.clean, damaged),
        "good > damaged": (good.clean, damaged),
    }
    for what, (above, below) in order.items():
        yield base.record(
            "ranking", what, float(above.overall > below.overall), _both(above, below)
        )
    twin = judge(make(replace(base.plan, wording=1), look))
    same = abs(twin.overall - base.clean.overall) <= _EQUAL_POINTS
    yield base.record("equal-pairs", "reworded", float(same), _both(base.clean, twin))


def _base(base: Base, level: str) -> Base:
    plan = replace(base.plan, level=level)
    resume = make(plan, base.resume.look)
    return Base(plan, resume, judge(resume), base.options)


def damaged_resume(base: Base) -> Resume:
    """Return the resume with a few defects that leave its structure whole."""
    order = Random(f"damaged/{base.name}").sample(_KINDS, len(_KINDS))
    resume, done = base.resume, 0
    for operator in order:
        damage = damage_of(operator, replace(base, resume=resume))
        if damage is not None and done < _DEFECTS:
            resume, done = changed(resume, damage.edits), done + 1
    return resume


def _both(one: Judged, other: Judged) -> str:
    return f"{one.overall:.1f} and {other.overall:.1f}"
