"""What is painted behind the text of a Word page: its colour, and shapes it may stand on."""

from typing import Final

from lxml import etree

from ai_agents.documents.docx_package import A, W
from ai_agents.documents.docx_styles import flag

WHITE: Final = "FFFFFF"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
#: A picture or shape at least this wide (EMU; 914,400 an inch) may be a banner behind text.
_BANNER_EMU: Final = 2 * 914_400
_PAINT: Final = tuple(A + name for name in ("solidFill", "gradFill", "pattFill", "blip"))


def page_color(main: etree._Element, settings: etree._Element | None) -> str:
    """Return the page's colour: white unless the file has another and shows it (17.2.1)."""
    background = main.find(W + "background")
    if background is None or settings is None or not flag(settings, "displayBackgroundShape"):
        return WHITE
    return background.get(W + "color", WHITE).upper()


def is_banner(shape: etree._Element) -> bool:
    """Whether a floating picture or shape is painted and may lie behind text of its page."""
    if shape.tag == WP + "anchor":
        return _is_wide(shape) and _is_painted(shape)
    style = shape.get("style", "").replace(" ", "").lower()
    # Old drawings say it with a style; WordArt watermarks are shapes of text, not of paint.
    floating = "position:absolute" in style and shape.find(VML + "textpath") is None
    return floating and "z-index:-" in style and shape.get("filled") not in ("f", "false")


def _is_wide(anchor: etree._Element) -> bool:
    extent = anchor.find(WP + "extent")
    width = "0" if extent is None else extent.get("cx", "0")
    wide = width.isdecimal() and len(width) < 12 and int(width) >= _BANNER_EMU
    return wide and anchor.get("behindDoc") in ("1", "true")


def _is_painted(anchor: etree._Element) -> bool:
    """A frame's line is no paint; a fill or a picture is."""
    for paint in anchor.iter(*_PAINT):
        parent = paint.getparent()
        if parent is not None and parent.tag != A + "ln" and not _is_text_property(parent):
            return True
    return False


def _is_text_property(element: etree._Element) -> bool:
    return str(element.tag).rpartition("}")[2] in ("rPr", "defRPr", "endParaRPr", "textFill")
