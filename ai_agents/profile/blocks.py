"""Cuts a section into entries: each a few head lines (who, where, when) and the body below them."""

import re
from dataclasses import dataclass, replace

from ai_agents.models import Line
from ai_agents.profile.date_words import NOW, PRESENT
from ai_agents.profile.dates import DateSpan, find_dates, leading_end, without_dates
from ai_agents.profile.labels import labelled
from ai_agents.profile.lexicon import word_list
from ai_agents.profile.typography import Typography, filled, right_edges

#: Longer lines are prose: they never name a position.
MAX_HEAD_CHARS = 150
MAX_HEAD_LINES = 3
#: "Tech stack: …", "業種: …": a labelled remark, no part of the head.
LABELLED = re.compile(r"^[^:：|｜]{2,30}[:：]\s*\S")

#: Marks of a list that are no bullets everywhere ('・' also joins words)
_MARKS = frozenset("・※◆■●▪")


@dataclass(frozen=True)
class Block:
    """One entry: ids of head lines, the dates found there, and its last line."""

    head: tuple[int, ...]
    start: str | None
    end: str | None
    last: int
    anchor: int | None


@dataclass(frozen=True)
class Dated:
    """A line that dates an entry."""

    start: str | None
    end: str | None
    #: characters at the start of the following line that belong to the range ('Present …')
    spill: int = 0


def entry_dates(line: Line) -> tuple[DateSpan, ...]:
    """Return the date spans of a line that can date an entry; dates inside prose are none."""
    if len(line.text) > MAX_HEAD_CHARS:
        return ()
    spans = find_dates(line.text)
    if len(line.parts) > 1 and (open_range := _open_part(line)):
        return (open_range,)
    ranges = tuple(span for span in spans if span.is_range)
    if ranges:
        return ranges
    return tuple(span for span in spans if _at_edge(line, span))


def _open_part(line: Line) -> DateSpan | None:
    """Return the range a part leaves open ('2019 –' in a column of its own)."""
    at = 0
    for part in line.parts:
        at = max(at, line.text.find(part, at))
        spans = find_dates(part) if len(part) < 30 else ()
        if spans and spans[0].open_end:
            return replace(spans[0], begin=at + spans[0].begin, stop=at + spans[0].stop)
    return None


def _at_edge(line: Line, span: DateSpan) -> bool:
    before, after = line.text[: span.begin].rstrip(), line.text[span.stop :].lstrip()
    date = line.text[span.begin : span.stop]
    own_part = any(part.strip(" ()[],.;") == date.strip() for part in line.parts)
    leads = not before and (not after or len(after) < 90)
    trails = after in ("", ")", ".", "]", "年") and (
        before.endswith((",", "|", "–", "-", "(", "·", "•", ":", "—")) or len(line.text) < 60
    )
    return own_part or leads or trails


def dated(line: Line, following: Line | None) -> Dated | None:
    """Return what period a line gives an entry; a range cut by the line's end is put together."""
    spans = entry_dates(line)
    if not spans:
        return None
    span = spans[0]
    rest = line.text[span.stop :].lstrip()
    cut = span.open_end or (not span.is_range and rest[:1] in "–—-" and rest != "")
    if cut and following is not None and (end := leading_end(following.text)):
        return Dated(span.start, end[0], end[1])
    if span.open_end:
        return Dated(span.start, PRESENT)
    if len(spans) > 1 and not span.is_range:
        return Dated(span.start, spans[1].start)
    return Dated(span.start, span.end)


def continues(line: Line, previous: Line) -> bool:
    """Return whether a line carries on the bullet or paragraph of the line above it."""
    apart = line.page != previous.page or line.column != previous.column
    if line.bullet or line.begins or apart:
        return False
    if line.bbox is None or previous.bbox is None:
        return len(previous.text) > 60 and line.text[:1].islower()
    if line.bold != previous.bold or abs((line.size or 0) - (previous.size or 0)) > 0.4:
        return False
    if line.gap_before is not None and line.gap_before > 0.75:
        return False
    indent = line.bbox[0] - previous.bbox[0]
    return indent > 2.0 if previous.bullet else indent > -2.0 and len(previous.text) > 35


def is_row_of_tags(line: Line) -> bool:
    """Return whether a line is a row of short names ('Go   React   SQL'): no head of an entry."""
    return len(line.parts) >= 3 and not find_dates(line.text) and len(set(line.parts)) >= 3


def is_prose(line: Line) -> bool:
    """Return whether a line reads like a sentence rather than like a name or a title."""
    words = line.text.split()
    return (
        len(words) > 14
        or len(line.text) > 110
        or (len(words) > 6 and line.text.rstrip().endswith("."))
    )


