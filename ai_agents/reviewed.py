"""From a reading to the `vitae.review/1` object: corrected, reviewed, timed; all doors end here."""

import time
from collections.abc import Sequence

from ai_agents import wire
from ai_agents.corrections.claims import Given, Outcome
from ai_agents.interface import AnalysisService
from ai_agents.models import JobPosting, ReviewRequest
from ai_agents.reading import ReadResult
from ai_agents.state import ProgressListener


def reviewed_object(
    service: AnalysisService,
    read: ReadResult,
    request: ReviewRequest,
    corrections: Sequence[Given] = (),
    *,
    job: JobPosting | None = None,
    progress: ProgressListener | None = None,
) -> wire.Wire:
    """Review one reading with the coach's corrections; raises what `analyze` does."""
    started = time.perf_counter()
    outcomes: tuple[Outcome, ...] = ()
    if corrections:
        # Brings the reader's lexicons, which a review without corrections does not need.
        from ai_agents.corrections.apply import corrected_reading  # noqa: PLC0415

        read, outcomes = corrected_reading(read, corrections)
    review = service.analyze(
        read.document, request, progress=progress, profile=read.profile, job=job
    )
    return wire.review_object(read, review, (time.perf_counter() - started) * 1000, outcomes)
