"""From records to figures: means with intervals, false alarms per rule, and what was broken."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.quality.bootstrap import Totals, interval, ratio
from bench.quality.records import OURS, RELATIONS, Record, Relation, Sense


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over resumes with its 95 % interval, and how many looks it rests on."""

    value: float
    low: float
    high: float
    count: int
    about: str = ""

    def __str__(self) -> str:
        told = f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"
        return f"{told} {self.about}".rstrip()


def figure(records: Sequence[Record]) -> Figure:
    """Return the mean of the records' values."""
    totals: dict[str, Totals] = {}
    for record in records:
        value, count = totals.get(record.base, (0.0, 0))
        totals[record.base] = (value + record.value, count + 1)
    return Figure(ratio(list(totals.values())), *interval(totals), len(records))


def grouped(records: Iterable[Record], key: Callable[[Record], str]) -> dict[str, list[Record]]:
    """Group records by a key, in the order of the keys."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return {name: found[name] for name in sorted(found)}


def by_item(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Group records by item."""
    return grouped(records, lambda record: record.item)


def alarms(records: Sequence[Record]) -> dict[str, Figure]:
    """Return false alarms per file for each rule, the worst first.

    `records` hold one record without an item for each file, and one for each alarm.
    """
    files = [record for record in records if not record.item]
    rates = {
        rule: figure_of_rate(found, files)
        for rule, found in by_item(r for r in records if r.item).items()
    }
    return dict(sorted(rates.items(), key=lambda item: (-item[1].value, item[0])))


def figure_of_rate(alarms_: Sequence[Record], files: Sequence[Record]) -> Figure:
    """Return how many alarms come on one file."""
    totals: dict[str, Totals] = {record.base: (0.0, 1) for record in files}
    for record in alarms_:
        value, count = totals[record.base]
        totals[record.base] = (value + 1, count)
    return Figure(ratio(list(totals.values())), *interval(totals), len(alarms_))


def relation_figure(relation: Relation, records: Sequence[Record]) -> Figure | None:
    """Return the figure of a relation; None when nothing was looked at."""
    if not records:
        return None
    if relation.id != "clean":
        return figure(records)
    rates = alarms(records)
    files = sum(not record.item for record in records)
    if not rates:
        return Figure(0.0, 0.0, 0.0, files)
    rule, worst = next(iter(rates.items()))
    return Figure(worst.value, worst.low, worst.high, files, rule)


def table(records: Iterable[Record], scorer: str = OURS) -> dict[str, Figure]:
    """Return the figure of every relation that was looked at, by its id."""
    groups = grouped((r for r in records if r.scorer == scorer), lambda record: record.relation)
    found = {one.id: relation_figure(one, groups.get(one.id, [])) for one in RELATIONS.values()}
    return {name: value for name, value in found.items() if value is not None}


def broken(records: Iterable[Record]) -> list[Record]:
    """Return every broken look of ours: what was missed or wrongly said, sorted for reading."""
    kept = [
        record for record in records if record.scorer == OURS and record.item and _is_broken(record)
    ]
    return sorted(kept, key=lambda record: (record.relation, record.item, record.base))


def _is_broken(record: Record) -> bool:
    """Whether one look alone falls short; relations without a target list what was wrongly said."""
    relation = RELATIONS.get(record.relation)
    if relation is None or relation.sense is Sense.AT_MOST:
        return record.value > 0
    return not relation.met(record.value)
