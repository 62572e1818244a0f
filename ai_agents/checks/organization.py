"""Checks of order: headings, sections, positions in time, bullets within a position."""

import re
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import fuzz

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.format import is_paragraph
from ai_agents.checks.months import PRESENT, month_number
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import Said
from ai_agents.checks.verbs import verb
from ai_agents.models import Section
from ai_agents.profile.sections import match_heading
from ai_agents.vocabulary import SectionKind, Severity

GAP_MONTHS, OVERLAP_MONTHS = 12, 3
#: Gaps older than this say nothing about the person today.
GAP_HORIZON_MONTHS = 15 * 12
MANY_BULLETS, TOO_MANY_BULLETS = 8, 12
#: A bullet of fewer words is an item of a list: a tool, a system.
POINT_WORDS = 4
LONG_BULLET_WORDS = 40
#: An unmarked line of fewer words that opens with no verb may be a name.
SENTENCE_WORDS = 9
_ODD = re.compile(
    r"\b(?:journey|story|adventures?|toolbox|toolkit|arsenal|superpowers?|weapons?"
    r"|magic|ninja|stuff"
    r"|things|playground|wizardry|dna|secret|mojo|hustle|tribe|wins|rodeo|battle|trenches|quest"
    r"|chapters|brain|nutshell|ride|treasure|bag of tricks|rock|awesome|path so far|made my mark"
    r"|what i|where i|who i|how i|why me|my|me|i've|i|life)\b",
    re.IGNORECASE,
)
#: Headings that hold such a word and are usual all the same.
_USUAL = re.compile(r"about me|toolkit|life sciences?|work[- ]life|real[- ]life", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ESSENTIAL = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS)
_SIDE_KINDS = (SectionKind.INTERESTS, SectionKind.REFERENCES)


def odd_heading(facts: Facts) -> Iterator[Hit]:
    """A heading that does not say what stands below it."""
    missing = [kind for kind in _ESSENTIAL if not facts.has(kind)]
    for section in facts.sections:
        heading = (section.heading or "")[:80]
        if not heading or section.kind == SectionKind.CONTACT:
            continue
        playful = _ODD.search(heading) and not _USUAL.search(heading) and facts.english
        unnamed = section.kind == SectionKind.EXPERIENCE and match_heading(heading) is None
        unread = section.kind == SectionKind.OTHER and SectionKind.EXPERIENCE in missing
        unknown = facts.english and (unnamed or unread) and _holds_years(facts, section)
        if playful or unknown:
            yield Hit((section.first_line,), {"heading": heading})


def _holds_years(facts: Facts, section: Section) -> bool:
    """Whether two or more lines of a section hold a year, as lists of positions do."""
    numbers = range(section.first_line + 1, section.last_line + 1)
    return sum(bool(_YEAR.search(facts.line(number).text)) for number in numbers) >= 2


def no_headings(facts: Facts) -> Iterator[Hit]:
    """A resume of some length without headings."""
    if facts.words > 150 and sum(bool(section.heading) for section in facts.sections) < 2:
        yield Hit()


def section_order(facts: Facts) -> Iterator[Hit]:
    """Education or interests stand before the experience of someone with a career."""
    work = next(iter(facts.sections_of(SectionKind.EXPERIENCE)), None)
    if work is None or facts.months < 36 or facts.industry.long_resume:
        return
    column = facts.line(work.first_line).column
    for section in facts.sections:
        early = section.kind == SectionKind.EDUCATION or section.kind in _SIDE_KINDS
        same_column = facts.line(section.first_line).column == column
        if early and same_column and section.heading and section.first_line < work.first_line:
            yield Hit((section.first_line,), {"heading": section.heading})
            return


def duplicate_section(facts: Facts) -> Iterator[Hit]:
    """The same heading stands twice."""
    seen: set[str] = set()
    for section in facts.sections:
        heading = (section.heading or "").strip().lower()
        if heading and heading in seen and "cont" not in heading:
            yield Hit((section.first_line,), {"heading": section.heading})
        seen.add(heading)


def empty_section(facts: Facts) -> Iterator[Hit]:
    """A heading of an essential section with nothing below it, there or elsewhere."""
    for kind in _ESSENTIAL:
        sections = facts.sections_of(kind)
        if sections and all(s.heading and s.first_line == s.last_line for s in sections):
            yield Hit((sections[0].first_line,), {"heading": sections[0].heading})


def _groups(facts: Facts) -> list[list[Job]]:
    """Return the dated positions section by section, in the order of the resume."""
    groups: dict[int, list[Job]] = {}
    for job in facts.jobs:
        if job.span is not None:
            home = max(
                (s.first_line for s in facts.sections if s.first_line <= job.lines[0]), default=0
            )
            groups.setdefault(home, []).append(job)
    return [groups[home] for home in sorted(groups)]


def not_reverse_chronological(facts: Facts) -> Iterator[Hit]:
    """A later position stands below an earlier one; work held beside another is left out."""
    lines: list[int] = []
    for group in _groups(facts):
        main = [job for job in group if not job.side]
        for above, below in pairwise(main):
            if above.span is None or below.span is None:
                continue
            if below.span.earliest > above.span.earliest and below.span.last > above.span.last:
                lines.extend((above.date_line, below.date_line))
    if lines:
        yield Hit(tuple(dict.fromkeys(lines))[:6])


