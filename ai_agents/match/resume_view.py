"""A resume as a match sees it: what it says, where it says it, and which terms that names.

Hidden text and instructions to a model are not in the facts' statements and visible lines; contact
lines, school names and employers are left out here: who somebody is never meets a requirement.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from itertools import pairwise

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts, Study
from ai_agents.checks.statements import WORK_KINDS, Said
from ai_agents.match.clauses import says
from ai_agents.match.lexicon import alike_roots, certificates, function_words, skills
from ai_agents.match.words import Cut, cut
from ai_agents.models import Evidence
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
_ITEM_MARKS = re.compile(r"\s*(?:[,;|•·/]|\s[–—-]\s)\s*")
#: Items a list has at least, words one of them has at most, and where its label ends.
_LIST_ITEMS, _ITEM_WORDS, _LABEL_CHARS = 4, 6, 30
#: Fewer words name something and tell nothing.
_TOLD_WORDS = 4
_RUNS_ON = frozenset({"using", "including", "e.g.", "via", "like"})
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


@dataclass(frozen=True)
class ResumeView:
    """All passages of a resume in reading order; lines of `gone` count for nothing."""

    facts: Facts
    passages: tuple[Passage, ...]
    gone: frozenset[int] = frozenset()

    def at(self, *places: Place) -> tuple[Passage, ...]:
        """Return the passages of these places."""
        return tuple(item for item in self.passages if item.place in places)

    def of_job(self, job: Job) -> tuple[Passage, ...]:
        """Return what proves something of one position, its title included."""
        mine = (item for item in self.passages if item.job == job.index)
        return tuple(item for item in mine if item.place in PROVING)

    def without(self, lines: Iterable[int]) -> "ResumeView":
        """Return the resume without everything that touches one of these lines."""
        gone = self.gone.union(lines)
        kept = tuple(item for item in self.passages if not gone.intersection(item.lines))
        return ResumeView(self.facts, kept, gone)

    def unproven(self, lines: Collection[int]) -> "ResumeView":
        """Return the resume with what stands on these lines as claimed, not shown."""
        passages = tuple(
            replace(item, place=Place.LISTED)
            if item.place is Place.WORK and not set(lines).isdisjoint(item.lines)
            else item
            for item in self.passages
        )
        return ResumeView(self.facts, passages, self.gone)

    @property
    def studies(self) -> tuple[Study, ...]:
        """The courses of study that count."""
        return tuple(
            study
            for study in self.facts.studies
            if self.gone.isdisjoint(range(study.lines[0], study.lines[1] + 1))
        )

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
    return ResumeView(facts, tuple(passages), left_out)


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
        tail = _list_below(facts, said)
        if tail is None:
            yield Passage(said.text, said.lines, _place(said), said.job)
            continue
        at = said.lines.index(tail)
        text = " ".join(facts.line(number).text for number in said.lines[:at])
        yield Passage(text, said.lines[:at], _place(said), said.job)
        for number in said.lines[at:]:
            yield Passage(facts.line(number).text, (number,), Place.LISTED)


def _list_below(facts: Facts, said: Said) -> int | None:
    """Return the line where a list begins that only stands below a statement and is no part of it.

    A statement runs on into a list after a comma, a colon, or a word like 'using'.
    """
    for above, number in pairwise(said.lines):
        before = facts.line(above).text.rstrip()
        word = before.split()[-1].lower() if before else ""
        runs_on = before[-1:] in ",:(&/-–" or word in function_words() or word in _RUNS_ON
        if not runs_on and is_list(facts.line(number).text):
            return number
    return None


def _place(said: Said) -> Place:
    if said.section in WORK_KINDS:
        told = len(said.words) >= _TOLD_WORDS and not _is_bare_list(said.text)
        return Place.WORK if told else Place.LISTED
    if said.section is SectionKind.CERTIFICATIONS and _names_certificate(said.text):
        return Place.CERTIFICATE
    return Place.LANGUAGE if said.section is SectionKind.LANGUAGES else Place.LISTED


def list_items(text: str) -> list[str]:
    """Return the items of a list, its label left out."""
    return [piece for piece in _ITEM_MARKS.split(text.partition(": ")[2] or text) if piece]


def is_list(text: str) -> bool:
    """Whether a text is a row of short items rather than a sentence."""
    items = list_items(text)
    return len(items) >= _LIST_ITEMS and all(len(item.split()) <= _ITEM_WORDS for item in items)


def _is_bare_list(text: str) -> bool:
    """Whether a statement names terms and says nothing of them; 'Technologies:' belongs to work."""
    if says("keyword-label", text[:_LABEL_CHARS]):
        return True
    if ": " in text[:_LABEL_CHARS]:
        return False
    if is_list(text):
        return True
    words = cut(text)
    named = {n for spot in skills().said(words) for n in range(spot.first, spot.last + 1)}
    rest = [w for n, w in enumerate(words.words) if n not in named]
    return all(word.written.lower() in function_words() for word in rest)


def _names_certificate(text: str) -> bool:
    """Whether a line names a certificate; what else stands under that heading is only listed."""
    return bool(certificates().said(cut(text))) or says("certificate", text)


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
                text = facts.line(number).text
                listed = place is Place.CERTIFICATE and not _names_certificate(text)
                if listed or number not in said or kind is SectionKind.SKILLS:
                    yield Passage(text, (number,), Place.LISTED if listed else place)
                if kind is SectionKind.SKILLS and number < section.last_line:
                    yield from _wrapped_item(facts, number)


def _wrapped_item(facts: Facts, number: int) -> Iterator[Passage]:
    """Yield the item of a list that runs over the end of its line: 'Electrical' and 'code'."""
    line, following = facts.line(number), facts.line(number + 1)
    text = line.text.rstrip()
    if text[-1:] in ",;:.)" or "," not in text or following.bullet or ":" in following.text:
        return
    item = f"{text.rpartition(',')[2]} {following.text.partition(',')[0]}".strip()
    if len(item.split()) <= _ITEM_WORDS:
        yield Passage(item, (number, number + 1), Place.LISTED)


def _studies(facts: Facts) -> Iterator[Passage]:
    for study in facts.studies:
        text = ", ".join(part for part in (study.degree, study.field) if part)
        yield Passage(text, (study.lines[0],), Place.STUDY)
