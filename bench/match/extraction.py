"""How well requirements are read from postings: precision and recall against marked ones."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ai_agents.interface import posting_of_text
from ai_agents.match.requirements import Asked, asked_in
from ai_agents.vocabulary import RequirementKind as Kind
from bench.match.annotated import Annotated, Marked, group_of

_WORD = re.compile(r"[^\W_]+")
#: Share of the shorter text's words that the other one holds when both mean the same requirement.
_SAME = 0.6


@dataclass
class Tally:
    """What was found, what was marked, what agrees, and what of that has the right importance."""

    hits: int = 0
    found: int = 0
    marked: int = 0
    importance: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add another tally to this one."""
        self.hits += other.hits
        self.found += other.found
        self.marked += other.marked
        self.importance += other.importance
        self.missed += other.missed
        self.extra += other.extra

    @property
    def precision(self) -> float:
        """Share of what was found that is marked."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is marked that was found."""
        return self.hits / self.marked if self.marked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measure(posting: Annotated) -> dict[str, Tally]:
    """Return the tally of one posting by kind, with 'all' for all kinds."""
    every = asked_in(posting_of_text(posting.text, posting.name))
    found = [one for one in every if one.ask.kind is not Kind.ROLE]
    tallies: dict[str, Tally] = {}
    pairs = _paired(found, posting.truth)
    taken = {id(one) for one, _ in pairs}
    told = {id(mark) for _, mark in pairs}
    for one, mark in pairs:
        _in(tallies, mark.kind).hits += 1
        _in(tallies, mark.kind).importance += one.required == mark.required
    for one in found:
        kind = group_of(one.ask.kind)
        _in(tallies, kind).found += 1
        if id(one) not in taken:
            _in(tallies, kind).extra.append(f"{posting.name}:{one.line} {kind}: {one.ask.text}")
    for mark in posting.truth:
        _in(tallies, mark.kind).marked += 1
        if id(mark) not in told:
            _in(tallies, mark.kind).missed.append(
                f"{posting.name}:{mark.line} {mark.kind}: {mark.text}"
            )
    return tallies


def _in(tallies: dict[str, Tally], kind: str) -> Tally:
    return tallies.setdefault(kind, Tally())


def _paired(found: Sequence[Asked], truth: Sequence[Marked]) -> list[tuple[Asked, Marked]]:
    """Pair what was found with what is marked on the same line, the closest words first."""
    candidates = sorted(
        (
            (-_likeness(one.ask.text, mark.text), at, place)
            for at, one in enumerate(found)
            for place, mark in enumerate(truth)
            if one.line == mark.line and group_of(one.ask.kind) == mark.kind
        ),
    )
    pairs, used, told = [], set[int](), set[int]()
    for score, at, place in candidates:
        if -score >= _SAME and at not in used and place not in told:
            used.add(at)
            told.add(place)
            pairs.append((found[at], truth[place]))
    return pairs


def _likeness(one: str, other: str) -> float:
    first, second = (Counter(_WORD.findall(text.lower())) for text in (one, other))
    shorter = min(sum(first.values()), sum(second.values()))
    return sum((first & second).values()) / shorter if shorter else 0.0


def total(parts: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    out = Tally()
    for part in parts:
        out.add(part)
    return out
