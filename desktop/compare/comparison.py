"""Two reviews of one person's resume side by side: what moved the score, rule by rule; pure.

    Report + Report → Comparison → presenter → window, text, HTML
                                 → compare_wire → `vitae.compare/1`

Compared is only what was measured alike (`comparable`): anything else is refused with a reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.compare.comparable import Note, notes_on, refuse_unlike, same_job
from desktop.compare.findings import FindingChanges, finding_changes
from desktop.compare.lines import LineChanges, line_changes
from desktop.compare.moves import DimensionMove, dimension_moves
from desktop.review.report import Report


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a resume from one version to the next.

    `delta` is the difference of the overall scores: the sum of the dimensions' `overall` and of
    `rounding`. `rescored` are the files that were scored again for this comparison.
    """

    before: Report
    after: Report
    delta: float
    rounding: float
    dimensions: tuple[DimensionMove, ...]
    findings: FindingChanges
    lines: LineChanges
    notes: tuple[Note, ...]
    rescored: tuple[str, ...]

    @property
    def match(self) -> tuple[float | None, float | None] | None:
        """The scores of the match with a job; None unless both were matched with the same one."""
        one, two = self.before.review, self.after.review
        if one.match is None or two.match is None or not same_job(one, two):
            return None
        return one.match.score, two.match.score


def compare(before: Report, after: Report, rescored: Iterable[str] = ()) -> Comparison:
    """Compare two reviews; `rescored` are the files that were scored again for it.

    Raises:
        NotComparableError: they were not measured alike, or one lacks its arithmetic.
    """
    refuse_unlike(before, after)
    lines = line_changes(before.document.lines, after.document.lines)
    moves = dimension_moves(before.review, after.review)
    scores = (before.review.overall_score or 0.0, after.review.overall_score or 0.0)
    delta = round(scores[1] - scores[0], 1) + 0.0
    return Comparison(
        before=before,
        after=after,
        delta=delta,
        rounding=round(delta - sum(move.overall for move in moves), 2) + 0.0,
        dimensions=moves,
        findings=finding_changes(before.review.findings, after.review.findings, lines),
        lines=lines,
        notes=notes_on(before, after),
        rescored=tuple(rescored),
    )
