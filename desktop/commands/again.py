"""Reviews single files on the spot, each with choices of its own; for commands."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from pydantic import ValidationError

from ai_agents.errors import RubricError
from ai_agents.sandbox import Reader
from desktop.review.report_parts import CorrectionPart, MatchPart, ReviewPart

if TYPE_CHECKING:
    from ai_agents.models import JobPosting

#: A file's bytes and its name.
NamedBytes: TypeAlias = tuple[bytes, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a review is made with; None for the current rubric or month, and for no model."""

    industry: str
    rubric: str | None = None
    as_of: str | None = None
    engine: str = "rules"
    model: str | None = None

    @classmethod
    def of(cls, review: ReviewPart) -> Self:
        """Return what a stored review was made with.

        Raises:
            RubricError: it was made with another rubric than this program's.
        """
        if review.rubric_id != "core":
            raise RubricError(f"There is no rubric {review.rubric_id[:40]!r} in this program.")
        return cls(
            industry=review.industry,
            rubric=review.rubric_version,
            as_of=review.as_of,
            engine=review.engine_kind,
            model=review.model,
        )


class Again:
    """Reviews files one by one; keeps the agents loaded."""

    def __init__(self, reader: Reader) -> None:
        """Load the agents; the reader stays its owner's."""
        from ai_agents import models  # noqa: PLC0415 - after the reader child has been started
        from ai_agents.corrections.models import read_correction  # noqa: PLC0415 - the same
        from ai_agents.interface import AnalysisService  # noqa: PLC0415 - the same
        from ai_agents.match.posting import posting_of  # noqa: PLC0415 - the same
        from ai_agents.reviewed import reviewed_object  # noqa: PLC0415 - the same

        self._reader = reader
        self._service = AnalysisService()
        self._models = models
        self._read_correction = read_correction
        self._posting_of = posting_of
        self._reviewed = reviewed_object

    def review(
        self,
        source: NamedBytes,
        chosen: Choices,
        job: NamedBytes | MatchPart | None = None,
        corrections: Sequence[CorrectionPart] = (),
    ) -> dict[str, Any]:
        """Return the review of a file as an object, matched with a job if there is one.

        `job` is the job's file, or an earlier match that holds what was read of it; `corrections`
        are those of an earlier review of the same file.

        Raises:
            AgentsError: a file cannot be read; the engine, rubric or industry is not here.
        """
        try:
            request = self._models.ReviewRequest(
                industry=chosen.industry,
                engine=chosen.engine,
                model=chosen.model,
                as_of=chosen.as_of,
                rubric=chosen.rubric,
            )
        except ValidationError as error:
            raise RubricError("The review names an engine or month that cannot be.") from error
        posting = None if job is None else self._posting(job)
        read = self._reader.read_bytes(*source)
        said = [self._read_correction(item.correction) for item in corrections]
        return self._reviewed(self._service, read, request, said, job=posting)

    def _posting(self, job: NamedBytes | MatchPart) -> "JobPosting":
        if not isinstance(job, MatchPart):
            return self._posting_of(self._reader.read_bytes(*job).document)
        return self._models.JobPosting(
            name=job.job.name,
            sha256=job.job.sha256,
            items=[asdict(item) for item in job.job.items],
            problem="" if job.job.items else job.reason,
        )
