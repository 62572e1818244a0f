"""Finds the schools a person attended, and the years that tell when, and so how old they are.

Years of study are moved, all by the same distance: their order, length and printed form can still
be judged, and when they were cannot.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ai_agents.fairness.spans import Span, hidden_by
from ai_agents.profile.dates import find_dates
from ai_agents.profile.lexicon import word_list
from ai_agents.vocabulary import IdentityKind

_SCHOOL: Final = IdentityKind.SCHOOL
_YEAR: Final = IdentityKind.GRADUATION_YEAR
#: Shorter names of schools are initials ('MIT') or misread ('Uni').
_SHORTEST: Final = 3
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "at", "de", "la", "di", "für", "der"})
#: The latest year of study in a masked document; the others keep their distance from it.
LATEST: Final = 2000
_FULL_YEAR: Final = re.compile(r"(?<![\w$€£.,])(?:19|20)\d\d(?![\d%])")
#: Inside a date: a year of two digits, or one of a Japanese era.
_SHORT_YEAR: Final = re.compile(r"(?<=['’/.–-])\d\d(?!\d)")
_ERA_YEAR: Final = re.compile(r"(?<=令和|平成|昭和)\s*(?:元|\d{1,2})")
_GRADUATED: Final = re.compile(
    r"\b(?:class of|graduat\w{2,5}|alumn\w{1,3}|abitur|abschluss|promotion|diplômée?|bac|laurea)\b"
    r"[^.;|\d]{0,30}?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
#: '3.6/4', '2/58': a mark or a rank reads like a month of a short year.
_MARK: Final = re.compile(r"\d{0,2}/?\d{0,2}")
_CAPITAL: Final = r"(?:[A-ZÀ-Þ][\w.&'’-]*|of|de|für|and|&|the)"
_NAMED: Final = re.compile(rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,8}}")


class StudyFinder:
    """Finds the schools of one person, on the lines about education and elsewhere."""

    def __init__(self, schools: Iterable[str], texts: Iterable[str]) -> None:
        """Make a finder.

        Args:
            schools: names of the schools as the reader of the file found them.
            texts: the lines about education, which tell the years of study.
        """
        years = [int(found[0]) for text in texts for found in _FULL_YEAR.finditer(text)]
        self._shift = LATEST - max(years, default=LATEST)
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
                yield self._moved(found, 1)

    def in_education(self, text: str) -> Iterator[Span]:
        """Yield all dates on a line about education, and what is named like a school there."""
        yield from self.anywhere(text)
        for found in _FULL_YEAR.finditer(text):
            yield self._moved(found)
        for date in find_dates(text):
            for found in _ERA_YEAR.finditer(text, date.begin, date.stop):
                yield hidden_by(found, _YEAR)
            if not _MARK.fullmatch(text, date.begin, date.stop):
                for found in _SHORT_YEAR.finditer(text, date.begin, date.stop):
                    yield self._moved(found)
        for found in _NAMED.finditer(text[:300]):
            if word_list("institutions").hits(found[0]):
                yield hidden_by(found, _SCHOOL)

    def moved(self, date: str | None) -> str | None:
        """Return a date of study, `YYYY` or `YYYY-MM`, moved like the printed ones."""
        if date is None or not date[:4].isdigit():
            return date
        return f"{int(date[:4]) + self._shift:04}{date[4:]}"

    def _moved(self, found: re.Match[str], group: int = 0) -> Span:
        """Return the span of a year that puts it where all years of study are put."""
        digits = found[group]
        year = (int(digits) + self._shift) % (10 ** len(digits))
        return Span(*found.span(group), _YEAR, f"{year:0{len(digits)}}")


def _printed(name: str) -> str:
    """Return a pattern for a name in any spacing and punctuation between its words."""
    return r"[\s,.–-]+".join(re.escape(word) for word in re.split(r"[\s,.–-]+", name) if word)


def _initials(name: str) -> str:
    """Return the initials a school goes by ('MIT'), '' where two words make none."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _SMALL]
    letters = "".join(word[0] for word in words if word[0].isupper())
    return letters if len(letters) >= _SHORTEST else ""
