"""Reads web pages: the text a browser shows, block by block; scripts are dropped."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from ai_agents.documents.contrast import is_unseen
from ai_agents.documents.css_rules import Sheet
from ai_agents.documents.css_sight import font_size, ink, reason_in
from ai_agents.documents.css_values import color_of, is_transparent, points_of
from ai_agents.documents.lines import LineCollector, LineStyle, bold_lead
from ai_agents.documents.refusals import refusal, too_deep
from ai_agents.documents.table_rows import Draft, join_row
from ai_agents.errors import ReadCode
from ai_agents.models import Document, SourceFile
from ai_agents.vocabulary import HiddenReason, LineRegion

_DROPPED: Final = frozenset(
    (
        *("script", "style", "head", "template", "noscript", "svg", "math", "iframe", "object"),
        *("canvas", "audio", "video", "select", "textarea", "map", "title", "link", "meta"),
    )
)
_BLOCKS: Final = frozenset(
    (
        *("p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "body"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "address"),
        *("blockquote", "pre", "figure", "figcaption", "form", "fieldset", "hr", "table", "html"),
        *("caption", "center", "details", "summary"),
    )
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MAX_DEPTH: Final = 150
#: As for the other formats: below 3 points text cannot be read.
_MIN_POINTS: Final = 3.0
#: Browsers begin with 16 pixels.
_USUAL_POINTS: Final = 12.0


@dataclass(frozen=True)
class _Look:
    """What an element inherits from those around it."""

    bold: bool = False
    italic: bool = False
    heading: bool = False
    level: int = 0
    color: str | None = None
    backdrop: str = "FFFFFF"
    points: float | None = None
    hidden: HiddenReason | None = None
    link: str | None = None
    region: LineRegion = LineRegion.BODY
    preformatted: bool = False


@dataclass
class _Flow:
    """The lines of one container, and the line being filled."""

    drafts: list[Draft] = field(default_factory=list)
    pieces: list[tuple[str, _Look]] = field(default_factory=list)
    mark: str | None = None

    def end_line(self) -> None:
        """Close the line being filled; nothing happens when it is blank."""
        text = "".join(piece for piece, _ in self.pieces)
        if not any(look.preformatted for _, look in self.pieces):
            text = _SPACE.sub(" ", text)
        text = text.strip(" \n\r\f")
        if text.strip():
            self.drafts.append(self._draft(text))
            self.mark = None
        self.pieces = []

    def _draft(self, text: str) -> Draft:
        total = sum(len(piece.strip()) for piece, _ in self.pieces)
        look = max(self.pieces, key=lambda piece: len(piece[0].strip()))[1]

        def mostly(name: str) -> bool:
            return 2 * sum(len(p.strip()) for p, k in self.pieces if getattr(k, name)) > total

        return Draft(
            text=f"{self.mark} {text}" if self.mark else text,
            style=LineStyle(
                bullet=self.mark,
                size=look.points,
                bold=mostly("bold"),
                italic=mostly("italic"),
                lead=_SPACE.sub(" ", bold_lead((text, k.bold) for text, k in self.pieces)),
                heading=mostly("heading"),
                level=look.level if mostly("heading") else 0,
                region=look.region,
            ),
            links=tuple(dict.fromkeys(look.link for _, look in self.pieces if look.link)),
        )


def read_html(text: str, source: SourceFile) -> Document:
    """Read a web page.

    Raises:
        ReadError: DAMAGED when nothing in it can be understood; TOO_LONG.
    """
    out = LineCollector()
    collect_html(text, out)
    return out.finish(source)


def collect_html(text: str, out: LineCollector) -> None:
    """Add the lines of a web page to `out`; raises as `read_html` does."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as e:
        raise refusal(ReadCode.DAMAGED) from e
    if root is None:
        raise refusal(ReadCode.NO_TEXT)
    for draft in _HtmlReader(root, out).drafts(root):
        before = out.last_line
        out.add(draft.text, draft.style)
        for url in draft.links:
            out.link(url, out.last_line if out.last_line > before else None)


