"""Makes the copy of a document the profile is read from: what print took apart is put together."""

import re

from ai_agents.models import Document, Line
from ai_agents.profile.folding import is_cjk

_YEAR_CELL = re.compile(
    r"(?:(?:19|20)\d\d|(?:令和|平成|昭和|[RHS])\s?(?:元|\d{1,2})|(?:19|20)?[XxＸ〇○*]{2,4})\s?年?"
)
#: Years a template leaves open
_MASKED = re.compile(r"[XxＸ〇○*]")
_MONTH_CELL = re.compile(r"(?:0?[1-9]|1[0-2])\s?月?")


def reading_copy(document: Document) -> Document:
    """Return the document with the same line ids and the text as a person reads it.

    The year and month cells of a form's row become one date, its column titles ('年', '月') go, and
    Han characters set apart one by one ('学 歴') close up.
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
    parts = tuple(closed_up(part) for part in _joined_cells(line.parts))
    if parts == line.parts:
        return line
    return line.model_copy(update={"parts": parts, "text": "  ".join(parts)})


def _joined_cells(parts: tuple[str, ...]) -> tuple[str, ...]:
    if len(parts) < 3:
        return parts
    if parts[0].strip() == "年" and parts[1].strip() == "月":
        return parts[2:]
    if _YEAR_CELL.fullmatch(parts[0].strip()) and _MONTH_CELL.fullmatch(parts[1].strip()):
        year, month = parts[0].strip(" 年"), parts[1].strip(" 月")
        year = "XXXX" if _MASKED.search(year) else year
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
