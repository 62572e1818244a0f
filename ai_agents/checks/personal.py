"""Check of personal details that a country's employers ask for or ask not to see; never scored."""

from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Hit
from ai_agents.checks.wording import listed
from ai_agents.fairness.placeholders import PLACEHOLDER, kind_of
from ai_agents.vocabulary import IdentityKind

_WORDS = {
    IdentityKind.BIRTH: "the date of birth or age",
    IdentityKind.MARITAL_STATUS: "the marital status",
    IdentityKind.RELIGION: "the religion",
    IdentityKind.GENDER: "the gender",
}


def personal_details(facts: Facts) -> Iterator[Hit]:
    """The contact data tell age, marital status, religion or gender; only that they do is known."""
    found: dict[IdentityKind, list[int]] = {}
    for number in facts.contact.zone:
        for word in PLACEHOLDER.findall(facts.line(number).text):
            if kind_of(word) in _WORDS:
                found.setdefault(kind_of(word), []).append(number)
    if found:
        lines = sorted({number for numbers in found.values() for number in numbers})
        yield Hit(tuple(lines[:6]), {"what": listed([_WORDS[k] for k in _WORDS if k in found])})
