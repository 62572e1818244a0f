"""Cuts the head lines of an entry into fragments and weighs what each of them names."""

import re
from dataclasses import dataclass, replace

from ai_agents.models import Line
from ai_agents.profile.contact import location_strength
from ai_agents.profile.date_words import NOW
from ai_agents.profile.dates import find_dates, leading_end, trim, without_dates
from ai_agents.profile.folding import fold, has_cjk, word_keys
from ai_agents.profile.labels import labelled
from ai_agents.profile.lexicon import cities, places, word_list
from ai_agents.profile.links import visible_links

_STRONG_SPLIT = re.compile(
    r"\s*[|｜•·∙●‖∣]\s*|\s+[–—]\s+|\s+-\s+|\s{3,}|\t|\u241f|\s+/\s+|(?<=\w):\s+|\s*[;；]\s*"
)
#: Kinds of contract: neither title nor employer.
_TERMS = frozenset(
    (
        "full time",
        "part time",
        "contract",
        "freelance",
        "remote",
        "hybrid",
        "on site",
        "onsite",
        "permanent",
        "temporary",
        "internship",
        "vollzeit",
        "teilzeit",
    )
)
_LEGAL_FORMS = frozenset(
    (
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "llc",
        "llp",
        "ltd",
        "limited",
        "plc",
        "pty",
        "gmbh",
        "ag",
        "kg",
        "ohg",
        "mbh",
        "sarl",
        "sas",
        "srl",
        "spa",
        "sl",
        "ltda",
        "bv",
        "nv",
        "oy",
        "aps",
        "kft",
        "sro",
        "doo",
    )
)
_AT = re.compile(r"\s+(?:at|@|bei|chez|presso|bij)\s+|\s*@\s*(?=[A-Z])", re.IGNORECASE)
_CITY_TAIL = re.compile(
    r",\s+(?P<place>(?:[A-Z][\w.'’ -]{1,30},\s*){0,2}(?:[A-Z]{2}|[A-Z][\w.'’ -]{2,25}))$"
)


#: '3 yrs 6 mos', '(2 years)': how long, told again
_DURATION = re.compile(
    r"\W*(?:\d{1,2}\+?\s?(?:y(?:ea)?rs?|mos?|months?|jahre?|monate?|ans?|mois|años?|meses|anni|mesi)"
    r"\.?[\s,]*(?:and|und|et|y|e)?\s*){1,2}\W*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^(?P<before>[^()]{3,80}?)\s*\((?P<inside>[^()]{3,60})\)\s*$")
#: '【業務内容】' heads what was done, it names nobody
_SUBHEAD = re.compile(r"[【〔<＜].{1,20}[】〕>＞]")
#: What begins a line of a list and is no part of a name
_MARK = re.compile(r"^[□■◆◇●○・▶►▪▫★☆※]\s*")
_HOST = re.compile(r"(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,6}")


@dataclass(frozen=True)
class Fragment:
    """A piece of a head line: its text, where it stands, and how much it looks like what."""

    text: str
    row: int
    col: int
    style: tuple[bool, bool]
    title: float
    employer: float
    line: int
    #: whether a comma alone parts it from the fragment before it
    cut: bool = False
    #: whether a place stands behind it in its line
    placed: bool = False


def title_weight(text: str) -> float:
    """Return how surely a text names a job (0–1)."""
    hits = word_list("titles").hits(text)
    if not hits:
        return 0.0
    return min(1.0, 0.6 + 0.2 * hits + 0.1 * word_list("title_modifiers").hits(text))


def employer_weight(text: str) -> float:
    """Return how surely a text names an organisation (0–1)."""
    hits = word_list("companies").hits(text) + word_list("institutions").hits(text)
    return min(1.0, 0.5 + 0.25 * hits) if hits else 0.0


