"""Finds words that tell a gender: pronouns, forms of address, 'wife', 'saleswoman', '-erin'.

A pronoun is hidden; a word that also says something else keeps that meaning and loses its gender
('saleswoman' → 'salesperson', 'Ingenieurin' → 'Ingenieur').
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ai_agents.checks.lexicon import word_list, word_pairs
from ai_agents.fairness.names import honorific
from ai_agents.fairness.placeholders import placeholder
from ai_agents.fairness.spans import Span, hidden_by, words_in
from ai_agents.vocabulary import IdentityKind

_KIND: Final = IdentityKind.PRONOUN
#: '(she/her)', 'they/them/theirs': pronouns told on purpose, neutral ones included.
_TOLD: Final = re.compile(
    r"[(\[]?\b(?:she|he|they|ze|xe|ella?|elle|il|er|sie|hen)\s?[/|]\s?"
    r"(?:her|him|them|hers|his|theirs|they|hir|xem|ihr|ihm|ihn|he|she)\b"
    r"(?:\s?[/|]\s?(?:hers|his|theirs|their|hirs|xyrs|they)\b)?[)\]]?",
    re.IGNORECASE,
)
_STEMS_DE: Final = "er|ör|or|eur|ent|ant|ist|graf|loge|nom|wirt"
#: Feminine forms of people by language, and what stands for both; 'Berlin' has no such stem.
_ENDINGS: Final = {
    "de": (
        (rf"\b([A-ZÄÖÜ][a-zäöüß]{{1,40}}(?:{_STEMS_DE}))[:*_]?(?:/-)?in(?:nen)?\b", r"\1"),
        (r"\bÄrztin(?:nen)?\b", "Arzt"),
        (r"\b([A-ZÄÖÜ][a-zäöüß]{1,40})ärztin(?:nen)?\b", r"\1arzt"),
    ),
    "fr": (
        (r"\b(\w{3,40})trice(s?)\b", r"\1teur\2"),
        (r"\b(\w{2,40}[pltd])euse(s?)\b", r"\1eur\2"),
    ),
    "es": ((r"\b(\w{3,40}[dts])oras\b", r"\1ores"), (r"\b(\w{3,40}[dts])ora\b", r"\1or")),
    "pt": ((r"\b(\w{3,40}[dts])oras\b", r"\1ores"), (r"\b(\w{3,40}[dts])ora\b", r"\1or")),
    "it": ((r"\b(\w{3,40})trice\b", r"\1tore"),),
}
#: A name follows a form of address; 'Ms Excel' is none.
_NAMED: Final = r"(?=\s{1,3}(?!Office|Excel|Word|Access|Project|SQL|Power|Visio|Teams|Win)[A-ZÀ-Þ])"
#: Subjects of study and work, not people's gender.
_SUBJECTS: Final = re.compile(
    r"\b(?:wom[ae]n['’]?s|men['’]?s|maternal|girls['’]?|boys['’]?)"
    r" (?:and (?:children|girls|boys)['’]?s? )?"
    r"(?:health|studies|wear|clothing|apparel|fashion|footwear|shoes)\b"
    r"|\b(?:maternity|paternity) (?:ward|unit|care|services?|nurs\w+|clinic)\b"
    r"|\bmother[- ](?:tongue|board|ship)\w*|\b(?:\w+ )?& sons?\b|\band sons?\b|\bson of\b",
    re.IGNORECASE,
)


class GenderFinder:
    """Finds gendered words of one language; English where the language is not known."""

    def __init__(self, language: str | None) -> None:
        """Take the document's language as an ISO 639-1 code."""
        self._language = language or "en"
        self._words = _words_of(self._language)
        self._first = _beginnings(self._words)
        self._endings = tuple(
            (re.compile(pattern), form) for pattern, form in _ENDINGS.get(self._language, ())
        )

    def spans(self, text: str) -> Iterator[Span]:
        """Yield pronouns and gendered words of a text."""
        words = words_in(text)
        if "/" in text or "|" in text:
            for found in _TOLD.finditer(text):
                yield hidden_by(found, _KIND)
        if not words.isdisjoint(word_list("honorifics")):
            for found in honorific(_NAMED).finditer(text):
                yield hidden_by(found, _KIND)
        if not words.isdisjoint(self._first):
            yield from self._gendered(text)
        for pattern, form in self._endings:
            for found in pattern.finditer(text):
                yield Span(*found.span(), _KIND, found.expand(form))

    def _gendered(self, text: str) -> Iterator[Span]:
        subjects = [found.span() for found in _SUBJECTS.finditer(text)]
        for found in _pattern(self._words).finditer(text):
            if not any(start <= found.start() < end for start, end in subjects):
                yield from self._word(found)

    def _word(self, found: re.Match[str]) -> Iterator[Span]:
        word = found[0]
        neutral = _neutral(self._language).get(word.lower().replace("’", "'"))
        if neutral is not None:
            yield Span(*found.span(), _KIND, _cased(neutral, word))
        elif not word.isupper():  # HIS is a hospital's information system
            yield Span(*found.span(), _KIND, placeholder(_KIND, lower=word.islower()))


def _cased(neutral: str, word: str) -> str:
    if word.isupper():
        return neutral.upper()
    return neutral.capitalize() if word[:1].isupper() else neutral


@cache
def _neutral(language: str) -> dict[str, str]:
    """Return gendered word → neutral word."""
    name = "gendered_words_en" if language == "en" else "gendered_words"
    return dict(word_pairs(name))


@cache
def _words_of(language: str) -> frozenset[str]:
    """Return the pronouns and gendered words of a language."""
    return frozenset((*_pronouns().get(language, ()), *_neutral(language)))


@cache
def _beginnings(words: frozenset[str]) -> frozenset[str]:
    """Return what stands before an apostrophe: 'women' of "women's"."""
    return frozenset(word.partition("'")[0] for word in words)


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word).replace("'", "['’]") for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{joined})(?!\w)", re.IGNORECASE)


@cache
def _pronouns() -> dict[str, tuple[str, ...]]:
    rows = (row.partition(":") for row in word_list("pronouns"))
    return {language: tuple(words.split()) for language, _, words in rows}
