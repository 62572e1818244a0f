"""Tells a line of a page with two spaces between two words, though PDFium's text merges them.

Word spaces of one line are equally wide, in justified text too: a gap twice as wide as the others
holds two.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from ai_agents.documents.fragment import Fragment

#: How much wider than the usual gap of its line one of two spaces is; kerning blurs it a little.
_TWICE: Final = (1.75, 2.5)
#: Gaps whose widest is no wider than this times the narrowest are one word space.
_EVEN: Final = 1.3
_FEWEST_GAPS: Final = 3
#: After these TeX sets wider gaps, and some people two spaces on purpose.
_STOPS: Final = frozenset(".,:;!?)”’\"'")


def has_double_space(words: Sequence[Fragment]) -> bool:
    """Return whether two spaces part two words; `words` are those of one piece, sorted by x."""
    gaps = [
        (right.x0 - left.x1, left, right)
        for left, right in pairwise(words)
        if right.x0 - left.x1 > 0.1 * left.size
    ]
    if len(gaps) <= _FEWEST_GAPS:
        return False
    usual = median(gap for gap, _, _ in gaps)
    wide = [item for item in gaps if item[0] >= _TWICE[0] * usual]
    others = [gap for gap, _, _ in gaps if gap < _TWICE[0] * usual]
    if not wide or max(others) > _EVEN * min(others):
        return False
    return any(
        gap <= _TWICE[1] * usual and left.text[-1] not in _STOPS and _is_word(left, right)
        for gap, left, right in wide
    )


def _is_word(left: Fragment, right: Fragment) -> bool:
    """Whether both sides are text: marks and separators have wide gaps beside them."""
    return left.text[-1].isalnum() and (right.text[0].isalnum() or right.text[0] in "($€£")
