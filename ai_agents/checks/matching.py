"""Where a resume shows an industry's key skills and appeal points."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ai_agents.checks.lexicon import PhraseIndex, words_of
from ai_agents.checks.statements import Said
from ai_agents.models import Document, Profile
from ai_agents.rubric import Industry
from ai_agents.vocabulary import SectionKind


@dataclass(frozen=True, slots=True)
class Matches:
    """Key skills and appeal points found; lines are sorted ids, () never occurs.

    `skills` says where a skill is named at all; `worked` only statements of experience and
    projects; `points` the statements that show an appeal point; `roles` the jobs whose title
    belongs to the industry.
    """

    skills: Mapping[str, tuple[int, ...]]
    worked: Mapping[str, tuple[int, ...]]
    points: Mapping[str, tuple[int, ...]]
    roles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Indexes:
    skills: PhraseIndex
    points: PhraseIndex
    roles: PhraseIndex


_made: dict[str, tuple[Industry, _Indexes]] = {}


def _indexes(industry: Industry) -> _Indexes:
    """Return the industry's phrase indexes; making them costs as much as ten reviews, so once."""
    known = _made.get(industry.code)
    if known is not None and known[0] is industry:
        return known[1]
    made = _make_indexes(industry)
    _made[industry.code] = (industry, made)
    return made


def _make_indexes(industry: Industry) -> _Indexes:
    skills = industry.required + industry.preferred
    return _Indexes(
        PhraseIndex((s.name, phrase) for s in skills for phrase in (s.name, *s.synonyms)),
        PhraseIndex((p.id, phrase) for p in industry.appeal_points for phrase in p.keywords),
        PhraseIndex((phrase, phrase) for phrase in industry.roles),
    )


def match_industry(
    document: Document,
    profile: Profile,
    statements: Iterable[Said],
    industry: Industry,
    left_out: Iterable[int],
) -> Matches:
    """Match a resume with an industry.

    Contact lines and education lines are left out: a school's or a person's name must not match a
    keyword (DESIGN 3.8); of education only degree and field count.
    """
    indexes = _indexes(industry)
    skip = _private_lines(document, profile) | set(left_out)
    skills = _skills_on_lines(document, profile, indexes.skills, skip)
    worked: dict[str, set[int]] = {}
    points: dict[str, set[int]] = {}
    for said in statements:
        if said.section == SectionKind.EDUCATION or skip.intersection(said.lines):
            continue
        words = words_of(said.text)
        for name in indexes.points.find(words):
            points.setdefault(name, set()).add(said.first)
        for name in indexes.skills.find(words):
            skills.setdefault(name, set()).add(said.first)
            if said.section in {SectionKind.EXPERIENCE, SectionKind.PROJECTS}:
                worked.setdefault(name, set()).add(said.first)
    roles = tuple(
        index
        for index, entry in enumerate(profile.experience)
        if entry.title and indexes.roles.find(words_of(entry.title))
    )
    return Matches(_sorted(skills), _sorted(worked), _sorted(points), roles)


def _skills_on_lines(
    document: Document, profile: Profile, index: PhraseIndex, skip: set[int]
) -> dict[str, set[int]]:
    skills: dict[str, set[int]] = {}
    for line in document.lines:
        if line.id not in skip:
            for name in index.find(words_of(line.text)):
                skills.setdefault(name, set()).add(line.id)
    for study in profile.education:
        for name in index.find(words_of(f"{study.degree or ''} | {study.field or ''}")):
            skills.setdefault(name, set()).add(study.lines[0])
    return skills


def _private_lines(document: Document, profile: Profile) -> set[int]:
    first = min((section.first_line for section in profile.sections), default=1)
    lines = set(range(1, first)) if profile.sections else set()
    for section in profile.sections:
        if section.kind in {SectionKind.EDUCATION, SectionKind.CONTACT}:
            lines.update(range(section.first_line, section.last_line + 1))
    for field in ("name", "email", "phone", "location"):
        lines.update(profile.found_at.get(field, ()))
    for study in profile.education:
        lines.update(range(study.lines[0], study.lines[1] + 1))
    return lines & {line.id for line in document.lines}


def _sorted(found: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {name: tuple(sorted(found[name])) for name in sorted(found)}
