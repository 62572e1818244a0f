"""A better resume ranks above a worse one, and equally good ones stand together."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from bench.quality.defects.wording import OPERATORS
from bench.quality.edits import changed
from bench.quality.generator import make
from bench.quality.judged import Judged, judge
from bench.quality.records import Record
from bench.quality.relations.base import Base
from bench.quality.relations.inject import damage_of
from bench.quality.resume import LEVELS, Resume

#: Defects that make a damaged resume, and the points by which equals may differ.
_DEFECTS, EQUAL_POINTS = 3, 2.0
#: What must stand above what.
ORDER = (("good", "average"), ("average", "damaged"), ("good", "damaged"))


def ranking(base: Base) -> Iterator[Record]:
    """Good above average above damaged, for one person in one look; another wording is equal."""
    resumes = ranked(base)
    judged = {name: judge(resume) for name, resume in resumes.items()}
    for above, below in ORDER:
        higher, lower = judged[above], judged[below]
        held = float(higher.overall > lower.overall)
        yield base.record("ranking", f"{above} > {below}", held, _both(higher, lower))
    twin = judge(reworded(base))
    same = abs(twin.overall - base.clean.overall) <= EQUAL_POINTS
    yield base.record("equal-pairs", "reworded", float(same), _both(base.clean, twin))


def ranked(base: Base) -> dict[str, Resume]:
    """Return the good, the average and the damaged resume of one person in one look."""
    look = base.resume.look
    good, average = (make(replace(base.plan, level=level), look) for level in LEVELS)
    return {
        "good": good,
        "average": average,
        "damaged": damaged_resume(replace(base, resume=average)),
    }


def reworded(base: Base) -> Resume:
    """Return an equally good resume: the same lines in other words, another person."""
    return make(replace(base.plan, wording=1), base.resume.look)


def damaged_resume(base: Base) -> Resume:
    """Return the resume with a few defects that leave its structure whole."""
    order = Random(f"damaged/{base.name}").sample(OPERATORS, len(OPERATORS))
    resume, done = base.resume, 0
    for operator in order:
        damage = damage_of(operator, replace(base, resume=resume))
        if damage is not None and done < _DEFECTS:
            resume, done = changed(resume, damage.edits), done + 1
    return resume


def _both(one: Judged, other: Judged) -> str:
    return f"{one.overall:.1f} and {other.overall:.1f}"
