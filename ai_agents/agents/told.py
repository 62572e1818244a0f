"""What an answer of the built-in judge holds, and the words and counting its answers share."""

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


def first_lines(statements: Iterable[Said]) -> tuple[int, ...]:
    """Return the first line of each statement, as many as are shown."""
    return tuple(said.first for said in statements)[:SHOWN]


def part_of(count: int, total: int, thing: str, does: tuple[str, str]) -> str:
    """Return how many of the things do something, as a sentence without its stop.

    `thing` is in the plural; `does` holds the verb for one and for several: ('is', 'are').
    """
    one, several = does
    if count == 0:
        return f"None of the {total} {thing} {one}" if total > 1 else f"None of the {thing} {one}"
    if count == total:
        whole = f"All {total} {thing} {several}"
        return whole if total > 1 else f"The only one of the {thing} {one}"
    if count == 1:
        return f"One of the {total} {thing} {one}"
    return f"{count} of {total} {thing} {several}"


def length_of(months: int) -> str:
    """Return a number of months in words: '1 year and 2 months'."""
    years, rest = divmod(months, 12)
    parts = (
        f"{count} {unit}{'s' if count != 1 else ''}"
        for count, unit in ((years, "year"), (rest, "month"))
        if count
    )
    return " and ".join(parts) or "less than a month"


def listed(names: Sequence[str]) -> str:
    """Return names as an English list: 'a, b and c'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
