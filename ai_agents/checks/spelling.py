"""Finds misspelt English words: unknown words a single slip away from a common one.

Precision before recall: a word is only remarked when it is lower case (or opens a statement), in
no list, made of no known words, stands once or twice, and a common word is a slip away.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from rapidfuzz.distance import OSA

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import word_pairs, word_run
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import Said
from ai_agents.checks.verbs import verb
from ai_agents.vocabulary import SectionKind

_WORDS_FILE = "frequency_dictionary_en_82_765.txt"
#: A correction must be among the most frequent words: rare ones are as likely as the unknown word.
COMMON_RANK, COMMON_RANK_SHORT = 24_000, 6_000
#: Two slips away, only these are near enough to be meant.
MOST_COMMON = 12_000
#: Words remembered between reviews; a hostile file must not fill the memory.
_REMEMBERED = 16_384
_PLAIN = re.compile(r"(?<![\w@./\\'’&+#-])[A-Za-z]{4,24}(?![\w@/\\+#]|\.\w|-\w|['’]\w)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PREFIXES = [
    "anti",
    "auto",
    "back",
    "bi",
    "bio",
    "co",
    "counter",
    "cross",
    "cyber",
    "de",
    "dis",
    "down",
    "e",
    "eco",
    "electro",
    "ex",
    "fore",
    "geo",
    "hand",
    "hyper",
    "in",
    "inter",
    "intra",
    "macro",
    "mega",
    "meta",
    "micro",
    "mid",
    "mini",
    "mis",
    "mono",
    "multi",
    "nano",
    "neuro",
    "non",
    "off",
    "on",
    "out",
    "over",
    "para",
    "photo",
    "pre",
    "pro",
    "quasi",
    "re",
    "self",
    "semi",
    "sub",
    "super",
    "tele",
    "thermo",
    "time",
    "trans",
    "tri",
    "turbo",
    "ultra",
    "un",
    "under",
    "up",
    "video",
    "web",
    "work",
]
_SUFFIXES = (
    "s",
    "ly",
    "less",
    "like",
    "wide",
    "ness",
    "able",
    "ability",
    "ization",
    "isation",
    "ize",
    "ise",
    "ized",
    "ised",
    "izing",
    "ising",
    "er",
    "ers",
    "based",
    "driven",
    "proof",
)
_SKIPPED = (
    SectionKind.SKILLS,
    SectionKind.EDUCATION,
    SectionKind.REFERENCES,
    SectionKind.LANGUAGES,
    SectionKind.PUBLICATIONS,
    SectionKind.CONTACT,
    SectionKind.CERTIFICATIONS,
)


@cache
def word_ranks() -> Mapping[str, int]:
    """Return word → rank by frequency of symspellpy's English list (82,765 words).

    The package is only looked up, not imported: its engine, which nothing here uses, takes longer
    to load than its list.
    """
    package = find_spec("symspellpy")
    folder = next(iter(package.submodule_search_locations or ())) if package else ""
    words = (Path(folder) / _WORDS_FILE).read_text(encoding="utf-8-sig").split()[::2]
    return dict(zip(words, range(len(words)), strict=True))


@cache
def _known_more() -> frozenset[str]:
    return word_run("known_words") | word_run("verbs_regular")


def is_word(word: str) -> bool:
    """Whether a lower-case word is in a list of English words or a known form of a verb."""
    return word in word_ranks() or word in _known_more() or verb(word) is not None


@lru_cache(maxsize=_REMEMBERED)
def _is_formed(word: str) -> bool:
    """Whether a word is made of known parts: prefix, suffix, or two common words."""
    for prefix in _PREFIXES:
        if (
            word.startswith(prefix)
            and len(word) - len(prefix) >= 4
            and is_word(word[len(prefix) :])
        ):
            return True
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 4 and (is_word(stem) or is_word(f"{stem}e")):
            return True
    ranks = word_ranks()
    return any(
        ranks.get(word[:cut], COMMON_RANK) < 8_000 and ranks.get(word[cut:], COMMON_RANK) < 8_000
        for cut in range(4, len(word) - 3)
    )


def _one_slip(word: str) -> Iterator[str]:
    """Yield every string one insertion, deletion, swap or replacement away."""
    pairs = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    for left, right in pairs:
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]


@lru_cache(maxsize=_REMEMBERED)
def correction(word: str) -> str | None:
    """Return the likely right spelling of a lower-case word; None when it is fine or unclear."""
    listed = word_pairs("misspellings").get(word)
    if listed:
        return listed
    if len(word) < 4 or is_word(word) or _is_formed(word):
        return None
    ranks = word_ranks()
    most = COMMON_RANK_SHORT if len(word) < 6 else COMMON_RANK
    # same letters in another order, or a first letter kept, is what slips look like
    near = {other for other in _one_slip(word) if ranks.get(other, most) < most and len(other) > 3}
    if near:
        best = min(near, key=lambda other: (other[0] != word[0], ranks[other], other))
        if word.endswith("s") and not best.endswith("s") and _is_formed(f"{best}s"):
            best += "s"
        return best if best[0] == word[0] or sorted(best) == sorted(word) else None
    return _two_slips(word) if len(word) >= 8 else None


def _two_slips(word: str) -> str | None:
    """Return a common word two slips away with the same first two letters."""
    near = [
        (OSA.distance(word, other, score_cutoff=2), word_ranks()[other], other)
        for other in _by_start().get(word[:2], ())
        if abs(len(other) - len(word)) <= 2
    ]
    best = min((item for item in near if item[0] <= 2), default=None)
    return best[2] if best else None


@cache
def _by_start() -> Mapping[str, list[str]]:
    """Return the common longer words by their first two letters."""
    starts: dict[str, list[str]] = {}
    for word in islice(word_ranks(), MOST_COMMON):
        if len(word) >= 7:
            starts.setdefault(word[:2], []).append(word)
    return starts


def misspelling(facts: Facts) -> Iterator[Hit]:
    """A word of a statement that is no word, with the one it was meant to be."""
    counts: Counter[str] = Counter()
    places: list[tuple[str, Said]] = []
    for said in facts.statements:
        if said.section in _SKIPPED or _is_foreign(said):
            continue
        for word in _candidates(said):
            counts[word.lower()] += 1
            places.append((word.lower(), said))
    told: set[str] = set()
    for word, said in places:
        if word in told or word in facts.names:
            continue
        fix = correction(word)
        # a word used three times and more is meant: a name, a term of the trade
        if fix is None or (counts[word] > 2 and word not in word_pairs("misspellings")):
            continue
        told.add(word)
        yield Hit((facts.line_with(said, word),), {"word": word, "fix": fix, "tag": word})


def _is_foreign(said: Said) -> bool:
    """Whether too many words are unknown for the statement to be English prose."""
    plain = [word for word in said.words if len(word) > 3 and word.isalpha() and word.islower()]
    unknown = sum(not is_word(word) and not _is_formed(word) for word in plain)
    return unknown >= 3 and unknown > 0.3 * len(plain)


def _candidates(said: Said) -> Iterator[str]:
    listed = word_pairs("misspellings")
    listed_first = True
    for match in _PLAIN.finditer(said.text):
        word = match.group()
        opens = listed_first and match.start() <= 1
        listed_first = False
        if word.islower() or word.lower() in listed:
            yield word
        elif opens and word[1:].islower():
            fix = correction(word.lower())
            if fix and verb(fix):  # an opening capital may be a name; a misspelt verb is none
                yield word
    for match in re.finditer(r"\b(?:teh|hte|adn|wth)\b", said.text):
        yield match.group()
