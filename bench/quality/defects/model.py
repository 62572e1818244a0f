"""What an operator is: a pure function that injects a known defect and says what must be found."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from ai_agents.vocabulary import Dimension, Severity
from bench.quality.edits import Edit
from bench.quality.resume import Resume


@dataclass(frozen=True, slots=True)
class Slip:
    """One injected fault: the rules that name it rightly and the texts where it stands.

    `places` empty means the resume as a whole: the finding may stand anywhere.
    """

    rules: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Damage:
    """What an operator did: edits, and the faults of which each must be found."""

    edits: tuple[Edit, ...]
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """What an operator draws from: a random source, how many faults, and the pool of wordings."""

    rng: Random
    times: int = 1
    pool: str = "a"


Make: TypeAlias = Callable[[Resume, Draw], Damage | None]


@dataclass(frozen=True, slots=True)
class Operator:
    """One kind of defect.

    `make` returns None where the defect cannot be injected: an overlap needs two positions.
    `times` beyond one injects more of the same, up to `most`. `severity` is the least a right
    finding must have; `also` are rules that may speak up as well; `formats` where it can be drawn.
    """

    id: str
    dimension: Dimension
    severity: Severity
    make: Make
    most: int = 1
    also: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("pdf", "docx")


def draw_for(operator: str, resume: Resume, seed: int, times: int = 1, pool: str = "a") -> Draw:
    """Return the draw of one operator on one resume; more faults begin with the same ones."""
    name = f"{operator}/{resume.field}/{resume.seniority}/{resume.level}/{pool}/{seed}"
    return Draw(Random(name), times, pool)
