"""How OpenDocument text looks: the few style properties a reader needs, after inheritance."""

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"
FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG: Final = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_MAX_DEPTH: Final = 20
#: LibreOffice's own extension.
_LOEXT: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_LENGTH: Final = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px)$")
_UNITS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_BOLD: Final = frozenset(("bold", "600", "700", "800", "900"))


@dataclass(frozen=True)
class Look:
    """How text looks; None is "not said", "" is a backdrop nobody can tell.

    `opacity` and `scale`, the width of letters, are in per cent, `tracking` is the space added
    between them in points, `raised` how far they are lifted in per cent of the line.
    """

    points: float | None = None
    font: str | None = None
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    opacity: float = 100.0
    scale: float = 100.0
    tracking: float = 0.0
    raised: float = 0.0
    color: str | None = None
    backdrop: str = "FFFFFF"


class OdtStyles:
    """The styles of one file by family and name."""

    def __init__(self, *roots: etree._Element | None) -> None:
        """Take the content and styles parts, the content first: its styles win."""
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._fonts: dict[str, str] = {}
        self._lists: dict[str, dict[int, etree._Element]] = {}
        self._default: dict[str, etree._Element] = {}
        for root in roots:
            if root is not None:
                self._index(root)

    def _index(self, root: etree._Element) -> None:
        for style in root.iter(STYLE + "style"):
            key = (style.get(STYLE + "family", ""), style.get(STYLE + "name", ""))
            self._styles.setdefault(key, style)
        for style in root.iter(STYLE + "default-style"):
            self._default.setdefault(style.get(STYLE + "family", ""), style)
        for face in root.iter(STYLE + "font-face"):
            family = face.get(SVG + "font-family", "").strip("'\" ")
            self._fonts.setdefault(face.get(STYLE + "name", ""), family)
        for style in root.iter(TEXT + "list-style"):
            levels = {
                int(level.get(TEXT + "level", "1")): level
                for level in style
                if level.get(TEXT + "level", "1").isdecimal()
            }
            self._lists.setdefault(style.get(STYLE + "name", ""), levels)

    def default(self) -> Look:
        """Return how text looks where nothing is said."""
        element = self._default.get("paragraph")
        return Look(points=12.0) if element is None else self._apply(Look(points=12.0), element)

    def look(self, family: str, name: str | None, base: Look) -> Look:
        """Return a style of `family` laid over `base`; an unknown name changes nothing."""
        for element in reversed(self._chain(family, name)):
            base = self._apply(base, element)
        return base

    def heading_level(self, name: str | None) -> int | None:
        """Return the outline level a paragraph style gives, None for body text."""
        for element in self._chain("paragraph", name):
            level = element.get(STYLE + "default-outline-level", "")
            if level.isdecimal():
                return int(level)
        return None

    def list_style_of(self, name: str | None) -> str | None:
        """Return the list style a paragraph style names."""
        for element in self._chain("paragraph", name):
            if element.get(STYLE + "list-style-name"):
                return element.get(STYLE + "list-style-name")
        return None

    def list_level(self, name: str | None, level: int) -> etree._Element | None:
        """Return the definition of one level of a list style."""
        return self._lists.get(name or "", {}).get(level)

    def background(self, family: str, name: str | None) -> str | None:
        """Return the fill of a table, row, cell or frame style, "" for a picture, None for none."""
        for element in self._chain(family, name):
            for properties in element:
                color = properties.get(FO + "background-color") or properties.get(
                    DRAW + "fill-color"
                )
                if properties.get(DRAW + "fill", "solid") not in ("solid", "none"):
                    return ""
                if color and color != "transparent" and properties.get(DRAW + "fill") != "none":
                    return color.lstrip("#").upper()
        return None

    def _chain(self, family: str, name: str | None) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while name and len(chain) < _MAX_DEPTH:
            element = self._styles.get((family, name))
            if element is None or element in chain:
                break
            chain.append(element)
            name = element.get(STYLE + "parent-style-name")
        return chain

    def _apply(self, look: Look, element: etree._Element) -> Look:
        fill = _fill(element.find(STYLE + "paragraph-properties"))
        if fill is not None:
            look = replace(look, backdrop=fill)
        text = element.find(STYLE + "text-properties")
        if text is None:
            return look
        fill = _fill(text)
        font = self._fonts.get(text.get(STYLE + "font-name", "")) or text.get(FO + "font-family")
        weight, slant = text.get(FO + "font-weight"), text.get(FO + "font-style")
        display, color = text.get(TEXT + "display"), text.get(FO + "color")
        return replace(
            look,
            points=_points(text.get(FO + "font-size", ""), look.points),
            font=font.strip("'\"") if font else look.font,
            bold=weight in _BOLD if weight else look.bold,
            italic=slant in ("italic", "oblique") if slant else look.italic,
            hidden=display == "none" if display else look.hidden,
            opacity=percent_of(text.get(_LOEXT + "opacity"), look.opacity),
            scale=_scale(text, look.scale),
            tracking=_tracking(text.get(FO + "letter-spacing"), look.tracking),
            raised=percent_of(text.get(STYLE + "text-position"), look.raised),
            color=_color(text, color, look.color),
            backdrop=look.backdrop if fill is None else fill,
        )


def _color(text: etree._Element, color: str | None, inherited: str | None) -> str | None:
    """An automatic colour ("window font") always stands out from its background."""
    if text.get(STYLE + "use-window-font-color") == "true":
        return None
    return color.lstrip("#").upper() if color else inherited


def _fill(properties: etree._Element | None) -> str | None:
    color = None if properties is None else properties.get(FO + "background-color")
    return None if color in (None, "", "transparent") else str(color).lstrip("#").upper()


def percent_of(value: str | None, otherwise: float) -> float:
    """Return the per cent a value begins with ('-1000% 58%' → -1000), else `otherwise`."""
    number, sign, _ = (value or "").partition("%")
    try:
        return float(number) if sign else otherwise
    except ValueError:
        return otherwise


def _scale(text: etree._Element, inherited: float) -> float:
    """Return the width of letters in per cent; the size of lifted ones counts too ('super 58%')."""
    _, _, lifted = (text.get(STYLE + "text-position") or "").partition(" ")
    return min(percent_of(text.get(STYLE + "text-scale"), inherited), percent_of(lifted, 100.0))


def length_of(value: str | None) -> float | None:
    """Return a length in points, None when it is none."""
    match = _LENGTH.match(value or "")
    return None if match is None else float(match.group(1)) * _UNITS[match.group(2)]


def _tracking(value: str | None, inherited: float) -> float:
    if not value:
        return inherited
    return length_of(value) or 0.0


def _points(size: str, inherited: float | None) -> float | None:
    """Sizes are points, or a share of the inherited size."""
    for unit, factor in (("pt", 1.0), ("%", (inherited or 12.0) / 100)):
        if size.endswith(unit):
            try:
                return round(float(size[: -len(unit)]) * factor, 2)
            except ValueError:
                return inherited
    return inherited
