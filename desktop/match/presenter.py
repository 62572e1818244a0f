"""Turns a match into display values; pure, no Qt."""

from collections import Counter
from collections.abc import Callable
from typing import Final

from ai_agents.vocabulary import RequirementKind, RequirementState, band_of
from desktop.match.display import MatchDisplay, MatchRowDisplay
from desktop.review.arithmetic import number_text, score_text
from desktop.review.display import EvidenceLink, ScoreDisplay
from desktop.review.report_parts import Evidence, MatchPart, MatchRow
from desktop.review.words import BANDS, Say, unchanged

STATES: Final = {
    RequirementState.MET: "Met",
    RequirementState.PARTLY: "Partly",
    RequirementState.ABSENT: "Not shown",
}
KINDS: Final = {
    RequirementKind.ROLE: "Position like this one",
    RequirementKind.SKILL: "Skill",
    RequirementKind.TOOL: "Tool",
    RequirementKind.YEARS: "Experience",
    RequirementKind.DEGREE: "Education",
    RequirementKind.CERTIFICATE: "Certificate or licence",
    RequirementKind.LANGUAGE: "Language",
    RequirementKind.DUTY: "Duty",
    RequirementKind.QUALITY: "Personal quality",
    RequirementKind.OTHER: "Condition",
}
#: Stands beside every match: a gap is a question for the client, never a word to paste.
ADVICE: Final = "Add only what is true."


def match_display(
    match: MatchPart, link: Callable[[Evidence], EvidenceLink], say: Say = unchanged
) -> MatchDisplay:
    """Return a match ready to show; `link` says where a quoted line stands."""
    rows = tuple(_row(row, link, say) for row in match.rows)
    score = _score(match.score, say)
    tally = _tally(match.rows, say)
    job = match.job.title or match.job.name or say("Job")
    return MatchDisplay(
        job=job,
        score=score,
        tally=tally,
        rows=rows,
        advice=say(ADVICE),
        reason=match.reason,
        rule=match.rule,
        stuffing=match.stuffing_reason if match.stuffing else "",
        stuffing_quotes=tuple(link(part) for part in match.stuffing_evidence),
        spoken=say("Match with {job}: {score}. {tally}").format(
            job=job, score=score.text if match.rows else score.word, tally=tally or match.reason
        ),
    )


def _row(row: MatchRow, link: Callable[[Evidence], EvidenceLink], say: Say) -> MatchRowDisplay:
    must = say("must") if row.required else say("plus")
    state = say(STATES[row.state])
    points = say("{earned} of {worth}").format(
        earned=number_text(row.points), worth=number_text(row.worth)
    )
    quotes = tuple(link(part) for part in row.evidence)
    spoken = [row.text, must, state, row.reason, *(quote.where for quote in quotes[:1])]
    return MatchRowDisplay(
        text=row.text,
        must_text=must,
        kind_text=say(KINDS[row.kind]),
        state=row.state,
        state_text=state,
        reason=row.reason,
        points_text=points,
        quotes=quotes,
        spoken=", ".join(part.rstrip(".") for part in spoken if part),
    )


def _score(value: float | None, say: Say) -> ScoreDisplay:
    if value is None:
        return ScoreDisplay(None, "–", None, say("Not matched"))
    band = band_of(value)
    return ScoreDisplay(value, score_text(value), band, say(BANDS[band]))


def _tally(rows: tuple[MatchRow, ...], say: Say) -> str:
    counts = Counter(row.state for row in rows)
    parts = [f"{counts[state]} {say(word).lower()}" for state, word in STATES.items()]
    return " · ".join(parts) if rows else ""
