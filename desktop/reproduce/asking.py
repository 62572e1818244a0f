"""Asks the reviewer child for a review that was made before; pure."""

import uuid
from pathlib import Path

from desktop.review.report import Report
from desktop.review.report_parts import ReviewPart
from desktop.tasks.review_messages import ReviewRequest


def request_again(report: Report, path: Path, like: ReviewPart | None = None) -> ReviewRequest:
    """Return the request that makes a review again, or by the measure of another one.

    Args:
        report: the review, for its file's name and the corrections of what was read.
        path: where the file lies.
        like: the review whose rubric, industry and month are taken; its own if None.
    """
    measure = like or report.review
    return ReviewRequest(
        request_id=uuid.uuid4().hex,
        path=path,
        name=report.file.name,
        industry=measure.industry,
        corrections=tuple(item.correction for item in report.corrections),
        rubric=measure.rubric_version,
        as_of=measure.as_of,
    )
