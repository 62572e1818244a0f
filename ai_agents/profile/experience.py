"""Reads the positions held: title, employer, place and period of each entry."""

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from ai_agents.models import ExperienceEntry, Line
from ai_agents.profile.blocks import Block, find_blocks
from ai_agents.profile.dateless import with_dateless
from ai_agents.profile.fragments import Fragment, head_fragments
from ai_agents.profile.typography import Typography

#: A head that only names an employer has at most this many lines: name, trade, size.
_HEADER_LINES = 3


@dataclass(frozen=True)
class _Draft:
    block: Block
    fragments: list[Fragment]
    place: str | None


def read_experience(lines: list[Line], typography: Typography) -> list[ExperienceEntry]:
    """Return the entries of one experience section; `lines` are its lines below the heading."""
    drafts = []
    for block in with_dateless(lines, find_blocks(lines, typography)):
        fragments, place = head_fragments(lines, block.head)
        drafts.append(_Draft(block, fragments[:6], place))
    if any(_employer_above(draft) for draft in drafts):
        drafts = [replace(draft, fragments=_rejoined(draft, drafts[0])) for draft in drafts]
    habit = _habit(drafts)
    entries: list[ExperienceEntry] = []
    for draft in drafts:
        entry = _entry(draft, lines, habit, entries[-1] if entries else None)
        if entry is not None and entries and _only_heads(entries[-1], entry):
            entries.pop()
        if entry is not None:
            entries.append(entry)
    return entries


def _employer_above(draft: _Draft) -> bool:
    """Return whether a row of its own names the employer over a 'title, department'.

    Words say so, or the place behind it, and the department names no firm itself.
    """
    cut = [f for f in draft.fragments if f.cut]
    if not cut or any(f.employer for f in cut):
        return False
    first = min(fragment.row for fragment in cut)
    # What the next row carries on in small letters is a sentence, not a name.
    above = [
        fragment
        for fragment, after in pairwise(draft.fragments)
        if fragment.row < first and not fragment.title and not after.text[:1].islower()
    ]
    return any(f.employer or (draft.place and f.placed) for f in above)


def _rejoined(draft: _Draft, first: _Draft) -> list[Fragment]:
    """Put what a comma parts from a title back to it, where the employer stands in a row above.

    An entry of one row, in a section of such entries, belongs to the employer named before.
    """
    rows = {f.row for f in draft.fragments}
    if not _employer_above(draft) and (len(rows) > 1 or draft is first):
        return draft.fragments
    joined: list[Fragment] = []
    for fragment in draft.fragments:
        if fragment.cut and joined and joined[-1].title:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}, {fragment.text}")
        else:
            joined.append(fragment)
    return joined


def _only_heads(entry: ExperienceEntry, following: ExperienceEntry) -> bool:
    """Return whether an entry only names the employer of the position right below it."""
    near = following.lines[0] - entry.lines[0] <= _HEADER_LINES
    return near and entry.title is None and following.employer == entry.employer is not None


def _key(fragment: Fragment) -> tuple[int, int]:
    return min(fragment.row, 2), min(fragment.col, 2)


def _habit(drafts: list[_Draft]) -> dict[tuple[int, int], float]:
    """Return place in the head → how much fragments there look like titles, over all entries."""
    sums: dict[tuple[int, int], list[float]] = defaultdict(list)
    for draft in drafts:
        for fragment in draft.fragments:
            sums[_key(fragment)].append(fragment.title - fragment.employer)
    return {key: sum(values) / len(values) for key, values in sums.items()}


def _entry(
    draft: _Draft,
    lines: list[Line],
    habit: dict[tuple[int, int], float],
    previous: ExperienceEntry | None,
) -> ExperienceEntry | None:
    block = draft.block
    title, employer = _roles(draft.fragments, habit)
    if title is None and employer is None:
        return None
    name, place = employer.text if employer else None, draft.place
    if name is None and title is not None:
        name, place = _in_place(title, place, lines)
    if name is None and block.anchor is not None and previous is not None:
        name = previous.employer
    first = lines[block.head[0]].id
    return ExperienceEntry(
        title=title.text if title else None,
        employer=name,
        location=place,
        start=block.start,
        end=block.end,
        lines=(first, lines[max(block.last, block.head[-1])].id),
        confidence=_confidence(title, employer, block),
    )


def _in_place(
    title: Fragment, place: str | None, lines: list[Line]
) -> tuple[str | None, str | None]:
    """Return (employer, place) of 'Engineer, IBM, France': what looked like a town is the firm."""
    town, comma, area = (place or "").partition(", ")
    if not comma or f"{title.text}, {town}" not in lines[title.line].text:
        return None, place
    return town, area


def _roles(
    fragments: list[Fragment], habit: dict[tuple[int, int], float]
) -> tuple[Fragment | None, Fragment | None]:
    """Return (title, employer): each fragment's own words, helped by what usually stands there."""
    if not fragments:
        return None, None
    scored = [(f.title - f.employer + 0.7 * habit[_key(f)], -n, f) for n, f in enumerate(fragments)]
    if len(fragments) == 1:
        score, _, only = scored[0]
        return (only, None) if score > 0 else (None, only)
    title = max(scored[:4], key=lambda item: item[:2])[2]
    rest = [item for item in scored if item[2] is not title]
    # Of what is left the employer is the one nearest the title that names an organisation.
    employer = max(
        rest,
        key=lambda item: (_employer_score(item[2], title), item[1]),
    )[2]
    return title, employer


def _employer_score(fragment: Fragment, title: Fragment) -> float:
    distance = abs(fragment.row - title.row)
    # A line of its own that names an organisation is worth a way; other words must stand near.
    step = 0.15 if fragment.employer >= 0.7 else 0.4
    return fragment.employer - fragment.title - step * distance - 0.1 * fragment.row


def _confidence(title: Fragment | None, employer: Fragment | None, block: Block) -> float:
    score = 0.1 + (0.25 if block.start else 0.0) + (0.1 if block.end else 0.0)
    if title is not None:
        score += 0.15 + 0.2 * title.title
    if employer is not None:
        score += 0.15 + 0.05 * employer.employer
    return round(min(1.0, score), 3)
