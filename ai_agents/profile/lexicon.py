"""Loads the word lists under resources/lexicons that tell headings, titles, degrees and places."""

import re
from dataclasses import dataclass
from functools import cache

from ai_agents.profile.folding import MAX_FOLDED, fold, has_cjk, is_cjk, squeeze, word_keys
from ai_agents.vocabulary import SectionKind
from resources.access import read_text

_WORD = re.compile(r"[^\W\d_]+")
#: 'MIT', 'UvA', 'СПбГУ': two capitals at least, and no lower-case word
_SHORT_FORM = re.compile(r"[^\W\d_]*[A-ZА-Я][^\W\d_]*[A-ZА-Я][^\W\d_]*")


def _rows(name: str) -> list[str]:
    """Return the lines of a lexicon without comments and blanks."""
    lines = (line.strip() for line in read_text("lexicons", f"{name}.txt").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _keyed_rows(name: str) -> list[tuple[str, str]]:
    return [(key.strip(), value) for key, _, value in (row.partition(":") for row in _rows(name))]


@dataclass(frozen=True)
class WordList:
    """Words of one meaning: whole words, stems, parts of compounds, pieces of Han text."""

    words: frozenset[str]
    stems: tuple[str, ...]
    pieces: tuple[str, ...]
    #: parts of compounds ('*ingenieur*' in 'Bauingenieurin')
    inner: tuple[str, ...] = ()
    #: short forms that count only as they are printed here: 'TU' is a school, 'Tu' is not
    capitals: frozenset[str] = frozenset()

    def hits(self, text: str) -> int:
        """Return how many words of `text` are in the list."""
        count = sum(1 for key in word_keys(text) if self.has(key))
        if self.capitals:
            count += sum(1 for word in _WORD.findall(text[:MAX_FOLDED]) if word in self.capitals)
        if self.pieces and has_cjk(text):
            count += sum(1 for piece in self.pieces if piece in text)
        return count

    def has(self, key: str) -> bool:
        """Return whether a folded word is in the list."""
        if key in self.words or (bool(self.stems) and key.startswith(self.stems)):
            return True
        return len(key) > 8 and any(part in key for part in self.inner)


@cache
def word_list(name: str) -> WordList:
    """Return the list of that name; reading it costs a file access once per process."""
    words: set[str] = set()
    stems: list[str] = []
    pieces: list[str] = []
    inner: list[str] = []
    capitals: list[str] = []
    for token in " ".join(_rows(name)).split():
        if all(is_cjk(c) for c in token):
            pieces.append(token)
        elif token.startswith("*"):
            inner.append(squeeze(token))
        elif token.endswith("*"):
            stems.append(squeeze(token))
        elif _SHORT_FORM.fullmatch(token):
            capitals.append(token)
        else:
            words.add(squeeze(token))
    return WordList(
        frozenset(words), tuple(stems), tuple(pieces), tuple(inner), frozenset(capitals)
    )


@cache
def headings() -> dict[str, tuple[SectionKind, str]]:
    """Return squeezed heading → (kind, the phrase as it is written)."""
    table: dict[str, tuple[SectionKind, str]] = {}
    for kind, phrases in _keyed_rows("headings"):
        for phrase in phrases.split("|"):
            table.setdefault(squeeze(phrase), (SectionKind(kind), phrase.strip()))
    return table


@cache
def heading_words() -> dict[str, SectionKind | None]:
    """Return folded word → kind of heading it makes, None for words that only modify one."""
    table: dict[str, SectionKind | None] = {}
    for kind, words in _keyed_rows("heading_words"):
        meaning = None if kind == "modifier" else SectionKind(kind)
        for word in words.split():
            table.setdefault(fold(word), meaning)
    return table


@cache
def entry_labels() -> dict[str, str]:
    """Return folded label → what it announces: employer, title, place or period."""
    return {
        fold(label): role for role, row in _keyed_rows("entry_labels") for label in row.split("|")
    }


@cache
def document_titles() -> frozenset[str]:
    """Return squeezed names of the document itself ('Resume', 'Lebenslauf', '履歴書')."""
    return frozenset(squeeze(row) for row in _rows("doc_titles"))


@cache
def months() -> dict[str, int]:
    """Return folded month name or short form → 1–12."""
    return {
        fold(word): int(number) for number, words in _keyed_rows("months") for word in words.split()
    }


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return the phrases of a lexicon whose rows hold them apart by bars, as they are written."""
    return tuple(phrase.strip() for row in _rows(name) for phrase in row.split("|"))


@cache
def cities() -> frozenset[str]:
    """Return folded names of large towns."""
    return frozenset(fold(name) for name in phrases("cities"))


@cache
def places() -> frozenset[str]:
    """Return folded words that end an address line (countries, states)."""
    return word_list("places").words
