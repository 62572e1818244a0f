"""Typed reading of one level of a JSON object; every failure names the place it was found at."""

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

Word = TypeVar("Word", bound=StrEnum)
Kind = TypeVar("Kind")


class ReportError(ValueError):
    """The object is not a review of this contract; the message says where."""


class Node:
    """One JSON object with the path that led to it.

    `text`, `number`, `whole`, `flag`, `child`, `word` demand their key; the others give an empty
    value when the key is absent or null. A value of the wrong type is a `ReportError` in both.
    """

    def __init__(self, value: object, path: str) -> None:
        if not isinstance(value, Mapping):
            raise ReportError(f"{path} is not an object")
        self._value: Mapping[str, Any] = value
        self._path = path

    def has(self, key: str) -> bool:
        """Whether the key is there and not null."""
        return self._value.get(key) is not None

    def text(self, key: str) -> str:
        """Return a string."""
        return self._typed(key, str)

    def optional_text(self, key: str) -> str | None:
        """Return a string, None when absent."""
        return self._typed(key, str) if self.has(key) else None

    def number(self, key: str) -> float:
        """Return a finite number."""
        return _finite(self._value.get(key), f"{self._path}.{key}")

    def optional_number(self, key: str) -> float | None:
        """Return a finite number, None when absent."""
        return self.number(key) if self.has(key) else None

    def whole(self, key: str) -> int:
        """Return a whole number."""
        return int(self.number(key))

    def flag(self, key: str) -> bool:
        """Return a truth value."""
        return self._typed(key, bool)

    def word(self, key: str, vocabulary: type[Word]) -> Word:
        """Return a word of a fixed vocabulary."""
        text = self.text(key)
        try:
            return vocabulary(text)
        except ValueError as error:
            raise ReportError(f"{self._path}.{key} has the unknown word {text!r}") from error

    def child(self, key: str) -> "Node":
        """Return the object under the key."""
        return Node(self._value.get(key), f"{self._path}.{key}")

    def mapping(self, key: str) -> Mapping[str, Any]:
        """Return the object under the key as it is, whatever it holds."""
        return self._typed(key, dict)

    def children(self, key: str) -> tuple["Node", ...]:
        """Return the objects of a list, in order; empty when absent."""
        path = f"{self._path}.{key}"
        return tuple(Node(item, f"{path}[{i}]") for i, item in enumerate(self._list(key)))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; empty when absent."""
        items = self._list(key)
        if not all(isinstance(item, str) for item in items):
            raise ReportError(f"{self._path}.{key} holds something that is not text")
        return tuple(items)

    def numbers(self, key: str) -> Mapping[str, float]:
        """Return an object of numbers, nulls left out; empty when absent."""
        if not self.has(key):
            return {}
        path = f"{self._path}.{key}"
        items = self._typed(key, dict).items()
        return {name: _finite(n, f"{path}.{name}") for name, n in items if n is not None}

    def number_lists(self, key: str, length: int) -> tuple[tuple[float, ...], ...]:
        """Return a list of number lists of one length; empty when absent."""
        path = f"{self._path}.{key}"
        return tuple(_numbers(item, length, path) for item in self._list(key))

    def box(self, key: str) -> tuple[float, float, float, float] | None:
        """Return (x0, y0, x1, y1), None when absent."""
        if not self.has(key):
            return None
        x0, y0, x1, y1 = _numbers(self._value[key], 4, f"{self._path}.{key}")
        return (x0, y0, x1, y1)

    def pair(self, key: str) -> tuple[int, int] | None:
        """Return two whole numbers, None when absent."""
        if not self.has(key):
            return None
        first, last = _numbers(self._value[key], 2, f"{self._path}.{key}")
        return (int(first), int(last))

    def _typed(self, key: str, kind: type[Kind]) -> Kind:
        value = self._value.get(key)
        if not isinstance(value, kind):
            raise ReportError(f"{self._path}.{key} is missing or not {kind.__name__}")
        return value

    def _list(self, key: str) -> Sequence[Any]:
        if not self.has(key):
            return ()
        items: Sequence[Any] = self._typed(key, list)
        return items


def _finite(value: object, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ReportError(f"{path} is missing or not a number")
    return float(value)


def _numbers(value: object, length: int, path: str) -> tuple[float, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != length:
        raise ReportError(f"{path} is not a list of {length} numbers")
    return tuple(_finite(item, path) for item in value)
