"""Word lists and phrase matching the rules share; read once from `resources/lexicons`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from resources.access import read_text

#: Words: letters and digits, inner apostrophes kept, C++ and C# whole; hyphens and slashes split.
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:\+\+|\+|#)?")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text as written, in order."""
    return tuple(_TOKEN.findall(text))


@lru_cache(maxsize=8192)
def stem(token: str) -> str:
    """Return a word in lower case without a plural s ('Dashboards' → 'dashboard')."""
    low = token.lower().replace("’", "'")
    if len(low) > 3 and low[-1] == "s" and low[-2] not in "suia'":
        return low[:-1]
    return low


def _entries(name: str) -> Iterator[str]:
    for line in read_text("lexicons", f"{name}.txt").splitlines():
        entry = line.partition("#!")[0].strip()
        if entry and not entry.startswith("# "):
            yield entry


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the entries of a list, one per line, in lower case; '# ' begins a remark."""
    return frozenset(entry.lower() for entry in _entries(name))


@cache
def word_run(name: str) -> frozenset[str]:
    """Return all words of a list written as running text, in lower case."""
    return frozenset(word.lower() for entry in _entries(name) for word in entry.split())


@cache
def word_pairs(name: str) -> Mapping[str, str]:
    """Return the entries 'left > right' of a list, the left side in lower case."""
    return {left.lower(): right for left, right in word_pairs_in_order(name)}


@cache
def word_pairs_in_order(name: str) -> tuple[tuple[str, str], ...]:
    """Return the entries 'left > right' of a list as they stand; a left side may come again."""
    pairs = (entry.partition(">") for entry in _entries(name))
    return tuple((left.strip(), right.strip()) for left, _, right in pairs if right)


@cache
def phrase_pattern(name: str, row: str) -> re.Pattern[str]:
    """Return a pattern of the phrases of one row of a list: 'en: one | two | doubl*'.

    Whole words (anywhere in script without spaces), without case, the longest first; a last `*`
    leaves the ending open. A row may come again; one the list does not hold matches nothing.
    """
    phrases = phrases_of(name, row)
    return re.compile(_source_of(phrases) if phrases else r"(?!)", re.IGNORECASE)


@cache
def phrases_of(name: str, row: str) -> frozenset[str]:
    """Return the phrases of a row of such a list, as they stand there."""
    rows = (entry.partition(":") for entry in _entries(name))
    return frozenset(
        phrase.strip() for key, _, told in rows if key.strip() == row for phrase in told.split("|")
    )


def _source_of(phrases: Iterable[str]) -> str:
    """Return the source of a pattern that tries many phrases letter by letter, not one by one."""
    root: _Node = {}
    unspaced: list[str] = []
    for phrase in sorted(phrases):
        if _CJK.search(phrase):
            unspaced.append(re.escape(phrase.rstrip("*")))
            continue
        node = root
        for sign in phrase:
            node = node.setdefault(sign, {})
        node[""] = {}
    spaced = [rf"\b{_tree_source(root)}\b"] if root else []
    return "|".join((*spaced, *sorted(unspaced, key=len, reverse=True)))


_Node: TypeAlias = "dict[str, _Node]"
#: How the signs of a phrase are matched: any space, any apostrophe, an open ending.
_SIGNS = {" ": r"\s", "'": "['’]", "*": r"\w*"}


def _tree_source(node: "_Node") -> str:
    """Return the source of a tree of signs; "" marks where a phrase may end."""
    branches = [
        _SIGNS.get(sign, re.escape(sign)) + _tree_source(below)
        for sign, below in sorted(node.items())
        if sign
    ]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


@cache
def word_groups(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return label → words of a list whose lines read 'label: words'; a label may come again."""
    groups: dict[str, tuple[str, ...]] = {}
    for entry in _entries(name):
        label, _, words = entry.partition(":")
        groups[label] = (*groups.get(label, ()), *words.split())
    return groups


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words, as written and as stems, for several indexes to look through."""

    text: str
    written: tuple[str, ...]
    stems: tuple[str, ...]


def words_of(text: str) -> Words:
    """Cut a text into words."""
    written = tokens(text.replace("R&D", "RnD"))  # the R of R&D is no language
    return Words(text, written, tuple(map(stem, written)))


@dataclass(frozen=True, slots=True)
class _Phrase:
    name: str
    parts: tuple[str, ...]
    open_end: bool  # the last part matches any ending: 'negotiat*'

    def fits(self, stems: tuple[str, ...], at: int) -> bool:
        size = len(self.parts)
        if at + size > len(stems):
            return False
        if stems[at : at + size - 1] != self.parts[:-1]:
            return False
        last = stems[at + size - 1]
        return last.startswith(self.parts[-1]) if self.open_end else last == self.parts[-1]


class PhraseIndex:
    """Finds many phrases in a text in one pass over its words.

    A phrase is one or more words, compared without case and plural s; a last `*` leaves the ending
    open. One-letter words ('R') must be written in upper case. Phrases in Chinese or Japanese
    script, which has no spaces, are found anywhere in the text.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take (name, phrase) pairs; several phrases may share a name."""
        self._by_first: dict[str, list[_Phrase]] = {}
        self._open: dict[str, list[_Phrase]] = {}  # one open word, by its first two letters
        self._unspaced: list[tuple[str, str]] = []
        for name, phrase in phrases:
            if _CJK.search(phrase):
                self._unspaced.append((phrase, name))
                continue
            parts = tuple(stem(token) for token in tokens(phrase))
            if parts:
                found = _Phrase(name, parts, phrase.endswith("*"))
                if len(parts) == 1 and found.open_end:
                    self._open.setdefault(parts[0][:2], []).append(found)
                else:
                    self._by_first.setdefault(parts[0], []).append(found)

    def find(self, words: Words) -> tuple[str, ...]:
        """Return the names found in the text, each once, in order of first appearance."""
        names: dict[str, None] = {}
        for at, word in enumerate(words.stems):
            for phrase in (*self._by_first.get(word, ()), *self._open.get(word[:2], ())):
                if phrase.name in names or not phrase.fits(words.stems, at):
                    continue
                if len(phrase.parts) == 1 and len(word) == 1 and not words.written[at].isupper():
                    continue
                names[phrase.name] = None
        for phrase_text, name in self._unspaced:
            if phrase_text in words.text:
                names[name] = None
        return tuple(names)
