"""Words of one line → its text: where a space belongs; letters set apart for looks are joined."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ai_agents.documents.fragment import Fragment

#: A gap of this share of the font size is a space even where the file draws none.
_SPACE_GAP: Final = 0.17
#: Scripts without word spaces are set apart by more than this, by less where a space is drawn.
_WIDE_SPACE: Final = 0.6
_HALF_SPACE: Final = 0.2
#: Letters further apart than this, in font sizes, are no longer one spaced-out word.
_MAX_TRACKING: Final = 1.15
_RTL: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
#: From here on scripts set their characters without spaces between words.
_WIDE_FROM: Final = "\u3000"
#: Fewer short words than this are no letters set apart.
_FEWEST_LETTERS: Final = 4


def join_words(words: Sequence[Fragment]) -> str:
    """Return the text of fragments on one baseline, sorted by x."""
    if len(words) == 1:
        return words[0].text
    spaces = _spaces(words)
    if any(not word.text.isascii() and _RTL.search(word.text) for word in words):
        return _join_rtl(words)
    pieces = [words[0].text]
    for word, space in zip(words[1:], spaces, strict=True):
        if space:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces)


def _spaces(words: Sequence[Fragment]) -> list[bool]:
    """Tell for each fragment after the first whether a space stands before it."""
    spaces = [_is_space(left, right) for left, right in pairwise(words)]
    if sum(len(word.text) <= 2 for word in words) < _FEWEST_LETTERS:
        return spaces
    start = 0
    while start < len(words):
        end = _tracked_end(words, start)
        if end - start >= _FEWEST_LETTERS:
            _close_up(words, start, end, spaces)
        start = max(end, start + 1)
    return spaces


def _is_space(left: Fragment, right: Fragment) -> bool:
    gap = right.x0 - left.x1
    size = max(left.size, right.size)
    if left.text[-1] >= _WIDE_FROM and right.text[0] >= _WIDE_FROM:
        # A space the file draws between such characters is a half-width one; it is never justified.
        return gap > (_HALF_SPACE if right.space else _WIDE_SPACE) * size
    if right.space and gap > 0.02 * size:
        return True
    return gap > _SPACE_GAP * size


def _tracked_end(words: Sequence[Fragment], start: int) -> int:
    """Return where a run of single letters that begins at `start` ends."""
    end = start
    while end < len(words) and len(words[end].text) <= 2 and words[end].text[0].isalpha():
        if end > start:
            gap = words[end].x0 - words[end - 1].x1
            if gap > 2.5 * words[end].size or words[end].size != words[start].size:
                break
        end += 1
    singles = sum(len(word.text) == 1 for word in words[start:end])
    same_case = len({word.text.isupper() for word in words[start:end]}) <= 1
    return end if singles >= 0.8 * (end - start) and same_case else start


def _close_up(words: Sequence[Fragment], start: int, end: int, spaces: list[bool]) -> None:
    """Put letters set apart together; what stays apart are the gaps clearly wider than the rest."""
    gaps = [words[i + 1].x0 - words[i].x1 for i in range(start, end - 1)]
    ordered = sorted(gaps)
    usual = ordered[len(ordered) // 3]
    size = words[start].size
    if usual > _MAX_TRACKING * size:
        return
    limit = max(1.45 * usual, usual + 0.15 * size)
    for offset, gap in enumerate(gaps):
        spaces[start + offset] = gap > limit


def _join_rtl(words: Sequence[Fragment]) -> str:
    """Join a right-to-left line; runs of left-to-right words in it keep their order."""
    result: list[str] = []
    forward: list[str] = []
    for word in reversed(words):
        if _RTL.search(word.text):
            result.extend(forward)
            forward = []
            result.append(word.text)
        else:
            forward.insert(0, word.text)
    result.extend(forward)
    return " ".join(result)
