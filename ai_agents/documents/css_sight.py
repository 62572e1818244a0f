"""Whether CSS lets text be seen: the many ways to hide an element, each with its reason."""

import re
from collections.abc import Mapping
from typing import Final

from ai_agents.documents.css_values import is_transparent, points_of, share_of
from ai_agents.vocabulary import HiddenReason

#: Further from its place than a page is wide, in points.
_FAR: Final = 500.0
#: Boxes cut to less than this show no text.
_SLIT: Final = 3.0
_FAINT: Final = 0.15
_MIN_SCALE: Final = 0.2
_CALL: Final = re.compile(r"([a-z0-9-]{3,12})\(([^()]{1,80})\)")
_SIZE_IN_FONT: Final = re.compile(r"(?:^|\s)([\d.]{1,6}(?:px|pt|em|rem|%)?)(?:\s?/|\s+[a-z\"'])")


def reason_in(said: Mapping[str, str]) -> HiddenReason | None:
    """Return why nobody sees what stands in an element with these declarations, else None."""
    if (
        said.get("display") == "none"
        or said.get("visibility") in ("hidden", "collapse")
        or said.get("content-visibility") == "hidden"
    ):
        return HiddenReason.MARKED_HIDDEN
    if share_of(said.get("opacity")) < _FAINT or _call(said, "filter", "opacity") < _FAINT:
        return HiddenReason.INVISIBLE_MODE
    if is_transparent(ink(said)):
        return HiddenReason.INVISIBLE_MODE
    if _is_moved_away(said):
        return HiddenReason.OFF_PAGE
    return HiddenReason.TINY if _is_cut(said) or _is_shrunk(said) else None


def ink(said: Mapping[str, str]) -> str:
    """Return the colour text is filled with, "" where nothing is said."""
    return said.get("-webkit-text-fill-color") or said.get("color", "")


def font_size(said: Mapping[str, str]) -> str:
    """Return the declared font size, also of a whole `font`; "" where nothing is said."""
    found = _SIZE_IN_FONT.search(said.get("font", ""))
    return said.get("font-size") or (found.group(1) if found else "")


def _is_moved_away(said: Mapping[str, str]) -> bool:
    names = ["text-indent", "margin-left", "margin-top", "margin-right"]
    if said.get("position") in ("absolute", "fixed", "relative"):
        names += ["left", "top", "right", "bottom"]
    if any((points_of(said.get(name, "")) or 0.0) < -_FAR for name in names):
        return True
    return any(
        name.startswith("translate") and any((points_of(n) or 0.0) < -_FAR for n in numbers)
        for name, numbers in _calls(said.get("transform", ""))
    )


def _is_cut(said: Mapping[str, str]) -> bool:
    """Whether an element's box is cut to nothing."""
    if said.get("overflow", said.get("overflow-x", said.get("overflow-y"))) in ("hidden", "clip"):
        for name in ("height", "width", "max-height", "max-width"):
            size = points_of(said.get(name, ""))
            if size is not None and size < _SLIT:
                return True
    for name, numbers in _calls(said.get("clip", "")):
        sides = [points_of(number) for number in numbers]
        if name == "rect" and len(sides) == 4 and None not in sides:
            top, right, bottom, left = (side or 0.0 for side in sides)
            return bottom - top < _SLIT or right - left < _SLIT
    for name, numbers in _calls(said.get("clip-path", "")):
        shares = [share_of(number) for number in numbers if number.endswith("%")]
        if (name == "inset" and any(share >= 0.5 for share in shares)) or (
            name == "circle" and numbers[:1] in (["0"], ["0px"], ["0%"])
        ):
            return True
    return False


def _is_shrunk(said: Mapping[str, str]) -> bool:
    scales = [
        share_of(number)
        for name, numbers in _calls(said.get("transform", ""))
        if name.startswith("scale")
        for number in numbers
    ]
    scales += [share_of(said.get("zoom")), share_of(said.get("scale"))]
    tracking = points_of(said.get("letter-spacing", "")) or 0.0
    return any(abs(scale) < _MIN_SCALE for scale in scales) or tracking < -5


def _call(said: Mapping[str, str], name: str, function: str) -> float:
    """Return the share a function of a property is called with, 1 where it is not."""
    calls = (numbers for called, numbers in _calls(said.get(name, "")) if called == function)
    return min((share_of(numbers[0]) for numbers in calls), default=1.0)


def _calls(value: str) -> list[tuple[str, list[str]]]:
    """Return (name, arguments) of the functions in a value."""
    return [(name, re.split(r"[,\s]+", inside.strip())) for name, inside in _CALL.findall(value)]
