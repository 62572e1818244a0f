"""Accents a PDF draws as glyphs of their own over a letter → the letter with its accent.

TeX without a suitable font prints 'Programacion' and puts the accent over the o; PDFium hands it
out behind the word.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from ai_agents.documents.fragment import Fragment
from ai_agents.documents.pdf_engine import Glyphs

#: Printed accent → combining mark
MARKS: Final = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˜": "\u0303",
    "~": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}
#: Marks below the line stand on few letters: 'S¸ener' is Şener, not Sȩner.
_ONLY_ON: Final = {"¸": "cstgklnr", "˛": "aeiu"}
#: Signs that are letters of code or figures as often as accents
_AMBIGUOUS: Final = frozenset("`^~¯")
_LOOSE: Final = re.compile(f"[{''.join(set(MARKS) - _AMBIGUOUS)}]")
#: More lone accents than this on a page are a pattern.
_MOST: Final = 300


def accented(letter: str, accent: str) -> str | None:
    """Return the letter with a printed accent on it, None when there is no such letter."""
    if letter.lower() not in _ONLY_ON.get(accent, letter.lower()):
        return None
    # TeX puts the accents of i and j on their dotless forms.
    base = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    joined = unicodedata.normalize("NFC", base + MARKS[accent])
    return joined if letter.isalpha() and len(joined) == 1 else None


def with_accents_placed(fragments: list[Fragment], glyphs: Glyphs) -> list[Fragment]:
    """Return the fragments with lone accents put on the letters they are drawn over."""
    lone = [fragment for fragment in fragments if fragment.text in MARKS][:_MOST]
    placed = {id(accent) for accent in lone if _place(accent, fragments, glyphs.boxes)}
    return (
        [fragment for fragment in fragments if id(fragment) not in placed] if placed else fragments
    )


def _place(accent: Fragment, fragments: Sequence[Fragment], boxes: Sequence[float]) -> bool:
    """Put an accent on the word that holds its middle; tell whether there is one."""
    middle = (accent.x0 + accent.x1) / 2
    return any(
        word.x0 <= middle <= word.x1
        and word is not accent
        and abs(accent.y - word.y) <= word.size
        and accent.style.quarter == word.style.quarter
        and _put(accent, word, boxes)
        for word in fragments
    )


def with_accents(text: str) -> str:
    """Return the text with loose accents put on their letter: the one after, else before."""
    if not _LOOSE.search(text):
        return text
    kept: list[str] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if not _LOOSE.match(sign):
            kept.append(sign)
        elif at + 1 < len(text) and (after := accented(text[at + 1], sign)):
            kept.append(after)
            at += 1
        elif kept and (before := accented(kept[-1], sign)):
            kept[-1] = before
        else:
            kept.append(sign)
        at += 1
    return "".join(kept)


def _put(accent: Fragment, word: Fragment, boxes: Sequence[float]) -> bool:
    """Put an accent on the letter of a word whose width holds its middle; tell whether it did."""
    middle = (boxes[4 * accent.first] + boxes[4 * accent.first + 2]) / 2
    for at, letter in enumerate(word.text):
        place = 4 * (word.first + at)
        if place + 2 >= len(boxes):
            break  # a ligature opened to several letters has one glyph
        if boxes[place] <= middle <= boxes[place + 2] and (joined := accented(letter, accent.text)):
            word.text = word.text[:at] + joined + word.text[at + 1 :]
            return True
    return False
