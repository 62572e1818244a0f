"""Finds where a person lives: streets, postal codes and towns among the contact data."""

import re
from collections.abc import Iterator
from typing import Final

from ai_agents.fairness.spans import Span, hidden_by, words_in
from ai_agents.profile.contact import location_strength
from ai_agents.vocabulary import IdentityKind

_KIND: Final = IdentityKind.ADDRESS
#: From here a piece of a line is surely a place (`profile.contact`).
_SURE: Final = 0.8
#: A street this near the beginning of a piece makes the whole piece an address: 'No. 38 Oak Road'.
_NEAR: Final = 6
_LONGEST: Final = 240
_NAME: Final = r"[A-ZÀ-Þ0-9][\w.'’-]{0,30}"
_KIND_FIRST: Final = (
    r"(?:rue|avenue|av\.|boulevard|bd|chemin|impasse|quai|calle|c/|avenida|avda\.?|paseo|plaza|via"
    r"|viale|corso|piazza|rua|travessa|praça|largo)\s"
    r"(?:(?:de|du|des|la|le|les|del|della|dei|do|da|dos|das|l['’])\s?){0,3}"
    rf"{_NAME}(?:\s{_NAME}){{0,3}}"
)
#: Streets: number first (en, fr), name first (de, nl), kind first (es, fr, it, pt), Japanese.
_STREETS: Final = (
    re.compile(
        rf"(?<!\w)\d{{1,5}}[A-Za-z]?,?\s(?:{_NAME}\s){{1,4}}(?:street|st|avenue|ave|road|rd|boulevard"
        r"|blvd|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|terrace|parkway|pkwy|highway|hwy"
        r"|circle|cir|close|crescent|row|walk|trail|quay)\b\.?"
        r"(?:,?\s(?:apartment|apt|suite|ste|unit|flat|floor|#)\.?\s?[\w-]{1,6})?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)[A-ZÄÖÜ][\w.-]{0,30}(?:[ -][A-ZÄÖÜ][\w.-]{1,30}){0,2}?[ -]?"
        r"(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer|straat|laan|plein|gracht|kade)"
        r"\s\d{1,4}\s?[a-z]?\b",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)\d{{1,4}}\s?(?:bis|ter)?,?\s{_KIND_FIRST}", re.IGNORECASE),
    re.compile(rf"(?<!\w){_KIND_FIRST},?\s(?:n[.ºo°]{{0,2}}\s?)?\d{{1,4}}(?!\d)", re.IGNORECASE),
    re.compile(r"〒?\s?\d{3}-\d{4}(?:\s*[^\s|]{2,40})?|[^\s|]{1,6}[都道府県][^\s|]{1,30}"),
)
_TOWN: Final = r"[A-ZÀ-Þ][\w.'’/-]{1,30}(?:[ -][A-ZÀ-Þ(][\w.'’)-]{1,30}){0,3}"
_CODES: Final = (
    re.compile(rf"(?<![\w.+(-])(?:[A-Z]{{1,2}}-)?\d{{4,5}}\s{_TOWN}"),  # 28195 Bremen
    re.compile(rf"{_TOWN},\s[A-Z]{{2}}(?:,?\s\d{{5}}(?:-\d{{4}})?)?(?!\w)"),  # Salem, OR 97301
    re.compile(rf"{_TOWN}\s[A-Z]{{2}},?\s\d{{5}}(?:-\d{{4}})?(?!\d)"),  # Salem OR 97301
    re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)"),  # SW1A 1AA
    re.compile(rf"(?<!\w)\d{{4}}\s?[A-Z]{{2}}(?:,?\s{_TOWN})?(?!\w)"),  # 1012 AB Amsterdam
)
#: Said anywhere: 'based in Leeds'.
_BASED_WORDS: Final = frozenset(
    ("based", "living", "residing", "located", "live", "lives", "resident", "wohnhaft", "ansässig")
)
_BASED: Final = re.compile(
    rf"\b(?:based|living|residing|located|lives?|resident|wohnhaft|ansässig)\s(?:in|of)\s({_TOWN})"
)
_PIECES: Final = re.compile(
    r"[^\s|•·∙⋅●◦♦⬥‖▪■;][^|•·∙⋅●◦♦⬥‖▪■\t;]*?(?=\s*(?:[|•·∙⋅●◦♦⬥‖▪■\t;]|\s{3,}|\s[–—/-]\s|$))"
)


class AddressFinder:
    """Finds one person's address on the lines of the contact data."""

    def __init__(self, location: str | None) -> None:
        """Take the place the reader of the file found, as printed; None when there is none."""
        words = (location or "").split()
        self._printed = re.compile(r"\s+".join(map(re.escape, words))) if words else None

    def spans(self, text: str) -> Iterator[Span]:
        """Yield addresses on a line of contact data."""
        text = text[:_LONGEST]
        printed = self._printed.finditer(text) if self._printed is not None else ()
        for hit in printed:
            yield hidden_by(hit, _KIND)
        found = [hit for pattern in (*_STREETS, *_CODES) for hit in pattern.finditer(text)]
        for piece in _PIECES.finditer(text):
            begins = any(0 <= hit.start() - piece.start() < _NEAR for hit in found)
            if begins or location_strength(piece[0].strip(" ,")) >= _SURE:
                yield hidden_by(piece, _KIND)
        for hit in found:
            yield hidden_by(hit, _KIND)

    def said(self, text: str) -> Iterator[Span]:
        """Yield towns a text anywhere says the person lives in."""
        if words_in(text).isdisjoint(_BASED_WORDS):
            return
        for found in _BASED.finditer(text):
            yield hidden_by(found, _KIND, 1)
