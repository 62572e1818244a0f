"""CSS values as far as seeing text needs them: colours as RRGGBB, lengths as points."""

import colorsys
import re
from functools import cache
from typing import Final

from resources.access import read_text

_HEX: Final = re.compile(r"^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$", re.IGNORECASE)
_RGB: Final = re.compile(
    r"^rgba?\((\d{1,3})(?:\.\d*)?[, ]+(\d{1,3})(?:\.\d*)?[, ]+(\d{1,3})(?:\.\d*)?"
    r"(?:[,/ ]+([\d.]{1,6}%?))?\)$"
)
_HSL: Final = re.compile(
    r"^hsla?\((-?[\d.]{1,7})(?:deg)?[, ]+([\d.]{1,6})%[, ]+([\d.]{1,6})%"
    r"(?:[,/ ]+([\d.]{1,6}%?))?\)$"
)
_LENGTH: Final = re.compile(r"^(-?[\d.]{1,8})(px|pt|em|rem|ex|ch|%|vw|vh|in|cm|mm)?$")
#: CSS units in points (CSS Values 4, section 6.2); em against 12 points, the window 800 × 600.
_POINTS: Final = {
    "px": 0.75, "": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "ex": 6.0, "ch": 6.0, "%": 0.12,
    "vw": 6.0, "vh": 4.5, "in": 72.0, "cm": 28.35, "mm": 2.835,
}  # fmt: skip
#: Paint more transparent than this is a ghost.
_FAINT: Final = 0.15


def color_of(value: str) -> str | None:
    """Return a colour as RRGGBB, "" for one this module does not know, None for no colour."""
    value = value.strip().lower()
    if value in ("", "inherit", "initial", "currentcolor", "unset"):
        return None
    if match := _HEX.match(value):
        digits = match.group(1)
        short = len(digits) < 5
        return ("".join(d * 2 for d in digits[:3]) if short else digits[:6]).upper()
    if match := _RGB.match(value):
        return "".join(f"{min(255, int(part)):02X}" for part in match.groups()[:3])
    if match := _HSL.match(value):
        return _from_hsl(match)
    return _names().get(value, "")


def _from_hsl(match: re.Match[str]) -> str:
    try:
        hue, saturation, lightness = (float(part) for part in match.groups()[:3])
    except ValueError:
        return ""
    rgb = colorsys.hls_to_rgb(
        hue % 360 / 360, min(lightness, 100) / 100, min(saturation, 100) / 100
    )
    return "".join(f"{round(255 * part):02X}" for part in rgb)


def is_transparent(value: str) -> bool:
    """Whether a colour value paints nothing, or nearly so."""
    value = value.strip().lower()
    if match := _HEX.match(value):
        digits = match.group(1)
        alpha = {4: digits[3:] * 2, 8: digits[6:]}.get(len(digits), "ff")
        return int(alpha, 16) / 255 < _FAINT
    match = _RGB.match(value) or _HSL.match(value)
    return value == "transparent" or (match is not None and share_of(match.group(4)) < _FAINT)


def share_of(value: str | None) -> float:
    """Return a number or per cent as a share, 1 where it says nothing."""
    text = (value or "").strip()
    try:
        return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return 1.0


def points_of(value: str, em: float = 12.0) -> float | None:
    """Return a length in points, None for a word or an unknown unit; `em` is the font size."""
    match = _LENGTH.match(value.strip())
    if match is None:
        return None
    unit = match.group(2) or ""
    each = {"em": em, "%": em / 100, "ex": em / 2, "ch": em / 2}.get(unit, _POINTS[unit])
    try:
        return float(match.group(1)) * each
    except ValueError:
        return None


@cache
def _names() -> dict[str, str]:
    rows = (row.partition(">") for row in read_text("lexicons", "css_colors.txt").splitlines())
    return {name.strip(): color.strip() for name, _, color in rows if color}
