"""Judges skills, duties and qualities: shown in work, only listed, near, or not there."""

from collections.abc import Iterable

from ai_agents.match.asks import Ask, Topic
from ai_agents.match.lexicon import alike_roots, qualities, skills
from ai_agents.match.resume_view import PROVING, Passage, Place, ResumeView
from ai_agents.match.rules import MatchRules
from ai_agents.match.verdict import Verdict, absent, claimed, met, partly, quoted

#: A verb shows another of its group only half.
_ALIKE_SHARE = 0.5
#: What a term of the lexicon counts beside single words: it is what a duty is about.
_TERM_UNITS = 2.0


def assess_skill(ask: Ask, view: ResumeView, rules: MatchRules) -> Verdict:
    """Judge a skill or tool: met when work shows it, partly when it is only listed or near.

    Of alternatives the one that is shown best counts.
    """
    if not ask.topic.terms:
        return _assess_words(ask, view, rules)
    asked = set(ask.topic.terms)
    shown = [item for item in view.passages if asked & item.shown]
    proof = [item for item in shown if item.place in PROVING]
    if proof:
        return met(f"Shown: {_names(asked, proof)}.", _best_first(proof))
    near = _best_first(item for item in view.passages if _near(asked, item))
    if near and near[0].place in PROVING:
        return partly(f"Only something related is shown: {_near_words(asked, near[0])}.", near)
    if shown:
        return claimed(f"{_names(asked, shown)}: listed, but no statement of work shows it.", shown)
    if near:
        return claimed(f"Only something related is listed: {_near_words(asked, near[0])}.", near)
    return absent("The resume does not show it.")


def _near_words(asked: set[str], passage: Passage) -> str:
    return quoted(passage.words_for(_near(asked, passage))[:3])


def _best_first(passages: Iterable[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda item: (item.place, item.lines))


def _names(asked: set[str], passages: list[Passage]) -> str:
    """Return what the first passage names of it, in the resume's own words."""
    first = _best_first(passages)[0]
    return quoted(first.words_for(asked)[:3])


def _near(asked: set[str], passage: Passage) -> set[str]:
    return {name for name in passage.terms for want in asked if skills().near(want, name)}


def _assess_words(ask: Ask, view: ResumeView, rules: MatchRules) -> Verdict:
    proving = [item for item in view.passages if item.place in PROVING]
    best, passage = best_passage(ask.topic, proving)
    if best < rules.words_partly:
        best, passage = best_passage(ask.topic, view.passages)
    if passage is None or best < rules.words_partly:
        if ask.condition:
            return absent("The resume does not say; ask the client.")
        return absent("No line of the resume says it in these or like words.")
    if passage.place not in PROVING:
        return claimed("Listed or claimed, but no statement of work shows it.", [passage])
    if best < rules.words_met:
        return partly(f"{_share(best)} of its key words stand on this line.", [passage])
    return met("A line of the resume says it in like words.", [passage])


def assess_duty(ask: Ask, view: ResumeView, rules: MatchRules) -> Verdict:
    """Judge a duty by how many of its key words one statement of work holds.

    Where it names terms, one of them must be shown: 'designing' shows nothing of 'designing APIs'.
    """
    work = view.at(Place.WORK, Place.TITLE)
    best, passage = best_passage(ask.topic, work)
    named = [item for item in work if not item.shown.isdisjoint(ask.topic.terms)]
    if passage is not None and best >= rules.words_met:
        return met("A statement of work speaks of it.", [passage])
    if named:
        return partly(f"A part of it is shown: {_names(set(ask.topic.terms), named)}.", named)
    if passage is None or ask.topic.terms or best < rules.words_partly:
        return absent("No statement of work speaks of it.")
    return partly(f"{_share(best)} of its key words stand in this statement.", [passage])


def assess_role(ask: Ask, view: ResumeView, rules: MatchRules) -> Verdict:
    """Judge whether a position like the job's was held: by its title, else by the work in it."""
    titles = view.at(Place.TITLE)
    best, passage = best_passage(ask.topic, titles)
    if passage is not None and best >= rules.words_met:
        return met("A position like it was held.", [passage])
    asked = set(ask.topic.terms)
    work = [item for item in view.at(Place.WORK, Place.TITLE) if asked & item.shown]
    if passage is not None and best >= rules.words_partly:
        return partly("A position near to it was held.", [passage])
    if work:
        return partly("No such position was held, but work of the kind is shown.", work)
    return absent("No position like it is shown.")


def _share(part: float) -> str:
    return f"{part:.0%}".replace("%", " %")


def best_passage(topic: Topic, passages: Iterable[Passage]) -> tuple[float, Passage | None]:
    """Return the largest share of a topic that one passage holds, and the first such passage."""
    best: tuple[float, Passage | None] = (0.0, None)
    for item in passages:
        share = share_held(topic, item)
        if share > best[0] + 1e-9:
            best = (share, item)
    return best


def share_held(topic: Topic, *passages: Passage) -> float:
    """Return which share of a topic these passages hold together, 0–1; a term counts double."""
    possible = _TERM_UNITS * len(topic.terms) + len(topic.roots)
    if not possible:
        return 0.0
    shown = frozenset[str]().union(*(item.shown for item in passages))
    roots = frozenset[str]().union(*(item.roots for item in passages))
    held = _TERM_UNITS * sum(1 for name in topic.terms if name in shown)
    return (held + sum(_held(root, roots) for root in topic.roots)) / possible


def _held(root: str, roots: frozenset[str]) -> float:
    if root in roots:
        return 1.0
    groups = alike_roots().get(root, frozenset())
    return _ALIKE_SHARE if any(f"#{number}" in roots for number in groups) else 0.0


def assess_quality(ask: Ask, view: ResumeView) -> Verdict:
    """Judge a quality of a person: work may show it, a claim alone shows a part."""
    name = ask.topic.terms[0]
    index = qualities().shown_by[name]
    work = [item for item in view.at(Place.WORK) if index.find(item.cut)]
    if work:
        return met("Statements of work speak for it.", work)
    claims = [
        item
        for item in view.at(Place.LISTED)
        if any(spot.name == name for spot in qualities().index.find(item.cut))
    ]
    if claims:
        return claimed("Claimed, but no statement of work shows it.", claims)
    return absent("No statement of work speaks for it.")
