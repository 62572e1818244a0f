"""How a match is counted, read from `resources/rubrics/match.yaml`."""

from functools import cache
from typing import Self

import yaml
from pydantic import Field, ValidationError, model_validator

from ai_agents.errors import RubricError
from ai_agents.frozen import Frozen
from ai_agents.vocabulary import RequirementKind, RequirementState
from resources.access import resource_path


class Importance(Frozen):
    """Weights of what is required and of what is a plus."""

    required: float = Field(gt=0)
    preferred: float = Field(gt=0)


class MatchRules(Frozen):
    """All numbers a match is counted with; each is explained in the file."""

    id: str
    version: str
    importance: Importance
    kinds: dict[RequirementKind, float]
    credit: dict[RequirementState, float]
    line_most: float = Field(gt=0)
    claimed_most: float = Field(ge=0)
    years_met: float
    years_partly: float
    words_met: float
    words_partly: float
    equivalent_months: int
    block_terms: int
    block_share: float
    list_terms: int
    repeats: int
    copied_words: int
    copied_share: float
    verbatim_words: int

    @model_validator(mode="after")
    def _check(self) -> Self:
        if set(self.kinds) != set(RequirementKind) or set(self.credit) != set(RequirementState):
            raise ValueError("every kind needs its weight, every state its credit")
        return self


@cache
def load_match_rules() -> MatchRules:
    """Return the rules; RubricError when the file is wrong."""
    path = resource_path("rubrics", "match.yaml")
    try:
        with path.open(encoding="utf-8") as file:
            return MatchRules.model_validate(yaml.load(file, Loader=yaml.CSafeLoader))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise RubricError(f"match.yaml: {error}") from error
