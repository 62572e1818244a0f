"""How far a resume shows one ask: the state, the lines that show it, and why in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ai_agents.match.resume_view import Passage
from ai_agents.vocabulary import RequirementState

#: Lines shown for one requirement; more prove nothing more.
MOST_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """State, line ids and reason of one ask; `claimed` when only a list speaks for it."""

    state: RequirementState
    reason: str
    lines: tuple[int, ...] = ()
    claimed: bool = False


def met(reason: str, passages: Iterable[Passage] = ()) -> Verdict:
    """Return that the resume shows it."""
    return Verdict(RequirementState.MET, reason, _lines(passages))


def partly(reason: str, passages: Iterable[Passage] = ()) -> Verdict:
    """Return that the resume shows a part of it."""
    return Verdict(RequirementState.PARTLY, reason, _lines(passages))


def claimed(reason: str, passages: Iterable[Passage] = ()) -> Verdict:
    """Return that the resume only claims it: partly, and what is only claimed earns little."""
    return Verdict(RequirementState.PARTLY, reason, _lines(passages), claimed=True)


def absent(reason: str, passages: Iterable[Passage] = ()) -> Verdict:
    """Return that the resume does not show it."""
    return Verdict(RequirementState.ABSENT, reason, _lines(passages))


def _lines(passages: Iterable[Passage]) -> tuple[int, ...]:
    firsts = dict.fromkeys(item.lines[0] for item in passages)
    return tuple(firsts)[:MOST_LINES]


def quoted(names: Iterable[str]) -> str:
    """Return names as a list in words: 'A', 'A and B', 'A, B and C'."""
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"
