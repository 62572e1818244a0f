"""A clean resume gets no false warning."""

from collections.abc import Iterator

from ai_agents.vocabulary import Severity
from bench.quality.judged import severe
from bench.quality.records import Record
from bench.quality.relations.base import Base, is_advice
from bench.quality.relations.inject import said


def clean(base: Base) -> Iterator[Record]:
    """Yield one record a file and one for each false alarm; remarks of least weight stand apart."""
    yield base.record("clean", "", 0.0)
    for finding in base.clean.issues:
        if not is_advice(finding):
            name = "clean" if severe(finding, Severity.WARNING) else "clean-remarks"
            yield base.record(name, finding.rule, 1.0, said(finding))
