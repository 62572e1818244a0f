"""What a word that is no word was probably meant to be: a common word one or two slips away."""

import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ai_agents.checks.lexicon import word_pairs
from ai_agents.checks.word_forms import REMEMBERED, is_borrowed, is_known, is_word
from ai_agents.checks.words import AT_WORK, RARE, fold, ranks


@dataclass(frozen=True, slots=True)
class _Limits:
    """The rarest words a slip may be taken for, as ranks: short words have many neighbours.

    `usual` after a letter swapped, doubled or left out, `strange` after any other slip, both by the
    length of the word, the last for all longer ones; `first` where the first letter is wrong.
    `formed` and `formed_strange` for a word made of known parts, which is more likely right; 0 lets
    it stand.
    """

    usual: tuple[int, ...]
    strange: tuple[int, ...]
    formed: int
    formed_strange: int
    first: int = AT_WORK + 1


_ANY = RARE + 1
_USUAL, _STRANGE = (6_000, 12_000, 24_000, 40_000, _ANY), (0, 4_500, 24_000, 40_000)
_LIMITS: Mapping[str, _Limits] = {
    "en": _Limits(_USUAL, _STRANGE, 10_000, 10_000),
    "fr": _Limits(_USUAL, _STRANGE, 0, 0),
    "es": _Limits(_USUAL, _STRANGE, 0, 0),
    # Few German nouns were counted: most known words have no rank but that of a dictionary.
    "de": _Limits((6_000, _ANY), (0, 4_500, AT_WORK + 1, _ANY), _ANY, AT_WORK + 1),
}
#: A listed word this rare is right, unless so common a word is a slip away ('alterative').
_SUSPECT, _FOR_SUSPECT = 50_000, 2_500
#: From here on words have few neighbours, and a form of a word will do.
_LONG, _VERY_LONG = 8, 12
#: Words that run on, the space between them missing, are at least so common.
_IN_A_RUN = 2_000
_SMALL_WORDS = frozenset({"to", "the", "of", "and", "in", "for", "with", "on", "is", "at", "by"})
#: Two slips away, only these are near enough to be meant.
_TWO_SLIPS, _TWO_SLIPS_RANK = 8, 12_000
_LETTERS: Mapping[str, str] = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "de": "abcdefghijklmnopqrstuvwxyzäöü",
    "fr": "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùû",
    "es": "abcdefghijklmnopqrstuvwxyzáéíñóúü",
}
_SHORTEST = 4
#: How much rarer than another slip each kind is, as powers of two of a word's rank.
_SWAP, _DOUBLE, _ACCENT, _DROP, _EXTRA, _OTHER = 0, 0, 0, 2, 3, 4
#: The same for a wrong first letter, and for a word that was counted and so is no German noun.
_WRONG_FIRST, _NO_NOUN = 4, 6


@lru_cache(maxsize=REMEMBERED)
def correction(word: str, language: str = "en") -> str | None:
    """Return the likely right spelling of a word; None when it is fine or unclear.

    `word` in any case; the correction is in lower case.
    """
    noun = language == "de" and word[:1].isupper()
    word = fold(word, language)
    listed = word_pairs(f"misspellings_{language}").get(word)
    if listed or len(word) < _SHORTEST:
        return listed
    if is_word(word, language):
        return _if_suspect(word) if language == "en" else None
    if is_known(word, language):
        return _if_formed_amiss(word, language, noun=noun)
    return _if_unknown(word, language, noun=noun)


def _if_formed_amiss(word: str, language: str, *, noun: bool) -> str | None:
    """Return what a word made of known parts was meant to be; None when it is likely meant."""
    limits = _LIMITS[language]
    if not limits.formed or (language == "de" and is_borrowed(word)):
        return None
    return _nearest(word, language, limits.formed, limits.formed_strange, kin=True, noun=noun)


def _if_unknown(word: str, language: str, *, noun: bool) -> str | None:
    """Return what a word that is none was meant to be; None when that is anyone's guess."""
    if language == "en" and _is_run_on(word):
        return None
    limits = _LIMITS[language]
    usual, strange = (_by_length(word, part) for part in (limits.usual, limits.strange))
    return (
        _nearest(word, language, usual, strange, noun=noun)
        or _one_slip_in_a_form(word, language)
        or _two_slips_away(word, language)
    )


def _by_length(word: str, limits: tuple[int, ...]) -> int:
    return limits[min(len(word) - _SHORTEST, len(limits) - 1)]


