"""Which findings of a resume were fixed, are new, or are still open in its next version; pure.

A finding is the same when its rule is and it points at the same line: one that stayed, moved or
was edited, or, where lines are wrapped otherwise, one that holds the other's words.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz import fuzz

from ai_agents.vocabulary import FindingKind
from desktop.compare.lines import LineChanges
from desktop.review.report_parts import Finding

#: How alike two findings are, the weightiest first; empty for not at all.
_Likeness: TypeAlias = Callable[[Finding, Finding], tuple[float, ...]]
#: Likeness from which one text holds the other, and the fewest letters that can show it.
HOLDS, FEWEST_CHARS = 90, 20


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A finding of the later version and the one it was before."""

    before: Finding
    after: Finding


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """What became of the remarks, and which strengths came and went; in the reviews' order."""

    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    still_open: tuple[StillOpen, ...]
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]


def finding_changes(
    before: Sequence[Finding], after: Sequence[Finding], lines: LineChanges
) -> FindingChanges:
    """Return what became of every finding; swapping the versions swaps fixed and new."""
    old, new = _of_kind(before, FindingKind.ISSUE), _of_kind(after, FindingKind.ISSUE)
    match = _Match(lines)
    for rule in sorted({item.rule for item in (*old, *new)}):
        match.rule(
            [item for item in old if item.rule == rule], [item for item in new if item.rule == rule]
        )
    strong = [_of_kind(items, FindingKind.STRENGTH) for items in (before, after)]
    rules = [{item.rule for item in items} for items in strong]
    return FindingChanges(
        fixed=tuple(item for item in old if item.id not in match.old),
        new=tuple(item for item in new if item.id not in match.new),
        still_open=tuple(
            StillOpen(match.new[item.id], item) for item in new if item.id in match.new
        ),
        gained=tuple(item for item in strong[1] if item.rule not in rules[0]),
        lost=tuple(item for item in strong[0] if item.rule not in rules[1]),
    )


def _of_kind(findings: Iterable[Finding], kind: FindingKind) -> list[Finding]:
    return [item for item in findings if item.kind is kind]


class _Match:
    """Pairs findings rule by rule; `old` and `new` hold each matched finding's partner by id."""

    def __init__(self, lines: LineChanges) -> None:
        self.old: dict[str, Finding] = {}
        self.new: dict[str, Finding] = {}
        self._became = lines.became
        self._same_old, self._same_new = frozenset(lines.same), frozenset(lines.same.values())
        # (finding's id, line) that a pair has taken: several findings about one line are one
        # matter each, while a finding that gathers lines is as many matters as it has lines.
        self._used_old: set[tuple[str, int]] = set()
        self._used_new: set[tuple[str, int]] = set()

    def rule(self, old: list[Finding], new: list[Finding]) -> None:
        """Match the findings of one rule."""
        self._pair(old, new, self._likeness)
        self._gather(old, new)
        self._pair(
            [item for item in old if item.id not in self.old],
            [item for item in new if item.id not in self.new],
            self._holds,
        )

    def _pair(self, old: list[Finding], new: list[Finding], likeness: _Likeness) -> None:
        """Pair one with one, the likest first."""
        scored = [
            (tuple(-value for value in score), abs(a - b), a + b, a, b)
            for a, one in enumerate(old)
            for b, two in enumerate(new)
            if (score := likeness(one, two))
        ]
        for *_, a, b in sorted(scored):
            if old[a].id not in self.old and new[b].id not in self.new:
                self._take(old[a], new[b])

    def _gather(self, old: list[Finding], new: list[Finding]) -> None:
        """Match what one version gathers in one finding and the other tells in several."""
        for one in old:
            for two in new:
                if (one.id not in self.old or two.id not in self.new) and self._free(one, two):
                    self._take(one, two)

    def _take(self, old: Finding, new: Finding) -> None:
        self.old.setdefault(old.id, new)
        self.new.setdefault(new.id, old)
        for before, after in self._shared(old, new):
            self._used_old.add((old.id, before))
            self._used_new.add((new.id, after))

    def _free(self, old: Finding, new: Finding) -> bool:
        """Whether both point at a line that no pair of either has taken yet."""
        return any(
            (old.id, before) not in self._used_old and (new.id, after) not in self._used_new
            for before, after in self._shared(old, new)
        )

    def _shared(self, old: Finding, new: Finding) -> list[tuple[int, int]]:
        """Return the lines both point at, as they were numbered and are."""
        places = {part.line for part in new.evidence}
        became = ((part.line, self._became.get(part.line)) for part in old.evidence)
        return [(before, after) for before, after in became if after in places]

    def _likeness(self, old: Finding, new: Finding) -> tuple[float, ...]:
        """Return how alike two findings are; () where they point at different lines."""
        shared = len(self._shared(old, new))
        if not shared and (old.evidence or new.evidence):
            return ()
        return (old.key == new.key, shared, old.message == new.message)

    def _holds(self, old: Finding, new: Finding) -> tuple[float, ...]:
        """Return how surely one's words stand in the other's, where lines are wrapped otherwise."""
        one, two = _text(old, self._same_old), _text(new, self._same_new)
        if min(len(one), len(two)) < FEWEST_CHARS:
            return ()
        likeness = fuzz.partial_ratio(one, two, score_cutoff=float(HOLDS))
        return (likeness,) if likeness else ()


def _text(finding: Finding, known: frozenset[int]) -> str:
    """Return a finding's lines as one text, without those that stand in the other version too."""
    return " ".join(part.text for part in finding.evidence if part.line not in known).casefold()
