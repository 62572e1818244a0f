"""Which lines of a resume stayed, changed, came and went between two versions; pure.

A line that moved is the same line. Of the rest, lines that are much alike are one line changed.
"""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from desktop.review.report_parts import Line

#: Likeness (0–100, rapidfuzz `ratio`) from which two lines are one line edited. A reworded bullet
#: stands at 65 and above, bullets about other work mostly below 55; of several the likest win.
ALIKE: Final = 60
#: More pairs than these are not weighed against each other: there a line is the same or it is not.
MOST_PAIRS: Final = 250_000


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line as it was and as it is."""

    before: Line
    after: Line


@dataclass(frozen=True, slots=True)
class LineChanges:
    """All that happened to the lines, in reading order; `same` leads from old ids to new ones."""

    added: tuple[Line, ...]
    removed: tuple[Line, ...]
    changed: tuple[LineChange, ...]
    same: Mapping[int, int]

    @property
    def became(self) -> Mapping[int, int]:
        """Old id → new id, of lines that stayed or changed."""
        return {**self.same, **{item.before.id: item.after.id for item in self.changed}}


def line_changes(before: Sequence[Line], after: Sequence[Line]) -> LineChanges:
    """Return what happened to the lines of a resume; swapping the versions swaps the result."""
    same = _same(before, after)
    kept = set(same.values())
    old = [line for line in before if line.id not in same]
    new = [line for line in after if line.id not in kept]
    pairs = _alike(old, new)
    gone, come = {a for a, _ in pairs}, {b for _, b in pairs}
    return LineChanges(
        added=tuple(line for n, line in enumerate(new) if n not in come),
        removed=tuple(line for n, line in enumerate(old) if n not in gone),
        changed=tuple(LineChange(old[a], new[b]) for a, b in sorted(pairs, key=lambda p: p[1])),
        same=same,
    )


def _same(before: Sequence[Line], after: Sequence[Line]) -> dict[int, int]:
    """Return old id → new id of lines with the same text; equal ones in their order."""
    places: dict[str, deque[int]] = defaultdict(deque)
    for line in after:
        places[line.text].append(line.id)
    return {line.id: places[line.text].popleft() for line in before if places.get(line.text)}


def _alike(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[int, int]]:
    """Return pairs of places whose lines are much alike: the likest first, each line once."""
    if len(old) * len(new) > MOST_PAIRS:
        return []
    folded_old, folded_new = ([line.text.casefold() for line in lines] for lines in (old, new))
    scored = [
        (-likeness, abs(a - b), a + b, a, b)
        for a, one in enumerate(folded_old)
        for b, two in enumerate(folded_new)
        if (likeness := fuzz.ratio(one, two, score_cutoff=float(ALIKE)))
    ]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs = []
    for *_, a, b in sorted(scored):
        if a not in taken_old and b not in taken_new:
            taken_old.add(a)
            taken_new.add(b)
            pairs.append((a, b))
    return pairs
