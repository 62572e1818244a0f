"""Positions held, with their dates as spans and where they are printed."""

import re
from dataclasses import dataclass

from ai_agents.checks.lexicon import phrase_pattern
from ai_agents.checks.months import PRESENT, Span, month_number, span_of
from ai_agents.models import Document, Profile

_EXECUTIVE = re.compile(
    r"\b(?:chief|c[efiotm]o|vice president|s?e?vp|president|(?<!assistant )(?<!deputy )director"
    r"|(?<!business )(?<!hr )(?<!people )partner|head of|founder"
    r"|general manager|managing director|geschäftsführer(?:in)?|directeur|directora?)\b",
    re.IGNORECASE,
)
#: 'Data Analyst (contract)', 'Data Analyst – Contract'.
_ON_CONTRACT = re.compile(r"[(,–—-]\s?contract\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Job:
    """One position; `span` is None when its dates are missing or impossible.

    `head` are the ids of its lines that are no statement: title, employer, dates. `side` is True
    for work people hold beside another position, `training` for work done while learning,
    `executive` for titles that lead an organisation.
    """

    index: int
    title: str | None
    employer: str | None
    location: str | None
    start: str | None
    end: str | None
    span: Span | None
    lines: tuple[int, int]
    head: tuple[int, ...]
    date_line: int
    side: bool
    training: bool
    executive: bool

    @property
    def current(self) -> bool:
        """Whether the position is still held."""
        return self.end == PRESENT

    @property
    def one_date(self) -> bool:
        """Whether a single date is given, so that its end is not known."""
        return self.start is not None and self.start == self.end

    @property
    def label(self) -> str:
        """A short name for messages: title, else employer."""
        return (self.title or self.employer or "this position").strip(" .,;:")


def gather_jobs(document: Document, profile: Profile, as_of: int) -> tuple[Job, ...]:
    """Return the positions in the order of the resume."""
    jobs = []
    for index, entry in enumerate(profile.experience):
        head = _head_lines(document, profile, index)
        told = " ".join((entry.title or "", entry.employer or "", *(text for _, text in head)))
        jobs.append(
            Job(
                index=index,
                title=entry.title,
                employer=entry.employer,
                location=entry.location,
                start=entry.start,
                end=entry.end,
                span=span_of(entry.start, entry.end, as_of),
                lines=entry.lines,
                head=tuple(line for line, _ in head),
                date_line=_date_line(head, entry.start, entry.end) or entry.lines[0],
                side=bool(_ON_CONTRACT.search(told) or _says("side", told)),
                training=_says("training", told),
                executive=bool(_EXECUTIVE.search(entry.title or "")),
            )
        )
    return tuple(jobs)


def _says(kind: str, text: str) -> bool:
    return phrase_pattern("held_beside", kind).search(text) is not None


def _head_lines(document: Document, profile: Profile, index: int) -> list[tuple[int, str]]:
    """Return (id, text) of an entry's lines that are no statement: title, employer, dates."""
    entry = profile.experience[index]
    said = {line for item in profile.statements if item.entry == index for line in item.lines}
    first, last = entry.lines
    lines = document.lines[max(0, first - 1) : last]
    return [(line.id, line.text[:300]) for line in lines if line.id not in said][:8]


def _date_line(head: list[tuple[int, str]], start: str | None, end: str | None) -> int | None:
    years = [str(date)[:4] for date in (start, end) if month_number(date)]
    for line, text in head:
        if any(year in text for year in years):
            return line
    return None
