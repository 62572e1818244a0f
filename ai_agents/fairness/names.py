"""Finds a person's name wherever a text says it: whole, turned around, with initials, or in parts.

Parts that are words of their own ('Grant', 'May', 'Baker') are names only where nothing else can be
meant; hiding the word 'grant' from one person's resume and not from another's would be unfair too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ai_agents.checks.lexicon import word_list, word_run
from ai_agents.checks.verbs import PAST, verb
from ai_agents.fairness.placeholders import placeholder
from ai_agents.fairness.spans import Span
from ai_agents.profile import lexicon
from ai_agents.profile.folding import has_cjk, squeeze
from ai_agents.profile.names import PARTICLES
from ai_agents.vocabulary import IdentityKind

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OWNED: Final = re.compile(r"['’]s$", re.IGNORECASE)
#: What may stand between two words of one name.
_BETWEEN: Final = re.compile(r"[\s.]{1,3}|,\s{0,2}|\s?[-‐·]\s?")
#: 'Grace is', 'Mark has': what follows a name that is a word too.
_SAYS: Final = frozenset({"is", "was", "has", "holds", "brings", "works"})
#: A name's own line never has more words than this; a longer one was misread.
_MOST_OWN_WORDS: Final = 6
_PLACEHOLDER_NAME: Final = re.compile(
    r"^[x\W_]+$|(?:your|first|last|full|given|family)\s*(?:first|last|full)?\s*name|first\s*last"
    r"|name\s*surname|vor-?\s*(?:und\s*)?nachname|pr[ée]nom\s*nom|nombre\s*(?:y\s*)?apellidos?",
    re.IGNORECASE,
)


@cache
def honorific(after: str) -> re.Pattern[str]:
    """Return a pattern for a form of address that tells a gender, followed by the pattern after."""
    words = "|".join(sorted(word.capitalize() for word in word_list("honorifics")))
    return re.compile(rf"(?<!\w)(?:{words})\.?{after}")


@cache
def _is_word(key: str) -> bool:
    """Whether a part of a name means something else too: a word, a job, a place, a month."""
    lists = ("titles", "companies", "institutions", "trade_surnames")
    return (
        len(key) < 3
        or key in word_run("word_names")
        or key in lexicon.places()
        or key in lexicon.months()
        or verb(key) is not None
        or any(lexicon.word_list(name).has(key) for name in lists)
    )


class NameFinder:
    """Finds one person's name; a template's 'Your Name' is nobody's and is left alone."""

    def __init__(self, name: str | None) -> None:
        """Take the name as the reader of the file found it; None when there is none."""
        name = "" if name is None or _PLACEHOLDER_NAME.search(name) else name
        self._cjk = has_cjk(name)
        self._squeezed = squeeze(name)
        words = [squeeze(word) for word in _WORD.findall(name)]
        self._parts = tuple(w for w in words if w not in PARTICLES and len(w) > 1)
        self._initials = frozenset(word[:1] for word in self._parts)
        self._particles = frozenset(words) & PARTICLES

    @property
    def parts(self) -> tuple[str, ...]:
        """The name's words in lower case without accents, particles and initials left out."""
        return self._parts

    def spans(self, text: str, *, own_line: bool = False) -> Iterator[Span]:
        """Yield where a text says the name; `own_line` when the reader found it there."""
        if not self._squeezed:
            return
        found = list(_squeezed_in(text, self._squeezed)) if own_line or self._cjk else []
        found += self._in_words(text, own_line=own_line)
        if own_line and not found and len(text.split()) <= _MOST_OWN_WORDS:
            found.append(_span(0, len(text)))  # printed otherwise than it was read
        yield from found

    def _in_words(self, text: str, *, own_line: bool) -> Iterator[Span]:
        low = text.lower()
        if text.isascii() and not any(part in low for part in self._parts):
            return
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            if _key(words[at]) not in self._parts:
                at += 1
                continue
            last, first = self._end(text, words, at), self._begin(text, words, at)
            if own_line or self._is_name(text, words, at, (first, last)):
                start = words[first].start()
                titled = _titled(text, start)
                yield _span(titled.start() if titled is not None else start, words[last].end())
            at = last + 1

    def _end(self, text: str, words: Sequence[re.Match[str]], at: int) -> int:
        """Return the last word of the name that begins at `at`; particles end no name."""
        last, here = at, at
        while here + 1 < len(words) and _adjoin(text, words[here], words[here + 1]):
            here += 1
            key = _key(words[here])
            if key in self._parts or (len(key) == 1 and key in self._initials):
                last = here
            elif key not in PARTICLES and len(key) > 1:
                break
        return last

    def _begin(self, text: str, words: Sequence[re.Match[str]], at: int) -> int:
        """Return the word the name begins with, its initials and particles included."""
        while at and _adjoin(text, words[at - 1], words[at]):
            key = _key(words[at - 1])
            initial = len(key) == 1 and key in self._initials and words[at - 1][0].isupper()
            if not initial and key not in self._particles:
                break
            at -= 1
        return at

    def _is_name(
        self, text: str, words: Sequence[re.Match[str]], at: int, ends: tuple[int, int]
    ) -> bool:
        """Whether the words from end to end are the name; `at` is the first whole part of it."""
        own = words[ends[0] : ends[1] + 1]
        said = {_key(word): word[0] for word in own if _key(word) in self._parts}
        if any(word[:1].islower() for word in said.values()):
            return False
        part = next(iter(said))
        initials = {_key(word) for word in own if len(word[0]) == 1 and word[0].isupper()}
        if len(said) > 1 or not _is_word(part) or initials - {part[:1]}:
            return True
        return _titled(text, words[at].start()) is not None or self._acts(words, at)

    def _acts(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether the given name opens a sentence about the person: 'Grace led', 'Will has'."""
        if _key(words[at]) != self._parts[0] or at + 1 >= len(words):
            return False
        after = words[at + 1][0]
        known = verb(after.lower())
        return after.lower() in _SAYS or (
            after.islower() and known is not None and known[1] == PAST
        )


def _titled(text: str, at: int) -> re.Match[str] | None:
    """Return the form of address right before a place of the text."""
    return honorific(r"\s{1,3}$").search(text, 0, at)


def _key(word: re.Match[str]) -> str:
    return squeeze(_OWNED.sub("", word[0]))


def _adjoin(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    return _BETWEEN.fullmatch(text, word.end(), following.start()) is not None


def _span(start: int, end: int) -> Span:
    return Span(start, end, IdentityKind.NAME, placeholder(IdentityKind.NAME))


def _squeezed_in(text: str, wanted: str) -> Iterator[Span]:
    """Yield where the letters of a name stand in a row, whatever spaces and accents they have."""
    letters = [(letter, at) for at, char in enumerate(text[:400]) for letter in squeeze(char)]
    row = "".join(letter for letter, _ in letters)
    at = row.find(wanted)
    while at >= 0:
        end = at + len(wanted) - 1
        start, stop = letters[at][1], letters[end][1] + 1
        if not (_inside_word(text, start) or _inside_word(text, stop)):
            yield _span(start, stop)
        at = row.find(wanted, end)


def _inside_word(text: str, at: int) -> bool:
    """Whether a Latin word goes on over this place; Han text has no spaces to tell."""
    return (
        0 < at < len(text)
        and text[at - 1].isalpha()
        and text[at].isalpha()
        and (not has_cjk(text[at - 1 : at + 1]))
    )
