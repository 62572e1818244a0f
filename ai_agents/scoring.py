"""Turns findings and judgements into points: plain arithmetic, nothing else.

Promise: scores lie in 0–100; one more issue never raises a score, one fewer never lowers it; a
criterion nobody could judge leaves the denominator; every point lost stands in a finding or in a
criterion row.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ai_agents.checks.facts import Facts
from ai_agents.checks.wording import languages_in_words
from ai_agents.llm.judge import Judgement
from ai_agents.models import CriterionScore, Evidence, Finding, NotAssessed
from ai_agents.overall import overall_score
from ai_agents.rubric import Criterion, Rubric
from ai_agents.vocabulary import (
    APPEAL_DIMENSIONS,
    STRUCTURE_DIMENSIONS,
    Dimension,
    FindingKind,
    FindingSource,
    MarketTier,
    Severity,
    tier_of,
)

_SEVERITY_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The whole arithmetic of one review.

    `findings` carry ids (f1, f2, …: the costliest first) and points; scores are None where no
    criterion of a dimension was assessed, and `overall` where no dimension was.
    """

    rubric: Rubric
    findings: tuple[Finding, ...]
    criteria: tuple[CriterionScore, ...]
    not_assessed: tuple[NotAssessed, ...]
    structure_scores: Mapping[Dimension, float | None]
    appeal_scores: Mapping[Dimension, float | None]
    overall: float | None
    market_tier: MarketTier
    confidence_metrics: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """One criterion being scored; `costs` are points by finding index, before the cap's scaling."""

    criterion: Criterion
    earned: float
    judgement: Judgement | None
    costs: Mapping[int, float]


def score(
    rubric: Rubric,
    facts: Facts,
    findings: Sequence[Finding],
    judgements: Sequence[Judgement],
    failed: Collection[Dimension] = (),
    evidence_share: float | None = None,
) -> ScoreSheet:
    """Score one review.

    Args:
        rubric: the rubric with the industry's weights.
        facts: the resume, for its language and reading confidence.
        findings: all findings whose evidence held, without ids and points.
        judgements: one per `levels` criterion counts (the first); a second one, by the other
            kind of judge, only tells how far they agree.
        failed: dimensions whose branch failed: nothing of them is assessed.
        evidence_share: share of a model's claims whose evidence held, 0–1; None without a model.
    """
    findings = _in_order(findings)
    answers: dict[str, Judgement] = {}
    for judgement in judgements:
        answers.setdefault(judgement.criterion, judgement)
    rows: list[_Row] = []
    skipped: list[NotAssessed] = []
    for criterion in rubric.criteria:
        reason = _why_not(criterion, facts, answers, failed)
        if reason:
            skipped.append(
                NotAssessed(criterion=criterion.id, dimension=criterion.dimension, reason=reason)
            )
        else:
            rows.append(_row(criterion, rubric, findings, answers))
    scores = {dimension: _dimension_score(rows, dimension) for dimension in Dimension}
    overall = overall_score(scores)
    numbered = _with_points(findings, rows)
    return ScoreSheet(
        rubric=rubric,
        findings=numbered,
        criteria=tuple(_criterion_score(row, facts, numbered) for row in rows),
        not_assessed=tuple(skipped),
        structure_scores={item: scores[item] for item in STRUCTURE_DIMENSIONS},
        appeal_scores={item: scores[item] for item in APPEAL_DIMENSIONS},
        overall=overall,
        market_tier=tier_of(overall),
        confidence_metrics=_confidence(rubric, rows, facts, judgements, evidence_share),
    )


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Sort findings so that neither the branches' order nor ties can change a result."""
    return sorted(
        findings,
        key=lambda item: (
            item.kind != FindingKind.ISSUE,
            _SEVERITY_ORDER.index(item.severity),
            item.evidence[0].line if item.evidence else 0,
            item.rule,
            item.key,
            item.message,
        ),
    )


def _why_not(
    criterion: Criterion,
    facts: Facts,
    answers: Mapping[str, Judgement],
    failed: Collection[Dimension],
) -> str:
    """Return why a criterion is not assessed; "" when it is."""
    if criterion.dimension in failed:
        return "This part of the review did not finish."
    if not criterion.judges(facts.language):
        if facts.language is None:
            return "The language of the resume is not certain."
        return f"Judged only for resumes in {languages_in_words(criterion.languages)}."
    if criterion.kind == "levels":
        answer = answers.get(criterion.id)
        if answer is None or answer.level is None:
            return (answer.reason if answer else "") or "There was not enough to judge."
    return ""


def _row(
    criterion: Criterion,
    rubric: Rubric,
    findings: Sequence[Finding],
    answers: Mapping[str, Judgement],
) -> _Row:
    if criterion.kind == "levels":
        answer = answers[criterion.id]
        level = min(max(answer.level or 0, 0), len(criterion.levels) - 1)
        return _Row(criterion, criterion.weight * criterion.levels[level].share, answer, {})
    costs: dict[int, float] = {}
    left = criterion.most_lost
    for index, finding in enumerate(findings):
        if finding.kind == FindingKind.ISSUE and finding.criterion == criterion.id:
            costs[index] = min(left, _cost(criterion, rubric, finding))
            left -= costs[index]
    return _Row(criterion, criterion.weight - sum(costs.values()), None, costs)


