"""Whether a word no list holds is made of words a list holds: affixes, compounds, inflections."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial

from ai_agents.checks.lexicon import word_groups
from ai_agents.checks.words import RARE, ranks

#: Words remembered between reviews; a hostile file must not fill the memory.
REMEMBERED = 16_384
#: Both halves of an English compound are common, and neither is a mere syllable.
_HALF_RANK, _HALF = 8_000, 4
#: English words German makes verbs of are common.
_AT_HOME = 20_000
#: A German compound has at most so many parts ('Haupt-personal-abteilungs-leiter').
_MOST_PARTS = 4
_LONGEST = 40


def is_word(word: str, language: str) -> bool:
    """Whether a folded word is in the list of its language."""
    return word in ranks(language)


@lru_cache(maxsize=REMEMBERED)
def is_known(word: str, language: str) -> bool:
    """Whether a folded word is listed or made of listed words."""
    return is_word(word, language) or (len(word) <= _LONGEST and _MADE[language](word))


def _parts(label: str) -> tuple[str, ...]:
    return word_groups("word_parts").get(label, ())


def _without_start(word: str, language: str) -> Iterator[str]:
    """Yield what follows each prefix the word may begin with."""
    for start in _parts(f"{language}-before"):
        if word.startswith(start) and len(word) - len(start) >= 4:
            yield word[len(start) :]


def _english(word: str) -> bool:
    if any(is_word(rest, "en") for rest in _without_start(word, "en")):
        return True
    for end in _parts("en-after"):
        stem = word.removesuffix(end)
        if stem != word and len(stem) >= 4 and (is_word(stem, "en") or is_word(f"{stem}e", "en")):
            return True
    known = ranks("en")
    return any(
        known.get(word[:cut], _HALF_RANK) < _HALF_RANK
        and known.get(word[cut:], _HALF_RANK) < _HALF_RANK
        for cut in range(_HALF, len(word) - _HALF + 1)
    )


def _german(word: str) -> bool:
    return (
        _german_parts(word, _MOST_PARTS)
        or any(_german_word(rest) for rest in _without_start(word, "de"))
        or any(is_word(stem, "de") for stem in _without(word, "de-compared"))
        or _with_zu(word)
        or is_borrowed(word)
    )


def _without(word: str, label: str) -> Iterator[str]:
    """Yield what is left of a word without each of the endings it may have."""
    for end in _parts(label):
        if word.endswith(end) and len(word) - len(end) >= 4:
            yield word.removesuffix(end)


def _with_zu(word: str) -> bool:
    """Whether a German infinitive has its 'zu' inside: 'einzufärben' of 'einfärben'."""
    return any(
        word[len(start) :].startswith("zu") and is_word(f"{start}{word[len(start) + 2 :]}", "de")
        for start in _parts("de-before")
        if word.startswith(start)
    )


def is_borrowed(word: str) -> bool:
    """Whether a German word is an English one with German ends: 'gehostet', 'gemergte'."""
    bare = word.removeprefix("ge")
    return any(
        ranks("en").get(stem, RARE) < _AT_HOME
        for start in {word, bare}
        for end in _without(start, "de-of-english")
        for stem in (end, f"{end}e")
    )


def _german_parts(word: str, most: int) -> bool:
    """Whether a word is one German word or several joined, with or without a joint between."""
    if _german_word(word):
        return True
    if most < 2:
        return False
    for cut in range(3, len(word) - 2):
        if _german_word(word[cut:]) and _german_head(word[:cut], most - 1):
            return True
    return False


def _german_head(head: str, most: int) -> bool:
    """Whether the front of a compound is made of words; its joint is left out."""
    stems = [head, *(head.removesuffix(joint) for joint in _joints() if head.endswith(joint))]
    return any(len(stem) >= 3 and _german_parts(stem, most) for stem in stems)


@cache
def _joints() -> tuple[str, ...]:
    return _parts("de-joint")


@lru_cache(maxsize=REMEMBERED)
def _german_word(word: str) -> bool:
    """Whether a part of a compound is listed, or an inflection of a listed word."""
    if len(word) < 4:
        return word in _parts("de-short")
    if is_word(word, "de"):
        return True
    for end in _parts("de-after"):
        stem = word.removesuffix(end)
        if stem != word and len(stem) >= 5 and is_word(stem, "de"):
            return True
    return False


def _inflected(word: str, language: str) -> bool:
    return any(
        is_word(form, language)
        for rest in (word, *_without_start(word, language))
        for form in (rest, *_listed_forms(rest, language))
    )


@cache
def _endings(language: str) -> tuple[tuple[str, str], ...]:
    """Return (ending, ending of the listed form) of a language."""
    pairs = (entry.partition(">") for entry in word_groups("endings")[language])
    return tuple((end, base) for end, _, base in pairs)


def _listed_forms(word: str, language: str) -> Iterator[str]:
    """Yield the forms a word may be listed under: singular, masculine, infinitive."""
    for end, base in _endings(language):
        stem = word.removesuffix(end)
        if stem != word and len(stem) >= 3 and not (end[0] == stem[-1] == "e"):
            yield stem + base


_MADE: Mapping[str, Callable[[str], bool]] = {
    "en": _english,
    "de": _german,
    "fr": partial(_inflected, language="fr"),
    "es": partial(_inflected, language="es"),
}
