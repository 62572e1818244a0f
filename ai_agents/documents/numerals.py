"""Writes list numbers the way office formats name them: decimal, letters, Roman."""

from typing import Final

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
#: Roman numbers above this are written with digits: nobody numbers a resume that far.
_LARGEST_ROMAN: Final = 3999


def numeral(count: int, kind: str) -> str:
    """Return `count` in the number format `kind` (ECMA-376 17.18.59); unknown ones are decimal."""
    if kind in ("lowerRoman", "upperRoman") and 0 < count <= _LARGEST_ROMAN:
        text = _roman(count)
    elif kind in ("lowerLetter", "upperLetter") and count > 0:
        # After z come aa, bb, cc (17.18.59), not aa, ab.
        text = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 10)
    elif kind == "decimalZero":
        text = f"{count:02d}"
    else:
        text = str(count)
    return text.upper() if kind.startswith("upper") else text


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        text += letters * times
    return text
