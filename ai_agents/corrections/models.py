"""What a coach says a resume says where the program read it otherwise: small values tied to words.

    Anchor        a place, known by what stands there and around it, never by a line's number
    Correction    heading · line break · contact field · skills · entry: a field, added, removed
    Unread        a correction of another program version, kept as it is

A correction outlives the reading it was made on: it is stored, and applied again to whatever the
next version reads (`places`, `apply`). Values are checked here, so that nothing invalid is kept.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, field_validator
from pydantic.functional_validators import model_validator

from ai_agents.corrections.letters import letters_of
from ai_agents.frozen import Frozen
from ai_agents.profile.date_words import PRESENT
from ai_agents.vocabulary import ContactField, EntryKind, SectionKind

#: A coach corrects a handful of things; more is no work of a person.
MAX_CORRECTIONS: Final = 500
MAX_SKILLS: Final = 300
DATES: Final = ("start", "end")
FIELDS_OF: Final[Mapping[EntryKind, tuple[str, ...]]] = {
    EntryKind.EXPERIENCE: ("title", "employer", "location", *DATES),
    EntryKind.EDUCATION: ("degree", "field", "institution", *DATES),
}
_DATE: Final = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")

#: One line of a coach's own words.
Words: TypeAlias = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"^[^\r\n]+$"),
]


class Anchor(Frozen):
    """A place in the text, known by its words.

    Only `text` is needed; what else is told decides between places with the same words. Texts are
    compared without case, accents, spaces and punctuation.
    """

    text: str = Field(min_length=1, max_length=2000, description="the words at the place")
    before: str | None = Field(default=None, max_length=200, description="letters right before")
    after: str | None = Field(default=None, max_length=200, description="letters right after")
    page: int | None = None
    nth: int | None = Field(default=None, ge=0, description="how many equal texts stand before it")
    of: int | None = Field(default=None, ge=1, description="how many equal texts there are")
    alone: bool | None = Field(default=None, description="whether no other line says just this")


class _Base(Frozen):
    version: Literal[1] = 1


class HeadingCorrection(_Base):
    """The words are a heading of their own line, or (`section` None) no heading."""

    kind: Literal["heading"] = "heading"
    at: Anchor
    section: SectionKind | None
    heading: Words | None = Field(default=None, description="its words, if printed otherwise")


class LineBreakCorrection(_Base):
    """A line begins at these words, or (`begins` False) they carry on the line above."""

    kind: Literal["line_break"] = "line_break"
    at: Anchor
    begins: bool


class ContactCorrection(_Base):
    """A contact field; None when the resume does not say it."""

    kind: Literal["contact"] = "contact"
    field: ContactField
    value: Words | None


class SkillsCorrection(_Base):
    """All the skills, in order."""

    kind: Literal["skills"] = "skills"
    values: tuple[Words, ...] = Field(max_length=MAX_SKILLS)


class _OfEntry(_Base):
    entry: EntryKind
    at: Anchor
    which: int = Field(default=0, ge=0, description="of the entries that begin on that line")


class EntryCorrection(_OfEntry):
    """One field of the entry that begins at these words; None when the resume does not say it."""

    kind: Literal["entry"] = "entry"
    field: str
    value: Words | None

    @model_validator(mode="after")
    def _lawful(self) -> "EntryCorrection":
        check_entry_value(self.entry, self.field, self.value)
        return self


class EntryAddedCorrection(_OfEntry):
    """An entry begins at these words, with these fields."""

    kind: Literal["entry_added"] = "entry_added"
    values: dict[str, Words | None]

    @field_validator("values")
    @classmethod
    def _something(cls, values: dict[str, str | None]) -> dict[str, str | None]:
        if not any(values.values()):
            raise ValueError("an entry needs at least one field")
        return values

    @model_validator(mode="after")
    def _lawful(self) -> "EntryAddedCorrection":
        for field, value in self.values.items():
            check_entry_value(self.entry, field, value)
        return self


class EntryRemovedCorrection(_OfEntry):
    """What begins at these words is no entry."""

    kind: Literal["entry_removed"] = "entry_removed"


Correction: TypeAlias = (
    HeadingCorrection
    | LineBreakCorrection
    | ContactCorrection
    | SkillsCorrection
    | EntryCorrection
    | EntryAddedCorrection
    | EntryRemovedCorrection
)
_ADAPTER: Final[TypeAdapter[Correction]] = TypeAdapter(
    Annotated[Correction, Field(discriminator="kind")]
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A correction this version cannot follow: kept and named, never dropped."""

    raw: Mapping[str, Any]
    problem: str


def read_correction(raw: object) -> Correction | Unread:
    """Return the correction a JSON object holds; never raises."""
    try:
        return _ADAPTER.validate_python(raw)
    except ValidationError as error:
        told = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in told["loc"])
        problem = f"{where}: {told['msg']}" if where else str(told["msg"])
        return Unread(dict(raw) if isinstance(raw, Mapping) else {"value": raw}, problem)


def written(correction: Correction | Unread) -> dict[str, Any]:
    """Return a correction as a JSON object; what its writer did not tell is left out."""
    if isinstance(correction, Unread):
        return dict(correction.raw)
    return correction.model_dump(mode="json", exclude_none=True) | _said_none(correction)


def _said_none(correction: Correction) -> dict[str, Any]:
    """Return the keys at which 'none' is what the coach said."""
    told = {"section", "value"} & type(correction).model_fields.keys()
    said: dict[str, Any] = {key: None for key in told if getattr(correction, key) is None}
    if isinstance(correction, EntryAddedCorrection):
        said["values"] = dict(correction.values)
    return said


def corrections_sha256(corrections: list[dict[str, Any]]) -> str | None:
    """Return the SHA-256 of written corrections in their order; None without any."""
    if not corrections:
        return None
    text = json.dumps(corrections, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def target_of(correction: Correction | Unread) -> str:
    """Return what a correction is about, as a hash: a later one with the same goes in its place.

    Says nothing of the value, and nothing that depends on where lines end.
    """
    told = json.dumps(_about(correction), sort_keys=True, default=str)
    return hashlib.sha256(told.encode("ascii")).hexdigest()


def _about(correction: Correction | Unread) -> list[Any]:
    if isinstance(correction, Unread):
        return ["unread", written(correction)]
    if isinstance(correction, ContactCorrection):
        return ["contact", correction.field]
    if isinstance(correction, SkillsCorrection):
        return ["skills"]
    at = correction.at
    place = [letters_of(at.text), at.before, at.after, at.nth]
    if isinstance(correction, HeadingCorrection | LineBreakCorrection):
        return [correction.kind, *place]
    field = correction.field if isinstance(correction, EntryCorrection) else None
    return ["entry", correction.entry, correction.which, field, *place]


def check_entry_value(entry: EntryKind, field: str, value: str | None) -> None:
    """Raise ValueError for a field the entry has not, or a value the field cannot have."""
    if field not in FIELDS_OF[entry]:
        raise ValueError(f"an entry of {entry} has no {field!r}")
    if value is None or field not in DATES or _DATE.fullmatch(value):
        return
    if not (field == "end" and value == PRESENT):
        raise ValueError(f"{field} is a year or a month: 2020, 2020-03")
