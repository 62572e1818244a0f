"""Checks of what must be there: contact data, essential sections, the parts of each entry."""

import re
from collections.abc import Iterator

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import tokens
from ai_agents.checks.months import month_number, printed_date
from ai_agents.checks.rule import Hit
from ai_agents.models import Section
from ai_agents.vocabulary import SectionKind

#: An unmarked line of up to this many words under a head may be a name, not a statement.
SHORT_LINE_WORDS = 8
#: A line of so many words under a head says something about the work.
SENTENCE_WORDS = 6
_PLACEHOLDER = re.compile(
    r"lorem ipsum|\[(?:your|company|employer|job|date|city|state|name|phone|email|title"
    r"|insert|month|year"
    r"|degree|school|university|number|result)\b[^\]]{0,40}\]|\byour (?:name|address"
    r"|email|phone) here\b"
    r"|<(?:your|company|employer|name|date|insert)\b[^>]{0,40}>|\bX{3,}[-\s]X{3,}\b"
    r"|\b(?:insert|add|enter) (?:your |the )?(?:text|name|company|date|title|summary) here\b",
    re.IGNORECASE,
)

_DEGREE = re.compile(
    r"\b(?:b|m)\.?\s?(?:a|s|sc|eng|ed|com|tech|cs|ba)\b|\bb[sa][a-z]{1,3}\b"
    r"|\bph\.?\s?d|bachelor|master|diplom"
    r"|degree|certificate|abitur|minor|major|licence|grado|high school|secondary|exam|course|gpa"
    r"|学部|学科|卒|学士|修士|硕士|本科|博士",
    re.IGNORECASE,
)

_LONGEST_HEADING = 40
_FIRST_WORDS = r"^\W*(?:[^\W\d]+[/,]? |& ){0,4}"
_EXPERIENCE_HEADING = re.compile(
    rf"{_FIRST_WORDS}(?:experiences?|employment|work history|career|internships?)\W*$",
    re.IGNORECASE,
)
_EDUCATION_HEADING = re.compile(
    rf"{_FIRST_WORDS}(?:education|academics?|studies|qualifications)(?: [&\w]+){{0,2}}\W*$",
    re.IGNORECASE,
)
_SKILLS_HEADING = re.compile(
    rf"{_FIRST_WORDS}(?:skills|competenc(?:es|ies)|technologies|tools|expertise)"
    r"(?: [&\w]+){0,2}\W*$",
    re.IGNORECASE,
)
#: A date the reader of files may not have understood ('Jan 15 - Sep 15', '2019'): not missing.
_DATE_LIKE = re.compile(
    (
        r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?"
        r" ?['’]?\d{2}|\b(?:19|20)\d\d\b|\bx{2,4}/x{2,4}\b|\byear\s?[-–]"
    ),
    re.IGNORECASE,
)


def email_missing(facts: Facts) -> Iterator[Hit]:
    """No address anywhere, nor anything meant as one."""
    if not facts.contact.has_email and facts.contact.email_broken is None:
        yield Hit()


def email_malformed(facts: Facts) -> Iterator[Hit]:
    """Something meant as an address that mail could not reach."""
    if facts.contact.email_broken is not None:
        yield Hit((facts.contact.email_broken,))


def phone_missing(facts: Facts) -> Iterator[Hit]:
    """No phone number anywhere, nor anything meant as one."""
    if not facts.contact.has_phone and facts.contact.phone_broken is None:
        yield Hit()


def phone_malformed(facts: Facts) -> Iterator[Hit]:
    """A phone number with too few or too many digits (ITU-T E.164: at most 15)."""
    if facts.contact.phone_broken is not None:
        yield Hit((facts.contact.phone_broken,))


def name_missing(facts: Facts) -> Iterator[Hit]:
    """No name was found at the top."""
    if not facts.contact.has_name:
        yield Hit(facts.contact.zone[:1])


def location_missing(facts: Facts) -> Iterator[Hit]:
    """No town or region in the contact data."""
    if not facts.contact.has_location:
        yield Hit()


def _is_headed(facts: Facts, words: re.Pattern[str]) -> bool:
    """Whether a short line names such a section, joined headings included ('Projects & Work')."""
    return any(
        words.search(line.text)
        for line in facts.lines
        if len(line.text) <= _LONGEST_HEADING and not line.bullet and line.text[-1:] not in ".,;"
    )


def experience_missing(facts: Facts) -> Iterator[Hit]:
    """Neither a section nor an entry of work."""
    if facts.jobs or facts.has(SectionKind.EXPERIENCE):
        return
    if not _is_headed(facts, _EXPERIENCE_HEADING):
        yield Hit()


def positions_unread(facts: Facts) -> Iterator[Hit]:
    """A section on work without one entry that names title, employer or dates."""
    if not facts.jobs:
        section = next(iter(facts.sections_of(SectionKind.EXPERIENCE)), None)
        yield Hit((section.first_line,) if section else ())


def education_missing(facts: Facts) -> Iterator[Hit]:
    """Neither a section nor an entry of education."""
    if facts.studies or facts.has(SectionKind.EDUCATION):
        return
    if not _is_headed(facts, _EDUCATION_HEADING):
        yield Hit()


def skills_missing(facts: Facts) -> Iterator[Hit]:
    """No skills section and no skill found elsewhere."""
    if facts.has(SectionKind.SKILLS) or len(facts.skills) >= 3:
        return
    if not _is_headed(facts, _SKILLS_HEADING):
        yield Hit()


