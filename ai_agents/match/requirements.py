"""From a posting to what it asks for: every clause that asks, read once, nothing asked twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ai_agents.match.ask_degree import degree_asked, levels_in
from ai_agents.match.ask_language import languages_asked
from ai_agents.match.ask_terms import (
    certificates_asked,
    duty_asked,
    is_deed,
    meaningful,
    phrases_asked,
    qualities_asked,
    skills_asked,
)
from ai_agents.match.ask_years import length_in, years_asked
from ai_agents.match.asks import Ask, Topic
from ai_agents.match.clause_words import ClauseWords
from ai_agents.match.clauses import clauses, says, sentences
from ai_agents.match.lexicon import rank_roots
from ai_agents.match.posting import Item, items_of, title_of
from ai_agents.models import JobPosting
from ai_agents.vocabulary import PostingPart, RequirementKind

#: Requirements of one posting at most; no posting anybody reads has more.
MOST: Final = 80
#: A duty says at least so many words that carry meaning.
_DUTY_WORDS: Final = 2
#: Letters from which one word says as much as two: 'Umsatzsteuervoranmeldungen'.
_COMPOUND: Final = 15
#: 'We are looking for a nurse with …': only what follows asks for something.
_SOUGHT: Final = re.compile(
    r"\b(?:looking for|seeking|searching for|need|hiring|suchen|sucht"
    r"|recherchons|recherche|cherchons|buscamos|busca)\b.{0,160}?\b(?:with|who|mit|avec|con|qui|que)\b\s+(.+)",
    re.IGNORECASE,
)
_YOU_WILL: Final = re.compile(r"^(?:you will|you'll|you’ll|you are going to)\s+", re.IGNORECASE)
_ASKING: Final = ("asks", "required", "preferred")
_COMPANY: Final = re.compile(
    r"^(?:we|our|at|wir|unser|unsere|bei|nous|notre|nos|nosotros|nuestra|nuestro|somos"
    r"|the company)\b(?!\s+(?:expect|require|need|want|value|ask|erwarten|attendons|esperamos)\b)",
    re.IGNORECASE,
)
#: One clause asks for a degree and for years: 'a degree in law and 3 years of experience'.
_BEFORE_YEARS: Final = re.compile(
    r"(?:,|\bplus\b|\band\b|\bund\b|\bsowie\b|\bet\b|\by\b|\bwith\b|\bmit\b|\bavec\b|\bcon\b)\s+"
    r"(?=(?:at least|minimum(?: of)?|mindestens|au moins|al menos|mínimo|a minimum of)?\s*"
    r"(?:\d{1,2}|two|three|five|zwei|drei|fünf|deux|trois|cinq|dos|tres|cinco)\s*\+?\s*"
    r"(?:[-–]\s*\d+\s*)?(?:years?|yrs?|jahre|ans|années|años)\b)",
    re.IGNORECASE,
)


#: What follows a title on its line: place, company, terms of employment.
_TITLE_END: Final = re.compile(r"\s[–—|·-]\s|[,(]|\s(?:at|bei|chez)\s|\s(?:gesucht|wanted)\b|:")
#: Kinds that a condition beside them does not take away.
_FIRM: Final = frozenset(
    {
        RequirementKind.YEARS,
        RequirementKind.DEGREE,
        RequirementKind.CERTIFICATE,
        RequirementKind.LANGUAGE,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One ask with its importance and the line of the posting it stands on."""

    ask: Ask
    required: bool
    line: int
    part: PostingPart


def asked_in(posting: JobPosting) -> tuple[Asked, ...]:
    """Return what a posting asks for, in its order; what is asked twice counts once.

    It is required when it is required anywhere.
    """
    kept: dict[tuple[object, ...], Asked] = {}
    for one in _all(posting):
        before = kept.get(one.ask.identity)
        if before is None:
            kept[one.ask.identity] = one
        elif one.required and not before.required:
            kept[one.ask.identity] = replace(before, required=True)
    role = _role_of(posting)
    found = _years_once(list(kept.values()))
    if not found:
        return ()
    rest = [_presumed(one, role) for one in found]
    return tuple([*([] if role is None else [role]), *rest][:MOST])


def _role_of(posting: JobPosting) -> Asked | None:
    """Return the ask for a position like the job's title, None when it has no title."""
    title = title_of(posting)
    if title is None:
        return None
    clause = ClauseWords(_TITLE_END.split(title)[0])
    topic = clause.topic(0, len(clause.words) - 1)
    roots = tuple(root for root in topic.roots if root not in rank_roots())
    ask = Ask(RequirementKind.ROLE, title, Topic(topic.terms, roots))
    line = posting.items[0].line
    return Asked(ask, required=True, line=line, part=PostingPart.ROLE) if ask.topic else None


