"""Turns the cells of a table row into lines, the way the row reads on a page.

Shared by the formats that keep tables as rows of cells (DOCX, ODT, HTML).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ai_agents.documents.lines import LineStyle, bold_lead, leading_bullet

#: A row longer than this is text in columns, not one line.
_MAX_JOINED_CHARS: Final = 200
#: A cell beside running text that holds a date or a place is this short.
_MAX_LABEL_CHARS: Final = 60


@dataclass(frozen=True)
class Draft:
    """One line before it is numbered."""

    text: str
    style: LineStyle
    links: tuple[str, ...] = ()


def join_row(cells: list[list[Draft]]) -> Iterator[Draft]:
    """Return the lines of one row.

    Cells of one short line each stand on one line, as parts of it. A cell of one short line with
    figures (dates) joins the first line of the running text beside it. Otherwise the cells follow
    each other, each as a column of its own.
    """
    filled = [cell for cell in cells if cell]
    if len(filled) <= 1:
        yield from (draft for cell in filled for draft in cell)
    elif _is_one_line(filled):
        yield _joined([cell[0] for cell in filled])
    else:
        for column, cell in enumerate(_with_labels(filled)):
            for draft in cell:
                nested = draft.style.column
                yield replace(draft, style=replace(draft.style, column=nested or column))


def _is_one_line(cells: list[list[Draft]]) -> bool:
    if any(len(cell) > 1 for cell in cells):
        return False
    bullets = sum(
        1 for (draft,) in cells if draft.style.bullet or leading_bullet(draft.text.strip())
    )
    return bullets < 2 and sum(len(draft.text) for (draft,) in cells) <= _MAX_JOINED_CHARS


def _with_labels(cells: list[list[Draft]]) -> list[list[Draft]]:
    """Join each dated label with the running text beside it, before or after."""
    joined: list[list[Draft]] = []
    labelled = False
    for cell in cells:
        before = joined[-1] if joined else []
        if before and not labelled and _is_label(before) != _is_label(cell):
            joined[-1] = [_joined([before[0], cell[0]]), *before[1:], *cell[1:]]
            labelled = True
        else:
            joined.append(cell)
            labelled = False
    return joined


def _is_label(cell: list[Draft]) -> bool:
    if len(cell) != 1 or len(cell[0].text) > _MAX_LABEL_CHARS:
        return False
    return any(sign.isdecimal() for sign in cell[0].text)


def _joined(drafts: list[Draft]) -> Draft:
    longest = max(drafts, key=lambda draft: len(draft.text))
    return Draft(
        text="\t".join(draft.text.strip() for draft in drafts),
        style=replace(
            longest.style,
            bullet=drafts[0].style.bullet,
            heading=all(draft.style.heading for draft in drafts),
            bold=all(draft.style.bold for draft in drafts),
            lead=bold_lead((draft.text.strip(), draft.style.bold) for draft in drafts[:2]),
            column=0,
        ),
        links=tuple(link for draft in drafts for link in draft.links),
    )
