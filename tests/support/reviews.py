"""Small but complete `vitae.review/1` objects for tests of storage."""

from typing import Any


def wire_review(
    name: str = "Maya Chen", text: str = "Led a team", score: float | None = 71.4
) -> dict[str, Any]:
    """Return a review of a one-line resume."""
    return {
        "schema": "vitae.review/1",
        "file": {
            "name": f"{name}.pdf",
            "sha256": "ab" * 32,
            "size_bytes": 4_711,
            "media_type": "application/pdf",
        },
        "document": {
            "pages": 1,
            "language": "en",
            "lines": [{"id": 1, "page": 1, "bbox": [0.0, 1.5, 2, 3], "text": text}],
            "hidden": [],
            "warnings": [],
        },
        "profile": {"name": name, "skills": ["SQL"], "experience": []},
        "review": _review(text, score),
        "timing_ms": {"read": 12, "profile": 3, "review": 40},
    }


def _review(text: str, score: float | None) -> dict[str, Any]:
    return {
        "engine": {"kind": "rules", "version": "1", "model": None},
        "rubric": {"id": "core", "version": "1"},
        "industry": "general_business",
        "overall_score": score,
        "market_tier": "tier_2",
        "seniority": "mid",
        "structure_scores": {"format": 70.0, "tone": None},
        "appeal_scores": {"experience_fit": 64.5},
        "confidence_metrics": {"overall": 0.5},
        "match": None,
        "partial": False,
        "findings": [_finding(text)],
        "not_assessed": [],
        "summary": "A short resume.",
        "improvement_suggestions": ["Start with the verb."],
    }


def _finding(text: str) -> dict[str, Any]:
    return {
        "id": "f1",
        "key": "k1",
        "rule": "tone-first-person",
        "dimension": "tone",
        "severity": "warning",
        "kind": "issue",
        "message": "The line speaks in the first person.",
        "suggestion": "Start with the verb.",
        "points": -1.5,
        "evidence": [{"line": 1, "text": text}],
    }
