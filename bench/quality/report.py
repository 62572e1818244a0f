"""Turns records into figures with intervals, and figures into text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.quality.bootstrap import Totals, interval, ratio
from bench.quality.records import RELATIONS, Record

_FLOOR_PER_OPERATOR = 0.90


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over resumes with its 95 % interval, and how many looks it rests on."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def figure(records: Sequence[Record]) -> Figure:
    """Return the mean of the records' values."""
    totals: dict[str, Totals] = {}
    for record in records:
        value, count = totals.get(record.base, (0.0, 0))
        totals[record.base] = (value + record.value, count + 1)
    return Figure(ratio(list(totals.values())), *interval(totals), len(records))


def by_relation(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Group records by relation."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record.relation].append(record)
    return found


def by_item(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Group records by item, in the order of their names."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record.item].append(record)
    return {item: found[item] for item in sorted(found)}


def alarms(records: Sequence[Record]) -> dict[str, float]:
    """Return false alarms per file for each rule, the worst first."""
    files = len({record.base for record in records if not record.item}) or 1
    rules = by_item(record for record in records if record.item)
    rates = {rule: len(found) / files for rule, found in rules.items()}
    return dict(sorted(rates.items(), key=lambda item: -item[1]))


def lines(records: Sequence[Record]) -> list[str]:
    """Return the whole report as lines of text."""
    groups = by_relation(records)
    text = ["relation        figure [95 % interval]        target   looks"]
    for relation in RELATIONS.values():
        found = groups.get(relation.id, [])
        if not found:
            continue
        if relation.id == "clean":
            rates = alarms(found)
            value = max(rates.values(), default=0.0)
            told = f"{value:.3f} {next(iter(rates), '')}"
            count = len({record.base for record in found})
        else:
            result = figure(found)
            value, told, count = result.value, str(result), result.count
        mark = "  " if relation.met(value) else "!!"
        goal = f"{relation.sense} {relation.target:g}"
        text.append(f"{mark} {relation.id:14} {told:28} {goal:8} {count:6}  {relation.says}")
    text += ["", "operator                  recall   falls   looks"]
    falls = by_item(groups.get("falls", []))
    for item, found in by_item(groups.get("recall", [])).items():
        recall = figure(found).value
        mark = "  " if recall >= _FLOOR_PER_OPERATOR else "!!"
        fell = figure(falls[item]).value
        text.append(f"{mark} {item:24} {recall:6.3f}  {fell:6.3f}  {len(found):5}")
    for name, title in (("clean", "false warnings"), ("clean-remarks", "remarks")):
        text += ["", f"{title} on clean resumes"]
        files = [record for record in groups.get("clean", []) if not record.item]
        rates = alarms([*files, *(r for r in groups.get(name, []) if r.item)])
        text += [f"   {rate:6.3f}  {rule}" for rule, rate in rates.items()]
    return text


def worst(records: Sequence[Record]) -> list[str]:
    """Return every broken look: what was missed or falsely said, where, and the line."""
    broken = [
        record
        for record in records
        if (record.value == 0.0 and record.relation in RELATIONS and record.item)
        or (record.relation in {"clean", "clean-remarks"} and record.item)
    ]
    return [
        f"{r.relation:13} {r.item:24} {r.base:42} {r.layout:15} {r.note}"
        for r in sorted(broken, key=lambda r: (r.relation, r.item, r.base))
        if not (r.relation == "clean" and r.value == 0.0)
    ]
