"""The values that walk from a file to a scored review: frozen, typed, and nothing but data.

    Document (what the file shows) → Profile (who, where, when) → Review (what we say about it)

Coordinates are PDF points from the top-left of the page, (x0, y0, x1, y1). Dates are `YYYY-MM` or
`YYYY`; an ongoing end is `present`; what is not known is `None`, never guessed. Scores are 0–100,
confidences 0–1. Line ids count from 1 in reading order and are what every finding points at.
"""

from typing import TypeAlias

from pydantic import Field

from ai_agents.fairness.receipt import Fairness
from ai_agents.frozen import Frozen
from ai_agents.vocabulary import (
    Dimension,
    EngineKind,
    FindingKind,
    FindingSource,
    HiddenReason,
    LineRegion,
    MarketTier,
    RequirementKind,
    RequirementState,
    SectionKind,
    Seniority,
    Severity,
    Stage,
)

BBox: TypeAlias = tuple[float, float, float, float]


class SourceFile(Frozen):
    """The file as it came in; pasted text is a file of its own with media type text/plain."""

    name: str
    sha256: str
    size_bytes: int
    media_type: str


class Page(Frozen):
    """One page of a paged format; sizes in points."""

    number: int
    width: float
    height: float
    image_share: float = Field(default=0.0, description="share of the page under images, 0–1")


class Line(Frozen):
    """One line of visible text, in reading order.

    A line of a PDF is a line of the page; of a DOCX, ODT, RTF or HTML file it is a paragraph (or a
    table cell). `text` is what a person reads, icon glyphs removed, the bullet mark included.
    """

    id: int
    page: int = 1
    bbox: BBox | None = Field(default=None, description="None where the format has no pages")
    text: str
    parts: tuple[str, ...] = Field(
        default=(),
        description="`text` cut at wide gaps and tabs ('Acme', 'Jan 2020 – Present'); never empty "
        "for a line made by a reader",
    )
    starts: tuple[float, ...] = Field(
        default=(), description="where its parts begin on the page, if there are several"
    )
    bullet: str | None = Field(default=None, description="the bullet mark the line starts with")
    size: float | None = Field(default=None, description="dominant font size in points")
    font: str | None = Field(default=None, description="dominant font family")
    bold: bool = False
    italic: bool = False
    heading_style: bool = Field(default=False, description="marked as a heading by the file itself")
    level: int = Field(default=0, description="its rank, 1 highest, where the file marks headings")
    lead: str = Field(
        default="", description="the words it begins with in bold, where the rest is not"
    )
    ruled: bool = Field(default=False, description="a horizontal rule runs under or beside it")
    column: int = Field(default=0, description="0 for full width or the first column")
    region: LineRegion = LineRegion.BODY
    gap_before: float | None = Field(
        default=None, description="white space above, in line heights; None at the top of a column"
    )
    begins: bool = Field(
        default=False, description="the coach says that this line carries nothing on"
    )
    double_space: bool = Field(
        default=False, description="two spaces part two words where `text` shows one"
    )


class HiddenText(Frozen):
    """Text the file holds but does not show; set aside, never reviewed."""

    page: int
    reason: HiddenReason
    text: str
    bbox: BBox | None = None


class DocumentWarning(Frozen):
    """Something about the file the coach should know; the review goes on."""

    code: str
    message: str


class Link(Frozen):
    """A hyperlink of the file, from an annotation or a relationship."""

    url: str
    line: int | None = None
    text: str = Field(default="", description="the words it lies on; empty when not known")


