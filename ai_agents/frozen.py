"""The base of all values that travel through a review."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: immutable, and unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
