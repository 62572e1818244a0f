"""Inject one defect: the right rule fires at the right place, scores fall, nothing else is said."""

from collections.abc import Iterator

from ai_agents.models import Finding
from ai_agents.vocabulary import Severity
from bench.quality.defects.model import Damage, Operator, Slip, draw_for
from bench.quality.defects.registry import OPERATORS
from bench.quality.edits import changed
from bench.quality.judged import Judged, judge, new_issues, severe, stands_at
from bench.quality.records import Record
from bench.quality.relations.base import Base, is_advice

_EPSILON = 1e-9


def inject(base: Base) -> Iterator[Record]:
    """Yield recall, precision, never-rises and falls for every operator that fits the resume."""
    for operator in OPERATORS.values():
        damage = damage_of(operator, base) if base.asks(operator.id) else None
        if damage is not None:
            damaged = judge(changed(base.resume, damage.edits))
            yield from _records(base, operator, damage, damaged)


def damage_of(operator: Operator, base: Base, times: int = 1) -> Damage | None:
    """Return what the operator does to the resume; None where it cannot."""
    if base.resume.look.format not in operator.formats:
        return None
    draw = draw_for(operator.id, base.resume, base.options.seed, times, base.options.pool)
    return operator.make(base.resume, draw)


def _records(base: Base, operator: Operator, damage: Damage, damaged: Judged) -> Iterator[Record]:
    new = new_issues(base.clean, damaged)
    for slip in damage.slips:
        hit = any(answers(finding, slip, operator) for finding in new)
        note = "" if hit else _missed(slip, new)
        yield base.record("recall", operator.id, float(hit), note)
    for finding in damaged.issues:
        if severe(finding, Severity.WARNING) and finding.rule not in operator.also:
            right = any(finding.rule in slip.rules for slip in damage.slips)
            if right or not is_advice(finding):
                yield base.record("precision", finding.rule, float(right), said(finding))
    rise = damaged.overall - base.clean.overall
    yield base.record(
        "never-rises",
        operator.id,
        float(rise <= _EPSILON),
        f"{rise:+.2f} by {_rose(base, damaged)}",
    )
    change = damaged.scores[operator.dimension] - base.clean.scores[operator.dimension]
    note = f"{operator.dimension} {change:+.2f}"
    yield base.record("falls", operator.id, float(change < -_EPSILON), note)


def _rose(base: Base, damaged: Judged) -> str:
    """Name the criteria that earn more after the damage."""
    before = {row.id: row.earned for row in base.clean.review.criteria}
    return ", ".join(
        f"{row.id} {row.earned - before[row.id]:+.1f}"
        for row in damaged.review.criteria
        if row.earned > before.get(row.id, row.earned)
    )


def answers(finding: Finding, slip: Slip, operator: Operator) -> bool:
    """Whether a finding names a slip: by its rule, severe enough, at its place."""
    if finding.rule not in slip.rules or not severe(finding, operator.severity):
        return False
    return not slip.places or not finding.evidence or stands_at(finding, slip.places)


def said(finding: Finding) -> str:
    """Return a finding in a line: its rule and the line that shows it."""
    shown = finding.evidence[0].text[:90] if finding.evidence else finding.message[:90]
    return f"{finding.rule}: {shown}"


def _missed(slip: Slip, new: tuple[Finding, ...]) -> str:
    where = slip.places[0][:90] if slip.places else "the whole resume"
    others = "; ".join(said(finding) for finding in new[:2] if not is_advice(finding))
    return f"{'|'.join(slip.rules)} at “{where}”" + (f", but {others}" if others else "")
