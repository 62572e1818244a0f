"""What a Word file keeps out of sight by size and place: letters, lines, rows, frames and boxes.

Lengths are twentieths of a point in text (17.18.81) and EMU in drawings (914,400 an inch).
"""

import re
from typing import Final

from lxml import etree

from ai_agents.documents.contrast import is_unseen
from ai_agents.documents.docx_backdrop import WP
from ai_agents.documents.docx_package import W
from ai_agents.documents.docx_styles import RunStyle
from ai_agents.vocabulary import HiddenReason

#: Letters under 3 points, as on a PDF's page, cannot be read (QUALITY.md section 4).
_MIN_HALF_POINTS: Final = 6
_MIN_TWIPS: Final = 60
_MIN_EMU: Final = 38_100
#: Letters narrower than this (per cent) or moved over each other by half their size.
_MIN_SCALE: Final = 20
_OVERLAP: Final = 0.45
#: Further away than any page is wide or high: 22 inches, Word's own limit.
_FAR_HALF_POINTS: Final = 400
_FAR_TWIPS: Final = 12_000
_FAR_EMU: Final = 7 * 914_400
_LENGTH: Final = re.compile(r"(-?[\d.]{1,9})(pt|in|cm|mm|px)?$")
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 0.75}


def hidden_reason(style: RunStyle, backdrop: str) -> HiddenReason | None:
    """Return why nobody sees text of this style on this backdrop, None when it can be seen."""
    if style.vanish:
        return HiddenReason.MARKED_HIDDEN
    if style.unfilled:
        return HiddenReason.INVISIBLE_MODE
    if _is_tiny(style):
        return HiddenReason.TINY
    if abs(style.raised or 0) > _FAR_HALF_POINTS:
        return HiddenReason.OFF_PAGE
    behind = backdrop if style.background is None else style.background
    return HiddenReason.LOW_CONTRAST if is_unseen(style.color, behind) else None


def _is_tiny(style: RunStyle) -> bool:
    size = style.half_points
    if size is not None and size < _MIN_HALF_POINTS:
        return True
    if style.scale is not None and style.scale < _MIN_SCALE:
        return True
    return -(style.tracking or 0) / 20 > _OVERLAP * (size or 20) / 2


def paragraph_reason(properties: etree._Element | None) -> HiddenReason | None:
    """Return why nobody sees a paragraph: no height, a far indent, a frame out of sight."""
    if properties is None:
        return None
    spacing, indent = properties.find(W + "spacing"), properties.find(W + "ind")
    if spacing is not None and _line_height(spacing) < _MIN_TWIPS:
        return HiddenReason.TINY
    if indent is not None:
        left = _number(indent, "left") or _number(indent, "start")
        if left + _number(indent, "firstLine") - _number(indent, "hanging") < -_FAR_TWIPS:
            return HiddenReason.OFF_PAGE
    return _frame_reason(properties.find(W + "framePr"))


def _line_height(spacing: etree._Element) -> int:
    """Return the height lines are cut to; they are never cut unless it is exact (17.3.1.33)."""
    exact = spacing.get(W + "lineRule") == "exact"
    return _number(spacing, "line", _MIN_TWIPS) if exact else _MIN_TWIPS


def _frame_reason(frame: etree._Element | None) -> HiddenReason | None:
    if frame is None:
        return None
    exact = frame.get(W + "hRule") == "exact"
    if exact and _number(frame, "h", _MIN_TWIPS) < _MIN_TWIPS:
        return HiddenReason.TINY
    far = any(_number(frame, side) < -_FAR_TWIPS for side in ("x", "y"))
    return HiddenReason.OFF_PAGE if far else None


def row_reason(properties: etree._Element | None) -> HiddenReason | None:
    """Return why nobody sees a table row: marked so, or cut to no height."""
    if properties is None:
        return None
    hidden, height = properties.find(W + "hidden"), properties.find(W + "trHeight")
    if hidden is not None and hidden.get(W + "val", "1") not in ("0", "false", "off"):
        return HiddenReason.MARKED_HIDDEN
    if height is not None and height.get(W + "hRule") == "exact":
        return HiddenReason.TINY if _number(height, "val", _MIN_TWIPS) < _MIN_TWIPS else None
    return None


def shape_reason(content: etree._Element) -> HiddenReason | None:
    """Return why nobody sees the text box around this content, None when it can be seen."""
    frame = content.getparent()
    shape = None if frame is None else frame.getparent()
    style = "" if shape is None else shape.get("style", "").replace(" ", "").lower()
    if "visibility:hidden" in style or "display:none" in style:
        return HiddenReason.MARKED_HIDDEN
    if style:
        return _styled_reason(dict(part.split(":", 1) for part in style.split(";") if ":" in part))
    for ancestor in content.iterancestors(WP + "anchor", WP + "inline"):
        properties = ancestor.find(WP + "docPr")
        if properties is not None and properties.get("hidden") in ("1", "true"):
            return HiddenReason.MARKED_HIDDEN
        return _placed_reason(ancestor)
    return None


def _styled_reason(style: dict[str, str]) -> HiddenReason | None:
    """Judge an old (VML) shape by its style."""
    sizes = [_points(style[name]) for name in ("width", "height") if name in style]
    if any(size is not None and size < _MIN_TWIPS / 20 for size in sizes):
        return HiddenReason.TINY
    places = [_points(style[n]) for n in ("margin-left", "margin-top", "left", "top") if n in style]
    far = any(place is not None and place < -_FAR_TWIPS / 20 for place in places)
    return HiddenReason.OFF_PAGE if far else None


def _placed_reason(anchor: etree._Element) -> HiddenReason | None:
    extent = anchor.find(WP + "extent")
    width, height = (_emu(None if extent is None else extent.get(n)) for n in ("cx", "cy"))
    if (width is not None and width < _MIN_EMU) or (height is not None and height < _MIN_EMU):
        return HiddenReason.TINY
    for axis, size in (("positionH", width), ("positionV", height)):
        position = anchor.find(WP + axis)
        offset = None if position is None else _emu(position.findtext(WP + "posOffset"))
        page = position is not None and position.get("relativeFrom") == "page"
        if offset is not None and offset + (size or 0) < (0 if page else -_FAR_EMU):
            return HiddenReason.OFF_PAGE
    return None


def _number(element: etree._Element, name: str, otherwise: int = 0) -> int:
    value = element.get(W + name, "")
    digits = value.lstrip("-")
    return int(value) if digits.isdecimal() and len(digits) < 9 else otherwise


def _emu(value: str | None) -> int | None:
    digits = (value or "").strip().lstrip("-")
    return int(value or "") if digits.isdecimal() and len(digits) < 12 else None


def _points(value: str) -> float | None:
    match = _LENGTH.match(value)
    try:
        return None if match is None else float(match.group(1)) * _POINTS[match.group(2) or ""]
    except ValueError:
        return None
