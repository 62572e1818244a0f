"""Stretches of a text that say who a person is, and the text with something else in their place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ai_agents.fairness.placeholders import placeholder
from ai_agents.vocabulary import IdentityKind

#: Kinds whose neighbours are one thing in several pieces: 'Oak Street 4, 28195 Bremen'.
_JOINED = {
    IdentityKind.NAME: re.compile(r"\s+"),
    IdentityKind.ADDRESS: re.compile(r"[\s,;./|·•–-]{0,4}"),
    IdentityKind.SCHOOL: re.compile(r"[\s,–-]{1,3}"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a text are identity of a kind; `put` stands there instead."""

    start: int
    end: int
    kind: IdentityKind
    put: str


@lru_cache(maxsize=16)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case; most lines hold none a finder looks for."""
    return frozenset(re.findall(r"[^\W\d_]+", text.lower()))


def hidden_by(found: re.Match[str], kind: IdentityKind, group: int | str = 0) -> Span:
    """Return the span of a match, or of one of its groups, with the kind's placeholder."""
    return Span(found.start(group), found.end(group), kind, placeholder(kind))


def settle(text: str, candidates: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans that do not overlap, in the order of the text.

    Where two overlap the earlier candidate stays; neighbours that are one thing become one span.
    """
    chosen: list[Span] = []
    for span in candidates:
        if span.start < span.end and not any(
            span.start < other.end and other.start < span.end for other in chosen
        ):
            chosen.append(span)
    settled: list[Span] = []
    for span in sorted(chosen, key=lambda item: item.start):
        last = settled[-1] if settled else None
        if last is not None and _are_one(text, last, span):
            settled[-1] = Span(last.start, span.end, last.kind, last.put)
        else:
            settled.append(span)
    return tuple(settled)


def _are_one(text: str, last: Span, span: Span) -> bool:
    between = _JOINED.get(span.kind)
    same = span.kind == last.kind and between is not None
    return same and bool(between and between.fullmatch(text, last.end, span.start))


def put_in(text: str, spans: Sequence[Span]) -> str:
    """Return the text with every span replaced; the spans are settled."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], span.put]
        at = span.end
    return "".join((*pieces, text[at:]))


def put_in_parts(text: str, parts: Iterable[str], spans: Sequence[Span]) -> tuple[str, ...]:
    """Return the parts of a line's text with the line's spans replaced in each."""
    masked, at = [], 0
    for part in parts:
        start = text.find(part, at)
        if start < 0:  # no reader makes such a line; keep nothing of it rather than a name
            return (put_in(text, spans),)
        at = start + len(part)
        inside = [
            Span(max(s.start, start) - start, min(s.end, at) - start, s.kind, s.put)
            for s in spans
            if s.start < at and start < s.end
        ]
        masked.append(put_in(part, inside))
    return tuple(masked)
