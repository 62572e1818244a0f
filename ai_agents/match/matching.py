"""The door of this package: the facts of a resume and a posting go in, a match comes out.

    posting → what it asks for → verdict on each, from what the resume shows → points → Match

No model, no clock, no file: the same two texts give the same match everywhere.
"""

import textwrap
from collections.abc import Callable, Mapping
from typing import Final

from ai_agents.checks.facts import Facts
from ai_agents.match.arithmetic import in_words, points_of, weights_of, worths_of
from ai_agents.match.asks import Ask
from ai_agents.match.assess_record import (
    assess_certificate,
    assess_degree,
    assess_language,
    assess_years,
)
from ai_agents.match.assess_topic import assess_duty, assess_quality, assess_role, assess_skill
from ai_agents.match.posting import title_of
from ai_agents.match.requirements import Asked, asked_in
from ai_agents.match.resume_view import ResumeView, view_of
from ai_agents.match.rules import MatchRules, load_match_rules
from ai_agents.match.stuffing import find_stuffing, said_of
from ai_agents.match.verdict import Verdict
from ai_agents.models import JobPosting, Match, Requirement, RequirementMatch
from ai_agents.vocabulary import RequirementKind

#: Stands in place of a score when a text asks for nothing we can read.
NOTHING_ASKED: Final = (
    "No requirement was recognised in this text. Check that it is the complete job description, "
    "with what the job asks for."
)
_TEXT_CHARS: Final = 200


def match_job(facts: Facts, posting: JobPosting) -> Match:
    """Match a resume with a job; its score is None when the posting asks for nothing readable."""
    if posting.problem:
        return unmatched(posting, posting.problem)
    rules = load_match_rules()
    asked = asked_in(posting)
    if not asked:
        return unmatched(posting, NOTHING_ASKED)
    view = view_of(facts)
    stuffing = find_stuffing(view, tuple(one.ask for one in asked), posting, rules)
    honest = view.without(stuffing.lines).unproven(stuffing.unproven)
    rows = _rows(asked, honest, rules)
    return Match(
        job=posting,
        job_title=title_of(posting),
        score=round(sum(row.points for row in rows), 1),
        requirements=rows,
        stuffing=bool(stuffing.reasons),
        stuffing_reason=said_of(stuffing),
        stuffing_evidence=view.evidence(stuffing.lines),
        rule=in_words(rules),
        rules_version=rules.version,
    )


def unmatched(posting: JobPosting, reason: str) -> Match:
    """Return that there is no match, and why."""
    return Match(
        job=posting,
        job_title=title_of(posting),
        score=None,
        reason=reason,
    )


def _rows(
    asked: tuple[Asked, ...], view: ResumeView, rules: MatchRules
) -> tuple[RequirementMatch, ...]:
    weights = weights_of(asked, rules)
    worths = worths_of(weights)
    verdicts = [assess(one.ask, view, rules) for one in asked]
    points = points_of(worths, verdicts, rules)
    return tuple(
        RequirementMatch(
            requirement=Requirement(
                id=f"r{number}",
                kind=one.ask.kind,
                text=textwrap.shorten(one.ask.text, _TEXT_CHARS, placeholder=" …"),
                required=one.required,
                line=one.line,
            ),
            state=verdict.state,
            reason=verdict.reason,
            evidence=view.evidence(verdict.lines),
            weight=weights[number - 1],
            worth=worths[number - 1],
            points=points[number - 1],
        )
        for number, (one, verdict) in enumerate(zip(asked, verdicts, strict=True), 1)
    )


def assess(ask: Ask, view: ResumeView, rules: MatchRules) -> Verdict:
    """Judge one ask by its kind."""
    return _ASSESS.get(ask.kind, assess_skill)(ask, view, rules)


#: Who judges a kind; what is not here is judged as a skill.
_ASSESS: Final[Mapping[RequirementKind, Callable[[Ask, ResumeView, MatchRules], Verdict]]] = {
    RequirementKind.ROLE: assess_role,
    RequirementKind.YEARS: assess_years,
    RequirementKind.DEGREE: assess_degree,
    RequirementKind.CERTIFICATE: lambda ask, view, _rules: assess_certificate(ask, view),
    RequirementKind.LANGUAGE: lambda ask, view, _rules: assess_language(ask, view),
    RequirementKind.DUTY: assess_duty,
    RequirementKind.QUALITY: lambda ask, view, _rules: assess_quality(ask, view),
}
