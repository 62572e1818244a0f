"""Checks of what must be there: contact data and essential sections; no text of a template."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Hit
from ai_agents.checks.section_facts import is_missing
from ai_agents.vocabulary import SectionKind

#: So many skills found in the text stand for a section.
FEWEST_SKILLS = 3
_PLACEHOLDER = re.compile(
    r"lorem ipsum|\[(?:your|company|employer|job|date|city|state|name|phone|email|title"
    r"|insert|month|year"
    r"|degree|school|university|number|result)\b[^\]]{0,40}\]|\byour (?:name|address"
    r"|email|phone) here\b"
    r"|<(?:your|company|employer|name|date|insert)\b[^>]{0,40}>|\bX{3,}[-\s]X{3,}\b"
    r"|\b(?:insert|add|enter) (?:your |the )?(?:text|name|company|date|title|summary) here\b",
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


def experience_missing(facts: Facts) -> Iterator[Hit]:
    """Neither a section nor an entry of work."""
    if not facts.jobs and is_missing(facts, SectionKind.EXPERIENCE):
        yield Hit()


def positions_unread(facts: Facts) -> Iterator[Hit]:
    """A section on work without one entry that names title, employer or dates."""
    if not facts.jobs:
        section = next(iter(facts.sections_of(SectionKind.EXPERIENCE)), None)
        yield Hit((section.first_line,) if section else ())


def education_missing(facts: Facts) -> Iterator[Hit]:
    """Neither a section nor an entry of education."""
    if not facts.studies and is_missing(facts, SectionKind.EDUCATION):
        yield Hit()


def skills_missing(facts: Facts) -> Iterator[Hit]:
    """No skills section and no skill found elsewhere."""
    if len(facts.skills) < FEWEST_SKILLS and is_missing(facts, SectionKind.SKILLS):
        yield Hit()


def summary_missing(facts: Facts) -> Iterator[Hit]:
    """No profile at the top of a resume with a career behind it."""
    if not facts.has(SectionKind.SUMMARY) and facts.months >= 24:
        yield Hit()


def placeholder_text(facts: Facts) -> Iterator[Hit]:
    """A template's own text was left in."""
    for line in facts.lines:
        found = _PLACEHOLDER.search(line.text[:400])
        if found:
            yield Hit((line.id,), {"text": found.group()[:60], "tag": found.group()[:60]})