def _cost(criterion: Criterion, rubric: Rubric, finding: Finding) -> float:
    """Return what one finding takes; nothing where this version has no price for its rule."""
    price = next((item for item in criterion.rules if item.rule == finding.rule), None)
    if price is None:
        return 0.0
    each = rubric.severity_points[finding.severity] if price.points is None else price.points
    return each * (max(1, len(finding.evidence)) if price.per == "line" else 1)


def _dimension_score(rows: Iterable[_Row], dimension: Dimension) -> float | None:
    mine = [row for row in rows if row.criterion.dimension == dimension]
    weight = sum(row.criterion.weight for row in mine)
    if weight <= 0:
        return None
    earned = sum(row.earned for row in mine)
    return round(min(100.0, max(0.0, 100.0 * earned / weight)), 1)


def _scale(rows: Iterable[_Row], dimension: Dimension) -> float:
    """Return what one rubric point is worth in points of the dimension's 0–100."""
    weight = sum(row.criterion.weight for row in rows if row.criterion.dimension == dimension)
    return 100.0 / weight if weight > 0 else 0.0


def _with_points(findings: Sequence[Finding], rows: Sequence[_Row]) -> tuple[Finding, ...]:
    """Give every finding what it cost and an id; the costliest come first."""
    points = dict.fromkeys(range(len(findings)), 0.0)
    for row in rows:
        scale = _scale(rows, row.criterion.dimension)
        for index, cost in row.costs.items():
            points[index] = -round(cost * scale, 2)
    order = sorted(
        points,
        key=lambda index: (findings[index].kind != FindingKind.ISSUE, points[index], index),
    )
    return tuple(
        findings[index].model_copy(
            # `+ 0.0` turns −0.0 into 0.0, which JSON would show
            update={"id": f"f{number}", "points": points[index] + 0.0}
        )
        for number, index in enumerate(order, 1)
    )


def _criterion_score(row: _Row, facts: Facts, findings: Sequence[Finding]) -> CriterionScore:
    criterion, answer = row.criterion, row.judgement
    common = {
        "id": criterion.id,
        "dimension": criterion.dimension,
        "title": criterion.title,
        "weight": criterion.weight,
        "earned": round(row.earned, 2),
    }
    if answer is None:
        return CriterionScore(**common, reason=_deductions_in_words(criterion, findings))
    level = min(max(answer.level or 0, 0), len(criterion.levels) - 1)
    known = len(facts.lines)
    return CriterionScore(
        **common,
        level=level,
        levels=len(criterion.levels) - 1,
        reason=answer.reason or criterion.levels[level].definition,
        source=answer.source,
        evidence=tuple(
            Evidence(line=line, text=facts.line(line).text)
            for line in answer.lines
            if 1 <= line <= known
        ),
    )


def _deductions_in_words(criterion: Criterion, findings: Sequence[Finding]) -> str:
    mine = [
        item
        for item in findings
        if item.criterion == criterion.id and item.kind == FindingKind.ISSUE
    ]
    if not mine:
        return "Nothing to remark."
    remarks = "One remark" if len(mine) == 1 else f"{len(mine)} remarks"
    lost = round(-sum(item.points for item in mine), 1)
    if lost <= 0:
        return f"{remarks}, no points lost."
    return f"{remarks}, {lost:g} {'point' if lost == 1 else 'points'} lost."


def _confidence(
    rubric: Rubric,
    rows: Sequence[_Row],
    facts: Facts,
    judgements: Sequence[Judgement],
    evidence_share: float | None,
) -> dict[str, float]:
    """Return the confidence metrics of SPEC section 1, each 0–1 and from facts.

    `evidence` and `agreement` speak about a model: they are left out where none answered. The
    overall is the geometric mean of the metrics that are there, so that one weak link shows.
    """
    whole = sum(criterion.weight for criterion in rubric.criteria)
    known = {
        "extraction": facts.reading_confidence,
        "coverage": sum(row.criterion.weight for row in rows) / whole if whole else 0.0,
        "evidence": evidence_share,
        "agreement": _agreement(rubric, judgements),
    }
    parts = {name: min(1.0, max(0.0, value)) for name, value in known.items() if value is not None}
    overall = math.prod(parts.values()) ** (1 / len(parts))
    return {name: round(value, 3) for name, value in (*parts.items(), ("overall", overall))}


def _agreement(rubric: Rubric, judgements: Sequence[Judgement]) -> float | None:
    """Return how near a model's levels are to the rules', 0–1; None where not both looked."""
    levels: dict[FindingSource, dict[str, int]] = {source: {} for source in FindingSource}
    for item in judgements:
        if item.level is not None:
            levels[item.source].setdefault(item.criterion, item.level)
    model, rules = levels[FindingSource.MODEL], levels[FindingSource.RULES]
    near = [
        1 - abs(model[name] - rules[name]) / (len(rubric.criterion(name).levels) - 1)
        for name in model
        if name in rules
    ]
    return sum(near) / len(near) if near else None
