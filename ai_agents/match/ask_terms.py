"""Reads which skills, certificates and qualities a clause asks for, and which are choices."""

import re
from collections.abc import Iterator
from typing import Final

from ai_agents.match.asks import Ask, Topic
from ai_agents.match.clause_words import ClauseWords, carries_meaning
from ai_agents.match.clauses import says
from ai_agents.match.lexicon import alike_roots, certificates, deeds, qualities, skills, wording
from ai_agents.match.terms import Spot, Terms
from ai_agents.vocabulary import RequirementKind

_ARTICLES: Final = frozenset(
    {"a", "an", "another", "other", "ein", "eine", "einem", "un", "une", "una"}
)
_EXAMPLE_WORDS: Final = 4
_LIST_PIECE: Final = 4
_OPEN_BRACKET: Final = re.compile(r"[(:]")


def certificates_asked(clause: ClauseWords) -> tuple[Ask, ...]:
    """Return the asks for certificates and licences; takes the words they are made of."""
    known = tuple(_term_asks(clause, certificates(), certificate=True))
    return known or _unknown_certificate(clause)


def _unknown_certificate(clause: ClauseWords) -> tuple[Ask, ...]:
    """Return the ask for a certificate no lexicon knows: the words before or after its kind."""
    at = next((n for n, word in enumerate(clause.folded) if word in wording("certificate")), None)
    if at is None:
        return ()
    first = clause.after_lead(0, at)
    last = at if first < at else min(len(clause.words) - 1, at + _EXAMPLE_WORDS)
    about = [n for n in range(first, last + 1) if n != at]
    names = tuple(
        dict.fromkeys(
            clause.words[n].root
            for n in about
            if n not in clause.taken and carries_meaning(clause.words[n], clause.folded[n])
        )
    )
    if not names:
        return ()
    clause.take(range(first, last + 1))
    return (Ask(RequirementKind.CERTIFICATE, clause.text(first, last), Topic((), names)),)


def skills_asked(clause: ClauseWords) -> tuple[Ask, ...]:
    """Return the asks for skills and tools of the lexicon; takes the words they are made of."""
    return tuple(_term_asks(clause, skills(), certificate=False))


def _term_asks(clause: ClauseWords, terms: Terms, *, certificate: bool) -> Iterator[Ask]:
    spots = [spot for spot in terms.asked(clause.cut) if clause.free(spot)]
    for group in _alternatives(clause, spots):
        names = tuple(dict.fromkeys(spot.name for spot in group))
        tool = all(terms.by_name[name].tool for name in names)
        kind = RequirementKind.TOOL if tool else RequirementKind.SKILL
        clause.take(range(group[0].first, group[-1].last + 1))
        text = clause.text(group[0].first, group[-1].last)
        yield Ask(RequirementKind.CERTIFICATE if certificate else kind, text, Topic(names))


def _alternatives(clause: ClauseWords, spots: list[Spot]) -> list[list[Spot]]:
    """Group terms of which any will do: 'React, Vue or Angular', 'databases such as MySQL'."""
    groups: list[list[Spot]] = []
    for run in _runs(clause, spots):
        named = _examples_of(clause, run[0], groups)
        either = any(_or_before(clause, spot) for spot in run[1:]) or _slashed(clause, run)
        if named is not None:
            named.extend(run)
        elif either or _introduced(clause, run[0]):
            groups.append(run)
        else:
            groups.extend([spot] for spot in run)
    return groups


def _runs(clause: ClauseWords, spots: list[Spot]) -> list[list[Spot]]:
    """Gather terms that stand in one list: only separators and joining words between them."""
    runs: list[list[Spot]] = []
    for spot in spots:
        between = range(runs[-1][-1].last + 1, spot.first) if runs else range(0)
        opens = _OPEN_BRACKET.search(clause.words[spot.first].gap) is not None
        joined = runs and not opens and all(_joins(clause.folded[at]) for at in between)
        if joined and ";" not in clause.words[spot.first].gap:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    return runs


def _joins(word: str) -> bool:
    """Whether a word between two terms only joins them: 'or a similar'."""
    return word in wording("join") or word in wording("related") or word in _ARTICLES


def _or_before(clause: ClauseWords, spot: Spot) -> bool:
    before = clause.folded[max(0, spot.first - 3) : spot.first]
    return not wording("or").isdisjoint(before)


def _slashed(clause: ClauseWords, run: list[Spot]) -> bool:
    return len(run) > 1 and all("/" in clause.words[spot.first].gap for spot in run[1:])


