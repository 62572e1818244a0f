"""The rubric as data: criteria, weights, levels and industries, read from `resources/rubrics`.

Stands between the facts of a resume and its score: rules and judges answer a criterion, scoring
turns the answers into points. One industry is one file; only the chosen one is read. Versions that
came before are kept under `archive/<version>/` in the same form and never change.
"""

import re
from functools import cache
from pathlib import Path
from typing import Literal, Self, TypeVar

import yaml
from pydantic import BaseModel, Field, ValidationError, model_validator

from ai_agents.errors import RubricError
from ai_agents.frozen import Frozen
from ai_agents.models import RubricInfo
from ai_agents.vocabulary import APPEAL_DIMENSIONS, Dimension, Severity
from resources.access import resource_path

_CODE = re.compile(r"[a-z][a-z0-9_]{1,40}")
#: Stands in a criterion's source where the industry's own sources belong.
_INDUSTRY_SOURCE = "The industry profile"
_Model = TypeVar("_Model", bound=BaseModel)
_VERSION = re.compile(r"\d+(\.\d+){0,2}")


class Level(Frozen):
    """One anchored answer: what it means in one line, and its share of the criterion's points."""

    definition: str
    share: float = Field(ge=0.0, le=1.0)


class RuleCost(Frozen):
    """What one rule takes from its criterion.

    `points` is per hit; None takes the rubric's points for the finding's severity. `per` says what
    a hit is: the finding, or each line of its evidence (for rules that gather lines of one role).
    """

    rule: str
    points: float | None = Field(default=None, ge=0.0)
    per: Literal["finding", "line"] = "finding"


class Criterion(Frozen):
    """One row of the arithmetic: `weight` points of its dimension, lost by rules or won by level.

    Levels run from worst to best. `languages` empty means the criterion is judged in every
    language; else it is not assessed elsewhere.
    """

    id: str
    dimension: Dimension
    title: str
    weight: float = Field(ge=0.0, le=100.0)
    kind: Literal["deductions", "levels"]
    question: str = ""
    levels: tuple[Level, ...] = ()
    rules: tuple[RuleCost, ...] = ()
    cap: float | None = Field(default=None, ge=0.0, description="most the rules may take")
    languages: tuple[str, ...] = ()
    counted: bool = Field(
        default=False, description="counts facts: the rules answer, whoever the judge is"
    )
    strength: str = Field(default="", description="said when the best level is reached")
    advice: str = Field(default="", description="what to do when the level is low")
    source: str

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.kind == "deductions":
            if not self.rules or self.levels:
                raise ValueError(f"{self.id}: deductions need rules and no levels")
            return self
        shares = [level.share for level in self.levels]
        if self.rules or not 3 <= len(shares) <= 5 or not self.question:
            raise ValueError(f"{self.id}: levels need a question and 3-5 levels")
        if shares != sorted(shares) or shares[-1] != 1.0:
            raise ValueError(f"{self.id}: levels run from worst to best, the best is worth all")
        return self

    @property
    def most_lost(self) -> float:
        """The most its rules may take, in points of the dimension."""
        return self.weight if self.cap is None else min(self.cap, self.weight)

    def judges(self, language: str | None) -> bool:
        """Whether the criterion can be judged for a resume in this language."""
        return not self.languages or language in self.languages


class Rubric(Frozen):
    """All criteria of one version; the weights of each dimension sum to 100."""

    id: str
    version: str
    severity_points: dict[Severity, float]
    criteria: tuple[Criterion, ...]

    @model_validator(mode="after")
    def _check(self) -> Self:
        for dimension in Dimension:
            total = sum(criterion.weight for criterion in self.of(dimension))
            if abs(total - 100.0) > 1e-6:
                raise ValueError(f"{dimension}: weights sum to {total:g}, not 100")
        names = [criterion.id for criterion in self.criteria]
        if len(names) != len(set(names)):
            raise ValueError("a criterion id is used twice")
        if set(self.severity_points) != set(Severity):
            raise ValueError("every severity needs its points")
        rules = [cost.rule for criterion in self.criteria for cost in criterion.rules]
        if len(rules) != len(set(rules)):
            raise ValueError("a rule is priced twice")
        return self

    @property
    def info(self) -> RubricInfo:
        """Id and version, for the review's record."""
        return RubricInfo(id=self.id, version=self.version)

    def of(self, dimension: Dimension) -> tuple[Criterion, ...]:
        """Return the criteria of a dimension in file order."""
        return tuple(item for item in self.criteria if item.dimension == dimension)

    def criterion(self, criterion_id: str) -> Criterion:
        """Return a criterion by id; KeyError when there is none."""
        for item in self.criteria:
            if item.id == criterion_id:
                return item
        raise KeyError(criterion_id)

    def places(self) -> dict[str, Criterion]:
        """Return rule → the criterion it takes points from; other rules are not in this version."""
        return {cost.rule: item for item in self.criteria for cost in item.rules}

    def for_industry(self, industry: "Industry") -> "Rubric":
        """Return this rubric with the industry's weights for appeal criteria and its sources.

        Raises RubricError when a weight names no appeal criterion or a dimension no longer sums
        to 100.
        """
        known = {item.id for item in self.criteria if item.dimension in APPEAL_DIMENSIONS}
        strange = sorted(set(industry.weights) - known)
        if strange:
            raise RubricError(f"{industry.code}: no appeal criterion {', '.join(strange)}")
        criteria = tuple(
            item.model_copy(
                update={
                    "weight": industry.weights.get(item.id, item.weight),
                    "source": item.source.replace(_INDUSTRY_SOURCE, "; ".join(industry.sources)),
                }
            )
            for item in self.criteria
        )
        values = {**self.model_dump(exclude={"criteria"}), "criteria": criteria}
        return _validated(Rubric, values, industry.code)


