"""Finds what is written for a keyword counter instead of a reader; none of it meets a requirement.

Four kinds: sentences of the job copied, blocks of the job's terms that no work shows, one term over
and over, and hidden text with the job's terms.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ai_agents.match.asks import Ask
from ai_agents.match.assess_topic import share_held
from ai_agents.match.clauses import says
from ai_agents.match.copies import find_copies
from ai_agents.match.resume_view import (
    PROVING,
    Passage,
    Place,
    ResumeView,
    is_list,
    list_items,
)
from ai_agents.match.rules import MatchRules
from ai_agents.match.verdict import quoted
from ai_agents.models import JobPosting
from ai_agents.vocabulary import RequirementKind

_SKILLS = frozenset({RequirementKind.SKILL, RequirementKind.TOOL, RequirementKind.OTHER})
#: Lines of a list that are looked at together.
_LIST_LINES = 5
#: Items of other lists that tell a block from the one list of a resume.
_OTHER_ITEMS = 3
#: Terms that are enough under a label like 'Keywords', which stands at a line's start.
_LABELLED_TERMS, _LABEL_CHARS = 2, 30


@dataclass(frozen=True)
class Stuffing:
    """What is not written for a reader.

    `lines` count for nothing, `reasons` say why in words; both are empty when there are none.
    `unproven` are lines that agree with the job word for word, by chance perhaps: claims, no proof.
    """

    lines: tuple[int, ...]
    reasons: tuple[str, ...]
    unproven: frozenset[int]


def find_stuffing(
    view: ResumeView, asks: tuple[Ask, ...], posting: JobPosting, rules: MatchRules
) -> Stuffing:
    """Return what a resume holds for the sake of a job's keywords."""
    wanted = tuple(ask for ask in asks if ask.kind in _SKILLS and ask.topic)
    copies = find_copies(view, posting, rules)
    kinds = (
        ("sentences of the job nearly word for word", copies.lines if copies.pasted else ()),
        ("one of the job's terms over and over", _repeated(view, wanted, rules)),
    )
    first = frozenset(line for _, lines in kinds for line in lines)
    blocks = _blocks(view.without(first), wanted, rules)
    found = [*kinds, ("lists of the job's terms that no statement of work shows", blocks)]
    reasons = [what for what, lines in found if lines]
    if _hidden_terms(view, wanted) >= rules.block_terms:
        reasons.append("the job's terms in text that is not visible")
    lines = tuple(sorted(first.union(blocks)))
    return Stuffing(lines, tuple(reasons), copies.lines.difference(lines))


def said_of(stuffing: Stuffing) -> str:
    """Return the sentence that says what was found and what follows."""
    if not stuffing.reasons:
        return ""
    return f"The resume holds {quoted(stuffing.reasons)}. None of this counts for the match."


def _repeated(view: ResumeView, wanted: tuple[Ask, ...], rules: MatchRules) -> list[int]:
    """Return lines that repeat one term: on one line, or over the lines of a list."""
    names = {name for ask in wanted for name in ask.topic.terms}
    words = {root for ask in wanted for root in ask.topic.roots if len(root) > 3}
    passages = [*view.passages, *_elsewhere(view)]
    lists = [item for item in passages if is_list(item.text)]
    groups = [[item] for item in passages]
    groups += [lists[at : at + _LIST_LINES] for at in range(len(lists))]
    lines: list[int] = []
    for group in groups:
        counts = Counter(name for item in group for name in item.spotted)
        roots = Counter(word.root for item in group for word in item.cut.words)
        most = max((counts[name] for name in names), default=0)
        if max(most, max((roots[word] for word in words), default=0)) >= rules.repeats:
            lines.extend(line for item in group for line in item.lines)
    return lines


def _blocks(view: ResumeView, wanted: tuple[Ask, ...], rules: MatchRules) -> list[int]:
    """Return lines of lists that name the job's terms, and little else, without work behind them.

    A run of such lines, most of whose terms no work shows, is a block beside other lists, or when
    it is long; the one list of an honest resume is none. Under 'Keywords' less is enough.
    """
    shown = [item for item in view.passages if item.place in PROVING and not is_list(item.text)]
    unshown = {ask for ask in wanted if not any(_says(ask, item, rules) for item in shown)}
    lists = [
        _List(item, frozenset(ask for ask in wanted if _says(ask, item, rules)))
        for item in (*view.passages, *_elsewhere(view))
        if item.place is Place.LISTED or is_list(item.text)
    ]
    all_items = sum(one.items for one in lists)
    lines: list[int] = []
    for run in _runs(lists, rules):
        named = frozenset[Ask]().union(*(one.named for one in run))
        others = all_items - sum(one.items for one in run)
        unsaid = len(named & unshown)
        beside = unsaid >= rules.block_terms and others >= _OTHER_ITEMS
        mostly = 2 * unsaid > len(named)
        labelled = unsaid >= _LABELLED_TERMS and any(one.labelled for one in run)
        if labelled or (mostly and (beside or unsaid >= rules.list_terms)):
            lines.extend(line for one in run for line in one.passage.lines)
    listed = frozenset[Ask]().union(*(one.named & unshown for one in lists))
    if len(listed) >= rules.list_terms and 2 * len(listed) > len(wanted):
        lines.extend(line for one in lists if one.named & unshown for line in one.passage.lines)
    return sorted(set(lines))


def _elsewhere(view: ResumeView) -> Iterator[Passage]:
    """Yield lists on lines that meet nothing anyway, as below education: they are told too."""
    held = {line for item in view.passages for line in item.lines}.union(
        view.gone, view.facts.contact.zone
    )
    for line in view.facts.lines:
        labelled = says("keyword-label", line.text[:_LABEL_CHARS])
        if line.id not in held and (labelled or is_list(line.text)):
            yield Passage(line.text, (line.id,), Place.LISTED)


@dataclass(frozen=True)
class _List:
    """One line of a list with the asks it names."""

    passage: Passage
    named: frozenset[Ask]

    @property
    def items(self) -> int:
        """How many items it lists."""
        return len(list_items(self.passage.text))

    @property
    def labelled(self) -> bool:
        """Whether it stands under a label like 'Keywords'."""
        return says("keyword-label", self.passage.text[:_LABEL_CHARS])


def _runs(lists: list[_List], rules: MatchRules) -> Iterator[list[_List]]:
    """Yield neighbouring lines that consist mostly of the job's terms; a labelled one is alone."""
    run: list[_List] = []
    for one in lists:
        if one.labelled:
            yield [one]
        elif len(one.named) >= rules.block_share * one.items:
            run.append(one)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _says(ask: Ask, passage: Passage, rules: MatchRules) -> bool:
    if ask.topic.terms:
        return bool(passage.shown.intersection(ask.topic.terms))
    return share_held(ask.topic, passage) >= rules.words_met


def _hidden_terms(view: ResumeView, wanted: Iterable[Ask]) -> int:
    texts = [item.text for item in view.facts.hidden]
    hidden = [Passage(text, (0,), Place.LISTED) for text in texts]
    terms = frozenset[str]().union(*(item.terms for item in hidden))
    return sum(1 for ask in wanted if terms.intersection(ask.topic.terms))
