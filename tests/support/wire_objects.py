"""A real `vitae.review/1` object, made in this process from a small resume."""

from typing import Any

from ai_agents import wire
from ai_agents.interface import AnalysisService
from ai_agents.models import ReviewRequest
from ai_agents.profile.extract import extract_profile
from ai_agents.reading import ReadResult
from tests.support.documents import RESUME, resume


def reviewed_wire(text: str = RESUME) -> dict[str, Any]:
    """Return the object of a text's review as of 2026-01."""
    document = resume(text)
    read = ReadResult(document=document, profile=extract_profile(document), read_ms=0, profile_ms=0)
    review = AnalysisService().analyze(
        document, ReviewRequest(as_of="2026-01"), profile=read.profile
    )
    return wire.review_object(read, review, 0)
