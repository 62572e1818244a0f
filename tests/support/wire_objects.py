"""A real `vitae.review/1` object, made in this process from a small resume."""

from collections.abc import Iterable, Mapping
from typing import Any

from ai_agents.corrections.models import read_correction
from ai_agents.interface import AnalysisService
from ai_agents.models import ReviewRequest
from ai_agents.profile.extract import extract_profile
from ai_agents.reading import ReadResult
from ai_agents.reviewed import reviewed_object
from tests.support.documents import RESUME, resume


def reviewed_wire(
    text: str = RESUME, corrections: Iterable[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """Return the object of a text's review as of 2026-01, with corrections of its reading."""
    document = resume(text)
    read = ReadResult(document=document, profile=extract_profile(document), read_ms=0, profile_ms=0)
    said = [read_correction(item) for item in corrections]
    told = reviewed_object(AnalysisService(), read, ReviewRequest(as_of="2026-01"), said)
    return {**told, "timing_ms": {**told["timing_ms"], "review": 0.0}}
