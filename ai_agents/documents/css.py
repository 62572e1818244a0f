"""The little of CSS that decides whether text is seen: hidden, tiny, or the colour of its page."""

import re
from typing import Final

from ai_agents.documents.text import without_spans

_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_SIMPLE_SELECTOR = re.compile(r"^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$", re.IGNORECASE)
_HEX3 = re.compile(r"^#([0-9a-f])([0-9a-f])([0-9a-f])$", re.IGNORECASE)
_HEX6 = re.compile(r"^#([0-9a-f]{6})$", re.IGNORECASE)
_RGB = re.compile(r"^rgba?\((\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})(?:[,/ ]+([\d.]{1,6}))?\)$")
_LENGTH = re.compile(r"^([\d.]{1,8})(px|pt|em|rem|%)?$")
#: Words for colours that matter here; others are never judged.
_NAMED: Final = {"white": "FFFFFF", "black": "000000", "snow": "FFFAFA", "ivory": "FFFFF0"}
#: CSS pixels and others in points (CSS Values 4, section 6.2); em against 12 points.
_POINTS: Final = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12, "": 0.75}
_MAX_RULES: Final = 2_000


def declarations(text: str) -> dict[str, str]:
    """Return the declarations of a style attribute or rule body, in lower case."""
    found: dict[str, str] = {}
    for declaration in text[:4000].split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def simple_rules(sheet: str) -> dict[str, dict[str, str]]:
    """Return the rules of a style sheet that name a tag, a class, an id, or a tag with one of them.

    Rules for print or small screens (any at-rule with a block) are left out.
    """
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(_without_at_rules(without_spans(sheet, "/*", "*/")))[
        :_MAX_RULES
    ]:
        for selector in selectors.split(","):
            name = selector.strip()
            if name and _SIMPLE_SELECTOR.match(name):
                rules.setdefault(name.lower(), {}).update(declarations(body))
    return rules


def _without_at_rules(sheet: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := sheet.find("@", at)) >= 0:
        kept.append(sheet[at:start])
        at = _end_of_at_rule(sheet, start)
    kept.append(sheet[at:])
    return "".join(kept)


def _end_of_at_rule(sheet: str, start: int) -> int:
    depth = 0
    for at in range(start, len(sheet)):
        sign = sheet[at]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth <= 0:
                return at + 1
        elif sign == ";" and depth == 0:
            return at + 1
    return len(sheet)


def color_of(value: str) -> str | None:
    """Return a colour as RRGGBB, "" for one this module does not know, None for no colour."""
    value = value.strip().lower()
    if value in ("", "inherit", "initial", "currentcolor", "unset"):
        return None
    if match := _HEX6.match(value):
        return match.group(1).upper()
    if match := _HEX3.match(value):
        return "".join(digit * 2 for digit in match.groups()).upper()
    if match := _RGB.match(value):
        return "".join(f"{min(255, int(part)):02X}" for part in match.groups()[:3])
    return _NAMED.get(value, "")


def is_transparent(value: str) -> bool:
    """Whether a colour value paints nothing."""
    match = _RGB.match(value.strip().lower())
    alpha = match.group(4) if match else None
    return value.strip().lower() == "transparent" or (alpha is not None and alpha.strip("0.") == "")


def points_of(value: str) -> float | None:
    """Return a font size in points, None for a word or an unknown unit."""
    match = _LENGTH.match(value.strip())
    if match is None:
        return None
    try:
        return float(match.group(1)) * _POINTS[match.group(2) or ""]
    except ValueError:
        return None
