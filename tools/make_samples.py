"""Writes the sample resumes of resources/samples from tools/sample_people.yaml, PDF and DOCX.

Run by `make samples`. Every person has a layout: `single` (one column), `sidebar` (dark band at the
left), `two_column` (skills and education beside the experience) or `table` (a table of dates and
positions, DOCX only). Output is the same bytes each time.
"""

from dataclasses import dataclass, field
from pathlib import Path

import yaml
from sample_docx import write_docx
from sample_pdf import write_pdf

HERE = Path(__file__).parent
OUT = HERE.parent / "resources" / "samples"


@dataclass(frozen=True)
class Entry:
    """One position or course of study."""

    dates: str
    title: str = ""
    employer: str = ""
    place: str = ""
    degree: str = ""
    institution: str = ""
    bullets: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Person:
    """One made-up person, as written in the data file."""

    files: list[str]
    layout: str
    name: str
    contact: list[str]
    summary: str
    experience: list[Entry]
    education: list[Entry]
    skills: list[str]
    headline: str = ""
    extra: list[dict[str, list[str]]] = field(default_factory=list)
    hidden: str = ""


def people() -> list[Person]:
    """Return the people of the data file, in its order."""
    rows = yaml.safe_load((HERE / "sample_people.yaml").read_text(encoding="utf-8"))
    for row in rows:
        row["experience"] = [Entry(**entry) for entry in row["experience"]]
        row["education"] = [Entry(**entry) for entry in row["education"]]
    return [Person(**row) for row in rows]


def main() -> None:
    """Write every sample."""
    OUT.mkdir(parents=True, exist_ok=True)
    for person in people():
        for file in person.files:
            write = write_docx if file.endswith(".docx") else write_pdf
            write(person, OUT / file)
            print(file)


if __name__ == "__main__":
    main()
