"""Whether text of one colour can be seen on another; shared by the formats that name colours."""

import re
from typing import Final

#: Difference of luminance (0–255) below which a line counts as unseen: the measure and the bound
#: are those of the page check for PDFs (QUALITY.md section 4).
MIN_DIFFERENCE: Final = 40.0
_HEX = re.compile(r"^[0-9A-Fa-f]{6}$")


def is_unseen(color: str | None, backdrop: str) -> bool:
    """Whether text in `color` vanishes on `backdrop`; both RRGGBB, anything else is not judged."""
    if color is None or not _HEX.match(color) or not _HEX.match(backdrop):
        return False
    return abs(_luminance(color) - _luminance(backdrop)) < MIN_DIFFERENCE


def _luminance(color: str) -> float:
    """Rec. 601 luma, 0–255."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue
