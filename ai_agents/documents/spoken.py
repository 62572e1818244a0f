"""What an icon stands for when the file says it in words: an address or a number beside a picture.

LaTeX packages for accessible PDFs (accsupp, tagpdf) replace a whole contact entry, icon and print,
by one text; PDFium then hands out that text as letters of the icon's font and not the print. Only
contact data is taken: names of icons ('phone', 'location_on') and other alternative text stay out.
"""

import re
from collections.abc import Sequence
from typing import Final

#: A contact entry is one short line.
_MAX_CHARS: Final = 80
_FEWEST_DIGITS: Final = 6
_LABEL: Final = re.compile(r"^(?P<label>[A-Za-z][A-Za-z -]{0,20}):\s*(?!//)")
_ADDRESS: Final = re.compile(
    r"[^\s@]{1,60}@[^\s@.]{1,60}\.\S{2,}|[\w-]{2,}(?:\.[\w-]{2,})+(?:/\S*)?"
)
_HANDLE: Final = re.compile(r"@?/?(?:in/)?(?P<handle>[\w.-]{3,40})/?")


def spoken_contact(codes: Sequence[int]) -> str:
    """Return the address, number or handle the letters of an icon font spell; usually nothing."""
    if not 4 <= len(codes) <= _MAX_CHARS:
        return ""
    text = "".join(chr(code) for code in codes if 0x20 <= code < 0xE000).strip()
    label = _LABEL.match(text)
    value = text[label.end() :] if label else text
    if sum(c.isdigit() for c in value) >= _FEWEST_DIGITS and not any(c.isalpha() for c in value):
        return value
    if _ADDRESS.fullmatch(value) or value.startswith(("http://", "https://")):
        return value
    handle = _HANDLE.fullmatch(value) if label else None
    return handle["handle"] if handle else ""
