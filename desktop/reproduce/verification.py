"""What came of checking a stored review: identical, different, or what could not be checked; pure.

Works on `vitae.review/1` objects that keep the contract. Who reads the file and reviews it again
stands in the command and in the window; here only results are looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from ai_agents.made_with import lines_sha256
from ai_agents.overall import overall_score
from ai_agents.vocabulary import STRUCTURE_DIMENSIONS, Dimension
from desktop.reproduce.differences import Difference, Kind, differences, version_notes
from desktop.reproduce.words import stored_and_computed
from desktop.review.arithmetic import ROUNDING, sum_of_rows
from desktop.review.report import Report
from desktop.review.report_parts import ReviewPart
from desktop.review.words import plain_code

Wire = Mapping[str, Any]

SAME_TEXT = "The lines in the review are the ones that were judged: their SHA-256 agrees."
ADDS_UP = "The scores follow from the criteria, and the overall score from the dimensions."
#: Why a review could not be computed again, beside the codes of reading; part of the contract.
SOURCE_MISSING: Final = "source-missing"
RUBRIC_MISSING: Final = "rubric-not-available"
JOB_MISSING: Final = "job-missing"
_NO_JOB: Final = (
    "The job description it was matched with is not at hand; name it with --job. All but the match "
    "was compared."
)
_LINES_ONLY: Final = (
    "Whether these lines give these findings and points: fonts and places on the page count too, "
    "and they stand in the file only."
)


class Outcome(StrEnum):
    """The answer to "is this score reproduced"."""

    IDENTICAL = "identical"
    DIFFERS = "differs"
    UNCHECKED = "not-checked"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found out about one stored review.

    `code` and `reason` say why it could not be computed again, empty when it was. `source` says
    where its file was found, in words.
    """

    name: str
    sha256: str
    outcome: Outcome
    code: str = ""
    reason: str = ""
    source: str = ""
    checked: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = field(default=())


def computed_again(stored: Wire, again: Wire, source: str, *, matched: bool = True) -> Verification:
    """Return what came of computing a review again from its file.

    With `matched` false the job it was matched with was not at hand: everything but the match is
    compared, and the review is not called identical.
    """
    if not matched:
        stored, again = _without_match(stored), _without_match(again)
    found = differences(stored, again)
    same = Outcome.IDENTICAL if matched else Outcome.UNCHECKED
    return Verification(
        name=str(stored["file"]["name"]),
        sha256=str(stored["file"]["sha256"]),
        outcome=Outcome.DIFFERS if found else same,
        code="" if matched else JOB_MISSING,
        reason="" if matched else _NO_JOB,
        source=source,
        checked=(_done_again(stored["review"]),),
        unchecked=() if matched else ("Whether the match with the job comes out the same.",),
        notes=version_notes(stored, again),
        differences=found,
    )


def _without_match(wire: Wire) -> Wire:
    review = {**wire["review"], "match": None}
    if record := review.get("made_with"):
        review["made_with"] = {**record, "job_sha256": None}
    return {**wire, "review": review}


def _done_again(review: Wire) -> str:
    rubric, month = review["rubric"], review.get("as_of") or "now, as it does not say of when"
    return (
        f"The file was read again, and reviewed again by rubric {rubric['id']} "
        f"{rubric['version']} for {plain_code(review['industry']).lower()}, as of {month}."
    )


def not_computed(stored: Wire, code: str, reason: str, source: str = "") -> Verification:
    """Return what the object alone tells where its review could not be computed again."""
    review = Report.from_wire(stored).review
    noted = review.made_with.text_sha256
    found = (*_text_differs(stored, noted), *_arithmetic_differs(review))
    kinds = {item.kind for item in found}
    checked = [SAME_TEXT] if noted and Kind.TEXT not in kinds else []
    if review.criteria and not kinds - {Kind.TEXT}:
        checked.append(ADDS_UP)
    return Verification(
        name=str(stored["file"]["name"]),
        sha256=str(stored["file"]["sha256"]),
        outcome=Outcome.DIFFERS if found else Outcome.UNCHECKED,
        code=code,
        reason=reason,
        source=source,
        checked=tuple(checked),
        unchecked=("Whether the file gives these lines.", _LINES_ONLY),
        differences=found,
    )


def no_review(name: str, code: str, reason: str) -> Verification:
    """Return the answer to something that is no review at all."""
    return Verification(name, "", Outcome.UNCHECKED, code, reason)


def _text_differs(stored: Wire, noted: str | None) -> list[Difference]:
    if noted is None:
        return []
    found = lines_sha256(stored["document"]["lines"])
    if noted == found:
        return []
    words = "The lines in the review are not the ones that were judged: their SHA-256 is another."
    return [Difference(Kind.TEXT, "document.lines", noted, found, words)]


def _arithmetic_differs(review: ReviewPart) -> list[Difference]:
    """Return the scores that do not follow from the rows below them; rows are as stored."""
    found = []
    for name, score in review.scores.items():
        rows = sum_of_rows(review, name)
        if rows is not None and score is not None and abs(rows - score) > ROUNDING:
            words = stored_and_computed(f"{name}, from its criteria", score, round(rows, 1))
            where = f"review.{_half(name)}.{name}"
            found.append(Difference(Kind.DIMENSION, where, score, round(rows, 1), words))
    stored, overall = review.overall_score, overall_score(review.scores)
    if stored != overall:
        words = stored_and_computed("overall score, from the dimensions", stored, overall)
        found.append(Difference(Kind.SCORE, "review.overall_score", stored, overall, words))
    return found


def _half(dimension: Dimension) -> str:
    return "structure_scores" if dimension in STRUCTURE_DIMENSIONS else "appeal_scores"
