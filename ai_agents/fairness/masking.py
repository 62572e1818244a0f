"""The resume as rules and models may see it: who the person is stands nowhere in it.

    Document, Profile → mask → MaskedDocument   what judges work on
                             → Originals        what was masked, to quote from once all is judged

Line ids, pages, places and looks stay as they are; only words change (docs/adr/0045).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ai_agents.checks.other_time import told_dates
from ai_agents.fairness import personal_fields
from ai_agents.fairness.addresses import AddressFinder
from ai_agents.fairness.contact_form import ContactForm, contact_form, contact_zone
from ai_agents.fairness.gender import GenderFinder
from ai_agents.fairness.names import NameFinder
from ai_agents.fairness.placeholders import PLACEHOLDER, placeholder, readable
from ai_agents.fairness.reachable import (
    email_spans,
    handle_spans,
    link_spans,
    meant_emails,
    phone_spans,
)
from ai_agents.fairness.spans import Span, put_in, put_in_parts, settle
from ai_agents.fairness.studies import StudyFinder
from ai_agents.models import Document, EducationEntry, ExperienceEntry, Line, Profile, SourceFile
from ai_agents.profile.statements import statement_text
from ai_agents.vocabulary import IdentityKind, SectionKind

_YEAR: Final = IdentityKind.GRADUATION_YEAR
#: Contact data is never longer; where nothing is headed, the rest of the text is none.
_LONGEST_HEAD: Final = 20
#: A name that runs over the end of a line is one name.
_REPEATED: Final = re.compile(rf"({PLACEHOLDER.pattern})(?:\s+\1)+")


@dataclass(frozen=True, slots=True)
class Original:
    """What one placeholder or neutral word stands for: characters `start` on of a line's text."""

    line: int
    start: int
    kind: IdentityKind
    put: str
    text: str


@dataclass(frozen=True, slots=True)
class MaskedDocument:
    """A resume without identity, and what may be known of the contact data.

    The type is the promise: rules, judges and prompts take nothing else. `profile` has no name,
    address or school, and its years of study are moved; `contact` says what is there. `told` are
    the (start, end) of time the resume accounts for beside positions, only to explain gaps.
    """

    document: Document
    profile: Profile
    contact: ContactForm
    told: tuple[tuple[str | None, str | None], ...]
    undated: Mapping[int, str]

    def for_model(self, line_id: int) -> str:
        """Return a line as a language model may read it: '[name] led', no year of study moved."""
        return readable(self.undated.get(line_id, self.document.line(line_id).text))


@dataclass(frozen=True, slots=True)
class Originals:
    """What was masked, in reading order; for quoting and for the receipt, never for judging."""

    items: tuple[Original, ...]
    photos: int


def mask(document: Document, profile: Profile) -> tuple[MaskedDocument, Originals]:
    """Mask one resume; pure and deterministic."""
    masker = _Masker(document, profile)
    masked = document.model_copy(
        update={
            "source": _nameless(document.source),
            "lines": tuple(masker.line(line) for line in document.lines),
            "links": (),
        }
    )
    form = contact_form(document, profile, masker.names.parts, masker.addresses())
    originals = Originals(tuple(masker.found), photos=document.photos)
    told = told_dates(document, profile)
    return MaskedDocument(masked, masker.profile(masked), form, told, masker.undated), originals


def _nameless(source: SourceFile) -> SourceFile:
    """Return the file's facts without its name, which is the person's as often as not."""
    return source.model_copy(update={"name": "resume"})


