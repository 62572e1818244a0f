"""What the words of a line mean as a heading, in ten languages; how it looks is not asked here."""

import re
from dataclasses import dataclass

from ai_agents.profile.folding import fold, has_cjk, squeeze
from ai_agents.profile.lexicon import heading_words, headings
from ai_agents.profile.reading_copy import closed_up
from ai_agents.vocabulary import SectionKind

#: A heading is a few words on its own line.
MAX_HEADING_CHARS = 60
MAX_HEADING_WORDS = 8
_MAX_CJK_CHARS = 14
_NUMBERING = re.compile(r"^(?:\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+|[^\w\s(（]+\s*)+")
_TAIL = re.compile(r"[\s:：_=\-–—|.…·•*#>》】\])]+$")
#: what a form prints behind a heading: '本人希望記入欄（特に…）'
_REMARK = re.compile(r"（[^（）]*）?\s*$")
#: 'Опыт работы — 9 лет 3 месяца', 'Experience (10+ years)'
_HOW_LONG = re.compile(
    r"\s*[-–—,:(]\s*\(?\d{1,2}\+?\s?(?:лет|года?|мес\w*|years?|yrs?|months?|jahre?|monate?|ans|mois"
    r"|años|anni|anos|jaar|年)(?!\w).*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s(?:&|and|und|et|y|e)\s|[,/+]", re.IGNORECASE)
#: what holds the subjects of a Japanese or Chinese heading apart, and what may follow the last
_LISTED = re.compile(r"\s*[、，・/／]\s*")
_AND_SO_ON = re.compile(r"(?:など|等)$")


@dataclass(frozen=True)
class Word:
    """What the words of a line say: its kind, its print, 2 for a known phrase, else 1."""

    kind: SectionKind
    text: str
    strength: int


def heading_text(text: str) -> str:
    """Return the words of a heading without numbering, decoration and closing colon."""
    text = _HOW_LONG.sub("", _REMARK.sub("", text[: 2 * MAX_HEADING_CHARS]))
    stripped = _TAIL.sub("", _NUMBERING.sub("", text.strip()))
    return closed_up(" ".join(stripped.split()))


def match_heading(text: str) -> Word | None:
    """Return what a line means as a heading, None when its words are no heading's words."""
    if len(text) > 2 * MAX_HEADING_CHARS:
        return None
    words = heading_text(text)
    key = squeeze(words)
    if not key or len(words) > MAX_HEADING_CHARS:
        return None
    known = headings().get(key)
    if known:
        return Word(known[0], _printed(words, known[1]), 2)
    if kind := _kind_of_list(words):
        return Word(kind, words, 2)
    kind = _kind_by_words(words)
    return Word(kind, words, 1) if kind else None


def kind_in(text: str) -> SectionKind | None:
    """Return what a heading of the person's own words speaks of, by the words we know of it.

    'Experiencia en la industria' speaks of experience, 'My journey' of nothing we know.
    """
    words = heading_text(text)
    table = heading_words()
    if has_cjk(words):
        key = squeeze(words)
        at = {key.find(word): word for word in table if word in key and has_cjk(word)}
        kinds = [kind for _, word in sorted(at.items()) if (kind := table[word])]
    else:
        kinds = [kind for token in fold(words).split() if (kind := table.get(token))]
    return _main_kind(kinds, words)


def _printed(words: str, phrase: str) -> str:
    """Return the heading as printed; letter-spaced print gets the word gaps of the phrase."""
    if fold(words) == fold(phrase) or has_cjk(words):
        return words
    letters = words.replace(" ", "")
    if letters.casefold() != phrase.replace(" ", "").casefold():
        return words
    spaced, at = [], 0
    for word in phrase.split():
        spaced.append(letters[at : at + len(word)])
        at += len(word)
    return " ".join(spaced)


def _kind_of_list(words: str) -> SectionKind | None:
    """Return the kind of '志望の動機、特技、自己PRなど': all that is listed are known headings."""
    if not has_cjk(words):
        return None
    items = _LISTED.split(_AND_SO_ON.sub("", words))
    known = [headings().get(squeeze(item)) for item in items]
    return known[0][0] if len(items) > 1 and known[0] and all(known) else None


def _kind_by_words(words: str) -> SectionKind | None:
    tokens = fold(words).split()
    table = heading_words()
    if has_cjk(words):
        return _kind_by_pieces(squeeze(words))
    if len(tokens) > MAX_HEADING_WORDS or any(token not in table for token in tokens):
        return None
    return _main_kind([kind for token in tokens if (kind := table[token])], words)


def _main_kind(kinds: list[SectionKind], words: str) -> SectionKind | None:
    # 'Projects and experience' tells of positions too; 'project experience' only of projects.
    if SectionKind.EXPERIENCE in kinds[1:] and kinds[0] is SectionKind.PROJECTS:
        return SectionKind.EXPERIENCE if _JOINED.search(words) else kinds[0]
    return kinds[0] if kinds else None


def _kind_by_pieces(key: str) -> SectionKind | None:
    """Cover a heading in a script without spaces by known words; little may be left over."""
    if len(key) > _MAX_CJK_CHARS:
        return None
    kind, rest = None, key
    for word, meaning in heading_words().items():
        if has_cjk(word) and word in rest:
            rest = rest.replace(word, "")
            kind = kind or meaning
    return kind if kind and len(rest) <= 1 else None
