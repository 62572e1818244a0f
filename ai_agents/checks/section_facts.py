"""Which sections a resume has by their headings, and which only their content tells."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.models import Section
from ai_agents.profile.headings import match_heading
from ai_agents.profile.lexicon import word_list
from ai_agents.vocabulary import SectionKind

ESSENTIAL = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS)
#: Fewer words need no headings.
SHORT_RESUME_WORDS = 100
_LONGEST_HEADING = 40
_FIRST_WORDS = r"^\W*(?:[^\W\d]+[/,]? |& ){0,4}"
#: Headings the reader may have taken for text, joined ones included ('Projects & Work').
_HEADINGS = {
    SectionKind.EXPERIENCE: re.compile(
        rf"{_FIRST_WORDS}(?:experiences?|employment|work history|career|internships?)\W*$",
        re.IGNORECASE,
    ),
    SectionKind.EDUCATION: re.compile(
        rf"{_FIRST_WORDS}(?:education|academics?|studies|qualifications)(?: [&\w]+){{0,2}}\W*$",
        re.IGNORECASE,
    ),
    SectionKind.SKILLS: re.compile(
        rf"{_FIRST_WORDS}(?:skills|competenc(?:es|ies)|technologies|tools|expertise)"
        r"(?: [&\w]+){0,2}\W*$",
        re.IGNORECASE,
    ),
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LISTED = re.compile(r"(?:[^,;|•·]{2,30}[,;|•·]\s?){3}")


def has_no_headings(facts: Facts) -> bool:
    """Whether a resume of some length has next to no headings."""
    headed = sum(bool(section.heading) for section in facts.sections)
    return facts.words > SHORT_RESUME_WORDS and headed < 2


def is_missing(facts: Facts, kind: SectionKind) -> bool:
    """Whether nothing stands for an essential section: no heading, and no text without one."""
    if facts.has(kind) or has_no_headings(facts):
        return False
    if any(found == kind for found, _ in misnamed(facts)):
        return False
    return not any(
        _HEADINGS[kind].search(line.text)
        for line in facts.lines
        if len(line.text) <= _LONGEST_HEADING and not line.bullet and line.text[-1:] not in ".,;"
    )


def misnamed(facts: Facts) -> Iterator[tuple[SectionKind, Section]]:
    """Yield essential sections that stand under a heading of their own words only.

    Silent where the other headings are not known either: the language may not be.
    """
    named = [section for section in facts.sections if section.heading]
    known = [section for section in named if match_heading(section.heading or "") is not None]
    if len(known) < 2:
        return
    strange = [section for section in named if section not in known]
    for kind in ESSENTIAL:
        if any(section.kind == kind for section in known):
            continue
        own = [section for section in strange if section.kind == kind]
        if not facts.has(kind):
            others = [section for section in strange if section.kind == SectionKind.OTHER]
            own = [section for section in others if _holds(facts, section, kind)]
        if own:
            yield kind, own[0]


def _holds(facts: Facts, section: Section, kind: SectionKind) -> bool:
    """Whether the lines of a section look like those of a kind."""
    texts = [facts.line(n).text for n in range(section.first_line + 1, section.last_line + 1)]
    if kind == SectionKind.EXPERIENCE:
        return sum(bool(_YEAR.search(text)) for text in texts) >= 2
    if kind == SectionKind.EDUCATION:
        return any(word_list("degrees").hits(text) for text in texts)
    return any(_LISTED.match(text) for text in texts)
