"""Cuts a job posting into items: bullets and paragraphs, each under the heading it stands below."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ai_agents.match.lexicon import certificates, function_words, headings
from ai_agents.match.words import cut
from ai_agents.models import Document, JobPosting, Line, PostingItem
from ai_agents.profile.blocks import continues
from ai_agents.profile.folding import fold
from ai_agents.profile.lexicon import word_list
from ai_agents.vocabulary import PostingPart

_LONGEST_HEADING: Final = 9
#: Words of an unknown heading at most; a longer line says something.
_LONGEST_LABEL: Final = 6
#: Words of a marked heading of which the last alone tells: 'Examples of duties'.
_LAST_WORD: Final = 4
#: A title stands among the first items, behind company and place.
_HEAD_ITEMS: Final = 6
_ALL_GENDERS: Final = re.compile(
    r"\(\s*(?:[mwfdhx]\s*/\s*){1,3}[mwfdhx]\s*\)|\bH/F\b", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"^\W*\d{1,3}\W*$")
#: A mark of postings that is no bullet in a resume.
_PLUS_MARK: Final = re.compile(r"^[+→✓]\s+")
_EMOJI: Final = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]+")
_TITLE_LABEL: Final = re.compile(
    r"^(?:job (?:title|description)|position|role|title|vacancy|stelle(?:nbezeichnung)?|poste"
    r"|intitulé du poste|puesto|oferta(?: de empleo)?|stellenangebot|offre d'emploi)\s*[:–-]\s*",
    re.IGNORECASE,
)


#: 'We are looking for a Product Manager to …', 'The Data Analyst will …'.
_SOUGHT: Final = re.compile(
    r"(?:\b(?:looking for|seeking|seeks|hiring|suchen|sucht|recherch\w+|cherch\w+|busca\w*)\s+"
    r"(?:(?:an?|the|our|einen?|une?|una?)\s+)?|^The\s+)"
    r"(?P<title>[A-ZÄÖÜÉ][\w/&+\-]*(?:\s+[A-ZÄÖÜÉ(][\w/&+()*:\-]*){0,5})"
)


@dataclass(frozen=True, slots=True)
class Item:
    """What one item of a posting says, and in which part of it; `line` is its first line."""

    text: str
    line: int
    part: PostingPart
    bullet: bool


def posting_of(document: Document) -> JobPosting:
    """Return the posting a document shows; a line that only counts pages is no item."""
    groups = list(_groups(document.lines))
    following = [*(_bulleted(group[0]) for group in groups[1:]), False]
    items = tuple(
        PostingItem(
            line=group[0].id,
            text=_joined(group),
            bullet=_bulleted(group[0]),
            marked=_marked(group[0]) or (below and not _bulleted(group[0])),
        )
        for group, below in zip(groups, following, strict=True)
    )
    source = document.source
    return JobPosting(name=source.name, sha256=source.sha256, items=items)


def _bulleted(line: Line) -> bool:
    return bool(line.bullet) or _PLUS_MARK.match(line.text) is not None


def items_of(posting: JobPosting) -> tuple[Item, ...]:
    """Return what the items say in reading order, headings left out.

    What stands before the first heading describes the role. A label ('Requirements: a degree', or
    'Location: Bern') speaks for its own item and the bullets below it.
    """
    part = below = PostingPart.ROLE
    items = []
    for item in posting.items:
        text, own = item.text, below if item.bullet else part
        if not item.bullet:
            head, rest = _heading(text, marked=item.marked)
            if head is None and item.marked and _is_label(text):
                head, rest = PostingPart.ROLE, ""  # a heading nobody knows asks for nothing certain
            below = own = head or part
            if head is not None and not rest:
                part = head
            text = text if head is None else rest
            if head is PostingPart.NOTHING and rest:
                below = part
        if text:
            items.append(Item(text, item.line, own, item.bullet))
    return tuple(items)


def title_of(posting: JobPosting) -> str | None:
    """Return the job's title: the first short line that names one, or whom a sentence seeks."""
    for item in posting.items[:_HEAD_ITEMS]:
        text = _TITLE_LABEL.sub("", item.text).strip()
        if not text or _meaning(text, marked=item.marked) is not None:
            continue
        short = len(text.split()) <= 12 and len(text) <= 110 and text[-1] not in ".!?:"
        if short and not item.bullet and _names_work(text):
            return text
        sought = _SOUGHT.search(text)
        if sought is not None and _names_work(sought["title"]):
            return sought["title"].strip()
    return None


def _names_work(text: str) -> bool:
    """Whether a text names a position: by its noun, a licence, or the mark for all genders."""
    if _ALL_GENDERS.search(text) or word_list("titles").hits(text):
        return True
    return bool(certificates().asked(cut(text)))


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each item."""
    group: list[Line] = []
    for line in lines:
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
    if _bulleted(line) or _is_heading(line) or _is_heading(before):
        return False
    if continues(line, before):
        return True
    broken = line.text[:1].islower() and before.text.rstrip()[-1:] not in ".:;!?"
    return broken and len(before.text) > 30


def _is_heading(line: Line) -> bool:
    return not _bulleted(line) and _meaning(line.text, marked=_marked(line)) is not None


def _marked(line: Line) -> bool:
    """Whether a line looks like a heading: by style, capitals, a closing colon or stars."""
    text = line.text.strip()
    starred = text.startswith("**") and text.endswith("**")
    return line.heading_style or line.bold or text.endswith(":") or text.isupper() or starred


def _joined(group: list[Line]) -> str:
    text = ""
    for line in group:
        piece = line.text
        if line.bullet and piece.startswith(line.bullet):
            piece = piece[len(line.bullet) :]
        piece = _PLUS_MARK.sub("", piece, count=1) if not text else piece
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


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LONGEST_LABEL and text[-1:] not in (".", ";", ",")


def _meaning(text: str, *, marked: bool) -> PostingPart | None:
    """Return what a line means as a heading: a known phrase, alone or with a few more words."""
    text = _EMOJI.sub(" ", text).strip(" *_#:–—-•·|>?!…")
    if len(text) > 90 or text[-1:] in (".", ";", ",") or text.count("(") != text.count(")"):
        return None
    words = fold(text).split()
    if not words or len(words) > _LONGEST_HEADING:
        return None
    exact = headings().get(" ".join(words))
    return exact if exact is not None or len(words) < 2 else _longest_phrase(words, marked=marked)


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
    return known.get(words[-1]) if marked and len(words) <= _LAST_WORD else None
