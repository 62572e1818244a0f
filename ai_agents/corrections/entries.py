"""Sets what a coach says of positions and studies on top of what was found; pure.

All entries are looked up before any is changed, and an entry that begins where one correction says
is never taken for that of another: so the order of corrections means nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from ai_agents.corrections.claims import Claim
from ai_agents.corrections.models import (
    FIELDS_OF,
    EntryAddedCorrection,
    EntryCorrection,
    EntryRemovedCorrection,
)
from ai_agents.models import Document, EducationEntry, ExperienceEntry, Profile, Section
from ai_agents.profile.extract import with_statements
from ai_agents.vocabulary import CorrectionState, EntryKind

Entry = ExperienceEntry | EducationEntry
OfEntry = EntryAddedCorrection | EntryCorrection | EntryRemovedCorrection
Said = TypeVar("Said", EntryAddedCorrection, EntryCorrection, EntryRemovedCorrection)
_TYPES: Final[Mapping[EntryKind, type[ExperienceEntry] | type[EducationEntry]]] = {
    EntryKind.EXPERIENCE: ExperienceEntry,
    EntryKind.EDUCATION: EducationEntry,
}
#: Another reading may take a line or two more or less for the head of the same entry.
_HEAD_LINES: Final = 3


def with_entries(document: Document, profile: Profile, claims: Sequence[Claim]) -> Profile:
    """Return the profile with entries as the coach says: removed, added, then field by field.

    Every claim that is about an entry learns what came of it.
    """
    work = _Entries(profile, len(document.lines), claims)
    if not work.lines_said:
        return profile
    for claim, gone in _each(claims, EntryRemovedCorrection):
        work.remove(claim, gone)
    for claim, added in _each(claims, EntryAddedCorrection):
        work.add(claim, added)
    for claim, value in _each(tuple(reversed(claims)), EntryCorrection):
        work.set(claim, value)
    told = work.profile()
    return with_statements(document, told, frozenset(work.named)) if work.moved else told


def _each(claims: Sequence[Claim], kind: type[Said]) -> Iterator[tuple[Claim, Said]]:
    for claim in claims:
        if claim.holds and claim.line is not None and isinstance(claim.said, kind):
            yield claim, claim.said


@dataclass(slots=True, eq=False)
class _Slot:
    """One entry while it is corrected."""

    entry: Entry
    removed: bool = False

    def change(self, **changes: object) -> None:
        self.entry = self.entry.model_copy(update=changes)

    @property
    def first(self) -> int:
        return self.entry.lines[0]

    @property
    def last(self) -> int:
        return self.entry.lines[1]

    def reach(self, last: int) -> None:
        """End at another line."""
        self.change(lines=(self.first, max(self.first, last)))


class _Entries:
    """The entries of one profile while they are corrected; lines are counted from 1."""

    def __init__(self, profile: Profile, last_line: int, claims: Sequence[Claim]) -> None:
        self._profile = profile
        self._last_line = last_line
        self._slots: dict[EntryKind, list[_Slot]] = {
            EntryKind.EXPERIENCE: [_Slot(entry) for entry in profile.experience],
            EntryKind.EDUCATION: [_Slot(entry) for entry in profile.education],
        }
        #: Lines at which entries begin, as some correction says.
        self.lines_said: dict[EntryKind, set[int]] = defaultdict(set)
        self._found: dict[int, tuple[_Slot | None, _Slot | None]] = {}
        self._set: set[tuple[int, str]] = set()
        #: First lines of the entries that the coach added.
        self.named: set[int] = set()
        #: Whether statements belong to other entries now.
        self.moved = False
        self._look_up([claim for claim in claims if claim.holds and claim.line is not None])

    def _look_up(self, claims: Sequence[Claim]) -> None:
        told = [(claim, claim.said) for claim in claims if isinstance(claim.said, OfEntry)]
        for claim, said in told:
            self.lines_said[said.entry].add(claim.line or 0)
        for claim, said in told:
            line = claim.line or 0
            self._found[id(claim)] = self._beginning(said, line), self._near(said, line)

    def _beginning(self, said: OfEntry, line: int) -> _Slot | None:
        same = [slot for slot in self._slots[said.entry] if slot.first == line]
        return same[said.which] if said.which < len(same) else None

    def _near(self, said: OfEntry, line: int) -> _Slot | None:
        """Return the only entry whose head is around a line, and of which nobody else speaks."""
        free = [s for s in self._slots[said.entry] if s.first not in self.lines_said[said.entry]]
        near = [
            slot for slot in free if 0 < line - slot.first < _HEAD_LINES and line <= slot.last
        ] or [slot for slot in free if 0 < slot.first - line < _HEAD_LINES]
        return near[0] if len(near) == 1 and said.which == 0 else None

    def remove(self, claim: Claim, said: EntryRemovedCorrection) -> None:
        """Take an entry out; what stands below it goes to the entry above it."""
        exact, near = self._found[id(claim)]
        slot = exact or near
        if slot is None or slot.removed:
            claim.state = CorrectionState.AGREES
            return
        slots = self._slots[said.entry]
        at = slots.index(slot)
        slot.removed, self.moved = True, True
        del slots[at]
        if at and slots[at - 1].last + 1 >= slot.first:
            slots[at - 1].reach(max(slots[at - 1].last, slot.last))
        claim.was = _name_of(said.entry, slot.entry)

    def add(self, claim: Claim, said: EntryAddedCorrection) -> None:
        """Let an entry begin at a line; one that was found to begin there gets the fields."""
        line = claim.line or 0
        known = self._beginning(said, line)
        if known is None:
            self._insert(said, line)
        elif all(getattr(known.entry, field) == value for field, value in said.values.items()):
            claim.state = CorrectionState.AGREES
        else:
            claim.was = _name_of(said.entry, known.entry)
            known.change(**said.values, confidence=1.0)

    def _insert(self, said: EntryAddedCorrection, line: int) -> None:
        slots = self._slots[said.entry]
        place = sum(slot.first <= line for slot in slots)
        if place and slots[place - 1].last >= line:
            slots[place - 1].reach(line - 1)
        ends = [_end_of(self._profile.sections, line, self._last_line)]
        ends += [slot.first - 1 for slot in slots[place:]]
        lines = (line, max(line, min(ends)))
        slots.insert(place, _Slot(_TYPES[said.entry](**said.values, lines=lines)))
        self.named.add(line)
        self.moved = True

    def set(self, claim: Claim, said: EntryCorrection) -> None:
        """Set one field of the entry that begins at a line, or nearly there; the last one first."""
        exact, near = self._found[id(claim)]
        slot = exact or self._beginning(said, claim.line or 0) or near
        if slot is None:
            claim.state = CorrectionState.NOT_FOUND
        elif slot.removed or (id(slot), said.field) in self._set:
            claim.state = CorrectionState.REPLACED
        else:
            self._set.add((id(slot), said.field))
            claim.was = getattr(slot.entry, said.field)
            if claim.was == said.value:
                claim.state = CorrectionState.AGREES
            slot.change(**{said.field: said.value, "confidence": 1.0})

    def profile(self) -> Profile:
        """Return the profile with these entries."""
        found = {
            kind.value: tuple(slot.entry for slot in slots) for kind, slots in self._slots.items()
        }
        told = self._profile
        sure = {key: value for key, value in told.confidence.items() if key not in found}
        for key, entries in found.items():
            if entries:
                sure[key] = round(sum(entry.confidence for entry in entries) / len(entries), 3)
        return told.model_copy(update={**found, "confidence": sure})


def _end_of(sections: Sequence[Section], line: int, last_line: int) -> int:
    ends = (s.last_line for s in sections if s.first_line <= line <= s.last_line)
    return next(ends, last_line)


def _name_of(kind: EntryKind, entry: Entry) -> str | None:
    """Return what an entry is called, for words about it: its first two fields that were read."""
    told = [value for field in FIELDS_OF[kind][:3] if (value := getattr(entry, field))]
    return " · ".join(told[:2]) or None
