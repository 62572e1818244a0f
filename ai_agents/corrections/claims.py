"""What each correction claims in one reading, and which goes before which; pure.

1. Of several about the same thing the last one goes before the others.
2. A heading is a line of its own: it goes before line breaks inside and at the ends of its words,
   and before an earlier heading that shares words with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ai_agents.corrections.models import (
    ContactCorrection,
    Correction,
    EntryCorrection,
    HeadingCorrection,
    LineBreakCorrection,
    SkillsCorrection,
    Unread,
)
from ai_agents.corrections.places import Place, Places
from ai_agents.vocabulary import CorrectionState

Given: TypeAlias = Correction | Unread
_Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one correction.

    `was` is what the program read there without it (None: nothing, or there is nothing to say),
    `line` the line of the corrected document it is about.
    """

    correction: Given
    state: CorrectionState
    was: str | None = None
    line: int | None = None


@dataclass(slots=True)
class Claim:
    """One correction while it is applied: its place, and what has come of it so far."""

    said: Given
    place: Place | None = None
    state: CorrectionState | None = None
    was: str | None = None
    line: int | None = None

    @property
    def holds(self) -> bool:
        """Whether it is still to be applied."""
        return self.state is None

    def outcome(self) -> Outcome:
        """Return what came of it; nothing said against it: it was applied."""
        return Outcome(self.said, self.state or CorrectionState.APPLIED, self.was, self.line)


def claims_of(places: Places, corrections: Sequence[Given]) -> list[Claim]:
    """Return a claim for each correction in the order given, their conflicts settled."""
    claims = [_claim(places, said) for said in corrections]
    taken: set[_Key] = set()
    for claim in reversed(claims):
        if claim.holds:
            key = _about(claim)
            claim.state = CorrectionState.REPLACED if key in taken else None
            taken.add(key)
    headed = _settled_headings(claims)
    for claim in claims:
        if _is_outdone(claim, headed):
            claim.state = CorrectionState.REPLACED
    return claims


def _claim(places: Places, said: Given) -> Claim:
    if isinstance(said, Unread):
        return Claim(said, state=CorrectionState.UNKNOWN)
    if isinstance(said, ContactCorrection | SkillsCorrection):
        return Claim(said)
    found = places.find(said.at)
    return Claim(said, found) if isinstance(found, Place) else Claim(said, state=found)


def _about(claim: Claim) -> _Key:
    """Return what a correction is about in this reading."""
    said, start = claim.said, claim.place.start if claim.place else None
    if isinstance(said, ContactCorrection):
        return "contact", said.field
    if isinstance(said, HeadingCorrection | LineBreakCorrection | SkillsCorrection | Unread):
        return said.__class__, start
    field = said.field if isinstance(said, EntryCorrection) else None
    return "entry", said.entry, start, said.which, field


def _settled_headings(claims: Sequence[Claim]) -> list[Place]:
    """Return the words of the headings; of two that share words only the later one holds."""
    headed: list[Place] = []
    for claim in reversed(claims):
        place, said = claim.place, claim.said
        if not claim.holds or place is None or not isinstance(said, HeadingCorrection):
            continue
        if any(other.start < place.stop and place.start < other.stop for other in headed):
            claim.state = CorrectionState.REPLACED
        elif said.section is not None:
            headed.append(place)
    return headed


def _is_outdone(claim: Claim, headed: Sequence[Place]) -> bool:
    """Whether a line break would cut a heading in two, or join something to it."""
    place, said = claim.place, claim.said
    if not claim.holds or place is None or not isinstance(said, LineBreakCorrection):
        return False
    if said.begins:
        return any(other.start < place.start < other.stop for other in headed)
    return any(place.start in (other.start, other.stop) for other in headed)
