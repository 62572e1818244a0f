"""What the window and the reviewer child say to each other: one JSON object per line, UTF-8.

Pure. Lines that are no message of this protocol are ignored (a library may print something).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class ReviewRequest:
    """Review this file (already copied into the library's file store) for this industry.

    Without `rubric` and `as_of` the child takes the current version and month.
    """

    request_id: str
    path: Path
    name: str
    industry: str
    corrections: tuple[Mapping[str, Any], ...] = ()
    rubric: str | None = None
    as_of: str | None = None

    def to_wire(self) -> dict[str, Any]:
        """Return the line the child reads."""
        return {
            "id": self.request_id,
            "op": "review",
            "path": str(self.path),
            "text": None,
            "name": self.name,
            "industry": self.industry,
            "as_of": self.as_of,
            "rubric": self.rubric,
            "corrections": list(self.corrections),
        }


@dataclass(frozen=True)
class ReviewProgress:
    """A step began: which (a word of `ai_agents.vocabulary.Stage`), and 1 ≤ step ≤ steps."""

    request_id: str
    stage: str
    step: int
    steps: int


@dataclass(frozen=True)
class ReviewResult:
    """The review is there: the `vitae.review/1` object."""

    request_id: str
    wire: dict[str, Any]


@dataclass(frozen=True)
class ReviewFailure:
    """There is no review: a stable code and a sentence for the coach."""

    request_id: str
    code: str
    message: str


def parse_event(line: bytes) -> ReviewProgress | ReviewResult | ReviewFailure | str | None:
    """Return what a line of the child says; "ready" once it is warm, None for anything else."""
    try:
        message = json.loads(line)
    except ValueError:
        return None
    if not isinstance(message, dict):
        return None
    try:
        return _event(message)
    except (KeyError, TypeError, ValueError):
        return None


def _event(message: dict[str, Any]) -> ReviewProgress | ReviewResult | ReviewFailure | str | None:
    kind = message.get("event")
    if kind == "ready":
        return "ready"
    if kind == "progress":
        return ReviewProgress(
            str(message["id"]), str(message["stage"]), int(message["step"]), int(message["steps"])
        )
    if kind == "result" and isinstance(message["object"], dict):
        return _result(str(message["id"]), message["object"])
    if kind == "error":
        return ReviewFailure(str(message["id"]), str(message["code"]), str(message["message"]))
    return None


def _result(request_id: str, wire: dict[str, Any]) -> ReviewResult | ReviewFailure:
    """Tell a review from an error object, which is a failure of that file."""
    error = wire.get("error")
    if isinstance(error, dict):
        return ReviewFailure(request_id, str(error["code"]), str(error["message"]))
    return ReviewResult(request_id, wire)
