"""Puts values of a review into sentences that tell what was stored and what came out now; pure."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

#: Stands for a value that one of the two objects does not have.
ABSENT: Final = "not there"
_SHOWN_CHARS: Final = 160


def stored_and_computed(title: str, stored: Any, computed: Any) -> str:
    """Return the sentence of one difference."""
    return f"{title[:1].upper()}{title[1:]}: stored {shown(stored)}, computed {shown(computed)}."


def shown(value: Any) -> str:
    """Return a value as it can stand in a sentence."""
    if value is None:
        return "nothing"
    if value is ABSENT or isinstance(value, bool | int | float):
        return str(value)
    text = str(value) if isinstance(value, str) else "; ".join(_parts(value))
    return f"“{text[:_SHOWN_CHARS]}{'…' if len(text) > _SHOWN_CHARS else ''}”"


def _parts(value: Any) -> Iterator[str]:
    """Yield the leaves of a value, for a sentence that cannot hold JSON."""
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _parts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _parts(part)
    else:
        yield str(value)
