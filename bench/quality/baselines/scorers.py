"""Two scorers of the usual free kind, written for comparison on the same files.

`keywords` is a percentage of terms found; `checklist` counts words, headings, figures and strong
verbs and knows some phrases to avoid, as the published rule lists of free checkers do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from bench.quality.wordings import load

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"\+?\(?\d[\d ().-]{7,}\d")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|our)\b")
_BULLET = re.compile(r"^\s*[•*\-–▪]\s", re.MULTILINE)
_FEWEST_WORDS, _MOST_WORDS = 300, 900
#: Below so many points a check becomes a complaint; 5 where nothing is said.
_POOR = {"first-person": 10.0, "buzzword": 10.0, "section-missing": 10.0, "duty-phrase": 0.0}
_TERM = re.compile(r"[a-z0-9+#.]+")


@cache
def _lists() -> Any:
    """Return the phrase lists of the checklist."""
    return load("checklist")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A score of 0–100, and what the scorer complains of, by the names of our rules."""

    score: float
    complaints: frozenset[str]


def keywords(text: str, terms: Iterable[Iterable[str]]) -> Verdict:
    """Return the share of terms found; each term is given as its synonyms."""
    said = _spaced(text)
    groups = [[_spaced(word) for word in term] for term in terms]
    found = sum(any(word in said for word in group if word.strip()) for group in groups)
    return Verdict(100 * found / len(groups) if groups else 0.0, frozenset())


def _spaced(text: str) -> str:
    return f" {' '.join(_TERM.findall(text.lower()))} "


def checklist(text: str) -> Verdict:
    """Return the points of ten checks of ten points each; countable things earn points by count."""
    low = text.lower()
    lines = [line.strip().lower() for line in text.splitlines() if line.strip()]
    missing = _missing([line for line in lines if len(line.split()) <= 4])
    openers = [re.sub(r"^[^a-z]+", "", line).split(" ")[0] for line in lines]
    words, lists = len(text.split()), _lists()
    weak = _count(lists["weak"], low)
    cliches = _count(lists["cliches"], low)
    persons = len(_FIRST_PERSON.findall(text))
    figures = len(_NUMBER.findall(text))
    points = {
        "too-short": _part(words, _FEWEST_WORDS),
        "too-long": 10.0 if words <= _MOST_WORDS else 0.0,
        "email-missing": 10.0 if _EMAIL.search(text) else 0.0,
        "phone-missing": 10.0 if _PHONE.search(text) else 0.0,
        "section-missing": 10.0 - 2.5 * len(missing),
        "no-bullets": _part(len(_BULLET.findall(text)), 8),
        "bullet-unquantified": _part(figures, 20),
        "weak-verbs": _part(sum(word in lists["strong"] for word in openers), 8),
        "first-person": max(0.0, 10.0 - 3 * persons),
        "buzzword": max(0.0, 10.0 - 3 * cliches),
        "duty-phrase": -3.0 * weak,
    }
    poor = {name for name, earned in points.items() if earned < _POOR.get(name, 5.0)}
    poor -= set() if weak else {"duty-phrase"}
    poor |= {f"{name}-missing" for name in missing} | ({"weak-opener"} if weak else set())
    return Verdict(max(0.0, sum(points.values())), frozenset(poor))


def _part(count: int, enough: int) -> float:
    """Return ten points for enough of a thing, and their share for less."""
    return 10.0 * min(1.0, count / enough)


def _count(phrases: Iterable[str], low: str) -> int:
    return sum(low.count(phrase) for phrase in phrases)


def _missing(heads: list[str]) -> list[str]:
    return [
        name
        for name, words in _lists()["headings"].items()
        if not any(word in head for head in heads for word in words)
    ]
