"""Reads OpenDocument texts (ODT): what LibreOffice shows, in order, hidden text set aside.

Order: page headers, body with tables, lists and frames, notes where they are anchored, footers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from ai_agents.documents.archive import open_archive, parse_xml, read_member
from ai_agents.documents.lines import (
    LineCollector,
    LineStyle,
    bold_lead,
    split_at_breaks,
    without_double_gap,
)
from ai_agents.documents.numerals import numeral
from ai_agents.documents.odt_sight import hidden_reason, shape_reason
from ai_agents.documents.odt_styles import (
    DRAW,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    XLINK,
    Look,
    OdtStyles,
)
from ai_agents.documents.refusals import refusal, too_deep
from ai_agents.documents.table_rows import Draft, join_row
from ai_agents.errors import ReadCode
from ai_agents.models import Document, SourceFile
from ai_agents.vocabulary import HiddenReason, LineRegion

_MAX_DEPTH: Final = 60
_MAX_SPACES: Final = 200
_MAX_REPEATED: Final = 200
#: Elements around blocks or text that show what is in them.
_GROUPS: Final = frozenset(
    (
        *(TEXT + "section", TEXT + "index-body", TEXT + "table-of-content", TEXT + "list-header"),
        *(
            DRAW + "frame",
            DRAW + "g",
            DRAW + "a",
            TEXT + "index-title",
            TEXT + "numbered-paragraph",
        ),
    )
)
_SHAPES: Final = frozenset(
    DRAW + name for name in ("text-box", "custom-shape", "rect", "ellipse", "polygon", "path")
)
_ROW_GROUPS: Final = frozenset(
    TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")
)
_NUMBER_KINDS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


@dataclass(frozen=True)
class _Place:
    """Where a block stands and what its text inherits."""

    look: Look
    region: LineRegion = LineRegion.BODY
    list_style: str | None = None
    list_level: int = 0
    hidden: HiddenReason | None = None
    depth: int = 0


@dataclass
class _Spans:
    """The text of one paragraph while it is gathered."""

    pieces: list[tuple[str, Look]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    frames: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    hidden: HiddenReason | None = None


def read_odt(data: bytes, source: SourceFile) -> Document:
    """Read an OpenDocument text.

    Raises:
        ReadError: DAMAGED, ENCRYPTED or UNSAFE when it cannot be opened safely; TOO_LONG.
    """
    out = LineCollector()
    with open_archive(data) as archive:
        if b"encryption-data" in (read_member(archive, "META-INF/manifest.xml") or b""):
            raise refusal(ReadCode.ENCRYPTED)
        content = read_member(archive, "content.xml")
        if content is None:
            raise refusal(ReadCode.DAMAGED, "The text part of this document is missing.")
        styles = read_member(archive, "styles.xml")
    root = parse_xml(content)
    _OdtReader(root, parse_xml(styles) if styles else None, out).read()
    out.pictures(sum(1 for _ in root.iter(DRAW + "image")))
    return out.finish(source)


class _OdtReader:
    """Walks one file and adds what it shows to `out`."""

    def __init__(
        self, content: etree._Element, styles: etree._Element | None, out: LineCollector
    ) -> None:
        self._content = content
        self._style_root = styles
        self._styles = OdtStyles(content, styles)
        self._out = out
        self._counts: dict[tuple[str, int], int] = {}

    def read(self) -> None:
        place = _Place(look=self._styles.default())
        body = self._content.find(f"{OFFICE}body/{OFFICE}text")
        self._page_parts("header", LineRegion.HEADER, place)
        if body is not None:
            self._emit(self._blocks(body, place))
        self._page_parts("footer", LineRegion.FOOTER, place)
        if next(self._content.iter(OFFICE + "annotation"), None) is not None:
            self._out.warn(
                "comments",
                "The file holds comments, which were not read. Delete them before sending it out.",
            )
        if next(self._content.iter(TEXT + "changed-region"), None) is not None:
            self._out.warn(
                "tracked-changes",
                "The file holds tracked changes. It was read as if all were accepted; accept or "
                "reject them before sending it out.",
            )

    def _emit(self, drafts: Iterator[Draft]) -> None:
        for draft in drafts:
            before = self._out.last_line
            self._out.add(draft.text, draft.style)
            line = self._out.last_line if self._out.last_line > before else None
            for url in draft.links:
                self._out.link(url, line)

    def _page_parts(self, kind: str, region: LineRegion, place: _Place) -> None:
        """Headers or footers of the master pages in use, each text once."""
        if self._style_root is None:
            return
        used = {
            style.get(STYLE + "master-page-name", "")
            for style in self._content.iter(STYLE + "style")
        } | {"Standard"}
        shown: set[str] = set()
        for page in self._style_root.iter(STYLE + "master-page"):
            if page.get(STYLE + "name") not in used:
                continue
            for part in page:
                local = str(part.tag).rpartition("}")[2]
                if not local.startswith(kind) or part.get(STYLE + "display") == "false":
                    continue
                drafts = list(self._blocks(part, replace(place, region=region)))
                text = "\n".join(draft.text for draft in drafts)
                if text not in shown:
                    shown.add(text)
                    self._emit(iter(drafts))

    def _blocks(self, parent: Iterable[etree._Element], place: _Place) -> Iterator[Draft]:
        if place.depth > _MAX_DEPTH:
            raise too_deep()
        deeper = replace(place, depth=place.depth + 1)
        for block in parent:
            tag = block.tag
            if tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(block, place)
            elif tag == TEXT + "list":
                yield from self._list(block, deeper)
            elif tag == TABLE + "table":
                yield from self._table(block, deeper)
            elif tag in _SHAPES:
                yield from self._blocks(block, self._inside_shape(block, deeper))
            elif tag in _GROUPS:
                unseen = (
                    HiddenReason.MARKED_HIDDEN if block.get(TEXT + "display") == "none" else None
                )
                yield from self._blocks(block, replace(deeper, hidden=place.hidden or unseen))

    def _inside_shape(self, shape: etree._Element, place: _Place) -> _Place:
        frame = shape.getparent()
        name = shape.get(DRAW + "style-name") or (
            None if frame is None else frame.get(DRAW + "style-name")
        )
        fill = self._styles.background("graphic", name)
        look = place.look if fill is None else replace(place.look, backdrop=fill)
        unseen = place.hidden or shape_reason(shape)
        return replace(place, region=LineRegion.TEXTBOX, look=look, hidden=unseen)

    # Paragraphs ---------------------------------------------------------------------------------

    def _paragraph(self, paragraph: etree._Element, place: _Place) -> Iterator[Draft]:
        name = paragraph.get(TEXT + "style-name")
        look = self._styles.look("paragraph", name, place.look)
        spans = _Spans()
        self._gather(paragraph, look, spans, 0)
        heading = paragraph.tag == TEXT + "h" or self._styles.heading_level(name) is not None
        yield from self._lines(spans, heading=heading, mark=self._mark(name, place), place=place)
        inside = replace(place, list_level=0, depth=place.depth + 1)
        for frame in spans.frames:
            yield from self._blocks(frame, self._inside_shape(frame, inside))
        for note in spans.notes:
            yield from self._blocks(note, inside)

    def _gather(self, parent: etree._Element, look: Look, spans: _Spans, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise too_deep()
        _keep(parent.text, look, spans)
        for child in parent:
            self._inline(child, look, spans, depth)
            _keep(child.tail, look, spans)

    def _inline(self, child: etree._Element, look: Look, spans: _Spans, depth: int) -> None:
        tag = child.tag
        if tag == TEXT + "tab":
            spans.pieces.append(("\t", look))
        elif tag == TEXT + "line-break":
            spans.pieces.append(("\n", look))
        elif tag == TEXT + "s":
            count = child.get(TEXT + "c", "1")
            number = int(count) if count.isdecimal() and len(count) < 5 else 1
            spans.pieces.append((" " * min(number, _MAX_SPACES), look))
        elif tag in _SHAPES:
            spans.frames.append(child)
        elif tag in _GROUPS:
            self._gather(child, look, spans, depth + 1)
        elif tag == TEXT + "note":
            spans.notes += child.findall(TEXT + "note-body")
        elif tag in (TEXT + "hidden-text", TEXT + "hidden-paragraph"):
            self._hide(child, spans)
        elif str(tag).startswith(TEXT):
            if tag == TEXT + "a" and child.get(XLINK + "href"):
                spans.links.append(child.get(XLINK + "href", ""))
            styled = self._styles.look("text", child.get(TEXT + "style-name"), look)
            self._gather(child, styled, spans, depth + 1)

    def _hide(self, field: etree._Element, spans: _Spans) -> None:
        """Set aside the text of a hiding field, or the paragraph it stands in."""
        self._out.hide(field.get(TEXT + "string-value", ""), HiddenReason.MARKED_HIDDEN)
        paragraph = field.tag == TEXT + "hidden-paragraph"
        if paragraph and field.get(TEXT + "is-hidden", "true") == "true":
            spans.hidden = HiddenReason.MARKED_HIDDEN

    def _lines(
        self, spans: _Spans, *, heading: bool, mark: str | None, place: _Place
    ) -> Iterator[Draft]:
        shown: list[tuple[str, Look]] = []
        after_hidden = False
        for text, look in spans.pieces:
            reason = place.hidden or spans.hidden or hidden_reason(look) if text.strip() else None
            if reason is not None:
                self._out.hide(text, reason)
                after_hidden = True
                continue
            if after_hidden:
                text = without_double_gap(shown[-1][0] if shown else "", text)  # noqa: PLW2901
            shown.append((text, look))
            after_hidden = False
        links = tuple(spans.links)
        for line in split_at_breaks(shown):
            text = "".join(piece for piece, _ in line)
            if text.strip():
                yield Draft(
                    f"{mark} {text.lstrip()}" if mark else text,
                    _line_style(line, heading=heading, mark=mark, region=place.region),
                    links,
                )
                mark, links = None, ()

    # Lists --------------------------------------------------------------------------------------

    def _list(self, element: etree._Element, place: _Place) -> Iterator[Draft]:
        style = element.get(TEXT + "style-name") or place.list_style
        inside = replace(place, list_style=style, list_level=place.list_level + 1)
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            first = item.tag == TEXT + "list-item"
            for block in item:
                # Only the first paragraph of an item carries its mark.
                at = (
                    inside if first or block.tag == TEXT + "list" else replace(inside, list_level=0)
                )
                yield from self._blocks((block,), at)
                first = False

    def _mark(self, paragraph_style: str | None, place: _Place) -> str | None:
        if place.list_level == 0:
            return None
        name = place.list_style or self._styles.list_style_of(paragraph_style)
        level = self._styles.list_level(name, place.list_level)
        if level is None:
            return "•"
        if level.tag == TEXT + "list-level-style-number":
            return self._number(name or "", level, place.list_level)
        sign = level.get(TEXT + "bullet-char", "•")[:1]
        return "•" if not sign.strip() or "\ue000" <= sign <= "\uf8ff" else sign

    def _number(self, name: str, level: etree._Element, depth: int) -> str | None:
        kind = _NUMBER_KINDS.get(level.get(STYLE + "num-format", ""))
        if kind is None:
            return None
        count = self._counts[name, depth] = self._counts.get((name, depth), 0) + 1
        before, after = level.get(STYLE + "num-prefix", ""), level.get(STYLE + "num-suffix", "")
        return f"{before}{numeral(count, kind)}{after}".strip()

    # Tables -------------------------------------------------------------------------------------

    def _table(self, table: etree._Element, place: _Place) -> Iterator[Draft]:
        place = replace(place, list_level=0, list_style=None)
        if place.region == LineRegion.BODY:
            place = replace(place, region=LineRegion.TABLE)
        place = self._on_fill(place, "table", table)
        for row in _rows(table):
            row_place = self._on_fill(place, "table-row", row)
            cells = [
                list(self._blocks(cell, self._on_fill(row_place, "table-cell", cell)))
                for cell in row.iterchildren(TABLE + "table-cell")
            ]
            yield from join_row(cells[:_MAX_REPEATED])

    def _on_fill(self, place: _Place, family: str, element: etree._Element) -> _Place:
        fill = self._styles.background(family, element.get(TABLE + "style-name"))
        return place if fill is None else replace(place, look=replace(place.look, backdrop=fill))


def _keep(text: str | None, look: Look, spans: _Spans) -> None:
    if text:
        # White space in the XML is one space (ODF 1.3 part 3, 6.1.2).
        collapsed = " ".join(text.split())
        lead = " " if text[:1].isspace() else ""
        trail = " " if text[-1:].isspace() and collapsed else ""
        spans.pieces.append((f"{lead}{collapsed}{trail}", look))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _line_style(
    pieces: list[tuple[str, Look]], *, heading: bool, mark: str | None, region: LineRegion
) -> LineStyle:
    main = max(pieces, key=lambda piece: len(piece[0].strip()))[1]
    total = sum(len(text.strip()) for text, _ in pieces)
    return LineStyle(
        bullet=mark,
        size=main.points,
        font=main.font,
        bold=2 * sum(len(text.strip()) for text, look in pieces if look.bold) > total,
        italic=2 * sum(len(text.strip()) for text, look in pieces if look.italic) > total,
        lead=bold_lead((text, look.bold) for text, look in pieces),
        heading=heading,
        region=region,
    )
