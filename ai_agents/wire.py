"""The JSON objects every consumer of a review gets: command line, window, database, exports.

The keys of DESIGN section 4 come in its order, added ones after them. Scores have one decimal,
points two, boxes one, confidences two. Text is made valid: a lone surrogate becomes U+FFFD.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from ai_agents.checks.wording import listed
from ai_agents.corrections.claims import Outcome
from ai_agents.corrections.models import corrections_sha256, written
from ai_agents.fairness.receipt import Counterfactual, Fairness
from ai_agents.made_with import made_with
from ai_agents.models import (
    BBox,
    CriterionScore,
    Document,
    Evidence,
    Finding,
    HiddenText,
    Line,
    Match,
    Profile,
    RequirementMatch,
    Review,
)
from ai_agents.reading import ReadResult

Wire: TypeAlias = dict[str, Any]

#: Comes from file names that are no valid UTF-8; no JSON in UTF-8 can hold it.
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
#: End a line for some readers of line-delimited JSON, which itself knows only \\n.
_LINE_END: Final = re.compile("[\x85\u2028\u2029]")

REVIEW_SCHEMA: Final = "vitae.review/1"
READ_SCHEMA: Final = "vitae.read/1"


def review_object(
    read: ReadResult, review: Review, review_ms: float, outcomes: Sequence[Outcome] = ()
) -> Wire:
    """Return the `vitae.review/1` object of a reviewed file.

    Args:
        read: the reading that was judged, corrections applied.
        review: what was said of it.
        review_ms: the review's time.
        outcomes: what came of each correction that was asked for.
    """
    head = read_object(read)
    timing = {**head.pop("timing_ms"), "review": _rounded(review_ms, 1)}
    told = _review(review)
    head["document"]["warnings"] += _unfair(review.fairness)
    return {
        **head,
        "schema": REVIEW_SCHEMA,
        "review": {
            **told,
            "made_with": made_with(
                head["file"],
                head["document"]["lines"],
                told,
                corrections_sha256([written(item.correction) for item in outcomes]),
            ),
        },
        "timing_ms": timing,
        "corrections": [_correction(item) for item in outcomes],
    }


def _correction(outcome: Outcome) -> Wire:
    return {
        "correction": written(outcome.correction),
        "state": outcome.state.value,
        "was": outcome.was,
        "line": outcome.line,
    }


def read_object(read: ReadResult) -> Wire:
    """Return the `vitae.read/1` object of a file that was read and not reviewed."""
    source = read.document.source
    return {
        "schema": READ_SCHEMA,
        "file": {
            "name": source.name,
            "sha256": source.sha256,
            "size_bytes": source.size_bytes,
            "media_type": source.media_type,
        },
        "document": _document(read.document),
        "profile": _profile(read.profile),
        "timing_ms": {
            "read": _rounded(read.read_ms, 1),
            "profile": _rounded(read.profile_ms, 1),
        },
    }


def error_object(schema: str, name: str, code: str, message: str) -> Wire:
    """Return the object of a file that could not be read or reviewed."""
    return {
        "schema": schema,
        "file": {"name": name},
        "error": {"code": code, "message": message},
    }


def dumps(wire: Mapping[str, Any]) -> str:
    """Return the object as one line of valid JSON in UTF-8 letters, without the line's end."""
    text = json.dumps(wire, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
    text = _LINE_END.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return _LONE_SURROGATE.sub("\ufffd", text)


def _rounded(value: float, digits: int) -> float:
    """Round, never to −0.0, which JSON would show."""
    return round(value, digits) + 0.0


def _optional(value: float | None, digits: int) -> float | None:
    return None if value is None else _rounded(value, digits)


def _box(box: BBox | None) -> list[float] | None:
    if box is None or not all(math.isfinite(value) for value in box):
        return None
    return [_rounded(value, 1) for value in box]


def _document(document: Document) -> Wire:
    return {
        "pages": len(document.pages),
        "language": document.language,
        "lines": [_line(line) for line in document.lines],
        "hidden": [_hidden(item) for item in document.hidden],
        "warnings": [{"code": item.code, "message": item.message} for item in document.warnings],
        "page_sizes": [[_rounded(p.width, 1), _rounded(p.height, 1)] for p in document.pages],
    }


def _line(line: Line) -> Wire:
    return {
        "id": line.id,
        "page": line.page,
        "bbox": _box(line.bbox),
        "text": line.text,
        "region": line.region.value,
        "column": line.column,
    }


def _hidden(item: HiddenText) -> Wire:
    return {
        "page": item.page,
        "reason": item.reason.value,
        "text": item.text,
        "bbox": _box(item.bbox),
    }


def _profile(profile: Profile) -> Wire:
    return {
        "name": profile.name,
        "email": profile.email,
        "phone": profile.phone,
        "location": profile.location,
        "links": list(profile.links),
        "sections": [
            {
                "kind": section.kind.value,
                "heading": section.heading,
                "first_line": section.first_line,
                "last_line": section.last_line,
            }
            for section in profile.sections
        ],
        "experience": [
            {
                "title": entry.title,
                "employer": entry.employer,
                "location": entry.location,
                "start": entry.start,
                "end": entry.end,
                "lines": list(entry.lines),
                "confidence": _rounded(entry.confidence, 2),
            }
            for entry in profile.experience
        ],
        "education": [
            {
                "institution": entry.institution,
                "degree": entry.degree,
                "field": entry.field,
                "start": entry.start,
                "end": entry.end,
                "lines": list(entry.lines),
                "confidence": _rounded(entry.confidence, 2),
            }
            for entry in profile.education
        ],
        "skills": list(profile.skills),
        "confidence": {
            name: _rounded(value, 2) for name, value in sorted(profile.confidence.items())
        },
    }


def _review(review: Review) -> Wire:
    return {
        "engine": {
            "kind": review.engine.kind.value,
            "version": review.engine.version,
            "model": review.engine.model,
        },
        "rubric": {"id": review.rubric.id, "version": review.rubric.version},
        "industry": review.industry,
        "overall_score": _optional(review.overall_score, 1),
        "market_tier": review.market_tier.value,
        "seniority": review.seniority.value,
        "structure_scores": _scores(review.structure_scores),
        "appeal_scores": _scores(review.appeal_scores),
        "confidence_metrics": {
            name: _rounded(value, 2) for name, value in review.confidence_metrics.items()
        },
        "match": None if review.match is None else match_object(review.match),
        "partial": review.partial,
        "findings": [_finding(item) for item in review.findings],
        "not_assessed": [
            {"criterion": item.criterion, "reason": item.reason} for item in review.not_assessed
        ],
        "summary": review.summary,
        "improvement_suggestions": list(review.improvement_suggestions),
        "as_of": review.as_of,
        "criteria": [_criterion(item) for item in review.criteria],
        "metadata": {
            "sections": review.metadata.sections,
            "words": review.metadata.words,
            "reading_minutes": review.metadata.reading_minutes,
        },
        "fairness": _fairness(review.fairness),
    }


def _fairness(receipt: Fairness) -> Wire:
    return {
        "masked": [
            {"kind": item.kind.value, "count": item.count, "lines": list(item.lines)}
            for item in receipt.masked
        ],
        "counterfactual": _counterfactual(receipt.counterfactual),
        "tried": receipt.tried,
    }


def _unfair(receipt: Fairness) -> list[Wire]:
    """Return the warning due when another identity changed the review, or nobody could tell."""
    result = receipt.counterfactual
    if not receipt.tried:
        text = "Whether another identity would change this review could not be tried."
        return [{"code": "fairness-not-tried", "message": text}]
    if result is None or result.same:
        return []
    causes = listed([kind.value.replace("_", " ") for kind in result.changed_by or result.swaps])
    text = (
        f"Reviewed again with another identity, this resume scores {result.score_change:+.1f} and"
        f" {result.findings_changed} of the results differ ({causes}). Judge the score with care."
    )
    return [{"code": "fairness-difference", "message": text}]


def _counterfactual(result: Counterfactual | None) -> Wire | None:
    if result is None:
        return None
    return {
        "swaps": [kind.value for kind in result.swaps],
        "score_before": _optional(result.score_before, 1),
        "score_after": _optional(result.score_after, 1),
        "score_change": _rounded(result.score_change, 1),
        "findings_changed": result.findings_changed,
        "changed_by": [kind.value for kind in result.changed_by],
    }


def match_object(match: Match) -> Wire:
    """Return `review.match`: DESIGN's keys first, then how the score came about.

    The points of the requirements sum to the score, their worths to 100. The job's own items stand
    in it, so that the match can be made again without the job's file.
    """
    return {
        "score": _optional(match.score, 1),
        "requirements": [_requirement(item) for item in match.requirements],
        "stuffing": match.stuffing,
        "job": {
            "name": match.job.name,
            "sha256": match.job.sha256 or None,
            "title": match.job_title,
            "items": [
                {
                    "line": item.line,
                    "text": item.text,
                    "bullet": item.bullet,
                    "marked": item.marked,
                }
                for item in match.job.items
            ],
        },
        "reason": match.reason,
        "rule": match.rule,
        "rules_version": match.rules_version or None,
        "stuffing_reason": match.stuffing_reason,
        "stuffing_evidence": _evidence(match.stuffing_evidence),
    }


def _requirement(item: RequirementMatch) -> Wire:
    asked = item.requirement
    return {
        "text": asked.text,
        "required": asked.required,
        "state": item.state.value,
        "evidence": _evidence(item.evidence),
        "id": asked.id,
        "kind": asked.kind.value,
        "reason": item.reason,
        "weight": _rounded(item.weight, 4),
        "worth": _rounded(item.worth, 1),
        "points": _rounded(item.points, 1),
        "job_line": asked.line,
    }


def _scores(scores: Mapping[Any, float | None]) -> Wire:
    return {dimension.value: _optional(value, 1) for dimension, value in scores.items()}


def _finding(item: Finding) -> Wire:
    return {
        "id": item.id,
        "rule": item.rule,
        "dimension": item.dimension.value,
        "severity": item.severity.value,
        "kind": item.kind.value,
        "source": item.source.value,
        "message": item.message,
        "suggestion": item.suggestion,
        "points": _rounded(item.points, 2),
        "evidence": _evidence(item.evidence),
        "key": item.key,
        "criterion": item.criterion,
        "reference": item.reference,
    }


def _criterion(item: CriterionScore) -> Wire:
    return {
        "id": item.id,
        "dimension": item.dimension.value,
        "title": item.title,
        "weight": _rounded(item.weight, 2),
        "earned": _rounded(item.earned, 2),
        "level": item.level,
        "levels": item.levels,
        "reason": item.reason,
        "source": item.source.value,
        "evidence": _evidence(item.evidence),
    }


def _evidence(items: Iterable[Evidence]) -> list[Wire]:
    return [{"line": item.line, "text": item.text} for item in items]
