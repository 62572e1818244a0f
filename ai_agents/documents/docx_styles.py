"""How Word text looks after inheritance: fonts, sizes, colours, headings (ECMA-376 17.7)."""

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from ai_agents.documents.docx_colors import W14, fill_color, is_clear, theme_colors
from ai_agents.documents.docx_package import A, W

_MAX_DEPTH: Final = 20
_HEADING_NAME = re.compile(
    r"^(?:heading|überschrift|titre|título|titolo|kop) ([1-9])$", re.IGNORECASE
)
_OFF: Final = frozenset(("0", "false", "off", "none"))
#: Word's own default where a file has no defaults (17.7.5.1): 10 points.
_DEFAULT_HALF_POINTS: Final = 20
#: Highlight names to colours (17.18.40).
_HIGHLIGHTS: Final = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}


@dataclass(frozen=True)
class RunStyle:
    """How a run of text looks; None is "not said here".

    `scale` is the width of letters in per cent, `tracking` the space added between them in
    twentieths of a point, `raised` how far they are lifted in half-points.
    """

    half_points: int | None = None
    font: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    vanish: bool | None = None
    color: str | None = None
    background: str | None = None
    unfilled: bool | None = None
    scale: int | None = None
    tracking: int | None = None
    raised: int | None = None
    caps: bool | None = None

    def over(self, base: "RunStyle") -> "RunStyle":
        """Return this style laid over `base`."""
        said = {name: value for name, value in vars(self).items() if value is not None}
        return replace(base, **said) if said else base


@dataclass(frozen=True)
class ParagraphStyle:
    """What a paragraph style gives; `numbering` is (numId, level)."""

    run: RunStyle
    heading: bool = False
    level: int = 0
    numbering: tuple[str, int] | None = None
    background: str | None = None


PLAIN_RUN: Final = RunStyle()


def flag(parent: etree._Element, name: str) -> bool | None:
    """Return an on/off property (17.17.4), None when it is not there."""
    element = parent.find(W + name)
    if element is None:
        return None
    return element.get(W + "val", "1").lower() not in _OFF


def fill_of(parent: etree._Element | None) -> str | None:
    """Return the shading colour of a properties element, "" for a pattern, None if none."""
    shading = None if parent is None else parent.find(W + "shd")
    if shading is None:
        return None
    fill = shading.get(W + "fill", "auto")
    pattern = shading.get(W + "val", "clear")
    if pattern not in ("clear", "nil"):
        return ""
    return None if fill == "auto" else fill.upper()


