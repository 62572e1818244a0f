"""Layout facts of a document: type sizes, font families, margins, length."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ai_agents.models import Document, Line
from ai_agents.profile.folding import has_cjk
from ai_agents.vocabulary import LineRegion

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(
    r"[-,_ ]?(?:PS|PSMT|MT|Std|Pro|LT|Com|Bold|Italic|Oblique|Regular|Roman|Light|Medium|Semi"
    r"|Demi|Extra|Ultra|Thin|Book|Black|Heavy|Condensed|Narrow|Display|Text|Variable|VF"
    r"|Ital|It|Bd|Reg|\d+)+$",
    re.IGNORECASE,
)
_ICONS = re.compile(
    r"awesome|wingding|webding|symbol|dingbat|icon|emoji|glyph|ionicon|simpleicon|academicons",
    re.IGNORECASE,
)
#: TeX cuts one family into many files: cmr10, cmbx12, SFRM1000 and LMRoman10.
_TEX = (
    (re.compile(r"^(?:cm|ec)[a-z]{1,5}\d*$", re.IGNORECASE), "computer modern"),
    (
        re.compile(r"^sf(?:rm|bx|ti|ss|sx|tt|cc|sl|si|bi|it)[a-z]*\d*$", re.IGNORECASE),
        "computer modern",
    ),
    (re.compile(r"^lm\w+$", re.IGNORECASE), "latin modern"),
    # one file per 256 characters: gbsnu8b
    (re.compile(r"^(?:gbsn|gkai|bsmi|bkai|ipam|ipag|min|goth)u?[0-9a-f]*$"), "chinese of tex"),
)
WORDS_PER_PAGE = 500
#: A family that sets a smaller share of the letters is an accident.
FAMILY_SHARE = 0.015
#: Lines set smaller than this are gathered as small.
SMALL_PT = 8.5


@dataclass(frozen=True, slots=True)
class Layout:
    """Measured layout; sizes and margins in points, None where the format has no pages."""

    pages: int | None
    body_size: float | None
    small_lines: tuple[int, ...]
    small_share: float
    smallest: float | None
    families: tuple[tuple[str, int], ...]
    side_margin: float | None
    edge_lines: tuple[int, ...]
    columns: int
    image_share: float
    has_picture: bool


def family_of(font: str | None) -> str | None:
    """Return the family of a font name; None for icon fonts and unknown ones."""
    if not font or _ICONS.search(font):
        return None
    name = _SUBSET.sub("", font).strip(" *")
    for pattern, family in _TEX:
        if pattern.match(name):
            return family
    base = _STYLE.sub("", name).strip(" -,_")
    return re.sub(r"[\s_-]+", "", base or name).lower() or None


def _shown_name(font: str) -> str:
    """Return a font's name as people know it: without subset mark and style."""
    name = _SUBSET.sub("", font).strip(" *")
    return re.split(r"[-,]", name)[0].removesuffix("PSMT").removesuffix("MT") or name


def measure(document: Document) -> Layout:
    """Measure the visible lines of a document."""
    lines = document.lines
    size = _body_size(lines)
    margin, edge = _margins(document)
    families = _families(lines)
    small = [line for line in lines if line.size is not None and round(line.size, 1) < SMALL_PT]
    letters = sum(len(line.text) for line in lines)
    return Layout(
        pages=len(document.pages) or None,
        body_size=size,
        small_lines=tuple(line.id for line in small),
        small_share=sum(len(line.text) for line in small) / (letters or 1),
        smallest=min((line.size for line in small if line.size is not None), default=None),
        families=families,
        side_margin=margin,
        edge_lines=edge,
        columns=1 + max((line.column for line in lines), default=0),
        image_share=max((page.image_share for page in document.pages), default=0.0),
        has_picture=document.pictures > 0 or any(page.image_share for page in document.pages),
    )


def _body_size(lines: Iterable[Line]) -> float | None:
    """Return the size half of the letters are at or below (headings are few, so: the body's)."""
    weights: Counter[float] = Counter()
    for line in lines:
        if line.size is not None and line.region not in {LineRegion.HEADER, LineRegion.FOOTER}:
            weights[round(line.size, 1)] += len(line.text)
    half, seen = sum(weights.values()) / 2, 0
    for size in sorted(weights):
        seen += weights[size]
        if seen >= half:
            return size
    return None


def _families(lines: Sequence[Line]) -> tuple[tuple[str, int], ...]:
    """Return (family, letters) of all fonts that set more than a word or two, most used first.

    A script that Latin fonts do not hold needs a font of its own: of Chinese or Japanese lines and
    of the others, those count that mix more.
    """
    apart = ([x for x in lines if has_cjk(x.text)], [x for x in lines if not has_cjk(x.text)])
    return max((_families_of(part) for part in apart), key=len)


def _families_of(lines: Iterable[Line]) -> tuple[tuple[str, int], ...]:
    letters: Counter[str] = Counter()
    written: dict[str, str] = {}
    for line in lines:
        family = family_of(line.font)
        if family:
            letters[family] += len(line.text)
            written.setdefault(family, _shown_name(line.font or ""))
    floor = FAMILY_SHARE * sum(letters.values())
    used = sorted(letters.items(), key=lambda item: (-item[1], item[0]))
    return tuple((written[name], count) for name, count in used if count >= floor)


def _margins(document: Document) -> tuple[float | None, tuple[int, ...]]:
    """Return the narrowest side margin of the body, and the lines that reach it."""
    widths = {page.number: page.width for page in document.pages}
    sides: list[tuple[float, int]] = []
    for line in document.lines:
        width = widths.get(line.page)
        if line.bbox is None or width is None or len(line.text) < 3:
            continue
        if line.region in {LineRegion.HEADER, LineRegion.FOOTER}:
            continue
        sides.append((min(line.bbox[0], width - line.bbox[2]), line.id))
    if not sides:
        return None, ()
    sides.sort()
    margin = sides[min(len(sides) - 1, len(sides) // 20)][0]  # one stray line is no margin
    return margin, tuple(sorted(line for side, line in sides if side <= margin + 1.0))
