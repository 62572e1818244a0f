"""The `vitae.verify/1` object: what came of checking one stored review, for other programs."""

from typing import Any, Final

from desktop.reproduce.verification import Verification

VERIFY_SCHEMA: Final = "vitae.verify/1"


def verify_object(result: Verification) -> dict[str, Any]:
    """Return the object; `error` is there where the review could not be computed again."""
    told: dict[str, Any] = {
        "schema": VERIFY_SCHEMA,
        "file": {"name": result.name, "sha256": result.sha256 or None},
        "outcome": result.outcome.value,
        "source": result.source or None,
        "checked": list(result.checked),
        "not_checked": list(result.unchecked),
        "notes": list(result.notes),
        "differences": [
            {
                "kind": item.kind.value,
                "where": item.where,
                "stored": item.stored,
                "computed": item.computed,
                "message": item.message,
            }
            for item in result.differences
        ],
    }
    if result.code:
        told["error"] = {"code": result.code, "message": result.reason}
    return told
