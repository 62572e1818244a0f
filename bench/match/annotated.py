"""Postings with what a careful person reads in them, marked where it stands.

    - Experience with {s:Docker} and {s?:Terraform}

A mark is a letter of the kind, a question mark for a plus, a colon and the posting's own words. The
text without marks is the posting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ai_agents.vocabulary import RequirementKind as Kind

_MARK: Final = re.compile(r"\{(?P<kind>[sydclquo])(?P<plus>\??):(?P<text>[^{}]+)\}")
_KINDS: Final = {
    "s": "skill",
    "y": "years",
    "d": "degree",
    "c": "certificate",
    "l": "language",
    "q": "quality",
    "u": "duty",
    "o": "other",
}
POSTINGS: Final = Path(__file__).parent / "postings"


@dataclass(frozen=True)
class Marked:
    """One requirement as a person marked it; `line` counts the lines with text from 1."""

    kind: str
    required: bool
    text: str
    line: int


@dataclass(frozen=True)
class Annotated:
    """One posting: its text, and the requirements in it."""

    name: str
    text: str
    truth: tuple[Marked, ...]


def group_of(kind: Kind) -> str:
    """Return the group a kind is marked as: tools are skills."""
    return "skill" if kind is Kind.TOOL else kind.value


def annotated(path: Path) -> Annotated:
    """Return a posting with its marks read and taken out."""
    marked = path.read_text(encoding="utf-8")
    shown = [line for line in marked.splitlines() if line.strip()]
    truth = tuple(one for number, line in enumerate(shown, 1) for one in _marks(line, number))
    return Annotated(path.stem, _MARK.sub(lambda found: found["text"], marked), truth)


def _marks(line: str, number: int) -> Iterator[Marked]:
    for found in _MARK.finditer(line):
        yield Marked(_KINDS[found["kind"]], not found["plus"], found["text"], number)


def postings(folder: Path = POSTINGS) -> tuple[Annotated, ...]:
    """Return all postings of a folder, sorted by name."""
    return tuple(annotated(path) for path in sorted(folder.glob("*.txt")))
