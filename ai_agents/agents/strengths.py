"""Strengths as findings: what speaks for the resume, each with the lines that show it."""

from collections.abc import Collection, Iterable, Sequence

from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Hit, Rule, make_finding
from ai_agents.llm.judge import Judgement
from ai_agents.models import Finding
from ai_agents.rubric import Criterion, Rubric
from ai_agents.vocabulary import Dimension, FindingKind, FindingSource, Severity

#: Most lines shown as evidence of one strength.
_SHOWN = 5


def strengths_of(
    facts: Facts,
    rubric: Rubric,
    judgements: Iterable[Judgement],
    findings: Sequence[Finding],
    dimensions: Collection[Dimension],
) -> tuple[Finding, ...]:
    """Return a strength for each level criterion at its best level, and for clean language."""
    answers = {item.criterion: item for item in judgements}
    found = []
    for criterion in rubric.criteria:
        if criterion.dimension not in dimensions or not criterion.strength:
            continue
        if criterion.kind == "levels":
            answer = answers.get(criterion.id)
            if answer is not None and answer.level == len(criterion.levels) - 1 and answer.lines:
                found.append(_strength(criterion, facts, answer))
        elif _spotless(criterion, facts, findings):
            found.append(_strength(criterion, facts, None))
    return tuple(found)


def _spotless(criterion: Criterion, facts: Facts, findings: Sequence[Finding]) -> bool:
    if not criterion.judges(facts.language) or len(facts.statements) < 5:
        return False
    return not any(item.criterion == criterion.id for item in findings)


def _strength(criterion: Criterion, facts: Facts, answer: Judgement | None) -> Finding:
    rule = Rule(
        id=f"strength-{criterion.id}",
        dimension=criterion.dimension,
        criterion=criterion.id,
        severity=Severity.INFO,
        message="{text}",
        suggestion="Keep this in the next version.",
        reference=criterion.source,
        check=lambda _facts: (),
        kind=FindingKind.STRENGTH,
    )
    lines = answer.lines[:_SHOWN] if answer else ()
    lines = tuple(line for line in lines if 1 <= line <= len(facts.lines))
    finding = make_finding(rule, facts, Hit(lines, {"text": criterion.strength}))
    source = answer.source if answer else FindingSource.RULES
    return finding.model_copy(update={"source": source})
