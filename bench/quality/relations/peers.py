"""The same questions asked of the two simple scorers, on the same files, where they can answer.

They have no places and no dimensions: recall is whether a complaint by the right name is new, and
`falls` whether the one score falls.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import yaml

from bench.quality.baselines.plain_text import plain_text
from bench.quality.baselines.scorers import Verdict, checklist, keywords
from bench.quality.defects.registry import OPERATORS
from bench.quality.edits import changed
from bench.quality.records import Record
from bench.quality.relations.base import Base
from bench.quality.relations.hidden import hidden_variants
from bench.quality.relations.inject import damage_of
from bench.quality.relations.ranking import EQUAL_POINTS, ORDER, ranked, reworded
from bench.quality.relations.same import look_variants, swap_pairs
from bench.quality.relations.stuffing import MOST_POINTS, job_for, stuffed
from bench.quality.render import render
from bench.quality.resume import LAYOUTS, Resume
from resources.access import read_text

_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class _Peer:
    """One scorer put to the questions of one resume."""

    name: str
    base: Base
    score: Callable[[str], Verdict]

    def of(self, resume: Resume) -> Verdict:
        """Return its verdict on a resume."""
        return self.score(plain_text(*render(resume)))

    def record(self, relation: str, item: str, value: float, note: str = "") -> Record:
        """Note one result under its name."""
        return replace(self.base.record(relation, item, value, note), scorer=self.name)


@cache
def _terms(industry: str) -> tuple[tuple[str, ...], ...]:
    """Return the terms of an industry with their synonyms, as our rubric lists them."""
    data = yaml.safe_load(read_text("rubrics", "industries", f"{industry}.yaml"))
    return tuple(
        (skill["name"].lower(), *(word.rstrip("*") for word in map(str, skill["synonyms"])))
        for kind in ("required", "preferred")
        for skill in data[kind]
    )


def peers(base: Base) -> Iterator[Record]:
    """Yield what both scorers make of the resume, its damages and its variants."""
    terms = _terms(base.resume.industry)
    for peer in (
        _Peer("keywords", base, lambda text: keywords(text, terms)),
        _Peer("checklist", base, checklist),
    ):
        clean = peer.of(base.resume)
        yield from _clean(peer, clean)
        yield from _injected(peer, clean)
        yield from _variants(peer, clean)
        yield from _ranked(peer, clean)
    yield from _stuffed(base)


def _clean(peer: _Peer, clean: Verdict) -> Iterator[Record]:
    yield peer.record("clean", "", 0.0)
    for rule in sorted(clean.complaints):
        yield peer.record("clean", rule, 1.0)


def _injected(peer: _Peer, clean: Verdict) -> Iterator[Record]:
    for operator in OPERATORS.values():
        damage = damage_of(operator, peer.base) if peer.base.asks(operator.id) else None
        if damage is None:
            continue
        damaged = peer.of(changed(peer.base.resume, damage.edits))
        named = damaged.complaints - clean.complaints
        for slip in damage.slips:
            yield peer.record("recall", operator.id, float(bool(named.intersection(slip.rules))))
        rise = damaged.score - clean.score
        yield peer.record("never-rises", operator.id, float(rise <= _EPSILON))
        yield peer.record("falls", operator.id, float(rise < -_EPSILON))


def _variants(peer: _Peer, clean: Verdict) -> Iterator[Record]:
    for what, one, other in swap_pairs(peer.base):
        same = peer.of(one).score == peer.of(other).score
        yield peer.record("swaps", what, float(same))
    for what, resume in look_variants(peer.base.resume):
        yield peer.record("looks", what, float(peer.of(resume).score == clean.score))
    for what, resume in hidden_variants(peer.base):
        yield peer.record("hidden-content", what, float(peer.of(resume).score == clean.score))
    look = peer.base.resume.look
    first = peer.of(replace(peer.base.resume, look=replace(look, layout=LAYOUTS[0])))
    for layout in LAYOUTS[1:]:
        drawn = peer.of(replace(peer.base.resume, look=replace(look, layout=layout)))
        same = abs(drawn.score - first.score) <= EQUAL_POINTS
        yield peer.record("layout-writing", f"{look.format} {layout}", float(same))


def _ranked(peer: _Peer, clean: Verdict) -> Iterator[Record]:
    verdicts = {name: peer.of(resume) for name, resume in ranked(peer.base).items()}
    for above, below in ORDER:
        held = verdicts[above].score > verdicts[below].score
        yield peer.record("ranking", f"{above} > {below}", float(held))
    twin = peer.of(reworded(peer.base))
    same = abs(twin.score - clean.score) <= EQUAL_POINTS
    yield peer.record("equal-pairs", "reworded", float(same))


def _stuffed(base: Base) -> Iterator[Record]:
    """Only the share of a job's keywords is a match; the checklist knows no job."""
    job = job_for(base)
    terms = [(term,) for term in job.terms]
    peer = _Peer("keywords", base, lambda text: keywords(text, terms))
    before = peer.of(base.resume).score
    for what, resume in stuffed(base.resume, job):
        rise = peer.of(resume).score - before
        held = float(rise <= MOST_POINTS)
        yield peer.record("stuffing-match", what, held, f"{before:.1f} {rise:+.1f}")
