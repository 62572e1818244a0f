"""The marks in front of list paragraphs of a Word file: bullets and counted numbers (17.9)."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from ai_agents.documents.docx_package import W
from ai_agents.documents.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_MAX_MARK_CHARS: Final = 40
_DEFAULT_BULLET: Final = "•"


@dataclass(frozen=True)
class _Level:
    """One level of a list: its number format, its text with %1…%9, where it starts."""

    kind: str
    text: str
    start: int


class Numbering:
    """The lists of one file and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the numbering part; without one every list has plain bullets."""
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}
        if root is None:
            return
        for abstract in root.iterchildren(W + "abstractNum"):
            self._levels[abstract.get(W + "abstractNumId", "")] = {
                int(level.get(W + "ilvl", "0")): _level(level)
                for level in abstract.iterchildren(W + "lvl")
                if level.get(W + "ilvl", "0").isdecimal()
            }
        for number in root.iterchildren(W + "num"):
            target = number.find(W + "abstractNumId")
            if target is not None:
                self._lists[number.get(W + "numId", "")] = target.get(W + "val", "")

    def mark(self, list_id: str, depth: int) -> str | None:
        """Count one paragraph of a list and return its mark, None for a list that shows none."""
        abstract = self._lists.get(list_id, "")
        levels = self._levels.get(abstract)
        level = levels.get(depth) if levels else None
        if levels is None or level is None:
            return _DEFAULT_BULLET
        if level.kind == "none":
            return None
        if level.kind == "bullet":
            return _bullet(level.text)
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        at = min(depth, _LEVELS - 1)
        counts[at] = counts[at] + 1 if counts[at] else level.start
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        return _PLACE.sub(lambda m: _place(m.group(1), counts, levels), level.text).strip() or None


def _place(digit: str, counts: list[int], levels: dict[int, _Level]) -> str:
    at = int(digit) - 1
    level = levels.get(at)
    count = counts[at] or (level.start if level else 1)
    return numeral(count, level.kind if level else "decimal")


def _level(element: etree._Element) -> _Level:
    def value(name: str, default: str) -> str:
        child = element.find(W + name)
        return default if child is None else child.get(W + "val", default)

    start = value("start", "1")
    return _Level(
        kind=value("numFmt", "decimal"),
        text=value("lvlText", "")[:_MAX_MARK_CHARS],
        start=int(start) if start.isdecimal() and len(start) < 6 else 1,
    )


def _bullet(text: str) -> str | None:
    """Symbol fonts draw their bullets with private or ordinary letters; show one everybody has."""
    text = text.strip()
    if not text:
        return None
    sign = text[0]
    return _DEFAULT_BULLET if "\ue000" <= sign <= "\uf8ff" or sign.isalnum() else sign
