"""Reads the lexicons of job postings under `resources/lexicons/match`, once per process."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ai_agents.match.terms import Term, TermIndex, Terms
from ai_agents.match.words import cut, key_of, root_of
from ai_agents.profile.folding import fold
from ai_agents.vocabulary import PostingPart
from resources.access import read_text


def _rows(name: str) -> Iterator[str]:
    for line in read_text("lexicons", "match", f"{name}.txt").splitlines():
        if line.strip() and not line.startswith("# "):
            yield line.strip()


def _keyed(name: str) -> Iterator[tuple[str, str]]:
    for row in _rows(name):
        key, _, value = row.partition(":")
        yield key.strip(), value.strip()


def _forms(text: str) -> list[str]:
    return [form.strip() for form in text.split("|") if form.strip()]


@dataclass
class _Row:
    """One line of a term file before its names are resolved."""

    name: str
    forms: list[str]
    shows: list[str]
    area: str
    flags: frozenset[str]


@cache
def skills() -> Terms:
    """Return the skills and tools."""
    return _terms("skills")


@cache
def certificates() -> Terms:
    """Return the certificates, licences and registrations."""
    return _terms("certificates")


def _terms(name: str) -> Terms:
    rows, area, flags = [], "", frozenset[str]()
    for line in _rows(name):
        head, _, rest = line.partition(" > ")
        if head.startswith("["):
            inside, _, after = head[1:].partition("]")
            forms, flags = _forms(inside), frozenset(after.split())
            area = forms[0].rstrip("!*")
            rows.append(_Row(area, forms, [], "", flags))
            continue
        shows = [item.strip() for item in rest.split(",") if item.strip()]
        for one in head.split(" ;; "):
            forms = _forms(one)
            rows.append(_Row(forms[0].rstrip("!*"), forms, shows, area, flags))
    return _joined(rows)


def _joined(rows: list[_Row]) -> Terms:
    asking, showing = TermIndex(), TermIndex()
    names: dict[str, str] = {}
    for row in rows:
        for form in row.forms:
            showing.add(row.name, form)
            if not form.startswith("~"):
                asking.add(row.name, form)
            names.setdefault(form.strip("!*~").lower(), row.name)
    direct = {
        row.name: {names.get(item.rstrip("!*").lower(), item) for item in row.shows}
        | ({row.area} if row.area and "kinds" in row.flags else set())
        for row in rows
    }
    members: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        members[row.area].add(row.name)
    terms = {}
    for row in rows:
        near = {row.area} if row.area else set()
        if row.area and "alike" in row.flags:
            near |= members[row.area]
        terms[row.name] = Term(
            row.name,
            row.area,
            "tool" in row.flags,
            _closure(row.name, direct),
            frozenset(near - {row.name}),
        )
    return Terms(terms, asking, showing)


def _closure(name: str, direct: Mapping[str, set[str]]) -> frozenset[str]:
    reached, waiting = {name}, [name]
    while waiting:
        for item in direct.get(waiting.pop(), ()):
            if item not in reached:
                reached.add(item)
                waiting.append(item)
    return frozenset(reached)


@dataclass(frozen=True, slots=True)
class Qualities:
    """Qualities of a person: where they are asked for, and the words of work that show them."""

    index: TermIndex
    shown_by: Mapping[str, TermIndex]


@cache
def qualities() -> Qualities:
    """Return the qualities of a person postings ask for."""
    index = TermIndex()
    shown: dict[str, TermIndex] = {}
    for row in _rows("soft_skills"):
        head, _, rest = row.partition(" > ")
        forms = _forms(head)
        for form in forms:
            index.add(forms[0], form)
        shown[forms[0]] = TermIndex()
        for word in rest.split():
            shown[forms[0]].add(forms[0], word)
    return Qualities(index, shown)


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its English name and its ISO 639 code."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Languages:
    """Folded word → language, and folded word → rank of a level (1–5, as the CEFR runs)."""

    names: Mapping[str, Language]
    levels: Mapping[str, int]


@cache
def languages() -> Languages:
    """Return the languages and their levels."""
    names: dict[str, Language] = {}
    levels: dict[str, int] = {}
    for row in _rows("languages"):
        first, second, words = (part.strip() for part in row.split("|"))
        for word in words.split():
            if first == "level":
                levels[fold(word)] = int(second)
            else:
                names[fold(word)] = Language(first, second)
    return Languages(names, levels)


@dataclass(frozen=True, slots=True)
class DegreeLevel:
    """A level of education: 1 school, 2 vocational, 3 associate, 4 bachelor, 5 master, 6 doctor."""

    rank: int
    name: str


@dataclass(frozen=True, slots=True)
class DegreeWords:
    """Words that name a level, those of them that need a word like 'degree' beside, and families.

    Words of several parts are tuples of keys; `families` maps the key of a field, its words joined,
    to the numbers of the families it belongs to.
    """

    levels: Mapping[tuple[str, ...], DegreeLevel]
    unsure: frozenset[tuple[str, ...]]
    families: Mapping[str, frozenset[int]]
    names: Mapping[int, str]


@cache
def degrees() -> DegreeWords:
    """Return levels of education and families of fields."""
    levels: dict[tuple[str, ...], DegreeLevel] = {}
    unsure: set[tuple[str, ...]] = set()
    families: dict[str, set[int]] = defaultdict(set)
    names: dict[int, str] = {}
    for number, (key, value) in enumerate(_keyed("degrees")):
        if key == "level":
            rank, name, words = (part.strip() for part in value.split("|"))
            level = DegreeLevel(int(rank), name)
            names[level.rank] = name
            for word in words.split():
                parts = tuple(item.key for item in cut(word.lstrip("?").replace("-", " ")).words)
                levels.setdefault(parts, level)
                if word.startswith("?"):
                    unsure.add(parts)
        else:
            for word in value.split():
                joined = "".join(item.key for item in cut(word).words)
                families[joined].add(number)
    kept = {word: frozenset(numbers) for word, numbers in families.items()}
    return DegreeWords(levels, frozenset(unsure), kept, names)


@cache
def headings() -> Mapping[str, PostingPart]:
    """Return folded heading → the part of a posting it opens; the first meaning counts."""
    table: dict[str, PostingPart] = {}
    for kind, phrases in _keyed("headings"):
        for phrase in _forms(phrases):
            table.setdefault(fold(phrase), PostingPart(kind))
    return table


@cache
def wording(kind: str) -> frozenset[str]:
    """Return the folded phrases of one kind of `wording.txt`."""
    return frozenset(
        fold(phrase) for key, value in _keyed("wording") if key == kind for phrase in _forms(value)
    )


@cache
def filler_roots() -> frozenset[str]:
    """Return the roots of words that say nothing about a match."""
    words = (word for key, value in _keyed("wording") if key == "filler" for word in value.split())
    return frozenset(root_of(word) for word in words)


@cache
def function_words() -> frozenset[str]:
    """Return the folded function words of the languages postings are read in."""
    wanted = ("en", "de", "fr", "es")
    rows = (line.partition(":") for line in read_text("lexicons", "stopwords.txt").splitlines())
    return frozenset(
        fold(word) for code, _, words in rows if code.strip() in wanted for word in words.split()
    )


@cache
def rank_roots() -> frozenset[str]:
    """Return the roots of words that rank a title and do not say what the work is."""
    rows = (value for key, value in _keyed("wording") if key == "rank")
    return frozenset(root_of(word) for row in rows for word in row.split())


@cache
def deeds() -> frozenset[str]:
    """Return the keys of the verbs of work, as they stand in a dictionary."""
    rows = (value for key, value in _keyed("wording") if key == "alike")
    return frozenset(key_of(word) for row in rows for word in row.split())


@cache
def alike_roots() -> Mapping[str, frozenset[int]]:
    """Return the root of a verb of work → the numbers of the groups it means the same in."""
    groups: dict[str, set[int]] = defaultdict(set)
    for number, (key, value) in enumerate(_keyed("wording")):
        if key == "alike":
            for word in value.split():
                groups[root_of(word)].add(number)
    return {root: frozenset(numbers) for root, numbers in groups.items()}
