"""The same resume of somebody else: another name, gender, address, birth year and school.

What is replaced is what masking found; everything else stays letter by letter. Which of the
invented people is taken follows from the words of the resume, so that a review can be made again.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from ai_agents.checks.lexicon import word_pairs
from ai_agents.fairness.masking import Original, Originals
from ai_agents.fairness.spans import Span, put_in, put_in_parts, words_in
from ai_agents.models import Document, Line, Profile
from ai_agents.profile.folding import squeeze
from ai_agents.profile.statements import statement_text
from ai_agents.vocabulary import IdentityKind

_KIND: Final = IdentityKind
#: Years the other person is older.
_OLDER: Final = 19
_OWNED: Final = re.compile(r"['’]s$", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_AGE: Final = re.compile(r"(?<!\d)[1-9]\d(?!\d)")
_POSTCODE: Final = "45402"
_POSTCODE_FIRST: Final = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5}\s+[^\W\d_]")
_POSTCODE_LAST: Final = re.compile(r"[A-Z]{2},?\s\d{5}")
_SCHEME: Final = re.compile(r"https?:/+", re.IGNORECASE)
_SOUND_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,24}")


@dataclass(frozen=True, slots=True)
class Swapped:
    """The other person's resume, and which kinds of identity are other than before."""

    document: Document
    profile: Profile
    kinds: tuple[IdentityKind, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    given: str
    family: str
    town: str
    street: str
    school: str

    @property
    def handle(self) -> str:
        """How the person is called in addresses."""
        return squeeze(f"{self.given[:1]}{self.family}")


def swap(
    document: Document,
    profile: Profile,
    originals: Originals,
    kinds: Iterable[IdentityKind] = tuple(IdentityKind),
) -> Swapped:
    """Return the resume with identity of these kinds replaced by an invented person's."""
    return _Swapper(document, profile, originals, frozenset(kinds)).swapped()


class _Swapper:
    def __init__(
        self,
        document: Document,
        profile: Profile,
        originals: Originals,
        kinds: frozenset[IdentityKind],
    ) -> None:
        self._document, self._profile = document, profile
        self._person = _other_person(document, profile)
        self._given = squeeze((profile.name or "").split(" ")[0])
        self._spans: dict[int, list[Span]] = {}
        self._words: dict[str, str] = {}
        found: set[IdentityKind] = set()
        for item in originals.items:
            new = self._new(item) if item.kind in kinds else item.text
            if new != item.text:
                span = Span(item.start, item.start + len(item.text), item.kind, new)
                self._spans.setdefault(item.line, []).append(span)
                self._words[item.text] = new
                found.add(item.kind)
        self._kinds = tuple(kind for kind in IdentityKind if kind in found)

    def swapped(self) -> Swapped:
        lines = tuple(map(self._line, self._document.lines))
        document = self._document.model_copy(update={"lines": lines})
        return Swapped(document, self._other_profile(document), self._kinds)

    def _line(self, line: Line) -> Line:
        spans = self._spans.get(line.id)
        if not spans:
            return line
        parts = put_in_parts(line.text, line.parts, spans)
        return line.model_copy(update={"text": put_in(line.text, spans), "parts": parts})

    def _other_profile(self, document: Document) -> Profile:
        told = self._profile
        fields = ("title", "employer", "location")
        return told.model_copy(
            update={
                "name": self._said(told.name),
                "email": self._said(told.email),
                "location": self._said(told.location),
                "sections": tuple(
                    item.model_copy(update={"heading": self._said(item.heading)})
                    for item in told.sections
                ),
                "experience": tuple(
                    item.model_copy(update={f: self._said(getattr(item, f)) for f in fields})
                    for item in told.experience
                ),
                "education": tuple(
                    item.model_copy(update={"institution": self._said(item.institution)})
                    for item in told.education
                ),
                "statements": tuple(
                    item.model_copy(
                        update={"text": statement_text(tuple(map(document.line, item.lines)))}
                    )
                    for item in told.statements
                ),
            }
        )

    def _said(self, text: str | None) -> str | None:
        """Return a field of the profile as it reads in the other resume."""
        if not text or not self._words:
            return text
        if text in self._words:
            return self._words[text]
        for old, new in self._words.items():
            text = new.join(re.split(rf"(?<!\w){re.escape(old)}(?!\w)", text))
        return text

    def _new(self, item: Original) -> str:
        """Return what stands for this piece of identity in the other resume."""
        ways: dict[IdentityKind, Callable[[str], str]] = {
            _KIND.NAME: self._name,
            _KIND.PRONOUN: _other_gender,
            _KIND.GENDER: _other_gender,
            _KIND.ADDRESS: self._address,
            _KIND.BIRTH: _other_birth,
            _KIND.SCHOOL: self._school,
            _KIND.EMAIL: self._email,
            _KIND.LINK: self._link,
        }
        way = ways.get(item.kind)
        return way(item.text) if way is not None else item.text

    def _name(self, text: str) -> str:
        bare = _OWNED.sub("", text)
        words = re.findall(r"[^\W\d_]+", bare)
        given, family = self._person.given, self._person.family
        if len(words) < 2:
            name = given if squeeze(bare) == self._given else family
        elif len(words[0]) == 1:
            name = f"{given[0]}. {family}"
        elif len(words[-1]) == 1:
            name = f"{family}, {given[0]}"
        else:
            name = f"{family}, {given}" if "," in bare else f"{given} {family}"
        name = name.upper() if bare.isupper() else name
        return name + text[len(bare) :]

    def _address(self, text: str) -> str:
        person, town = self._person, self._person.town.partition(",")[0]
        if _POSTCODE_FIRST.match(text):
            return f"{_POSTCODE} {town}"
        if _POSTCODE_LAST.search(text) and not text[:1].isdigit():
            return f"{town}, OH {_POSTCODE}"
        if any(map(str.isdigit, text)):
            return f"{person.street}, {person.town}" if "," in text else person.street
        return person.town if "," in text else town

    def _school(self, text: str) -> str:
        initials = "".join(word[0] for word in self._person.school.split() if word[0].isupper())
        short = text.isupper() and " " not in text and len(initials) > 2
        return initials if short else self._person.school

    def _email(self, text: str) -> str:
        return f"{self._person.handle}@example.org" if _SOUND_EMAIL.fullmatch(text) else text

    def _link(self, text: str) -> str:
        site = _SCHEME.sub("", text).rstrip("/")
        own = "." in site and "/" not in site
        scheme = text[: len(text) - len(_SCHEME.sub("", text))]
        return f"{scheme}{self._person.handle}{'.dev' if own or scheme else ''}"


def _other_gender(text: str) -> str:
    low = text.lower().replace("’", "'")
    bare = low.rstrip(".")
    new = word_pairs("other_gender").get(bare) or _counterparts().get(low)
    if new is None:
        return text
    if text.isupper() and len(text) > 1:
        return new.upper()
    stop = "." if low != bare else ""
    return (new.capitalize() if text[:1].isupper() else new) + stop


@cache
def _counterparts() -> dict[str, str]:
    """Return gendered word → another one with the same neutral word, else that word."""
    found: dict[str, str] = {}
    for name in ("gendered_words_en", "gendered_words"):
        pairs = word_pairs(name)
        for word, neutral in pairs.items():
            others = [other for other, same in pairs.items() if same == neutral and other != word]
            found.setdefault(word, others[0] if others else neutral)
    return found


def _other_birth(text: str) -> str:
    if _YEAR.search(text):
        return _YEAR.sub(lambda year: str(int(year[0]) - _OLDER), text)
    return _AGE.sub(lambda age: str(min(99, int(age[0]) + _OLDER)), text)


def _other_person(document: Document, profile: Profile) -> _Person:
    """Return an invented person whose names the resume does not say."""
    words = {word for line in document.lines for word in words_in(line.text)}
    people = _people()
    first = hashlib.sha256((profile.name or document.text[:200]).encode()).digest()[0]
    for step in range(len(people)):
        person = people[(first + step) % len(people)]
        if words.isdisjoint({person.given.lower(), person.family.lower()}):
            return person
    return people[first % len(people)]


@cache
def _people() -> tuple[_Person, ...]:
    people = []
    for name, rest in word_pairs("other_identities").items():
        town, street, school = (part.strip() for part in rest.split("|"))
        given, family = name.title().split(" ", maxsplit=1)
        people.append(_Person(given, family, town, street, school))
    return tuple(people)