def summary_missing(facts: Facts) -> Iterator[Hit]:
    """No profile at the top of a resume with a career behind it."""
    if not facts.has(SectionKind.SUMMARY) and facts.months >= 24:
        yield Hit()


def _is_label(facts: Facts, job: Job) -> bool:
    """Whether a line like 'Technologies used:' was read as a position; it is none."""
    return facts.line(job.lines[0]).text.rstrip().endswith(":")


def _text_below(facts: Facts, job: Job) -> bool:
    """Whether a sentence stands between a position's head and the next one."""
    starts = [other.lines[0] for other in facts.jobs if other.lines[0] > job.lines[0]]
    heads = [section.first_line for section in facts.sections]
    end = min((line for line in (*starts, *heads) if line > job.lines[0]), default=0)
    below = range(job.lines[0] + 1, end)
    return any(len(tokens(facts.line(number).text)) >= SENTENCE_WORDS for number in below)


def _is_nameless(facts: Facts, job: Job) -> bool:
    """Whether a name is due here: projects have no employer, and one may stand unread below."""
    homes = [s for s in facts.sections if s.first_line <= job.lines[0] <= s.last_line]
    work = not homes or any(map(_is_employment, homes))
    return work and not _named_below(facts, job)


def _is_employment(section: Section) -> bool:
    return (
        section.kind == SectionKind.EXPERIENCE and "project" not in (section.heading or "").lower()
    )


def _named_below(facts: Facts, job: Job) -> bool:
    """Whether a short line of text under the head may be the name that was not read."""
    if any("(" in (name or "") for name in (job.title, job.employer)):
        return True  # 'Developer (University of Bremen)'
    for said in facts.said_by(job)[:1]:
        most = 3 if said.text.endswith((".", ";")) else SHORT_LINE_WORDS  # 'ACME Corp.'
        return not said.bullet and len(said.words) <= most
    return False


def job_dates_missing(facts: Facts) -> Iterator[Hit]:
    """A position without any date."""
    for job in facts.jobs:
        printed = " ".join(facts.line(n).text[:200] for n in job.lines if n <= len(facts.lines))
        if _is_label(facts, job) or _DATE_LIKE.search(printed):
            continue
        if job.start is None and job.end is None:
            yield Hit((job.lines[0],), {"job": job.label})


def job_start_missing(facts: Facts) -> Iterator[Hit]:
    """A position with only one of its two dates."""
    for job in facts.jobs:
        if job.start is None and job.end is not None:
            yield Hit((job.date_line,), {"job": job.label, "which": "start"})


def job_employer_missing(facts: Facts) -> Iterator[Hit]:
    """A dated position that names no employer."""
    for job in facts.jobs:
        if job.title and not job.employer and job.start and _is_nameless(facts, job):
            yield Hit((job.lines[0],), {"job": job.label})


def job_title_missing(facts: Facts) -> Iterator[Hit]:
    """A dated position that names no title."""
    for job in facts.jobs:
        if job.employer and not job.title and job.start and _is_nameless(facts, job):
            yield Hit((job.lines[0],), {"job": job.label})


def job_undescribed(facts: Facts) -> Iterator[Hit]:
    """One of the three latest positions says nothing about the work."""
    described = [job for job in facts.jobs if facts.said_by(job)]
    if not described:
        if facts.jobs:
            only = f"the position “{facts.jobs[0].label}”"
            where = "any of the positions" if len(facts.jobs) > 1 else only
            yield Hit(tuple(job.lines[0] for job in facts.jobs[:3]), {"where": where})
        return
    for job in facts.jobs[:3]:
        if not facts.said_by(job) and not _is_label(facts, job) and not _text_below(facts, job):
            yield Hit((job.lines[0],), {"where": f"the position “{job.label}”"})


def future_date(facts: Facts) -> Iterator[Hit]:
    """A position that starts or ended after the month of the review."""
    for job in facts.jobs:
        for which, date in (("starts", job.start), ("ends", job.end)):
            month = month_number(date)
            if month is None:
                continue
            # a year alone is only in the future when the whole year is
            now = facts.as_of if month[1] else facts.as_of // 12 * 12
            if month[0] > now:
                told = printed_date(date or "")
                yield Hit((job.date_line,), {"job": job.label, "which": which, "date": told})
                break


def dates_impossible(facts: Facts) -> Iterator[Hit]:
    """A position that begins before 1940: no working life is that long."""
    for job in facts.jobs:
        month = month_number(job.start)
        if month is not None and month[0] < 1940 * 12:
            yield Hit((job.date_line,), {"job": job.label, "date": job.start})


def degree_missing(facts: Facts) -> Iterator[Hit]:
    """A course of study that says where but not what."""
    for study in facts.studies:
        said = " ".join(facts.line(n).text[:200] for n in range(study.lines[0], study.lines[1] + 1))
        if (
            study.has_institution
            and not study.degree
            and not study.field
            and not _DEGREE.search(said)
        ):
            yield Hit((study.lines[0],))


def placeholder_text(facts: Facts) -> Iterator[Hit]:
    """A template's own text was left in."""
    for line in facts.lines:
        found = _PLACEHOLDER.search(line.text[:400])
        if found:
            yield Hit((line.id,), {"text": found.group()[:60], "tag": found.group()[:60]})
