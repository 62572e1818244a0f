"""Finds words that do not fit each other in number or form: 'the doors was', 'several project'.

English only, and only where no reading is right: the noun must be a countable one of work, and what
stands before it must not carry the verb instead ('a list of doors was').
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import word_groups
from ai_agents.checks.nouns import is_collective, is_plural, is_singular, plural_of, singular_of
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import PROSE_KINDS
from ai_agents.checks.verbs import GERUND, PAST, PRESENT, also_nouns, verb


class Misfit(NamedTuple):
    """Words that do not fit: as they stand, the wrong one, and how it should read."""

    text: str
    wrong: str
    right: str


class _Found(NamedTuple):
    """The first and last word of a misfit, the wrong one, and how it should read."""

    first: int
    last: int
    wrong: str
    right: str


_OF_ONE = {
    "was": "were",
    "is": "are",
    "has": "have",
    "does": "do",
    "wasn't": "weren't",
    "isn't": "aren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_OF_MANY = {many: one for one, many in _OF_ONE.items() if many not in {"do", "don't"}}
_CLAUSES = re.compile(r"[.;:!?()–—](?:\s|$)|\s[-–—]\s|,\s(?=which\b)")
#: Adjectives and nouns that may stand between a determiner and its noun.
_MOST_BETWEEN = 2
_COMPARED = re.compile(
    r"\b(?:more|most) (better|best|easier|easiest|faster|fastest|higher|highest|lower|lowest"
    r"|larger|largest|smaller|smallest|stronger|strongest|cheaper|cheapest|quicker|quickest"
    r"|bigger|biggest|greater|greatest|safer|safest|smoother|simpler|simplest|cleaner|clearer"
    r"|shorter|longer|newer|closer|deeper|wider|smarter|busier|busiest|healthier|worse|worst)\b",
    re.IGNORECASE,
)


def agreement(facts: Facts) -> Iterator[Hit]:
    """A verb or a number that does not fit its noun, or a verb form that cannot stand there."""
    for said in facts.said_in(*PROSE_KINDS):
        found = next(misfits(said.text), None)
        if found:
            values = {**found._asdict(), "tag": found.text.lower()}
            yield Hit((facts.line_with(said, found.text),), values)


def misfits(text: str) -> Iterator[Misfit]:
    """Yield what does not fit in a text."""
    for clause in _CLAUSES.split(text):
        words = clause.split()
        low = [word.strip(",“”\"'’").lower().replace("’", "'") for word in words]
        for check in _CHECKS:
            for at in range(len(low) - 1):
                found = check(low, at)
                if found:
                    shown = " ".join(words[found.first : found.last + 1]).strip(",.")
                    yield Misfit(shown, found.wrong, found.right)
    for compared in _COMPARED.finditer(text):
        yield Misfit(compared[0], compared[0].lower(), compared[1].lower())


@cache
def _are(label: str) -> frozenset[str]:
    return frozenset(word_groups("grammar_words_en")[label])


def _word(low: Sequence[str], at: int) -> str:
    """Return the word at a place, "" outside the clause."""
    return low[at] if 0 <= at < len(low) else ""


def _verb_of_one(low: Sequence[str], at: int) -> _Found | None:
    """Find 'the doors was', 'letters that was'."""
    noun, does = at, at + 1
    if _word(low, does) in {"that", "which"}:
        does += 1
    if _word(low, does) not in _OF_ONE or not is_plural(low[noun]) or is_collective(low[noun]):
        return None
    start = _start_of_subject(low, noun)
    if start is None:
        return None
    return _Found(start, does, low[does], _OF_ONE[low[does]])


def _start_of_subject(low: Sequence[str], noun: int) -> int | None:
    """Return where the subject begins that ends in a noun; None when it may hang on another word.

    It begins with a determiner, or after a verb in the past or a word that opens a clause.
    """
    for start in range(noun, max(-1, noun - _MOST_BETWEEN - 1), -1):
        before, word = _word(low, start - 1), low[start]
        if word in _are("links") or (start < noun and verb(word) and not is_singular(word)):
            return None
        if word in _are("determiners") or word.isdigit():
            return start if _may_precede(low, start - 1) else None
        known = verb(before)
        if start == noun == 0 and word not in _are("no-count"):
            return start
        if before in _are("clause") or (known is not None and known[1] == PAST):
            return start
    return None


def _may_precede(low: Sequence[str], at: int) -> bool:
    """Whether a subject may begin after a word: no link to a noun, no gerund, no infinitive."""
    word = _word(low, at)
    if word in _are("links") or word.endswith("ing") or _word(low, at - 1) == "to":
        return False
    return not is_plural(word) and not is_singular(word)


def _verb_of_many(low: Sequence[str], at: int) -> _Found | None:
    """Find 'the report were', 'each store have'."""
    noun, does = at, _word(low, at + 1)
    if does not in _OF_MANY or not is_singular(low[noun]) or is_collective(low[noun]):
        return None
    start = noun - 1 if _word(low, noun - 1) in _are("one") else noun - 2
    if _word(low, start) not in _are("one") or low[start] == "that":
        return None
    between = low[start + 1 : noun]
    if any(is_plural(word) or word in _are("links") for word in between):
        return None
    if not _are("helpers").isdisjoint(low[:start]) or not _may_precede(low, start - 1):
        return None
    return _Found(start, at + 1, does, _OF_MANY[does])


def _there_was_many(low: Sequence[str], at: int) -> _Found | None:
    """Find 'there was several'."""
    does, many = _word(low, at + 1), _word(low, at + 2)
    if low[at] != "there" or does not in {"was", "is", "has"} or not is_plural(_word(low, at + 3)):
        return None
    if many.isdigit() or many in _are("several") | _are("numbers"):
        return _Found(at, at + 2, does, _OF_ONE[does])
    return None


def _one_of_many(low: Sequence[str], at: int) -> _Found | None:
    """Find 'several project', 'many customer': the noun ends its phrase."""
    noun, after = low[at + 1], _word(low, at + 2)
    if not is_singular(noun) or is_plural(noun) or is_collective(noun) or noun in _are("no-count"):
        return None
    counted = low[at] in _are("numbers") or (low[at].isdigit() and low[at] != "1")
    if counted and after not in _OF_ONE and after not in _OF_MANY:
        return None  # 'a three year plan'
    if not counted and low[at] not in _are("several"):
        return None
    if after and after not in _are("ends") | _are("told") and after not in _OF_ONE:
        return None
    follows = verb(_word(low, at + 3))
    if after == "and" and (follows is None or follows[1] == PRESENT):
        return None  # 'various customer and product data'
    return _Found(at, at + 1, noun, plural_of(noun))


def _many_of_one(low: Sequence[str], at: int) -> _Found | None:
    """Find 'each employees', 'every clients', 'a reports'."""
    noun, after = low[at + 1], _word(low, at + 2)
    if low[at] not in {"each", "every", "a", "another"} or not is_plural(noun):
        return None
    if is_singular(noun) or is_collective(noun) or noun in _are("no-count"):
        return None
    if low[at] == "each" and verb(noun):
        return None  # 'each reports to'
    follows = verb(after)
    told = after in _OF_ONE or (follows is not None and follows[1] == PAST)
    ends = not after or after in _are("ends") or told
    return _Found(at, at + 1, noun, singular_of(noun)) if ends else None


def _pronoun(low: Sequence[str], at: int) -> _Found | None:
    """Find 'we was', 'he were', 'it have'."""
    who, does, before = low[at], low[at + 1], _word(low, at - 1)
    if who in {"we", "they"} and does in _OF_ONE:
        return _Found(at, at + 1, does, _OF_ONE[does])
    if who not in {"he", "she", "it"} or before in _are("helpers") | {"and", "of"}:
        return None
    if does == "don't":
        return _Found(at, at + 1, does, "doesn't")
    return _Found(at, at + 1, does, _OF_MANY[does]) if does in _OF_MANY else None


def _form_after_modal(low: Sequence[str], at: int) -> _Found | None:
    """Find 'can managed', 'did not completed', 'able to improved'."""
    form, before = low[at + 1], _word(low, at - 1)
    known = verb(form)
    if known is None or known[1] != PAST or not form.endswith("ed") or form in _are("no-past"):
        return None
    if low[at] in _are("modals") and before and before not in {"a", "the", "at"}:
        return _Found(at, at + 1, form, known[0])
    if (low[at] == "to" and before in _are("before-to")) or (low[at] == "not" and before == "did"):
        return _Found(at - 1, at + 1, form, known[0])
    return _Found(at, at + 1, form, known[0]) if low[at] == "didn't" else None


def _base_after_preposition(low: Sequence[str], at: int) -> _Found | None:
    """Find 'responsible for manage the', 'by implement new'."""
    form, after = low[at + 1], _word(low, at + 2)
    before = _word(low, at - 1)
    of = low[at] == "of" and before in {"charge", "capable", "process", "instead", "way"}
    if not (of or low[at] in {"for", "by", "without"}) or verb(form) != (form, PRESENT):
        return None
    if form in also_nouns() or is_singular(form) or form in _are("also-nouns"):
        return None
    if after in _are("determiners") | {"a", "an", "new"} or is_plural(after):
        return _Found(at, at + 1, form, _gerund_of(form))
    return None


def _gerund_of(base: str) -> str:
    forms = (f"{base}ing", f"{base[:-1]}ing", f"{base}{base[-1]}ing")
    return next((form for form in forms if verb(form) == (base, GERUND)), f"{base}ing")


_CHECKS: tuple[Callable[[Sequence[str], int], _Found | None], ...] = (
    _verb_of_one,
    _verb_of_many,
    _there_was_many,
    _one_of_many,
    _many_of_one,
    _pronoun,
    _form_after_modal,
    _base_after_preposition,
)
