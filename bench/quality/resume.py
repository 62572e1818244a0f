"""A resume as data: what it says (`Resume`) and how it is drawn (`Look`), frozen and comparable.

Everything the benchmark changes is a field of these; `edits.py` changes, `render.py` draws them.
Months count from year 0 (`year * 12 + month - 1`), as in the rules.
"""

from dataclasses import dataclass

PDF, DOCX = "pdf", "docx"
LAYOUTS = ("single", "two_column", "table", "sidebar")
LEVELS = ("good", "average")
SENIORITIES = ("entry", "mid", "senior", "executive")


@dataclass(frozen=True, slots=True)
class Bullet:
    """One point of a position; `other` is the same line in the other tense, "" where none is."""

    text: str
    other: str = ""
    mark: str | None = None  # None takes the mark of the whole resume


@dataclass(frozen=True, slots=True)
class Job:
    """One position; `end` None is a position still held; `printed` replaces the dates as drawn."""

    title: str
    employer: str
    place: str
    start: int
    end: int | None
    bullets: tuple[Bullet, ...] = ()
    printed: str | None = None
    prose: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """One course of study."""

    degree: str
    school: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """One section: a heading ("" draws none) over whichever contents it has."""

    kind: str
    heading: str
    text: str = ""
    jobs: tuple[Job, ...] = ()
    studies: tuple[Study, ...] = ()
    skills: tuple[str, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text put into the file so that no reader sees it; `kind` is one of `hiding.KINDS`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """How the resume is drawn. Sizes in points, margins in millimetres."""

    format: str = PDF
    layout: str = "single"
    font: str = "sans"
    size: float = 10.0
    paper: str = "letter"
    accent: str = "#1F3550"
    margin_mm: float = 19.0
    dates: str = "short"
    mark: str = "•"
    upper_headings: bool = False
    contact_in: str = "body"
    skills_in: str = "text"
    photo: bool = False
    stray_fonts: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    file_name: str = "resume"
    author: str = ""


@dataclass(frozen=True, slots=True)
class Resume:
    """One resume; `field`, `seniority` and `level` say what the generator was asked for."""

    field: str
    industry: str
    seniority: str
    level: str
    name: str
    email: str
    phone: str
    place: str
    sections: tuple[Section, ...]
    look: Look = Look()
    notes: tuple[str, ...] = ()  # further lines of the head: a pronoun, a date of birth

    def at(self, kind: str) -> int | None:
        """Return the index of the first section of a kind."""
        return next((i for i, section in enumerate(self.sections) if section.kind == kind), None)

    def section(self, kind: str) -> Section:
        """Return the first section of a kind; an empty one when there is none."""
        index = self.at(kind)
        return Section(kind, "") if index is None else self.sections[index]

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The positions, latest first."""
        return self.section("experience").jobs

    @property
    def skills(self) -> tuple[str, ...]:
        """The listed skills."""
        return self.section("skills").skills


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_text(month: int, form: str) -> str:
    """Return a month as printed in a form: short, long, slashed or dotted."""
    year, index = divmod(month, 12)
    return {
        "short": f"{_MONTHS[index][:3]} {year}",
        "long": f"{_MONTHS[index]} {year}",
        "slashed": f"{index + 1:02d}/{year}",
        "dotted": f"{index + 1:02d}.{year}",
        "year": f"{year}",
    }[form]


def dates_text(start: int, end: int | None, form: str) -> str:
    """Return a range of months as printed."""
    return f"{month_text(start, form)} – {month_text(end, form) if end is not None else 'Present'}"


def job_dates(job: Job, look: Look) -> str:
    """Return the dates of a position as this look prints them."""
    return dates_text(job.start, job.end, look.dates) if job.printed is None else job.printed
