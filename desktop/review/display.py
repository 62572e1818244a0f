"""What the review's widgets show, ready made: texts, numbers, shapes; nothing left to compute."""

from dataclasses import dataclass

from ai_agents.vocabulary import Band, Dimension, FindingKind, Severity
from desktop.feedback.overrides import OverrideState
from desktop.widgets.style import MarkGroup


@dataclass(frozen=True)
class ScoreDisplay:
    """A score as number, word and share of its bar; `value` is None when it was not assessed."""

    value: float | None
    text: str
    band: Band | None
    word: str

    @property
    def fraction(self) -> float:
        """Length of the bar, 0–1."""
        return 0.0 if self.value is None else min(max(self.value / 100.0, 0.0), 1.0)


@dataclass(frozen=True)
class EvidenceLink:
    """A quoted line one can go to."""

    line: int
    where: str
    quote: str


@dataclass(frozen=True)
class Deduction:
    """A finding's share in a criterion."""

    finding_id: str
    number: int
    message: str
    points_text: str


@dataclass(frozen=True)
class ArithmeticRow:
    """One criterion: how many of its points were earned, and why."""

    title: str
    earned_text: str
    fraction: float
    reason: str
    source_text: str
    evidence: tuple[EvidenceLink, ...]
    deductions: tuple[Deduction, ...]


@dataclass(frozen=True)
class Arithmetic:
    """How one dimension's score came about; `total_text` is the sum that gives the score."""

    rows: tuple[ArithmeticRow, ...]
    total_text: str
    adds_up: bool


@dataclass(frozen=True)
class DimensionDisplay:
    """One of the eight dimensions."""

    dimension: Dimension
    name: str
    meaning: str
    group: MarkGroup
    score: ScoreDisplay
    issues: int
    strengths: int
    total_text: str
    count_text: str
    arithmetic: Arithmetic
    spoken: str


@dataclass(frozen=True)
class FindingCard:
    """One finding, numbered in page order; `lines` are its evidence's line ids."""

    number: int
    finding_id: str
    key: str
    dimension: Dimension
    dimension_word: str
    group: MarkGroup
    severity: Severity
    severity_word: str
    kind: FindingKind
    message: str
    quotes: tuple[EvidenceLink, ...]
    where: str
    suggestion: str
    reference: str
    points: float
    points_text: str
    source_text: str
    state: OverrideState
    state_text: str
    note: str
    spoken: str

    @property
    def decision_text(self) -> str:
        """What the coach decided, with the note."""
        return f"{self.state_text} – {self.note}" if self.note else self.state_text

    @property
    def lines(self) -> tuple[int, ...]:
        """The line ids that show it, in the order given."""
        return tuple(link.line for link in self.quotes)

    @property
    def copy_text(self) -> str:
        """The card as plain text for the clipboard."""
        quotes = [f"“{link.quote}” ({link.where})" for link in self.quotes]
        parts = [f"{self.number}. {self.message}", *quotes, self.suggestion]
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True)
class Row:
    """A line of a small table: name, value, and a remark in smaller type."""

    name: str
    value: str
    remark: str = ""


@dataclass(frozen=True)
class ReportDisplay:
    """The whole review, ready to show."""

    file_name: str
    overall: ScoreDisplay
    overall_arithmetic: str
    dimensions: tuple[DimensionDisplay, ...]
    cards: tuple[FindingCard, ...]
    tally: str
    banner: str
    corrections: str
    summary: str
    suggestions: tuple[str, ...]
    not_assessed: tuple[Row, ...]
    confidence: tuple[Row, ...]
    facts: tuple[Row, ...]
    made_by: str
    spoken: str
