"""The numbers of a finished `vitae.review/1` object add up, whatever resume they are about."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from ai_agents import wire
from ai_agents.documents.reader import read_document
from ai_agents.interface import AnalysisService
from ai_agents.models import ReviewRequest
from ai_agents.overall import APPEAL_SHARE, STRUCTURE_SHARE
from ai_agents.profile.extract import extract_profile
from ai_agents.reading import ReadResult
from ai_agents.vocabulary import tier_of
from resources.access import resource_path
from tests.support.documents import RESUME

SAMPLES = sorted(resource_path("samples").iterdir())
#: The first loses points at several places; of the second, a part cannot be assessed.
TEXTS = {
    "defects.txt": RESUME.replace("Mar 2014 - Dec 2018", "Dec 2018 - Mar 2014") + "Excel\nExcel\n",
    "french.txt": "Jean Martin\njean@example.fr\n\nExpérience\nVendeur, Magasin du Port, Lyon\n"
    "janvier 2019 - décembre 2022\n- Vente de produits dans le magasin avec une équipe de douze\n"
    "- Gestion des stocks et des commandes pour les clients de la région\n\nFormation\nBaccalauréat"
    ", Lycée du Parc, 2018\n",
}


def review_of(data: bytes, name: str) -> dict[str, Any]:
    """Return the object that the command prints, as a reader of its JSON gets it."""
    document = read_document(data, name)
    profile = extract_profile(document)
    read = ReadResult(document=document, profile=profile, read_ms=1, profile_ms=1)
    asked = ReviewRequest(as_of="2026-01")
    review = AnalysisService().analyze(document, asked, profile=profile)
    told: dict[str, Any] = json.loads(wire.dumps(wire.review_object(read, review, 1)))
    return told


@pytest.fixture(scope="module", params=[*SAMPLES, *TEXTS], ids=lambda item: Path(item).name)
def told(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Every sample resume and a few texts, reviewed."""
    given: Path | str = request.param
    if isinstance(given, str):
        return review_of(TEXTS[given].encode(), given)
    return review_of(given.read_bytes(), given.name)


def test_a_dimension_is_its_earned_share(told: dict[str, Any]) -> None:
    """Score = 100 × sum of earned / sum of weights; null exactly where no criterion is listed."""
    review = told["review"]
    scores = {**review["structure_scores"], **review["appeal_scores"]}
    for dimension, score in scores.items():
        rows = [row for row in review["criteria"] if row["dimension"] == dimension]
        weight = sum(row["weight"] for row in rows)
        assert (score is None) == (not rows)
        if rows:
            assert 100 * sum(row["earned"] for row in rows) / weight == pytest.approx(
                score, abs=0.06
            )


def test_the_overall_score_and_its_tier_follow_from_the_dimensions(told: dict[str, Any]) -> None:
    """SPEC section 1: 0.40 × mean(structure) + 0.60 × mean(appeal), one decimal."""
    review = told["review"]
    total = weight = 0.0
    for key, share in (("structure_scores", STRUCTURE_SHARE), ("appeal_scores", APPEAL_SHARE)):
        known = [score for score in review[key].values() if score is not None]
        total += share * sum(known) / len(known) if known else 0.0
        weight += share if known else 0.0
    assert review["overall_score"] == round(total / weight, 1)
    assert review["market_tier"] == tier_of(review["overall_score"])


def test_points_of_findings_are_what_their_criterion_lost(told: dict[str, Any]) -> None:
    """No point is lost that no finding names, and none is named twice."""
    review = told["review"]
    weights: dict[str, float] = defaultdict(float)
    for row in review["criteria"]:
        weights[row["dimension"]] += row["weight"]
    points: dict[str | None, float] = defaultdict(float)
    for finding in review["findings"]:
        points[finding["criterion"] if finding["points"] else "-"] += finding["points"]
    rows = {row["id"]: row for row in review["criteria"]}
    assert {key for key, value in points.items() if value} <= set(rows)
    for row in rows.values():
        if row["level"] is None:
            lost = 100 * (row["weight"] - row["earned"]) / weights[row["dimension"]]
            assert -points[row["id"]] == pytest.approx(lost, abs=0.03)


def test_ids_are_unique_and_evidence_is_the_lines_own_text(told: dict[str, Any]) -> None:
    """A finding can be kept, dismissed and shown on its line without doubt."""
    review = told["review"]
    text = {line["id"]: line["text"] for line in told["document"]["lines"]}
    assert list(text) == list(range(1, len(text) + 1))
    findings = review["findings"]
    assert [item["id"] for item in findings] == [f"f{n}" for n in range(1, len(findings) + 1)]
    for key in ("key", "id"):
        assert len({item[key] for item in findings}) == len(findings)
    for item in (*findings, *review["criteria"]):
        assert all(text[part["line"]] == part["text"] for part in item["evidence"])
