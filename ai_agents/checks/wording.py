"""Counts, lengths and lists in words: how findings and reasons say a number."""

from collections.abc import Sequence

MOST_NAMES = 5
_LANGUAGES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}


def part_of(count: int, total: int, thing: str, does: tuple[str, str]) -> str:
    """Return how many of the things do something, as a sentence without its stop.

    `thing` is in the plural; `does` holds the verb for one and for several: ('is', 'are').
    """
    one, several = does
    if count == 0:
        return f"None of the {total} {thing} {one}" if total > 1 else f"None of the {thing} {one}"
    if count == total:
        whole = f"All {total} {thing} {several}"
        return whole if total > 1 else f"The only one of the {thing} {one}"
    if count == 1:
        return f"One of the {total} {thing} {one}"
    return f"{count} of {total} {thing} {several}"


def length_of(months: int) -> str:
    """Return a number of months in words: '1 year and 2 months'."""
    years, rest = divmod(months, 12)
    parts = (
        f"{count} {unit}{'s' if count != 1 else ''}"
        for count, unit in ((years, "year"), (rest, "month"))
        if count
    )
    return " and ".join(parts) or "less than a month"


def listed(names: Sequence[str]) -> str:
    """Return names as an English list: 'a, b and c'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def quoted(names: Sequence[str]) -> str:
    """Return names in quotation marks as an English list; of many the first five and a count."""
    shown = [f"“{name}”" for name in names[:MOST_NAMES]]
    rest = len(names) - len(shown)
    return listed([*shown, f"{rest} more"] if rest else shown)


def languages_in_words(codes: Sequence[str]) -> str:
    """Return the names of languages, given by their ISO codes, as an English list."""
    return listed([_LANGUAGES.get(code, code) for code in codes])
