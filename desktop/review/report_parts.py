"""The parts of a report as frozen values: file, document, profile, findings, arithmetic, scores."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from ai_agents.vocabulary import (
    Dimension,
    FindingKind,
    FindingSource,
    RequirementKind,
    RequirementState,
    Severity,
)

BBox: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True)
class FileInfo:
    """The reviewed file; `sha256` names it by content."""

    name: str
    sha256: str
    size_bytes: int
    media_type: str


@dataclass(frozen=True)
class Line:
    """One visible line; `bbox` in PDF points from the page's top-left, None without pages."""

    id: int
    page: int
    bbox: BBox | None
    text: str
    region: str = "body"
    column: int = 0


@dataclass(frozen=True)
class HiddenText:
    """Text the file holds but does not show."""

    page: int
    reason: str
    text: str
    bbox: BBox | None = None


@dataclass(frozen=True)
class FileWarning:
    """Something about the file the coach should know."""

    code: str
    message: str


@dataclass(frozen=True)
class DocumentPart:
    """What the file shows; `page_sizes` in points, empty where the format has no pages."""

    pages: int
    language: str | None
    lines: tuple[Line, ...]
    hidden: tuple[HiddenText, ...]
    warnings: tuple[FileWarning, ...]
    page_sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Section:
    """A run of lines under one heading."""

    kind: str
    heading: str | None
    first_line: int
    last_line: int


@dataclass(frozen=True)
class Experience:
    """One position held; `lines` is (first, last) or None."""

    title: str | None
    employer: str | None
    location: str | None
    start: str | None
    end: str | None
    lines: tuple[int, int] | None
    confidence: float | None = None


@dataclass(frozen=True)
class Education:
    """One course of study; `lines` is (first, last) or None."""

    institution: str | None
    degree: str | None
    field: str | None
    start: str | None
    end: str | None
    lines: tuple[int, int] | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class ProfilePart:
    """What a parser copies into a form; `confidence` by field name, 0–1."""

    name: str | None
    email: str | None
    phone: str | None
    location: str | None
    links: tuple[str, ...]
    sections: tuple[Section, ...]
    experience: tuple[Experience, ...]
    education: tuple[Education, ...]
    skills: tuple[str, ...]
    confidence: Mapping[str, float]


@dataclass(frozen=True)
class Evidence:
    """A line that shows what a finding says; the text is copied from the document."""

    line: int
    text: str


@dataclass(frozen=True)
class Finding:
    """One thing said about the resume; `points` are points of its dimension, − lost or + won."""

    id: str
    key: str
    rule: str
    criterion: str | None
    dimension: Dimension
    severity: Severity
    kind: FindingKind
    source: FindingSource
    message: str
    suggestion: str
    reference: str
    points: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Criterion:
    """One row of a dimension's arithmetic: `earned` of `weight` points, and why."""

    id: str
    dimension: Dimension
    title: str
    weight: float
    earned: float
    level: int | None
    levels: int | None
    reason: str
    source: FindingSource
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class NotAssessed:
    """A criterion nobody could judge."""

    criterion: str
    reason: str


@dataclass(frozen=True)
class MatchRow:
    """One requirement of a job: `points` earned of `worth`, and the lines that show it."""

    text: str
    required: bool
    state: RequirementState
    kind: RequirementKind
    reason: str
    worth: float
    points: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class JobItem:
    """One bullet, paragraph or heading of a job; `line` is its line in the job."""

    line: int
    text: str
    bullet: bool
    marked: bool


@dataclass(frozen=True)
class JobPart:
    """The job a resume was matched with, as it was read."""

    name: str
    sha256: str
    title: str
    items: tuple[JobItem, ...]


@dataclass(frozen=True)
class MatchPart:
    """How the resume meets one job; `score` is None where there is none, `reason` says why."""

    job: JobPart
    score: float | None
    rows: tuple[MatchRow, ...]
    reason: str
    rule: str
    stuffing: bool
    stuffing_reason: str
    stuffing_evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Counts:
    """Plain counts of the document; None where an older review does not tell."""

    sections: int | None = None
    words: int | None = None
    reading_minutes: int | None = None


@dataclass(frozen=True)
class MadeWith:
    """What a review was made with, beyond what it says itself; None where it does not tell."""

    program: str | None = None
    reader: str | None = None
    text_sha256: str | None = None
    job_sha256: str | None = None


@dataclass(frozen=True)
class CorrectionPart:
    """One correction of the reading that was asked for, and what came of it.

    `correction` is the object the coach's window wrote; `was` what was read there without it;
    `line` the line it is about.
    """

    correction: Mapping[str, Any]
    state: str
    was: str | None
    line: int | None


@dataclass(frozen=True)
class ReviewPart:
    """The scores (0–100, one decimal, None when not assessed), the findings, the arithmetic."""

    engine_kind: str
    engine_version: str
    model: str | None
    rubric_id: str
    rubric_version: str
    industry: str
    as_of: str | None
    overall_score: float | None
    market_tier: str
    seniority: str
    scores: Mapping[Dimension, float | None]
    confidence: Mapping[str, float]
    partial: bool
    findings: tuple[Finding, ...]
    criteria: tuple[Criterion, ...]
    not_assessed: tuple[NotAssessed, ...]
    counts: Counts
    match: MatchPart | None
    summary: str
    suggestions: tuple[str, ...]
    made_with: MadeWith
