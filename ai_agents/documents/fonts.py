"""What a PDF font's name gives away: family, weight and slant, and whether it draws icons."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ai_agents.documents.pdf_engine import Font

#: PDF 32000-1:2008, table 123.
_FLAG_ITALIC: Final = 1 << 6
_FLAG_FORCE_BOLD: Final = 1 << 18
_BOLD_WEIGHT: Final = 600

_ICONS: Final = re.compile(
    r"awesome|academicons|material.?(icons|symbols)|fontello|icomoon|glyphicons|ionicons|octicons"
    r"|typicons|devicon|simple.?(line.?)?icons|linearicons|feather|bootstrap-icons|marvosym|mvs\b"
    r"|fasolid|fabrands|faregular|fa-(solid|brands|regular)|webdings|entypo|genericons|dashicons"
    r"|webhostinghub|bbding|ifsym|iconfont|emoji",
    re.IGNORECASE,
)
_SYMBOLS: Final = re.compile(
    r"wingdings|zapfdingbats|dingbats|^symbol|symbolmt|pzdr|psyr|monotypesorts", re.IGNORECASE
)
_BOLD: Final = re.compile(
    r"bold|black|heavy|demi|medi$|-bd|\bbd\b|cmbx|cmssbx|sfbx|sfsx|lmromancaps10-bold|ecbx|ecsx|bx\d|semib"
    r"|-[wb]?[6789]00\b|w[6789]$",
    re.IGNORECASE,
)
_NOT_BOLD: Final = re.compile(r"mediumcond|cmti|bookman|boldini", re.IGNORECASE)
#: CSS Fonts Level 4, section 2.2.1, for the weights below bold.
_WEIGHTS: Final = (
    (re.compile(r"thin|hairline|extra.?light|ultra.?light", re.IGNORECASE), 200),
    (re.compile(r"semi.?light|demi.?light|book(?!man)", re.IGNORECASE), 350),
    (re.compile(r"light", re.IGNORECASE), 300),
    (re.compile(r"medium(?!cond)|-medi?$", re.IGNORECASE), 500),
)
_ITALIC: Final = re.compile(
    r"ital|obli|slant|-it\b|\bit$|cmti|cmsl|sfti|sfsl|ecti|lmri|cmssi|kursiv|-i$", re.IGNORECASE
)
#: What follows the family in a PostScript font name.
_TAIL: Final = re.compile(
    r"([-,_ ]|(?<=[a-z])(?=(Bold|Italic|Oblique|Light|Medium|Semi|Regular|Black|Thin|Heavy|Book)))"
    r"(bold|italic|ital|oblique|regular|roman|light|medium|medi|semi|demi|extra|ultra|black|thin|heavy|"
    r"book|condensed|it|bd|ri|identity|h|mt|ps|psmt|boldmt|italicmt|regu|reguital|mediital|normal|\W)+$",
    re.IGNORECASE,
)
_MAKER: Final = re.compile(r"(PSMT|PS|MT)$")
#: TeX fonts carry their design size in the name: CMR10, SFRM1095, LMRoman12.
_DESIGN_SIZE: Final = re.compile(r"(?<=[A-Za-z])\d{1,4}$")

_SYMBOL_TEXT: Final = {
    0xF0A7: "▪", 0xF06E: "▪", 0xF0B7: "•", 0xF06C: "•", 0xF09F: "•", 0xF0D8: "➢", 0xF0FC: "✓",
    0xF076: "❖", 0xF06F: "□", 0xF071: "❑", 0xF0A8: "□", 0xF0E0: "→", 0xF0F0: "→", 0xF02D: "-",
    0xF0FE: "✓", 0xF0A1: "○", 0xF077: "◆", 0xF075: "◆", 0xF0B2: "✧", 0xF0D2: "➢", 0xF0E8: "➔",
    0xF0BE: "—", 0xF02A: "*", 0xF0B0: "°",
}  # fmt: skip
#: Marks a dingbat font may draw that mean the same as text; anything else it draws is an icon.
_MARKS: Final = frozenset("•·∙●○◦■□▪▫◆◇▶►▸➢➤✓✔✗✦✧❖❑❒→➔–—-*∗−°±×≤≥≈µαβγδπσ")


class Face(NamedTuple):
    """A font as a reader sees it; `icons` draws pictures only, `symbols` bullets and marks.

    `weight` is that of CSS (400 regular, 700 bold) as far as the name tells it.
    """

    family: str
    bold: bool
    weight: int
    italic: bool
    icons: bool
    symbols: bool


@lru_cache(maxsize=512)
def face_of(font: Font) -> Face:
    """Return how a font looks, judged by its name first and its flags second."""
    name = font.name.replace("#20", " ")
    bold = bool(_BOLD.search(name)) and not _NOT_BOLD.search(name)
    named = bool(re.search(r"regular|light|roman|book|medium", name, re.IGNORECASE))
    heavy = font.weight >= _BOLD_WEIGHT or bool(font.flags & _FLAG_FORCE_BOLD)
    bold = bold or (heavy and not named)
    slanted = bool(font.flags & _FLAG_ITALIC) and font.angle != 0
    return Face(
        family=_family(name),
        bold=bold,
        weight=_weight(name, bold=bold),
        italic=bool(_ITALIC.search(name)) or (slanted and not named),
        icons=bool(_ICONS.search(name)),
        symbols=bool(_SYMBOLS.search(name)),
    )


def _weight(name: str, *, bold: bool) -> int:
    """Return the weight a font's name tells; a bold one without a finer word is 700."""
    for words, weight in _WEIGHTS:
        if words.search(name):
            return weight
    return 700 if bold else 400


def symbol_text(code: int, face: Face) -> str:
    """Return the mark a symbol font's or private-use code stands for, empty for an icon."""
    if code in _SYMBOL_TEXT:
        return _SYMBOL_TEXT[code]
    if not face.symbols or not 0x20 < code < 0xE000:
        return ""
    if code < 0x7F:  # an unmapped dingbat: Wingdings draws its bullets in the place of letters
        return _SYMBOL_TEXT.get(0xF000 + code, "")
    character = chr(code)
    return character if character in _MARKS else ""


def _family(name: str) -> str:
    family = _MAKER.sub("", _TAIL.sub("", name)).strip(" -,_") or name
    return _DESIGN_SIZE.sub("", family) or family
