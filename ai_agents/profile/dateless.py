"""Finds the positions whose dates were left out, between the dated ones of a section."""

from dataclasses import replace
from itertools import pairwise

from ai_agents.models import Line
from ai_agents.profile.blocks import (
    LABELLED,
    MAX_HEAD_LINES,
    Block,
    continues,
    head_stop,
    is_prose,
)
from ai_agents.profile.dates import find_dates
from ai_agents.profile.lexicon import word_list
from ai_agents.profile.typography import right_edges

#: Without a date beside it only a short line can be told from a remark.
MAX_DATELESS_CHARS = 80


def with_dateless(lines: list[Line], blocks: list[Block]) -> list[Block]:
    """Return the dated blocks of a section and, in order, those a title above bullets begins.

    Blocks without any date were cut by their looks already and are returned as they are.
    """
    if not blocks or all(block.anchor is None for block in blocks):
        return blocks
    edges = right_edges(lines)
    found: list[Block] = []
    begin, owner = 0, None
    for block in [*blocks, None]:
        stop = block.head[0] if block else len(lines)
        starts = [i for i in range(begin, stop) if _dateless_head(lines, i, stop)]
        if owner is not None:
            found.append(replace(owner, last=(starts or [stop])[0] - 1))
        for start, last in pairwise([*starts, stop]):
            head = tuple(range(start, head_stop(lines, start, last, edges)))
            found.append(Block(head, None, None, last - 1, None))
        if block:
            begin, owner = block.head[-1] + 1, block
    return found


def _dateless_head(lines: list[Line], index: int, stop: int) -> bool:
    """Return whether a line names a job, follows the bullets of another and has bullets below."""
    line = lines[index]
    if line.bullet or is_prose(line) or len(line.text) > MAX_DATELESS_CHARS:
        return False
    apart = line.bold and index > 0 and is_prose(lines[index - 1])
    if index and not (lines[index - 1].bullet or _ends_body(lines, index) or apart):
        return False
    below = lines[index + 1 : min(stop, index + MAX_HEAD_LINES)]
    return (
        word_list("titles").hits(line.text) > word_list("institutions").hits(line.text)
        and not LABELLED.match(line.text)
        and not find_dates(line.text)
        and any(other.bullet for other in below)
        and not (index and continues(line, lines[index - 1]))
    )


def _ends_body(lines: list[Line], index: int) -> bool:
    """Return whether the line above carries on a bullet, as its last wrapped line does."""
    above = index - 1
    while above and continues(lines[above], lines[above - 1]):
        above -= 1
    return bool(lines[above].bullet)
