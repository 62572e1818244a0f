"""The one shape of every failure on the wire, and its codes; spoken by desktop and server."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class ErrorCode(StrEnum):
    """Stable codes of wire errors; a client rebuilds its own error class from them."""

    VALIDATION = "validation-failed"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    TOO_LARGE = "too-large"
    INTERNAL = "internal-error"
    NOT_READY = "not-ready"
    REFUSED = "request-refused"


class ErrorBody(BaseModel):
    """What went wrong: a code for programs, words for people, details for both."""

    model_config = ConfigDict(frozen=True)

    code: str
    message: str
    details: dict[str, Any] = Field(default_factory=dict)
    request_id: str


class ErrorAnswer(BaseModel):
    """`{"error": {…}}`."""

    model_config = ConfigDict(frozen=True)

    error: ErrorBody