def find_blocks(lines: list[Line], typography: Typography) -> list[Block]:
    """Return the entries of a section's lines (the heading's own line left out), in order."""
    anchors = _anchors(lines)
    stacked = _stacked(lines, anchors)
    anchors = sorted({i for i in anchors if i - 1 not in stacked} | set(stacked))
    if not anchors:
        return _undated(lines, typography)
    starts: list[int] = []
    lead = _rows_above(lines, anchors[0])
    for number, anchor in enumerate(anchors):
        floor = anchors[number - 1] + 1 if number else 0
        starts.append(_head_start(lines, anchor, floor, lead))
    blocks = []
    edges = right_edges(lines)
    for number, (start, anchor) in enumerate(zip(starts, anchors, strict=True)):
        stop = starts[number + 1] if number + 1 < len(starts) else len(lines)
        following = lines[anchor + 1] if anchor + 1 < len(lines) else None
        period = stacked.get(anchor) or dated(lines[anchor], following)
        foot = anchor + 1 if anchor in stacked else head_stop(lines, anchor, stop, edges)
        head = tuple(range(start, foot))
        blocks.append(
            Block(
                head,
                period.start if period else None,
                period.end if period else None,
                stop - 1,
                anchor,
            )
        )
    return blocks


def _rows_above(lines: list[Line], anchor: int) -> int:
    """Return how many printed rows stand above the first date: the habit of the whole section."""
    rows = sum(1 for i in range(max(0, anchor - 6), anchor) if not same_row(lines[i], lines[i + 1]))
    return min(rows, MAX_HEAD_LINES)


def _anchors(lines: list[Line]) -> list[int]:
    """Return the lines that date an entry; bulleted ones only where no other line does."""
    plain = [i for i in range(len(lines)) if not lines[i].bullet and _dates_entry(lines, i)]
    anchors = plain or [i for i in range(len(lines)) if _own_date(lines[i])]
    ranged = [i for i in anchors if _is_period(lines, i) or _own_date(lines[i])]
    bold = [i for i in ranged if lines[i].bold]
    if len(bold) * 2 > len(ranged) and bold[:1] == ranged[:1]:
        # Bold heads: a plain dated line below one dates a part of that position.
        alike = {(_left(lines[i]), len(lines[i].parts), _date_side(lines[i])) for i in bold}
        ranged = [
            i
            for i in ranged
            if lines[i].bold
            or (
                (len(lines[i].parts) > 1)
                and (_left(lines[i]), len(lines[i].parts), _date_side(lines[i])) in alike
            )
        ]
        anchors = ranged
    # Where most entries carry ranges, a lone year is a remark.
    return ranged if len(ranged) * 2 > len(anchors) else anchors


def _stacked(lines: list[Line], anchors: list[int]) -> dict[int, Dated]:
    """Return line → period where a timeline prints the end above the start, row by row.

    Only where most dated lines stand in such pairs: two one-line entries look alike.
    """
    ends = {i: date for i in range(len(lines)) if (date := _lone_lead(lines[i]))}
    pairs = {
        i: Dated(ends[i + 1], end)
        for i, end in ends.items()
        if i + 1 in ends and i - 1 not in ends and i + 2 not in ends and ends[i + 1] <= end
    }
    return pairs if len(pairs) >= 2 and len(pairs) * 3 >= len(anchors) else {}


def _lone_lead(line: Line) -> str | None:
    """Return the single date a line begins with in a column of its own."""
    if len(line.parts) < 2 or len(line.parts[0]) > 20:
        return None
    if NOW.fullmatch(line.parts[0]):
        return PRESENT
    spans = find_dates(line.parts[0])
    alone = len(spans) == 1 and not spans[0].is_range
    return spans[0].start if alone and spans[0].begin == 0 else None


def _dates_entry(lines: list[Line], index: int) -> bool:
    line = lines[index]
    spans = entry_dates(line)
    if not spans:
        return False
    if index and continues(line, lines[index - 1]) and not _lone_date(line) and spans[0].begin:
        return False
    return not (line.text.rstrip().endswith(".") and len(line.text) > 60 and spans[0].begin > 20)


def _left(line: Line) -> int:
    return round(line.bbox[0] / 4) if line.bbox else 0


def _date_side(line: Line) -> bool:
    """Return whether the first date stands in the first half of the line."""
    spans = find_dates(line.text)
    return bool(spans) and spans[0].begin * 2 < len(line.text)


def _is_period(lines: list[Line], index: int) -> bool:
    following = lines[index + 1] if index + 1 < len(lines) else None
    period = dated(lines[index], following)
    return period is not None and period.start != period.end


def _own_date(line: Line) -> bool:
    spans = find_dates(line.text)
    return any(
        line.text[s.begin : s.stop].strip() in p for s in spans for p in line.parts if len(p) < 45
    )


