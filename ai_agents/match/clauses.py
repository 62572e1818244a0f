"""Cuts what a posting says into clauses, each with whether it is required or a plus."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from ai_agents.match.lexicon import wording
from ai_agents.profile.folding import fold
from ai_agents.vocabulary import PostingPart

_SENTENCE_END: Final = re.compile(r"(\S*[.!?])\s+(?=[A-ZÄÖÜÉÈÀ¿¡\d])")
#: What ends with a period and ends no sentence.
_SHORTENED: Final = re.compile(
    r"(?:e\.g|i\.e|etc|z\.b|d\.h|u\.a|ca|inc|ltd|bzw|inkl|incl|abgeschl|(?:p\.)?ej|dr|st|mrs?|min|max"
    r"|approx|vs|no|nr|yrs|[a-zà-ÿ])\."
)
_SEMICOLON: Final = re.compile(r"\s*[;•·▪]\s+")
#: 'preferably in a hospital': what follows is a plus, what stands before is asked for.
_PLUS_FOLLOWS: Final = re.compile(
    r"[,;(–-]?\s*\b(?:and|und|et|y)?\s*\b(?:preferably|ideally|idealerweise|vorzugsweise|bevorzugt|idéalement"
    r"|de préférence|preferiblemente|idealmente|preferentemente|gern auch|gerne auch)\b[,:]?\s*",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"\s*\(([^()]{3,160})\)")
#: Words of a clause of its own at the end of a sentence: 'fluent English, Spanish a plus'.
_OWN_CLAUSE_WORDS: Final = 9
_JOINS: Final = re.compile(r"^(?:and|or|und|oder|et|ou|y|o)\b|\b(?:or|oder|ou)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a posting that asks for something."""

    text: str
    required: bool


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph."""
    pieces, at = [], 0
    for found in _SENTENCE_END.finditer(text):
        word = found.group(1).lstrip("(").lower()
        if _SHORTENED.fullmatch(word):
            continue
        pieces.append(text[at : found.end(1)])
        at = found.end()
    pieces.append(text[at:])
    return tuple(piece.strip() for piece in pieces if piece.strip())


@cache
def _cues(kind: str) -> re.Pattern[str]:
    phrases = sorted(wording(kind), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


def says(kind: str, text: str) -> bool:
    """Whether a text holds a phrase of a kind of `wording.txt`."""
    return any(_cues(kind).search(piece) for piece in _folded(text))


def _folded(text: str) -> Iterator[str]:
    """Yield the text folded, in pieces that can be folded whole."""
    for start in range(0, len(text), 350):
        yield fold(text[start : start + 400])


def clauses(sentence: str, part: PostingPart) -> tuple[Clause, ...]:
    """Return the clauses of a sentence with their importance.

    Words decide before the heading: 'a plus' under Requirements is a plus, 'required' under Nice to
    have is required.
    """
    standing = part is not PostingPart.PREFERRED
    found = []
    for piece in _SEMICOLON.split(sentence):
        inner, rest = _preferred_brackets(piece)
        for text, plus in _around_plus(rest):
            found += [Clause(text, required=False)] if plus else _by_cues(text, standing=standing)
        found += [Clause(text, required=False) for text in inner]
    return tuple(clause for clause in found if len(clause.text) > 1)


def _preferred_brackets(text: str) -> tuple[list[str], str]:
    """Take out brackets that name a plus: '(MBA preferred)'."""
    inner = [
        piece
        for piece in _BRACKETS.findall(text)
        if says("preferred", piece) and len(fold(piece).split()) > 1
    ]
    for piece in inner:
        text = text.replace(f"({piece})", " ")
    return inner, " ".join(text.split())


def _around_plus(text: str) -> list[tuple[str, bool]]:
    """Cut at 'preferably': what follows up to the end is a plus."""
    found = _PLUS_FOLLOWS.search(text)
    if found is None:
        return [(text, False)]
    before, after = text[: found.start()].strip(), text[found.end() :].strip(" )")
    return [piece for piece in ((before, False), (after, True)) if piece[0]]


def _by_cues(text: str, *, standing: bool) -> list[Clause]:
    plus, must = says("preferred", text), says("required", text)
    if not plus:
        return [Clause(text, standing or must)]
    head, comma, last = text.rpartition(",")
    own = comma and len(last.split()) <= _OWN_CLAUSE_WORDS and not _JOINS.search(last.strip())
    if must or (own and says("preferred", last) and not says("preferred", head)):
        pieces = [piece.strip() for piece in (head, last) if piece.strip()]
        return [
            Clause(piece, (standing or says("required", piece)) and not says("preferred", piece))
            for piece in pieces
        ]
    return [Clause(text, required=False)]
