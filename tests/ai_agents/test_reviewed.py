"""A review with corrections: the object carries them, and taking them away restores it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ai_agents import wire
from ai_agents.corrections.claims import Given
from ai_agents.corrections.models import (
    ContactCorrection,
    HeadingCorrection,
    corrections_sha256,
    read_correction,
    written,
)
from ai_agents.documents.reader import read_document
from ai_agents.interface import AnalysisService
from ai_agents.models import ReviewRequest
from ai_agents.profile.extract import extract_profile
from ai_agents.reading import ReadResult
from ai_agents.reviewed import reviewed_object
from ai_agents.vocabulary import ContactField, SectionKind
from resources.access import resource_path
from tests.support.corrections import heading
from tests.support.documents import RESUME, resume

SAMPLES = sorted(resource_path("samples").iterdir())
ROAD = RESUME.replace("Experience\n", "My road so far\n")


@pytest.fixture(scope="module")
def service() -> Iterator[AnalysisService]:
    """One service for all tests."""
    return AnalysisService()


def reading(document: Any) -> ReadResult:
    """Return a reading that took no time."""
    profile = extract_profile(document)
    return ReadResult(document=document, profile=profile, read_ms=0, profile_ms=0)


def review(service: AnalysisService, read: ReadResult, *said: Given) -> dict[str, Any]:
    """Return the object of a review, without its times."""
    told = reviewed_object(service, read, ReviewRequest(as_of="2026-01"), said)
    return {key: value for key, value in told.items() if key != "timing_ms"}


def test_a_corrected_heading_changes_what_is_judged(service: AnalysisService) -> None:
    """The section is there, its statements are work, and the object says who said so."""
    read = reading(resume(ROAD))
    line = next(n.id for n in read.document.lines if n.text == "My road so far")
    said = heading(read.document, line, SectionKind.EXPERIENCE)
    plain, told = review(service, read), review(service, read, said)
    (outcome,) = told["corrections"]
    assert (outcome["correction"], outcome["line"]) == (written(said), line)
    assert outcome["state"] == "applied"
    assert told["review"]["made_with"]["corrections_sha256"] == corrections_sha256([written(said)])
    assert plain["review"]["made_with"]["corrections_sha256"] is None
    kinds = [section["kind"] for section in told["profile"]["sections"]]
    assert "experience" in kinds
    assert told["document"] == plain["document"]


def test_taking_a_correction_back_restores_the_review_to_the_byte(
    service: AnalysisService,
) -> None:
    """Nothing of it stays behind."""
    read = reading(resume(ROAD))
    before = wire.dumps(review(service, read))
    said = heading(read.document, 5, SectionKind.EXPERIENCE)
    assert wire.dumps(review(service, read, said)) != before
    assert wire.dumps(review(service, read)) == before


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_who_the_person_is_never_changes_a_score(service: AnalysisService, path: Path) -> None:
    """Another name, address or number of the same kind is the same review."""
    read = reading(read_document(path.read_bytes(), path.name))
    said = [
        ContactCorrection(field=ContactField.NAME, value="Oluwaseun Adébáyò"),
        ContactCorrection(field=ContactField.EMAIL, value="o.adebayo@example.net"),
        ContactCorrection(field=ContactField.PHONE, value="+44 20 7946 0958"),
        ContactCorrection(field=ContactField.LOCATION, value="Leeds, United Kingdom"),
    ]
    plain, told = review(service, read), review(service, read, *said)
    assert told["profile"]["name"] == "Oluwaseun Adébáyò"
    keys = ("overall_score", "structure_scores", "appeal_scores", "criteria")
    assert [told["review"][key] for key in keys] == [plain["review"][key] for key in keys]


def test_a_correction_that_finds_no_place_is_told_and_changes_nothing(
    service: AnalysisService,
) -> None:
    """The rest of the review is the one without it."""
    read = reading(resume())
    told = {"kind": "heading", "at": {"text": "Nowhere to be seen"}, "section": "skills"}
    said = read_correction(told)
    assert isinstance(said, HeadingCorrection)
    with_it, plain = review(service, read, said), review(service, read)
    assert [item["state"] for item in with_it["corrections"]] == ["not-found"]
    assert with_it["review"]["findings"] == plain["review"]["findings"]
    assert with_it["profile"] == plain["profile"]
