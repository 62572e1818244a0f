"""Reads which level and field of education a clause asks for."""

import itertools
from typing import Final

from ai_agents.match.asks import Ask
from ai_agents.match.clause_words import ClauseWords
from ai_agents.match.clauses import says
from ai_agents.match.lexicon import DegreeLevel, degrees, wording
from ai_agents.vocabulary import RequirementKind

_LONGEST: Final = 3
#: 'A bachelor or Master': a capital tells that the word behind is a degree too.
_CHOICE: Final = frozenset({"or", "and", "a", "oder", "und"})


def degree_asked(clause: ClauseWords) -> Ask | None:
    """Return the ask for a degree; takes the words it is made of. The lowest level named counts."""
    levels = levels_in(clause)
    if not levels:
        return None
    first, last = min(levels), max(levels)
    end = _field_end(clause, last)
    fields = fields_in(clause, 0, end)
    text = clause.cut.text
    clause.take(range(end + 1))
    return Ask(
        RequirementKind.DEGREE,
        clause.text(0, end) if first <= _LONGEST + 2 else clause.text(first, end),
        level=min(level.rank for level in levels.values()),
        fields=fields,
        related=says("related", text),
        equivalent=says("equivalent", text),
    )


def levels_in(clause: ClauseWords) -> dict[int, DegreeLevel]:
    """Return word number → level for the words that name a degree."""
    found: dict[int, DegreeLevel] = {}
    at = 0
    while at < len(clause.words):
        size = _level_at(clause, at)
        if size:
            keys = _keys(clause, at, size)
            if keys != ("degree",) or not found:  # of 'master's degree' the first word tells
                found[at + size - 1] = degrees().levels[keys]
        at += size or 1
    return found


def _keys(clause: ClauseWords, at: int, size: int) -> tuple[str, ...]:
    return tuple(word.key for word in clause.words[at : at + size])


def _level_at(clause: ClauseWords, at: int) -> int:
    """Return how many words from here name a level, 0 for none."""
    known = degrees()
    for size in range(min(_LONGEST, len(clause.words) - at), 0, -1):
        keys = _keys(clause, at, size)
        if keys not in known.levels:
            continue
        after = clause.folded[at + size] if at + size < len(clause.words) else ""
        before = clause.folded[at - 1] if at else ""
        if after in wording("degree-not") and not (after == "of" and keys != ("degree",)):
            return 0
        if keys in known.unsure and not _sure(clause, at, before, after):
            return 0
        return size
    return 0


def _sure(clause: ClauseWords, at: int, before: str, after: str) -> bool:
    written = clause.words[at].written
    if len(written) <= 3 and not written.isupper() and not written.startswith("B"):
        return False
    beside = "/" in clause.words[at].gap or (
        at + 1 < len(clause.words) and clause.words[at + 1].gap.startswith("/")
    )
    capital = before in _CHOICE and written[:1].isupper()
    named = after in wording("degree-after") or before in wording("degree-before")
    return beside or capital or named or "’s" in written


def _field_end(clause: ClauseWords, last: int) -> int:
    """Return the last word of the degree and its fields."""
    for at in range(last + 1, len(clause.words)):
        stops = clause.folded[at] in wording("field-stop") or clause.folded[at].isdigit()
        if clause.words[at].gap.startswith("-"):  # 'Gesundheits- und Krankenpfleger' is one
            continue
        if stops or {";", "."}.intersection(clause.words[at].gap):
            return at - 1
    return len(clause.words) - 1


def fields_in(clause: ClauseWords, first: int, last: int) -> tuple[str, ...]:
    """Return the fields named among these words: known ones, else roots of what carries meaning."""
    families = degrees().families
    keys = [word.key for word in clause.words[first : last + 1]]
    pairs = [one + other for one, other in itertools.pairwise(keys)]
    known = [key for key in (*keys, *pairs) if key in families]
    if known:
        return tuple(dict.fromkeys(known))
    levels = set(levels_in(clause))
    rest = [at for at in clause.content(first, last) if at not in levels]
    after = [at for at in rest if at and clause.folded[at - 1] in wording("field-before")]
    return tuple(clause.words[at].root for at in after)
