"""Figures in a sentence: which numbers measure something, which only name, date or count years.

A number *measures* when it says how many, how much, how fast or by how far ('34 %', '12 stores').
It counts *time* served, age or pages when it says something true that is no result ('5 years of
experience', 'a 40-page manual'). Else it *names*: a year, a team, a version, a standard ('2019',
'Team 7', 'Python 3', 'ISO 9001').
"""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache

from ai_agents.checks.lexicon import phrase_pattern, word_run
from ai_agents.checks.numbers import Number, numbers

_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|ère|e|ème|º|ª|°)\b", re.IGNORECASE)
#: German ordinals: 'im 2. Stock'; elsewhere the stop ends the sentence.
_ORDINAL_STOP = re.compile(r"\b(?:im|am|der|die|das|dem|den|des|zum|zur)\s$", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:ranked|placed|finished|came|won|platz|classée?|top)\s(?:as\s|the\s)?#?\s?$",
    re.IGNORECASE,
)
_RANK_BEHIND = re.compile(r"\w{0,3}\s?(?:place\b|out of|of \d|percentile|prize)", re.IGNORECASE)
_YEARS = re.compile(
    r"[\s\u00a0-]?(?:\+|plus)?[\s-]?(?:years?|yrs?|jahre?n?|jährige?[nr]?|ans?|années?|años?|anni"
    r"|anno|anos?|jaar|jaren|lat|лет|года?)\b|\s?(?:年間?|か年)(?!\d)",
    re.IGNORECASE,
)
_MONTHS = re.compile(r"[\s-]?(?:months?|monate?n?|mois|meses|mesi|maanden)\b", re.IGNORECASE)
#: 'For 6 months' is time served; 'in 6 months' and 'by 6 months' are results.
_SERVED = re.compile(r"\b(?:for|during|während|seit|pendant|durante|gedurende)\s$", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:by|from|to|um|von|auf|da|di|de|à)\s$", re.IGNORECASE)
_PAGES = re.compile(
    r"[\s-]?(?:pages?|pp|seiten?|seitige[nrs]?|páginas?|pagin[ae]|pagina's|страниц\w*)\b"
    r"|\s?(?:页|頁|ページ|歳|岁)",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(?:ages?|aged|alter|âgée?s?)\s$", re.IGNORECASE)
_PICTURE = re.compile(r"\s?K[ -](?:u?hd|video|display|resolution|tv|monitor|camera)", re.IGNORECASE)
_MORE_THAN = re.compile(
    r"\b(?:over|than|nearly|almost|about|über|rund|plus de|más de)\s$", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(?:in|since|until|from|year|seit|ab|en|depuis|desde|dal|em)\s$", re.IGNORECASE
)
#: What follows a number in Chinese and Japanese where it numbers: 2019年, 第3章, 3月.
_NUMBERING = frozenset("年月日号號版章級级期届回生代世")
_WORD_BEFORE = re.compile(r"([^\s(\[“\"„]+)[ \u00a0.-]$")
_WORD_BEHIND = re.compile(r"[ \u00a0]([^\W\d_]+(?:['’][^\W\d_]+)?)")
_COMPOUND = re.compile(r"-([^\W\d_]+)")


class Meaning(Enum):
    """What a number says: a measure, time served (or age, or pages), or a name."""

    MEASURE = "measure"
    TIME = "time"
    NAME = "name"


def figures(text: str, language: str | None = "en") -> tuple[str, ...]:
    """Return the measuring numbers of a sentence as written, those in digits first.

    Number words are those of the language, English where it is not known.
    """
    found = [number.written for number in numbers(text) if meaning(number) is Meaning.MEASURE]
    found.extend(_number_words(text, language))
    return tuple(found)


def is_measured(text: str, language: str | None = "en") -> bool:
    """Whether the sentence holds a number that measures something."""
    return bool(figures(text, language))


def has_quantity(text: str, language: str | None = "en") -> bool:
    """Whether the sentence holds any number that is no mere name: a measure, or time served."""
    return any(meaning(number) is not Meaning.NAME for number in numbers(text)) or any(
        True for _ in _number_words(text, language)
    )


def meaning(number: Number) -> Meaning:
    """Return what a number says, by the first of the tests that knows."""
    for test, result in _TESTS:
        if test(number):
            return result
    return _counted(number)


def _is_numbering(number: Number) -> bool:
    if number.behind[:1] in _NUMBERING:
        return len(number.digits) == 4 or number.behind[:1] != "年"
    return False


def _counts_time(number: Number) -> bool:
    if _YEARS.match(number.behind):
        return not _CHANGED.search(number.before)
    if _MONTHS.match(number.behind):
        return bool(_SERVED.search(number.before))
    return bool(_PAGES.match(number.behind) or _AGE.search(number.before))


def _has_unit(number: Number) -> bool:
    """Whether sign or unit says that it measures; '4K video' is a kind of picture."""
    return number.money or (bool(number.unit) and not _PICTURE.match(number.behind))


def _is_ranked(number: Number) -> bool:
    if _ORDINAL.match(number.behind) or number.before.rstrip().endswith("#"):
        return bool(_RANK.search(number.before) or _RANK_BEHIND.match(number.behind))
    return False


def _is_ordinal(number: Number) -> bool:
    if number.behind[:1] == ".":
        return bool(_ORDINAL_STOP.search(number.before))
    return bool(_ORDINAL.match(number.behind)) or number.before.rstrip().endswith("#")


def _is_glued(number: Number) -> bool:
    """Whether letters follow at once: 3D, 5G, 1080p."""
    return number.behind[:1].isascii() and number.behind[:1].isalpha()


def _is_year(number: Number) -> bool:
    """Whether it is a year and no count: '2000 customers', 'over 1950 units' count."""
    if not _YEAR.fullmatch(number.digits):
        return False
    if number.upto:
        return bool(_YEAR.fullmatch(number.upto))
    thing = _WORD_BEHIND.match(number.behind)
    if thing is None or thing[1].lower() in {"and", "to", "bis"}:
        return True
    is_round = int(number.digits) % 50 == 0 and not _SINCE.search(number.before)
    return not (is_round or _MORE_THAN.search(number.before))


_TESTS: tuple[tuple[Callable[[Number], bool], Meaning], ...] = (
    (_is_numbering, Meaning.NAME),
    (_counts_time, Meaning.TIME),
    (_has_unit, Meaning.MEASURE),
    (_is_ranked, Meaning.MEASURE),
    (_is_ordinal, Meaning.NAME),
    (_is_glued, Meaning.NAME),
    (_is_year, Meaning.NAME),
)


def _counted(number: Number) -> Meaning:
    """Tell a count from a numbered name by the words beside it."""
    compound = _COMPOUND.match(number.behind)
    if compound:
        # 'a 12-lead ECG' may describe: neither a result nor a line without a number
        return Meaning.MEASURE if _is_thing(compound[1]) else Meaning.TIME
    named = _WORD_BEFORE.search(number.before)
    if named is None:
        return Meaning.MEASURE
    word = named[1].rstrip(".,;:)")
    if word.lower() in word_run("numbered_names"):
        return Meaning.NAME
    if word != named[1] or word.lower() in word_run("count_openers"):
        return Meaning.MEASURE
    start = number.before[: named.start()].rstrip()
    if not start or start[-1] in ".;:•" or _things_behind(number):
        return Meaning.MEASURE
    return Meaning.NAME if word[:1].isupper() else Meaning.MEASURE


def _things_behind(number: Number) -> bool:
    """Whether a thing that is counted follows, or a noun as German writes it."""
    behind = _WORD_BEHIND.match(number.behind)
    return behind is not None and (_is_thing(behind[1]) or behind[1][0].isupper())


@cache
def _things() -> tuple[frozenset[str], tuple[str, ...]]:
    words = word_run("counted_things")
    stems = tuple(sorted(word[:-1] for word in words if word.endswith("*")))
    return frozenset(word for word in words if not word.endswith("*")), stems


def _is_thing(word: str) -> bool:
    words, stems = _things()
    low = word.lower()
    return low in words or low.removesuffix("s") in words or low.startswith(stems)


def _number_words(text: str, language: str | None) -> Iterator[str]:
    """Yield number words that measure; 'three-tier' and 'two-way' describe and are left out."""
    for match in phrase_pattern("number_words", language or "en").finditer(text):
        compound = _COMPOUND.match(text, match.end())
        if compound is None or _is_thing(compound[1]):
            yield match.group()
