"""Reviews one file on the spot with the choices of an earlier review; for commands."""

import time
from typing import Any

from pydantic import ValidationError

from ai_agents.errors import RubricError
from ai_agents.sandbox import Reader
from desktop.review.report_parts import ReviewPart


class Again:
    """Reviews files one by one, each with choices of its own; keeps the agents loaded."""

    def __init__(self, reader: Reader) -> None:
        """Load the agents; the reader stays its owner's."""
        from ai_agents import models, wire  # noqa: PLC0415 - after the reader child has been started
        from ai_agents.interface import AnalysisService  # noqa: PLC0415 - the same

        self._reader = reader
        self._service = AnalysisService()
        self._wire = wire
        self._request = models.ReviewRequest

    def like(self, data: bytes, name: str, review: ReviewPart) -> dict[str, Any]:
        """Review a file as another review was made: rubric, industry, engine and month.

        Raises:
            AgentsError: the file cannot be read; the engine, rubric or industry is not here.
        """
        if review.rubric_id != "core":
            raise RubricError(f"There is no rubric {review.rubric_id[:40]!r} in this program.")
        try:
            request = self._request(
                industry=review.industry,
                engine=review.engine_kind,
                model=review.model,
                as_of=review.as_of,
                rubric=review.rubric_version,
            )
        except ValidationError as error:
            raise RubricError("The review names an engine or month that cannot be.") from error
        read = self._reader.read_bytes(data, name)
        started = time.perf_counter()
        made = self._service.analyze(read.document, request, profile=read.profile)
        return self._wire.review_object(read, made, (time.perf_counter() - started) * 1000)