def _introduced(clause: ClauseWords, spot: Spot) -> bool:
    """Whether 'such as', 'one of' and the like stand just before a term."""
    start = max(0, spot.first - _EXAMPLE_WORDS)
    before = " ".join(clause.folded[start : spot.first])
    return any(re.search(rf"(?<!\w){phrase}(?!\w)", before) for phrase in wording("examples"))


def _examples_of(clause: ClauseWords, spot: Spot, groups: list[list[Spot]]) -> list[Spot] | None:
    """Return the group a term gives examples of: 'frameworks (React)', 'databases such as'."""
    if not groups:
        return None
    last = groups[-1][-1]
    gap = spot.first - last.last - 1
    bracket = "(" in clause.words[spot.first].gap or any(
        "(" in clause.words[at].gap for at in range(last.last + 1, spot.first)
    )
    if gap <= _EXAMPLE_WORDS and (bracket or (gap and _introduced(clause, spot))):
        return groups[-1]
    return None


def qualities_asked(clause: ClauseWords) -> tuple[Ask, ...]:
    """Return the asks for qualities of a person; takes the words they are made of."""
    spots = [spot for spot in qualities().index.find(clause.cut) if clause.free(spot)]
    asks = []
    for spot in spots:
        clause.take(range(spot.first, spot.last + 1))
        text = clause.text(spot.first, spot.last)
        asks.append(Ask(RequirementKind.QUALITY, text, Topic((spot.name,))))
    seen: dict[tuple[object, ...], Ask] = {}
    for ask in asks:
        seen.setdefault(ask.identity, ask)
    return tuple(seen.values())


def phrases_asked(clause: ClauseWords, *, alone: bool) -> tuple[Ask, ...]:
    """Return asks for what no lexicon knows, compared by its words.

    `alone` says that nothing else was found in the clause: then it is asked for as a whole unless
    it is a list. Beside known terms only short pieces of a list are asks of their own.
    """
    last = len(clause.words) - 1
    first = clause.after_lead(0, last)
    pieces = [(clause.after_lead(one, other), other) for one, other in clause.segments(first, last)]
    contents = [clause.content(one, other) for one, other in pieces]
    listed = all(
        len(content) <= _LIST_PIECE and not _only_a_verb(clause, content) for content in contents
    )
    condition = says("condition", clause.cut.text)
    if alone and (condition or not (listed and len(pieces) > 1)):
        pieces, contents = [(first, last)], [clause.content(first, last)]
    asks = []
    for (one, other), content in zip(pieces, contents, strict=True):
        untouched = clause.taken.isdisjoint(range(one, other + 1))
        item = untouched and len(content) <= _LIST_PIECE and not _only_a_verb(clause, content)
        if content and (alone or item):
            asks.append(_phrase(clause, one, other, content))
    return tuple(asks)


def _only_a_verb(clause: ClauseWords, content: tuple[int, ...]) -> bool:
    """Whether a piece is no item but one of two verbs: 'designing' of 'designing and building'."""
    return len(content) == 1 and clause.folded[content[0]].endswith("ing")


def _phrase(clause: ClauseWords, first: int, last: int, content: tuple[int, ...]) -> Ask:
    text = clause.text(first, last)
    condition = says("condition", text)
    if condition:  # 'travel to our stores' is about travel
        content = tuple(at for at in content if says("condition", clause.folded[at])) or content
    return Ask(
        RequirementKind.OTHER if condition else RequirementKind.SKILL,
        text,
        Topic((), tuple(dict.fromkeys(clause.words[at].root for at in content))),
        condition=condition,
    )


def duty_asked(text: str) -> Ask | None:
    """Return a duty: compared by its terms and the words that carry meaning; None when empty."""
    clause = ClauseWords(text)
    topic = clause.topic(0, len(clause.words) - 1)
    return Ask(RequirementKind.DUTY, text, topic) if topic else None


def is_deed(text: str) -> bool:
    """Whether a text begins with a verb: it tells what somebody does, not what one must have."""
    words = ClauseWords(text).words
    if not words or words[0].root not in alike_roots():
        return False
    key, base = words[0].key, words[0].key.removesuffix("s")
    return key.endswith(("ing", "ed")) or bool({key, base, f"{base}e"} & deeds())


def meaningful(text: str) -> int:
    """Return how many words of a text carry meaning."""
    clause = ClauseWords(text)
    pairs = zip(clause.words, clause.folded, strict=True)
    return sum(carries_meaning(word, folded) for word, folded in pairs)
