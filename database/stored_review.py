"""What a finished review must offer to become a row: `ai_agents`' reviews fit it by structure."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict


class StoredEngine(Protocol):
    """Who judged."""

    @property
    def kind(self) -> str:
        """`rules`, `ollama` or `remote`."""

    @property
    def version(self) -> str:
        """The program's version that judged."""

    @property
    def model(self) -> str | None:
        """The language model, if one took part."""


class StoredRubric(Protocol):
    """Which rubric the points come from."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def version(self) -> str:
        """Its version."""


class StoredReview(Protocol):
    """The part of a review that is stored in columns of its own."""

    @property
    def engine(self) -> StoredEngine:
        """Who judged."""

    @property
    def rubric(self) -> StoredRubric:
        """Which rubric."""

    @property
    def industry(self) -> str:
        """Code of the target industry."""

    @property
    def overall_score(self) -> float | None:
        """0–100, `None` when nothing could be assessed."""

    @property
    def market_tier(self) -> str:
        """See SPEC section 1."""

    @property
    def seniority(self) -> str:
        """See SPEC section 1."""

    @property
    def structure_scores(self) -> Mapping[Any, float | None]:
        """Dimension → 0–100."""

    @property
    def appeal_scores(self) -> Mapping[Any, float | None]:
        """Dimension → 0–100."""

    @property
    def confidence_metrics(self) -> Mapping[str, float | None]:
        """Metric → 0–1."""

    @property
    def partial(self) -> bool:
        """Whether some part could not be assessed."""

    @property
    def summary(self) -> str:
        """A few sentences."""

    @property
    def improvement_suggestions(self) -> Sequence[str]:
        """Advice, most useful first."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class WireEngine(_Part):
    """`review.engine` of the wire."""

    kind: str
    version: str
    model: str | None = None


class WireRubric(_Part):
    """`review.rubric` of the wire."""

    id: str
    version: str


class WireReview(_Part):
    """`review` of a `vitae.review/1` object, as far as columns need it; fits `StoredReview`."""

    engine: WireEngine
    rubric: WireRubric
    industry: str
    overall_score: float | None
    market_tier: str
    seniority: str
    structure_scores: dict[str, float | None]
    appeal_scores: dict[str, float | None]
    confidence_metrics: dict[str, float | None] = {}
    partial: bool = False
    summary: str = ""
    improvement_suggestions: tuple[str, ...] = ()