class _Masker:
    """Masks line after line of one resume and keeps account of what it masked."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self._profile = profile
        self.names = NameFinder(profile.name)
        self._gender = GenderFinder(document.language)
        self._address = AddressFinder(profile.location)
        self._name_lines = frozenset(profile.found_at.get("name", ()))
        self._contact = _contact_lines(document, profile)
        self._education = _education_lines(profile)
        self._study = StudyFinder(
            (entry.institution for entry in profile.education if entry.institution),
            (line.text for line in document.lines if line.id in self._education),
        )
        self._label: IdentityKind | None = None
        self.found: list[Original] = []
        self.undated: dict[int, str] = {}

    def line(self, line: Line) -> Line:
        """Return a line with other words in the place of identity."""
        spans = settle(line.text, self._on_line(line))
        self._label = personal_fields.label_alone(line.text)
        if not spans:
            return line
        self.found += [
            Original(line.id, span.start, span.kind, span.put, line.text[span.start : span.end])
            for span in spans
        ]
        if any(span.kind == _YEAR for span in spans):
            unsaid = [replace(s, put=placeholder(_YEAR)) if s.kind == _YEAR else s for s in spans]
            self.undated[line.id] = put_in(line.text, unsaid)
        return line.model_copy(
            update={
                "text": put_in(line.text, spans),
                "parts": put_in_parts(line.text, line.parts, spans),
            }
        )

    def addresses(self) -> list[str]:
        """Return the addresses found among the contact data; call once all lines are masked."""
        return [
            item.text
            for item in self.found
            if item.kind == IdentityKind.ADDRESS and item.line in self._contact
        ]

    def _on_line(self, line: Line) -> Iterator[Span]:
        """Yield what identifies the person on a line, the surest first."""
        text, contact = line.text, line.id in self._contact
        if self._label is not None and personal_fields.is_value(text):
            yield Span(0, len(text), self._label, placeholder(self._label))
        yield from email_spans(text)
        if contact:
            yield from meant_emails(text)
        yield from link_spans(text, self.names.parts, all_links=contact)
        yield from personal_fields.labelled(text)
        yield from self.names.spans(text, own_line=line.id in self._name_lines)
        yield from handle_spans(text, self.names.parts)
        if contact:
            yield from personal_fields.told_in_passing(text)
            yield from phone_spans(text)
            yield from self._address.spans(text)
        if line.id in self._education:
            yield from self._study.in_education(text)
        yield from self._anywhere(text)

    def _anywhere(self, text: str) -> Iterator[Span]:
        yield from self._study.anywhere(text)
        yield from self._address.said(text)
        yield from self._gender.spans(text)

    def _optional(self, text: str | None) -> str | None:
        return self._field(text) if text else text

    def _field(self, text: str) -> str:
        """Return a field of the profile without identity."""
        return put_in(text, settle(text, (*self.names.spans(text), *self._anywhere(text))))

    def profile(self, masked: Document) -> Profile:
        """Return the profile of the masked document; call once all lines are masked."""
        told = self._profile
        return told.model_copy(
            update={
                "name": None,
                "email": None,
                "phone": None,
                "location": None,
                "links": (),
                "sections": tuple(
                    item.model_copy(update={"heading": self._optional(item.heading)})
                    for item in told.sections
                ),
                "experience": tuple(map(self._position, told.experience)),
                "education": tuple(map(self._study_entry, told.education)),
                "skills": tuple(map(self._field, told.skills)),
                "statements": tuple(
                    item.model_copy(
                        update={"text": _statement(masked.line(number) for number in item.lines)}
                    )
                    for item in told.statements
                ),
            }
        )

    def _position(self, entry: ExperienceEntry) -> ExperienceEntry:
        fields = ("title", "employer", "location")
        return entry.model_copy(
            update={name: self._optional(getattr(entry, name)) for name in fields}
        )

    def _study_entry(self, entry: EducationEntry) -> EducationEntry:
        return entry.model_copy(
            update={
                "institution": placeholder(IdentityKind.SCHOOL) if entry.institution else None,
                "degree": self._optional(entry.degree),
                "field": self._optional(entry.field),
                "start": self._study.moved(entry.start),
                "end": self._study.moved(entry.end),
            }
        )


def _statement(lines: Iterator[Line]) -> str:
    return _REPEATED.sub(r"\1", statement_text(tuple(lines)))


def _contact_lines(document: Document, profile: Profile) -> frozenset[int]:
    """Return the lines where a town or a bare number is the person's own."""
    zone = contact_zone(document, profile)
    head = zone[:_LONGEST_HEAD] if len(zone) > 2 * _LONGEST_HEAD else zone
    at = (line for lines in profile.found_at.values() for line in lines)
    return frozenset((*head, *at))


def _education_lines(profile: Profile) -> frozenset[int]:
    lines: set[int] = set()
    for section in profile.sections:
        if section.kind == SectionKind.EDUCATION:
            lines.update(range(section.first_line + bool(section.heading), section.last_line + 1))
    for entry in profile.education:
        lines.update(range(entry.lines[0], entry.lines[1] + 1))
    return frozenset(lines)
