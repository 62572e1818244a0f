"""The rubric and industry files say what the program needs, and wrong ones are refused."""

import pytest
from pydantic import ValidationError

from ai_agents.errors import RubricError
from ai_agents.rubric import Level, Rubric, industry_codes, load_industry, load_rubric
from ai_agents.vocabulary import Dimension

CODES = [
    "strategy_consulting",
    "ma_finance",
    "tech_consulting",
    "full_service_consulting",
    "system_integrator",
    "finance_banking",
    "general_business",
    "software_engineering",
    "data_analytics",
    "healthcare_nursing",
    "education_teaching",
    "sales_marketing",
    "operations_logistics",
    "public_sector",
    "skilled_trades",
    "hospitality_retail",
    "academia",
]


def test_all_seventeen_industries_are_there() -> None:
    """SPEC section 1 names them."""
    assert set(industry_codes()) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_industry_has_content_and_fits_the_rubric(code: str) -> None:
    """Names in five languages, skills, points, roles, sources, and weights that sum to 100."""
    industry = load_industry(code)
    assert set(industry.names) == {"en", "de", "fr", "es", "ja"}
    assert len(industry.required) >= 6
    assert len(industry.preferred) >= 4
    assert len(industry.appeal_points) == 4
    assert industry.sources
    rubric = load_rubric().for_industry(industry)
    for dimension in Dimension:
        assert sum(item.weight for item in rubric.of(dimension)) == pytest.approx(100)


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("strategy_tech", "strategy_consulting"),
        ("ma_financial", "ma_finance"),
        ("consulting", "full_service_consulting"),
        ("general", "general_business"),
    ],
)
def test_older_codes_are_accepted(alias: str, code: str) -> None:
    """Clients of the earlier service send these."""
    assert load_industry(alias).code == code


@pytest.mark.parametrize("code", ["nothing", "../core", "", "GENERAL"])
def test_an_unknown_industry_is_refused(code: str) -> None:
    """A code never becomes a path."""
    with pytest.raises(RubricError):
        load_industry(code)


def test_a_version_is_loadable_by_number() -> None:
    """A stored review names its rubric's version."""
    rubric = load_rubric()
    assert load_rubric(rubric.version) == rubric


def test_weights_that_do_not_sum_are_refused() -> None:
    """A typing slip in a rubric file stops the program, not the score."""
    rubric = load_rubric()
    with pytest.raises(ValidationError, match="not 100"):
        Rubric.model_validate(
            {**rubric.model_dump(), "criteria": rubric.model_dump()["criteria"][1:]}
        )
    with pytest.raises(ValidationError):
        Level(definition="x", share=1.5)


@pytest.mark.parametrize("code", CODES)
def test_sources_shown_to_a_coach_are_outside_ones(code: str) -> None:
    """No paper of ours is named, and industry criteria name the industry's sources."""
    industry = load_industry(code)
    sources = [item.source for item in load_rubric().for_industry(industry).criteria]
    assert not any(name in text for text in sources for name in ("SPEC", "QUALITY", "DESIGN"))
    assert any(industry.sources[0] in text for text in sources)
