"""Collects the lines of a document as a reader meets them, keeping the limits while it does.

The readers of every format without pages (DOCX, ODT, RTF, text, HTML) end here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from ai_agents.documents.limits import (
    MAX_HIDDEN_CHARS,
    MAX_LINE_CHARS,
    MAX_LINES,
    MAX_LINKS,
    MAX_TEXT_CHARS,
)
from ai_agents.documents.refusals import refusal
from ai_agents.documents.unicode_text import clean_line
from ai_agents.errors import ReadCode
from ai_agents.models import (
    Document,
    DocumentWarning,
    HiddenText,
    Line,
    Link,
    SourceFile,
)
from ai_agents.vocabulary import HiddenReason, LineRegion

#: A tab or a run of spaces no one types by accident separates parts of a line.
_WIDE_GAP = re.compile(r"\s*\t\s*| {4,}")
_BULLET = re.compile(
    r"^([•‣⁃∙▪▫●○◦■□◆◇►▶▸➢➤➔→✓✔✦★❖·▻o*\-–—‐−>»]|\(?\d{1,2}[.)]|\(?[a-z][.)])(?=\s)\s+(?=\S)"
)
#: '– 06/2020', '– June 2020': the end of a range, not a marked line.
_RANGE_END = re.compile(r"[-–—] (?:\d{1,2}[/.] ?)?(?:[^\W\d_]{3,10}\.? )?(?:19|20)\d\d(?!\d)")
#: A list mark is set off with a tab as often as with a space; it is no part of its own.
_MARK_AND_TAB = re.compile(r"^(\s*(?:[^\w\s]{1,2}|\(?\w{1,2}[.)]|o))\s*\t\s*(?=\S)")
Look = TypeVar("Look")
_LINK_SCHEMES: Final = ("http://", "https://", "mailto:", "tel:", "www.")


@dataclass(frozen=True)
class LineStyle:
    """How a line looks and where it stands; what the format does not say keeps its default."""

    bullet: str | None = None
    size: float | None = None
    font: str | None = None
    bold: bool = False
    italic: bool = False
    lead: str = ""
    heading: bool = False
    level: int = 0
    ruled: bool = False
    gap: float | None = None
    column: int = 0
    region: LineRegion = LineRegion.BODY


PLAIN: Final = LineStyle()


def leading_bullet(text: str) -> str | None:
    """Return the bullet mark or number a line of text starts with, None when there is none."""
    found = None if is_range_end(text) else _BULLET.match(text)
    return found.group(1) if found else None


def is_range_end(text: str) -> bool:
    """Whether a text begins with the dash and the end of a range of dates."""
    return _RANGE_END.match(text) is not None


def split_parts(text: str) -> tuple[str, ...]:
    """Cut a line at tabs and wide gaps; empty parts are left out."""
    return tuple(part.strip() for part in _WIDE_GAP.split(text) if part.strip())


def split_at_breaks(runs: Iterable[tuple[str, Look]]) -> Iterator[list[tuple[str, Look]]]:
    """Cut runs of (text, look) where a text holds a line break; each yields a list, maybe blank."""
    line: list[tuple[str, Look]] = []
    for text, look in runs:
        first, *more = text.split("\n")
        line.append((first, look))
        for piece in more:
            yield line
            line = [(piece, look)]
    yield line


def bold_lead(pieces: Iterable[tuple[str, bool]]) -> str:
    """Return the words a line begins with in bold, empty where all or none of it is.

    Args:
        pieces: (text, whether it is bold), in order; spaces within the texts.
    """
    lead: list[str] = []
    rest = ""
    for text, bold in pieces:
        if text.strip() and not bold:
            rest = text
            break
        lead.append(text)
    return "".join(lead).strip() if rest else ""


def without_double_gap(before: str, text: str) -> str:
    """Return `text` as it reads after `before` when hidden text between the two was taken out."""
    return text.lstrip(" ") if not before or before.endswith(" ") else text


class LineCollector:
    """Keeps the lines, hidden texts, links and warnings of one document while it is read."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._hidden: list[HiddenText] = []
        self._links: list[Link] = []
        self._warnings: dict[str, DocumentWarning] = {}
        self._chars = 0
        self._hidden_chars = 0
        self._pictures = self._photos = 0

    @property
    def last_line(self) -> int:
        """The id of the line added last, 0 before the first."""
        return len(self._lines)

    def add(self, text: str, style: LineStyle = PLAIN) -> None:
        """Add the visible text of one line; blank text is left out, an overlong line is cut.

        Raises:
            ReadError: TOO_LONG as soon as the text passes a limit.
        """
        for piece in _pieces(text):
            clean = clean_line(piece)
            for trick in clean.tricks:
                self.hide(trick, HiddenReason.UNICODE_TRICK)
            parts = split_parts(_MARK_AND_TAB.sub(r"\1 ", clean.text))
            if parts:
                self._append(parts, style)
                style = replace(style, bullet=None, lead="")

    def _append(self, parts: tuple[str, ...], style: LineStyle) -> None:
        text = " ".join(parts)
        bullet = style.bullet or leading_bullet(text)
        self._chars += len(text) + 1
        if self._chars > MAX_TEXT_CHARS or len(self._lines) >= MAX_LINES:
            raise refusal(ReadCode.TOO_LONG)
        self._lines.append(
            Line(
                id=len(self._lines) + 1,
                text=text,
                parts=parts,
                bullet=bullet,
                size=style.size,
                font=style.font,
                bold=style.bold,
                lead=style.lead,
                italic=style.italic,
                heading_style=style.heading,
                level=style.level,
                ruled=style.ruled,
                gap_before=style.gap,
                column=style.column,
                region=style.region,
            )
        )

    def hide(self, text: str, reason: HiddenReason) -> None:
        """Set aside text a person does not see; beyond the limit only its presence counts."""
        text = clean_line(text).text.strip()
        room = MAX_HIDDEN_CHARS - self._hidden_chars
        # Pale dots and rules are decoration: only words and figures can hide something.
        if room <= 0 or not any(sign.isalnum() for sign in text):
            return
        text = text[:room]
        self._hidden_chars += len(text)
        self._hidden.append(HiddenText(page=1, reason=reason, text=text))

    def link(self, url: str, line: int | None = None) -> None:
        """Keep a hyperlink's target; targets inside the file and scripts are left out."""
        url = clean_line(url).text.strip()
        if len(self._links) >= MAX_LINKS or len(url) > MAX_LINE_CHARS:
            return
        known = any(kept.url == url and kept.line == line for kept in self._links)
        if not known and url.lower().startswith(_LINK_SCHEMES):
            self._links.append(Link(url=url, line=line))

    def warn(self, code: str, message: str) -> None:
        """Keep one warning per code."""
        self._warnings.setdefault(code, DocumentWarning(code=code, message=message))

    def pictures(self, count: int, photos: int = 0) -> None:
        """Say how many pictures the file shows, and how many look like a photo of a person."""
        self._pictures, self._photos = count, photos

    def finish(self, source: SourceFile) -> Document:
        """Return what was collected; length and language are judged later, for all formats."""
        return Document(
            source=source,
            lines=tuple(self._lines),
            hidden=tuple(self._hidden),
            warnings=tuple(self._warnings.values()),
            links=tuple(self._links),
            pictures=self._pictures,
            photos=self._photos,
        )


def _pieces(text: str) -> list[str]:
    """Cut text at line breaks, and overlong lines at the last space before the limit."""
    pieces = []
    for line in text.splitlines():
        rest = line
        while len(rest) > MAX_LINE_CHARS:
            cut = rest.rfind(" ", MAX_LINE_CHARS // 2, MAX_LINE_CHARS)
            cut = MAX_LINE_CHARS if cut < 0 else cut
            pieces.append(rest[:cut])
            rest = rest[cut:]
        pieces.append(rest)
    return pieces
