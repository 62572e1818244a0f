"""Positions held, with their dates as spans and as printed."""

import re
from dataclasses import dataclass

from ai_agents.checks.months import PRESENT, Span, month_number, span_of
from ai_agents.models import Document, Profile

_EXECUTIVE = re.compile(
    r"\b(?:chief|c[efiotm]o|vice president|s?e?vp|president|director|partner|head of|founder"
    r"|general manager|managing director|geschäftsführer(?:in)?|directeur|directora?)\b",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"part[- ]?time|freelanc|consultant|contract|volunteer|board|advis|intern\b|internship|teaching"
    r"|assistant|tutor|self[- ]employed|founder|owner|side project|open source|adjunct|mentor"
    r"|member|reserve|seasonal|nebenberuf|werkstudent|bénévole|voluntari|on[- ]call|per diem",
    re.IGNORECASE,
)
_MONTH = "(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)"
#: Printed forms of a date with a month; 'May' fits both the short and the long form, so neither.
_FORMS = (
    ("Jan 2020", re.compile(rf"\b{_MONTH}\.?,?\s+(?:19|20)\d\d\b", re.IGNORECASE)),
    (
        "January 2020",
        re.compile(
            r"\b(?:january|february|march|april|august|september|october|november"
            r"|december),?\s+(?:19|20)\d\d\b",
            re.IGNORECASE,
        ),
    ),
    ("01/2020", re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])\s?/\s?(?:(?:19|20)\d\d|\d\d)(?![\d/])")),
    ("01.2020", re.compile(r"(?<![\d.])(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?![\d.])")),
    ("2020-01", re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?!\d)")),
)


@dataclass(frozen=True, slots=True)
class Job:
    """One position; `span` is None when its dates are missing or impossible.

    `forms` lists (form, line, as printed) of its dates: ('Jan 2020', 12, 'Mar 2019'); `side` is
    True for work people hold beside another position; `executive` for titles that lead an
    organisation.
    """

    index: int
    title: str | None
    employer: str | None
    location: str | None
    start: str | None
    end: str | None
    span: Span | None
    lines: tuple[int, int]
    date_line: int
    forms: tuple[tuple[str, int, str], ...]
    side: bool
    executive: bool

    @property
    def current(self) -> bool:
        """Whether the position is still held."""
        return self.end == PRESENT

    @property
    def label(self) -> str:
        """A short name for messages: title, else employer."""
        return self.title or self.employer or "this position"


def gather_jobs(document: Document, profile: Profile, as_of: int) -> tuple[Job, ...]:
    """Return the positions in the order of the resume."""
    jobs = []
    for index, entry in enumerate(profile.experience):
        head = _head_lines(document, profile, index)
        forms = tuple(
            (name, line, found.group())
            for line, text in head
            for name, form in _FORMS
            if (found := form.search(text))
        )
        words = f"{entry.title or ''} {entry.employer or ''}"
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
                date_line=_date_line(head, entry.start, entry.end) or entry.lines[0],
                forms=forms,
                side=bool(_SIDE.search(words) or any(_SIDE.search(t) for _, t in head)),
                executive=bool(_EXECUTIVE.search(entry.title or "")),
            )
        )
    return tuple(jobs)


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
