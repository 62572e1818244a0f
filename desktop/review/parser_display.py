"""What a parser sees, as display values: fields with confidence, sections, entries; pure."""

from dataclasses import dataclass

from desktop.review import words
from desktop.review.report import Report
from desktop.review.report_parts import Education, Experience

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


def parser_display(report: Report, say: words.Say = words.unchanged) -> tuple[SeenGroup, ...]:
    """Return what the program read from the file, in the order a parser would fill a form."""
    groups = (
        SeenGroup(say("Contact"), _contact(report, say)),
        _group(say("Sections in reading order"), _sections(report, say), say),
        _group(say("Experience"), _experience(report, say), say),
        _group(say("Education"), _education(report, say), say),
        _skills(report, say),
    )
    extras = (
        _group(say("Hidden text, not reviewed"), _hidden(report, say), say),
        _group(say("Remarks about the file"), _warnings(report), say),
    )
    return (*groups, *(group for group in extras if group.rows))


def _group(heading: str, rows: list[SeenRow], say: words.Say) -> SeenGroup:
    note = "" if rows else say("None found.")
    if (more := len(rows) - MAX_ROWS) > 0:
        note = say("and {n} more").format(n=more)
    return SeenGroup(heading, tuple(rows[:MAX_ROWS]), note)


def _contact(report: Report, say: words.Say) -> tuple[SeenRow, ...]:
    profile = report.profile
    rows = [
        _field(report, say, "name", say("Name"), profile.name),
        _field(report, say, "email", say("Email"), profile.email),
        _field(report, say, "phone", say("Phone"), profile.phone),
        _field(report, say, "location", say("Location"), profile.location),
    ]
    rows += [SeenRow(say("Link"), link) for link in profile.links[:MAX_ROWS]]
    return tuple(rows)


def _field(report: Report, say: words.Say, key: str, name: str, value: str | None) -> SeenRow:
    if value is None:
        return SeenRow(name, say("not found"))
    sure = report.profile.confidence.get(key)
    if sure is None:
        return SeenRow(name, value)
    word = say("sure") if sure >= _SURE else say("worth checking")
    return SeenRow(name, value, f"{word} ({sure * 100:.0f} %)")


def _sections(report: Report, say: words.Say) -> list[SeenRow]:
    return [
        SeenRow(
            say(words.SECTIONS.get(section.kind, words.plain_code(section.kind))),
            section.heading or say("without a heading"),
            say("lines {first}–{last}").format(first=section.first_line, last=section.last_line),
            section.first_line,
        )
        for section in report.profile.sections
    ]


def _experience(report: Report, say: words.Say) -> list[SeenRow]:
    return [
        SeenRow(
            _dates(entry, say),
            " · ".join(part for part in (entry.title, entry.employer) if part)
            or say("no title or employer read"),
            entry.location or "",
            entry.lines[0] if entry.lines else None,
        )
        for entry in report.profile.experience
    ]


def _education(report: Report, say: words.Say) -> list[SeenRow]:
    return [
        SeenRow(
            _dates(entry, say),
            " · ".join(part for part in (entry.degree, entry.field, entry.institution) if part)
            or say("no degree or school read"),
        )
        for entry in report.profile.education
    ]


def _dates(entry: Experience | Education, say: words.Say) -> str:
    if entry.start is None and entry.end is None:
        return say("no dates")
    end = say("present") if entry.end == "present" else entry.end
    return " – ".join(part for part in (entry.start, end) if part)


def _skills(report: Report, say: words.Say) -> SeenGroup:
    skills = report.profile.skills
    if not skills:
        return SeenGroup(say("Skills"), (), say("None found."))
    count = say("{n} skill") if len(skills) == 1 else say("{n} skills")
    return SeenGroup(say("Skills"), (SeenRow(count.format(n=len(skills)), ", ".join(skills)),))


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
