"""The arithmetic behind a score, row by row, in words that add up to the shown number."""

from collections.abc import Callable, Mapping

from ai_agents.vocabulary import Dimension, FindingSource
from desktop.review.display import Arithmetic, ArithmeticRow, Deduction, EvidenceLink
from desktop.review.report import Report
from desktop.review.report_parts import Criterion, Evidence, ReviewPart
from desktop.review.words import Say

#: Weights and points of a criterion are written with two decimals, a dimension's score with one:
#: the most by which rounding can set a score apart from the sum of its rows.
ROUNDING = 0.06


def sum_of_rows(review: ReviewPart, dimension: Dimension) -> float | None:
    """Return the score that a dimension's criteria give, unrounded; None where there are none."""
    rows = [row for row in review.criteria if row.dimension is dimension]
    weight = sum(row.weight for row in rows)
    return 100.0 * sum(row.earned for row in rows) / weight if weight else None


class Arithmetician:
    """Explains the scores of one report."""

    def __init__(
        self,
        report: Report,
        numbers: Mapping[str, int],
        link: Callable[[Evidence], EvidenceLink],
        say: Say,
    ) -> None:
        self._report = report
        self._numbers = numbers
        self._link = link
        self._say = say

    def arithmetic(self, dimension: Dimension) -> Arithmetic:
        """Return the dimension's criteria, in the rubric's order, and their sum.

        `adds_up` is false when the rows do not give the shown score: then the text says so, since
        an older stored review may lack rows.
        """
        criteria = [row for row in self._report.review.criteria if row.dimension is dimension]
        rows = tuple(self._row(row) for row in criteria)
        score = self._report.review.scores[dimension]
        if score is None:
            return Arithmetic(rows, self._say("Not assessed, so it is left out."), adds_up=True)
        weight = sum(row.weight for row in criteria)
        earned = sum(row.earned for row in criteria)
        if not weight:
            return Arithmetic(rows, self._say("This review holds no arithmetic."), adds_up=False)
        percent = sum_of_rows(self._report.review, dimension)
        adds_up = percent is not None and abs(percent - score) <= ROUNDING
        return Arithmetic(rows, self._total(earned, weight, score, adds_up=adds_up), adds_up)

    def _total(self, earned: float, weight: float, score: float, *, adds_up: bool) -> str:
        if not adds_up:
            template = self._say(
                "{earned} of {weight} points are listed; the score is {score}. "
                "Some rows are missing in this review."
            )
        elif weight == 100.0:
            template = self._say("{earned} of {weight} points: the score is {score}.")
        else:
            template = self._say("{earned} of {weight} assessed points = {score} of 100.")
        return template.format(
            earned=number_text(earned), weight=number_text(weight), score=score_text(score)
        )

    def _row(self, row: Criterion) -> ArithmeticRow:
        return ArithmeticRow(
            title=row.title,
            earned_text=self._say("{earned} of {weight}").format(
                earned=number_text(row.earned), weight=number_text(row.weight)
            ),
            fraction=row.earned / row.weight if row.weight else 0.0,
            reason=self._reason(row),
            source_text=self._source(row),
            evidence=tuple(self._link(part) for part in row.evidence),
            deductions=self._deductions(row),
        )

    def _reason(self, row: Criterion) -> str:
        if row.level is None or row.levels is None:
            return row.reason
        level = self._say("Level {level} of {levels}").format(level=row.level, levels=row.levels)
        return f"{level}: {row.reason}" if row.reason else level

    def _source(self, row: Criterion) -> str:
        is_model = row.source is FindingSource.MODEL
        return self._say("Judged by the model") if is_model else self._say("Judged by rules")

    def _deductions(self, row: Criterion) -> tuple[Deduction, ...]:
        mine = [
            finding
            for finding in self._report.review.findings
            if finding.criterion == row.id and finding.dimension is row.dimension and finding.points
        ]
        mine.sort(key=lambda finding: self._numbers[finding.id])
        return tuple(
            Deduction(
                finding.id,
                self._numbers[finding.id],
                finding.message,
                points_text(finding.points, self._say),
            )
            for finding in mine
        )


def score_text(value: float) -> str:
    """Return a score with its one decimal, so that columns of scores line up: 71.4, 80.0."""
    return f"{value:.1f}"


def number_text(value: float) -> str:
    """Return a number with one decimal, two where the second is not zero: 71.4, 12.25, 8."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def points_text(points: float, say: Say) -> str:
    """Return signed points with their unit; an empty text for none."""
    if not points:
        return ""
    sign = "−" if points < 0 else "+"
    size = number_text(abs(points))
    template = say("{sign}{n} point") if size == "1" else say("{sign}{n} points")
    return template.format(sign=sign, n=size)
