"""What a parser sees, as display values: how sure, sections, entries in words; pure."""

from dataclasses import dataclass

from desktop.corrections.standing import EXPERIENCE, EntryNow
from desktop.corrections.words import section_words
from desktop.review import words
from desktop.review.report import Report

#: More rows than this are a sign of a misread file; the rest is counted, not listed.
MAX_ROWS = 60
#: Confidence below this is worth a second look.
_SURE = 0.85


@dataclass(frozen=True)
class SeenRow:
    """One row; `line` is where it was found, None when that is not known."""

    name: str
    value: str
    remark: str = ""
    line: int | None = None


@dataclass(frozen=True)
class SeenGroup:
    """Rows under one heading; `note` is said instead when there are none."""

    heading: str
    rows: tuple[SeenRow, ...]
    note: str = ""


@dataclass(frozen=True)
class ParserDisplay:
    """What of a reading is shown and not corrected in place: `extras` only where there are any."""

    sections: SeenGroup
    extras: tuple[SeenGroup, ...]


def parser_display(report: Report, say: words.Say = words.unchanged) -> ParserDisplay:
    """Return the sections in reading order, and what the file hides or should be known of it."""
    extras = (
        _group(say("Hidden text, not reviewed"), _hidden(report, say), say),
        _group(say("Remarks about the file"), _warnings(report), say),
    )
    return ParserDisplay(
        _group(say("Sections in reading order"), _sections(report, say), say),
        tuple(group for group in extras if group.rows),
    )


def how_sure(confidence: float | None, say: words.Say = words.unchanged) -> str:
    """Return how surely something was read; empty when the review does not tell."""
    if confidence is None:
        return ""
    word = say("sure") if confidence >= _SURE else say("worth checking")
    return f"{word} ({confidence * 100:.0f} %)"


def entry_title(entry: EntryNow, say: words.Say = words.unchanged) -> str:
    """Return what a position or course of study is called."""
    work = entry.kind == EXPERIENCE
    names = ("title", "employer", "location") if work else ("degree", "field", "institution")
    told = [value for name in names if (value := entry.values.get(name))]
    nameless = say("no title or employer read") if work else say("no degree or school read")
    return " · ".join(told) or nameless


def entry_dates(entry: EntryNow, say: words.Say = words.unchanged) -> str:
    """Return when it was."""
    start, end = entry.values.get("start"), entry.values.get("end")
    if start is None and end is None:
        return say("no dates")
    now = say("present") if end == "present" else end
    return " – ".join(part for part in (start, now) if part)


def _group(heading: str, rows: list[SeenRow], say: words.Say) -> SeenGroup:
    note = "" if rows else say("None found.")
    if (more := len(rows) - MAX_ROWS) > 0:
        note = say("and {n} more").format(n=more)
    return SeenGroup(heading, tuple(rows[:MAX_ROWS]), note)


def _sections(report: Report, say: words.Say) -> list[SeenRow]:
    return [
        SeenRow(
            section_words(section.kind, say),
            section.heading or say("without a heading"),
            say("lines {first}–{last}").format(first=section.first_line, last=section.last_line),
            section.first_line,
        )
        for section in report.profile.sections
    ]


def _hidden(report: Report, say: words.Say) -> list[SeenRow]:
    return [
        SeenRow(
            say("Page {n}").format(n=item.page),
            item.text,
            say(words.HIDDEN_REASONS.get(item.reason, item.reason)),
        )
        for item in report.document.hidden
    ]


def _warnings(report: Report) -> list[SeenRow]:
    return [
        SeenRow(words.plain_code(warning.code), warning.message)
        for warning in report.document.warnings
    ]
