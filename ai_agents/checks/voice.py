"""Tells statements of what was done from statements of duty; rules and levels share this."""

import re

from ai_agents.checks.statements import Said
from ai_agents.checks.verbs import verb

DUTY = re.compile(
    r"\b(?:responsible for|duties (?:include|included|were)|responsibilities (?:include"
    r"|included|were)"
    r"|tasked with|in charge of|accountable for|was charged with|my (?:job|role) (?:was|is))\b",
    re.IGNORECASE,
)
WEAK = re.compile(
    r"^(?:helped|helping|helps|help|worked on|worked with|works on|work on|working on|involved in"
    r"|was involved|participated in|participates in|took part|dealt with|dealing with"
    r"|handled various"
    r"|did|tried|attempted|was part of|part of|exposed to|familiar with|assisted with"
    r"|assisted in)\b",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"^(?:was|were|been|am|is|are|being)\s+(?:\w+ly\s+)?(?:asked|given|assigned|tasked"
    r"|required|expected|chosen"
    r"|trusted|involved|made|put|used|hired|told)\b",
    re.IGNORECASE,
)
#: A verb in no list: 'Bootstrapped', 'Rearchitected'.
_PAST_FORM = re.compile(r"[a-z]{3,}ed$")


def says_what_was_done(said: Said) -> bool:
    """Whether a statement opens with a verb that names the person's own part."""
    if DUTY.search(said.text) or WEAK.match(said.text) or PASSIVE.match(said.text):
        return False
    return verb(said.opener) is not None or bool(_PAST_FORM.match(said.opener))
