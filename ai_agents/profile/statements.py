"""Joins the wrapped lines of bullets and paragraphs into statements for the writing rules."""

from collections.abc import Sequence

from ai_agents.models import ExperienceEntry, Line, Section, Statement
from ai_agents.profile.blocks import continues
from ai_agents.vocabulary import SectionKind

#: A statement never grows longer than this many lines, whatever the file does.
MAX_LINES = 60
_NO_PROSE = frozenset((SectionKind.CONTACT, SectionKind.SKILLS))


def find_statements(
    lines: tuple[Line, ...],
    sections: tuple[Section, ...],
    experience: tuple[ExperienceEntry, ...],
    heads: frozenset[int],
) -> tuple[Statement, ...]:
    """Return the statements in reading order; headings and head lines of entries are none."""
    entry_of = {
        line_id: number
        for number, entry in enumerate(experience)
        for line_id in range(entry.lines[0], entry.lines[1] + 1)
    }
    statements: list[Statement] = []
    for section in sections:
        first = section.first_line + (1 if section.heading else 0)
        body = [line for line in lines[first - 1 : section.last_line] if line.id not in heads]
        if section.kind in _NO_PROSE:
            body = [line for line in body if line.bullet and len(line.text.split()) > 4]
        statements += [
            _statement(group, section.kind, entry_of.get(group[0].id)) for group in _groups(body)
        ]
    return tuple(statement for statement in statements if statement.text)


def _groups(body: list[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in body:
        last = groups[-1] if groups else None
        if (
            last
            and last[-1].id == line.id - 1
            and len(last) < MAX_LINES
            and (continues(line, last[-1]) or (len(last) > 1 and _same_indent(line, last[-1])))
        ):
            last.append(line)
        else:
            groups.append([line])
    return groups


def _same_indent(line: Line, previous: Line) -> bool:
    return (
        not line.bullet
        and line.bbox is not None
        and previous.bbox is not None
        and continues(line, previous)
    )


def _statement(group: list[Line], kind: SectionKind, entry: int | None) -> Statement:
    return Statement(
        lines=tuple(line.id for line in group),
        text=statement_text(group),
        bullet=group[0].bullet is not None,
        section=kind,
        entry=entry,
    )


def statement_text(lines: Sequence[Line]) -> str:
    """Return what the lines of one statement say together, without the bullet mark."""
    bullet, text = lines[0].bullet, lines[0].text
    if bullet and text.startswith(bullet):
        text = text[len(bullet) :].strip()
    for line in lines[1:]:
        text = joined(text, line.text)
    return text


def joined(left: str, right: str) -> str:
    """Join two lines; a word cut by a hyphen at the line's end is put together."""
    if left.endswith(("-", "\u00ad", "‐")) and left[-2:-1].isalpha() and right[:1].islower():
        return left[:-1] + right
    return f"{left} {right}"
