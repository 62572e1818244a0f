"""Derives the feedback lists of SPEC section 1 from the one list of findings; pure."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

Finding: TypeAlias = Mapping[str, Any]

_STRUCTURE = ("format", "organization", "tone", "completeness")


def _is(kind: str, *dimensions: str) -> Callable[[Finding], bool]:
    return lambda f: f.get("kind") == kind and f.get("dimension") in dimensions


def _about_section(finding: Finding) -> bool:
    return "section" in str(finding.get("rule", ""))


def _messages(findings: Iterable[Finding], wanted: Callable[[Finding], bool]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(f.get("message", "")) for f in findings if wanted(f)))


def _advice(findings: Iterable[Finding], wanted: Callable[[Finding], bool]) -> tuple[str, ...]:
    said = (str(f.get("suggestion", "")) for f in findings if wanted(f))
    return tuple(dict.fromkeys(sentence for sentence in said if sentence))


def structure_feedback(findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Return the structure lists, each in the order of the findings, without repetitions."""
    found = list(findings)
    incomplete = _is("issue", "completeness")
    return {
        "issues": _messages(found, _is("issue", "format", "organization")),
        "missing_sections": _messages(found, lambda f: incomplete(f) and _about_section(f)),
        "tone_problems": _messages(found, _is("issue", "tone")),
        "completeness_gaps": _messages(found, lambda f: incomplete(f) and not _about_section(f)),
        "strengths": _messages(found, _is("strength", *_STRUCTURE)),
        "recommendations": _advice(found, _is("issue", *_STRUCTURE)),
    }


def appeal_feedback(findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Return the appeal lists, each in the order of the findings, without repetitions."""
    found = list(findings)
    weak = _is("issue", "achievement_relevance", "experience_fit", "competitive_positioning")
    return {
        "relevant_achievements": _messages(found, _is("strength", "achievement_relevance")),
        "missing_skills": _messages(found, _is("issue", "skills_alignment")),
        "transferable_experience": _messages(found, _is("strength", "experience_fit")),
        "competitive_advantages": _messages(
            found, _is("strength", "competitive_positioning", "skills_alignment")
        ),
        "improvement_areas": _messages(found, weak),
    }
