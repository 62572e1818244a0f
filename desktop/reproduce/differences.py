"""What differs between a stored review and the same review computed again; pure, on wire objects.

Promise: two objects without a difference here are equal in every key, but for how long the work
took and which versions of the program did it. Causes come before effects: file, text, profile,
then criteria, scores and findings.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import Any, Final

from ai_agents.vocabulary import Dimension
from desktop.reproduce.words import ABSENT, shown, stored_and_computed
from desktop.review.words import DIMENSIONS, plain_code

Wire = Mapping[str, Any]

#: Keys of `review` with words of their own; the rest is told key by key.
_OF_ITS_OWN: Final = frozenset(
    ("overall_score", "structure_scores", "appeal_scores", "criteria", "findings", "match")
)
_PARTS: Final = frozenset(("file", "document", "profile", "review"))
#: Numbers of lines: of no meaning where other lines were read.
_LINE_NUMBERS: Final = frozenset(("line", "first_line", "last_line", "lines"))


class Kind(StrEnum):
    """What a difference is about."""

    FILE = "file"
    TEXT = "text"
    DOCUMENT = "document"
    PROFILE = "profile"
    CRITERION = "criterion"
    DIMENSION = "dimension"
    SCORE = "score"
    FINDING = "finding"
    MATCH = "match"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same: where it stands in the object, both values, and words."""

    kind: Kind
    where: str
    stored: Any
    computed: Any
    message: str


@dataclass(frozen=True, slots=True)
class _Eye:
    """How two objects are looked at.

    `older`: the stored one is of another program, so a key it does not know says nothing.
    `moved`: other lines were read, so that numbers of lines say nothing.
    """

    older: bool
    moved: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the objects one is looking; `title` is what a person calls it, if not the path."""

    kind: Kind
    where: str
    title: str = ""

    def under(self, key: str) -> "_Place":
        """Return the place of a key of this object."""
        title = f"{self.title}, {key}" if self.title else ""
        return _Place(self.kind, f"{self.where}.{key}" if self.where else key, title)

    def at(self, number: int) -> "_Place":
        """Return the place of an item of this list."""
        return _Place(self.kind, f"{self.where}[{number}]", self.title)


def differences(stored: Wire, again: Wire) -> tuple[Difference, ...]:
    """Return all that differs between a stored `vitae.review/1` object and its recomputation."""
    one, two = _without_versions(stored), _without_versions(again)
    lines = [item["document"]["lines"] for item in (one, two)]
    eye = _Eye(
        older=bool(version_notes(stored, again)),
        moved=[line["text"] for line in lines[0]] != [line["text"] for line in lines[1]],
    )
    found = tuple(_all(one, two, eye))
    if not found and not eye.older and one != two:
        words = "The same is said in another order."
        return (Difference(Kind.REVIEW, "review", "", "", words),)
    return found


def version_notes(stored: Wire, again: Wire) -> tuple[str, ...]:
    """Return which versions made the two, where they are not the same; they count as no difference.

    What other versions change in the review itself is a difference of its own.
    """
    before, after = _versions(stored), _versions(again)
    return tuple(
        f"The {name} is another version: {before[name]} made this review, "
        f"{after[name]} computed it again."
        for name in after
        if before[name] != after[name]
    )


def _versions(wire: Wire) -> dict[str, str]:
    record = wire["review"].get("made_with") or {}
    unknown = "an unknown version"
    return {
        "program": record.get("program", unknown),
        "reader": record.get("reader", unknown),
        "engine": wire["review"]["engine"]["version"],
    }


def _without_versions(wire: Wire) -> dict[str, Any]:
    """Return the object without what may differ: times, and the versions told by the notes."""
    review = dict(wire["review"])
    record = dict(review.pop("made_with", None) or {})
    for key in ("program", "reader", "engine"):
        record.pop(key, None)
    engine = {key: value for key, value in review["engine"].items() if key != "version"}
    kept = {key: value for key, value in wire.items() if key != "timing_ms"}
    # A review of before the record was kept has nothing to compare with it.
    tail = {"made_with": record} if record else {}
    return {**kept, "review": {**review, "engine": engine, **tail}}


def _all(one: Wire, two: Wire, eye: _Eye) -> Iterator[Difference]:
    yield from _file(one["file"], two["file"], eye)
    yield from _lines(one["document"]["lines"], two["document"]["lines"], eye)
    for kind in (Kind.DOCUMENT, Kind.PROFILE):
        yield from _plain(_Place(kind, kind.value), one[kind], two[kind], eye, skip=("lines",))
    before, after = one["review"], two["review"]
    yield from _named(Kind.CRITERION, "criteria", "id", before, after, eye)
    for half in ("structure_scores", "appeal_scores"):
        yield from _scores(half, before[half], after[half])
    yield from _score("overall_score", "Overall score", before, after)
    yield from _named(Kind.FINDING, "findings", "key", before, after, eye)
    match = _Place(Kind.MATCH, "review.match")
    yield from _plain(match, before.get("match"), after.get("match"), eye)
    yield from _plain(_Place(Kind.REVIEW, "review"), before, after, eye, skip=_OF_ITS_OWN)
    yield from _plain(_Place(Kind.REVIEW, ""), one, two, eye, skip=_PARTS)


def _file(one: Wire, two: Wire, eye: _Eye) -> Iterator[Difference]:
    if one["sha256"] != two["sha256"]:
        words = (
            f"The file is not the one that was reviewed: its SHA-256 is {two['sha256']}, "
            f"the review was made of {one['sha256']}."
        )
        yield Difference(Kind.FILE, "file.sha256", one["sha256"], two["sha256"], words)
    yield from _plain(_Place(Kind.FILE, "file"), one, two, eye, skip=("sha256",))


def _lines(one: Sequence[Wire], two: Sequence[Wire], eye: _Eye) -> Iterator[Difference]:
    """Tell which lines are read otherwise; a line's number is its place, so it is left out."""
    before, after = ([line["text"] for line in lines] for lines in (one, two))
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            for same, other in zip(one[a:b], two[c:d], strict=True):
                place = _Place(Kind.TEXT, f"document.lines[{same['id']}]")
                yield from _plain(place, same, other, eye, skip=("id",) if eye.moved else ())
            continue
        for gone, new in zip_longest(one[a:b], two[c:d]):
            yield _line(gone, new)


