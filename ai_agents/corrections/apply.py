"""Applies a coach's corrections to what was read: the door of this package; pure.

    Document × Profile × corrections → Document', Profile', what came of each

All places are found in the reading as it came, so that the order of corrections means nothing but
between two about the same thing (`claims`). Line ends change first, then headings; the profile is
found again; entries that are none go, new ones come, then fields of entries, then contact fields
and skills. No correction is lost: one whose place is not found changes nothing and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_agents.corrections.claims import Claim, Given, Outcome, claims_of
from ai_agents.corrections.contact import with_contact, with_skills
from ai_agents.corrections.entries import with_entries
from ai_agents.corrections.models import (
    ContactCorrection,
    HeadingCorrection,
    LineBreakCorrection,
    SkillsCorrection,
)
from ai_agents.corrections.places import Place, Places
from ai_agents.corrections.relining import relined
from ai_agents.models import Document, Profile, Section
from ai_agents.profile.extract import extract_profile
from ai_agents.profile.sections import ToldHeading
from ai_agents.reading import ReadResult
from ai_agents.vocabulary import CorrectionState


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with corrections, and one outcome for each in the order given."""

    document: Document
    profile: Profile
    outcomes: tuple[Outcome, ...]


def corrected_reading(
    read: ReadResult, corrections: Sequence[Given]
) -> tuple[ReadResult, tuple[Outcome, ...]]:
    """Return a reading with corrections applied, as a review is made of it."""
    done = correct(read.document, read.profile, corrections)
    changed = {"document": done.document, "profile": done.profile}
    return read.model_copy(update=changed), done.outcomes


def correct(document: Document, profile: Profile, corrections: Sequence[Given]) -> Corrected:
    """Apply corrections to one reading; `profile` is the document's own.

    Without corrections the same objects come back. Applying the same ones to the result changes
    nothing more.
    """
    places = Places(document.lines)
    claims = claims_of(places, corrections)
    done = _with_lines(document, places, claims)
    now = Places(done.lines)
    for claim in claims:
        if claim.place is not None:
            claim.line = now.line_of(claim.place.start) + 1
    told = _told(claims, _Read(places, profile.sections), now)
    if told or done is not document:
        profile = extract_profile(done, told)
    profile = with_entries(done, profile, claims)
    profile = _with_values(done, profile, now, claims)
    return Corrected(done, profile, tuple(claim.outcome() for claim in claims))


def _with_lines(document: Document, places: Places, claims: Sequence[Claim]) -> Document:
    """Return the document with the line ends that the coach and the headings ask for."""
    begin: set[int] = set()
    carry: set[int] = set()
    for claim in claims:
        place, said = claim.place, claim.said
        if not claim.holds or place is None:
            continue
        if isinstance(said, LineBreakCorrection):
            claim.state = _state_of_break(places, place.start, said)
            if claim.holds:
                (begin if said.begins else carry).add(place.start)
        elif isinstance(said, HeadingCorrection) and said.section is not None:
            begin.update((place.start, place.stop))
            carry.update(start for start in places.starts if place.start < start < place.stop)
    return relined(document, places, begin, carry)


def _state_of_break(
    places: Places, letter: int, said: LineBreakCorrection
) -> CorrectionState | None:
    if said.begins == places.begins_line(letter):
        return CorrectionState.AGREES
    first_of_all = letter == 0  # there is no line above to carry on
    return CorrectionState.NOT_FOUND if first_of_all else None


@dataclass(frozen=True, slots=True)
class _Read:
    """What the program read of headings by itself."""

    places: Places
    sections: tuple[Section, ...]

    def heading_at(self, place: Place) -> tuple[str, str] | None:
        """Return kind and words of the heading that begins at a place."""
        if not self.places.begins_line(place.start):
            return None
        line = self.places.line_of(place.start) + 1
        found = (s for s in self.sections if s.first_line == line and s.heading)
        return next(((s.kind.value, s.heading or "") for s in found), None)


def _told(claims: Sequence[Claim], read: _Read, now: Places) -> dict[int, ToldHeading | None]:
    """Return what the coach says of headings, by line of the document with its new lines."""
    told: dict[int, ToldHeading | None] = {}
    for claim in claims:
        place, line, said = claim.place, claim.line, claim.said
        if not (claim.holds and place and line and isinstance(said, HeadingCorrection)):
            continue
        found = read.heading_at(place)
        claim.was = found[0] if found else None
        if said.section is not None:
            told[line] = ToldHeading(said.section, said.heading)
            agrees = found and found[0] == said.section and said.heading in (None, found[1])
        else:
            agrees = not found
            if now.begins_line(place.start):
                told[line] = None
        claim.state = CorrectionState.AGREES if agrees else None
    return told


def _with_values(done: Document, profile: Profile, now: Places, claims: Sequence[Claim]) -> Profile:
    """Return the profile with contact fields and skills as the coach says."""
    for claim in claims:
        said = claim.said
        if claim.holds and isinstance(said, ContactCorrection):
            claim.was = getattr(profile, said.field)
            if claim.was == said.value:
                claim.state = CorrectionState.AGREES
            profile = with_contact(profile, said, done, now)
        elif claim.holds and isinstance(said, SkillsCorrection):
            claim.was = ", ".join(profile.skills) or None
            if profile.skills == said.values:
                claim.state = CorrectionState.AGREES
            profile = with_skills(profile, said)
    return profile
