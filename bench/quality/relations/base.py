"""What every relation gets: one clean resume with its review, and how to note a result."""

from collections import Counter
from dataclasses import dataclass
from zlib import crc32

from ai_agents.models import Finding
from ai_agents.vocabulary import Dimension
from bench.quality.generator import Plan
from bench.quality.judged import Judged
from bench.quality.records import Record
from bench.quality.resume import Resume

#: Said about a clean resume these are advice or plain facts, no false alarm.
_ADVICE = frozenset({"bullet-unquantified", "column-layout"})


@dataclass(frozen=True, slots=True)
class Options:
    """What the bench was asked for; empty tuples mean all.

    With `parts` of n, only every n-th operator, decoy and variant is looked at: those of `part`.
    """

    bases: int = 48
    seed: int = 1
    pool: str = "a"
    layouts: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    part: int = 0
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Base:
    """One clean resume, read and reviewed."""

    plan: Plan
    resume: Resume
    clean: Judged
    options: Options

    @property
    def name(self) -> str:
        """A label to find the resume again."""
        plan = self.plan
        return f"{plan.field}/{plan.seniority}/{plan.level}/{plan.seed}"

    def asks(self, operator: str) -> bool:
        """Whether the bench was asked for this operator."""
        named = not self.options.operators or operator in self.options.operators
        return named and self.samples(operator)

    def samples(self, item: str) -> bool:
        """Whether this decoy or variant belongs to the part of the whole that was asked for."""
        return crc32(item.encode()) % self.options.parts == self.options.part

    def record(self, relation: str, item: str, value: float, note: str = "") -> Record:
        """Note one result."""
        look = self.resume.look
        return Record(relation, self.name, item, value, f"{look.format} {look.layout}", note)


def differences(one: Judged, other: Judged, without: Dimension | None = None) -> str:
    """Return what differs between two reviews, "" when nothing does.

    Scores are compared exactly, findings by rule, severity and points. `without` leaves a
    dimension out, and then the overall score too.
    """
    told = [
        f"{name} {other.scores.get(name, 0.0) - score:+.2f}"
        for name, score in one.scores.items()
        if name != without and other.scores.get(name) != score
    ]
    if without is None and one.overall != other.overall:
        told.append(f"overall {other.overall - one.overall:+.2f}")
    kinds = [_kinds(judged, without) for judged in (one, other)]
    told += [f"−{name}" for name in (kinds[0] - kinds[1]).elements()]
    told += [f"+{name}" for name in (kinds[1] - kinds[0]).elements()]
    return ", ".join(told)


def _kinds(judged: Judged, without: Dimension | None) -> Counter[str]:
    return Counter(
        f"{finding.rule} {finding.severity} {finding.points:g}"
        for finding in judged.issues
        if finding.dimension != without
    )


def is_advice(finding: Finding) -> bool:
    """Whether a finding on a clean resume is advice rather than an alarm."""
    return finding.rule in _ADVICE
