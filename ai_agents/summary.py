"""Puts the finished arithmetic into words: a short summary, and what to do next by points to win.

English today. Nothing is said that the score sheet does not hold, and no name is used.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ai_agents.checks.facts import Facts
from ai_agents.models import Finding
from ai_agents.overall import overall_weights
from ai_agents.scoring import ScoreSheet
from ai_agents.vocabulary import (
    APPEAL_DIMENSIONS,
    Band,
    Dimension,
    FindingKind,
    Seniority,
    band_of,
)

MOST_SUGGESTIONS = 8
#: Share of a level criterion from which asking for more would be pedantic.
_GOOD_ENOUGH = 0.8
_CLAUSE_END = re.compile(r"; |: | \(|\. |\.$")
_SENTENCE_END = re.compile(r"\. (?=[A-Z])")
_BAND_WORDS = {
    Band.EXCELLENT: "excellent",
    Band.STRONG: "strong",
    Band.GOOD: "good",
    Band.FAIR: "fair",
    Band.NEEDS_WORK: "in need of work",
}
_LEVEL_WORDS = {
    Seniority.ENTRY: "an entry-level",
    Seniority.MID: "a mid-level",
    Seniority.SENIOR: "a senior",
    Seniority.EXECUTIVE: "an executive",
}
DIMENSION_WORDS = {
    Dimension.FORMAT: "format",
    Dimension.ORGANIZATION: "organization",
    Dimension.TONE: "tone",
    Dimension.COMPLETENESS: "completeness",
    Dimension.ACHIEVEMENT_RELEVANCE: "achievements",
    Dimension.SKILLS_ALIGNMENT: "skills",
    Dimension.EXPERIENCE_FIT: "experience",
    Dimension.COMPETITIVE_POSITIONING: "positioning",
}


@dataclass(frozen=True, slots=True)
class _Step:
    """Something to do: its points of the overall score, what it is about, and the words."""

    points: float
    dimension: Dimension
    text: str
    short: str


def summarise(facts: Facts, sheet: ScoreSheet) -> str:
    """Return three to five sentences: whose level and field, best and weakest, what to do first."""
    sentences = [_opening(facts, sheet)]
    sentences.extend(_extremes(sheet))
    steps = _first_of_each(_steps(facts, sheet))[:3]
    if steps:
        names = _list([step.short for step in steps])
        gain = sum(step.points for step in steps)
        worth = f", together worth up to {gain:.0f} points" if gain >= 1 else ""
        start = "The first thing to do" if len(steps) == 1 else "The first things to do"
        sentences.append(f"{start}{worth}: {names}.")
    if sheet.not_assessed:
        count = len(sheet.not_assessed)
        what = "One criterion" if count == 1 else f"{count} criteria"
        counts = "does not count" if count == 1 else "do not count"
        sentences.append(f"{what} could not be assessed and {counts}.")
    return " ".join(sentences)


def suggestions(facts: Facts, sheet: ScoreSheet) -> tuple[str, ...]:
    """Return what to do, most points to win first; at most eight, each with its points."""
    told = []
    for step in _steps(facts, sheet)[:MOST_SUGGESTIONS]:
        gain = f" (up to {step.points:.1f} points)" if step.points >= 0.1 else ""
        told.append(f"{step.text}{gain}")
    return tuple(told)


def _opening(facts: Facts, sheet: ScoreSheet) -> str:
    field = facts.industry.name()
    if facts.months >= 12:
        years = (facts.months + 6) // 12
        dated = f"about {years} year{'s' if years > 1 else ''} of dated experience"
    else:
        dated = "less than a year of dated experience"
    who = f"This is {_LEVEL_WORDS[facts.seniority]} resume with {dated}"
    if not facts.months:
        who = "No dated experience could be read in this resume"
    if sheet.overall is None:
        return f"{who}; no score could be computed for {field}."
    band = _BAND_WORDS[band_of(sheet.overall)]
    return f"{who}; read for {field}, it scores {sheet.overall:.1f} of 100 ({band})."


def _scores(sheet: ScoreSheet) -> list[tuple[float, Dimension]]:
    scores = {**sheet.structure_scores, **sheet.appeal_scores}
    return [(value, item) for item in Dimension if (value := scores[item]) is not None]


def _extremes(sheet: ScoreSheet) -> list[str]:
    """Say the best and the weakest dimension, each with a fact behind it."""
    scores = _scores(sheet)
    if len(scores) < 2:
        return []
    best = max(scores, key=lambda item: (round(item[0]), item[1] in APPEAL_DIMENSIONS))
    worst = min(scores, key=lambda item: item[0])
    if best[0] == worst[0]:
        return [f"All assessed parts stand at {best[0]:.0f} of 100."]
    told = [
        (
            f"Its strongest part is {DIMENSION_WORDS[best[1]]}"
            f" ({best[0]:.0f}){_why_good(sheet, best[1])}."
        )
    ]
    told.append(
        f"Its weakest is {DIMENSION_WORDS[worst[1]]} ({worst[0]:.0f}){_why_weak(sheet, worst[1])}."
    )
    return told


def _why_good(sheet: ScoreSheet, dimension: Dimension) -> str:
    rows = [row for row in sheet.criteria if row.dimension == dimension and row.level]
    issues = [f for f in sheet.findings if f.dimension == dimension and f.points < 0]
    if dimension in sheet.structure_scores or not rows:
        return ", with nothing to remark" if not issues else ""
    best = max(rows, key=lambda row: (row.earned / (row.weight or 1), row.weight))
    return f": {_as_clause(best.reason).partition('; ')[0]}"


def _why_weak(sheet: ScoreSheet, dimension: Dimension) -> str:
    rows = [row for row in sheet.criteria if row.dimension == dimension]
    worst = max(rows, key=lambda row: row.weight - row.earned)
    if worst.level is not None:
        return f": {_as_clause(worst.reason)}"
    costly = [f for f in sheet.findings if f.criterion == worst.id and f.points < 0]
    return f": {_as_clause(costly[0].message)}" if costly else ""


def _as_clause(sentence: str) -> str:
    """Return a sentence's first part without its stop, its first letter small where it may be."""
    first = _SENTENCE_END.split(sentence, maxsplit=1)[0].strip().rstrip(".")
    keep = len(first) > 1 and (first[1].isupper() or not first[0].isalpha())
    return first if keep else first[:1].lower() + first[1:]


