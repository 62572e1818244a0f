"""Colours of Word text beyond a plain RRGGBB: those of the theme, and fills of newer versions."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from ai_agents.documents.docx_package import A

W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
#: Names of theme colours in text (17.18.97) and in the theme's scheme, and Office's own values.
_THEMED: Final = {
    "background1": ("lt1", "FFFFFF"),
    "light1": ("lt1", "FFFFFF"),
    "text1": ("dk1", "000000"),
    "dark1": ("dk1", "000000"),
    "background2": ("lt2", "E7E6E6"),
    "light2": ("lt2", "E7E6E6"),
    "text2": ("dk2", "44546A"),
    "dark2": ("dk2", "44546A"),
}
#: Thousandths of a per cent: more transparent than this, text is a ghost.
_CLEAR: Final = 85_000


def theme_colors(theme: etree._Element | None) -> Mapping[str, str]:
    """Return the names of theme colours for text and ground → RRGGBB."""
    found = {}
    for name, (slot, usual) in _THEMED.items():
        color = None if theme is None else theme.find(f".//{A}clrScheme/{A}{slot}")
        value = usual
        if color is not None and len(color):
            value = color[0].get("lastClr") or color[0].get("val") or usual
        found[name] = value.upper() if len(value) == 6 else usual
    return found


def fill_color(fill: etree._Element | None) -> str | None:
    """Return the colour of a plain text fill, which goes before the text's colour."""
    if fill is None:
        return None
    color = fill.find(f"{W14}solidFill/{W14}srgbClr")
    return None if color is None else color.get(W14 + "val", "").upper() or None


def is_clear(fill: etree._Element) -> bool:
    """Whether a text fill paints nothing, or nearly so."""
    if fill.find(W14 + "noFill") is not None:
        return True
    alpha = fill.find(f"{W14}solidFill/*/{W14}alpha")
    value = "0" if alpha is None else alpha.get(W14 + "val", "0").rstrip("%")
    return value.isdecimal() and len(value) < 8 and int(value) >= _CLEAR
