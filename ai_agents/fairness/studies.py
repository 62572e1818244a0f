"""Finds the schools a person attended, and the years that tell when, and so how old they are."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ai_agents.fairness.placeholders import placeholder
from ai_agents.fairness.spans import Span, hidden_by
from ai_agents.profile.dates import find_dates
from ai_agents.profile.lexicon import word_list
from ai_agents.vocabulary import IdentityKind

_SCHOOL: Final = IdentityKind.SCHOOL
_YEAR: Final = IdentityKind.GRADUATION_YEAR
#: Shorter names of schools are initials ('MIT') or misread ('Uni').
_SHORTEST: Final = 3
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "at", "de", "la", "di", "für", "der"})
_BARE_YEAR: Final = re.compile(
    r"(?<![\w$€£.,])(?:(?:19|20)\d\d|['’]\d\d)(?:\s?[-–/]\s?\d\d)?(?![\w%])"
)
_GRADUATED: Final = re.compile(
    r"\b(?:class of|graduat\w{2,5}|alumn\w{1,3}|abitur|abschluss|promotion|diplômée?|bac|laurea)\b"
    r"[^.;|\d]{0,30}?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MARK: Final = re.compile(r"\d{0,2}/?\d{0,2}")
_CAPITAL: Final = r"(?:[A-ZÀ-Þ][\w.&'’-]*|of|de|für|and|&|the)"
_NAMED: Final = re.compile(rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,8}}")


class StudyFinder:
    """Finds the schools of one person, on the lines about education and elsewhere."""

    def __init__(self, schools: Iterable[str]) -> None:
        """Take the names of the schools as the reader of the file found them."""
        names = sorted({s for s in schools if len(s) >= _SHORTEST}, key=lambda s: (-len(s), s))
        short = [initials for name in names if (initials := _initials(name))]
        forms = [_printed(name) for name in names] + [re.escape(name) for name in short]
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None

    def anywhere(self, text: str) -> Iterator[Span]:
        """Yield the schools' names and told years of graduation on any line."""
        if self._names is not None:
            for found in self._names.finditer(text):
                yield hidden_by(found, _SCHOOL)
        if "19" in text or "20" in text:
            for found in _GRADUATED.finditer(text):
                yield hidden_by(found, _YEAR, 1)

    def in_education(self, text: str) -> Iterator[Span]:
        """Yield all dates on a line about education, and what is named like a school there."""
        yield from self.anywhere(text)
        yield from _dates(text)
        for found in _BARE_YEAR.finditer(text):
            yield hidden_by(found, _YEAR)
        for found in _NAMED.finditer(text[:300]):
            if word_list("institutions").hits(found[0]):
                yield hidden_by(found, _SCHOOL)


def _dates(text: str) -> Iterator[Span]:
    """Yield dates; marks like '3.6/4' and '2/58' are none, and no digit of one begins a date."""
    for span in find_dates(text):
        begin = span.begin
        while begin < span.stop and text[begin - 1 : begin] in set("0123456789.,/"):
            begin += 1
        begin += len(text[begin : span.stop]) - len(text[begin : span.stop].lstrip())
        if not _MARK.fullmatch(text, begin, span.stop):
            yield Span(begin, span.stop, _YEAR, placeholder(_YEAR))


def _printed(name: str) -> str:
    """Return a pattern for a name in any spacing and punctuation between its words."""
    return r"[\s,.–-]+".join(re.escape(word) for word in re.split(r"[\s,.–-]+", name) if word)


def _initials(name: str) -> str:
    """Return the initials a school goes by ('MIT'), '' where two words make none."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _SMALL]
    letters = "".join(word[0] for word in words if word[0].isupper())
    return letters if len(letters) >= _SHORTEST else ""
