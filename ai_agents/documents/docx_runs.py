"""What one Word paragraph shows: its visible runs, its hidden text, links, and text boxes.

Deleted text is gone and inserted text is there, as in Word's "all changes accepted" view.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from ai_agents.documents.docx_package import A, R, Relationship, W
from ai_agents.documents.docx_sight import hidden_reason, shape_reason
from ai_agents.documents.docx_styles import RunStyle, Styles
from ai_agents.documents.lines import without_double_gap
from ai_agents.documents.refusals import too_deep
from ai_agents.vocabulary import HiddenReason

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES: Final = _MC + "AlternateContent"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: Elements around runs that show what is in them.
_TRANSPARENT: Final = frozenset(
    W + name
    for name in (
        *("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo"),
        *("fldSimple", "hyperlink", "ruby", "rubyBase"),
    )
)
_SIGNS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_DRAWN: Final = frozenset((W + "drawing", W + "pict", W + "object", ALTERNATIVES))
_BOX: Final = W + "txbxContent"
_FIELD_LINK = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]{1,2000})"')
#: Letters that picture fonts draw as list marks.
_PICTURE_FONTS: Final = ("wingdings", "webdings", "symbol")
_PICTURE_BULLETS: Final = frozenset("§·Øüqnlvàðw")
_MAX_DEPTH: Final = 40
_MAX_INSTRUCTION: Final = 4_000


@dataclass(frozen=True)
class TextBox:
    """A text box anchored in a paragraph; `backdrop` is what its text is painted on."""

    content: etree._Element
    backdrop: str
    hidden: HiddenReason | None


@dataclass
class ParagraphText:
    """What one paragraph holds, in order."""

    runs: list[tuple[str, RunStyle]] = field(default_factory=list)
    hidden: list[tuple[str, HiddenReason]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    boxes: list[TextBox] = field(default_factory=list)


class RunReader:
    """Reads paragraphs of one part; keeps the state of fields within a paragraph."""

    def __init__(self, styles: Styles, relationships: dict[str, Relationship]) -> None:
        """Take the file's styles and the part's relationships, which hold the links' targets."""
        self._styles = styles
        self._relationships = relationships
        self._instructions: list[str | None] = []
        self._backdrop = ""
        self._base = RunStyle()
        self._out = ParagraphText()
        self._after_hidden = False

    def read(self, paragraph: etree._Element, base: RunStyle, backdrop: str) -> ParagraphText:
        """Return what the paragraph holds.

        Args:
            paragraph: a `w:p`.
            base: the look its style gives to text.
            backdrop: the colour behind it as RRGGBB, "" when nobody can tell.
        """
        self._instructions = []
        self._backdrop = backdrop
        self._base = base
        self._out = ParagraphText()
        self._after_hidden = False
        self._walk(paragraph, 0)
        return self._out

    def _walk(self, parent: etree._Element, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise too_deep()
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag in _TRANSPARENT:
                self._keep_link(child)
                self._walk(child, depth + 1)
            elif tag == ALTERNATIVES:
                chosen = alternative(child)
                if chosen is not None:
                    self._walk(chosen, depth + 1)
            elif isinstance(tag, str) and tag.startswith(_M):
                self._show("".join(t.text or "" for t in child.iter(_M + "t")), self._base)

    def _keep_link(self, element: etree._Element) -> None:
        if element.tag == W + "hyperlink":
            relationship = self._relationships.get(element.get(R + "id", ""))
            if relationship is not None and relationship.external:
                self._out.links.append(relationship.target)
        elif element.tag == W + "fldSimple":
            self._out.links += _FIELD_LINK.findall(element.get(W + "instr", ""))

    def _run(self, run: etree._Element) -> None:
        style = self._style_of(run)
        for child in run:
            tag = child.tag
            if tag == W + "t":
                self._show(child.text or "", style)
            elif tag in _SIGNS:
                self._show(_SIGNS[tag], style)
            elif tag == W + "sym":
                self._show(_symbol(child), style)
            elif tag == W + "fldChar":
                self._field(child.get(W + "fldCharType", ""))
            elif tag == W + "instrText":
                self._instruct(child.text or "")
            elif tag in _DRAWN:
                self._out.boxes += _text_boxes(child, self._backdrop)
            elif tag == W + "ruby":
                self._walk(child, 1)

    def _style_of(self, run: etree._Element) -> RunStyle:
        properties = run.find(W + "rPr")
        if properties is None:
            return self._base
        style = self._base
        named = properties.find(W + "rStyle")
        if named is not None:
            style = self._styles.run(named.get(W + "val", "")).over(style)
        return self._styles.run_properties(properties).over(style)

    def _field(self, kind: str) -> None:
        """A complex field: an instruction, a separator, and the result that is shown (17.16.18)."""
        if kind == "begin":
            self._instructions.append("")
        elif kind == "separate" and self._instructions:
            instruction = self._instructions[-1] or ""
            self._out.links += _FIELD_LINK.findall(instruction)
            self._instructions[-1] = None
        elif kind == "end" and self._instructions:
            self._instructions.pop()

    def _instruct(self, text: str) -> None:
        if self._instructions and self._instructions[-1] is not None:
            self._instructions[-1] = (self._instructions[-1] + text)[:_MAX_INSTRUCTION]

    def _show(self, text: str, style: RunStyle) -> None:
        if not text or any(instruction is not None for instruction in self._instructions):
            return
        if style.font and style.font.lower().startswith(_PICTURE_FONTS):
            text = "".join("•" if sign in _PICTURE_BULLETS else "" for sign in text.strip()) or " "
        reason = hidden_reason(style, self._backdrop) if text.strip() else None
        if reason is not None:
            self._out.hidden.append((text, reason))
            self._after_hidden = True
            return
        if self._after_hidden:
            before = self._out.runs[-1][0] if self._out.runs else ""
            text = without_double_gap(before, text)
            self._after_hidden = False
        self._out.runs.append((text.upper() if style.caps else text, style))


def alternative(element: etree._Element) -> etree._Element | None:
    """The first choice, else the fallback: never both, they say the same twice."""
    choice = element.find(_MC + "Choice")
    return choice if choice is not None else element.find(_MC + "Fallback")


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    # A sign of a picture font: a list mark at the start of a line, an icon elsewhere.
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD else ""


def _text_boxes(drawn: etree._Element, backdrop: str) -> Iterator[TextBox]:
    """Find the text boxes of a drawing, outermost only, each alternative once."""
    waiting = [drawn]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            yield TextBox(element, _box_backdrop(element, backdrop), shape_reason(element))
        elif element.tag == ALTERNATIVES:
            chosen = alternative(element)
            if chosen is not None:
                waiting.append(chosen)
        else:
            waiting += reversed(element)


def _shape_of(content: etree._Element) -> etree._Element | None:
    """`wps:wsp` or the VML shape around `txbxContent`."""
    frame = content.getparent()
    return None if frame is None else frame.getparent()


def _box_backdrop(content: etree._Element, page: str) -> str:
    shape = _shape_of(content)
    if shape is None:
        return page
    properties = next((c for c in shape if _local(c) == "spPr"), None)
    if properties is None:  # VML
        color = shape.get("fillcolor", "").split(" ")[0].lstrip("#").upper()
        return page if shape.get("filled") in ("f", "false") else color
    if properties.find(A + "noFill") is not None:
        return page
    color_element = properties.find(f"{A}solidFill/{A}srgbClr")
    return "" if color_element is None else color_element.get("val", "").upper()


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
