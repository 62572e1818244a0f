"""Drops what a judge or rule says when the lines it points at do not show it (DESIGN 3.3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ai_agents.checks.facts import Facts
from ai_agents.checks.figures import has_quantity, is_measured
from ai_agents.llm.judge import Judgement
from ai_agents.models import Finding
from ai_agents.vocabulary import FindingSource, SectionKind

#: Criterion or rule → what each cited line (joined with its statement) must show, by language.
_MUST_SHOW: dict[str, Callable[[str, str | None], bool]] = {
    "measured-results": is_measured,
    "standout-results": is_measured,
    "strength-measured-results": is_measured,
    "strength-standout-results": is_measured,
    "bullet-unquantified": lambda text, language: not has_quantity(text, language),
    "result-without-figure": lambda text, language: not has_quantity(text, language),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What held and how much did not.

    `share` is the part of a model's claims that held, 0–1; None when no model claimed anything.
    """

    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    kept: int
    dropped: int
    share: float | None


def check_evidence(
    facts: Facts, findings: Sequence[Finding], judgements: Sequence[Judgement]
) -> Checked:
    """Keep the findings and judgements whose evidence holds.

    A finding is dropped when a line id does not exist, its text differs from the line, or the line
    fails the claim's own test. A judgement above the lowest level keeps only lines that pass; with
    none left it becomes unanswered if a model gave it. Pure; order is kept.
    """
    shown = _statement_texts(facts)
    told = [_holds(facts, shown, item) for item in findings]
    answers = tuple(_checked(facts, shown, item) for item in judgements)
    good = tuple(item for item, held in zip(findings, told, strict=True) if held)
    claims = [(item.source, held) for item, held in zip(findings, told, strict=True)]
    claims += [
        (before.source, before.level is None or after.level is not None)
        for before, after in zip(judgements, answers, strict=True)
    ]
    kept = sum(held for _, held in claims)
    of_model = [held for source, held in claims if source == FindingSource.MODEL]
    share = sum(of_model) / len(of_model) if of_model else None
    return Checked(good, answers, kept, len(claims) - kept, share)


def _statement_texts(facts: Facts) -> dict[int, str]:
    return {line: said.text for said in facts.statements for line in said.lines}


def _exists(facts: Facts, line: int) -> bool:
    return 1 <= line <= len(facts.lines)


def _holds(facts: Facts, shown: dict[int, str], finding: Finding) -> bool:
    test = _MUST_SHOW.get(finding.rule)
    for item in finding.evidence:
        if not _exists(facts, item.line) or facts.line(item.line).text != item.text:
            return False
        if test and not test(shown.get(item.line, item.text), facts.language):
            return False
    return True


def _checked(facts: Facts, shown: dict[int, str], judgement: Judgement) -> Judgement:
    test = _MUST_SHOW.get(judgement.criterion)
    headings = _headings(facts) if test else frozenset()
    lines = tuple(
        line
        for line in judgement.lines
        if _exists(facts, line)
        and line not in headings
        and (test is None or test(shown.get(line, facts.line(line).text), facts.language))
    )
    if lines == judgement.lines:
        return judgement
    if not lines and judgement.level and judgement.source == FindingSource.MODEL:
        reason = "The lines named as evidence do not show it."
        return judgement.model_copy(update={"level": None, "lines": (), "reason": reason})
    return judgement.model_copy(update={"lines": lines})


def _headings(facts: Facts) -> frozenset[int]:
    """Return lines that head a section: they never prove a result."""
    return frozenset(
        section.first_line
        for section in facts.sections
        if section.heading and section.kind != SectionKind.CONTACT
    )
