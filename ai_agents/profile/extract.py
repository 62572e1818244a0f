"""Turns a read document into a profile: who, where and when, each with its lines and confidence."""

from dataclasses import dataclass

from ai_agents.models import Document, EducationEntry, ExperienceEntry, Line, Profile, Section
from ai_agents.profile.blocks import find_blocks
from ai_agents.profile.contact import Found, find_email, find_location, find_phone
from ai_agents.profile.education import read_education
from ai_agents.profile.experience import read_experience
from ai_agents.profile.form_rows import History, read_history
from ai_agents.profile.fragments import title_weight
from ai_agents.profile.links import find_links, is_link_line
from ai_agents.profile.names import find_name
from ai_agents.profile.reading_copy import reading_copy
from ai_agents.profile.sections import NOTHING_TOLD, ToldHeadings, find_sections
from ai_agents.profile.skills import read_skills, skills_confidence
from ai_agents.profile.statements import find_statements
from ai_agents.profile.typography import Typography
from ai_agents.vocabulary import LineRegion, SectionKind

_HEADED = frozenset((SectionKind.PROJECTS, SectionKind.VOLUNTEERING))


def extract_profile(document: Document, told: ToldHeadings = NOTHING_TOLD) -> Profile:
    """Return who the document is about and what it says of work, study and skills.

    Never raises on any document; what is not found is None or empty, never guessed. Sections
    follow reading order and cover every line once; confidences are 0–1 and come from the
    evidence (words, typography, agreement with the e-mail), not from the field.

    Args:
        document: what a file shows.
        told: lines that the coach says are headings, or are none; by line id.
    """
    printed, document = document, reading_copy(document)
    typography = Typography(document)
    sections, heading_confidence = find_sections(typography, told)
    sections = _with_experience(document, sections, typography, told)
    contact = _contact(document, sections, typography)
    history = _history(document, sections)
    experience = history.jobs if history else _experience(document, sections, typography)
    education = history.schools if history else _education(document, sections)
    skills = _skills(document, sections)
    heads = _heads(document, sections, typography)
    return Profile(
        name=_value(contact.name),
        email=_value(contact.email),
        phone=_value(contact.phone),
        location=_value(contact.location),
        links=contact.links,
        sections=sections,
        experience=experience,
        education=education,
        skills=skills,
        statements=find_statements(printed.lines, sections, experience, heads),
        found_at=contact.found_at(),
        confidence=_confidence(contact, heading_confidence, experience, education, skills),
    )


def with_statements(document: Document, profile: Profile, named: frozenset[int]) -> Profile:
    """Return the profile with statements that fit its entries, once those were changed.

    `named` are lines that name an entry of the coach's: like those found, they are no statements.
    """
    copy = reading_copy(document)
    heads = _heads(copy, profile.sections, Typography(copy)) | named
    found = find_statements(document.lines, profile.sections, profile.experience, heads)
    return profile.model_copy(update={"statements": found})


def _with_experience(
    document: Document,
    sections: tuple[Section, ...],
    typography: Typography,
    told: ToldHeadings,
) -> tuple[Section, ...]:
    """Take a section of dated positions for experience, whatever its heading says.

    Only where no heading names experience: 'My journey' is what its lines show.
    """
    if any(section.kind is SectionKind.EXPERIENCE for section in sections):
        return sections
    return tuple(
        section.model_copy(update={"kind": SectionKind.EXPERIENCE})
        if section.kind is SectionKind.OTHER
        and section.heading
        and section.first_line not in told
        and _positions(document, section, typography)
        else section
        for section in sections
    )


def _positions(document: Document, section: Section, typography: Typography) -> bool:
    """Return whether the section's entries are mostly jobs with a title, an employer and dates."""
    entries = read_experience(_body(document, section), typography)
    jobs = [e for e in entries if e.start and e.employer and title_weight(e.title or "") > 0]
    return 2 * len(jobs) > len(entries)


def _experience(
    document: Document, sections: tuple[Section, ...], typography: Typography
) -> tuple[ExperienceEntry, ...]:
    """Return the positions; where nothing is headed at all, those the whole text surely names."""
    if not any(section.heading for section in sections):
        entries = read_experience(list(document.lines), typography)
        return tuple(e for e in entries if e.start and e.title and title_weight(e.title) > 0)
    return tuple(
        entry
        for section in sections
        if section.kind is SectionKind.EXPERIENCE
        for entry in read_experience(_body(document, section), typography)
    )


def _education(document: Document, sections: tuple[Section, ...]) -> tuple[EducationEntry, ...]:
    return tuple(
        entry
        for section in sections
        if section.kind is SectionKind.EDUCATION
        for entry in read_education(_body(document, section))
    )


