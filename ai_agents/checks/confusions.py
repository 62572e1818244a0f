"""Finds English words in the place of others: 'there goals', 'more then', 'was lead by'.

The pairs are data (`confusions_en.txt`): patterns that have no right reading in a resume, with
placeholders for kinds of words that are looked up here.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import word_pairs_in_order
from ai_agents.checks.nouns import is_collective, is_plural, is_singular
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import PROSE_KINDS, Said
from ai_agents.checks.verbs import PAST, PRESENT, also_nouns, verb

_PLACE = re.compile(r"<(\w+)>")


def _is_past(word: str) -> bool:
    known = verb(word)
    return known is not None and known[1] == PAST


def _is_base(word: str) -> bool:
    known = verb(word)
    return known == (word, PRESENT) and word not in also_nouns() and not is_singular(word)


#: Placeholder → what the word in its place must be.
_KINDS: Mapping[str, Callable[[str], bool]] = {
    "things": is_plural,
    "any": lambda word: is_plural(word) or is_singular(word) or is_collective(word),
    "past": _is_past,
    "base": _is_base,
}


@dataclass(frozen=True, slots=True)
class _Slip:
    """A pattern that shows a word in the place of another.

    `triggers` are the wrong words: without one of them the pattern is not tried. `kinds` says by
    the name of a group what its word must be.
    """

    triggers: frozenset[str]
    pattern: re.Pattern[str]
    kinds: tuple[tuple[str, Callable[[str], bool]], ...]
    wrong: str
    right: str

    def find(self, text: str) -> str | None:
        """Return the first place in a text that fits; None when none does."""
        for found in self.pattern.finditer(text):
            words = ((found[name], kind) for name, kind in self.kinds)
            if all(word is None or kind(word.lower()) for word, kind in words):
                return found.group().strip()
        return None


@cache
def _slips() -> tuple[_Slip, ...]:
    return tuple(_slip(left, right) for left, right in word_pairs_in_order("confusions_en"))


def _slip(wrong: str, rest: str) -> _Slip:
    """Make a slip of one entry of the list, already cut at its first '>'."""
    right, _, source = rest.partition(":")
    kinds: list[tuple[str, Callable[[str], bool]]] = []

    def group(found: re.Match[str]) -> str:
        name = f"{found[1]}{len(kinds)}"
        kinds.append((name, _KINDS[found[1]]))
        return rf"(?P<{name}>[a-z]+)\b"

    pattern = _PLACE.sub(group, source.strip()).replace("'", "['’]")
    words = frozenset(word.strip() for word in wrong.split("|"))
    return _Slip(
        words,
        re.compile(rf"(?<![\w'’-])(?:{pattern})(?![\w-])", re.IGNORECASE),
        tuple(kinds),
        next(iter(sorted(words))),
        right.strip(),
    )


def confused_word(facts: Facts) -> Iterator[Hit]:
    """A word in the place of its sound-alike or look-alike."""
    for said in facts.said_in(*PROSE_KINDS):
        told: set[tuple[str, str]] = set()
        for slip in _slips():
            found = None if slip.triggers.isdisjoint(said.low) else slip.find(said.text)
            if found and (slip.wrong, slip.right) not in told:
                told.add((slip.wrong, slip.right))
                yield _hit(facts, said, slip, found)


def _hit(facts: Facts, said: Said, slip: _Slip, found: str) -> Hit:
    wrong = next(word for word in sorted(slip.triggers) if word in said.low)
    values = {"text": found, "wrong": wrong, "right": slip.right, "tag": wrong}
    return Hit((facts.line_with(said, found),), values)
