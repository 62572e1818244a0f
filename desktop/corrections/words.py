"""What is said about corrections of the reading, in words a coach knows; pure."""

from collections.abc import Iterable, Mapping
from typing import Final

from ai_agents.vocabulary import CorrectionState

#: Correction state → what came of it, as the end of a sentence.
STATES: Final[Mapping[str, str]] = {
    CorrectionState.APPLIED: "applied",
    CorrectionState.AGREES: "not needed any more: the program reads it so by itself",
    CorrectionState.NOT_FOUND: "not applied: its place is not found in the text; look again",
    CorrectionState.AMBIGUOUS: "not applied: its place stands more than once in the text; "
    "look again",
    CorrectionState.REPLACED: "not applied: another correction about the same place goes before it",
    CorrectionState.UNKNOWN: "not applied: it was made by another version of Vitae",
}
#: What changed nothing although the coach asked for it.
MISSED: Final = frozenset(
    (CorrectionState.NOT_FOUND, CorrectionState.AMBIGUOUS, CorrectionState.UNKNOWN)
)


def state_words(state: str) -> str:
    """Return what came of a correction; a word of another version as it is."""
    return STATES.get(state, state)


def applied_sentence(given: Iterable[str]) -> str:
    """Return what a report says of its corrections, by their states; empty without any."""
    states = list(given)
    applied = states.count(CorrectionState.APPLIED)
    missed = sum(state in MISSED for state in states)
    told = []
    if applied:
        told.append(
            f"{_corrections(applied)} by the coach {_were(applied)} applied to what was read."
        )
    if missed:
        told.append(f"{_corrections(missed)} could not be applied: look at the reading again.")
    return " ".join(told)


def _corrections(count: int) -> str:
    return "1 correction" if count == 1 else f"{count} corrections"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
