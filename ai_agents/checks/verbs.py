"""Verb forms at the start of a statement: which verb it is and in which tense."""

import re
from collections.abc import Mapping
from functools import cache

from ai_agents.checks.lexicon import word_pairs, word_run

PAST, PRESENT, GERUND = "past", "present", "gerund"

#: Verbs in -l that double it in American English too, stressed as they are on the end.
_STRESSED_L = frozenset(
    {"control", "patrol", "compel", "excel", "propel", "expel", "enrol", "fulfil", "instil"}
)
#: One short syllable that ends in one consonant, as in 'run', 'set', 'begin'.
_SHORT = re.compile(
    r"^[^aeiou]*[aeiou][bdgmnprt]$|^(?:begin|forget|reset|upset|input|output|offset|typeset|outrun|outbid)$"
)


@cache
def verb_forms() -> Mapping[str, tuple[str, str]]:
    """Return form → (base, tense) of all known verbs; a form of two tenses keeps the past."""
    forms: dict[str, tuple[str, str]] = {}
    irregular = word_pairs("verbs_irregular")
    for base in sorted(word_run("verbs_regular") | set(irregular)):
        forms.setdefault(base, (base, PRESENT))
        forms.setdefault(_third(base), (base, PRESENT))
        forms.setdefault(_gerund(base, irregular.get(base, "")), (base, GERUND))
    for base, past in irregular.items():
        forms[past] = (base, PAST)
        if past.endswith("lled") and base not in _STRESSED_L:  # American 'modeled', 'modeling'
            forms.setdefault(f"{base}ed", (base, PAST))
            forms.setdefault(f"{base}ing", (base, GERUND))
    for base in sorted(word_run("verbs_regular")):
        forms[_past(base)] = (base, PAST)
    return forms


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"


def _gerund(base: str, past: str) -> str:
    """Return the form in -ing; the last letter is doubled where the past form says so or may."""
    doubled = past.startswith(f"{base}{base[-1]}") or (past and _SHORT.search(base))
    if doubled:
        return f"{base}{base[-1]}ing"
    if base.endswith("e") and not base.endswith("ee"):
        return f"{base[:-1]}ing"
    return f"{base}ing"


def verb(word: str) -> tuple[str, str] | None:
    """Return (base form, tense) of a word in lower case; None when it is no known verb.

    A form that is past and present alike ('cut', 'set', 'put') counts as past.
    """
    return verb_forms().get(word)


def is_participle(word: str) -> bool:
    """Whether a lower-case word may follow 'was' as what was done: 'given', 'asked', 'led'."""
    known = verb(word)
    return word in word_run("participles_en") or (known is not None and known[1] == PAST)


@cache
def also_nouns() -> frozenset[str]:
    """Return words that look like a present form at the start of a statement but may be nouns."""
    return word_run("noun_openers_en")
