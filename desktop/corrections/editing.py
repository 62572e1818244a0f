"""Turns what a coach does in the window into corrections to keep or to take back; pure.

Loads the agents' types; the window imports it at the first edit, not before.
"""

from collections.abc import Mapping, Sequence

from ai_agents.corrections.models import (
    Anchor,
    ContactCorrection,
    Correction,
    EntryAddedCorrection,
    EntryCorrection,
    EntryRemovedCorrection,
    HeadingCorrection,
    LineBreakCorrection,
    SkillsCorrection,
    target_of,
    written,
)
from ai_agents.vocabulary import ContactField, EntryKind, SectionKind
from desktop.corrections.corrected import entry_at
from desktop.corrections.edit import Edit
from desktop.corrections.kept import KeptOnes
from desktop.corrections.standing import (
    FIELDS,
    EntryNow,
    Kept,
    LineNow,
    ReadingNow,
    plain_reading,
)
from desktop.corrections.values import checked, checked_skills
from desktop.corrections.words import Say
from desktop.review.report import Report


class Editor:
    """Makes the edits of one review; every method raises `NotAValueError` for a wrong value.

    A value that was read before any correction takes the correction back instead of adding one.
    """

    def __init__(self, report: Report, kept: Kept, now: ReadingNow, say: Say) -> None:
        self._report = report
        self._kept = kept
        self._now = now
        self._say = say
        self._ones = KeptOnes(report, kept)
        self._places = self._ones.places
        self._read = {one.target: one.was for one in self._ones.all if one.part is not None}

    # --- values ---------------------------------------------------------------------------------

    def contact(self, field: str, text: str) -> list[Edit]:
        """Set a contact field; an empty text says that the resume has none."""
        value = checked(field, text, self._say)
        said = ContactCorrection(field=ContactField(field), value=value)
        if value == self._now.contact[field].value:
            return []
        shown = getattr(self._report.profile, field)
        return self._edit(said, as_read=value == self._before(said, shown))

    def skills(self, text: str) -> list[Edit]:
        """Set the whole list."""
        values = checked_skills(text, self._say)
        if values == self._now.skills:
            return []
        said = SkillsCorrection(values=values)
        shown = ", ".join(self._report.profile.skills)
        return self._edit(said, as_read=", ".join(values) == (self._before(said, shown) or ""))

    def entry(self, entry: EntryNow, texts: Mapping[str, str]) -> list[Edit]:
        """Set the fields of an entry that differ from what stands there."""
        values = {name: checked(name, texts[name], self._say) for name in FIELDS[entry.kind]}
        changed = {name: v for name, v in values.items() if v != entry.values.get(name)}
        if entry.added and changed:
            added = self._added(entry)
            if added is not None:
                return self._edit(added.model_copy(update={"values": values}), as_read=False)
        return [edit for name, value in changed.items() for edit in self._field(entry, name, value)]

    def _field(self, entry: EntryNow, name: str, value: str | None) -> list[Edit]:
        kind, at = EntryKind(entry.kind), self._anchor_of(entry, name)
        said = EntryCorrection(entry=kind, at=at, which=entry.which, field=name, value=value)
        before = self._before(said, self._shown(entry).get(name))
        return self._edit(said, as_read=value == before)

    def _shown(self, entry: EntryNow) -> Mapping[str, str | None]:
        """Return the fields the review on screen has for this entry."""
        plain = plain_reading(self._report).entries_of(entry.kind)
        same = (e for e in plain if (e.line, e.which) == (entry.line, entry.which))
        return next((e.values for e in same), {})

    def _anchor_of(self, entry: EntryNow, field: str) -> Anchor:
        """Return where an entry begins, in the words of an earlier correction about it if any."""
        for one in self._ones.of(EntryCorrection):
            said = one.said
            if isinstance(said, EntryCorrection) and said.field == field:
                at = entry_at(list(self._now.entries), said, one.line)
                if at is not None and self._now.entries[at] == entry:
                    return said.at
        return self._line_anchor(entry.line or 0)

    def _added(self, entry: EntryNow) -> EntryAddedCorrection | None:
        """Return the correction by which there is this entry."""
        for one in self._ones.of(EntryAddedCorrection):
            said = one.said
            if not (isinstance(said, EntryAddedCorrection) and one.kept and one.line == entry.line):
                continue
            if (said.entry.value, said.which) == (entry.kind, entry.which):
                return said
        return None

    def entry_added(self, kind: str, line: int, texts: Mapping[str, str]) -> list[Edit]:
        """Let an entry begin at a line; one that begins there already gets the fields."""
        same = [e for e in self._now.entries_of(kind) if e.line == line]
        if same:
            return self.entry(same[0], texts)
        values = {name: checked(name, texts[name], self._say) for name in FIELDS[kind]}
        if not any(values.values()):
            return []
        at = self._line_anchor(line)
        said = EntryAddedCorrection(entry=EntryKind(kind), at=at, values=values)
        return self._edit(said, as_read=False)

    def entry_removed(self, entry: EntryNow) -> list[Edit]:
        """Say that this is no entry; one that is there by the coach's word is taken back."""
        if entry.added and (added := self._added(entry)) is not None:
            if self._read.get(target_of(added)) is None:
                return self._edit(added, as_read=True)
            at = added.at
        else:
            at = self._line_anchor(entry.line or 0)
        kind = EntryKind(entry.kind)
        said = EntryRemovedCorrection(entry=kind, at=at, which=entry.which)
        return self._edit(said, as_read=False)

    # --- lines ----------------------------------------------------------------------------------

    def heading(self, line: int, kind: str | None, words: str = "") -> list[Edit]:
        """Say that a line heads a section of this kind, or none; `words` if it says others."""
        said_words = checked("heading", words, self._say)
        text = self._report.document.lines[line - 1].text
        if said_words is not None and said_words == " ".join(text.split()):
            said_words = None
        section = SectionKind(kind) if kind else None
        said = HeadingCorrection(at=self._line_anchor(line), section=section, heading=said_words)
        shown = self._shown_heading(line)
        as_read = said_words is None and kind == self._before(said, shown)
        return self._edit(said, as_read=as_read)

    def _shown_heading(self, line: int) -> str | None:
        return plain_reading(self._report).lines.get(line, LineNow()).heading

    def joined(self, line: int) -> list[Edit]:
        """Say that a line carries on the one above it."""
        return self._break(self._places.starts[line - 1], begins=False)

    def split(self, line: int, offsets: Sequence[int]) -> list[Edit]:
        """Say that lines begin at these places of a line's text."""
        letters = (self._places.letter_at(line - 1, offset) for offset in offsets)
        first = self._places.starts[line - 1]
        found = dict.fromkeys(letter for letter in letters if letter is not None)
        return [
            edit for letter in found if letter != first for edit in self._break(letter, begins=True)
        ]

    def _break(self, letter: int, *, begins: bool) -> list[Edit]:
        said = LineBreakCorrection(at=self._places.anchor_of_break(letter), begins=begins)
        kept = self._kept.get(target_of(said))
        # What was said before was the other way round, so this is what was read.
        as_read = kept is not None and kept.get("begins") is not begins
        return self._edit(said, as_read=as_read)

    # --- common ---------------------------------------------------------------------------------

    def _line_anchor(self, line: int) -> Anchor:
        at = self._places.anchor_of_line(line - 1)
        if at is None:
            raise KeyError(line)  # the window offers nothing on a line without letters
        return at

    def _before(self, said: Correction, shown: str | None) -> str | None:
        """Return what is read without any correction of this kind."""
        return self._read.get(target_of(said), shown)

    def _edit(self, said: Correction, *, as_read: bool) -> list[Edit]:
        target, raw = target_of(said), written(said)
        if as_read:
            return [Edit(target, None)] if target in self._kept else []
        return [] if self._kept.get(target) == raw else [Edit(target, raw)]
