"""A resume as a match sees it: what it says, where it says it, and which terms that names.

Hidden text and instructions to a model are not in the facts' statements and visible lines; contact
lines, school names and employers are left out here: who somebody is never meets a requirement.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.statements import WORK_KINDS, Said
from ai_agents.match.lexicon import alike_roots, certificates, function_words, skills
from ai_agents.match.words import Cut, cut
from ai_agents.models import Evidence
from ai_agents.profile.folding import fold
from ai_agents.vocabulary import SectionKind


class Place(IntEnum):
    """Where a resume says something, the place that proves most first."""

    WORK = 0
    TITLE = 1
    CERTIFICATE = 2
    STUDY = 3
    LISTED = 4
    LANGUAGE = 5


#: Places that show something done or earned; elsewhere it is only claimed.
PROVING = frozenset({Place.WORK, Place.TITLE, Place.CERTIFICATE, Place.STUDY})
_SKIPPED = frozenset({SectionKind.EDUCATION, SectionKind.CONTACT, SectionKind.REFERENCES})


@dataclass(frozen=True)
class Passage:
    """One thing a resume says; `job` is the index of the position it stands under."""

    text: str
    lines: tuple[int, ...]
    place: Place
    job: int | None = None

    @cached_property
    def cut(self) -> Cut:
        """Its words."""
        return cut(self.text)

    @cached_property
    def spotted(self) -> tuple[str, ...]:
        """The terms it names, each as often as it does."""
        return tuple(spot.name for spot in skills().said(self.cut))

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms it names."""
        return frozenset(self.spotted)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Everything these terms show."""
        return skills().shown_by(self.terms)

    def words_for(self, asked: Collection[str]) -> tuple[str, ...]:
        """Return its own words for terms that show one of these, each once."""
        wanted = frozenset(asked)
        words = (
            self.cut.between(spot.first, spot.last)
            for spot in skills().said(self.cut)
            if wanted & skills().by_name[spot.name].shows
        )
        return tuple(dict.fromkeys(words))

    @cached_property
    def certificates(self) -> frozenset[str]:
        """The certificates it names, and what these show."""
        spots = certificates().said(self.cut)
        return certificates().shown_by({spot.name for spot in spots})

    @cached_property
    def roots(self) -> frozenset[str]:
        """Roots of its words, with the groups of verbs they belong to as '#3'."""
        roots = {word.root for word in self.cut.words}
        groups = {f"#{number}" for root in roots for number in alike_roots().get(root, ())}
        return frozenset(roots | groups)

    @cached_property
    def sequence(self) -> tuple[str, ...]:
        """Roots of its words in order, function words left out: what copying is measured by."""
        return tuple(w.root for w in self.cut.words if fold(w.written) not in function_words())


@dataclass(frozen=True)
class ResumeView:
    """All passages of a resume in reading order, apart from lines that count for nothing."""

    facts: Facts
    passages: tuple[Passage, ...]

    def at(self, *places: Place) -> tuple[Passage, ...]:
        """Return the passages of these places."""
        return tuple(item for item in self.passages if item.place in places)

    def of_job(self, job: Job) -> tuple[Passage, ...]:
        """Return what stands under one position, its title included."""
        return tuple(item for item in self.passages if item.job == job.index)

    def without(self, lines: Iterable[int]) -> "ResumeView":
        """Return the resume without every passage that touches one of these lines."""
        gone = frozenset(lines)
        kept = tuple(item for item in self.passages if not gone.intersection(item.lines))
        return ResumeView(self.facts, kept)

    def evidence(self, lines: Iterable[int]) -> tuple[Evidence, ...]:
        """Return lines as evidence, their text copied from the resume."""
        wanted = dict.fromkeys(lines)
        return tuple(Evidence(line=n, text=self.facts.line(n).text.strip()) for n in wanted)


def view_of(facts: Facts) -> ResumeView:
    """Return a resume as a match sees it."""
    left_out = frozenset(facts.instructions)
    passages = [
        item
        for item in (*_titles(facts), *_said(facts), *_lines(facts), *_studies(facts))
        if not left_out.intersection(item.lines) and item.text.strip()
    ]
    passages.sort(key=lambda item: (item.lines, item.place))
    return ResumeView(facts, tuple(passages))


def _titles(facts: Facts) -> Iterator[Passage]:
    for job in facts.jobs:
        if job.title:
            line = _line_with(facts, job)
            yield Passage(job.title, (line,), Place.TITLE, job.index)


def _line_with(facts: Facts, job: Job) -> int:
    for number in range(job.lines[0], job.lines[1] + 1):
        if job.title and job.title.lower() in facts.line(number).text.lower():
            return number
    return job.lines[0]


def _said(facts: Facts) -> Iterator[Passage]:
    for said in facts.statements:
        if said.section in _SKIPPED or said.section is SectionKind.SKILLS:
            continue
        yield Passage(said.text, said.lines, _place(said), said.job)


def _place(said: Said) -> Place:
    if said.section in WORK_KINDS:
        return Place.WORK
    if said.section is SectionKind.CERTIFICATIONS:
        return Place.CERTIFICATE
    return Place.LANGUAGE if said.section is SectionKind.LANGUAGES else Place.LISTED


def _lines(facts: Facts) -> Iterator[Passage]:
    """Yield lines of lists that no statement holds: skills, certificates, languages."""
    said = {line for item in facts.statements for line in item.lines}
    places = (
        (SectionKind.SKILLS, Place.LISTED),
        (SectionKind.CERTIFICATIONS, Place.CERTIFICATE),
        (SectionKind.LANGUAGES, Place.LANGUAGE),
    )
    for kind, place in places:
        for section in facts.sections_of(kind):
            first = section.first_line + bool(section.heading)
            for number in range(first, section.last_line + 1):
                if number not in said or kind is SectionKind.SKILLS:
                    yield Passage(facts.line(number).text, (number,), place)


def _studies(facts: Facts) -> Iterator[Passage]:
    for study in facts.studies:
        text = ", ".join(part for part in (study.degree, study.field) if part)
        yield Passage(text, (study.lines[0],), Place.STUDY)
