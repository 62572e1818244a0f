"""Tells a picture that has the shape and size of a photo of the person."""

from typing import Final

#: From a small passport photo to a large portrait, in points; upright or square.
_SIDES: Final = (50.0, 240.0)
_SHAPES: Final = (0.6, 1.05)
#: English Metric Units of Office files in a point (ECMA-376, 20.1.2.1).
EMU_PER_POINT: Final = 12_700


def is_portrait(width: float, height: float) -> bool:
    """Return whether a picture of this size, in points, looks like a photo of a person."""
    if not all(_SIDES[0] <= side <= _SIDES[1] for side in (width, height)):
        return False
    return _SHAPES[0] <= width / height <= _SHAPES[1]
