"""Which lines of a page a horizontal rule sets off: most often its headings."""

import bisect
from collections.abc import Sequence
from typing import Final

from ai_agents.documents.rows import PageLine

#: More rules than this on a page are a drawing or a form.
_MAX_RULES: Final = 400
#: A rule under a line lies this close to it, in font sizes.
_BELOW: Final = 0.9
#: A rule beside a line begins or ends this close to it, in font sizes.
_BESIDE: Final = 2.5
#: Part of a line that a rule under it covers; less underlines a word.
_COVER: Final = 0.9
_SLACK: Final = 4.0


def mark_ruled(lines: Sequence[PageLine], rules: Sequence[tuple[float, float, float]]) -> None:
    """Mark the upright lines with a rule right under them, or beside them at their height."""
    if not 0 < len(rules) <= _MAX_RULES:
        return
    ordered = sorted(rules, key=lambda rule: rule[2])
    levels = [rule[2] for rule in ordered]
    for line in lines:
        if line.quarter:
            continue
        low = bisect.bisect_left(levels, line.y - 0.8 * line.size)
        high = bisect.bisect_right(levels, line.y + _BELOW * line.size)
        line.ruled = any(_sets_off(line, rule) for rule in ordered[low:high])


def _sets_off(line: PageLine, rule: tuple[float, float, float]) -> bool:
    x0, x1, y = rule
    if y > line.y:
        covered = min(x1, line.x1 + _SLACK) - max(x0, line.x0 - _SLACK)
        if covered >= _COVER * (line.x1 - line.x0):
            return True
    reach = _BESIDE * line.size
    return -_SLACK <= x0 - line.x1 <= reach or -_SLACK <= line.x0 - x1 <= reach
