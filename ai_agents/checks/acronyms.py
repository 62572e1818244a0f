"""Finds acronyms few readers know that the resume never spells out."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import tokens, word_run
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import WORK_KINDS, Said
from ai_agents.checks.word_forms import is_word
from ai_agents.vocabulary import SectionKind

_SMALL_WORDS = frozenset({"of", "and", "for", "the", "in", "to"})
#: Three to five capitals; longer ones are names of firms more often than terms.
_ACRONYM = re.compile(r"(?<![\w&/.#@+'’-])[A-Z]{3,5}s?(?![\w&/+'’-]|\.\w)")
#: Beside one of these the letters are the name of a body, a product or a certificate.
_NAME_AFTER = re.compile(
    r"\s+(?:Corp|Inc|Ltd|GmbH|AG|LLC|Group|Bank|University|College|Institute|Institut|School"
    r"|Hospital|Labs?|Foundation|Association|Conference|Award|Certifi|Solutions|Systems|Technolog"
    r"|Studio|Media|Press|Magazine|Radio|News|Energy|Insurance|Airlines|Motors|Holdings|Partners"
    r"|Fellow|[A-Z][a-z]+ (?:Inc|Ltd|University|Group|Bank|Conference)|\d)"
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?:at|At|by|joined|University|Bank|Team|client|Client)\s|[\"“‘'(]\s?)$"
)
_MOSTLY_CAPITALS = 0.6


def unexplained_acronym(facts: Facts) -> Iterator[Hit]:
    """An acronym of statements about work that few readers know and the resume never spells out."""
    text = "\n".join(line.text[:600] for line in facts.lines)
    initials = ""
    told: set[str] = set()
    for said in facts.said_in(*WORK_KINDS, SectionKind.SUMMARY):
        for name in _acronyms(said):
            if name.lower() in told or _is_known(facts, name):
                continue
            told.add(name.lower())
            initials = initials or _initials(text)
            if not _explained(text, initials, name):
                yield Hit((facts.line_with(said, name),), {"name": name, "tag": name})


def _acronyms(said: Said) -> Iterator[str]:
    """Yield the short forms of a statement that are no names of bodies, none of a shouted one."""
    if said.text.upper() == said.text or capitals(said.text) > _MOSTLY_CAPITALS:
        return
    for found in _ACRONYM.finditer(said.text):
        before, after = said.text[: found.start()], said.text[found.end() :]
        if not _NAME_AFTER.match(after) and not _NAME_BEFORE.search(before):
            yield found.group().rstrip("s")


def _is_known(facts: Facts, name: str) -> bool:
    """Whether readers know the letters, or the resume lists them as a skill or a name."""
    low = name.lower()
    if low in word_run("acronyms") or low in facts.names or is_word(low, "en"):
        return True  # SHIP, SPINE: a name made of a word
    return any(low in map(str.lower, re.split(r"\W+", skill)) for skill in facts.skills)


def _explained(text: str, initials: str, name: str) -> bool:
    """Whether the acronym stands in brackets, has brackets behind it, or is spelt out somewhere."""
    forms = (name, f"{name}s")
    bracketed = any(f"({form}" in text or f"{form} (" in text for form in forms)
    return bracketed or name.lower() in initials


def _initials(text: str) -> str:
    """Return the first letters of all words in a row, then again without the small words."""
    words = [word.lower() for word in tokens(text.replace("-", " ")) if len(word) > 1]
    large = (word for word in words if word not in _SMALL_WORDS)
    return f"{''.join(word[0] for word in words)} {''.join(word[0] for word in large)}"


def capitals(text: str) -> float:
    """Return the share of capitals among the letters of a text."""
    return sum(map(str.isupper, text)) / (sum(map(str.isalpha, text)) or 1)
