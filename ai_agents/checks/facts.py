"""Everything the rules need to know about a resume, gathered once from document and profile.

Rules and judges see only this. Who the person is stays outside (DESIGN 3.8): facts are gathered
from the masked document, so that no name, school, address, graduation year or photo is in them.
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
from ai_agents.fairness.contact_form import ContactForm
from ai_agents.fairness.masking import MaskedDocument
from ai_agents.fairness.placeholders import PLACEHOLDER_WORDS
from ai_agents.models import HiddenText, Line, Profile, Section
from ai_agents.rubric import Industry
from ai_agents.vocabulary import SectionKind, Seniority

#: Bullets of a position beyond which readers stop.
MANY_BULLETS = 8
#: Statements of fewer words are items of a list.
FEWEST_WORDS = 3
#: Statements a reader expects of each of the latest positions, and of a resume.
LATEST_POSITIONS, DUE_PER_POSITION, DUE_IN_ALL = 3, 4, 8
#: Months of experience from which a career counts as mid and senior.
MID_MONTHS, SENIOR_MONTHS, EXECUTIVE_MONTHS = 30, 84, 120


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
    contact: ContactForm
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

    def all_work(self, fewest_words: int = 1) -> tuple[Said, ...]:
        """Return the statements about work of at least so many words, repeated ones too."""
        said_here = self.said_in(*WORK_KINDS)
        return tuple(said for said in said_here if len(said.words) >= fewest_words)

    def work(self, fewest_words: int = 1) -> tuple[Said, ...]:
        """Return the different statements about work of at least so many words."""
        return tuple(said for said in self.all_work(fewest_words) if said.distinct)

    def taken_in(self, fewest_words: int = 1) -> tuple[Said, ...]:
        """Return the different statements about work that a reader takes in.

        Blocks of text are none, nor is what stands below the eighth bullet of a position.
        """
        return tuple(
            said
            for said in self.work(fewest_words)
            if not said.dense and self._place(said) < MANY_BULLETS
        )

    def _place(self, said: Said) -> int:
        """Return how many statements stand above this one under its position."""
        if said.job is None:
            return 0
        return sum(other.job == said.job and other.first < said.first for other in self.statements)

    @property
    def due(self) -> int:
        """How many statements about work shares are counted against.

        All there are, and where a position of the three latest has fewer than four, four: leaving
        a statement out must not raise a share. At least eight: two good ones are no record yet.
        """
        work = self.all_work(FEWEST_WORDS)
        latest = [job.index for job in self.latest_jobs[:LATEST_POSITIONS]]
        told = [sum(said.job == index for said in work) for index in latest]
        short = sum(max(0, DUE_PER_POSITION - count) for count in told)
        return max(len(work) + short, DUE_IN_ALL)

    @property
    def latest_jobs(self) -> tuple[Job, ...]:
        """The positions, the latest first, by their dates where all have some."""
        if any(job.span is None for job in self.jobs):
            return self.jobs
        return tuple(sorted(self.jobs, key=lambda job: -(job.span.last if job.span else 0)))

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


def gather_facts(masked: MaskedDocument, industry: Industry, as_of: str) -> Facts:
    """Gather the facts of one resume without identity; pure and deterministic.

    `as_of` is the month that counts as now, `YYYY-MM`; ValueError when it is not one.
    """
    now = month_number(as_of)
    if now is None or not now[1]:
        raise ValueError(f"as_of is no month: {as_of!r}")
    document, profile = masked.document, masked.profile
    instructions = instruction_lines(document.lines)
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
        told=told_time(masked.told, now[0]),
        skills=profile.skills,
        contact=masked.contact,
        layout=measure(document),
        hidden=document.hidden,
        instructions=instructions,
        matches=match_industry(document, profile, statements, industry, instructions),
        names=_names(profile, jobs),
        words=sum(len(tokens(n.text)) for n in document.lines if n.id not in instructions),
        months=months,
        seniority=_seniority(jobs, months),
        reading_confidence=document.confidence,
        media_type=document.source.media_type,
    )


def _studies(profile: Profile) -> tuple[Study, ...]:
    return tuple(
        Study(bool(item.institution), item.degree, item.field, item.lines)
        for item in profile.education
    )


def _names(profile: Profile, jobs: Iterable[Job]) -> frozenset[str]:
    """Return lower-case words that are names here: no rule may take them for misspelt words."""
    texts = [f"{job.employer or ''} {job.location or ''}" for job in jobs]
    texts.extend(profile.skills)
    return PLACEHOLDER_WORDS.union(word.lower() for text in texts for word in tokens(text))


def _seniority(jobs: tuple[Job, ...], months: int) -> Seniority:
    leads = any(job.executive and (job.span is None or job.span.months >= 12) for job in jobs)
    if months >= EXECUTIVE_MONTHS and leads:
        return Seniority.EXECUTIVE
    if months >= SENIOR_MONTHS:
        return Seniority.SENIOR
    return Seniority.MID if months >= MID_MONTHS else Seniority.ENTRY
