"""The record of what a review was made with: whoever has the same again gets the same review.

Stands in the wire object as `review.made_with`; made from the object itself, so that anyone can
check it against the lines it speaks of.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from resources.version import program_version

#: Version of reading (lines, profile); raise it when the same file may be read differently.
READER_VERSION: Final = "1.1"


def made_with(
    file: Mapping[str, Any],
    lines: Iterable[Mapping[str, Any]],
    review: Mapping[str, Any],
    corrections_sha256: str | None = None,
) -> dict[str, Any]:
    """Return the record of one review.

    Args:
        file: `file` of the wire object.
        lines: the visible lines as they were judged, in the wire object's form.
        review: `review` of the wire object, for engine, rubric, industry and month.
        corrections_sha256: names the corrections that were applied to what was read, in order.

    Returns:
        Versions, choices and hashes; `job_sha256` names the job description that was matched, None
        without one.
    """
    return {
        "program": program_version(),
        "reader": READER_VERSION,
        "engine": dict(review["engine"]),
        "rubric": dict(review["rubric"]),
        "industry": review["industry"],
        "as_of": review["as_of"],
        "file_sha256": file["sha256"],
        "text_sha256": lines_sha256(lines),
        "corrections_sha256": corrections_sha256,
        "job_sha256": ((review.get("match") or {}).get("job") or {}).get("sha256") or None,
    }


def lines_sha256(lines: Iterable[Mapping[str, Any]]) -> str:
    """Return the SHA-256 of visible lines: page, region, column and text of each, in order."""
    keys = ("page", "region", "column", "text")
    told = [[line.get(key) for key in keys] for line in lines]
    return hashlib.sha256(json.dumps(told, separators=(",", ":")).encode("ascii")).hexdigest()