@lru_cache(maxsize=REMEMBERED)
def without_accents(word: str) -> str:
    """Return a word without the marks on its letters: 'expérience' → 'experience'."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _is_run_on(word: str) -> bool:
    """Whether a space is missing before or after a small word: a fault of the file, not a slip."""
    known = ranks("en")
    return any(
        {word[:cut], word[cut:]} & _SMALL_WORDS
        and max(known.get(word[:cut], RARE), known.get(word[cut:], RARE)) < _IN_A_RUN
        for cut in range(2, len(word) - 1)
        if max(cut, len(word) - cut) >= _SHORTEST
    )


def _if_suspect(word: str) -> str | None:
    """Return what a listed but rare word was meant to be; None when it is likely meant."""
    if ranks("en")[word] < _SUSPECT or len(word) <= _SHORTEST:
        return None
    return _nearest(word, "en", _FOR_SUSPECT, _FOR_SUSPECT, kin=True)


def _nearest(
    word: str, language: str, usual: int, strange: int, *, kin: bool = False, noun: bool = False
) -> str | None:
    """Return the likeliest listed word a slip away within the limits of rank.

    `kin` says the word may be right: then its own stem is no correction ('feedbacks'), nor another
    form of it ('recommender'). `noun` says that a German capital asks for one.
    """
    known, first = ranks(language), _LIMITS[language].first if len(word) >= _LONG else 0
    near: dict[str, int] = {}
    for other, kind in _one_slip(word, language):
        limit = strange if kind in {_OTHER, _EXTRA} else usual
        if other[:1] != word[0] and kind != _SWAP:
            limit = min(limit, first)
        if known.get(other, limit) < limit:
            near[other] = min(kind, near.get(other, kind))
    if (kin or language == "de") and any(_is_inflected(word, other) for other in near):
        return None
    likely = {
        other: math.log2(known[other] + 60)
        + kind
        + (_WRONG_FIRST if other[0] != word[0] else 0)
        + (_NO_NOUN if noun and known[other] < AT_WORK else 0)
        for other, kind in near.items()
        if not kin or word[:-1] != other[:-1]
    }
    return min(likely, key=lambda other: (likely[other], other), default=None)


def _is_inflected(word: str, other: str) -> bool:
    """Whether two words differ by an ending only: the list may lack the form."""
    shorter, longer = sorted((word, other), key=len)
    return longer.startswith(shorter) and longer[-1:] != longer[-2:-1]


def _one_slip_in_a_form(word: str, language: str) -> str | None:
    """Return an inflected or compound word one slip away; only one, or it is anyone's guess.

    Not in English, where two words in a row make a word too easily.
    """
    if len(word) < _LONG or language == "en":
        return None
    near = {
        other
        for other, kind in _one_slip(word, language)
        if (kind < _EXTRA or len(word) >= _VERY_LONG)
        and other[0] == word[0]
        and is_known(other, language)
    }
    return near.pop() if len(near) == 1 else None


def _one_slip(word: str, language: str) -> Iterator[tuple[str, int]]:
    """Yield every string one slip away, with how rare such a slip is."""
    letters = _LETTERS[language]
    for cut in range(len(word) + 1):
        left, right = word[:cut], word[cut:]
        if right:
            doubled = right[0] in {left[-1:], right[1:2]}
            yield left + right[1:], _DOUBLE if doubled else _EXTRA
        if len(right) > 1 and right[0] != right[1]:
            yield left + right[1] + right[0] + right[2:], _SWAP
        for letter in letters:
            yield left + letter + right, _DROP
            if right and letter != right[0]:
                same = without_accents(letter) == without_accents(right[0])
                yield left + letter + right[1:], _ACCENT if same else _OTHER


def _two_slips_away(word: str, language: str) -> str | None:
    """Return a common word two slips away with the same first two letters."""
    if len(word) < _TWO_SLIPS:
        return None
    near = [
        (distance, rank, other)
        for other, rank in _by_start(language).get(word[:2], ())
        if abs(len(other) - len(word)) <= 2
        and (distance := OSA.distance(word, other, score_cutoff=2)) <= 2
    ]
    return min(near)[2] if near else None


@cache
def _by_start(language: str) -> Mapping[str, list[tuple[str, int]]]:
    """Return the common longer words with their ranks, by their first two letters."""
    starts: dict[str, list[tuple[str, int]]] = {}
    for word, rank in ranks(language).items():
        if rank < _TWO_SLIPS_RANK and len(word) >= _TWO_SLIPS - 1:
            starts.setdefault(word[:2], []).append((word, rank))
    return starts
