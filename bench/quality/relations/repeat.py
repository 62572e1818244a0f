"""More of the same defect never helps, and a repair brings the score back exactly."""

from collections.abc import Iterator

from bench.quality.defects.registry import OPERATORS
from bench.quality.edits import changed, repaired
from bench.quality.judged import judge, judge_again
from bench.quality.records import Record
from bench.quality.relations.base import Base, differences
from bench.quality.relations.inject import damage_of

#: Of the operators that fit a resume, each this many is repaired; over all resumes every one is.
_EVERY = 8
_EPSILON = 1e-9


def more(base: Base) -> Iterator[Record]:
    """Inject once, twice and often: overall and the named dimension never rise again."""
    for operator in OPERATORS.values():
        if operator.most == 1 or not base.asks(operator.id):
            continue
        before = base.clean
        for times in sorted({1, 2, operator.most}):
            damage = damage_of(operator, base, times)
            if damage is None:
                break
            after = judge(changed(base.resume, damage.edits))
            named = str(operator.dimension)
            fell = _not_above(before.overall, after.overall) and _not_above(
                before.scores[named], after.scores[named]
            )
            note = f"{times} times: overall {after.overall - before.overall:+.2f}, "
            note += f"{named} {after.scores[named] - before.scores[named]:+.2f}"
            yield base.record("monotone", operator.id, float(fell), note)
            before = after


def _not_above(before: float, after: float) -> bool:
    return after <= before + _EPSILON


def repair(base: Base) -> Iterator[Record]:
    """Take the defect back by its inverse: scores and findings are those of the clean resume."""
    turn = sum(map(ord, base.name))
    for number, operator in enumerate(OPERATORS.values()):
        if (number + turn) % _EVERY or not base.asks(operator.id):
            continue
        damage = damage_of(operator, base)
        if damage is not None:
            damaged = changed(base.resume, damage.edits)
            judge_again(damaged)  # what was reviewed before must leave no trace
            again = judge_again(repaired(damaged, damage.edits))
            note = differences(base.clean, again)
            yield base.record("repair", operator.id, float(not note), note)
