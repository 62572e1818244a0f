"""Old versions of the rubric stay what they were, and every one of them still reviews."""

import hashlib
from pathlib import Path

import pytest

from ai_agents.agents.rules_judge import RulesJudge
from ai_agents.checks.catalogue import RULES, run_rules
from ai_agents.documents.reader import read_document
from ai_agents.errors import RubricError
from ai_agents.interface import AnalysisService
from ai_agents.models import Finding, Review, ReviewRequest
from ai_agents.rubric import (
    Criterion,
    Rubric,
    industry_codes,
    load_industry,
    load_rubric,
    rubric_versions,
)
from ai_agents.scoring import score
from ai_agents.vocabulary import Dimension
from resources.access import resource_path
from tests.support.resumes import Recipe, facts_of

#: Version → SHA-256 of all its files, in the order of their names. Only ever added to.
FROZEN = {"1.0": "f6a474886071b8f3b19b2891c7f3161dfae03aece9c31f5557c57a06d6600fff"}
SAMPLES = sorted(resource_path("samples").iterdir())
FACTS = facts_of(Recipe(email=None, phone=None))


@pytest.fixture(scope="module")
def service() -> AnalysisService:
    """One service for all reviews."""
    return AnalysisService(RulesJudge())


def digest_of(version: str) -> str:
    """Return the digest of an archived version, whatever ends its lines on this system."""
    folder = resource_path("rubrics", "archive", version)
    told = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        told.update(f"{name}\n{path.read_text(encoding='utf-8')}\n".encode())
    return told.hexdigest()


def test_an_archived_version_never_changes() -> None:
    """A score of last year can be computed again only by the points of last year."""
    *archived, current = rubric_versions()
    assert {version: digest_of(version) for version in archived} == FROZEN
    assert current == load_rubric().version


def without(rubric: Rubric, rule: str) -> Rubric:
    """Return a rubric that does not name a rule."""
    criteria = tuple(
        item.model_copy(update={"rules": tuple(r for r in item.rules if r.rule != rule)})
        for item in rubric.criteria
    )
    return rubric.model_copy(update={"criteria": criteria})


@pytest.mark.parametrize("version", rubric_versions())
def test_every_version_has_its_industries(version: str) -> None:
    """Weights of an industry fit the criteria of the same version."""
    rubric = load_rubric(version)
    codes = industry_codes(version)
    assert rubric.version == version
    assert "general_business" in codes
    for code in codes:
        fitted = rubric.for_industry(load_industry(code, version))
        assert fitted.version == version


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("version", rubric_versions())
def test_every_version_scores_every_sample(
    service: AnalysisService, version: str, path: Path
) -> None:
    """Each review names its version and holds nothing that this version does not know."""
    document = read_document(path.read_bytes(), path.name)
    asked = ReviewRequest(as_of="2026-01", rubric=version, industry="software_engineering")
    review = service.analyze(document, asked)
    assert review.rubric.version == version
    assert review.overall_score is not None
    assert not review.partial
    assert knows_all_of(load_rubric(version), review)


def knows_all_of(rubric: Rubric, review: Review) -> bool:
    """Whether every finding and row of a review belongs to the rubric."""
    places = rubric.places()
    rules = {f"strength-{item.id}" for item in rubric.criteria} | set(places)
    rows = {row.id for row in review.criteria} | {row.criterion for row in review.not_assessed}
    return {item.rule for item in review.findings} <= rules and rows == {
        item.id for item in rubric.criteria
    }


def anchors(criterion: Criterion) -> list[str]:
    """Return what the levels of a criterion mean."""
    return [level.definition for level in criterion.levels]


@pytest.mark.parametrize("version", rubric_versions()[:-1])
def test_a_level_means_in_every_version_what_it_means_now(version: str) -> None:
    """One answer serves a criterion in all versions: other levels need another criterion id."""
    now = {item.id: item for item in load_rubric().criteria}
    for criterion in load_rubric(version).criteria:
        if criterion.kind == "levels" and criterion.id in now:
            assert anchors(criterion) == anchors(now[criterion.id]), criterion.id


def test_a_rule_that_a_version_does_not_name_is_not_shown() -> None:
    """A rule written later says nothing in a review by an earlier version."""
    older = without(load_rubric(), "email-missing")
    assert "email-missing" in {item.rule for item in run_rules(FACTS, tuple(Dimension))}
    found = {item.rule for item in run_rules(FACTS, tuple(Dimension), older)}
    assert "email-missing" not in found
    assert "phone-missing" in found


def test_a_rule_that_a_version_does_not_name_costs_nothing() -> None:
    """Even a finding that comes from elsewhere takes only what the version says."""
    found = [item for item in run_rules(FACTS, tuple(Dimension)) if item.rule == "email-missing"]
    assert contact(load_rubric(), found) < 25
    assert contact(without(load_rubric(), "email-missing"), found) == 25


def contact(rubric: Rubric, findings: list[Finding]) -> float:
    """Return what the contact data earns."""
    sheet = score(rubric, FACTS, findings, ())
    return next(row.earned for row in sheet.criteria if row.id == "contact-data")


def test_a_rule_counts_where_the_version_puts_it() -> None:
    """A rule that later moved to another dimension is judged where it was."""
    rule = next(item for item in RULES if item.id == "email-missing")
    rubric = without(load_rubric(), "email-missing")
    layout = rubric.criterion("page-layout")
    price = load_rubric().places()["email-missing"].rules[0]
    moved = layout.model_copy(update={"rules": (*layout.rules, price)})
    other = rubric.model_copy(
        update={"criteria": tuple(moved if c.id == layout.id else c for c in rubric.criteria)}
    )
    found = next(f for f in run_rules(FACTS, (Dimension.FORMAT,), other) if f.rule == rule.id)
    assert (found.criterion, found.dimension) == ("page-layout", Dimension.FORMAT)


def test_a_rule_is_priced_once() -> None:
    """What a rule costs is never in doubt."""
    values = load_rubric().model_dump()
    rules = values["criteria"][0]["rules"]
    values["criteria"][0]["rules"] = [*rules, rules[0]]
    with pytest.raises(ValueError, match="priced twice"):
        Rubric.model_validate(values)


@pytest.mark.parametrize("version", ["0.1", "../../x", "", "archive"])
def test_an_unknown_version_is_refused_and_the_known_are_named(version: str) -> None:
    """A stored version never becomes a path, and is never replaced by the current one."""
    for load in (load_rubric, lambda asked: load_industry("academia", asked)):
        with pytest.raises(RubricError, match=r"Known: 1\.0, "):
            load(version)
