"""The doors: what may be asked, and what is said when it cannot be answered."""

import re

import pytest

from ai_agents.errors import EngineUnavailable, ReadError, RubricError
from ai_agents.interface import AnalysisService, analyze_resume, current_month
from ai_agents.models import ReviewRequest
from ai_agents.vocabulary import EngineKind
from tests.support.documents import RESUME, resume


def test_a_text_is_reviewed_for_an_industry() -> None:
    """The plain door needs nothing but text and industry."""
    review = analyze_resume(RESUME, "operations_logistics")
    assert review.industry == "operations_logistics"
    assert review.overall_score is not None
    assert review.as_of == current_month()


def test_an_older_industry_code_is_kept_under_its_own_name() -> None:
    """Aliases are accepted and do not survive into results."""
    assert analyze_resume(RESUME, "general").industry == "general_business"


def test_too_little_text_is_refused_with_its_code() -> None:
    """The contract's lower limit holds at this door too."""
    with pytest.raises(ReadError) as caught:
        analyze_resume("Sam Rivera", "general_business")
    assert caught.value.code == "text-too-short"


def test_an_unknown_industry_is_an_error() -> None:
    """Nobody is measured against something else than was asked."""
    with pytest.raises(RubricError):
        analyze_resume(RESUME, "underwater_basketry")


@pytest.mark.parametrize("engine", [EngineKind.OLLAMA, EngineKind.REMOTE])
def test_an_engine_that_is_not_here_says_what_to_do(engine: EngineKind) -> None:
    """No silent fall-back to another engine."""
    with pytest.raises(EngineUnavailable, match="--engine rules"):
        AnalysisService().analyze(resume(), ReviewRequest(engine=engine))


def test_the_current_month_is_a_month() -> None:
    """The one look at the calendar has the request's own form."""
    assert re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", current_month())


def test_the_asked_month_is_written_into_the_review() -> None:
    """A stored review can be computed again."""
    service = AnalysisService()
    review = service.analyze(resume(), ReviewRequest(as_of="2020-06"))
    assert review.as_of == "2020-06"
    assert review == service.analyze(resume(), ReviewRequest(as_of="2020-06"))
