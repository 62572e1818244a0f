"""How the dates of a resume are printed: the form of each date and the mark that joins a range."""

import re
from collections.abc import Iterator

from ai_agents.profile.date_words import DASH
from ai_agents.profile.dates import find_dates
from ai_agents.profile.folding import fold
from ai_agents.profile.lexicon import months

NAMED = "May 2020"
_YEAR = r"(?:19|20)\d\d"
_WITH_WORD = re.compile(rf"(?<!\w)([^\W\d_]{{3,10}})(\.?),?\s(?:de\s)?{_YEAR}(?!\d)")
_IN_DIGITS = (
    ("2020-01", re.compile(rf"(?<![\d-]){_YEAR}-(?:0[1-9]|1[0-2])(?![\d-])")),
    ("2020/01", re.compile(rf"(?<![\d/]){_YEAR}/(?:0[1-9]|1[0-2])(?![\d/])")),
    ("2020.01", re.compile(rf"(?<![\d.]){_YEAR}\.(?:0[1-9]|1[0-2])(?![\d.])")),
    ("01/2020", re.compile(rf"(?<![\d/])(?:0?[1-9]|1[0-2])\s?/\s?{_YEAR}(?!\d)")),
    ("01.2020", re.compile(rf"(?<![\d.])(?:0?[1-9]|1[0-2])\.\s?{_YEAR}(?!\d)")),
    ("01-2020", re.compile(rf"(?<![\d-])(?:0?[1-9]|1[0-2])-{_YEAR}(?!\d)")),
    ("01/20", re.compile(r"(?<![\d/])(?:0[1-9]|1[0-2])/\d\d(?![\d/])")),
)
#: Names that style books leave whole among short ones ('Sept. 2018, March 2019, June 2020').
_EITHER = frozenset(
    ("may", "mai", "mayo", "maio", "mei", "march", "april", "june", "july", "juni", "juli", "juin")
).union(("mars", "marz", "aout"))
_LONGEST_SHORT_NAME = 4
_ISO = re.compile(rf"{_YEAR}[-.](?:0[1-9]|1[0-2])(?!\d)")
_DASH = re.compile(rf"\s?({DASH})\s?")
_WORD = re.compile(r"\s(to|bis|à|au|a|al|hasta|até|tot|until)\s", re.IGNORECASE)


def date_forms(text: str) -> Iterator[tuple[str, str]]:
    """Yield (form, as printed) of the dates with a month: ('Jan 2020', 'Mar 2019').

    Names that belong to the short and the long form alike ('May 2020') are of the form `NAMED`.
    """
    for found in _WITH_WORD.finditer(text):
        name = fold(found[1])
        if name in _EITHER:
            yield NAMED, found.group()
        elif name in months():
            short = len(name) <= _LONGEST_SHORT_NAME or bool(found[2])
            yield "Jan 2020" if short else "January 2020", found.group()
    for form, pattern in _IN_DIGITS:
        for found in pattern.finditer(text):
            yield form, found.group()


def range_marks(text: str) -> Iterator[tuple[str, str]]:
    """Yield (mark, range as printed) of the ranges in a line: ('–', 'Mar 2019 – May 2020')."""
    for span in find_dates(text):
        printed = text[span.begin : span.stop].strip()
        if not span.is_range:
            continue
        plain = _ISO.sub("0000", printed)
        joined = _WORD.search(plain) or _DASH.search(plain)
        if joined:
            yield joined[1].lower(), printed
