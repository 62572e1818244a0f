"""Checks what a coach types into a field of the reading, and says what form it takes; pure."""

import re
from typing import Final

from ai_agents.profile.date_words import PRESENT
from ai_agents.profile.dates import find_dates, leading_end
from desktop.corrections.words import Say

#: A field of a resume; what is longer was pasted into the wrong place.
MAX_CHARS: Final = 300
MAX_SKILLS: Final = 300
_CANONICAL: Final = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_BETWEEN_SKILLS: Final = re.compile(r"[,;\n]")


class NotAValueError(ValueError):
    """What was typed cannot be the field's value; the message says what can."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def checked(field: str, text: str, say: Say) -> str | None:
    """Return the value a typed text means, None for an empty one: the resume does not say it.

    Raises:
        NotAValueError: with words for the coach.
    """
    value = " ".join(text.split())
    if not value:
        return None
    if len(value) > MAX_CHARS:
        raise NotAValueError(field, say("At most {n} characters fit here.").format(n=MAX_CHARS))
    if field in ("start", "end"):
        return _date(field, value, say)
    if field == "email" and not _EMAIL.fullmatch(value):
        raise NotAValueError(field, say("An email address looks like name@example.com."))
    return value


def _date(field: str, text: str, say: Say) -> str:
    if _CANONICAL.fullmatch(text):
        return text
    if field == "end" and (now := leading_end(text)) == (PRESENT, len(text)):
        return now[0]
    spans = find_dates(text)
    if len(spans) == 1 and not spans[0].is_range and spans[0].start:
        around = text[: spans[0].begin] + text[spans[0].stop :]
        if not around.strip(" .,") and _CANONICAL.fullmatch(spans[0].start):
            return spans[0].start
    if field == "end":
        form = say("A date is a year or a month: 2020, 2020-03, Mar 2020; or “present”.")
        raise NotAValueError(field, form)
    raise NotAValueError(field, say("A date is a year or a month: 2020, 2020-03 or Mar 2020."))


def checked_skills(text: str, say: Say) -> tuple[str, ...]:
    """Return the skills of a typed list, one a line or between commas, each once.

    Raises:
        NotAValueError: with words for the coach.
    """
    once: dict[str, str] = {}
    for piece in _BETWEEN_SKILLS.split(text):
        skill = checked("skill", piece, say)
        if skill:
            once.setdefault(skill.casefold(), skill)
    if len(once) > MAX_SKILLS:
        raise NotAValueError("skills", say("At most {n} skills fit here.").format(n=MAX_SKILLS))
    return tuple(once.values())


def split_places(whole: str, typed: str, say: Say) -> list[int]:
    """Return where a line is cut: the places of its text at which lines of the typed one begin.

    Raises:
        NotAValueError: other words were typed than the line has.
    """
    places: list[int] = []
    at = 0
    for number, piece in enumerate(typed.split("\n")):
        if piece.split() and number:
            places.append(at + len(whole[at:]) - len(whole[at:].lstrip()))
        for word in piece.split():
            found = whole.find(word, at)
            if found < 0 or whole[at:found].strip():
                raise _not_the_line(say)
            at = found + len(word)
    if whole[at:].strip():
        raise _not_the_line(say)
    return [place for place in places if place]


def _not_the_line(say: Say) -> NotAValueError:
    return NotAValueError(
        "text", say("Only line breaks can be set here; the words stay as they are in the file.")
    )
