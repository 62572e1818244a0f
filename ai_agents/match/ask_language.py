"""Reads which languages a clause asks for, and how well."""

from typing import Final

from ai_agents.match.asks import Ask
from ai_agents.match.clause_words import ClauseWords
from ai_agents.match.lexicon import function_words, languages, wording
from ai_agents.vocabulary import RequirementKind

#: What is asked where no level is named: to work in it.
_UNSAID: Final = 3
#: Words around a name among which its level stands.
_REACH: Final = 5


def languages_asked(clause: ClauseWords) -> tuple[Ask, ...]:
    """Return the asks for languages; takes the words they are made of."""
    known = languages()
    places = [
        at
        for at, word in enumerate(clause.folded)
        if word in known.names and at not in clause.taken
    ]
    if not places or not _about_languages(clause, places):
        return ()
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
        clause.take(range(max(0, at - _REACH), min(len(clause.words), at + _REACH + 1)))
    return found


def _about_languages(clause: ClauseWords, places: list[int]) -> bool:
    words = set(clause.folded)
    if wording("language") & words or any(word in languages().levels for word in words):
        return True
    if any(len(clause.folded[at]) > len("kenntnisse") + 4 for at in places):
        return True  # Englischkenntnisse
    others = [word for at, word in enumerate(clause.folded) if at not in places]
    return len(clause.words) <= 2 or function_words().issuperset(others)


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
    first = last = at
    while first > 0 and not {",", ";", "("}.intersection(clause.words[first].gap):
        first -= 1
    while last + 1 < len(clause.words) and not {",", ";", "("}.intersection(
        clause.words[last + 1].gap
    ):
        last += 1
    return clause.text(first, last)
