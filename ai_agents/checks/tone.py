"""Checks of wording: empty phrases, spoken language, old formulas, capitals and marks."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from ai_agents.checks.acronyms import capitals
from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import phrase_pattern
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import WORK_KINDS
from ai_agents.vocabulary import SectionKind

_QUOTED = (
    SectionKind.REFERENCES,
    SectionKind.PUBLICATIONS,
    SectionKind.INTERESTS,
    SectionKind.CONTACT,
)
_EMOJI = re.compile(
    "[\U0001f600-\U0001f64f\U0001f680-\U0001f6c5\U0001f911-\U0001f92f\U0001f38a\U0001f389\U0001f525]"
)
#: 'tons of' behind a number is a weight; 'stuff' may be a verb: 'to stuff envelopes'.
_MEASURED = re.compile(
    r"(?:\d|\b(?:thousand|hundred|million|metric|short|long))\s(?=tons?\b)|\bto\s(?=stuff\b)"
    r"|\b(?=stuff(?:ed)?\s(?:envelopes|bags))",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:references?|recommendations?|referees|testimonials)"
    r"[\w ,:]{0,40}? (?:up)?on (?:your )?(?:request|demand)",
    re.IGNORECASE,
)
_EXCLAIM = re.compile(r"[\w)%”\"’]!+(?=\s|$)")
_BRAND_MARK = re.compile(
    r"\b(?:yahoo|jeopardy|yum|joomla|mamma mia|oliver|jeopardy|hello)!", re.IGNORECASE
)


def buzzword(facts: Facts) -> Iterator[Hit]:
    """A phrase claims a quality without showing it."""
    pattern = phrase_pattern("buzzwords", facts.language or "")
    for said in facts.statements:
        if said.section in {SectionKind.REFERENCES, SectionKind.PUBLICATIONS}:
            continue
        for phrase in dict.fromkeys(map(str.lower, pattern.findall(said.text))):
            yield Hit((facts.line_with(said, phrase),), {"phrase": phrase, "tag": phrase})


def unprofessional_email(facts: Facts) -> Iterator[Hit]:
    """The address before the @ is a joke or a nickname; the person's own name never counts."""
    if facts.contact.email_unserious:
        yield Hit(facts.contact.email_lines[:1])


def casual_language(facts: Facts) -> Iterator[Hit]:
    """A word of spoken language, or a picture in its place."""
    pattern = phrase_pattern("casual_words", facts.language or "")
    for said in facts.said_in(*WORK_KINDS, SectionKind.SUMMARY):
        serious = {found.end() for found in _MEASURED.finditer(said.text)}
        for found in (*pattern.finditer(said.text), *_EMOJI.finditer(said.text)):
            if found.start() not in serious:
                values = {"word": found.group(), "tag": found.group()}
                yield Hit((facts.line_with(said, found.group()),), values)
                break


def exclamation(facts: Facts) -> Iterator[Hit]:
    """A statement ends in an exclamation mark."""
    for said in facts.statements:
        found = _EXCLAIM.search(_BRAND_MARK.sub("", said.text))
        if found and said.section not in _QUOTED:
            yield Hit((facts.line_with(said, found.group()),))


def shouting(facts: Facts) -> Iterator[Hit]:
    """A whole statement in capitals."""
    for said in facts.said_in(*WORK_KINDS, SectionKind.SUMMARY):
        if len(said.words) >= 7 and capitals(said.text) > 0.9:
            yield Hit((said.first,))


def outdated_phrase(facts: Facts) -> Iterator[Hit]:
    """A formula that costs space and tells nothing."""
    pattern = phrase_pattern("outdated_phrases", facts.language or "")
    for line, following in zip_longest(facts.lines, facts.lines[1:]):
        text = line.text[:300]
        joined = f"{text} {following.text[:60]}" if following else text  # a narrow column wraps it
        found = pattern.search(joined) or (_REFERENCES.search(joined) if facts.english else None)
        if found and found.start() < len(text):
            yield Hit((line.id,), {"phrase": found.group().lower()})
