"""Checks of entries: title, employer, dates and words on each position, degree of each study."""

import re
from collections.abc import Iterator

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import tokens
from ai_agents.checks.months import FIRST_MONTH, month_number, printed_date
from ai_agents.checks.rule import Hit
from ai_agents.models import Section
from ai_agents.profile.folding import fold
from ai_agents.profile.lexicon import word_list
from ai_agents.vocabulary import SectionKind

#: An unmarked line of up to this many words under a head may be a name, not a statement.
SHORT_LINE_WORDS = 8
#: A line of so many words under a head says something about the work.
SENTENCE_WORDS = 6
_DEGREE = re.compile(
    r"\b(?:b|m)\.?\s?(?:a|s|sc|eng|ed|com|tech|cs|ba)\b|\bb[sa][a-z]{1,3}\b"
    r"|\bph\.?\s?d|bachelor|master|diplom"
    r"|degree|certificate|abitur|minor|major|licence|grado|high school|secondary|exam|course|gpa"
    r"|学部|学科|卒|学士|修士|硕士|本科|博士",
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
#: The end of a range whose begin is not there.
_OPENS_WITH_END = re.compile(r"\s?(?:[-–—]|to|until|bis|à|hasta|tot)\s?[^\s–—-]", re.IGNORECASE)


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
        printed = " ".join(facts.line(number).text[:200] for number in job.head)
        if _is_label(facts, job) or _DATE_LIKE.search(printed):
            continue
        if job.start is None and job.end is None:
            yield Hit((job.lines[0],), {"job": job.label})


def job_start_missing(facts: Facts) -> Iterator[Hit]:
    """A position that says when it ended only: '– June 2020'."""
    for job in facts.jobs:
        alone = job.one_date and any(map(_OPENS_WITH_END.match, facts.line(job.date_line).parts))
        if (job.start is None or alone) and job.end is not None:
            yield Hit((job.date_line,), {"job": job.label})


def job_employer_missing(facts: Facts) -> Iterator[Hit]:
    """A dated position that names no employer."""
    for job in facts.jobs:
        if job.start and _lacks_employer(facts, job) and _is_nameless(facts, job):
            yield Hit((job.lines[0],), {"job": job.label})


def job_title_missing(facts: Facts) -> Iterator[Hit]:
    """A dated position that names no title."""
    for job in facts.jobs:
        if job.start and _lacks_title(facts, job) and _is_nameless(facts, job):
            yield Hit((job.lines[0],), {"job": job.label})


def _lacks_employer(facts: Facts, job: Job) -> bool:
    """Whether a title stands alone.

    A title without an employer of its own is a promotion, except in another place than the
    position above it.
    """
    if not job.title or _lacks_title(facts, job):
        return False
    if job.employer is None:
        return True
    above = facts.jobs[job.index - 1] if job.index else None
    moved = above is not None and above.employer == job.employer and above.location != job.location
    return moved and bool(job.location) and not _is_printed(facts, job, job.employer)


def _lacks_title(facts: Facts, job: Job) -> bool:
    """Whether an employer stands alone, also where it was read as a title.

    The one name of an entry is no title where it holds no word of one and another entry's does.
    """
    if not job.title:
        return job.employer is not None
    if job.employer is not None and _is_printed(facts, job, job.employer):
        return False
    others = (other.title for other in facts.jobs if other is not job)
    return not _is_titled(job.title) and any(map(_is_titled, others))


def _is_titled(title: str | None) -> bool:
    return title is not None and word_list("titles").hits(title) > 0


def _is_printed(facts: Facts, job: Job, name: str) -> bool:
    """Whether a name stands in the head of a position itself, not taken over from another."""
    return any(fold(name) in fold(facts.line(number).text) for number in job.head)


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
        if month is not None and month[0] < FIRST_MONTH:
            told = printed_date(job.start or "")
            yield Hit((job.date_line,), {"job": job.label, "date": told})


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
