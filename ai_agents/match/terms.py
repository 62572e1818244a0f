"""Skills, tools and certificates as terms, found in a text however they are written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ai_agents.match.words import Cut, Word, cut

_JOINED: Final = frozenset("-–&'’")
#: Joining words in the languages read, and those before a name; `lexicon` stands on this module.
_JOINING: Final = frozenset({"and", "or", "und", "oder", "et", "ou", "y", "o"})
_BESIDE: Final = _JOINING | {"in", "with", "using", "like", "mit", "en", "avec", "con"}
_AFTER_VERB: Final = frozenset(
    {
        "in",
        "at",
        "the",
        "a",
        "an",
        "to",
        "on",
        "your",
        "our",
        "as",
        "with",
        "for",
        "above",
        "beyond",
    }
)
_LIST_MARKS: Final = frozenset(",;/|()•·:\t&+")


@dataclass(frozen=True, slots=True)
class Term:
    """One skill, tool, certificate, or the name of an area of them.

    `shows` are the terms that whoever shows this one shows too, itself included; `near` those it
    only points to: its area, and members of an area whose members are alike.
    """

    name: str
    area: str
    tool: bool
    shows: frozenset[str]
    near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A term found in a text: its name, and its first and last word."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a term; exact forms are compared as written."""

    name: str
    keys: tuple[str, ...]
    written: tuple[str, ...]
    exact: bool
    open_end: bool

    def fits(self, words: tuple[Word, ...], at: int) -> bool:
        size = len(self.keys)
        if at + size > len(words):
            return False
        if self.exact:
            return all(words[at + i].written == self.written[i] for i in range(size))
        there = tuple(word.key for word in words[at : at + size])
        if there[:-1] != self.keys[:-1]:
            return False
        last = there[-1]
        return last.startswith(self.keys[-1]) if self.open_end else last == self.keys[-1]


@dataclass
class TermIndex:
    """Finds terms in texts; where several fit, the longest is taken and none overlap."""

    _by_first: dict[str, list[_Form]] = field(default_factory=dict)
    _open: dict[str, list[_Form]] = field(default_factory=dict)

    def add(self, name: str, form: str) -> None:
        """Let a term be found by a form: `!` at its end means as written, `*` any ending."""
        exact, open_end = form.endswith("!"), form.endswith("*")
        words = cut(form.strip("!*~")).words
        if not words:
            return
        made = _Form(
            name,
            tuple(word.key for word in words),
            tuple(word.written for word in words),
            exact,
            open_end,
        )
        if open_end and len(words) == 1:
            self._open.setdefault(words[0].key[:3], []).append(made)
        else:
            self._by_first.setdefault(made.keys[0], []).append(made)

    def find(self, text: Cut) -> tuple[Spot, ...]:
        """Return the terms of a text from left to right."""
        spots, at = [], 0
        while at < len(text.words):
            best = self._longest(text, at)
            if best is None:
                at += 1
                continue
            spots.append(Spot(best.name, at, at + len(best.keys) - 1))
            at += len(best.keys)
        return tuple(spots)

    def _longest(self, text: Cut, at: int) -> _Form | None:
        key = text.words[at].key
        best: _Form | None = None
        for form in (*self._by_first.get(key, ()), *self._open.get(key[:3], ())):
            if best is not None and len(form.keys) <= len(best.keys):
                continue
            if form.fits(text.words, at) and (not form.exact or _stands_alone(text, at, form)):
                best = form
        return best


def _stands_alone(text: Cut, at: int, form: _Form) -> bool:
    """Whether a form that is also a common word stands here as a name.

    Not as part of a hyphened word ('go-to'), nor as the first word of a sentence that goes on like
    a verb; one letter, and Go, need a list or a word like 'in' beside them.
    """
    end = at + len(form.keys)
    after = text.words[end].gap if end < len(text.words) else text.tail
    before = text.words[at].gap
    if after in _JOINED or before in _JOINED:
        return False
    listed = _beside_list(text, at, end, before, after)
    name = "".join(form.written)
    if len(name) == 1 or (len(name) == 2 and not name.isupper()):
        return listed
    first = at == 0 or "." in before or "!" in before or "?" in before
    return listed or not first or not _goes_on(text, end)


def _goes_on(text: Cut, end: int) -> bool:
    """Whether a first word goes on like a verb: 'Excel in', 'Go the extra mile'."""
    return end < len(text.words) and text.words[end].written.lower() in _AFTER_VERB


def _beside_list(text: Cut, at: int, end: int, before: str, after: str) -> bool:
    if _LIST_MARKS.intersection(before) or _LIST_MARKS.intersection(after):
        return True
    if at == 0 and end == len(text.words):
        return True
    left = text.words[at - 1].written.lower() if at else ""
    right = text.words[end].written.lower() if end < len(text.words) else ""
    return left in _BESIDE or right in _JOINING


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms of one lexicon with the indexes that find them."""

    by_name: Mapping[str, Term]
    asking: TermIndex
    showing: TermIndex

    def asked(self, text: Cut) -> tuple[Spot, ...]:
        """Return the terms a posting's text names, from left to right."""
        return self.asking.find(text)

    def said(self, text: Cut) -> tuple[Spot, ...]:
        """Return the terms a resume's text names: also by words that show a skill only there."""
        return self.showing.find(text)

    def shown_by(self, names: Iterable[str]) -> frozenset[str]:
        """Return everything these terms show."""
        return frozenset(shown for name in names for shown in self.by_name[name].shows)

    def near(self, asked: str, shown: str) -> bool:
        """Whether a shown term points to the asked one without showing it."""
        one, other = self.by_name[asked], self.by_name[shown]
        return asked in other.near or shown in one.near or shown in one.shows