def _history(document: Document, sections: tuple[Section, ...]) -> History | None:
    """Return what the rows of a Japanese form tell of schools and work, None without a form."""
    kinds = (SectionKind.EDUCATION, SectionKind.EXPERIENCE)
    rows = [line for s in sections if s.kind in kinds for line in _body(document, s)]
    return read_history(rows, document.lines)


@dataclass(frozen=True)
class _Contact:
    name: Found | None
    email: Found | None
    phone: Found | None
    location: Found | None
    links: tuple[str, ...]
    link_lines: tuple[int, ...]

    def fields(self) -> dict[str, Found]:
        """Return what was found, by field name."""
        named = {
            "name": self.name,
            "email": self.email,
            "phone": self.phone,
            "location": self.location,
        }
        return {key: found for key, found in named.items() if found is not None}

    def found_at(self) -> dict[str, tuple[int, ...]]:
        """Return field name → ids of the lines it was read from."""
        places = {key: (found.line,) for key, found in self.fields().items()}
        return places | ({"links": self.link_lines} if self.link_lines else {})


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _contact(document: Document, sections: tuple[Section, ...], typography: Typography) -> _Contact:
    area = _contact_lines(document, sections)
    mailto = [
        (link.url[7:].partition("?")[0], link.line)
        for link in document.links
        if link.url.lower().startswith("mailto:")
    ]
    email = find_email(area, mailto) or find_email(list(document.lines), [])
    top = area if len(area) > 1 else list(document.lines[:30])
    name = find_name(top, _value(email), typography.body_size)
    taken = {name.value} if name else set()
    links = find_links(document, area)
    return _Contact(
        name=name,
        email=email,
        phone=find_phone(area) or find_phone(list(document.lines[:40])),
        location=find_location(area, taken),
        links=tuple(url for url, _ in links),
        link_lines=tuple(dict.fromkeys(line for _, line in links)),
    )


def _contact_lines(document: Document, sections: tuple[Section, ...]) -> list[Line]:
    """Return the lines that may hold contact data: page head, contact sections, page margins."""
    wanted: dict[int, Line] = {}
    for section in sections:
        if section.kind is SectionKind.CONTACT:
            wanted.update(
                {
                    line.id: line
                    for line in document.lines[section.first_line - 1 : section.last_line]
                }
            )
    for line in document.lines:
        if line.region in (LineRegion.HEADER, LineRegion.FOOTER):
            wanted[line.id] = line
    works = {
        number
        for section in sections
        if section.kind in (SectionKind.PUBLICATIONS, SectionKind.PROJECTS)
        for number in range(section.first_line, section.last_line + 1)
    }
    for line in _page_ends(document):
        if is_link_line(line.text) and line.id not in works:
            wanted[line.id] = line
    headings = {section.first_line for section in sections if section.heading}
    return [wanted[key] for key in sorted(wanted) if key not in headings][:120]


def _page_ends(document: Document) -> list[Line]:
    """Return the last line of every page: addresses often stand at the foot."""
    last = {line.page: line for line in sorted(document.lines, key=_foot)}
    return list(last.values())


def _foot(line: Line) -> tuple[float, int]:
    return (line.bbox[3] if line.bbox else 0.0, line.id)


def _body(document: Document, section: Section) -> list[Line]:
    first = section.first_line if section.heading else section.first_line - 1
    lines = document.lines[first : section.last_line]
    return [line for line in lines if line.region not in (LineRegion.HEADER, LineRegion.FOOTER)]


def _skills(document: Document, sections: tuple[Section, ...]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for section in sections:
        if section.kind is SectionKind.SKILLS:
            for skill in read_skills(_body(document, section)):
                found.setdefault(skill.casefold(), skill)
    return tuple(found.values())


def _heads(
    document: Document, sections: tuple[Section, ...], typography: Typography
) -> frozenset[int]:
    """Return ids of the lines that name and date entries: they are no statements."""
    heads: set[int] = set()
    for section in sections:
        body = _body(document, section)
        if section.kind is SectionKind.EDUCATION:
            heads.update(line.id for line in body if not line.bullet)
        elif section.kind is SectionKind.EXPERIENCE or section.kind in _HEADED:
            for block in find_blocks(body, typography):
                heads.update(body[index].id for index in block.head)
    return frozenset(heads)


def _confidence(
    contact: _Contact,
    heading_confidence: dict[int, float],
    experience: tuple[ExperienceEntry, ...],
    education: tuple[EducationEntry, ...],
    skills: tuple[str, ...],
) -> dict[str, float]:
    sure = {key: found.confidence for key, found in contact.fields().items()}
    if heading_confidence:
        sure["sections"] = _mean(list(heading_confidence.values()))
    if experience:
        sure["experience"] = _mean([entry.confidence for entry in experience])
    if education:
        sure["education"] = _mean([entry.confidence for entry in education])
    if skills:
        sure["skills"] = skills_confidence(skills)
    return {key: round(value, 3) for key, value in sure.items()}


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