def split_place(text: str) -> tuple[str, str | None]:
    """Split a trailing place off: 'Google, Mountain View, CA' → ('Google', 'Mountain View, CA')."""
    pieces = text.split(", ")
    for count in (3, 2, 1):
        if len(pieces) <= count:
            continue
        tail = ", ".join(pieces[-count:])
        if count == 3 and not _is_region(pieces[-2]):
            continue
        if _is_place(tail):
            return ", ".join(pieces[:-count]), tail
    return text, None


def _is_region(text: str) -> bool:
    """Return whether a text is a state or country by itself ('CA', 'California')."""
    return (len(text) == 2 and text.isupper()) or fold(text) in places()


def _is_place(text: str) -> bool:
    if location_strength(text) >= 0.8:
        return True
    pieces = text.split(", ")
    return len(pieces) == 1 and (fold(text) in cities() or fold(text) in places())


def head_fragments(lines: list[Line], head: tuple[int, ...]) -> tuple[list[Fragment], str | None]:
    """Return the fragments of an entry's head lines, dates and places taken out, and the place."""
    fragments: list[Fragment] = []
    place: str | None = None
    spill = 0
    for row, index in enumerate(head):
        line, col = lines[index], 0
        for piece in _pieces(line, spill):
            role, text = labelled(piece)
            found, inner = _of_piece(text, role, first=row + col == 0)
            place = place or inner
            for number, part in enumerate(found):
                spot = Fragment(part, row, col, (line.bold, line.italic), 0.0, 0.0, index)
                spot = replace(spot, cut=number > 0, placed=_is_placed(part, line.text))
                fragments.append(_weigh(spot, role))
                col += 1
        spill = _spill(line, lines[index + 1] if index + 1 < len(lines) else None)
    return fragments, place


def _is_placed(text: str, line: str) -> bool:
    """Return whether a place stands right behind a text in its line ('Acme, Boston, MA')."""
    _, found, rest = line.partition(text)
    return bool(found) and _is_place(rest.strip(" ,|·–—-()"))


def _of_piece(text: str, role: str | None, *, first: bool) -> tuple[list[str], str | None]:
    """Return what of a piece may name something, and the place in it."""
    if role in ("place", "period"):
        return [], text if role == "place" else None
    if role is None and _is_place(text) and not first:
        return [], text
    text, place = split_place(text)
    kept: list[str] = []
    for raw in [text] if role else _by_comma(text):
        part, inner = split_place(raw)
        place = place or inner
        term = not (first and not kept) and fold(part) in _TERMS
        if not term and not _is_aside(part) and len(part) > 1 and any(c.isalpha() for c in part):
            kept.append(part)
    return kept, place


def _is_aside(text: str) -> bool:
    """Return whether a piece only remarks on the one before: '(NWHK)', an address."""
    if _DURATION.fullmatch(text):
        return True
    bracketed = text[:1] in "(（" and text[-1:] in ")）" and not employer_weight(text)
    return bracketed or (visible_links(text)[:1] == [text] and not _HOST.fullmatch(text))


def _spill(line: Line, following: Line | None) -> int:
    spans = find_dates(line.text)
    if not spans or following is None:
        return 0
    rest = line.text[spans[0].stop :].lstrip()
    cut = spans[0].open_end or (not spans[0].is_range and rest[:1] in ("–", "—", "-"))
    end = leading_end(following.text) if cut else None
    return end[1] if end else 0


def _pieces(line: Line, spill: int) -> list[str]:
    pieces: list[str] = []
    parts = _justified(line.parts) if len(line.parts) > 1 and not spill else (line.text[spill:],)
    for printed in parts:
        part = printed.removeprefix(line.bullet or "")
        if NOW.fullmatch(part.strip()) or _SUBHEAD.fullmatch(part.strip()):
            continue
        bare = _MARK.sub("", without_dates(part, find_dates(part)))
        for raw in [bare] if labelled(bare)[0] else _split(bare):
            halves = _in_brackets(raw) or ([raw] if labelled(raw)[0] else _AT.split(raw))
            pieces += [text for half in halves if (text := trim(half))]
    return pieces


