"""Reads what `vitae review --format json` or the window's export wrote: reviews as objects."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop.review.report import Report, ReportError, ReviewFailedError

Wire = Mapping[str, Any]

#: A review is some 60 KB; a batch of thousands fits.
MAX_BYTES: Final = 512 * 1024 * 1024
NOT_A_REVIEW: Final = "not-a-review"


class NotReviewsError(Exception):
    """A file that holds no reviews; the message says what it holds instead."""


@dataclass(frozen=True, slots=True)
class Given:
    """One object of the file: a review that keeps the contract, or why it is none."""

    name: str
    wire: Wire | None = None
    code: str = ""
    reason: str = ""


def is_json(path: Path) -> bool:
    """Whether a file's first letter is that of a JSON object; no resume begins so."""
    try:
        with path.open("rb") as file:
            return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    except OSError:
        return False


def read_reviews(path: Path) -> list[Given]:
    """Return every review of a file: one object, or one a line.

    Raises:
        NotReviewsError: there is no such file, or it is no JSON.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NotReviewsError(f"{path} is larger than {MAX_BYTES // 2**20} MiB.")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise NotReviewsError(f"There is no such file: {path}") from error
    except (OSError, ValueError) as error:
        raise NotReviewsError(f"{path} cannot be read as text: {error}") from error
    objects = list(_objects(text))
    if not objects:
        raise NotReviewsError(f"{path} is empty.")
    return [_given(item, f"object {n}") for n, item in enumerate(objects, 1)]


def _objects(text: str) -> Iterator[object]:
    """Yield the parts of one JSON text, or of one a line; None for a line that is no JSON."""
    whole = _parsed(text)
    if whole is not None:
        yield whole
        return
    for line in text.split("\n"):
        if line.strip():
            yield _parsed(line)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _given(item: object, place: str) -> Given:
    if not isinstance(item, Mapping):
        return Given(place, None, NOT_A_REVIEW, "This is no JSON object of a review.")
    file = item.get("file")
    name = str(file.get("name") or place) if isinstance(file, Mapping) else place
    try:
        Report.from_wire(item)
    except ReviewFailedError as error:
        reason = f"This object holds no review: {error.message}"
        return Given(name, None, error.code, reason)
    except ReportError as error:
        return Given(name, None, NOT_A_REVIEW, f"This is no review that can be read: {error}.")
    return Given(name, item)