def _line(before: Wire | None, after: Wire | None) -> Difference:
    at = (before or after or {})["id"]
    stored, computed = (ABSENT if line is None else line["text"] for line in (before, after))
    if before is None:
        words = f"Line {at} is read now and was not: {shown(computed)}."
    elif after is None:
        words = f"Line {at} was read and is not any more: {shown(stored)}."
    else:
        words = f"Line {at} was read as {shown(stored)} and is read as {shown(computed)}."
    return Difference(Kind.TEXT, f"document.lines[{at}].text", stored, computed, words)


def _scores(half: str, one: Wire, two: Wire) -> Iterator[Difference]:
    for name in {**one, **two}:
        known = name in set(Dimension)
        title = DIMENSIONS[Dimension(name)] if known else plain_code(name)
        yield from _score(name, title, one, two, place=f"review.{half}")


def _score(
    key: str, title: str, one: Wire, two: Wire, place: str = "review"
) -> Iterator[Difference]:
    stored, computed = one.get(key, ABSENT), two.get(key, ABSENT)
    if stored != computed:
        kind = Kind.SCORE if place == "review" else Kind.DIMENSION
        yield Difference(
            kind, f"{place}.{key}", stored, computed, stored_and_computed(title, stored, computed)
        )


def _named(
    kind: Kind, key: str, name: str, one: Wire, two: Wire, eye: _Eye
) -> Iterator[Difference]:
    """Compare lists whose items have names: the same name is the same item, wherever it stands."""
    if eye.older and key not in one:
        return
    before, after = ({_name(item, name): item for item in review[key]} for review in (one, two))
    for item in {**before, **after}:
        where = f"review.{key}[{item}]"
        if item not in after:
            words = f"Not found when computed again: {_title(kind, before[item])}"
            yield Difference(kind, where, before[item], ABSENT, words)
        elif item not in before:
            words = f"Found in addition when computed again: {_title(kind, after[item])}"
            yield Difference(kind, where, ABSENT, after[item], words)
        else:
            place = _Place(kind, where, _title(kind, before[item]).rstrip("."))
            skip = ("id",) if kind is Kind.FINDING else ()
            yield from _plain(place, before[item], after[item], eye, skip=skip)


def _name(item: Wire, name: str) -> str:
    """Return an item's name; findings of old reviews have no key but their rule and lines."""
    told = item.get(name)
    return told or "|".join((item["rule"], *(part["text"] for part in item["evidence"])))


def _title(kind: Kind, item: Wire) -> str:
    if kind is Kind.CRITERION:
        return f"criterion “{item['title']}”, {item['earned']:g} of {item['weight']:g}."
    return f"finding {item['rule']}, {item['points']:g} points: {item['message']}"


def _plain(
    place: _Place, one: Any, two: Any, eye: _Eye, skip: Collection[str] = ()
) -> Iterator[Difference]:
    """Compare any two values key by key; lists of one length item by item."""
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        for key in {**one, **two}:
            unknown = eye.older and key not in one
            if not (key in skip or unknown or (eye.moved and key in _LINE_NUMBERS)):
                pair = one.get(key, ABSENT), two.get(key, ABSENT)
                yield from _plain(place.under(key), *pair, eye)
    elif isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        for n, pair in enumerate(zip(one, two, strict=True)):
            yield from _plain(place.at(n), *pair, eye)
    elif one != two:
        words = stored_and_computed(place.title or place.where, one, two)
        yield Difference(place.kind, place.where, one, two, words)
