"""Cleans a line of text of characters a person does not see, and says when they hide something.

Every reader passes its lines through here, so that the same words give the same text whatever the
file they came in.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: Tag characters spell ASCII invisibly; a flag emoji (U+1F3F4 … U+E007F) may use them (UTS 51).
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,12}\U000e007f")
_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_ZERO_WIDTH: Final = "\u200b\u2060\u2061-\u2064\ufeff\u180e"
_SPLIT_WORD = re.compile(f"(?<=[A-Za-z])[{_ZERO_WIDTH}\u200c\u200d]+(?=[A-Za-z])")
#: Overrides show text in another order than it is stored (UAX 9); marks and isolates do no harm.
_OVERRIDES = re.compile("[\u202d\u202e]")
_SELECTOR_RUN = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{4,}")
#: Zero-width characters in a row write a message in two letters; a joined emoji has one at a time.
_ZERO_WIDTH_RUN = re.compile(f"[{_ZERO_WIDTH}\u200c\u200d]{{6,}}")
#: Cyrillic and Greek letters that look like Latin ones (UTS 39): inside a Latin word they hide it
#: from every search.
_DISGUISED = re.compile(
    r"(?<!\w)(?=\w{0,40}[A-Za-z])(?=\w{0,40}[аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅοαρνιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ])"
    r"[A-Za-zаеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅοαρνιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]{4,40}(?!\w)"
)
_UNSEEN = re.compile(
    f"[{_ZERO_WIDTH}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200c-\u200f\u202a-\u202e\u2066-\u206f"
    "\ufe00-\ufe0f\uffa0\ufff9-\ufffc\U000e0000-\U000e01ef"
    "\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_MARK_RUN = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3})[\u0300-\u036f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
#: Where the symbol fonts of office programs keep their bullets (Symbol, Wingdings, code + U+F000).
_PRIVATE_BULLETS = re.compile(
    "^(\\s*)[\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf06c\uf06e\uf076\uf0e0\uf0ae\uf02d](?=\\s)"
)
_MIN_SPLIT_WORDS: Final = 2
_MIN_TAGS: Final = 3


@dataclass(frozen=True)
class CleanText:
    """A line without unseen characters; `tricks` are the texts they hid, usually none."""

    text: str
    tricks: tuple[str, ...] = ()


def clean_line(text: str) -> CleanText:
    """Return `text` in NFC without unseen characters; tabs and runs of spaces are kept."""
    if text.isascii() and text.isprintable():
        return CleanText(text)
    tricks = _find_tricks(text)
    text = unicodedata.normalize("NFC", text)
    text = _PRIVATE_BULLETS.sub("\\1•", text)
    text = _SPACES.sub(" ", text)
    text = _UNSEEN.sub("", text)
    text = _PRIVATE.sub("", text)
    return CleanText(_MARK_RUN.sub(r"\1", text), tricks)


def _find_tricks(text: str) -> tuple[str, ...]:
    if text.isascii():
        return ()
    tricks = []
    plain = _FLAG.sub("", text)
    for run in _TAGS.findall(plain):
        spelled = "".join(chr(ord(c) - 0xE0000) for c in run if 0xE0020 <= ord(c) <= 0xE007E)
        if len(spelled) >= _MIN_TAGS:
            tricks.append(spelled)
    visible = _PRIVATE.sub("", _UNSEEN.sub("", text)).strip()
    if (
        _OVERRIDES.search(text)
        or _SELECTOR_RUN.search(text)
        or _ZERO_WIDTH_RUN.search(text)
        or len(_SPLIT_WORD.findall(text)) >= _MIN_SPLIT_WORDS
        or len(_DISGUISED.findall(text)) >= _MIN_SPLIT_WORDS
    ):
        tricks.append(visible)
    return tuple(trick for trick in tricks if trick)
