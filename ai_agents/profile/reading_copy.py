"""Makes the copy of a document the profile is read from: what print took apart is put together."""

import re
import unicodedata

from ai_agents.models import Document, Line
from ai_agents.profile.folding import is_cjk

#: Accents that a PDF prints as glyphs of their own beside the letter → the combining mark.
_ACCENTS = {
    "¨": "\u0308",
    "´": "\u0301",
    "˘": "\u0306",
    "ˇ": "\u030c",
    "˙": "\u0307",
    "˚": "\u030a",
    "˜": "\u0303",
    "¸": "\u0327",
    "˛": "\u0328",
    "˝": "\u030b",
}
#: Marks below the line stand on few letters: 'S¸ener' is Şener, not Sȩner.
_ONLY_ON = {"\u0327": "cstgklnr", "\u0328": "aeiu"}
_ACCENT = re.compile(f"[{''.join(_ACCENTS)}]")
_YEAR_CELL = re.compile(r"(?:(?:19|20)\d\d|(?:令和|平成|昭和)\s?(?:元|\d{1,2}))\s?年?")
_MONTH_CELL = re.compile(r"(?:0?[1-9]|1[0-2])\s?月?")


def reading_copy(document: Document) -> Document:
    """Return the document with the same line ids and the text as a person reads it.

    Accents printed beside their letter are joined with it, the year and month cells of a form's
    row become one date, its column titles ('年', '月') go, and Han characters set apart one by
    one ('学 歴') close up.
    """
    lines = tuple(_copied(line) for line in document.lines)
    return document.model_copy(update={"lines": lines})


def _copied(line: Line) -> Line:
    text = line.text.strip()
    half = len(text) // 2
    if len(line.parts) <= 1 and half > 12 and text[:half].strip() == text[-half:].strip():
        # A page saved with its spoken text: every line stands twice.
        return line.model_copy(
            update={"text": text[:half].strip(), "parts": (text[:half].strip(),)}
        )
    if line.text.isascii() and len(line.parts) < 3:
        return line
    parts = tuple(with_accents(part) for part in line.parts)
    parts = tuple(closed_up(part) for part in _joined_cells(parts))
    if parts == line.parts:
        return line
    same = len(parts) == len(line.parts) > 1
    text = with_accents(line.text) if same else "  ".join(parts)
    return line.model_copy(update={"parts": parts, "text": text})


def with_accents(text: str) -> str:
    """Return the text with loose accents put on their letter: the one after, else before."""
    if not _ACCENT.search(text):
        return text
    kept: list[str] = []
    at = 0
    while at < len(text):
        mark = _ACCENTS.get(text[at])
        if mark is None:
            kept.append(text[at])
        elif at + 1 < len(text) and (after := _with(text[at + 1], mark)):
            kept.append(after)
            at += 1
        elif kept and (before := _with(kept[-1], mark)):
            kept[-1] = before
        else:
            kept.append(text[at])
        at += 1
    return "".join(kept)


def _with(letter: str, mark: str) -> str | None:
    """Return the letter with the mark on it, None when there is no such letter."""
    # TeX puts the accents of i and j on their dotless forms.
    if mark in _ONLY_ON and letter.lower() not in _ONLY_ON[mark]:
        return None
    joined = unicodedata.normalize("NFC", {"ı": "i", "ȷ": "j"}.get(letter, letter) + mark)
    return joined if letter.isalpha() and len(joined) == 1 else None


def _joined_cells(parts: tuple[str, ...]) -> tuple[str, ...]:
    if len(parts) < 3:
        return parts
    if parts[0].strip() == "年" and parts[1].strip() == "月":
        return parts[2:]
    if _YEAR_CELL.fullmatch(parts[0].strip()) and _MONTH_CELL.fullmatch(parts[1].strip()):
        year, month = parts[0].strip(" 年"), parts[1].strip(" 月")
        return (f"{year}年{month}月", *parts[2:])
    if all(len(part) == 1 and is_cjk(part) for part in parts):
        return ("".join(parts),)
    return parts


def closed_up(text: str) -> str:
    """Return a text of single Han characters without the space between them."""
    pieces = re.split(r"[\s\u3000]+", text.strip())
    if len(pieces) < 2 or not all(_lone(piece) for piece in pieces):
        return text
    return "".join(pieces)


def _lone(piece: str) -> bool:
    return all(len(char) == 1 and is_cjk(char) for char in piece.split("・"))
