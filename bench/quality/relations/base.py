"""What every relation gets: one clean resume with its review, and how to note a result."""

from dataclasses import dataclass

from ai_agents.models import Finding
from bench.quality.generator import Plan
from bench.quality.judged import Judged
from bench.quality.records import Record
from bench.quality.resume import Resume

#: Said about a clean resume these are advice or plain facts, no false alarm.
_ADVICE = frozenset({"bullet-unquantified", "column-layout"})


@dataclass(frozen=True, slots=True)
class Options:
    """What the bench was asked for; empty tuples mean all."""

    bases: int = 48
    seed: int = 1
    pool: str = "a"
    layouts: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()


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

    def record(self, relation: str, item: str, value: float, note: str = "") -> Record:
        """Note one result."""
        look = self.resume.look
        return Record(relation, self.name, item, value, f"{look.format} {look.layout}", note)


def is_advice(finding: Finding) -> bool:
    """Whether a finding on a clean resume is advice rather than an alarm."""
    return finding.rule in _ADVICE