class KeySkill(Frozen):
    """A skill an industry looks for, with other ways of writing it."""

    name: str
    synonyms: tuple[str, ...] = ()


class AppealPoint(Frozen):
    """Something that carries weight in an industry, and the words that show it."""

    id: str
    name: str
    keywords: tuple[str, ...]


class Industry(Frozen):
    """What one industry looks for."""

    code: str
    names: dict[str, str]
    aliases: tuple[str, ...] = ()
    required: tuple[KeySkill, ...]
    preferred: tuple[KeySkill, ...]
    appeal_points: tuple[AppealPoint, ...]
    roles: tuple[str, ...] = Field(description="words of job titles that belong to the industry")
    long_resume: bool = Field(default=False, description="long lists are the custom (academia)")
    weights: dict[str, float] = Field(default_factory=dict)
    sources: tuple[str, ...]

    def name(self, language: str = "en") -> str:
        """Return the industry's name in a language, in English where there is none."""
        return self.names.get(language, self.names["en"])


def _validated(kind: type[_Model], values: object, name: str) -> _Model:
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise RubricError(f"{name}: {error}") from error


def _load(folder: Path, *parts: str) -> object:
    try:
        with folder.joinpath(*parts).open(encoding="utf-8") as file:
            return yaml.load(file, Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise RubricError(f"{'/'.join(parts)} cannot be read: {error}") from error


@cache
def _current() -> Rubric:
    return _validated(Rubric, _load(resource_path("rubrics"), "core.yaml"), "core")


@cache
def rubric_versions() -> tuple[str, ...]:
    """Return every version a review can be made with, oldest first; the last is the current one."""
    archived = (path.name for path in resource_path("rubrics", "archive").glob("*/"))
    known = {name for name in archived if _VERSION.fullmatch(name)} | {_current().version}
    return tuple(sorted(known, key=lambda version: tuple(map(int, version.split(".")))))


def _folder(version: str | None) -> Path:
    """Return where a version's files lie; RubricError when there is no such version."""
    if version in (None, _current().version):
        return resource_path("rubrics")
    if version not in rubric_versions():
        known = ", ".join(rubric_versions())
        raise RubricError(f"There is no rubric version {str(version)[:40]!r}. Known: {known}.")
    return resource_path("rubrics", "archive", version)


@cache
def load_rubric(version: str | None = None) -> Rubric:
    """Return the current rubric, or any version by number.

    Raises RubricError when there is no such version or its file is wrong.
    """
    folder = _folder(version)
    if folder == resource_path("rubrics"):
        return _current()
    rubric = _validated(Rubric, _load(folder, "core.yaml"), f"core {version}")
    if rubric.version != version:
        raise RubricError(f"archive/{version} holds version {rubric.version}")
    return rubric


@cache
def industry_codes(version: str | None = None) -> tuple[str, ...]:
    """Return the codes of all industries of a version, sorted."""
    return tuple(sorted(path.stem for path in (_folder(version) / "industries").glob("*.yaml")))


@cache
def load_industry(code: str, version: str | None = None) -> Industry:
    """Return an industry by code or by an older alias, as a version of the rubric has it.

    Raises RubricError when there is no such industry or version.
    """
    codes = industry_codes(version)
    if _CODE.fullmatch(code):
        if code in codes:
            return _validated(Industry, _load(_folder(version), "industries", f"{code}.yaml"), code)
        for other in codes:
            if code in load_industry(other, version).aliases:
                return load_industry(other, version)
    raise RubricError(f"There is no industry {code[:40]!r}. Known: {', '.join(codes)}.")