def _presumed(one: Asked, role: Asked | None) -> Asked:
    """Let years that are asked in nothing be years in work like the job."""
    if one.ask.kind is not RequirementKind.YEARS or one.ask.topic or role is None:
        return one
    return replace(one, ask=replace(one.ask, topic=role.ask.topic, presumed=True))


def _all(posting: JobPosting) -> Iterator[Asked]:
    for item in items_of(posting):
        for sentence in sentences(item.text):
            yield from _of_sentence(sentence, item)


def _of_sentence(sentence: str, item: Item) -> Iterator[Asked]:
    part = item.part
    if part is PostingPart.NOTHING or says("boilerplate", sentence):
        return
    if part is PostingPart.DUTIES:
        yield from _duty(sentence, item)
    elif part is PostingPart.ROLE:
        yield from _of_role(sentence, item)
    else:
        for clause in clauses(sentence, part):
            for ask in read_clause(clause.text):
                yield Asked(ask, clause.required, item.line, item.part)


def _duty(sentence: str, item: Item) -> Iterator[Asked]:
    ask = duty_asked(sentence.rstrip(".;, "))
    compound = len(sentence) >= _COMPOUND
    if ask is not None and (compound or meaningful(sentence) >= _DUTY_WORDS):
        yield Asked(ask, required=True, line=item.line, part=item.part)


def _of_role(sentence: str, item: Item) -> Iterator[Asked]:
    """Read running text about the role: only sentences that say they ask for something."""
    sought = _SOUGHT.search(sentence)
    if sought is not None:
        sentence = sought.group(1)
    elif item.bullet and is_deed(sentence):
        yield from _duty(sentence, item)
        return
    elif (told := _YOU_WILL.match(sentence)) is not None and is_deed(sentence[told.end() :]):
        yield from _duty(sentence[told.end() :], item)
        return
    elif not item.bullet and not _asks(sentence):
        return
    for clause in clauses(sentence, PostingPart.REQUIRED):
        for ask in read_clause(clause.text, known=not item.bullet or not says("asks", sentence)):
            yield Asked(ask, clause.required, item.line, item.part)


def _asks(sentence: str) -> bool:
    """Whether a sentence of running text asks for something; what the company has asks nothing."""
    if _COMPANY.match(sentence) and not says("required", sentence):
        return False
    return any(says(kind, sentence) for kind in _ASKING)


def read_clause(text: str, *, known: bool = False) -> tuple[Ask, ...]:
    """Return what one clause asks for; with `known` only what a lexicon or a number tells."""
    asks: list[Ask] = []
    for piece in _pieces(text):
        clause = ClauseWords(piece)
        if not clause.words:
            continue
        found = list(_read(clause))
        if says("condition", piece) and not any(ask.kind in _FIRM for ask in found):
            found, clause = [], ClauseWords(piece)  # 'travel to our stores' asks for no store
        if not known and not any(ask.kind in _FIRM and says("condition", piece) for ask in found):
            found += phrases_asked(clause, alone=not found)
        asks += found
    return tuple(asks)


def _pieces(text: str) -> list[str]:
    """Cut where a length of experience begins after something else."""
    pieces, at = [], 0
    for found in _BEFORE_YEARS.finditer(text):
        before = text[at : found.start()]
        if length_in(before) or levels_in(ClauseWords(before)):
            pieces.append(text[at : found.start()])
            at = found.end()
    return [*pieces, text[at:]]


def _read(clause: ClauseWords) -> Iterator[Ask]:
    """Read a clause in the order in which kinds claim words: a degree's field is no skill."""
    degree = degree_asked(clause)
    if degree is not None:
        yield degree
    yield from certificates_asked(clause)
    years = years_asked(clause)
    if years is not None:
        yield years
    yield from languages_asked(clause)
    yield from skills_asked(clause)
    yield from qualities_asked(clause)


def _years_once(found: list[Asked]) -> list[Asked]:
    """Drop a length named in the title or in running text that a requirement names again."""
    firm = {
        one.ask.months
        for one in found
        if one.ask.kind is RequirementKind.YEARS and one.part is not PostingPart.ROLE
    }
    named = {one.ask.months for one in found if one.ask.months and one.ask.topic}
    return [one for one in found if not _named_again(one, firm, named)]


def _named_again(one: Asked, firm: set[int], named: set[int]) -> bool:
    if one.ask.kind is not RequirementKind.YEARS:
        return False
    if one.part is PostingPart.ROLE and one.ask.months in firm:
        return True
    return not one.ask.topic and one.ask.months in named
