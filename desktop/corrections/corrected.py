"""The reading of a review as it stands with the coach's corrections, those that wait included."""

from collections.abc import Mapping
from dataclasses import replace

from ai_agents.corrections.models import (
    ContactCorrection,
    EntryAddedCorrection,
    EntryCorrection,
    EntryRemovedCorrection,
    HeadingCorrection,
    LineBreakCorrection,
    SkillsCorrection,
)
from desktop.corrections.kept import KeptOnes, OfEntry, OneSaid
from desktop.corrections.standing import (
    EntryNow,
    FieldNow,
    Kept,
    LineNow,
    ReadingNow,
    SaidNow,
    plain_reading,
)
from desktop.corrections.words import Say, state_words, was_words, what_words
from desktop.review.report import Report


def corrected_reading(report: Report, kept: Kept, say: Say) -> ReadingNow:
    """Return what the window shows of a review and the corrections kept for its content."""
    ones = KeptOnes(report, kept)
    plain = plain_reading(report)
    skills, skills_corrected = _skills(ones, plain.skills)
    entries = list(plain.entries)
    for one in ones.all:
        if isinstance(one.said, OfEntry):
            _with_entry(entries, one, one.said)
    return ReadingNow(
        contact=_contact(ones, plain.contact),
        skills=skills,
        skills_corrected=skills_corrected,
        entries=tuple(entries),
        lines=_lines(ones, plain.lines, say),
        said=tuple(_said(one, plain, say) for one in ones.all),
        waiting=ones.waiting,
    )


def _contact(ones: KeptOnes, read: Mapping[str, FieldNow]) -> dict[str, FieldNow]:
    fields = dict(read)
    for one in ones.of(ContactCorrection):
        if isinstance(one.said, ContactCorrection):
            name = one.said.field.value
            was = one.was if one.part else fields[name].value
            now = one.said.value if one.kept else was
            fields[name] = FieldNow(now, one.kept, was if one.kept else None)
    return fields


def _skills(ones: KeptOnes, read: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    for one in ones.of(SkillsCorrection):
        if one.kept and isinstance(one.said, SkillsCorrection):
            return one.said.values, True
        if one.part is not None:
            return tuple(one.was.split(", ")) if one.was else (), False
    return read, False


# --- entries ------------------------------------------------------------------------------------


def entry_at(entries: list[EntryNow], said: OfEntry, line: int | None) -> int | None:
    """Return the place in the list of the entry a correction is about, None where it has none."""
    if line is None:
        return None
    alike = [n for n, entry in enumerate(entries) if entry.kind == said.entry.value]
    for number in alike:
        if entries[number].line == line and entries[number].which == said.which:
            return number
    near = [n for n in alike if 0 < abs((entries[n].line or -9) - line) < 3]
    return near[0] if len(near) == 1 and not isinstance(said, EntryAddedCorrection) else None


def _with_entry(entries: list[EntryNow], one: OneSaid, said: OfEntry) -> None:
    at = entry_at(entries, said, one.line)
    if isinstance(said, EntryAddedCorrection):
        _with_added(entries, one, said, at)
    elif at is None or (isinstance(said, EntryRemovedCorrection) and not one.waits):
        return  # what is gone from the review cannot be shown there
    elif isinstance(said, EntryRemovedCorrection):
        entries[at] = replace(entries[at], removed=one.kept)
    else:
        entries[at] = _with_field(entries[at], one, said)


def _with_added(
    entries: list[EntryNow], one: OneSaid, said: EntryAddedCorrection, at: int | None
) -> None:
    if at is not None:
        known = entries[at]
        values = {**known.values, **said.values} if one.kept else known.values
        fields = frozenset(said.values) if one.kept else frozenset[str]()
        entries[at] = replace(
            known, values=values, corrected=fields, added=one.kept, removed=not one.kept
        )
    elif one.kept and one.line is not None:
        new = EntryNow(
            said.entry.value,
            one.line,
            said.which,
            dict(said.values),
            corrected=frozenset(said.values),
            added=True,
        )
        entries.append(new)
        entries.sort(key=lambda entry: (entry.kind != "experience", entry.line or 0))


def _with_field(entry: EntryNow, one: OneSaid, said: EntryCorrection) -> EntryNow:
    if one.kept:
        values = {**entry.values, said.field: said.value}
        return replace(entry, values=values, corrected=entry.corrected | {said.field})
    return replace(entry, values={**entry.values, said.field: one.was})


# --- lines --------------------------------------------------------------------------------------


def _lines(ones: KeptOnes, read: Mapping[int, LineNow], say: Say) -> dict[int, LineNow]:
    lines = dict(read)
    for one in ones.all:
        said, line = one.said, one.line
        if line is None or not one.waits:
            continue
        now = lines.get(line, LineNow())
        if isinstance(said, HeadingCorrection):
            kind = said.section.value if one.kept and said.section else None
            heading = kind if one.kept else one.was
            lines[line] = replace(now, heading=heading)
        elif isinstance(said, LineBreakCorrection) and one.kept:
            lines[line] = replace(now, waits=(*now.waits, what_words(one.raw, say)))
    return lines


# --- words --------------------------------------------------------------------------------------


def _said(one: OneSaid, plain: ReadingNow, say: Say) -> SaidNow:
    was = one.was if one.part else _read_before(one, plain)
    if not one.kept:
        state = say("taken back; not in this review yet")
    elif one.waits:
        state = say("not in this review yet")
    else:
        state = say(state_words(one.part.state)) if one.part else ""
    return SaidNow(
        target=one.target if one.kept else "",
        what=what_words(one.raw, say),
        was=was_words(one.raw, was, say),
        state=state,
        line=one.line,
    )


def _read_before(one: OneSaid, plain: ReadingNow) -> str | None:
    """Return what the review reads where a correction waits that it does not have."""
    said = one.said
    if isinstance(said, ContactCorrection):
        return plain.contact[said.field.value].value
    if isinstance(said, SkillsCorrection):
        return ", ".join(plain.skills) or None
    if isinstance(said, HeadingCorrection) and one.line is not None:
        return plain.lines.get(one.line, LineNow()).heading
    if isinstance(said, EntryCorrection):
        at = entry_at(list(plain.entries), said, one.line)
        return None if at is None else plain.entries[at].values[said.field]
    return None