class Styles:
    """The styles of one file, resolved on demand and remembered."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        """Take the styles and theme parts; either may be missing."""
        self._fonts = _theme_fonts(theme)
        self._colors = theme_colors(theme)
        self._elements: dict[str, etree._Element] = {}
        self._runs: dict[str, RunStyle] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._default_paragraph = ""
        self.default_run = RunStyle(half_points=_DEFAULT_HALF_POINTS)
        if styles is not None:
            self._index(styles)

    def _index(self, styles: etree._Element) -> None:
        for element in styles.iterchildren(W + "style"):
            style_id = element.get(W + "styleId", "")
            self._elements.setdefault(style_id, element)
            is_default = element.get(W + "default", "0").lower() not in _OFF
            if is_default and element.get(W + "type") == "paragraph":
                self._default_paragraph = style_id
        defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if defaults is not None:
            self.default_run = self.run_properties(defaults).over(self.default_run)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Return a paragraph style by id, the default one for None or an unknown id."""
        if style_id is None or style_id not in self._elements:
            style_id = self._default_paragraph
        known = self._paragraphs.get(style_id)
        if known is None:
            known = self._paragraphs[style_id] = self._resolve_paragraph(style_id)
        return known

    def _resolve_paragraph(self, style_id: str) -> ParagraphStyle:
        style = ParagraphStyle(run=self.default_run)
        for element in reversed(self._chain(style_id)):
            style = self._lay_over(style, element)
        return style

    def _lay_over(self, style: ParagraphStyle, element: etree._Element) -> ParagraphStyle:
        run = style.run
        properties = element.find(W + "rPr")
        if properties is not None:
            run = self.run_properties(properties).over(run)
        paragraph = element.find(W + "pPr")
        named = _HEADING_NAME.match(_style_name(element))
        heading, level = style.heading or named is not None, int(named[1]) if named else style.level
        if paragraph is None:
            return replace(style, run=run, heading=heading, level=level)
        fill = fill_of(paragraph)
        return ParagraphStyle(
            run=run,
            heading=is_outlined(paragraph, otherwise=heading),
            level=level,
            numbering=numbering_of(paragraph, style.numbering),
            background=style.background if fill is None else fill,
        )

    def run(self, style_id: str) -> RunStyle:
        """Return what a character style says, nothing for an unknown id."""
        known = self._runs.get(style_id)
        if known is None:
            known = PLAIN_RUN
            for element in reversed(self._chain(style_id)):
                properties = element.find(W + "rPr")
                if properties is not None:
                    known = self.run_properties(properties).over(known)
            self._runs[style_id] = known
        return known

    def has_shading(self, style_id: str) -> bool:
        """Whether a (table) style paints any background."""
        return any(
            fill_of(properties) is not None
            for element in self._chain(style_id)
            for properties in element.iter(W + "tcPr", W + "pPr", W + "rPr", W + "tblPr")
        )

    def _chain(self, style_id: str) -> list[etree._Element]:
        """The style and those it is based on, nearest first."""
        chain: list[etree._Element] = []
        element = self._elements.get(style_id)
        while element is not None and element not in chain and len(chain) < _MAX_DEPTH:
            chain.append(element)
            base = element.find(W + "basedOn")
            element = None if base is None else self._elements.get(base.get(W + "val", ""))
        return chain

    def run_properties(self, properties: etree._Element) -> RunStyle:
        """Return what one `w:rPr` says by itself."""
        color = properties.find(W + "color")
        highlight = properties.find(W + "highlight")
        background = fill_of(properties)
        if highlight is not None and highlight.get(W + "val") != "none":
            background = _HIGHLIGHTS.get(highlight.get(W + "val", ""), "")
        fill = properties.find(W14 + "textFill")
        return RunStyle(
            half_points=_value_of(properties, "sz"),
            font=self._font(properties.find(W + "rFonts")),
            bold=flag(properties, "b"),
            italic=flag(properties, "i"),
            vanish=flag(properties, "vanish"),
            color=fill_color(fill) or self._color(color),
            background=background,
            caps=flag(properties, "caps"),
            unfilled=None if fill is None else is_clear(fill),
            scale=_value_of(properties, "w"),
            tracking=_value_of(properties, "spacing"),
            raised=_value_of(properties, "position"),
        )

    def _color(self, color: etree._Element | None) -> str | None:
        """Return a text colour as RRGGBB; a theme colour as it is goes before the written one."""
        if color is None:
            return None
        themed = self._colors.get(color.get(W + "themeColor", ""))
        changed = color.get(W + "themeTint") or color.get(W + "themeShade")
        return themed if themed and not changed else color.get(W + "val", "auto").upper()

    def _font(self, fonts: etree._Element | None) -> str | None:
        if fonts is None:
            return None
        theme = fonts.get(W + "asciiTheme", "")
        if theme:
            return self._fonts.get(theme[:5])
        return fonts.get(W + "ascii") or fonts.get(W + "hAnsi")


def is_outlined(properties: etree._Element, *, otherwise: bool) -> bool:
    """Whether a paragraph stands in the outline (17.3.1.20; level 9 is body text)."""
    level = properties.find(W + "outlineLvl")
    return otherwise if level is None else (_number(level.get(W + "val")) or 0) < 9


def numbering_of(
    properties: etree._Element, inherited: tuple[str, int] | None
) -> tuple[str, int] | None:
    """Return a paragraph's list and level; numId 0 takes a list away (17.9.18)."""
    numbering = properties.find(W + "numPr")
    if numbering is None:
        return inherited
    list_id = numbering.find(W + "numId")
    level = numbering.find(W + "ilvl")
    depth = (0 if level is None else _number(level.get(W + "val"))) or 0
    if list_id is None:
        return None if inherited is None else (inherited[0], depth)
    name = list_id.get(W + "val", "0")
    return None if name == "0" else (name, depth)


def _style_name(element: etree._Element) -> str:
    name = element.find(W + "name")
    return "" if name is None else name.get(W + "val", "")


def _value_of(properties: etree._Element, name: str) -> int | None:
    """Return the whole number a property holds, None when it is not there."""
    element = properties.find(W + name)
    return None if element is None else _number(element.get(W + "val"))


def _number(value: str | None) -> int | None:
    """Whole half-points; Word reads "21.5" as 21."""
    try:
        return int(float(value)) if value else None
    except (ValueError, OverflowError):
        return None


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """Return the families behind "major…" and "minor…" theme fonts (20.1.4.1)."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{A}{kind}Font/{A}latin")
        if latin is not None and latin.get("typeface"):
            fonts[kind] = latin.get("typeface", "")
    return fonts