def _lone_date(line: Line) -> bool:
    """Return whether some part of a line is a date and little else: '(Jan 2015 – Mar 2016)'."""
    parts = (part for part in line.parts if len(part) < 45)
    return any(
        sum(c.isalnum() for c in without_dates(part, spans)) <= 4
        for part in parts
        if (spans := find_dates(part))
    )


def _head_start(lines: list[Line], anchor: int, floor: int, lead: int) -> int:
    """Return where the head of an entry begins: at most `lead` printed rows above its date."""
    start, rows = anchor, 0
    while start > floor:
        above = lines[start - 1]
        level = same_row(above, lines[start])
        rows += 0 if level else 1
        if rows > lead or is_prose(above) or is_row_of_tags(above):
            break
        beside = start - 1 > floor and same_row(above, lines[start - 2])
        if above.bullet and not (_head_bullet(above, lines[anchor]) or level or beside):
            break
        if start - 1 > floor and not level and _wraps(lines, start - 1):
            break
        start -= 1
    return start


def _wraps(lines: list[Line], index: int) -> bool:
    above, line = lines[index - 1], lines[index]
    return continues(line, above) and _bodyish(above, line)


def same_row(line: Line, other: Line) -> bool:
    """Return whether two lines stand side by side on the page."""
    if line.bbox is None or other.bbox is None or line.page != other.page:
        return False
    _, top, _, foot = line.bbox
    _, other_top, _, other_foot = other.bbox
    overlap = min(foot, other_foot) - max(top, other_top)
    return overlap > 0.5 * min(foot - top, other_foot - other_top)


def _head_bullet(line: Line, anchor: Line) -> bool:
    """Return whether a bulleted line names an entry: it has a place at its right, or is bold."""
    return len(line.text) <= 90 and (len(line.parts) > 1 or line.bold) and not anchor.bullet


def _bodyish(previous: Line, line: Line) -> bool:
    return (
        bool(previous.bullet) or is_prose(previous) or (not line.bold and len(previous.text) > 60)
    )


def head_stop(
    lines: list[Line], anchor: int, stop: int, edges: dict[tuple[int, int], float]
) -> int:
    """Return the index below a head: the lines that name employer, place or title at `anchor`."""
    end = anchor + 1
    while end < stop and end - anchor <= 3:
        line = lines[end]
        if end - anchor == 3 and not _names_last(lines, anchor, end):
            break
        if same_row(line, lines[anchor]) and len(line.text) <= 80:
            end += 1
            continue
        if LABELLED.match(line.text) and labelled(line.text)[0] is None:
            break
        if line.bullet or line.text[:1] in _MARKS or is_prose(line) or _sentence_end(line.text):
            break
        if end + 1 < stop and _flows(line, lines[end + 1], edges):
            break
        if len(line.text) > 80 or line.text[:1].islower():
            break
        end += 1
    return end


def _names_last(lines: list[Line], anchor: int, end: int) -> bool:
    """Return whether a third line below the date still names a school or the missing title."""
    titles = word_list("titles")
    titled = any(titles.hits(line.text) for line in lines[anchor:end])
    here = lines[end].text
    return word_list("institutions").hits(here) > 0 or (not titled and titles.hits(here) > 0)


def _flows(line: Line, following: Line, edges: dict[tuple[int, int], float]) -> bool:
    """Return whether a line is the first of a paragraph: full, and carried on by the next."""
    return (
        len(line.text) > 30
        and len(line.parts) <= 1
        and continues(following, line)
        and filled(line, following, edges)
    ) or line.text.endswith("-")


def _sentence_end(text: str) -> bool:
    """Return whether the text ends like a sentence; 'Acme Corp.' does not."""
    text = text.rstrip()
    return text.endswith((".", ";")) and not word_list("companies").hits(text.split()[-1])


def _undated(lines: list[Line], typography: Typography) -> list[Block]:
    """Cut entries without dates at emphasised lines, or at plain lines above bullets."""
    heads = [
        i
        for i, line in enumerate(lines)
        if not line.bullet
        and not is_prose(line)
        and not line.text.rstrip().endswith(":")
        and (line.bold or typography.emphasis(line) >= 0.9)
        and (i == 0 or not (lines[i - 1].bold and not lines[i - 1].bullet))
    ]
    if not heads:
        heads = [
            i
            for i, line in enumerate(lines)
            if not line.bullet
            and not is_prose(line)
            and i + 1 < len(lines)
            and lines[i + 1].bullet
            and not (i and continues(line, lines[i - 1]))
        ]
    blocks = []
    edges = right_edges(lines)
    for number, start in enumerate(heads):
        stop = heads[number + 1] if number + 1 < len(heads) else len(lines)
        blocks.append(
            Block(
                tuple(range(start, head_stop(lines, start, stop, edges))),
                None,
                None,
                stop - 1,
                None,
            )
        )
    return blocks
