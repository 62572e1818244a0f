"""What rules may know of the contact data: that it is there, where, and whether its form is sound.

Everything that needs the name, the address or the number itself is worked out here, before they
are masked; behind this only these answers remain.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ai_agents.checks.lexicon import word_run
from ai_agents.models import Document, Line, Profile
from ai_agents.vocabulary import SectionKind

_EMAIL: Final = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}")
_EMAIL_LABEL: Final = re.compile(r"\b(?:e-?mail|correo|courriel)\s*[:：]|✉", re.IGNORECASE)
#: Something meant as an address: an @ between word characters, or '(at)' and its kin.
EMAIL_TRY: Final = re.compile(r"\S{1,64}(?:@|\s?\(at\)\s?|\s?\[at\]\s?|\s@\s?)\S{0,64}")
_DOTLESS: Final = re.compile(
    r"\b[a-z0-9]{2,20}[._][a-z0-9._]{1,30}(?:gmail|outlook|yahoo|hotmail|mail|example)\.\w{2,4}\b",
    re.IGNORECASE,
)
_PHONE_LABEL: Final = re.compile(
    r"\b(?:phone|tel|telephone|mobile|cell|telefon|mobil|téléphone|teléfono|móvil)\b|☎|✆|電話",
    re.IGNORECASE,
)
#: Digits in groups that could be meant as a phone number; years and postcodes are ruled out later.
PHONE_TRY: Final = re.compile(r"(?<![\w@./])[+(]?\d[\d().\-–  \u00a0xX]{2,24}\d(?![\w@])")
_YEARS: Final = re.compile(r"(?:19|20)\d\d\s*[-–—/.]\s*(?:(?:19|20)?\d\d|\d\d)")
#: A place the reader of files may not have understood: 'Philadelphia PA 19103', '28195 Bremen'.
_PLACE_LIKE: Final = re.compile(r"\b[A-Z]{2} \d{5}\b|\b\d{5} [A-Z][a-zà-ÿ]{2,}")
#: Numbers that are a joke or a threat in an address.
_JOKE_NUMBER: Final = re.compile(r"(?:^|\D)(?:69|420|666)(?:\D|$)")
#: Looked at in a line: contact lines are short, and a hostile one must not cost time.
_LONGEST: Final = 400


@dataclass(frozen=True, slots=True)
class ContactForm:
    """What is there to reach the person; `*_lines` say where, () when it is nowhere.

    `email_broken` and `phone_broken` are lines with something meant as an address or a number that
    nobody could reach, None when there is none. `zone` lists the lines of the contact data.
    """

    has_name: bool
    has_location: bool
    has_email: bool
    has_phone: bool
    email_broken: int | None
    phone_broken: int | None
    email_unserious: bool
    email_lines: tuple[int, ...]
    phone_lines: tuple[int, ...]
    zone: tuple[int, ...]


def contact_form(
    document: Document, profile: Profile, names: Iterable[str], addresses: Iterable[str]
) -> ContactForm:
    """Return the form of the contact data.

    Args:
        document: the resume as it was read.
        profile: what the reader found in it.
        names: the person's names in lower case: in an address they are never a joke.
        addresses: what was taken for an address among the contact data.
    """
    zone = contact_zone(document, profile)
    lines = [document.line(number) for number in zone]
    email, phone = profile.email, profile.phone
    email_lines = profile.found_at.get("email", ())
    return ContactForm(
        has_name=bool(profile.name),
        has_location=bool(profile.location)
        or any(map(_names_town, addresses))
        or any(_PLACE_LIKE.search(line.text[:200]) for line in lines),
        has_email=bool(email),
        has_phone=bool(phone),
        email_broken=_broken_email(email, email_lines, lines),
        phone_broken=_broken_phone(phone, profile.found_at.get("phone", ()), lines),
        email_unserious=bool(email and email_lines) and _is_unserious(email or "", names),
        email_lines=email_lines,
        phone_lines=profile.found_at.get("phone", ()),
        zone=zone,
    )


def contact_zone(document: Document, profile: Profile) -> tuple[int, ...]:
    """Return the lines of the contact data: page head, contact sections, fields found."""
    known = range(1, len(document.lines) + 1)
    first = min(
        (s.first_line for s in profile.sections if s.kind != SectionKind.CONTACT),
        default=len(document.lines) + 1,
    )
    zone = {number for number in known if number < first}
    for section in profile.sections:
        if section.kind == SectionKind.CONTACT:
            zone.update(range(section.first_line, section.last_line + 1))
    for field in ("name", "email", "phone", "location"):
        zone.update(profile.found_at.get(field, ()))
    return tuple(sorted(zone.intersection(known)))


def _names_town(address: str) -> bool:
    """Whether an address goes beyond street and number."""
    return "," in address or not any(map(str.isdigit, address))


def _broken_email(email: str | None, at: Iterable[int], lines: Iterable[Line]) -> int | None:
    """Return the first line with something meant as an address that mail could not reach."""
    if email and _EMAIL.fullmatch(email):
        return None
    found = set(at) if email else set()
    for line in lines:
        text = line.text[:_LONGEST]
        meant = EMAIL_TRY.search(text) or _DOTLESS.search(text)
        labelled = _EMAIL_LABEL.search(text) and len(text) > 8
        if (meant or labelled) and not _EMAIL.search(text):
            found.add(line.id)
    return min(found, default=None)


def _broken_phone(phone: str | None, at: Iterable[int], lines: Iterable[Line]) -> int | None:
    """Return the first line with a number nobody could dial (ITU-T E.164: 7 to 15 digits)."""
    if phone:
        return None if _is_dialable(phone) else min(at, default=None)
    return next((line.id for line in lines if _is_meant_as_phone(line.text[:_LONGEST])), None)


def _is_dialable(phone: str) -> bool:
    digits = sum(char.isdigit() for char in phone)
    number = re.split("x|ext", phone, maxsplit=1)[0]
    return 7 <= digits <= 15 and not any(char.isalpha() for char in number)


def _is_meant_as_phone(text: str) -> bool:
    if _PHONE_LABEL.search(text) and any(char.isdigit() for char in text):
        return True
    for match in PHONE_TRY.finditer(text):
        piece = match.group()
        digits = sum(char.isdigit() for char in piece)
        grouped = bool(re.search(r"\d[\s().\-–]+\d", piece)) or piece[0] in "+("
        if grouped and (digits == 6 or digits > 15) and not _YEARS.search(piece):
            return True
    return False


def _is_unserious(email: str, names: Iterable[str]) -> bool:
    """Whether the part before the @ is a joke or a nickname; the person's own name never counts."""
    local = email.partition("@")[0].lower()
    for name in sorted(names, key=lambda name: (-len(name), name)):
        local = local.replace(name, ".") if len(name) > 2 else local
    parts = [part for part in re.split(r"[^a-z]+", local) if part]
    joke = any(part in word_run("unserious_words") for part in parts)
    inside = any(word in "".join(parts) for word in word_run("unserious_parts"))
    return joke or inside or _JOKE_NUMBER.search(local) is not None
