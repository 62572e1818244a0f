"""Reads Word files (DOCX) by walking their XML: everything a person sees, each thing once.

Order: page headers, body with its tables and text boxes, notes, page footers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from ai_agents.documents.docx_backdrop import VML, WHITE, WP, is_banner, page_color
from ai_agents.documents.docx_numbering import Numbering
from ai_agents.documents.docx_package import A, Package, R, Relationship, W
from ai_agents.documents.docx_runs import ALTERNATIVES, ParagraphText, RunReader, alternative
from ai_agents.documents.docx_sight import paragraph_reason, row_reason
from ai_agents.documents.docx_styles import (
    ParagraphStyle,
    RunStyle,
    Styles,
    fill_of,
    flag,
    is_outlined,
    numbering_of,
)
from ai_agents.documents.lines import LineCollector, LineStyle, bold_lead, split_at_breaks
from ai_agents.documents.portraits import EMU_PER_POINT, is_portrait
from ai_agents.documents.refusals import too_deep
from ai_agents.documents.table_rows import Draft, join_row
from ai_agents.models import Document, SourceFile
from ai_agents.vocabulary import HiddenReason, LineRegion

_UNKNOWN: Final = ""
_MAX_DEPTH: Final = 30
#: Elements around blocks that show what is in them.
_TRANSPARENT: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_NOTE_KINDS: Final = frozenset(("separator", "continuationSeparator", "continuationNotice"))


@dataclass(frozen=True)
class _Place:
    """Where a block stands: its region, column, what is painted behind it, and how deep."""

    region: LineRegion = LineRegion.BODY
    column: int = 0
    backdrop: str = WHITE
    hidden: HiddenReason | None = None
    depth: int = 0


def read_docx(data: bytes, source: SourceFile) -> Document:
    """Read a Word file.

    Raises:
        ReadError: DAMAGED, ENCRYPTED or UNSAFE when it cannot be opened safely; TOO_LONG.
    """
    out = LineCollector()
    package = Package(data)
    _DocxReader(package, out).read()
    if package.repaired or package.incomplete:
        out.warn(
            "repaired",
            "The file is not quite complete or correct. Its text was read; save it again in Word "
            "before sending it out.",
        )
    return out.finish(source)


class _DocxReader:
    """Walks the parts of one file and adds what they show to `out`."""

    def __init__(self, package: Package, out: LineCollector) -> None:
        self._package = package
        self._out = out
        self._related = package.relationships(package.main_name)
        self._styles = Styles(self._part("styles"), self._part("theme"))
        self._numbering = Numbering(self._part("numbering"))
        self._settings = self._part("settings")
        self._runs = RunReader(self._styles, self._related)
        self._shown: set[tuple[LineRegion, str]] = set()

    def _part(self, kind: str) -> etree._Element | None:
        for relationship in self._related.values():
            if relationship.kind == kind and not relationship.external:
                return self._package.optional_part(relationship.target)
        # Without relationships the parts still have their usual names.
        return self._package.optional_part(f"word/{kind}.xml")

    def read(self) -> None:
        main = self._package.part(self._package.main_name)
        body = None if main is None else main.find(W + "body")
        if main is None or body is None:
            return
        place = _Place(backdrop=page_color(main, self._settings))
        if self._has_banner(main):
            place = replace(place, backdrop=_UNKNOWN)
        first, later = self._referenced(body, "header")
        self._page_parts(first, LineRegion.HEADER, place)
        self._emit(self._blocks(body, place))
        self._notes("footnotes", "footnote")
        self._notes("endnotes", "endnote")
        self._page_parts(later, LineRegion.HEADER, place)
        first, later = self._referenced(body, "footer")
        self._page_parts(first + later, LineRegion.FOOTER, place)
        self._warn_about_changes(body)
        pictures = sum(1 for _ in body.iter(A + "blip", VML + "imagedata"))
        self._out.pictures(pictures, sum(map(_is_photo, body.iter(WP + "extent"))))

    def _has_banner(self, main: etree._Element) -> bool:
        """Whether something painted may lie behind the text, drawn here or in a page header."""
        roots = [main] + [
            self._package.optional_part(related.target)
            for related in self._related.values()
            if related.kind == "header" and not related.external
        ]
        return any(
            is_banner(shape)
            for root in roots
            if root is not None
            for shape in root.iter(WP + "anchor", VML + "rect", VML + "shape")
        )

    def _warn_about_changes(self, body: etree._Element) -> None:
        if next(body.iter(W + "ins", W + "del"), None) is not None:
            self._out.warn(
                "tracked-changes",
                "The file holds tracked changes. It was read as if all were accepted; accept or "
                "reject them before sending it out.",
            )
        if next(body.iter(W + "commentReference"), None) is not None:
            self._out.warn(
                "comments",
                "The file holds comments, which were not read. Delete them before sending it out.",
            )

    def _emit(self, drafts: Iterator[Draft]) -> None:
        for draft in drafts:
            before = self._out.last_line
            self._out.add(draft.text, draft.style)
            line = self._out.last_line if self._out.last_line > before else None
            for url in draft.links:
                self._out.link(url, line)

    # Blocks -------------------------------------------------------------------------------------

    def _blocks(self, parent: etree._Element, place: _Place) -> Iterator[Draft]:
        if place.depth > _MAX_DEPTH:
            raise too_deep()
        for block in parent:
            tag = block.tag
            if tag == W + "p":
                yield from self._paragraph(block, place)
            elif tag == W + "tbl":
                yield from self._table(block, place)
            elif tag == W + "altChunk":
                self._alternative_chunk(block.get(R + "id", ""))
            elif tag == ALTERNATIVES:
                chosen = alternative(block)
                if chosen is not None:
                    yield from self._blocks(chosen, replace(place, depth=place.depth + 1))
            elif tag in _TRANSPARENT:
                yield from self._blocks(block, replace(place, depth=place.depth + 1))

    def _paragraph(self, paragraph: etree._Element, place: _Place) -> Iterator[Draft]:
        properties = paragraph.find(W + "pPr")
        style = self._paragraph_style(properties)
        backdrop = place.backdrop if style.background is None else style.background
        content = self._runs.read(paragraph, style.run, backdrop)
        unseen = place.hidden or paragraph_reason(properties)
        for text, reason in content.hidden:
            self._out.hide(text, reason)
        if unseen is not None:
            self._out.hide("".join(text for text, _ in content.runs), unseen)
        else:
            yield from self._lines(content, style, place)
        for box in content.boxes:
            body = place.region in (LineRegion.BODY, LineRegion.TABLE)
            inside = _Place(
                region=LineRegion.TEXTBOX if body else place.region,
                backdrop=box.backdrop,
                hidden=place.hidden or box.hidden,
                depth=place.depth + 1,
            )
            yield from self._blocks(box.content, inside)

    def _paragraph_style(self, properties: etree._Element | None) -> ParagraphStyle:
        if properties is None:
            return self._styles.paragraph(None)
        named = properties.find(W + "pStyle")
        style = self._styles.paragraph(None if named is None else named.get(W + "val"))
        fill = fill_of(properties)
        return replace(
            style,
            heading=is_outlined(properties, otherwise=style.heading),
            numbering=numbering_of(properties, style.numbering),
            background=style.background if fill is None else fill,
        )

    def _lines(
        self, content: ParagraphText, style: ParagraphStyle, place: _Place
    ) -> Iterator[Draft]:
        """Cut a paragraph at its line breaks; only its first line carries the list mark."""
        if not any(text.strip() for text, _ in content.runs):
            return
        mark = None
        if style.numbering is not None:
            mark = self._numbering.mark(*style.numbering)
        links = tuple(content.links)
        for line in split_at_breaks(content.runs):
            text = "".join(piece for piece, _ in line)
            if not text.strip():
                continue
            look = _line_style(line, style, place)
            if mark:
                text, look = f"{mark} {text.lstrip()}", replace(look, bullet=mark)
            yield Draft(text, look, links)
            mark, links = None, ()

    def _table(self, table: etree._Element, place: _Place) -> Iterator[Draft]:
        if place.region == LineRegion.BODY:
            place = replace(place, region=LineRegion.TABLE)
        named = table.find(f"{W}tblPr/{W}tblStyle")
        if named is not None and self._styles.has_shading(named.get(W + "val", "")):
            place = replace(place, backdrop=_UNKNOWN)  # which row it paints depends on conditions
        for row in _children(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            hidden = place.hidden or row_reason(properties)
            yield from join_row(
                [
                    list(self._cell(cell, replace(place, hidden=hidden)))
                    for cell in _children(row, W + "tc")
                ]
            )

    def _cell(self, cell: etree._Element, place: _Place) -> Iterator[Draft]:
        fill = fill_of(cell.find(W + "tcPr"))
        inside = replace(place, depth=place.depth + 1)
        return self._blocks(cell, inside if fill is None else replace(inside, backdrop=fill))

    # Other parts --------------------------------------------------------------------------------

    def _page_parts(self, names: list[str], region: LineRegion, place: _Place) -> None:
        for name in names:
            root = self._package.optional_part(name)
            if root is None:
                continue
            self._runs = RunReader(self._styles, self._package.relationships(name))
            drafts = list(self._blocks(root, replace(place, region=region)))
            self._runs = RunReader(self._styles, self._related)
            # First, even and other pages often repeat each other word for word.
            text = "\n".join(draft.text for draft in drafts)
            if (region, text) not in self._shown:
                self._shown.add((region, text))
                self._emit(iter(drafts))

    def _referenced(self, body: etree._Element, kind: str) -> tuple[list[str], list[str]]:
        """Part names of the headers or footers pages really show (17.10.1, 17.10.5, 17.10.6).

        Returns:
            Those of the first page, then those of later pages only.
        """
        both = self._settings is not None and flag(self._settings, "evenAndOddHeaders")
        first: dict[str, None] = {}
        later: dict[str, None] = {}
        for number, section in enumerate(body.iter(W + "sectPr")):
            own_first = bool(flag(section, "titlePg"))
            for reference in section.iterchildren(W + f"{kind}Reference"):
                page = reference.get(W + "type", "default")
                unused = (page == "first" and not own_first) or (page == "even" and not both)
                target: Relationship | None = self._related.get(reference.get(R + "id", ""))
                if target is not None and not target.external and not unused:
                    on_first = number == 0 and page == ("first" if own_first else "default")
                    (first if on_first else later)[target.target] = None
        return list(first), list(later)

    def _notes(self, kind: str, element: str) -> None:
        root = self._part(kind)
        for note in () if root is None else root.iterchildren(W + element):
            if note.get(W + "type", "normal") not in _NOTE_KINDS:
                self._emit(self._blocks(note, _Place()))

    def _alternative_chunk(self, relationship_id: str) -> None:
        """Text kept in another format inside the file (17.17.2.1)."""
        from ai_agents.documents.chunks import collect_chunk  # noqa: PLC0415 - seldom needed

        target = self._related.get(relationship_id)
        if target is None or target.external:
            return
        content = self._package.content(target.target)
        if content:
            collect_chunk(content, self._out)


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of one kind, also those inside content controls; deleted ones are gone."""
    waiting = list(parent)
    waiting.reverse()
    while waiting:
        child = waiting.pop()
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            waiting += reversed(child)


