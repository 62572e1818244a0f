"""Character codes of a PDF → what a person reads: ligatures opened, icons and controls removed."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from ai_agents.documents.fonts import Face, symbol_text

SPACES: Final = frozenset(
    {0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)}
)
#: PDFium's marks for "no idea", and codes TeX fonts without a Unicode map leave raw.
UNMAPPED: Final = frozenset({0x00, 0xFFFD, *range(0x03, 0x09), *range(0x0E, 0x20)})
_LIGATURES: Final = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x02: "-",  # PDFium's mark for a hyphen at the end of a line
    0xAD: "-",
    0x2010: "-",
    0x2011: "-",
    0xFFFE: "-",
    0xFFFF: "",
}
#: Marks that show nothing: zero-width ones, direction marks and their overrides.
_ZERO_WIDTH: Final = frozenset(
    {0x061C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}
)
#: Overrides turn words around for the eye; tags spell out text no font draws.
_OVERRIDES: Final = frozenset({0x202D, 0x202E})
_TAGS: Final = range(0xE0020, 0xE007F)
_MAX_TRICKS: Final = 2_000


#: TeX's T1 encoding; fonts without a Unicode map leave these codes raw.
_RAW_LIGATURES: Final = {"\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl"}
_VOWELS: Final = frozenset("aeiouy")


def open_ligatures(text: str) -> str:
    """Return a word with raw ligature codes spelled out, as far as its letters allow a guess.

    Some fonts number their ligatures otherwise than T1: no word begins with "ff", and "ff" before
    most consonants is "fi" ("scientific") or, after "o", "ffi" ("office").
    """
    result: list[str] = []
    for at, character in enumerate(text):
        if character >= " ":
            result.append(character)
            continue
        before, after = text[at - 1 : at][-1:].lower(), text[at + 1 : at + 2].lower()
        if not (before.isalpha() or after.isalpha()):
            continue
        letters = _RAW_LIGATURES[character]
        if letters.startswith("ff") and not before.isalpha():
            letters = "fl" if after in _VOWELS else "fi"
        elif letters == "ff" and after.isalpha() and after not in _VOWELS and after not in "lrs":
            letters = "ffi" if before == "o" else "fi"
        result.append(letters)
    return "".join(result)


def read_character(code: int, face: Face) -> str:
    """Return what a glyph reads as; empty for icons and for marks without meaning."""
    if face.icons:
        return ""
    if face.symbols or 0xE000 <= code <= 0xF8FF:
        return symbol_text(code, face)
    if 0x1B <= code < 0x20:
        return chr(code)  # for `open_ligatures`, which sees the whole word
    if code in _LIGATURES or _shows_nothing(code):
        return _LIGATURES.get(code, "")
    character = chr(code)
    # Compatibility forms PDF producers leave behind (Kangxi radicals, Arabic presentation forms).
    if 0x2E80 <= code <= 0x2FDF or 0xFB13 <= code <= 0xFDFB or 0xFE70 <= code <= 0xFEFC:
        return unicodedata.normalize("NFKC", character)
    return character


def read_tricks(codes: Sequence[int]) -> str:
    """Return the text that tag characters spell and the marks that turn text around, if any."""
    present = set(codes)
    if not any(code in _OVERRIDES or code in _TAGS for code in present):
        return ""
    spelled = [chr(code - 0xE0000) for code in codes if code in _TAGS]
    if not spelled:
        return "text turned around by direction overrides"
    return "".join(spelled)[:_MAX_TRICKS]


def is_rtl(code: int) -> bool:
    """Whether a character belongs to a right-to-left script."""
    return 0x590 <= code <= 0x8FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF


def _shows_nothing(code: int) -> bool:
    return (
        code < 0x20
        or 0x7F <= code < 0xA0
        or code in _ZERO_WIDTH
        or 0xD800 <= code <= 0xDFFF
        or code == 0xFFFD
        or code >= 0xE0000
    )
