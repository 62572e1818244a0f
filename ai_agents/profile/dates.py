"""Finds dates and date ranges in a line: the joints at which a resume's entries hang together."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ai_agents.profile.date_words import DASH, LINK, NOW, PRESENT, century
from ai_agents.profile.folding import fold
from ai_agents.profile.lexicon import months
from ai_agents.profile.short_years import ShortRange, short_ranges

#: A line longer than this is prose; dates beyond it cannot date an entry.
MAX_SCANNED = 400
_EMPTY = re.compile(r"[(（\[]\s{0,9}[)）\]]")

_YEAR = re.compile(
    r"(?<![\d$€£¥#+])(?<!\d,)(?P<year>(?:1[89]|20)\d\d)(?![\d%]|[.,]\d{3}|['’]?s\b)"
    r"|(?<!\d)(?P<era>令和|平成|昭和|[RHS](?=\d{1,2}\s*[年./]))\s*(?P<era_year>元|\d{1,2})\s*(?=年|[./])"
    r"|(?<=[^\W\d_])\.?\s?['’](?P<short>\d\d)(?!\d)"
    r"|(?<!\w)(?P<masked>(?:19|20)[Xx]{2}|(?:MM[/.])?YYYY)(?!\w)"
    r"|(?<![\d/])(?P<num_month>0?[1-9]|1[0-2])/(?P<num_year>\d\d)(?![\d/])"
)
_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925}
_BEFORE = re.compile(
    r"(?:(?P<word>[^\W\d_]{3,12})[.,]?(?:\s+\d{1,2}(?:st|nd|rd|th)?,)?[\s/–-]*(?:de[l]?\s+|of\s+)?"
    r"|(?P<first>\d{1,2})(?:\s*[/.]\s*|-)(?P<second>\d{1,2})(?:\s*[/.]\s*|-)"
    r"|(?P<num>\d{1,2})(?:\s*[/.]\s*|-))$"
)
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?$")
_AFTER = re.compile(
    r"\s*年\s*(?P<cjk>\d{1,2})\s*月(?:\s*\d{1,2}\s*日)?|(?P<year_only>\s*年度?)"
    r"|(?P<sep>\s?[-/.])\s?(?P<num>0[1-9]|1[0-2]|[1-9])(?:[-/.](?:0[1-9]"
    r"|[12]\d|3[01]))?(?![\d%]|[/.]\d|-\d(?!\d{3}(?!\d)))"
    r"|\s(?P<iso>0[1-9]|1[0-2])(?!\d)(?=\s*(?:[-–—~〜]|$))"
    r"|\s(?P<word>[^\W\d_]{3,9})\.?(?!\w)"
)
_SEASON_WORDS = (
    "spring summer fall autumn winter summers early late mid q1 q2 q3 q4 fruhling fruhjahr sommer"
    " herbst winter printemps ete automne hiver primavera verano otono invierno estate autunno"
    " inverno verao outono lente zomer herfst wise sose ws ss"
)
_SEASONS = frozenset(_SEASON_WORDS.split())
#: What a template prints in the place of a month
_OPEN_MONTHS = frozenset(["month", "mes", "monat", "mois", "mese", "maand", "месяц"])
_SINCE = re.compile(
    r"(?:^|[\s(])(?:since|seit|depuis|dès|desde|a partir de|à partir de|dal|dall['’]|sinds|sedert"
    r"|vanaf|с|ab|начиная с)\s*(?:dem\s+|le\s+|el\s+)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:^|[\s(])(?:until|till|up to|bis|jusqu['’]?(?:à|en|au)|hasta|até|fino al?|tot|до|по)\s*$",
    re.IGNORECASE,
)
_HALF_START = re.compile(
    rf"(?P<word>[^\W\d_]{{3,12}})\.?\s*(?:{DASH}|to|bis|à|a|al)\s*$"
    rf"|(?P<num>\d{{1,2}})\s*[-–—]\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!\w)(?:from|von|vom|de|du|da|dal|del|desde|van|с)\s+$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_TRAILING = re.compile(rf"\s*(?:{DASH}|から|より|起)\s*(?=$|[)|,;])")


@dataclass(frozen=True)
class DateSpan:
    """One date or range and where it stands; `start` or `end` is None where left open."""

    start: str | None
    end: str | None
    begin: int
    stop: int
    is_range: bool
    open_end: bool = False


@dataclass(frozen=True)
class _Point:
    #: None where a template leaves the year open ('20XX')
    value: str | None
    begin: int
    stop: int
    half_start: str | None = None


def find_dates(text: str) -> tuple[DateSpan, ...]:
    """Return the dates of a line from left to right; a range is one span."""
    text = text[:MAX_SCANNED]
    return _found(text) if _DIGIT.search(text) or "YYYY" in text else ()


# Every line is asked about several times, by the sections, the entries and the contact data.
@lru_cache(maxsize=2048)
def _found(text: str) -> tuple[DateSpan, ...]:
    short = short_ranges(text)
    full = [span for span in _spans(text, _points(text)) if not _within(span, short)]
    full += [DateSpan(s.start, s.end, s.begin, s.stop, is_range=True) for s in short]
    return tuple(_from_word(text, span) for span in sorted(full, key=lambda span: span.begin))


def _from_word(text: str, span: DateSpan) -> DateSpan:
    """Return the range with the 'from' before it: 'De mars 2018 à juin 2019'."""
    if not span.is_range:
        return span
    match = _FROM.search(text[max(0, span.begin - 8) : span.begin])
    return replace(span, begin=span.begin - len(match[0])) if match else span


def _within(span: DateSpan, short: list[ShortRange]) -> bool:
    return any(span.begin < other.stop and other.begin < span.stop for other in short)


def _points(text: str) -> list[_Point]:
    points: list[_Point] = []
    floor = 0
    for match in _YEAR.finditer(text):
        if match.start() < floor:
            continue
        point = _point(text, match, floor)
        if point is not None:
            points.append(point)
            floor = point.stop
    return points


def _point(text: str, match: re.Match[str], floor: int) -> _Point | None:
    if match["num_month"]:
        return _Point(
            f"{century(match['num_year'])}-{int(match['num_month']):02d}",
            match.start(),
            match.end(),
        )
    year = _year_of(match)
    if year is None and not match["masked"]:
        return None
    begin, month, half = match.start(), None, None
    before = _BEFORE.search(text[max(floor, begin - 24) : begin])
    base = max(floor, begin - 24)
    if before:
        begin, month, half = _read_before(text, before, base, begin)
    if match["short"] and (before is None or begin == match.start()):
        return None
    stop = match.end()
    if month is None and begin == match.start():
        stop, month = _read_after(text, match)
    if year is None:
        return _Point(None, begin, stop)
    value = f"{year}-{month:02d}" if month else str(year)
    return _Point(value, begin, stop, f"{year}-{half:02d}" if half else None)


def _year_of(match: re.Match[str]) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["era"]:
        first = 1 if match["era_year"] == "元" else int(match["era_year"])
        return _ERAS[match["era"]] + first
    return century(match["short"]) if match["short"] else None


def _read_before(
    text: str, before: re.Match[str], base: int, begin: int
) -> tuple[int, int | None, int | None]:
    """Return where the date begins, its month, and the month of 'Jan – Mar 2020'."""
    month = half = None
    if before["word"]:
        word = fold(before["word"])
        month = months().get(word)
        if month is None and word not in _SEASONS and word not in _OPEN_MONTHS:
            return begin, None, None
        begin = base + before.start("word")
        if day := _DAY_BEFORE.search(text[max(0, begin - 8) : begin]):
            begin = max(0, begin - 8) + day.start()
    elif before["first"]:
        first, second = int(before["first"]), int(before["second"])
        month = second if second <= 12 and first <= 31 else first if first <= 12 else None
        begin = base + before.start("first") if month else begin
    elif 1 <= int(before["num"]) <= 12:
        month = int(before["num"])
        begin = base + before.start("num")
    start = _HALF_START.search(text[max(0, begin - 20) : begin])
    if start and month and start["word"]:
        half = months().get(fold(start["word"]))
        if half:
            begin = max(0, begin - 20) + start.start("word")
    return begin, month or None, half


def _read_after(text: str, match: re.Match[str]) -> tuple[int, int | None]:
    after = _AFTER.match(text, match.end())
    if not after:
        return match.end(), None
    if after["cjk"] or after["year_only"]:
        number = int(after["cjk"] or 0)
        return after.end(), number if 1 <= number <= 12 else None
    if after["num"] or after["iso"]:
        if after["sep"] and after["sep"].startswith(" ") and not after["sep"].endswith("/"):
            return match.end(), None
        return after.end(), int(after["num"] or after["iso"])
    month = months().get(fold(after["word"]))
    follows_year = re.match(r"[\s,]*(?:1[89]|20)\d\d", text[after.end() :][:8])
    if month is None or follows_year or after["word"].islower():
        return match.end(), None
    return after.end(), month


def _spans(text: str, points: list[_Point]) -> list[DateSpan]:
    spans: list[DateSpan] = []
    index = 0
    while index < len(points):
        point = points[index]
        following = points[index + 1] if index + 1 < len(points) else None
        if point.half_start:
            spans.append(
                DateSpan(point.half_start, point.value, point.begin, point.stop, is_range=True)
            )
        elif following and not following.half_start and _joined(text, point, following):
            spans.append(
                DateSpan(point.value, following.value, point.begin, following.stop, is_range=True)
            )
            index += 1
        else:
            spans.append(_open_span(text, point))
        index += 1
    return spans


def _joined(text: str, left: _Point, right: _Point) -> bool:
    gap = text[left.stop : right.begin]
    return len(gap) <= 12 and LINK.fullmatch(gap) is not None


def _open_span(text: str, point: _Point) -> DateSpan:
    """Read what stands around a lone date: 'since …', '… – Present', 'until …', '2019 –'."""
    prefix = text[max(0, point.begin - 14) : point.begin]
    since = _SINCE.search(prefix)
    link = LINK.match(text, point.stop)
    now = NOW.match(text, link.end()) if link and link.end() > point.stop else None
    glued = now or NOW.match(text, point.stop)
    if glued and (now or "至" in glued[0]):
        begin = point.begin - (len(prefix) - since.start()) if since else point.begin
        return DateSpan(point.value, PRESENT, begin, glued.end(), is_range=True)
    if since:
        begin = point.begin - (len(prefix) - since.start())
        return DateSpan(point.value, PRESENT, begin, point.stop, is_range=True)
    if until := _UNTIL.search(prefix):
        begin = point.begin - (len(prefix) - until.start())
        return DateSpan(None, point.value, begin, point.stop, is_range=True)
    if trailing := _TRAILING.match(text, point.stop):
        return DateSpan(
            point.value, None, point.begin, trailing.end(), is_range=True, open_end=True
        )
    return DateSpan(point.value, point.value, point.begin, point.stop, is_range=False)


def leading_end(text: str) -> tuple[str, int] | None:
    """Return the date or `present` a line begins with, and where it stops (a range cut in two)."""
    text = text[:MAX_SCANNED]
    lead = LINK.match(text)
    if now := NOW.match(text, lead.end() if lead else 0):
        return PRESENT, now.end()
    spans = find_dates(text)
    if spans and not spans[0].is_range and not text[: spans[0].begin].strip(" -–—~〜～to"):
        return spans[0].start or "", spans[0].stop
    return None


def without_dates(text: str, spans: tuple[DateSpan, ...]) -> str:
    """Return the text with its dates cut out, what is left of brackets trimmed."""
    pieces, at = [], 0
    for span in spans:
        pieces.append(text[at : span.begin])
        at = span.stop
    pieces.append(text[at:])
    joined = " \u241f ".join(piece for piece in pieces)
    return trim(joined.replace("(\u241f)", " ").replace("( \u241f )", " ").replace("\u241f", " "))


def trim(text: str) -> str:
    """Return the text without separators, empty brackets and double spaces at its edges."""
    text = " ".join(_EMPTY.sub(" ", text).split())
    text = text.strip(" ,;:|·•–—-−~〜/∙⋅‖")
    if text.endswith("(") or (text.startswith(")")):
        text = text.strip("() ")
    return text