def _split(text: str) -> list[str]:
    """Cut a text at its separators, but not between two titles of one position.

    'Architect | Senior Developer' stays whole, as printed.
    """
    pieces: list[str] = []
    begin = start = 0
    for match in [*_STRONG_SPLIT.finditer(text), None]:
        end = match.start() if match else len(text)
        piece = text[start:end]
        if pieces and _only_title(pieces[-1]) and _only_title(piece.split(", ")[0]):
            pieces[-1] = text[begin:end]
        else:
            begin = start
            pieces.append(piece)
        start = match.end() if match else end
    return pieces


def _only_title(text: str) -> bool:
    return title_weight(text) > 0 and employer_weight(text) == 0.0 and not find_dates(text)


def _justified(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Join single words set wide apart to fill the line: three or more are one name."""
    words = [part for part in parts if not find_dates(part)]
    if len(words) < 3 or any(" " in word or not word.isalpha() for word in words):
        return parts
    return (" ".join(words), *(part for part in parts if find_dates(part)))


def _in_brackets(text: str) -> list[str]:
    """Split 'Engineer (Acme GmbH)' in two; 'Engineer (Front-End)' stays whole."""
    match = _BRACKETED.match(text)
    if not match or (title_weight(text) == 0.0 and not employer_weight(match["inside"])):
        return []
    inside = match["inside"]
    if title_weight(match["inside"]) and not _company_like(inside):
        return []
    named = employer_weight(inside) > 0 or _HOST.fullmatch(inside)
    return [match["before"], inside] if named and not employer_weight(match["before"]) else []


def _by_comma(text: str) -> list[str]:
    """Split 'Engineer, Acme' in two; 'Engineer, Intern' and 'Acme, Inc.' stay whole."""
    if has_cjk(text):
        return _by_firm(text)
    pieces = text.split(", ")
    if not 2 <= len(pieces) <= 6:
        return [text]
    titled = [title_weight(piece) > 0 and not _company_like(piece) for piece in pieces]
    if titled[0] and not all(titled):
        cut = titled.index(False)
    elif titled[-1] and not all(titled):
        cut = len(pieces) - titled[::-1].index(False)
    else:
        return [text]
    return [", ".join(pieces[:cut]), ", ".join(pieces[cut:])]


def _by_firm(text: str) -> list[str]:
    """Split Han text at commas, and at the spaces behind a firm ('株式会社青空 営業部 主任')."""
    pieces = re.split(r",\s+|，", text)
    if 2 <= len(pieces) <= 6:
        return pieces
    words = text.split()
    firm = len(words) > 1 and len(words[0]) > 4 and word_list("companies").hits(words[0])
    # '入社', '退職' behind a firm say that one joined or left it: no title.
    event = words[-1].startswith(("入", "退", "一身上"))
    return [words[0], " ".join(words[1:])] if firm and not event else [text]


def _is_firm(text: str) -> bool:
    """Return whether a text ends with a legal form ('Stein & Partner AG')."""
    keys = word_keys(text)
    return len(keys) > 1 and keys[-1] in _LEGAL_FORMS


def _company_like(text: str) -> bool:
    """Return whether organisation words outweigh title words ('Partners Consulting Group')."""
    if _is_firm(text):
        return True
    title = word_list("titles").hits(text)
    return word_list("companies").hits(text) + word_list("institutions").hits(text) > title + 1


def _weigh(fragment: Fragment, role: str | None) -> Fragment:
    """Return the fragment with what its words, or its label, say it names."""
    if role:
        return replace(fragment, title=float(role == "title"), employer=float(role == "employer"))
    text = fragment.text
    title, employer = title_weight(text), employer_weight(text)
    if _is_firm(text):
        title, employer = 0.0, 1.0
    if title and not _company_like(text):
        # 'Software Engineer', 'Bank Manager': organisation words beside a job noun say little.
        employer *= 0.4
    return replace(fragment, title=title, employer=employer)
