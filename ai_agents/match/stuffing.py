"""Finds what is written for a keyword counter instead of a reader; none of it meets a requirement.

Four kinds: sentences of the job copied, blocks of the job's terms that no work shows, one term over
and over, and hidden text with the job's terms.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from ai_agents.match.asks import Ask
from ai_agents.match.assess_topic import share_held
from ai_agents.match.clauses import sentences
from ai_agents.match.posting import items_of
from ai_agents.match.resume_view import PROVING, Passage, Place, ResumeView
from ai_agents.match.rules import MatchRules
from ai_agents.match.verdict import quoted
from ai_agents.models import JobPosting
from ai_agents.vocabulary import RequirementKind

_ITEM_MARKS = re.compile(r"\s*(?:[,;|•·/]|\s[–—-]\s)\s*")
_SKILLS = frozenset({RequirementKind.SKILL, RequirementKind.TOOL, RequirementKind.OTHER})
#: Words an item of a list has at most; longer pieces are prose.
_ITEM_WORDS = 6


@dataclass(frozen=True)
class Stuffing:
    """Lines that count for nothing, and why in words; both empty when there are none."""

    lines: tuple[int, ...]
    reasons: tuple[str, ...]


def find_stuffing(
    view: ResumeView, asks: tuple[Ask, ...], posting: JobPosting, rules: MatchRules
) -> Stuffing:
    """Return what a resume holds for the sake of a job's keywords."""
    wanted = tuple(ask for ask in asks if ask.kind in _SKILLS and ask.topic)
    kinds = (
        ("sentences of the job nearly word for word", _copied(view, posting, rules)),
        ("one of the job's terms over and over", _repeated(view, wanted, rules)),
    )
    first = {line for _, lines in kinds for line in lines}
    clean = view.without(first)
    blocks = _blocks(clean, wanted, rules)
    found = [*kinds, ("terms of the job that no statement of work shows", blocks)]
    reasons = [what for what, lines in found if lines]
    if _hidden_terms(view, wanted) >= rules.block_terms:
        reasons.append("the job's terms in text that is not visible")
    return Stuffing(tuple(sorted(first | set(blocks))), tuple(reasons))


def said_of(stuffing: Stuffing) -> str:
    """Return the sentence that says what was found and what follows."""
    if not stuffing.reasons:
        return ""
    return f"The resume holds {quoted(stuffing.reasons)}. None of this counts for the match."


def _copied(view: ResumeView, posting: JobPosting, rules: MatchRules) -> list[int]:
    """Return lines of passages that hold a sentence of the job, its words in the job's order."""
    job = [
        sequence
        for item in items_of(posting)
        for sentence in sentences(item.text)
        if len(sequence := _sequence(sentence)) >= rules.copied_words
    ]
    lines: list[int] = []
    for passage in view.at(Place.WORK, Place.LISTED):
        for sentence in sentences(passage.text):
            said = _sequence(sentence)
            if len(said) >= rules.copied_words and _taken_from(said, job, rules):
                lines.extend(passage.lines)
    return lines


def _sequence(text: str) -> tuple[str, ...]:
    return Passage(text, (0,), Place.WORK).sequence


def _taken_from(said: tuple[str, ...], job: list[tuple[str, ...]], rules: MatchRules) -> bool:
    words = frozenset(said)
    for sentence in job:
        enough = max(rules.copied_words, rules.copied_share * len(said))
        if len(words.intersection(sentence)) * 2 < enough:
            continue
        if LCSseq.similarity(said, sentence) >= enough:
            return True
    return False


def _repeated(view: ResumeView, wanted: tuple[Ask, ...], rules: MatchRules) -> list[int]:
    names = {name for ask in wanted for name in ask.topic.terms}
    words = {root for ask in wanted for root in ask.topic.roots if len(root) > 3}
    lines: list[int] = []
    for passage in view.passages:
        counts = Counter(passage.spotted)
        roots = Counter(word.root for word in passage.cut.words)
        most = max((counts[name] for name in names), default=0)
        if max(most, max((roots[word] for word in words), default=0)) >= rules.repeats:
            lines.extend(passage.lines)
    return lines


def _blocks(view: ResumeView, wanted: tuple[Ask, ...], rules: MatchRules) -> list[int]:
    """Return lines of lists that name the job's terms without work behind them."""
    shown = [item for item in view.passages if item.place in PROVING and not _is_list(item)]
    unshown = [ask for ask in wanted if not any(_says(ask, item, rules) for item in shown)]
    lines: list[int] = []
    named_in_all: set[Ask] = set()
    for group in _groups(view):
        named = [ask for ask in unshown if any(_says(ask, item, rules) for item in group)]
        named_in_all.update(named)
        items = sum(len(_items(item.text)) for item in group)
        if len(named) >= rules.block_terms and len(named) >= rules.block_share * items:
            lines.extend(line for item in group for line in item.lines)
    supported = len(wanted) - len(unshown)
    if len(named_in_all) >= rules.list_terms and len(named_in_all) > 2 * supported:
        lines.extend(
            line
            for group in _groups(view)
            for item in group
            if any(_says(ask, item, rules) for ask in unshown)
            for line in item.lines
        )
    return sorted(set(lines))


def _says(ask: Ask, passage: Passage, rules: MatchRules) -> bool:
    if ask.topic.terms:
        return bool(passage.shown.intersection(ask.topic.terms))
    return share_held(ask.topic, passage) >= rules.words_met


def _items(text: str) -> list[str]:
    return [piece for piece in _ITEM_MARKS.split(text.partition(": ")[2] or text) if piece]


def _is_list(passage: Passage) -> bool:
    """Whether a passage is a row of short items rather than a sentence."""
    items = _items(passage.text)
    return len(items) >= 4 and all(len(item.split()) <= _ITEM_WORDS for item in items)


def _groups(view: ResumeView) -> Iterator[list[Passage]]:
    """Yield lists, lines that follow each other without a label of their own as one."""
    group: list[Passage] = []
    for item in view.passages:
        if item.place is not Place.LISTED and not _is_list(item):
            continue
        if group and item.lines[0] == group[-1].lines[-1] + 1 and ": " not in item.text:
            group.append(item)
            continue
        if group:
            yield group
        group = [item]
    if group:
        yield group


def _hidden_terms(view: ResumeView, wanted: Iterable[Ask]) -> int:
    texts = [item.text for item in view.facts.hidden]
    hidden = [Passage(text, (0,), Place.LISTED) for text in texts]
    terms = frozenset[str]().union(*(item.terms for item in hidden))
    return sum(1 for ask in wanted if terms.intersection(ask.topic.terms))
