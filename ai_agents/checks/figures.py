"""Figures in a sentence: which numbers measure something, which only name a year or version."""

import re

_NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<sign>[~≈+<>]?\s?[$€£¥₹]\s?|[A-Z]{2,3}\s?[$€£]\s?|[~≈+]\s?)?"
    r"(?P<digits>\d{1,3}(?:[,. '’]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"
    r"(?P<unit>\s?%|\s?(?:percent|per cent|pct|prozent|pour cent|por ciento)\b"
    r"|\s?(?:k|m|mm|mn|bn|b|x|x\b|\+|million|billion|thousand|mio|mrd|millionen"
    r"|millones)\b|\+|×|万|億|名|人|件|社|円)?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?|doubl(?:ed|ing)"
    r"|tripl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing)|by half|in half)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Names that carry a number: 'Python 3', 'Windows 10', 'ISO 9001', 'Phase 2', 'Q3', 'Tier 1'.
_NAMED = re.compile(
    r"\b(?:[A-Z][A-Za-z+#.]*|iso|phase|level|tier|type|version|v|grade|class|section|part|chapter"
    r"|step|stage|no|nr|article|form|rule|year|quarter|office)[ .-]?$"
)
_LOWER_NOUN = re.compile(r"\s?\+?\s?[a-z]{2,}")


def figures(text: str) -> tuple[str, ...]:
    """Return the measuring numbers of a sentence, as written.

    Years, versions and numbered names ('2019', 'Java 8', 'Phase 2') measure nothing and are left
    out, except where a unit or a noun follows ('8 hospitals').
    """
    found = [match.group().strip() for match in _NUMBER.finditer(text) if _measures(text, match)]
    found.extend(match.group() for match in _WORDS.finditer(text))
    return tuple(found)


def _measures(text: str, match: re.Match[str]) -> bool:
    if match.group("unit") or (match.group("sign") or "").strip():
        return True
    digits = match.group("digits")
    after = text[match.end() : match.end() + 24]
    if after[:1] in {"/", "-", ":"} and after[1:2].isdigit():
        return False  # 24/7, 9-5, 10:30, dates
    if _YEAR.fullmatch(digits):
        return False
    before = text[: match.start()]
    first_word = not before.strip() or " " not in before.strip()
    if _NAMED.search(before) and not first_word:
        return bool(_LOWER_NOUN.match(after)) and len(digits) > 1
    return True


def is_measured(text: str) -> bool:
    """Whether the sentence holds a number that measures something."""
    return bool(figures(text))
