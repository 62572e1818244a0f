"""Figures as text: for the terminal, and as the Markdown page of the project's documentation."""

from collections.abc import Sequence

from bench.quality.figures import Figure, alarms, broken, by_item, figure, table
from bench.quality.records import OURS, RELATIONS, Record

PEERS = ("keywords", "checklist")
#: What every operator must reach on its own.
FLOOR_PER_OPERATOR = 0.90
_EXAMPLES = 40
_INTRO = """\
# How right the review is

Measured on {day} with `{command}`. The bench writes this page itself (`--write`).

Clean resumes are made from a seed (twelve fields of work, four seniorities, good and average),
damaged in known ways, drawn as PDF and DOCX in four layouts, read and reviewed. A hit is a finding
the clean resume does not have, by the right rule, at the injected text, of at least the due
severity. In brackets stand 95 % bootstrap intervals over resumes. Beside ours stand two scorers of
the usual free kind, written for comparison and run on the same files: the share of an industry's
keywords found, and a checklist of counts and phrases. ✗ marks a target that is missed.

| relation | target | Vitae | keyword share | checklist | looks |
|---|---|---|---|---|---|"""


def of(records: Sequence[Record], relation: str) -> list[Record]:
    """Return our records of a relation."""
    return [r for r in records if r.relation == relation and r.scorer == OURS]


def terminal(records: Sequence[Record]) -> list[str]:
    """Return the report for a terminal, line by line."""
    lines = ["   relation          figure [95 % interval]            target   looks"]
    for name, result in table(records).items():
        relation = RELATIONS[name]
        mark = "  " if relation.met(result.value) else "!!"
        goal = f"{relation.sense} {relation.target:g}"
        told = f"{result!s:34} {goal:8} {result.count:6}"
        lines.append(f"{mark} {name:17} {told}  {relation.says}")
    lines += ["", "   operator                  recall   falls   looks"]
    for name, recall, fell in _operators(records):
        mark = "  " if recall.value >= FLOOR_PER_OPERATOR else "!!"
        lines.append(f"{mark} {name:25} {recall.value:6.3f}  {fell.value:6.3f}  {recall.count:5}")
    for title, rates in _alarm_tables(records):
        lines += ["", f"   {title}"]
        lines += [f"   {rate.value:6.3f}  {rule}" for rule, rate in rates.items()]
    return lines


def worst(records: Sequence[Record]) -> list[str]:
    """Return every broken look: relation, item, resume, layout, and the line that shows it."""
    return [
        f"{r.relation:15} {r.item:24} {r.base:42} {r.layout:15} {r.note}" for r in broken(records)
    ]


def _operators(records: Sequence[Record]) -> list[tuple[str, Figure, Figure]]:
    falls = by_item(of(records, "falls"))
    return [
        (name, figure(found), figure(falls[name]))
        for name, found in by_item(of(records, "recall")).items()
    ]


def _alarm_tables(records: Sequence[Record]) -> list[tuple[str, dict[str, Figure]]]:
    files = [record for record in of(records, "clean") if not record.item]
    remarks = [*files, *of(records, "clean-remarks")]
    return [
        ("false warnings per clean resume", alarms(of(records, "clean"))),
        ("remarks of least weight per clean resume", alarms(remarks)),
    ]


def markdown(records: Sequence[Record], command: str, day: str) -> str:
    """Return the page of `docs/quality.md`."""
    lines = [*_INTRO.format(day=day, command=command).splitlines(), *_relation_rows(records)]
    lines += ["", "## By operator", ""]
    lines += ["| operator | recall | falls | looks |", "|---|---|---|---|"]
    for name, recall, fell in _operators(records):
        told = _marked(recall.value, FLOOR_PER_OPERATOR)
        lines.append(f"| {name} | {told} | {fell.value:.3f} | {recall.count} |")
    for title, rates in _alarm_tables(records):
        lines += ["", f"## {title[0].upper()}{title[1:]}", ""]
        lines += [f"- {rule}: {rate}" for rule, rate in rates.items()] or ["None."]
    lines += ["", f"## Worst cases (the first {_EXAMPLES} by relation and operator)", ""]
    lines += _examples(records)
    return "\n".join(lines) + "\n"


def _relation_rows(records: Sequence[Record]) -> list[str]:
    ours = table(records)
    peers = {name: table(records, name) for name in PEERS}
    rows = []
    for name, result in ours.items():
        relation = RELATIONS[name]
        mark = "" if relation.met(result.value) else " ✗"
        beside = [f"{peers[p][name]!s}" if name in peers[p] else "–" for p in PEERS]
        goal = f"{relation.sense} {relation.target:g}"
        cells = (relation.says, goal, f"{result}{mark}", *beside, str(result.count))
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def _marked(value: float, floor: float) -> str:
    return f"{value:.3f}" if value >= floor else f"{value:.3f} ✗"


def _examples(records: Sequence[Record]) -> list[str]:
    """Return one example of each kind of break, so that no kind hides another."""
    seen: dict[tuple[str, str], Record] = {}
    for record in broken(records):
        seen.setdefault((record.relation, record.item), record)
    return [
        f"- {r.relation}, {r.item}: {r.base}, {r.layout}: {r.note}".replace("|", "/")
        for r in list(seen.values())[:_EXAMPLES]
    ]
