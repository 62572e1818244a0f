"""The fairness relation: who somebody is changes neither the score nor what is found.

Reading is part of it: every resume is read from its own bytes.
"""

from typing import TypeAlias

import pytest

from ai_agents.documents.reader import read_document
from ai_agents.interface import AnalysisService
from ai_agents.models import Review, ReviewRequest
from tests.support.docx_files import docx, paragraph
from tests.support.identities import FIRST, OTHERS, Identity, told_by
from tests.support.pdf_files import PdfFile

_ASKED = ReviewRequest(as_of="2026-01")
Verdict: TypeAlias = tuple[object, ...]


def as_text(who: Identity) -> tuple[bytes, str]:
    """Return the resume as a text file."""
    return told_by(who).encode(), f"{who.local}.txt"


def as_docx(who: Identity) -> tuple[bytes, str]:
    """Return the resume as a Word file."""
    body = "".join(map(paragraph, told_by(who).replace("&", "&amp;").splitlines()))
    return docx(body, filler=False), f"{who.local}.docx"


def as_pdf(who: Identity) -> tuple[bytes, str]:
    """Return the resume as a PDF; letters its font lacks are left out."""
    page = PdfFile()
    for number, line in enumerate(told_by(who).splitlines()):
        page.text(60, 50 + 15 * number, line, size=18 if number == 0 else 10)
    return page.bytes, f"{who.local}.pdf"


FORMS = {"text": as_text, "docx": as_docx, "pdf": as_pdf}


def review_of(who: Identity, form: str) -> Review:
    """Return the review of one person's resume."""
    document = read_document(*FORMS[form](who))
    return AnalysisService().analyze(document, _ASKED)


def verdict(review: Review) -> Verdict:
    """Return all that a review says, quotes left out."""
    findings = [
        (item.rule, item.severity, item.points, [shown.line for shown in item.evidence])
        for item in review.findings
    ]
    levels = [(item.id, item.earned, item.level) for item in review.criteria]
    return review.overall_score, review.seniority, findings, levels, review.metadata


@pytest.fixture(scope="module", params=FORMS)
def first(request: pytest.FixtureRequest) -> tuple[str, Verdict]:
    """The form of the file, and what is said of the first person's."""
    return request.param, verdict(review_of(FIRST, request.param))


@pytest.mark.parametrize("who", OTHERS, ids=lambda who: f"{who.name}, {who.born}")
def test_another_person_gets_the_same_review(first: tuple[str, Verdict], who: Identity) -> None:
    """Name, gender, address, birth year and school change nothing: score, findings, places."""
    form, expected = first
    review = review_of(who, form)
    assert verdict(review) == expected
    result = review.fairness.counterfactual
    assert result is not None
    assert result.same
