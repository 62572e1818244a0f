"""What a rule is: one small pure check with its words, and how its hits become findings."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from ai_agents.checks.facts import Facts
from ai_agents.models import Evidence, Finding
from ai_agents.vocabulary import Dimension, FindingKind, Severity


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule fires: line ids (() for the whole resume) and words for its message.

    `severity` overrides the rule's; `values` fill the placeholders of message and suggestion.
    """

    lines: tuple[int, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One check of the catalogue.

    `languages` empty means it judges every language; else it is silent elsewhere. `not_in` names
    languages whose customs differ. `limit` hits become findings of their own, the rest is gathered
    in one more.
    """

    id: str
    dimension: Dimension
    criterion: str
    severity: Severity
    message: str
    suggestion: str
    reference: str
    check: Callable[[Facts], Iterable[Hit]]
    languages: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    kind: FindingKind = FindingKind.ISSUE
    limit: int = 4

    def judges(self, language: str | None) -> bool:
        """Whether the rule may speak about a resume in this language."""
        return language not in self.not_in and (not self.languages or language in self.languages)

    def under(self, criterion: str, dimension: Dimension) -> "Rule":
        """Return the rule as it stands in a rubric that may have it under another criterion."""
        if (criterion, dimension) == (self.criterion, self.dimension):
            return self
        return replace(self, criterion=criterion, dimension=dimension)


def findings_of(rule: Rule, facts: Facts) -> list[Finding]:
    """Run one rule and return its findings, in reading order, ids and points still empty."""
    if not rule.judges(facts.language):
        return []
    hits = sorted(rule.check(facts), key=lambda hit: hit.lines[:1] or (0,))
    shown = len(hits) if len(hits) == rule.limit + 1 else rule.limit
    found = [make_finding(rule, facts, hit) for hit in hits[:shown]]
    rest = hits[shown:]
    if rest:
        lines = tuple(sorted({line for hit in rest for line in hit.lines}))
        values = {**rest[0].values, "more": len(rest) - 1}
        found.append(make_finding(rule, facts, Hit(lines, values)))
    return found


def make_finding(rule: Rule, facts: Facts, hit: Hit) -> Finding:
    """Return the finding of one hit; its evidence text is copied from the document."""
    more = hit.values.get("more")
    message = rule.message.format_map(hit.values)
    if more:
        places = "one more place" if more == 1 else f"{more} more places"
        message = f"{message} The same holds for {places}."
    evidence = tuple(Evidence(line=line, text=facts.line(line).text) for line in hit.lines)
    told = "\x1f".join((rule.id, str(hit.values.get("tag", "")), *(e.text for e in evidence)))
    return Finding(
        id="",
        key=hashlib.sha256(told.encode()).hexdigest()[:16],
        rule=rule.id,
        criterion=rule.criterion,
        dimension=rule.dimension,
        severity=hit.severity or rule.severity,
        kind=rule.kind,
        message=message,
        suggestion=rule.suggestion.format_map(hit.values),
        reference=rule.reference,
        evidence=evidence,
    )
