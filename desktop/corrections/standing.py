"""What the window shows of a reading: what was read, and what the coach has said since; values.

A correction that is kept and not yet in the review on screen *waits*; so does one that was taken
back while the review still holds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.review.report import Report
from desktop.review.report_parts import Education, Experience

#: Kept corrections by what they are about (`target`), the one said last at the end.
Kept = Mapping[str, Mapping[str, Any]]
EXPERIENCE, EDUCATION = "experience", "education"
#: Fields of an entry, in the order a person fills them in.
FIELDS: Mapping[str, tuple[str, ...]] = {
    EXPERIENCE: ("title", "employer", "location", "start", "end"),
    EDUCATION: ("degree", "field", "institution", "start", "end"),
}


@dataclass(frozen=True)
class FieldNow:
    """A contact field: its value, and what was read before the coach corrected it."""

    value: str | None
    corrected: bool = False
    was: str | None = None


@dataclass(frozen=True)
class EntryNow:
    """A position or course of study as it stands now.

    `line` is where it begins, None where that is not known; `which` counts entries that begin on
    the same line. `corrected` names the fields the coach has set; `added` and `removed` say that
    there is such an entry, or none, only by the coach's word.
    """

    kind: str
    line: int | None
    which: int
    values: Mapping[str, str | None]
    confidence: float | None = None
    corrected: frozenset[str] = frozenset()
    added: bool = False
    removed: bool = False


@dataclass(frozen=True)
class LineNow:
    """What a line is: the kind of section it heads, and what waits to be done with it."""

    heading: str | None = None
    waits: tuple[str, ...] = ()


@dataclass(frozen=True)
class SaidNow:
    """One correction in words: what, what was read before, and what came of it.

    `target` is what to take back; empty for one that was taken back already.
    """

    target: str
    what: str
    was: str
    state: str
    line: int | None = None


@dataclass(frozen=True)
class ReadingNow:
    """The whole reading as it stands; `waiting` counts what is not in the review yet."""

    contact: Mapping[str, FieldNow]
    skills: tuple[str, ...]
    skills_corrected: bool
    entries: tuple[EntryNow, ...]
    lines: Mapping[int, LineNow]
    said: tuple[SaidNow, ...] = ()
    waiting: int = 0

    def entries_of(self, kind: str) -> tuple[EntryNow, ...]:
        """Return the positions or the courses of study."""
        return tuple(entry for entry in self.entries if entry.kind == kind)


def plain_reading(report: Report) -> ReadingNow:
    """Return the reading of a review that no coach has corrected."""
    profile = report.profile
    return ReadingNow(
        contact={
            name: FieldNow(getattr(profile, name))
            for name in ("name", "email", "phone", "location")
        },
        skills=profile.skills,
        skills_corrected=False,
        entries=(
            *_entries(EXPERIENCE, profile.experience),
            *_entries(EDUCATION, profile.education),
        ),
        lines={
            section.first_line: LineNow(section.kind)
            for section in profile.sections
            if section.heading
        },
    )


def _entries(kind: str, read: tuple[Experience, ...] | tuple[Education, ...]) -> list[EntryNow]:
    found: list[EntryNow] = []
    for entry in read:
        line = entry.lines[0] if entry.lines else None
        which = sum(line is not None and other.line == line for other in found)
        values = {name: getattr(entry, name) for name in FIELDS[kind]}
        found.append(EntryNow(kind, line, which, values, entry.confidence))
    return found