class Document(Frozen):
    """What one file shows to a person, and what it hides."""

    source: SourceFile
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...]
    hidden: tuple[HiddenText, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: int = Field(default=0, description="pictures in a file without pages")
    photos: int = Field(default=0, description="pictures that look like a photo of the person")
    language: str | None = Field(default=None, description="ISO 639-1 code, None when unsure")
    confidence: float = Field(default=1.0, description="how surely the text was read")

    @property
    def text(self) -> str:
        """The visible text, one line of the document per line."""
        return "\n".join(line.text for line in self.lines)

    def line(self, line_id: int) -> Line:
        """Return the line with this id; KeyError when there is none."""
        if not 1 <= line_id <= len(self.lines):
            raise KeyError(line_id)
        return self.lines[line_id - 1]


class Section(Frozen):
    """A run of lines under one heading; `first_line` is the heading's own line."""

    kind: SectionKind
    heading: str | None
    first_line: int
    last_line: int


class ExperienceEntry(Frozen):
    """One position held; `lines` is (first, last)."""

    title: str | None = None
    employer: str | None = None
    location: str | None = None
    start: str | None = None
    end: str | None = None
    lines: tuple[int, int]
    confidence: float = 1.0


class EducationEntry(Frozen):
    """One course of study; `lines` is (first, last)."""

    institution: str | None = None
    degree: str | None = None
    field: str | None = None
    start: str | None = None
    end: str | None = None
    lines: tuple[int, int]
    confidence: float = 1.0


class Statement(Frozen):
    """One bullet or paragraph, its wrapped lines joined; what writing rules judge."""

    lines: tuple[int, ...]
    text: str = Field(description="without the bullet mark, hyphenation undone")
    bullet: bool
    section: SectionKind
    entry: int | None = Field(default=None, description="index into `Profile.experience`")


class Profile(Frozen):
    """Who, where and when: what a careful person would copy into a form."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None
    links: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    experience: tuple[ExperienceEntry, ...] = ()
    education: tuple[EducationEntry, ...] = ()
    skills: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    found_at: dict[str, tuple[int, ...]] = Field(
        default_factory=dict, description="field name (name, email, phone, location) → line ids"
    )
    confidence: dict[str, float] = Field(
        default_factory=dict, description="field name → how sure; a missing field is absent"
    )


class Evidence(Frozen):
    """A line that shows what a finding says; the text is copied from the document by code."""

    line: int
    text: str


class Finding(Frozen):
    """One thing said about the resume, with the lines that show it."""

    id: str
    key: str = Field(description="stable over re-reviews: rule and evidence text, hashed")
    rule: str
    criterion: str | None = None
    dimension: Dimension
    severity: Severity
    kind: FindingKind
    source: FindingSource = FindingSource.RULES
    message: str
    suggestion: str
    reference: str = Field(default="", description="where the rule comes from")
    points: float = Field(default=0.0, description="points of its dimension lost (−) or won (+)")
    evidence: tuple[Evidence, ...] = ()


class CriterionScore(Frozen):
    """One row of the arithmetic: `earned` of `weight` points of the dimension, and why."""

    id: str
    dimension: Dimension
    title: str
    weight: float
    earned: float
    level: int | None = Field(default=None, description="None for a criterion made of deductions")
    levels: int | None = Field(default=None, description="highest level, where `level` is given")
    reason: str = Field(description="the level's definition, or the sum of the deductions in words")
    source: FindingSource = FindingSource.RULES
    evidence: tuple[Evidence, ...] = ()


class NotAssessed(Frozen):
    """A criterion nobody could judge; its weight leaves the denominator."""

    criterion: str
    dimension: Dimension
    reason: str


class EngineInfo(Frozen):
    """Who judged."""

    kind: EngineKind
    version: str
    model: str | None = None


class RubricInfo(Frozen):
    """Which rubric the points come from."""

    id: str
    version: str


class ReviewMetadata(Frozen):
    """Plain counts of the document."""

    sections: int
    words: int
    reading_minutes: int


class PostingItem(Frozen):
    """One bullet, paragraph or heading of a posting, its wrapped lines joined.

    `line` is its first line; `marked` says that it looks like a heading.
    """

    line: int
    text: str
    bullet: bool = False
    marked: bool = False


class JobPosting(Frozen):
    """A job as its posting shows it: its visible items, or the reason why there are none.

    All that a match depends on: whoever has it again gets the same match.
    """

    name: str
    sha256: str = ""
    items: tuple[PostingItem, ...] = ()
    problem: str = Field(default="", description="why it could not be read, with the next step")


class Requirement(Frozen):
    """One thing a job asks for; `line` is the posting's line that asks."""

    id: str
    kind: RequirementKind
    text: str
    required: bool
    line: int


class RequirementMatch(Frozen):
    """One row of a match: how far the resume shows a requirement, and what that is worth.

    `weight` is the requirement's weight among all, `worth` its share of 100 points, `points` what
    the state earns of it. The worths of a match sum to 100, the points to its score.
    """

    requirement: Requirement
    state: RequirementState
    reason: str
    evidence: tuple[Evidence, ...] = ()
    weight: float
    worth: float
    points: float


class Match(Frozen):
    """How one resume meets one job; `score` is None when nothing could be matched, with `reason`.

    `stuffing_evidence` are the lines that hold keywords instead of work, or sentences of the job;
    they count for nothing.
    """

    job: JobPosting
    job_title: str | None = None
    score: float | None
    requirements: tuple[RequirementMatch, ...] = ()
    stuffing: bool = False
    stuffing_reason: str = ""
    stuffing_evidence: tuple[Evidence, ...] = ()
    reason: str = Field(default="", description="why there is no score; empty when there is one")
    rule: str = Field(default="", description="how the points are counted, in words")
    rules_version: str = Field(default="", description="version of resources/rubrics/match.yaml")


class ReviewRequest(Frozen):
    """What the coach asks for."""

    industry: str = "general_business"
    engine: EngineKind = EngineKind.RULES
    model: str | None = None
    as_of: str | None = Field(
        default=None,
        pattern=r"^\d{4}-(0[1-9]|1[0-2])$",
        description="the month that counts as now; the current UTC month if None",
    )
    rubric: str | None = Field(default=None, description="rubric version; the current one if None")
    job: str | None = Field(default=None, description="the text of a job to match the resume with")


class Review(Frozen):
    """What Vitae says about one resume: scores, the arithmetic behind them, and the findings."""

    engine: EngineInfo
    rubric: RubricInfo
    industry: str
    as_of: str
    overall_score: float | None
    market_tier: MarketTier
    seniority: Seniority
    structure_scores: dict[Dimension, float | None]
    appeal_scores: dict[Dimension, float | None]
    confidence_metrics: dict[str, float]
    match: Match | None = None
    partial: bool = False
    findings: tuple[Finding, ...]
    criteria: tuple[CriterionScore, ...]
    not_assessed: tuple[NotAssessed, ...] = ()
    metadata: ReviewMetadata
    fairness: Fairness = Fairness()
    summary: str
    improvement_suggestions: tuple[str, ...] = ()


class Progress(Frozen):
    """One progress event: the stage that begins, and its place among all stages."""

    stage: Stage
    step: int
    steps: int
