"""Compares words the way a reader does: without case, accents, width and punctuation."""

import unicodedata
from functools import lru_cache

#: Longer text is never folded whole: nothing we look up (headings, titles, degrees) is longer.
MAX_FOLDED = 400


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, punctuation as single spaces."""
    text = text[:MAX_FOLDED]
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        # The dot of й is a letter's part, and kana voicing marks change the word: put them back.
        text = unicodedata.normalize(
            "NFC", "".join(c for c in decomposed if not _is_accent(c))
        ).replace("ß", "ss")
    lowered = text.casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in lowered).split())


def _is_accent(char: str) -> bool:
    return "\u0300" <= char <= "\u036f" and char != "\u0306"


def squeeze(text: str) -> str:
    """Return the folded text without spaces, so that letter-spaced print compares equal."""
    return fold(text).replace(" ", "")


@lru_cache(maxsize=8192)
def word_keys(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, punctuation inside a word dropped ('B.Sc.' → 'bsc')."""
    keys = (
        "".join(c for c in fold(word.replace("’", "'").replace("'s", "s")) if c != " ")
        for word in text[:MAX_FOLDED].replace("/", " ").replace("-", " ").split()
    )
    return tuple(key for key in keys if key)


def is_cjk(char: str) -> bool:
    """Return whether the character is a Han character, kana or hangul (text without spaces)."""
    return (
        "\u3040" <= char <= "\u30ff"
        or "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\uac00" <= char <= "\ud7af"
        or char in "々〇○△□"
    )


def has_cjk(text: str) -> bool:
    """Return whether any character of the text is CJK."""
    return not text.isascii() and any(is_cjk(c) for c in text[:MAX_FOLDED])


def is_upper(text: str) -> bool:
    """Return whether the text is printed in capitals (at least two cased letters)."""
    return text.isupper() and sum(c.isalpha() for c in text[:MAX_FOLDED]) >= 2
