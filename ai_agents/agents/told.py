"""What an answer of the built-in judge holds, and the counting its answers share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ai_agents.checks.statements import Said

#: Most lines shown as evidence of one answer.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A level with the lines that show it and one sentence or two of reason."""

    level: int | None
    lines: tuple[int, ...]
    reason: str


def level_of(value: float, floors: Sequence[float]) -> int:
    """Return how many floors a value passes; a floor of 0 is passed by more than 0."""
    return sum(value > 0 if floor == 0 else value >= floor - 1e-9 for floor in floors)


def usual(count: int, fewest: int) -> str:
    """Return the end of a reason where so few statements are no record yet."""
    return f"; a full resume has {fewest} or more" if count < fewest else ""


def first_lines(statements: Iterable[Said]) -> tuple[int, ...]:
    """Return the first line of each statement, as many as are shown."""
    return tuple(said.first for said in statements)[:SHOWN]
