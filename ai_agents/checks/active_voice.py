"""Checks of voice: who speaks, and whether statements say what was done."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import phrase_pattern
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import WORK_KINDS, Said
from ai_agents.checks.verbs import verb
from ai_agents.checks.voice import duty_in, passive_opening, weak_opening
from ai_agents.vocabulary import SectionKind

SAME_VERB = 4
#: Words a statement needs to count: fewer are headings and rests of lines.
_SHORTEST = 3
_QUOTED = (
    SectionKind.REFERENCES,
    SectionKind.PUBLICATIONS,
    SectionKind.INTERESTS,
    SectionKind.CONTACT,
)
#: 'I' before a verb; after another capital it counts ('Phase I', 'Engineer I').
_I = re.compile(r"(?<![\w./&-])I(?:['’](?:m|ve|d|ll)\b|\s+[a-z]+)")
_BEFORE_I = frozenset(
    ["As", "When", "While", "Where", "What", "That", "And", "But", "Since", "Because", "If", "So",
     "Also", "Then", "Here", "There", "How", "Which", "Currently", "Although", "Though", "After",
     "Before", "Today", "Now", "Later", "Once", "Until", "Responsibility", "Today"]
)  # fmt: skip


def first_person(facts: Facts) -> Iterator[Hit]:
    """A statement speaks as I or we."""
    for said in facts.statements:
        if said.section in _QUOTED:
            continue
        found = _first_person(said.text, facts.language)
        if found:
            values = {"word": found.split()[0]}
            yield Hit((facts.line_with(said, found),), values)


def _first_person(text: str, language: str | None) -> str | None:
    """Return the first words that speak of the person; words in capitals are short forms."""
    places = [
        found
        for found in phrase_pattern("first_person", language or "").finditer(text)
        if not found.group().isupper() and not _in_address(text, *found.span())
    ]
    if language == "en":
        places += (found for found in _I.finditer(text) if not _counts(text[: found.start()]))
    first = min(places, key=lambda found: found.start(), default=None)
    return first.group() if first else None


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address or of a hyphened word: 'my-portfolio.com'."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (bool(before) and before in "/.@-_") or (bool(after) and after in "/@-_")


def _counts(before: str) -> bool:
    """Whether an 'I' behind a text is a number: it follows a name ('Calculus I', 'Engineer I')."""
    word = next(iter(before.split()[-1:]), "")
    return word.isalpha() and word[0].isupper() and word not in _BEFORE_I


def duty_phrase(facts: Facts) -> Iterator[Hit]:
    """A statement names a duty instead of what was done."""
    for said in facts.said_in(*WORK_KINDS, SectionKind.SUMMARY):
        phrase = duty_in(said, facts.language)
        if phrase:
            yield Hit((facts.line_with(said, phrase),), {"phrase": phrase.lower()})


def weak_opener(facts: Facts) -> Iterator[Hit]:
    """A bullet opens with a verb that hides the person's own part."""
    for said in facts.said_in(*WORK_KINDS):
        phrase = weak_opening(said, facts.language)
        if phrase and not duty_in(said, facts.language):
            yield Hit((said.first,), {"phrase": phrase})


def passive_voice(facts: Facts) -> Iterator[Hit]:
    """A bullet opens with what was done to the person."""
    for said in facts.said_in(*WORK_KINDS):
        phrase = passive_opening(said)
        if phrase and not duty_in(said, facts.language):
            yield Hit((said.first,), {"phrase": phrase})


def repeated_verb(facts: Facts) -> Iterator[Hit]:
    """Four or more statements about work open with the same verb."""
    openers: dict[str, list[Said]] = {}
    for said in facts.said_in(*WORK_KINDS):
        known = verb(said.opener)
        if known and said.repeat_of is None and len(said.words) >= _SHORTEST:
            openers.setdefault(known[0], []).append(said)
    for base in sorted(openers):
        said_so = openers[base]
        if len(said_so) >= SAME_VERB:
            values = {"verb": said_so[0].opener.capitalize(), "count": len(said_so), "tag": base}
            yield Hit(tuple(said.first for said in said_so)[:8], values)
