"""Spreads a `vitae.review/1` object over the columns of its rows and puts it together; pure."""

import hashlib
from collections.abc import Mapping
from typing import Any

from database.feedback import appeal_feedback, structure_feedback
from database.models.analysis import (
    Feedback,
    Findings,
    ResumeAnalysis,
    ReviewRest,
    Scores,
    Suggestions,
)
from database.models.base import clean
from database.models.files import ExtractionFacts, FileUpload, Reading, ReadingContent
from database.models.packed import written
from database.stored_review import StoredReview
from database.vocabulary import FileStatus

Wire = Mapping[str, Any]

#: Parts of the wire object that have a place of their own; the rest stays in the envelope.
_PLACED = ("document", "profile", "review")


def title_of(wire: Wire, file: FileUpload) -> str:
    """Return what a review is called until the coach says otherwise: the person, else the file."""
    return str(wire["profile"].get("name") or file.filename)


def text_of(document: Wire) -> str:
    """Return the text of a read document, line by line."""
    return "\n".join(str(line["text"]) for line in document.get("lines", ()))


def reading_of(wire: Wire) -> Reading:
    """Return what the reader saw, named by its hash; without an owner yet."""
    content = ReadingContent(document=dict(wire["document"]), profile=dict(wire["profile"]))
    # Not of the file: a later reader may see more in the same bytes. Not of the packed bytes:
    # another build of zlib packs otherwise.
    sha256 = hashlib.sha256(written(content.model_dump())).hexdigest()
    return Reading(sha256=sha256, content=content)


def fill_file(file: FileUpload, wire: Wire) -> None:
    """Complete a file with what its newest reading says."""
    source, document = wire["file"], wire["document"]
    text = text_of(document)
    file.sha256, file.file_size = source["sha256"], source["size_bytes"]
    file.mime_type = source["media_type"]
    file.extracted_text = text
    file.text_sha256 = hashlib.sha256(clean(text).encode()).hexdigest()
    file.extraction_metadata = ExtractionFacts(
        pages=document.get("pages"),
        language=document.get("language"),
        lines=len(document.get("lines", ())),
        hidden=len(document.get("hidden", ())),
        warnings=tuple(str(warning["code"]) for warning in document.get("warnings", ())),
    )
    file.processing_time_ms = round(sum((wire.get("timing_ms") or {}).values()))
    file.status = FileStatus.COMPLETED.value
    file.error_code = file.error_message = None


def fill_analysis(analysis: ResumeAnalysis, review: StoredReview, wire: Wire) -> None:
    """Copy a review into its columns; `rest` keeps every field that has none."""
    findings = tuple(wire["review"].get("findings", ()))
    analysis.partial = review.partial
    analysis.candidate_name = wire["profile"].get("name")
    analysis.overall_score = review.overall_score
    analysis.market_tier, analysis.seniority = review.market_tier, review.seniority
    analysis.structure_scores = Scores(values=dict(review.structure_scores))
    analysis.appeal_scores = Scores(values=dict(review.appeal_scores))
    analysis.confidence_metrics = Scores(values=dict(review.confidence_metrics))
    analysis.structure_feedback = Feedback(lists=structure_feedback(findings))
    analysis.appeal_feedback = Feedback(lists=appeal_feedback(findings))
    analysis.analysis_summary = review.summary
    analysis.improvement_suggestions = Suggestions(items=tuple(review.improvement_suggestions))
    analysis.findings = Findings(items=findings)
    # Placeholders keep the order of the keys, so that the object is written as it was.
    analysis.rest = ReviewRest(
        review={**wire["review"], "findings": None},
        envelope={key: None if key in _PLACED else value for key, value in wire.items()},
    )
    analysis.rubric_id, analysis.rubric_version = review.rubric.id, review.rubric.version
    analysis.engine, analysis.engine_version = review.engine.kind, review.engine.version
    analysis.ai_model_version = review.engine.model
    spent = (wire.get("timing_ms") or {}).get("review")
    analysis.processing_time_seconds = None if spent is None else spent / 1000


def whole(rest: ReviewRest, findings: Findings, reading: ReadingContent) -> dict[str, Any]:
    """Return the `vitae.review/1` object these parts were taken from, equal to it."""
    review = {**rest.review, "findings": list(findings.items)}
    return {
        **rest.envelope,
        "document": reading.document,
        "profile": reading.profile,
        "review": review,
    }
