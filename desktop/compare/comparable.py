"""Whether two reviews were measured alike, and what to know beside their comparison; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ai_agents.overall import overall_score
from desktop.review.arithmetic import ROUNDING, sum_of_rows
from desktop.review.report import Report
from desktop.review.report_parts import ReviewPart


class Unlike(StrEnum):
    """Why two reviews cannot be compared; the values are part of the command's contract."""

    RUBRIC = "rubric-differs"
    INDUSTRY = "industry-differs"
    ENGINE = "engine-differs"
    NO_SCORE = "no-score"
    NO_ARITHMETIC = "no-arithmetic"


#: What scoring both again alike would put right.
RESCORABLE: Final = frozenset((Unlike.RUBRIC, Unlike.INDUSTRY, Unlike.ENGINE, Unlike.NO_ARITHMETIC))


class NotComparableError(ValueError):
    """No difference can be told; `code` says why, `message` in words."""

    def __init__(self, code: Unlike, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class NoteCode(StrEnum):
    """Something to know beside a comparison."""

    SAME_TEXT = "same-text"
    PERSON = "person-differs"
    MONTH = "month-differs"
    READER = "reader-differs"
    PARTIAL = "partial"
    JOB = "job-differs"
    CORRECTED = "corrections-differ"


@dataclass(frozen=True, slots=True)
class Note:
    """A note: what it is about, and in words."""

    code: NoteCode
    message: str


def refuse_unlike(before: Report, after: Report) -> None:
    """Raise NotComparableError unless both were measured alike and hold their arithmetic."""
    one, two = before.review, after.review
    for code, what, measure in _MEASURES:
        if measure(one) != measure(two):
            raise NotComparableError(
                code,
                f"The two reviews were made with {what}: {measure(one)} and {measure(two)}. "
                "A difference between their scores would say nothing about the resume.",
            )
    for report in (before, after):
        if report.review.overall_score is None:
            words = f"The review of {report.file.name} has no overall score."
            raise NotComparableError(Unlike.NO_SCORE, words)
        if not adds_up(report.review):
            words = f"The review of {report.file.name} does not hold the rows that give its scores."
            raise NotComparableError(Unlike.NO_ARITHMETIC, words)


def _rubric(review: ReviewPart) -> str:
    return f"{review.rubric_id} {review.rubric_version}"


def _industry(review: ReviewPart) -> str:
    return review.industry


def _engine(review: ReviewPart) -> str:
    model = f" with {review.model}" if review.model else ""
    return f"{review.engine_kind} {review.engine_version}{model}"


_MEASURES: Final[tuple[tuple[Unlike, str, Callable[[ReviewPart], str]], ...]] = (
    (Unlike.RUBRIC, "different rubrics", _rubric),
    (Unlike.INDUSTRY, "different industries", _industry),
    (Unlike.ENGINE, "different engines", _engine),
)


def adds_up(review: ReviewPart) -> bool:
    """Whether the rows of a review give its dimensions, and these its overall score."""
    return review.overall_score == overall_score(review.scores) and all(
        _fits(sum_of_rows(review, dimension), score) for dimension, score in review.scores.items()
    )


def _fits(rows: float | None, score: float | None) -> bool:
    return score is None if rows is None else score is not None and abs(rows - score) <= ROUNDING


def notes_on(before: Report, after: Report) -> tuple[Note, ...]:
    """Return what a reader of the comparison should know; none of it forbids comparing."""
    one, two = before.review, after.review
    notes = []
    texts = [[line.text for line in report.document.lines] for report in (before, after)]
    if texts[0] == texts[1]:
        notes.append(Note(NoteCode.SAME_TEXT, "Both versions hold the same text."))
    if _other_person(before, after):
        names = f"{before.profile.name} and {after.profile.name}"
        words = f"Name and e-mail differ ({names}): these may be two people."
        notes.append(Note(NoteCode.PERSON, words))
    if one.as_of != two.as_of:
        words = f"The months that counted as now differ: {one.as_of} and {two.as_of}."
        notes.append(Note(NoteCode.MONTH, words))
    if one.made_with.reader != two.made_with.reader:
        words = "The files were read by different versions of the reader."
        notes.append(Note(NoteCode.READER, words))
    if (one.match or two.match) and not same_job(one, two):
        words = "The two were not matched with the same job, so the matches are not compared."
        notes.append(Note(NoteCode.JOB, words))
    if bool(before.corrections) != bool(after.corrections):
        words = "What was read was corrected by hand in one of the two."
        notes.append(Note(NoteCode.CORRECTED, words))
    if one.partial or two.partial:
        notes.append(Note(NoteCode.PARTIAL, "A part of one review did not finish."))
    return tuple(notes)


def same_job(before: ReviewPart, after: ReviewPart) -> bool:
    """Whether both were matched with the same job description, so that their matches compare."""
    one, two = before.match, after.match
    return one is not None and two is not None and one.job.sha256 == two.job.sha256 != ""


def _other_person(before: Report, after: Report) -> bool:
    """Whether both name and e-mail are known and neither agrees."""
    pairs = (
        (before.profile.name, after.profile.name),
        (before.profile.email, after.profile.email),
    )
    return all(one and two and one.casefold() != two.casefold() for one, two in pairs)