def _is_photo(extent: etree._Element) -> bool:
    """Whether the drawing of this size is a picture that looks like a photo."""
    drawing = extent.getparent()
    if drawing is None or next(drawing.iter(A + "blip"), None) is None:
        return False
    width, height = (extent.get(side, "") for side in ("cx", "cy"))
    if not (width.isdigit() and height.isdigit()):
        return False
    return is_portrait(int(width[:12]) / EMU_PER_POINT, int(height[:12]) / EMU_PER_POINT)


def _line_style(
    runs: list[tuple[str, RunStyle]], style: ParagraphStyle, place: _Place
) -> LineStyle:
    """The look most of the letters have."""
    weights: dict[RunStyle, int] = {}
    for text, run in runs:
        weights[run] = weights.get(run, 0) + len(text.strip())
    total = sum(weights.values())
    main = max(weights, key=lambda run: weights[run])
    return LineStyle(
        size=None if main.half_points is None else main.half_points / 2,
        font=main.font,
        bold=2 * sum(n for run, n in weights.items() if run.bold) > total,
        italic=2 * sum(n for run, n in weights.items() if run.italic) > total,
        lead=bold_lead((text, bool(run.bold)) for text, run in runs),
        heading=style.heading,
        level=style.level if style.heading else 0,
        column=place.column,
        region=place.region,
    )
