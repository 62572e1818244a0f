"""The wire object: the contract's keys in order, its rounding, and always valid JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents import wire
from ai_agents.fairness.receipt import Counterfactual, Fairness
from ai_agents.interface import AnalysisService
from ai_agents.models import HiddenText, ReviewRequest
from ai_agents.profile.extract import extract_profile
from ai_agents.reading import ReadResult
from ai_agents.vocabulary import APPEAL_DIMENSIONS, STRUCTURE_DIMENSIONS, HiddenReason, IdentityKind
from desktop.review.report import Report
from tests.support.documents import resume


@pytest.fixture(scope="module")
def read() -> ReadResult:
    """One file read."""
    document = resume()
    return ReadResult(
        document=document, profile=extract_profile(document), read_ms=1.23456, profile_ms=2
    )


@pytest.fixture(scope="module")
def reviewed(read: ReadResult) -> dict[str, Any]:
    """The same file reviewed, as an object."""
    service = AnalysisService()
    review = service.analyze(read.document, ReviewRequest(as_of="2026-01"), profile=read.profile)
    return wire.review_object(read, review, 3.14159)


def test_the_keys_stand_in_the_contracts_order(reviewed: dict[str, Any]) -> None:
    """Scripts and stored reviews see one shape (DESIGN section 4)."""
    keys = ["schema", "file", "document", "profile", "review", "timing_ms", "corrections"]
    assert list(reviewed) == keys
    assert list(reviewed["file"]) == ["name", "sha256", "size_bytes", "media_type"]
    assert list(reviewed["document"])[:5] == ["pages", "language", "lines", "hidden", "warnings"]
    assert list(reviewed["profile"])[:9] == [
        "name",
        "email",
        "phone",
        "location",
        "links",
        "sections",
        "experience",
        "education",
        "skills",
    ]
    assert list(reviewed["review"])[:15] == [
        "engine",
        "rubric",
        "industry",
        "overall_score",
        "market_tier",
        "seniority",
        "structure_scores",
        "appeal_scores",
        "confidence_metrics",
        "match",
        "partial",
        "findings",
        "not_assessed",
        "summary",
        "improvement_suggestions",
    ]
    assert list(reviewed["review"])[15:] == [
        "as_of",
        "criteria",
        "metadata",
        "fairness",
        "made_with",
    ]
    assert list(reviewed["review"]["structure_scores"]) == list(STRUCTURE_DIMENSIONS)
    assert list(reviewed["review"]["appeal_scores"]) == list(APPEAL_DIMENSIONS)
    assert list(reviewed["timing_ms"]) == ["read", "profile", "review"]


def test_a_findings_keys_stand_in_the_contracts_order(reviewed: dict[str, Any]) -> None:
    """Findings are what other programs read most."""
    assert reviewed["review"]["findings"]
    for finding in reviewed["review"]["findings"]:
        assert list(finding) == [
            "id",
            "rule",
            "dimension",
            "severity",
            "kind",
            "source",
            "message",
            "suggestion",
            "points",
            "evidence",
            "key",
            "criterion",
            "reference",
        ]


def test_numbers_are_rounded_as_promised(reviewed: dict[str, Any]) -> None:
    """A score has one decimal; times have one; no number is a negative zero."""
    review = reviewed["review"]
    scores = [review["overall_score"], *review["structure_scores"].values()]
    assert all(score == round(score, 1) for score in scores)
    assert all(f["points"] == round(f["points"], 2) for f in review["findings"])
    assert reviewed["timing_ms"]["review"] == 3.1
    assert "-0.0" not in wire.dumps(reviewed).replace('"', " ").split()


def test_the_window_reads_what_we_write(reviewed: dict[str, Any]) -> None:
    """Both ends of the wire agree on every key and type."""
    report = Report.from_wire(json.loads(wire.dumps(reviewed)))
    assert report.review.overall_score == reviewed["review"]["overall_score"]
    assert len(report.review.findings) == len(reviewed["review"]["findings"])


def test_the_fairness_receipt_is_in_the_object(reviewed: dict[str, Any]) -> None:
    """What was masked with its lines, and a second run that came out the same."""
    receipt = reviewed["review"]["fairness"]
    assert receipt["masked"][0] == {"kind": "name", "count": 1, "lines": [1]}
    told = receipt["counterfactual"]
    assert told["swaps"] == ["name", "address", "school", "email"]
    assert told["score_before"] == told["score_after"] == reviewed["review"]["overall_score"]
    assert (told["score_change"], told["findings_changed"], told["changed_by"]) == (0.0, 0, [])
    assert reviewed["document"]["warnings"] == []


@pytest.mark.parametrize(
    ("receipt", "code", "part"),
    [
        (Fairness(tried=False), "fairness-not-tried", "could not be tried"),
        (
            Fairness(
                counterfactual=Counterfactual(
                    swaps=(IdentityKind.NAME, IdentityKind.BIRTH),
                    score_before=70.0,
                    score_after=68.8,
                    score_change=-1.2,
                    findings_changed=2,
                    changed_by=(IdentityKind.BIRTH,),
                )
            ),
            "fairness-difference",
            "scores -1.2 and 2 of the results differ (birth)",
        ),
    ],
)
def test_a_review_that_is_not_fair_says_so(
    read: ReadResult, receipt: Fairness, code: str, part: str
) -> None:
    """A difference, or a second run that failed, is a warning of the file's object."""
    review = AnalysisService().analyze(read.document, ReviewRequest(as_of="2026-01"))
    told = wire.review_object(read, review.model_copy(update={"fairness": receipt}), 1.0)
    (warning,) = told["document"]["warnings"]
    assert warning["code"] == code
    assert part in warning["message"]


def test_a_read_object_has_no_review(read: ReadResult) -> None:
    """Reading gives no opinion."""
    assert list(wire.read_object(read)) == ["schema", "file", "document", "profile", "timing_ms"]
    assert wire.read_object(read)["schema"] == "vitae.read/1"


def test_an_error_object_names_file_code_and_message() -> None:
    """A script can tell which file of a batch failed, and why."""
    told = wire.error_object(wire.REVIEW_SCHEMA, "a.pdf", "encrypted", "It has a password.")
    assert told == {
        "schema": "vitae.review/1",
        "file": {"name": "a.pdf"},
        "error": {"code": "encrypted", "message": "It has a password."},
    }


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_box_that_is_no_box_is_null(read: ReadResult, number: float) -> None:
    """A hostile page size cannot break the JSON."""
    hidden = HiddenText(
        page=1, reason=HiddenReason.OFF_PAGE, text="x", bbox=(number, 0.0, 1.0, 2.0)
    )
    document = read.document.model_copy(update={"hidden": (hidden,)})
    told = wire.read_object(read.model_copy(update={"document": document}))
    assert told["document"]["hidden"][0]["bbox"] is None
    json.loads(wire.dumps(told))


@given(st.text(st.characters(), max_size=80))
def test_any_text_becomes_one_line_of_valid_json(text: str) -> None:
    """Names with odd bytes and every letter of Unicode end in one UTF-8 line."""
    line = wire.dumps(wire.error_object(wire.READ_SCHEMA, text, "x", text))
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    named = json.loads(line)["file"]["name"]
    assert len(named) == len(text)
