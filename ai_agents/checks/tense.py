"""Checks the tense of English statements against the position they stand under."""

from collections.abc import Iterator, Sequence

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import word_groups
from ai_agents.checks.nouns import is_plural
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import Said
from ai_agents.checks.verbs import PAST, PRESENT, also_nouns, verb

#: Words a statement needs to be a sentence; fewer are headings and rests of lines.
_SHORTEST = 3
#: From so many statements in the past on, the others are meant to be told alike.
_TOLD_IN_PAST = 2


def tense_flip(facts: Facts) -> Iterator[Hit]:
    """A bullet of a past position opens in the present tense."""
    for job in facts.jobs:
        if job.current or job.end is None:
            continue
        said = [item for item in facts.said_by(job) if _may_be_told(item)]
        past = sum(_tense(item) == PAST for item in said)
        for item in said:
            if _tense(item) == PRESENT and _is_verb(item, past):
                yield Hit((item.first,), {"verb": item.opener})


def mixed_tense(facts: Facts) -> Iterator[Hit]:
    """A statement of the position now held is in the third person among others that are not."""
    for job in facts.jobs:
        if job.current:
            yield from _mixed(facts, job)


def _mixed(facts: Facts, job: Job) -> Iterator[Hit]:
    said = [item for item in facts.said_by(job) if _may_be_told(item) and _tense(item) == PRESENT]
    third = [item for item in said if _third_person(item)]
    bare = [item for item in said if verb(item.opener) == (item.opener, PRESENT)]
    if len(bare) > len(third) and len(bare) > 1:
        for item in third:
            yield Hit((item.first,), {"verb": item.opener, "bare": (verb(item.opener) or "")[0]})


def _may_be_told(said: Said) -> bool:
    """Whether a statement is a sentence of its own: no rest of a line, label or title."""
    if len(said.words) < _SHORTEST or said.text.rstrip().endswith(":"):
        return False
    if not said.bullet and not said.text[:1].isupper():
        return False
    capitals = sum(word[:1].isupper() for word in said.words)
    return capitals <= len(said.words) / 2 or said.text.isupper()


def _tense(said: Said) -> str | None:
    known = verb(said.opener)
    return known[1] if known else None


def _third_person(said: Said) -> bool:
    known = verb(said.opener)
    return known is not None and known[1] == PRESENT and said.opener != known[0]


def _is_verb(said: Said, past: int) -> bool:
    """Whether the opening word is surely a verb here, not a noun ('Design reviews')."""
    after = _after(said)
    if after[:1] == ["and"]:  # 'Design and build', not 'Design and implementation'
        return len(after) > 1 and verb(after[1]) is not None
    if said.opener in _words("also-names"):
        return after[:1] != [] and after[0] in _words("objects")
    if said.opener not in also_nouns():
        return not after[:1] or after[0] not in _words("after-nouns")
    if past < 1 and not _third_person(said):
        return False
    return _takes_object(after, sure=past >= _TOLD_IN_PAST)


def _after(said: Said) -> Sequence[str]:
    """Return the words behind the opening verb, in lower case."""
    words = [word.lower() for word in said.words]
    at = words.index(said.opener) + 1 if said.opener in words else 1
    return words[at:]


def _takes_object(after: Sequence[str], *, sure: bool) -> bool:
    """Whether what follows is the object of a verb; `sure` when the others are told in the past."""
    if not after:
        return False
    first, second = after[0], after[1] if len(after) > 1 else ""
    if first in _words("objects") or first[0].isdigit():
        return True
    if not sure or first in _words("after-nouns") or {"was", "were"} & set(after):
        return False  # the sentence has its verb further on: 'Design reviews were passed'
    return any(_names_many(word) or word in _words("masses") for word in (first, second))


def _names_many(word: str) -> bool:
    """Whether a word looks like a plural: in our list, or by its ending."""
    return is_plural(word) or (
        len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics"))
    )


def _words(label: str) -> tuple[str, ...]:
    return word_groups("grammar_words_en")[label]