def _overall_weight(sheet: ScoreSheet, dimension: Dimension) -> float:
    """Return what one point of a dimension is worth in the overall score."""
    scores = {**sheet.structure_scores, **sheet.appeal_scores}
    return float(overall_weights(scores).get(dimension, 0))


def _steps(facts: Facts, sheet: ScoreSheet) -> list[_Step]:
    """Return all things to do: one per rule that cost points, one per level not yet reached."""
    steps = [*_rule_steps(facts, sheet), *_level_steps(sheet)]
    return sorted(steps, key=lambda step: (-round(step.points, 3), step.text))


def _first_of_each(steps: list[_Step]) -> list[_Step]:
    """Return the step that wins most of each dimension: two of one kind say little more."""
    first: dict[Dimension, _Step] = {}
    for step in steps:
        first.setdefault(step.dimension, step)
    return list(first.values())


def _rule_steps(facts: Facts, sheet: ScoreSheet) -> Iterable[_Step]:
    groups: dict[str, list[Finding]] = {}
    for finding in sheet.findings:
        if finding.kind == FindingKind.ISSUE and finding.points < 0:
            groups.setdefault(finding.rule, []).append(finding)
    for found in groups.values():
        first = found[0]
        points = -sum(item.points for item in found) * _overall_weight(sheet, first.dimension)
        lines = sum(max(1, len(item.evidence)) for item in found)
        more = f" {lines} lines call for it." if lines > len(first.evidence) + 1 else ""
        page = _page(facts, first)
        text = f"{page}{first.message} {first.suggestion}{more}"
        yield _Step(points, first.dimension, text, _short(first.suggestion))


def _page(facts: Facts, finding: Finding) -> str:
    """Return where to look, for a resume of several pages."""
    if not finding.evidence or (facts.layout.pages or 1) < 2:
        return ""
    return f"Page {facts.line(finding.evidence[0].line).page}: "


def _short(advice: str) -> str:
    """Return the first clause of an advice, short enough for a list."""
    return _as_clause(_CLAUSE_END.split(advice, maxsplit=1)[0])


def _level_steps(sheet: ScoreSheet) -> Iterable[_Step]:
    for row in sheet.criteria:
        criterion = sheet.rubric.criterion(row.id)
        if row.level is None or not criterion.advice or row.earned > _GOOD_ENOUGH * row.weight:
            continue
        weight = sum(item.weight for item in sheet.criteria if item.dimension == row.dimension)
        points = 100 * (row.weight - row.earned) / weight * _overall_weight(sheet, row.dimension)
        text = f"{criterion.advice} Now: {_as_clause(row.reason)}."
        yield _Step(points, row.dimension, text, _short(criterion.advice))


def _list(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{'; '.join(parts[:-1])}; and {parts[-1]}"
