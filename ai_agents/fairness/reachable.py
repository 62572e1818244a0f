"""Finds how a person can be reached: e-mail addresses, telephone numbers, pages and handles."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from ai_agents.fairness.contact_form import EMAIL_TRY, PHONE_TRY
from ai_agents.fairness.placeholders import placeholder
from ai_agents.fairness.spans import Span, hidden_by
from ai_agents.profile.contact import MAX_SCANNED, emails_in, phones_in
from ai_agents.profile.folding import squeeze
from ai_agents.profile.links import visible_links
from ai_agents.vocabulary import IdentityKind

_FEWEST_DIGITS: Final = 6
#: Shorter parts of names stand inside many words.
_SHORTEST_IN_HANDLE: Final = 4
_HANDLE: Final = re.compile(r"(?<![\w@])@?[A-Za-z0-9](?:[\w.-]{2,60})")
#: Sites that say where a person shows their work; the handle behind them says who it is.
_SITE: Final = re.compile(
    r"(?:https?:/{2,4})?(?:www\.)?(?:[a-z]{2,3}\.)?(?:github|gitlab|linkedin|stackoverflow|xing|orcid"
    r"|kaggle|behance|dribbble|medium|twitter|researchgate|bitbucket|instagram|facebook)"
    r"(?:\.[a-z]{2,4})?/(?:in/|users/)?",
    re.IGNORECASE,
)


def email_spans(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, anywhere on the resume."""
    if "@" in text:
        yield from _each(text, emails_in(text), IdentityKind.EMAIL)


def meant_emails(text: str) -> Iterator[Span]:
    """Yield what is meant as an address on a line of contact data, sound or not."""
    for found in EMAIL_TRY.finditer(text[:MAX_SCANNED]):
        yield hidden_by(found, IdentityKind.EMAIL)


def phone_spans(text: str) -> Iterator[Span]:
    """Yield what is meant as a telephone number on a line of contact data, sound or not."""
    yield from _each(text, [printed for printed, _ in phones_in(text)], IdentityKind.PHONE)
    for found in PHONE_TRY.finditer(text[:MAX_SCANNED]):
        if sum(map(str.isdigit, found[0])) >= _FEWEST_DIGITS:
            yield hidden_by(found, IdentityKind.PHONE)


def link_spans(text: str, names: Collection[str], *, all_links: bool) -> Iterator[Span]:
    """Yield pages that name the person; with `all_links` every one of the line.

    Of a well-known site its name is left: that a person shows code on GitHub is no identity.
    """
    for printed in visible_links(text):
        if all_links or is_named(printed, names):
            for span in _each(text, [printed], IdentityKind.LINK):
                site = _SITE.match(printed)
                kept = site.end() if site and not is_named(site[0], names) else 0
                yield Span(span.start + kept, span.end, span.kind, span.put)


def handle_spans(text: str, names: Collection[str]) -> Iterator[Span]:
    """Yield words made of the name: 'mchen', '@maya_chen'."""
    low = text.lower()
    if not any(name in low for name in names):
        return
    for found in _HANDLE.finditer(text[:MAX_SCANNED]):
        if is_handle(found[0], names):
            yield hidden_by(found, IdentityKind.LINK)


def is_named(text: str, names: Collection[str]) -> bool:
    """Whether an address holds a part of the name that is no part of a common word."""
    row = squeeze(text)
    return any(name in row for name in names if len(name) >= _SHORTEST_IN_HANDLE)


def is_handle(word: str, names: Collection[str]) -> bool:
    """Whether a word is made of the name: 'mchen', 'chen.maya', '@maya_chen90'."""
    row = re.sub(r"\d", "", squeeze(word))
    left = row
    for name in sorted(names, key=lambda name: (-len(name), name)):
        left = left.replace(name, "")
    initials = {name[:1] for name in names}
    parts = len(row) > len(left)
    return parts and row not in names and len(left) <= 1 and set(left) <= initials


def _each(text: str, printed: list[str], kind: IdentityKind) -> Iterator[Span]:
    for piece in printed:
        at = text.find(piece)
        while piece and at >= 0:
            yield Span(at, at + len(piece), kind, placeholder(kind))
            at = text.find(piece, at + len(piece))
