"""Finds sentences of the job that were pasted into the resume: its words in the job's own order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from ai_agents.checks.experience_facts import Job
from ai_agents.match.clauses import sentences
from ai_agents.match.lexicon import function_words
from ai_agents.match.posting import items_of
from ai_agents.match.resume_view import Place, ResumeView
from ai_agents.match.rules import MatchRules
from ai_agents.match.words import cut
from ai_agents.models import JobPosting
from ai_agents.profile.folding import fold

#: Items of the job between two copies that still follow each other.
_NEAR = 2
#: So many copies are no chance, in whatever order.
_MANY = 4
#: Share of a short piece that a sentence of a pasted job holds in order.
_PIECE = 0.9


@dataclass(frozen=True, slots=True)
class Copies:
    """Lines that repeat sentences of the job; `pasted` when they follow each other as in the job.

    A line or two may agree by chance, most of all where somebody describes a position in the words
    of its posting: they prove nothing, and nothing is said about them.
    """

    lines: frozenset[int]
    pasted: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence of the resume as roots in order, with the lines it stands on."""

    words: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One sentence of the job as roots in order, with its place among the items."""

    words: tuple[str, ...]
    place: int


def find_copies(view: ResumeView, posting: JobPosting, rules: MatchRules) -> Copies:
    """Return the lines that repeat sentences of the job, verbs in any tense.

    A sentence is copied when at least `copied_words` of its words, and `copied_share` of them,
    stand in the same order in one of the job's; a shorter one when both are the same. Where the
    job was pasted, also what is as short as 'SAP and Excel'.
    """
    job = tuple(_job_sentences(posting))
    said = list(_said(view))
    sources = [(one, source) for one in said if (source := _source(one.words, job, rules))]
    lines = {line for one, _ in sources for line in one.lines}
    pasted = _in_order(sources) or len({one.words for one, _ in sources}) >= _MANY
    if pasted:
        pieces = (one for one in said if _is_piece(one.words, job))
        lines.update(line for one in pieces for line in one.lines)
    return Copies(frozenset(lines), pasted)


def _in_order(sources: list[tuple[_Said, _Asked]]) -> bool:
    """Whether two copies follow each other in the resume and in the job."""
    ordered = sorted(sources, key=lambda pair: (pair[0].lines, pair[1].place))
    return any(
        0 <= other.lines[0] - one.lines[-1] <= 1 and 0 < second.place - first.place <= _NEAR
        for (one, first), (other, second) in pairwise(ordered)
    )


def _job_sentences(posting: JobPosting) -> Iterator[_Asked]:
    for place, item in enumerate(items_of(posting)):
        for text in (item.text, *sentences(item.text)):
            if words := _roots(text):
                yield _Asked(words, place)


def _said(view: ResumeView) -> Iterator[_Said]:
    """Yield the sentences of passages, titles left out, and lines that no passage holds."""
    facts = view.facts
    held = {line for item in view.passages for line in item.lines}.union(facts.contact.zone)
    heads = {line for job in facts.jobs for line in _head(job)}
    texts = [
        *((item.text, item.lines) for item in view.passages if item.place is not Place.TITLE),
        *((line.text, (line.id,)) for line in facts.lines if line.id not in held | heads),
    ]
    for text, lines in texts:
        for sentence in sentences(text):
            if words := _roots(sentence):
                yield _Said(words, lines)


def _head(job: Job) -> tuple[int, int]:
    return job.lines[0], job.date_line


def _roots(text: str) -> tuple[str, ...]:
    return tuple(
        word.root for word in cut(text).words if fold(word.written) not in function_words()
    )


def _source(said: tuple[str, ...], job: Iterable[_Asked], rules: MatchRules) -> _Asked | None:
    """Return the job's sentence that is repeated, None when none is."""
    if len(said) < rules.verbatim_words:
        return None
    words, share = frozenset(said), rules.copied_share * len(said)
    for asked in job:
        if len(words.intersection(asked.words)) < share - 1:
            continue
        same = LCSseq.similarity(said, asked.words)
        whole = same == len(said) and same >= rules.copied_share * len(asked.words)
        if whole or same >= max(rules.copied_words, share):
            return asked
    return None


def _is_piece(said: tuple[str, ...], job: Iterable[_Asked]) -> bool:
    words = frozenset(said)
    return any(
        said == asked.words
        or (
            len(said) > 1
            and len(words.intersection(asked.words)) >= _PIECE * len(words)
            and LCSseq.similarity(said, asked.words) >= _PIECE * len(said)
        )
        for asked in job
    )
