"""Reads which languages a clause asks for, and how well."""

from typing import Final

from ai_agents.match.asks import Ask
from ai_agents.match.clause_words import ClauseWords
from ai_agents.match.lexicon import languages, wording
from ai_agents.vocabulary import RequirementKind

#: What is asked where no level is named: to work in it.
_UNSAID: Final = 3
#: Words around a name among which its level stands.
_REACH: Final = 5
#: 'Communicate in English', 'auf Deutsch'.
_INTO: Final = frozenset({"in", "auf", "en"})
_BREAKS: Final = frozenset(",;/")


def languages_asked(clause: ClauseWords) -> tuple[Ask, ...]:
    """Return the asks for languages; takes the words they are made of."""
    known = languages()
    places = [
        at
        for at, word in enumerate(clause.folded)
        if word in known.names and at not in clause.taken
    ]
    places = [at for at in places if _about_language(clause, at)]
    found = tuple(
        Ask(
            RequirementKind.LANGUAGE,
            _own_words(clause, at),
            level=_level(clause, at) or _UNSAID,
            language=known.names[clause.folded[at]].code,
        )
        for at in places
    )
    for at in places:
        first, last = _piece(clause, at)
        clause.take(range(max(first, at - _REACH), min(last, at + _REACH) + 1))
    return found


def _about_language(clause: ClauseWords, at: int) -> bool:
    """Whether the piece between commas that names a language is about speaking it."""
    first, last = _piece(clause, at)
    words = clause.folded[first : last + 1]
    known = languages()
    if not wording("language").isdisjoint(words) or any(word in known.levels for word in words):
        return True
    if clause.folded[at].endswith(("kenntnisse", "kenntnissen")):
        return True
    if at and clause.folded[at - 1] in _INTO:
        return True
    others = [n for n in clause.content(first, last) if clause.folded[n] not in known.names]
    return not others


def _level(clause: ClauseWords, at: int) -> int:
    """Return the rank of the level nearest to a name, the higher of two as near; 0 for none."""
    levels = languages().levels
    near = [
        (abs(place - at), -levels[word])
        for place, word in enumerate(clause.folded)
        if word in levels and abs(place - at) <= _REACH
    ]
    return -min(near)[1] if near else 0


def _own_words(clause: ClauseWords, at: int) -> str:
    """Return the piece of the clause between commas that names the language."""
    return clause.text(*_piece(clause, at))


def _piece(clause: ClauseWords, at: int) -> tuple[int, int]:
    first = last = at
    while first > 0 and not _BREAKS.intersection(clause.words[first].gap):
        first -= 1
    while last + 1 < len(clause.words) and not _BREAKS.intersection(clause.words[last + 1].gap):
        last += 1
    return first, last
