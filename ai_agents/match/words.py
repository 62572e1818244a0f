"""Words of postings and resumes, reduced so that forms of one word compare equal."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from ai_agents.checks.lexicon import stem, word_pairs, word_run
from ai_agents.profile.folding import fold

#: A word, a French elision (l', d'), or a short form with marks: .NET, P&L, A/P, B.S., Ph.D., C++.
_TOKEN: Final = re.compile(
    r"(?<![\w.])\.(?:NET|Net|net)\b"
    r"|\b[A-Z]{1,2}&[A-Z]{1,2}\b|\b[A-Z]/[A-Z]\b(?!/)"
    r"|\bPh\.\s?D\b\.?|\b[BM]\.\s?[ASE](?:c|ng|d)?\b\.?"
    r"|\b(?:[cdjlmnst]|qu)['’](?=[^\W\d_]{2})"
    r"|[^\W_]+(?:['’][^\W_]+)*(?:\+\+|\+|#)?"
)
#: Plurals that change more than an s: strategies, processes, branches.
_PLURAL: Final = re.compile(r"(?<=[a-z]{2})(?:ies|sses|ches|shes|xes)$")
_SINGULAR: Final = {"ies": "y"}
_BRITISH: Final = re.compile(r"(?<=[a-z]{2}[a-z])is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")
#: Letters a root keeps at least.
_SHORTEST: Final = 4
#: Nouns whose verb has another stem; verbs come from the lexicon of irregular ones.
_NOUNS: Final = {"maintenance": "maintain", "sale": "sell", "repair": "repair", "growth": "grow"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as written, compared as a term's word, compared as an idea, and the gap before it.

    `key` drops case, accents, the plural s and the British s; `root` the ending as well.
    """

    written: str
    key: str
    root: str
    gap: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into words; `tail` is what follows the last one."""

    text: str
    words: tuple[Word, ...]
    tail: str

    def between(self, first: int, last: int) -> str:
        """Return the text from word `first` to word `last`, both whole."""
        pieces = [word.gap + word.written for word in self.words[first : last + 1]]
        text = "".join(pieces).strip(" ,;:·•-–—/()*")
        return text + ")" * (text.count("(") > text.count(")"))


@lru_cache(maxsize=4096)
def cut(text: str) -> Cut:
    """Cut a text into words."""
    words, at = [], 0
    for found in _TOKEN.finditer(text):
        written = found.group()
        words.append(Word(written, key_of(written), root_of(written), text[at : found.start()]))
        at = found.end()
    return Cut(text, tuple(words), text[at:])


@lru_cache(maxsize=16384)
def key_of(token: str) -> str:
    """Return what a word is compared by as part of a term."""
    if token[-1] in "+#" or token[0] == ".":
        return token.lower()
    if token[-1] == "s" and len(token) > 2 and token[:-1].isupper():
        return token[:-1].lower()  # APIs, KPIs: `stem` keeps what ends in -is
    word = _PLURAL.sub(lambda found: _SINGULAR.get(found[0], found[0][:-2]), fold(token))
    return _BRITISH.sub("iz", fold(stem(word)).replace(" ", "")) or token.lower()


@lru_cache(maxsize=16384)
def root_of(token: str) -> str:
    """Return what a word is compared by as an idea: 'Developers' and 'developing' are 'develop'."""
    key = key_of(token)
    if token.lower().endswith(("'s", "’s")):
        key = key.removesuffix("s")
    key = _irregular().get(key, key)
    if key.startswith("analy"):
        return "analy"
    if not key.isalpha():
        return key
    for ending in _endings():
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST:
            root = key[: -len(ending)]
            return root[:-1] if root[-1] == root[-2] and root[-1] not in "ls" else root
    return key


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(word_run("match/endings"), key=lambda ending: (-len(ending), ending)))


@cache
def _irregular() -> Mapping[str, str]:
    verbs = {past.lower(): base for base, past in word_pairs("verbs_irregular").items()}
    return {**verbs, **_NOUNS}


def roots_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the roots of all words of these texts."""
    return frozenset(word.root for text in texts for word in cut(text).words)
