"""How much each criterion and rule moved the scores of one resume between two versions; pure.

    points of a dimension = sum of 100 × earned / weight of what was assessed
    overall               = sum of dimension × its weight in the overall score

Computed exactly and shown with two decimals. Scores are shown with one, so a difference of two
scores is the sum of its parts and of `rounding`, which is told like any other part.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from ai_agents.overall import overall_weights
from ai_agents.vocabulary import Dimension
from desktop.review.report_parts import Criterion, ReviewPart


@dataclass(frozen=True, slots=True)
class RuleMove:
    """What one rule's findings take less (+) or more (−) of a dimension than before."""

    rule: str
    delta: float


@dataclass(frozen=True, slots=True)
class CriterionMove:
    """One criterion, as it was and is; None where it was not assessed.

    `delta` counts points of the dimension, `overall` points of the overall score. For a criterion
    made of deductions `delta` is the sum of `rules` and `share`: what it weighs more or less among
    what could be assessed.
    """

    id: str
    title: str
    before: Criterion | None
    after: Criterion | None
    delta: float
    overall: float
    rules: tuple[RuleMove, ...]
    share: float


@dataclass(frozen=True, slots=True)
class DimensionMove:
    """One dimension: scores as shown, None where it was not assessed.

    `delta` is the sum of the criteria's and of `rounding`; both are None unless both versions were
    assessed. `overall` is what it moved the overall score: the sum of the criteria's `overall`.
    """

    dimension: Dimension
    before: float | None
    after: float | None
    delta: float | None
    overall: float
    criteria: tuple[CriterionMove, ...]
    rounding: float | None


def dimension_moves(before: ReviewPart, after: ReviewPart) -> tuple[DimensionMove, ...]:
    """Return how every dimension moved, in the order of the dimensions."""
    one, two = _Sheet(before), _Sheet(after)
    return tuple(_dimension(name, one, two) for name in Dimension)


@dataclass(frozen=True, slots=True)
class _Part:
    """One criterion in one review, exactly; nothing of it where it was not assessed.

    `earned` and `weighed` are points of the dimension, `worth` points of the overall score;
    `costs` are rule → the points its findings lost (−) or won (+).
    """

    row: Criterion | None = None
    earned: Fraction = Fraction(0)
    weighed: Fraction = Fraction(0)
    worth: Fraction = Fraction(0)
    costs: Mapping[str, Fraction] = field(default_factory=dict)


class _Sheet:
    """The exact arithmetic of one review."""

    def __init__(self, review: ReviewPart) -> None:
        self.scores = review.scores
        self._weights = overall_weights(review.scores)
        self._review = review

    def parts(self, dimension: Dimension) -> dict[str, _Part]:
        """Return the assessed criteria of a dimension by id, in the rubric's order."""
        rows = [row for row in self._review.criteria if row.dimension is dimension]
        weight = sum((_exact(row.weight) for row in rows), Fraction(0))
        return {row.id: self._part(row, 100 / weight) for row in rows} if weight else {}

    def _part(self, row: Criterion, scale: Fraction) -> _Part:
        earned = scale * _exact(row.earned)
        return _Part(
            row=row,
            earned=earned,
            weighed=scale * _exact(row.weight),
            worth=earned * self._weights.get(row.dimension, Fraction(0)),
            costs=self._costs(row.id),
        )

    def _costs(self, criterion: str) -> dict[str, Fraction]:
        found: dict[str, Fraction] = {}
        for item in self._review.findings:
            if item.criterion == criterion and item.points:
                found[item.rule] = found.get(item.rule, Fraction(0)) + _exact(item.points)
        return found


def _dimension(name: Dimension, one: _Sheet, two: _Sheet) -> DimensionMove:
    before, after = one.scores[name], two.scores[name]
    old, new = one.parts(name), two.parts(name)
    criteria = tuple(
        _criterion(item, old.get(item, _Part()), new.get(item, _Part())) for item in {**old, **new}
    )
    delta = rounding = None
    if before is not None and after is not None:
        delta = _shown(_exact(after) - _exact(before))
        rounding = _shown(_exact(delta) - sum(_exact(row.delta) for row in criteria))
    return DimensionMove(
        dimension=name,
        before=before,
        after=after,
        delta=delta,
        overall=_shown(sum((_exact(row.overall) for row in criteria), Fraction(0))),
        criteria=criteria,
        rounding=rounding,
    )


def _criterion(criterion: str, old: _Part, new: _Part) -> CriterionMove:
    shown = new.row or old.row
    delta, share = new.earned - old.earned, 0.0
    rules: tuple[RuleMove, ...] = ()
    if shown is not None and shown.level is None:
        rules, share = _rule_moves(old.costs, new.costs), _shown(new.weighed - old.weighed)
        delta = sum((_exact(move.delta) for move in rules), _exact(share))
    return CriterionMove(
        id=criterion,
        title=shown.title if shown else criterion,
        before=old.row,
        after=new.row,
        delta=_shown(delta),
        overall=_shown(new.worth - old.worth),
        rules=rules,
        share=share,
    )


def _rule_moves(one: Mapping[str, Fraction], two: Mapping[str, Fraction]) -> tuple[RuleMove, ...]:
    """Return what each rule that costs points in either version moved; costs are below zero."""
    none = Fraction(0)
    return tuple(
        RuleMove(rule, _shown(two.get(rule, none) - one.get(rule, none)))
        for rule in sorted({*one, *two})
    )


def _exact(value: float) -> Fraction:
    """Return the number that is written, not the float next to it."""
    return Fraction(str(value))


def _shown(value: Fraction) -> float:
    """Return a number with two decimals, never −0.0."""
    return float(round(value, 2)) + 0.0
