"""Cuts a job posting into items: bullets and paragraphs, each under the heading it stands below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ai_agents.match.lexicon import function_words, headings
from ai_agents.models import JobPosting, Line
from ai_agents.profile.blocks import continues
from ai_agents.profile.folding import fold
from ai_agents.vocabulary import PostingPart

_LONGEST_HEADING: Final = 9
_NUMBER: Final = re.compile(r"^\W*\d{1,3}\W*$")
_EMOJI: Final = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]+")
_TITLE_LABEL: Final = re.compile(
    r"^(?:job (?:title|description)|position|role|title|vacancy|stelle(?:nbezeichnung)?|poste"
    r"|intitulé du poste|puesto|oferta(?: de empleo)?|stellenangebot|offre d'emploi)\s*[:–-]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One bullet or paragraph of a posting, its wrapped lines joined; `line` is its first line."""

    text: str
    line: int
    part: PostingPart
    bullet: bool


def items_of(posting: JobPosting) -> tuple[Item, ...]:
    """Return the items in reading order; headings and page numbers are none.

    What stands before the first heading describes the role. A label like 'Location: Bern' asks for
    nothing itself and leaves the part as it was.
    """
    part, items = PostingPart.ROLE, []
    for group in _groups(posting):
        first = group[0]
        text, own = _joined(group), part
        if not first.bullet:
            head, rest = _heading(text, marked=_marked(first))
            if head is not None:
                own, text = head, rest
                part = part if head is PostingPart.NOTHING and rest else head
        if text:
            items.append(Item(text, first.id, own, bool(first.bullet)))
    return tuple(items)


def title_of(posting: JobPosting) -> str | None:
    """Return the job's title, None when the posting does not start with one."""
    for group in _groups(posting):
        text = _TITLE_LABEL.sub("", _joined(group)).strip()
        if not text or _meaning(text, marked=_marked(group[0])) is not None:
            continue
        short = len(text.split()) <= 12 and len(text) <= 110
        return text if short and text[-1] not in ".!?:" else None
    return None


def _groups(posting: JobPosting) -> Iterator[list[Line]]:
    """Yield the lines of each item; a line that only counts pages is left out."""
    group: list[Line] = []
    for line in posting.lines:
        if _NUMBER.match(line.text):
            continue
        if group and _goes_on(line, group[-1]):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _goes_on(line: Line, before: Line) -> bool:
    if line.bullet or _is_heading(line) or _is_heading(before):
        return False
    if continues(line, before):
        return True
    broken = line.text[:1].islower() and before.text.rstrip()[-1:] not in ".:;!?"
    return broken and len(before.text) > 30


def _is_heading(line: Line) -> bool:
    return not line.bullet and _meaning(line.text, marked=_marked(line)) is not None


def _marked(line: Line) -> bool:
    """Whether a line looks like a heading: by style, capitals or a closing colon."""
    text = line.text.strip()
    return line.heading_style or line.bold or text.endswith(":") or text.isupper()


def _joined(group: list[Line]) -> str:
    text = ""
    for line in group:
        piece = line.text
        if line.bullet and piece.startswith(line.bullet):
            piece = piece[len(line.bullet) :]
        piece = _EMOJI.sub(" ", piece).strip()
        if text.endswith(("-", "\u00ad", "‐")) and text[-2:-1].isalpha() and piece[:1].islower():
            text = text[:-1] + piece
        else:
            text = f"{text} {piece}".strip()
    return " ".join(text.split())


def _heading(text: str, *, marked: bool) -> tuple[PostingPart | None, str]:
    """Return the part an item opens and what it says after it ('Requirements: a degree')."""
    whole = _meaning(text, marked=marked)
    if whole is not None:
        return whole, ""
    label, colon, rest = text.partition(":")
    if colon and rest.strip() and (part := headings().get(fold(label))) is not None:
        return part, rest.strip()
    return None, text


def _meaning(text: str, *, marked: bool) -> PostingPart | None:
    """Return what a line means as a heading: a known phrase, alone or with a few more words."""
    text = _EMOJI.sub(" ", text).strip(" *_#:–—-•·|>?!…")
    if len(text) > 90 or text[-1:] in (".", ";", ",") or text.count("(") != text.count(")"):
        return None
    words = fold(text).split()
    if not words or len(words) > _LONGEST_HEADING:
        return None
    exact = headings().get(" ".join(words))
    return exact if exact is not None or len(words) < 3 else _longest_phrase(words, marked=marked)


def _longest_phrase(words: list[str], *, marked: bool) -> PostingPart | None:
    """Return what the longest known phrase of two words or more means.

    A line marked as a heading may hold as many other words, any other line one at its start or end
    that joins nothing: 'Your experience with' opens a sentence.
    """
    known = headings()
    for size in range(len(words) - 1, 1, -1):
        if size * 2 < len(words) or not (marked or size == len(words) - 1):
            continue
        for at in range(len(words) - size + 1):
            part = known.get(" ".join(words[at : at + size]))
            others = [*words[:at], *words[at + size :]]
            if part is not None and (marked or not function_words().intersection(others)):
                return part
    return None
