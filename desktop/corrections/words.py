"""What is said about corrections of the reading, in words a coach knows; pure.

Corrections come as the objects that the wire and the library hold.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from ai_agents.vocabulary import CorrectionState, SectionKind

Say: TypeAlias = Callable[[str], str]

CONTACT: Final[Mapping[str, str]] = {
    "name": "Name",
    "email": "Email",
    "phone": "Phone",
    "location": "Location",
}
ENTRY_FIELDS: Final[Mapping[str, str]] = {
    "title": "Title",
    "employer": "Employer",
    "location": "Place",
    "degree": "Degree",
    "field": "Subject",
    "institution": "School",
    "start": "From",
    "end": "To",
}
SECTIONS: Final[Mapping[str, str]] = {
    SectionKind.CONTACT: "Contact",
    SectionKind.SUMMARY: "Summary",
    SectionKind.EXPERIENCE: "Experience",
    SectionKind.EDUCATION: "Education",
    SectionKind.SKILLS: "Skills",
    SectionKind.PROJECTS: "Projects",
    SectionKind.CERTIFICATIONS: "Certifications",
    SectionKind.AWARDS: "Awards",
    SectionKind.PUBLICATIONS: "Publications",
    SectionKind.LANGUAGES: "Languages",
    SectionKind.VOLUNTEERING: "Volunteering",
    SectionKind.INTERESTS: "Interests",
    SectionKind.REFERENCES: "References",
    SectionKind.OTHER: "Other",
}
#: More of a quoted line is not needed to know it.
_QUOTED: Final = 48

#: Correction state → what came of it, as the end of a sentence.
STATES: Final[Mapping[str, str]] = {
    CorrectionState.APPLIED: "applied",
    CorrectionState.AGREES: "not needed any more: the program reads it so by itself",
    CorrectionState.NOT_FOUND: "not applied: its place is not found in the text; look again",
    CorrectionState.AMBIGUOUS: "not applied: its place stands more than once in the text; "
    "look again",
    CorrectionState.REPLACED: "not applied: another correction about the same place goes before it",
    CorrectionState.UNKNOWN: "not applied: it was made by another version of Vitae",
}
#: What changed nothing although the coach asked for it.
MISSED: Final = frozenset(
    (CorrectionState.NOT_FOUND, CorrectionState.AMBIGUOUS, CorrectionState.UNKNOWN)
)


def state_words(state: str) -> str:
    """Return what came of a correction; a word of another version as it is."""
    return STATES.get(state, state)


def applied_sentence(given: Iterable[str]) -> str:
    """Return what a report says of its corrections, by their states; empty without any."""
    states = list(given)
    applied = states.count(CorrectionState.APPLIED)
    missed = sum(state in MISSED for state in states)
    told = []
    if applied:
        told.append(
            f"{_corrections(applied)} by the coach {_were(applied)} applied to what was read."
        )
    if missed:
        told.append(f"{_corrections(missed)} could not be applied: look at the reading again.")
    return " ".join(told)


def _corrections(count: int) -> str:
    return "1 correction" if count == 1 else f"{count} corrections"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def quoted(text: str) -> str:
    """Return words of the resume in quotes, cut where they are long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _QUOTED else f"“{text[: _QUOTED - 1].rstrip()}…”"


def what_words(said: Mapping[str, Any], say: Say) -> str:
    """Return what a correction says; one of another version as a whole."""
    try:
        return _WHAT[said["kind"]](said, say)
    except (KeyError, TypeError, AttributeError):
        return say("A correction made by another version of Vitae")


def was_words(said: Mapping[str, Any], was: str | None, say: Say) -> str:
    """Return what was read before; empty where there is nothing to say."""
    kind = said.get("kind")
    if kind == "heading":
        read = say("a heading: {kind}").format(kind=section_words(was, say)) if was else ""
        return say("was: {what}").format(what=read or say("no heading"))
    if kind in ("contact", "skills", "entry"):
        return say("was: {what}").format(what=was or say("not found"))
    return say("was: {what}").format(what=was) if was else ""


def section_words(kind: str, say: Say) -> str:
    """Return the name of a kind of section."""
    return say(SECTIONS[kind]) if kind in SECTIONS else kind.replace("_", " ").capitalize()


def _heading(said: Mapping[str, Any], say: Say) -> str:
    line = quoted(said["at"]["text"])
    if said["section"] is None:
        return say("{line} is no heading").format(line=line)
    kind = section_words(said["section"], say)
    if called := said.get("heading"):
        text = say("{line} is a heading: {kind}, called {words}")
        return text.format(line=line, kind=kind, words=quoted(called))
    return say("{line} is a heading: {kind}").format(line=line, kind=kind)


def _line_break(said: Mapping[str, Any], say: Say) -> str:
    begins, carries = say("A line begins at {words}"), say("{words} carries on the line above")
    return (begins if said["begins"] else carries).format(words=quoted(said["at"]["text"]))


def _contact(said: Mapping[str, Any], say: Say) -> str:
    name = say(CONTACT[said["field"]])
    return say("{name}: {value}").format(name=name, value=said["value"] or say("none"))


def _skills(said: Mapping[str, Any], say: Say) -> str:
    values = said["values"]
    text = ", ".join(values) or say("none")
    return say("{name}: {value}").format(name=say("Skills"), value=text)


def _entry(said: Mapping[str, Any], say: Say) -> str:
    name, value = say(ENTRY_FIELDS[said["field"]]), said["value"] or say("none")
    text = say("{line} – {name}: {value}")
    return text.format(line=quoted(said["at"]["text"]), name=name, value=value)


def _entry_added(said: Mapping[str, Any], say: Say) -> str:
    texts = {
        "experience": say("A position begins at {line}: {values}"),
        "education": say("A course of study begins at {line}: {values}"),
    }
    values = " · ".join(value for value in said["values"].values() if value)
    return texts[said["entry"]].format(line=quoted(said["at"]["text"]), values=values)


def _entry_removed(said: Mapping[str, Any], say: Say) -> str:
    texts = {
        "experience": say("{line} is no position"),
        "education": say("{line} is no course of study"),
    }
    return texts[said["entry"]].format(line=quoted(said["at"]["text"]))


_WHAT: Final[Mapping[str, Callable[[Mapping[str, Any], Say], str]]] = {
    "heading": _heading,
    "line_break": _line_break,
    "contact": _contact,
    "skills": _skills,
    "entry": _entry,
    "entry_added": _entry_added,
    "entry_removed": _entry_removed,
}
