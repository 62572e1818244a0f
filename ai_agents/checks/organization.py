"""Checks of order: headings, sections, bullets within a position."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import MANY_BULLETS, Facts
from ai_agents.checks.format import is_paragraph
from ai_agents.checks.rule import Hit
from ai_agents.checks.section_facts import ESSENTIAL, has_no_headings, misnamed
from ai_agents.checks.statements import DENSE_WORDS, LONG_BULLET_WORDS, Said
from ai_agents.checks.verbs import verb
from ai_agents.vocabulary import SectionKind, Severity

TOO_MANY_BULLETS = 10
#: A bullet of fewer words is an item of a list: a tool, a system.
POINT_WORDS = 3
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
_SIDE_KINDS = (SectionKind.INTERESTS, SectionKind.REFERENCES)


def odd_heading(facts: Facts) -> Iterator[Hit]:
    """A heading that does not say what stands below it."""
    own_words = {section.first_line for _, section in misnamed(facts)}
    for section in facts.sections:
        heading = (section.heading or "")[:80]
        if not heading or section.kind == SectionKind.CONTACT:
            continue
        playful = _ODD.search(heading) and not _USUAL.search(heading) and facts.english
        if playful or section.first_line in own_words:
            yield Hit((section.first_line,), {"heading": heading})


def no_headings(facts: Facts) -> Iterator[Hit]:
    """A resume of some length without headings."""
    if has_no_headings(facts):
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
    for kind in ESSENTIAL:
        sections = facts.sections_of(kind)
        if sections and all(s.heading and s.first_line == s.last_line for s in sections):
            yield Hit((sections[0].first_line,), {"heading": sections[0].heading})


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
    for said in facts.statements:
        if said.echo_of is not None:
            yield Hit((said.echo_of, said.first))


def many_bullets(facts: Facts) -> Iterator[Hit]:
    """More than eight bullets under one position; ten are a wall."""
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
        if said.bullet and LONG_BULLET_WORDS < len(said.words) <= DENSE_WORDS:
            yield Hit(said.lines, {"words": len(said.words)})


def thin_recent_position(facts: Facts) -> Iterator[Hit]:
    """The latest position has at most one statement, an older one three more."""
    jobs = facts.latest_jobs
    counts = [len(facts.said_by(job)) for job in jobs]
    if len(counts) < 2 or jobs[0].span is None:
        return
    if counts[0] == 1 and max(counts) >= 4 and jobs[0].span.months >= 6:
        yield Hit((jobs[0].lines[0],), {"job": jobs[0].label})
