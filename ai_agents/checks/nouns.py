"""English nouns of work that can be counted, one and many."""

from collections.abc import Mapping
from functools import cache

from ai_agents.checks.lexicon import word_run


@cache
def _nouns_by_plural() -> Mapping[str, str]:
    return {plural_of(noun): noun for noun in sorted(word_run("nouns_en"))}


def plural_of(noun: str) -> str:
    """Return the regular plural of a noun; those on -f and -is change as they do."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith("is"):
        return f"{noun[:-2]}es"
    if noun.endswith("f") and noun.startswith(("shel", "lea", "hal")):
        return f"{noun[:-1]}ves"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def singular_of(plural: str) -> str:
    """Return the noun of a plural in our list; the word itself when it is none."""
    return _nouns_by_plural().get(plural, plural)


def is_singular(word: str) -> bool:
    """Whether a lower-case word names one thing of work."""
    return word in word_run("nouns_en")


def is_plural(word: str) -> bool:
    """Whether a lower-case word names several things of work."""
    return word in _nouns_by_plural()


def is_collective(word: str) -> bool:
    """Whether a noun stands with the verb of one or of many ('the staff are')."""
    return word in word_run("collectives_en")
