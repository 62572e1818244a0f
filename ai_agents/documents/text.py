"""Reads plain text and Markdown: every line of the file is a line of the document."""

import re
from dataclasses import dataclass

from ai_agents.documents.limits import MAX_LINE_CHARS
from ai_agents.documents.lines import LineCollector, LineStyle
from ai_agents.models import Document, SourceFile
from ai_agents.vocabulary import LineRegion

#: Rules and underlines drawn with characters say nothing.
_DECORATION = re.compile(r"^[\s\-_=*~#+|.·•─━═—–:]+$")
_ATX = re.compile(r"^ {0,3}#{1,6}\s+(\S.*)$")
_SETEXT = re.compile(r"^ {0,3}(=+|-+)\s*$")
_TABLE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\(\s*<?([^()\s<>]{1,500})>?[^()]{0,100}\)")
_AUTO_LINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]{1,500})(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`([^`]{1,500})`")
_MARKDOWN_BULLET = re.compile(r"^\s*([-*+])\s+(?=\S)")


def read_text(text: str, source: SourceFile) -> Document:
    """Read plain text; wrapped lines stay lines, as the coach sees them."""
    out = LineCollector()
    gap = 0.0
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line.strip() and not _DECORATION.match(line):
            below = lines[number + 1] if number + 1 < len(lines) else ""
            ruled = bool(below.strip()) and _DECORATION.match(below) is not None
            out.add(line, LineStyle(gap=gap if out.last_line else None, ruled=ruled))
        # White space and drawn rules part paragraphs; a gap is told in line heights.
        gap = 0.0 if line.strip() and not _DECORATION.match(line) else gap + 1.0
    return out.finish(source)


@dataclass(frozen=True)
class _Inline:
    """One Markdown line without its marks."""

    text: str
    links: tuple[str, ...]
    bold: bool
    italic: bool
    lead: str


def read_markdown(text: str, source: SourceFile) -> Document:
    """Read Markdown: headings, lists, tables, emphasis and links lose their marks."""
    out = LineCollector()
    lines = without_spans(text, "<!--", "-->").splitlines()
    for number, line in enumerate(lines):
        underline = lines[number + 1] if number + 1 < len(lines) else ""
        if len(line) > MAX_LINE_CHARS:  # running text of one line: its marks stay as they are
            out.add(line)
        else:
            _read_markdown_line(line, underline, out)
    return out.finish(source)


def without_spans(text: str, start: str, end: str) -> str:
    """Return `text` without what stands between each `start` and the next `end`, in linear time."""
    kept: list[str] = []
    at = 0
    while (opening := text.find(start, at)) >= 0:
        kept.append(text[at:opening])
        closing = text.find(end, opening + len(start))
        if closing < 0:  # never closed: everything after it is shown, as browsers and editors do
            kept.append(text[opening:])
            return "".join(kept)
        at = closing + len(end)
    kept.append(text[at:])
    return "".join(kept)


def _read_markdown_line(line: str, underline: str, out: LineCollector) -> None:
    if not line.strip() or _DECORATION.match(line):
        return
    heading = _ATX.match(line)
    level = len(line.lstrip()) - len(line.lstrip().lstrip("#")) if heading else 0
    region = LineRegion.BODY
    bullet = None
    if heading:
        line = heading.group(1).rstrip().rstrip("#").rstrip()
    elif _TABLE_ROW.match(line):
        line = "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
        region = LineRegion.TABLE
    elif mark := _MARKDOWN_BULLET.match(line):
        bullet = mark.group(1)
        line = line[mark.end() :]
    inline = _strip_marks(line)
    text = f"{bullet} {inline.text}" if bullet else inline.text
    is_heading = bool(heading) or (bullet is None and bool(_SETEXT.match(underline[:200])))
    before = out.last_line
    out.add(
        text,
        LineStyle(
            bullet=bullet,
            bold=inline.bold,
            italic=inline.italic,
            lead=inline.lead,
            heading=is_heading,
            level=level or (1 if underline.strip().startswith("=") else 2) * is_heading,
            region=region,
        ),
    )
    for url in inline.links:
        out.link(url, out.last_line if out.last_line > before else None)


def _strip_marks(line: str) -> _Inline:
    links = [url for _, url in _LINK.findall(line)] + _AUTO_LINK.findall(line)
    text = _AUTO_LINK.sub(r"\1", _LINK.sub(r"\1", line))
    stripped = text.strip()
    strong = _STRONG.fullmatch(stripped)
    emphasis = None if strong else _EMPHASIS.fullmatch(stripped)
    text = _CODE.sub(r"\1", _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text)))
    return _Inline(
        text=re.sub(r"\\([\\`*_{}\[\]()#+\-.!|])", r"\1", text),
        links=tuple(links),
        bold=strong is not None,
        italic=emphasis is not None,
        lead=lead[2].strip() if (lead := _STRONG.match(stripped)) and not strong else "",
    )
