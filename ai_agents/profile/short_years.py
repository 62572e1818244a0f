"""Finds ranges whose years are printed with two digits: 'Sep 15 – Jan 17', '11.09-15.06'."""

import re
from dataclasses import dataclass

from ai_agents.profile.date_words import DASH, NOW, PRESENT, century
from ai_agents.profile.folding import fold, has_cjk
from ai_agents.profile.lexicon import months

_END = rf"(?P<now>{NOW.pattern})"
#: 'Sep 15 – Jan 17', 'Sep ’15 - now'
_WORDS = re.compile(
    rf"(?<![^\W_])(?P<m1>[^\W\d_]{{3,9}})\.?\s?['’]?(?P<y1>\d\d)\s*(?:{DASH}|to|bis)\s*"
    rf"(?:(?P<m2>[^\W\d_]{{3,9}})\.?\s?['’]?(?P<y2>\d\d)(?![\d:]|,?\s+(?:19|20)\d\d)|{_END})",
    re.IGNORECASE,
)
#: '11.09-15.06', '09/11 – 06/15', '17.01-至今'
_NUMBERS = re.compile(
    rf"(?<![\d./-])(?P<a1>\d\d)(?P<mark>[./])(?P<b1>\d\d)\s*{DASH}\s*"
    rf"(?:(?P<a2>\d\d)(?P=mark)(?P<b2>\d\d)(?![\d./-])|{_END})",
    re.IGNORECASE,
)
#: '’19 – ’21'
_QUOTED = re.compile(rf"(?<!\w)['’](?P<y1>\d\d)\s*{DASH}\s*(?:['’](?P<y2>\d\d)(?!\w)|{_END})")
#: '2016 – 18', '2016/17': the second year after a full one; up to 12 it would be a month
_SECOND = re.compile(
    rf"(?<![\d./-])(?P<full>(?:19|20)\d\d)\s?(?:{DASH}|/)\s?(?P<y2>1[3-9]|[2-9]\d)(?![\d./-]|\s?%)"
)


@dataclass(frozen=True)
class ShortRange:
    """A range and where it stands in the text; values as `YYYY-MM` or `YYYY`."""

    start: str
    end: str
    begin: int
    stop: int


def short_ranges(text: str) -> list[ShortRange]:
    """Return the ranges with two-digit years of a line, left to right.

    Only whole ranges count: 'Sep 15' alone is a day, '11.09' alone a number.
    """
    found: list[ShortRange] = []
    for pattern, read in (
        (_WORDS, _by_words),
        (_NUMBERS, _by_numbers),
        (_QUOTED, _by_quotes),
        (_SECOND, _by_second),
    ):
        for match in pattern.finditer(text):
            ends = read(match, text)
            if ends and ends[0][:4] <= ends[1][:4]:
                found.append(ShortRange(ends[0], ends[1], match.start(), match.end()))
    return sorted(found, key=lambda span: span.begin)


def _by_words(match: re.Match[str], _text: str) -> tuple[str, str] | None:
    first = months().get(fold(match["m1"]))
    if first is None:
        return None
    start = f"{century(match['y1'])}-{first:02d}"
    if match["now"]:
        return start, PRESENT
    last = months().get(fold(match["m2"]))
    return (start, f"{century(match['y2'])}-{last:02d}") if last else None


def _by_numbers(match: re.Match[str], text: str) -> tuple[str, str] | None:
    pairs = [(match["a1"], match["b1"])]
    if not match["now"]:
        pairs.append((match["a2"], match["b2"]))
    year_first = all(1 <= int(b) <= 12 for _, b in pairs)
    month_first = all(1 <= int(a) <= 12 for a, _ in pairs)
    if not year_first and not month_first:
        return None
    # '11.09-12.10' can be read both ways: Chinese and Japanese put the year first.
    swap = month_first and not (year_first and has_cjk(text))
    values = [
        f"{century(b)}-{int(a):02d}" if swap else f"{century(a)}-{int(b):02d}" for a, b in pairs
    ]
    return values[0], PRESENT if match["now"] else values[1]


def _by_quotes(match: re.Match[str], _text: str) -> tuple[str, str] | None:
    end = PRESENT if match["now"] else str(century(match["y2"]))
    return str(century(match["y1"])), end


def _by_second(match: re.Match[str], _text: str) -> tuple[str, str] | None:
    return match["full"], match["full"][:2] + match["y2"]
