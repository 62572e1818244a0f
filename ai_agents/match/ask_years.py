"""Reads how many years of experience a clause asks for, and in what."""

import re
from typing import Final

from ai_agents.match.asks import Ask, Topic
from ai_agents.match.clause_words import ClauseWords
from ai_agents.match.lexicon import wording
from ai_agents.vocabulary import RequirementKind

_NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        (
            "one ein einem eine un une uno",
            "two zwei deux dos",
            "three drei trois tres",
            "four vier quatre cuatro",
            "five fünf cinq cinco",
            "six sechs seis",
            "seven sieben sept siete",
            "eight acht huit ocho",
            "nine neun neuf nueve",
            "ten zehn dix diez",
        ),
        1,
    )
    for word in words.split()
}
#: What 'several years' is read as where no number is given.
SEVERAL_YEARS: Final = 3
_UNIT: Final = r"(?:years?|yrs?|jahren?|jährige[rnms]?|ans?|années?|años?)"
_COUNT: Final = rf"(?:\d{{1,2}}(?:[.,]\d)?|{'|'.join(_NUMBERS)})"
_YEARS: Final = re.compile(
    rf"(?<![\w.])(?P<least>{_COUNT})\s*(?:\(\d{{1,2}}\)\s*)?\+?\s*"
    r"(?:or more\s+|oder mehr\s+|ou plus\s+|o más\s+)?"
    rf"(?:(?:-|–|to|bis|à|a|or|oder)\s*{_COUNT}\s*\+?\s*)?[-\s]*(?:full\s+)?{_UNIT}(?!\w)"
    r"(?!\s*(?:of age|old|alt|d'âge|de edad))(?:['’]s?)?(?:\s+(?:or more|und mehr|et plus|o más))?",
    re.IGNORECASE,
)
_MONTHS: Final = re.compile(
    r"(?<!\w)(?P<least>\d{1,2})\s*\+?\s*(?:(?:-|–|to)\s*\d{1,2}\s*)?"
    r"(?:months?|monate?n?|mois|meses)(?!\w)(?=.{0,40}(?:experience|erfahrung|expérience|experiencia))",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(
    r"\b(?:several|multiple|many|some|mehrjährige[rnms]?|langjährige[rnms]?|mehrere|plusieurs|quelques"
    r"|varios)\b(?=.{0,25}(?:years?|erfahrung|années|ans\b|años))(?:\s+(?:years?|jahre|années|ans|años))?",
    re.IGNORECASE,
)


def years_asked(clause: ClauseWords) -> Ask | None:
    """Return the ask for experience of a length; takes the words it is made of.

    Its topic is what the rest of the clause is about, up to a comma that starts something else.
    """
    found, months = _length(clause.cut.text)
    if found is None:
        return None
    first, last = _words_at(clause, found.start(), found.end())
    clause.take(range(first, last + 1))
    begin, end = _region(clause, first, last)
    topic = clause.topic(begin, end)
    topic = Topic(topic.terms) if topic.terms else topic  # 'developing web applications' is a term
    text = clause.text(begin, end)
    either = not wording("or").isdisjoint(clause.folded[begin : end + 1])
    if len(topic.terms) < 2 or either:  # several terms that are no choice are also asked one by one
        clause.take(range(begin, end + 1))
    return Ask(RequirementKind.YEARS, text, topic, months=months)


def length_in(text: str) -> bool:
    """Whether a text names a length of experience."""
    return _length(text)[0] is not None


def _length(text: str) -> tuple[re.Match[str] | None, int]:
    if (found := _YEARS.search(text)) is not None:
        return found, round(_number(found["least"]) * 12)
    if (found := _MONTHS.search(text)) is not None:
        return found, int(found["least"])
    found = _SEVERAL.search(text)
    return found, SEVERAL_YEARS * 12


def _number(text: str) -> float:
    return float(_NUMBERS.get(text.lower(), 0) or text.replace(",", "."))


def _words_at(clause: ClauseWords, start: int, stop: int) -> tuple[int, int]:
    """Return the first and last word that lie in a stretch of the text."""
    at, inside = 0, []
    for number, word in enumerate(clause.words):
        begin = at + len(word.gap)
        at = begin + len(word.written)
        if begin < stop and at > start:
            inside.append(number)
    return inside[0], inside[-1]


def _region(clause: ClauseWords, first: int, last: int) -> tuple[int, int]:
    """Return the words the length belongs to: up to a comma after it that no 'or' follows."""
    begin, end = 0, len(clause.words) - 1
    for at in range(last + 2, end + 1):
        comma = "," in clause.words[at].gap and not _listed(clause, at)
        if comma or _another(clause, at):
            end = at - 1
            break
    for at in range(first, begin, -1):
        if {",", ";"}.intersection(clause.words[at].gap):
            begin = at
            break
    return begin, end


def _another(clause: ClauseWords, at: int) -> bool:
    """Whether something else is asked from here: 'and good knowledge of'."""
    joined = clause.folded[at] in wording("join") and at + 1 < len(clause.words)
    return joined and clause.folded[at + 1] in wording("opener")


def _listed(clause: ClauseWords, at: int) -> bool:
    return not wording("or").isdisjoint(clause.folded[at:])
