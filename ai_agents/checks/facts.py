"""Everything the rules need to know about a resume, gathered once from document and profile.

Rules and judges see only this. Who the person is stays outside (DESIGN 3.8): no name, school,
address, graduation year or photo is kept here, only whether a field is there and where it stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ai_agents.checks.experience_facts import Job, gather_jobs
from ai_agents.checks.injection import instruction_lines
from ai_agents.checks.layout import Layout, measure
from ai_agents.checks.lexicon import tokens
from ai_agents.checks.matching import Matches, match_industry
from ai_agents.checks.months import Span, merged_months, month_number
from ai_agents.checks.other_time import late_studies, told_time
from ai_agents.checks.statements import WORK_KINDS, Said, gather_statements
from ai_agents.models import Document, HiddenText, Line, Profile, Section
from ai_agents.rubric import Industry
from ai_agents.vocabulary import SectionKind, Seniority

#: Months of experience from which a career counts as mid and senior.
MID_MONTHS, SENIOR_MONTHS, EXECUTIVE_MONTHS = 30, 84, 120


@dataclass(frozen=True, slots=True)
class Contact:
    """What is there to reach the person; `*_lines` say where, () when it is nowhere."""

    email: str | None
    phone: str | None
    has_name: bool
    has_location: bool
    email_lines: tuple[int, ...]
    phone_lines: tuple[int, ...]
    zone: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """One course of study, without school and years."""

    has_institution: bool
    degree: str | None
    field: str | None
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """One resume as the rules see it. All tuples are in reading order; months count from year 0.

    `late_studies` are pairs of lines, a course of study that ended later below one that ended
    earlier; `told` the stretches of time that anything but the positions accounts for.
    """

    language: str | None
    as_of: int
    industry: Industry
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    statements: tuple[Said, ...]
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    late_studies: tuple[tuple[int, int], ...]
    told: tuple[Span, ...]
    skills: tuple[str, ...]
    contact: Contact
    layout: Layout
    hidden: tuple[HiddenText, ...]
    instructions: tuple[int, ...]
    matches: Matches
    names: frozenset[str]
    words: int
    months: int
    seniority: Seniority
    reading_confidence: float
    media_type: str

    @property
    def english(self) -> bool:
        """Whether the text is known to be English."""
        return self.language == "en"

    def line(self, line_id: int) -> Line:
        """Return the line with this id."""
        return self.lines[line_id - 1]

    def has(self, kind: SectionKind) -> bool:
        """Whether the resume has a section of this kind."""
        return any(section.kind == kind for section in self.sections)

    def sections_of(self, kind: SectionKind) -> tuple[Section, ...]:
        """Return the sections of a kind."""
        return tuple(section for section in self.sections if section.kind == kind)

    def said_in(self, *kinds: SectionKind) -> tuple[Said, ...]:
        """Return the statements of these sections."""
        return tuple(said for said in self.statements if said.section in kinds)

    def work(self, fewest_words: int = 1) -> tuple[Said, ...]:
        """Return the different statements about work of at least so many words."""
        return tuple(
            said
            for said in self.said_in(*WORK_KINDS)
            if said.repeat_of is None and len(said.words) >= fewest_words
        )

    def line_with(self, said: Said, text: str) -> int:
        """Return the statement's line that holds the text, its first when the text wraps."""
        for number in said.lines:
            if text.strip().lower() in self.line(number).text.lower():
                return number
        return said.first

    def skill_lines(self) -> tuple[int, ...]:
        """Return the lines of the skills sections, their headings left out."""
        return tuple(
            number
            for section in self.sections_of(SectionKind.SKILLS)
            for number in range(section.first_line + bool(section.heading), section.last_line + 1)
        )

    def said_by(self, job: Job) -> tuple[Said, ...]:
        """Return the statements under one position."""
        return tuple(said for said in self.statements if said.job == job.index)


def gather_facts(document: Document, profile: Profile, industry: Industry, as_of: str) -> Facts:
    """Gather the facts of one resume; pure and deterministic.

    `as_of` is the month that counts as now, `YYYY-MM`; ValueError when it is not one.
    """
    now = month_number(as_of)
    if now is None or not now[1]:
        raise ValueError(f"as_of is no month: {as_of!r}")
    instructions = instruction_lines(document.lines)
    contact = _contact(document, profile)
    statements = gather_statements(profile, frozenset(instructions), document.language)
    jobs = gather_jobs(document, profile, now[0])
    months = merged_months(job.span for job in jobs if job.span is not None)
    return Facts(
        language=document.language,
        as_of=now[0],
        industry=industry,
        lines=document.lines,
        sections=profile.sections,
        statements=statements,
        jobs=jobs,
        studies=_studies(profile),
        late_studies=late_studies(profile, now[0]),
        told=told_time(document, profile, now[0]),
        skills=profile.skills,
        contact=contact,
        layout=measure(document),
        hidden=document.hidden,
        instructions=instructions,
        matches=match_industry(document, profile, statements, industry, instructions),
        names=_names(profile, jobs),
        words=sum(len(tokens(line.text)) for line in document.lines),
        months=months,
        seniority=_seniority(jobs, months),
        reading_confidence=document.confidence,
        media_type=document.source.media_type,
    )


def _contact(document: Document, profile: Profile) -> Contact:
    first = min(
        (s.first_line for s in profile.sections if s.kind != SectionKind.CONTACT),
        default=len(document.lines) + 1,
    )
    zone = {line.id for line in document.lines if line.id < first}
    for section in profile.sections:
        if section.kind == SectionKind.CONTACT:
            zone.update(range(section.first_line, section.last_line + 1))
    for field in ("name", "email", "phone", "location"):
        zone.update(profile.found_at.get(field, ()))
    return Contact(
        email=profile.email,
        phone=profile.phone,
        has_name=bool(profile.name),
        has_location=bool(profile.location),
        email_lines=profile.found_at.get("email", ()),
        phone_lines=profile.found_at.get("phone", ()),
        zone=tuple(sorted(zone)),
    )


def _studies(profile: Profile) -> tuple[Study, ...]:
    return tuple(
        Study(bool(item.institution), item.degree, item.field, item.lines)
        for item in profile.education
    )


def _names(profile: Profile, jobs: Iterable[Job]) -> frozenset[str]:
    """Return lower-case words that are names here: no rule may take them for misspelt words."""
    texts = [profile.name or "", profile.location or ""]
    texts.extend(item.institution or "" for item in profile.education)
    texts.extend(f"{job.employer or ''} {job.location or ''}" for job in jobs)
    texts.extend(profile.skills)
    return frozenset(word.lower() for text in texts for word in tokens(text))


def _seniority(jobs: tuple[Job, ...], months: int) -> Seniority:
    leads = any(job.executive and (job.span is None or job.span.months >= 12) for job in jobs)
    if months >= EXECUTIVE_MONTHS and leads:
        return Seniority.EXECUTIVE
    if months >= SENIOR_MONTHS:
        return Seniority.SENIOR
    return Seniority.MID if months >= MID_MONTHS else Seniority.ENTRY
