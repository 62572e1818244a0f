"""Reads the file behind `vitae review --corrections`: corrections alone, or a review that has some.

{"schema": "vitae.corrections/1", "corrections": [{"kind": "heading", "at": {"text": …}, …}, …]}
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.cli import UsageError

if TYPE_CHECKING:
    from ai_agents.corrections.claims import Given

CORRECTIONS_SCHEMA: Final = "vitae.corrections/1"
_SCHEMAS: Final = (CORRECTIONS_SCHEMA, "vitae.review/1")


def read_corrections(name: str | None, files: Sequence[str]) -> "list[Given]":
    """Return the corrections of a file in their order; none when no file is named.

    Raises:
        UsageError: the file cannot be followed, or more than one resume is to be reviewed.
    """
    if name is None:
        return []
    if len(files) != 1:
        raise UsageError("--corrections are about one resume: name one FILE")
    from ai_agents.corrections.models import MAX_CORRECTIONS, Unread, read_correction  # noqa: PLC0415 - after the reader child has been started

    items = _items(name)
    if len(items) > MAX_CORRECTIONS:
        raise UsageError(f"{name} holds more than {MAX_CORRECTIONS} corrections")
    found = [read_correction(item) for item in items]
    for number, item in enumerate(found, 1):
        if isinstance(item, Unread):
            raise UsageError(f"correction {number} of {name} is not valid: {item.problem}")
    return found


def _items(name: str) -> list[object]:
    try:
        told = json.loads(Path(name).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name} is no JSON: {error}") from error
    items = told.get("corrections") if isinstance(told, Mapping) else None
    if not isinstance(told, Mapping) or told.get("schema") not in _SCHEMAS:
        raise UsageError(f'{name} holds no corrections: its "schema" is not {CORRECTIONS_SCHEMA}')
    if not isinstance(items, list):
        raise UsageError(f'{name} holds no corrections: "corrections" is no list')
    return [_bare(item) for item in items]


def _bare(item: object) -> object:
    """Return the correction itself; a review tells beside it what came of it."""
    inner = item.get("correction") if isinstance(item, Mapping) else None
    return item if inner is None else inner