class _HtmlReader:
    """Walks one page; hidden text goes to the collector at once."""

    def __init__(self, root: etree._Element, out: LineCollector) -> None:
        self._out = out
        sheets = "\n".join(style.text or "" for style in root.iter("style"))
        self._counts: dict[etree._Element, int] = {}
        self._sheet = Sheet(sheets[:200_000])

    def drafts(self, root: etree._Element) -> list[Draft]:
        flow = _Flow()
        self._walk(root, _Look(), flow, 0)
        flow.end_line()
        return flow.drafts

    def _walk(self, element: etree._Element, look: _Look, flow: _Flow, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _DROPPED:
            return
        if depth > _MAX_DEPTH:
            raise too_deep()
        look = self._look(element, tag, look)
        block = tag in _BLOCKS
        if block:
            flow.end_line()
        if tag == "br":
            flow.end_line()
        elif tag == "table":
            flow.drafts += self._table(element, look, depth)
        else:
            if tag == "li":
                flow.mark = self._list_mark(element)
            self._content(element, look, flow, depth)
        if block:
            flow.end_line()

    def _content(self, element: etree._Element, look: _Look, flow: _Flow, depth: int) -> None:
        self._text(element.text, look, flow)
        for child in element:
            self._walk(child, look, flow, depth + 1)
            self._text(child.tail, look, flow)

    def _text(self, text: str | None, look: _Look, flow: _Flow) -> None:
        if not text:
            return
        reason = _hidden_reason(look) if text.strip() else None
        if reason is not None:
            self._out.hide(_SPACE.sub(" ", text), reason)
        else:
            flow.pieces.append((text, look))

    def _list_mark(self, item: etree._Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "•"
        self._counts[parent] = self._counts.get(parent, 0) + 1
        return f"{self._counts[parent]}."

    def _table(self, table: etree._Element, look: _Look, depth: int) -> list[Draft]:
        look = replace(look, region=LineRegion.TABLE)
        drafts: list[Draft] = []
        for row in table.iter("tr"):
            if next(row.iterancestors("table"), None) is not table:
                continue  # a nested table's row: its cell reads it
            cells = []
            row_look = self._look(row, "tr", look)
            for cell in row.iterchildren("td", "th"):
                flow = _Flow()
                self._walk(cell, row_look, flow, depth + 2)
                flow.end_line()
                cells.append(flow.drafts)
            drafts += join_row(cells)
        return drafts

    def _look(self, element: etree._Element, tag: str, look: _Look) -> _Look:
        changes: dict[str, object] = {}
        if tag in ("b", "strong", "th") or tag in _HEADINGS:
            changes["bold"] = True
        if tag in ("i", "em", "cite"):
            changes["italic"] = True
        if tag in _HEADINGS:
            changes |= {"heading": True, "level": int(tag[1])}
        if tag == "pre":
            changes["preformatted"] = True
        if tag == "a" and element.get("href"):
            changes["link"] = element.get("href")
        if element.get("hidden") is not None:
            changes["hidden"] = HiddenReason.MARKED_HIDDEN
        said = self._sheet.said(element)
        if said:
            changes |= _from_css(said, _USUAL_POINTS if look.points is None else look.points)
        attribute = element.get("color") if tag == "font" else None
        if attribute:
            changes["color"] = color_of(attribute)
        if element.get("bgcolor"):
            changes["backdrop"] = color_of(element.get("bgcolor", "")) or ""
        return replace(look, **changes) if changes else look  # type: ignore[arg-type]


def _from_css(said: dict[str, str], em: float) -> dict[str, object]:
    reason = reason_in(said)
    hidden: dict[str, object] = {} if reason is None else {"hidden": reason}
    return hidden | _colors(said) | _font(said, em)


def _colors(styled: dict[str, str]) -> dict[str, object]:
    changes: dict[str, object] = {}
    color = color_of(ink(styled))
    if color is not None:
        changes["color"] = color
    # A picture or gradient behind the text: nobody can tell from here.
    behind = styled.get("background-color") or styled.get("background", "")
    if behind and not is_transparent(behind) and behind != "none":
        changes["backdrop"] = color_of(behind) or ""
    if styled.get("background-image", "none") != "none":
        changes["backdrop"] = ""
    return changes


def _font(styled: dict[str, str], em: float) -> dict[str, object]:
    changes: dict[str, object] = {}
    points = points_of(font_size(styled), em)
    if points is not None:
        changes["points"] = points
    weight = styled.get("font-weight", "")
    if weight:
        changes["bold"] = weight in ("bold", "bolder", "600", "700", "800", "900")
    if styled.get("font-style"):
        changes["italic"] = styled["font-style"] in ("italic", "oblique")
    return changes


def _hidden_reason(look: _Look) -> HiddenReason | None:
    if look.hidden is not None:
        return look.hidden
    if look.points is not None and look.points < _MIN_POINTS:
        return HiddenReason.TINY
    return HiddenReason.LOW_CONTRAST if is_unseen(look.color, look.backdrop) else None
