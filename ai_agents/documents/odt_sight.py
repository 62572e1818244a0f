"""What an OpenDocument text keeps out of sight: by its look, its size or its place."""

from typing import Final

from lxml import etree

from ai_agents.documents.contrast import is_unseen
from ai_agents.documents.odt_styles import DRAW, SVG, Look, length_of
from ai_agents.vocabulary import HiddenReason

#: Letters under 3 points cannot be read (QUALITY.md section 4), nor can text in such a box.
_MIN_POINTS: Final = 3.0
_FAINT: Final = 15.0
_MIN_SCALE: Final = 20.0
#: Letters moved over each other by this share of their size; lines lifted by so many per cent.
_OVERLAP: Final = 0.45
_FAR_LIFTED: Final = 300.0
#: Further from its place than a page is wide, in points.
_FAR: Final = 600.0


def hidden_reason(look: Look) -> HiddenReason | None:
    """Return why nobody sees text of this look, None when it can be seen."""
    if look.hidden:
        return HiddenReason.MARKED_HIDDEN
    if look.opacity < _FAINT:
        return HiddenReason.INVISIBLE_MODE
    size = 12.0 if look.points is None else look.points
    if size < _MIN_POINTS or look.scale < _MIN_SCALE or -look.tracking > _OVERLAP * size:
        return HiddenReason.TINY
    if abs(look.raised) > _FAR_LIFTED:
        return HiddenReason.OFF_PAGE
    return HiddenReason.LOW_CONTRAST if is_unseen(look.color, look.backdrop) else None


def shape_reason(shape: etree._Element) -> HiddenReason | None:
    """Return why nobody sees the text in a shape, None when it can be seen."""
    parent = shape.getparent()
    frame = parent if parent is not None and parent.tag == DRAW + "frame" else shape
    sizes = [length_of(frame.get(SVG + name)) for name in ("width", "height")]
    if any(size is not None and size < _MIN_POINTS for size in sizes):
        return HiddenReason.TINY
    places = [length_of(frame.get(SVG + name)) for name in ("x", "y")]
    far = any(place is not None and abs(place) > 2 * _FAR for place in places)
    return HiddenReason.OFF_PAGE if far else None
