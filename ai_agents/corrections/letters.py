"""A text as the row of its letters: what two readings of a file agree on, however lines are cut."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ai_agents.profile.folding import is_cjk, squeeze


def letters_of(text: str) -> str:
    """Return the letters and figures of a text without case, accents, spaces and punctuation."""
    return "".join(letters for letters, _, _ in marked_letters(text))


def marked_letters(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield (letters, place in the text, whether a word begins here), sign by sign.

    A sign is a character with the accents behind it; it may become several letters ('ß').
    """
    fresh = True
    for at, sign in _signs(text):
        letters = _folded(sign)
        if not letters:
            fresh = True
            continue
        alone = is_cjk(sign[0])  # in scripts without spaces a word may begin anywhere
        yield letters, at, fresh or alone
        fresh = alone


def _signs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, text[start:at]
            start = at


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    return squeeze(sign)
