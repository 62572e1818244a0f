"""The `vitae.compare/1` object: a comparison for other programs, or why there is none."""

from typing import Any, Final

from desktop.compare.comparable import NotComparableError
from desktop.compare.comparison import Comparison
from desktop.compare.moves import CriterionMove, DimensionMove
from desktop.review.report import Report
from desktop.review.report_parts import Criterion, Finding, Line

Wire = dict[str, Any]

COMPARE_SCHEMA: Final = "vitae.compare/1"
_SIDES: Final = ("before", "after")


def compare_object(found: Comparison) -> Wire:
    """Return the object of a comparison.

    Every `delta` is the sum of the parts under it and of its `rounding`, with two decimals.
    """
    changes, lines = found.findings, found.lines
    return {
        **_head(found.before, found.after),
        "comparable": True,
        "rescored": list(found.rescored),
        "notes": [{"code": note.code.value, "message": note.message} for note in found.notes],
        "overall": {
            "before": found.before.review.overall_score,
            "after": found.after.review.overall_score,
            "delta": found.delta,
            "rounding": found.rounding,
        },
        "match": None if found.match is None else dict(zip(_SIDES, found.match, strict=True)),
        "dimensions": [_dimension(move) for move in found.dimensions],
        "findings": {
            "fixed": [_finding(item) for item in changes.fixed],
            "new": [_finding(item) for item in changes.new],
            "still_open": [
                {"before": _finding(pair.before), "after": _finding(pair.after)}
                for pair in changes.still_open
            ],
            "strengths_gained": [_finding(item) for item in changes.gained],
            "strengths_lost": [_finding(item) for item in changes.lost],
        },
        "lines": {
            "added": [_line(item) for item in lines.added],
            "removed": [_line(item) for item in lines.removed],
            "changed": [
                {"before": _line(item.before), "after": _line(item.after)} for item in lines.changed
            ],
        },
    }


def refusal_object(before: Report, after: Report, error: NotComparableError) -> Wire:
    """Return the object of two reviews that cannot be compared."""
    return {
        **_head(before, after),
        "comparable": False,
        "error": {"code": error.code.value, "message": error.message},
    }


def _head(before: Report, after: Report) -> Wire:
    return {"schema": COMPARE_SCHEMA, "before": _version(before), "after": _version(after)}


def _version(report: Report) -> Wire:
    review = report.review
    return {
        "name": report.file.name,
        "sha256": report.file.sha256,
        "rubric": {"id": review.rubric_id, "version": review.rubric_version},
        "engine": {
            "kind": review.engine_kind,
            "version": review.engine_version,
            "model": review.model,
        },
        "industry": review.industry,
        "as_of": review.as_of,
    }


def _dimension(move: DimensionMove) -> Wire:
    return {
        "dimension": move.dimension.value,
        "before": move.before,
        "after": move.after,
        "delta": move.delta,
        "rounding": move.rounding,
        "overall": move.overall,
        "criteria": [_criterion(row) for row in move.criteria],
    }


def _criterion(row: CriterionMove) -> Wire:
    return {
        "id": row.id,
        "title": row.title,
        "before": _row(row.before),
        "after": _row(row.after),
        "delta": row.delta,
        "overall": row.overall,
        "rules": [{"rule": rule.rule, "delta": rule.delta} for rule in row.rules],
        "share": row.share,
    }


def _row(row: Criterion | None) -> Wire | None:
    if row is None:
        return None
    return {
        "earned": row.earned,
        "weight": row.weight,
        "level": row.level,
        "levels": row.levels,
        "reason": row.reason,
    }


def _finding(item: Finding) -> Wire:
    return {
        "id": item.id,
        "rule": item.rule,
        "criterion": item.criterion,
        "dimension": item.dimension.value,
        "severity": item.severity.value,
        "message": item.message,
        "points": item.points,
        "evidence": [{"line": part.line, "text": part.text} for part in item.evidence],
    }


def _line(line: Line) -> Wire:
    return {"id": line.id, "page": line.page, "text": line.text}
