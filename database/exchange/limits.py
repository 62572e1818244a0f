"""The limits of SPEC section 1, as the server tells them to anybody who asks."""

from pydantic import BaseModel, ConfigDict


class Limits(BaseModel):
    """Sizes in bytes and characters; counts are per request. Both ends are allowed."""

    model_config = ConfigDict(frozen=True)

    file_size_bytes_max: int = 10 * 1024 * 1024
    text_chars_min: int = 100
    text_chars_max: int = 50_000
    batch_files_max: int = 5
    page_size_max: int = 50


LIMITS = Limits()