def dates_reversed(facts: Facts) -> Iterator[Hit]:
    """A position that ends before it begins."""
    for job in facts.jobs:
        start, end = month_number(job.start), month_number(job.end)
        if start is None or end is None:
            continue
        exact = start[1] and end[1]
        if (start[0] > end[0]) if exact else (start[0] // 12 > end[0] // 12):
            yield Hit((job.date_line,), {"job": job.label})


def employment_gap(facts: Facts) -> Iterator[Hit]:
    """Twelve or more months between two positions, by the kindest reading of the dates."""
    if any(job.span is None for job in facts.jobs):
        return  # an undated position may fill the gap
    reached: Job | None = None
    for job in sorted(facts.jobs, key=_begin):
        if job.span is None:
            continue
        if reached is not None and reached.span is not None:
            months = job.span.earliest - reached.span.latest - 1
            recent = facts.as_of - job.span.earliest <= GAP_HORIZON_MONTHS
            study = job.side or reached.side  # between internships lie studies
            if months >= GAP_MONTHS and recent and not study:
                lines = tuple(sorted({reached.date_line, job.date_line}))
                yield Hit(lines, {"months": months})
        if reached is None or reached.span is None or job.span.latest > reached.span.latest:
            reached = job


def _begin(job: Job) -> tuple[int, int]:
    return (job.span.earliest if job.span else 0, -job.index)


def employment_overlap(facts: Facts) -> Iterator[Hit]:
    """Two main positions at different employers overlap by three months or more."""
    main = [job for job in facts.jobs if job.span is not None and not job.side and job.employer]
    for index, one in enumerate(main):
        for other in main[index + 1 :]:
            if _same_employer(one, other):
                continue
            months = _overlap(one, other, facts.as_of)
            if months >= OVERLAP_MONTHS:
                lines = tuple(sorted({one.date_line, other.date_line}))
                yield Hit(lines, {"months": months, "one": one.label, "other": other.label})


def _same_employer(one: Job, other: Job) -> bool:
    first, second = (one.employer or "").lower(), (other.employer or "").lower()
    return fuzz.partial_ratio(first, second) >= 85


def _overlap(one: Job, other: Job, as_of: int) -> int:
    """Return the months two positions overlap by the narrowest reading of their dates."""
    starts, ends = [], []
    for job in (one, other):
        start, end = month_number(job.start), month_number(job.end)
        if start is None:
            return 0
        starts.append(start[0] if start[1] else start[0] + 11)
        ends.append(as_of if job.end == PRESENT else end[0] if end else 0)
    return min(ends) - max(starts) + 1


def duplicate_bullet(facts: Facts) -> Iterator[Hit]:
    """The same statement stands twice."""
    places: dict[int, list[int]] = {}
    for said in facts.statements:
        if said.repeat_of is not None and _is_sentence(said):
            places.setdefault(said.repeat_of, [said.repeat_of]).append(said.first)
    for lines in places.values():
        times = "twice" if len(lines) == 2 else f"{len(lines)} times"
        yield Hit(tuple(sorted(lines)), {"times": times})


def _is_sentence(said: Said) -> bool:
    """Whether a statement says something: a department or a grade may stand under two entries."""
    if said.section == SectionKind.CONTACT or sum(map(str.isalpha, said.words)) < 4:
        return False
    return said.bullet or verb(said.opener) is not None or len(said.words) >= SENTENCE_WORDS


def near_duplicate_bullet(facts: Facts) -> Iterator[Hit]:
    """Two statements about work differ in a word or two only."""
    work = [s for s in facts.statements if s.job is not None and len(s.words) >= 6]
    texts = [" ".join(said.words).lower() for said in work]
    for index, one in enumerate(work):
        for other in range(index + 1, len(work)):
            if (
                one.repeat_of is None
                and work[other].repeat_of is None
                and (fuzz.ratio(texts[index], texts[other], score_cutoff=92) > 0)
            ):
                yield Hit((one.first, work[other].first))
                break


def many_bullets(facts: Facts) -> Iterator[Hit]:
    """More than eight bullets under one position; twelve are a wall."""
    for job in facts.jobs:
        said_here = facts.said_by(job)
        bullets = [said for said in said_here if said.bullet and len(said.words) >= POINT_WORDS]
        if len(bullets) > MANY_BULLETS:
            grave = len(bullets) >= TOO_MANY_BULLETS
            values = {"count": len(bullets), "job": job.label}
            lines = tuple(said.first for said in bullets[MANY_BULLETS:])[:6]
            yield Hit(lines, values, Severity.WARNING if grave else Severity.INFO)


def prose_position(facts: Facts) -> Iterator[Hit]:
    """One position is told in prose while others have bullets."""
    if not any(said.bullet for said in facts.said_in(SectionKind.EXPERIENCE)):
        return
    for job in facts.jobs:
        said = facts.said_by(job)
        if said and not any(s.bullet for s in said) and any(map(is_paragraph, said)):
            yield Hit((said[0].first,), {"job": job.label})


def long_bullet(facts: Facts) -> Iterator[Hit]:
    """A bullet of more than forty words."""
    for said in facts.statements:
        if said.bullet and LONG_BULLET_WORDS < len(said.words) <= 60:
            yield Hit(said.lines, {"words": len(said.words)})


def thin_recent_position(facts: Facts) -> Iterator[Hit]:
    """The latest position has at most one statement, an older one three more."""
    counts = [len(facts.said_by(job)) for job in facts.jobs]
    if len(counts) < 2 or facts.jobs[0].span is None:
        return
    if counts[0] == 1 and max(counts) >= 4 and facts.jobs[0].span.months >= 6:
        yield Hit((facts.jobs[0].lines[0],), {"job": facts.jobs[0].label})
