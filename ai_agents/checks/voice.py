"""Tells statements of what was done from statements of duty; rules and levels share this."""

import re

from ai_agents.checks.lexicon import phrase_pattern, word_groups
from ai_agents.checks.statements import Said
from ai_agents.checks.verbs import is_participle, verb

#: Before 'responsible for' these make it a statement about somebody else.
_OF_OTHERS = re.compile(
    r"\b(?:is|are|be|those|team|teams|people|persons?|departments?|divisions?|group|unit|who|that"
    r"|which|committee|managers?|staff|employees|agency|company|companies|parties|vendor)\s$",
    re.IGNORECASE,
)
#: French and Spanish titles begin like a duty ('Responsable de magasin'): these must be bullets.
_ALSO_TITLES = ("fr", "es", "it", "pt")
_PASSIVE = re.compile(
    r"(?:was|were|been|am|is|are|being|got)\s+(?:\w+ly\s+)?(\w+)\b", re.IGNORECASE
)
_PASSIVE_SUBJECT = re.compile(
    r"(?:[\w&/'’-]+\s){1,5}?(?:was|were)\s+(?:\w+ly\s+)?(\w+)\b", re.IGNORECASE
)
#: A verb in no list: 'Bootstrapped', 'Rearchitected'.
_PAST_FORM = re.compile(r"[a-z]{3,}ed$")


def duty_in(said: Said, language: str | None) -> str | None:
    """Return the phrase by which a statement names a duty; None when it names none."""
    for found in phrase_pattern("duty_phrases", language or "").finditer(said.text):
        if _OF_OTHERS.search(said.text[: found.start()]):
            continue
        if language in _ALSO_TITLES and found.start() == 0 and not said.bullet:
            continue
        return found.group()
    return None


def weak_opening(said: Said, language: str | None) -> str | None:
    """Return the words a statement opens with that leave open what the person did."""
    found = phrase_pattern("weak_openers", language or "").match(said.text)
    return found.group() if found else None


def passive_opening(said: Said) -> str | None:
    """Return the words by which an English statement tells what happened to somebody."""
    for pattern in (_PASSIVE, _PASSIVE_SUBJECT):
        found = pattern.match(said.text)
        if found is None or (pattern is _PASSIVE_SUBJECT and _opens_with_verb(said)):
            continue
        done = found.group(1).lower()
        if (done.endswith("ed") or is_participle(done)) and done not in word_groups(
            "grammar_words_en"
        )["honours"]:
            return found.group()
    return None


def _opens_with_verb(said: Said) -> bool:
    """Whether a statement opens with a verb and not with a noun of the same form."""
    follows = said.words[1].lower() if len(said.words) > 1 else ""
    return verb(said.opener) is not None and follows not in {"was", "were"}


def says_what_was_done(said: Said) -> bool:
    """Whether an English statement opens with a verb that names the person's own part."""
    if duty_in(said, "en") or weak_opening(said, "en") or passive_opening(said):
        return False
    return verb(said.opener) is not None or bool(_PAST_FORM.match(said.opener))
