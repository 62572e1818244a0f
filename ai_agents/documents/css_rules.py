"""Which CSS declarations hold for an element: its style attribute over the rules that name it.

Selectors of tags, classes and ids are understood, also below or inside each other ('.cv p');
rules with anything else (hover, attributes, siblings) are left out.
"""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from ai_agents.documents.text import without_spans

_RULE: Final = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_COMPOUND: Final = re.compile(r"^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$", re.IGNORECASE)
_NAMES: Final = re.compile(r"[.#][\w-]+")
#: Media whose rules hold on a screen of any width.
_ON_SCREEN: Final = re.compile(r"^@media\s+(?:only\s+)?(?:all|screen)\s*$", re.IGNORECASE)
_MAX_RULES: Final = 2_000
_MAX_STEPS: Final = 4


@dataclass(frozen=True)
class _Rule:
    """One selector: (tag, classes and ids) from the outermost element to the one it is about."""

    steps: tuple[tuple[str, frozenset[str]], ...]
    weight: tuple[int, int, int]
    said: dict[str, str]


class Sheet:
    """The rules of a page's style sheets, found by the element they are about."""

    def __init__(self, text: str) -> None:
        """Take the text of all style sheets of a page."""
        self._by_key: dict[str, list[_Rule]] = {}
        for selectors, body in _RULE.findall(_on_screen(without_spans(text, "/*", "*/")))[
            :_MAX_RULES
        ]:
            said = declarations(body)
            for selector in selectors.split(","):
                rule = _rule(selector.replace(">", " ").split(), said)
                if rule is not None:
                    tag, names = rule.steps[-1]
                    self._by_key.setdefault(min(names, default=tag), []).append(rule)

    def said(self, element: etree._Element) -> dict[str, str]:
        """Return what rules and the style attribute say of an element, the strongest last."""
        found: dict[str, str] = {}
        if self._by_key:
            keys = ("*", _tag(element), *_names_of(element))
            rules = [rule for key in keys for rule in self._by_key.get(key, ())]
            for rule in sorted(rules, key=lambda rule: rule.weight):
                if _holds(rule, element):
                    found |= rule.said
        return found | declarations(element.get("style", ""))


def declarations(text: str) -> dict[str, str]:
    """Return the declarations of a style attribute or rule body, in lower case."""
    found: dict[str, str] = {}
    for declaration in text[:4000].split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def _rule(words: list[str], said: dict[str, str]) -> _Rule | None:
    steps = []
    ids = classes = tags = 0
    for word in words:
        match = _COMPOUND.match(word)
        if match is None:
            return None
        names = frozenset(name.lower() for name in _NAMES.findall(match.group(2)))
        tag = (match.group(1) or "*").lower()
        ids += sum(name.startswith("#") for name in names)
        classes += sum(name.startswith(".") for name in names)
        tags += tag != "*"
        steps.append((tag, names))
    if not 0 < len(steps) <= _MAX_STEPS:
        return None
    return _Rule(tuple(steps), (ids, classes, tags), said)


def _holds(rule: _Rule, element: etree._Element) -> bool:
    """Whether an element and those around it are what the selector names."""
    *outer, last = rule.steps
    if not _is(element, last):
        return False
    around = element.iterancestors()
    return all(any(_is(ancestor, step) for ancestor in around) for step in reversed(outer))


def _is(element: etree._Element, step: tuple[str, frozenset[str]]) -> bool:
    tag, names = step
    return tag in ("*", _tag(element)) and names.issubset(_names_of(element))


def _tag(element: etree._Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _names_of(element: etree._Element) -> list[str]:
    names = [f".{name}" for name in element.get("class", "").lower().split()[:20]]
    return [*names, f"#{element.get('id', '').lower()}"] if element.get("id") else names


def _on_screen(sheet: str) -> str:
    """Return the sheet without its at-rules, but with those that hold on any screen opened."""
    kept: list[str] = []
    at = 0
    while (start := sheet.find("@", at)) >= 0:
        kept.append(sheet[at:start])
        at = _end_of_at_rule(sheet, start)
        head, _, body = sheet[start:at].partition("{")
        if _ON_SCREEN.match(head):
            kept.append(body.rstrip()[:-1])
    kept.append(sheet[at:])
    return "".join(kept)


def _end_of_at_rule(sheet: str, start: int) -> int:
    depth = 0
    for at in range(start, len(sheet)):
        sign = sheet[at]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth <= 0:
                return at + 1
        elif sign == ";" and depth == 0:
            return at + 1
    return len(sheet)
