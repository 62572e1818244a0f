"""What the match's widgets and exports show, ready made: nothing left to compute."""

from dataclasses import dataclass

from ai_agents.vocabulary import RequirementState
from desktop.review.display import EvidenceLink, ScoreDisplay


@dataclass(frozen=True)
class MatchRowDisplay:
    """One requirement: what is asked, whether it must be there, and what the resume shows."""

    text: str
    must_text: str
    kind_text: str
    state: RequirementState
    state_text: str
    reason: str
    points_text: str
    quotes: tuple[EvidenceLink, ...]
    spoken: str

    @property
    def found_text(self) -> str:
        """The first line that shows it with its place; empty where none does."""
        if not self.quotes:
            return ""
        first = self.quotes[0]
        return f"“{first.quote}” ({first.where[:1].lower()}{first.where[1:]})"

    @property
    def lines(self) -> tuple[int, ...]:
        """The line ids that show it."""
        return tuple(link.line for link in self.quotes)


@dataclass(frozen=True)
class MatchDisplay:
    """The whole match of one job."""

    job: str
    score: ScoreDisplay
    tally: str
    rows: tuple[MatchRowDisplay, ...]
    advice: str
    reason: str
    rule: str
    stuffing: str
    stuffing_quotes: tuple[EvidenceLink, ...]
    spoken: str
