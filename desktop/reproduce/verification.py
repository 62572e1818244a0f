"""What came of checking a stored review: identical, different, or what could not be checked; pure.

Works on parsed `vitae.review/1` objects. Who reads the file and reviews it again stands in the
command and in the window; here only results are looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from ai_agents.made_with import lines_sha256
from ai_agents.overall import overall_score
from ai_agents.vocabulary import Dimension
from desktop.reproduce.differences import Difference, Kind, differences, version_notes
from desktop.reproduce.words import stored_and_computed

Wire = Mapping[str, Any]

#: Weights and points of a criterion are written with two decimals, a dimension's score with one.
_ROUNDING: Final = 0.06
SAME_TEXT = "The lines in the review are the ones that were judged: their SHA-256 agrees."
ADDS_UP = "The scores follow from the criteria, and the overall score from the dimensions."
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


def computed_again(stored: Wire, again: Wire, source: str) -> Verification:
    """Return what came of computing a review again from its file."""
    found = differences(stored, again)
    return Verification(
        name=str(stored["file"]["name"]),
        sha256=str(stored["file"]["sha256"]),
        outcome=Outcome.DIFFERS if found else Outcome.IDENTICAL,
        source=source,
        checked=(_done_again(stored["review"]),),
        notes=version_notes(stored, again),
        differences=found,
    )


def _done_again(review: Wire) -> str:
    rubric, month = review["rubric"], review.get("as_of") or "now, as it does not say of when"
    return (
        f"The file was read again, and reviewed again by rubric {rubric['id']} "
        f"{rubric['version']} for {review['industry']}, as of {month}."
    )


def not_computed(stored: Wire, code: str, reason: str, source: str = "") -> Verification:
    """Return what the object alone tells where its review could not be computed again."""
    record = stored["review"].get("made_with") or {}
    found = (*_text_differs(stored, record), *_arithmetic_differs(stored["review"]))
    kinds = {item.kind for item in found}
    checked = [SAME_TEXT] if record and Kind.TEXT not in kinds else []
    if not kinds - {Kind.TEXT} and stored["review"].get("criteria"):
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


def _text_differs(stored: Wire, record: Wire) -> list[Difference]:
    noted, found = record.get("text_sha256"), lines_sha256(stored["document"]["lines"])
    if noted in (None, found):
        return []
    words = "The lines in the review are not the ones that were judged: their SHA-256 is another."
    return [Difference(Kind.TEXT, "document.lines", noted, found, words)]


def _arithmetic_differs(review: Wire) -> list[Difference]:
    """Return the scores that do not follow from the rows below them; rows are as stored."""
    halves = {half: review[half] for half in ("structure_scores", "appeal_scores")}
    found = []
    for half, scores in halves.items():
        for name, score in scores.items():
            computed = _dimension_score(review, name)
            if computed is None or score is None or abs(computed - score) <= _ROUNDING:
                continue
            words = stored_and_computed(f"{name}, from its criteria", score, computed)
            where = f"review.{half}.{name}"
            found.append(Difference(Kind.DIMENSION, where, score, computed, words))
    scores = {**halves["structure_scores"], **halves["appeal_scores"]}
    known = {name: scores.get(name.value) for name in Dimension}
    stored, overall = review["overall_score"], overall_score(known)
    if stored != overall:
        words = stored_and_computed("overall score, from the dimensions", stored, overall)
        found.append(Difference(Kind.SCORE, "review.overall_score", stored, overall, words))
    return found


def _dimension_score(review: Wire, name: str) -> float | None:
    """Return a dimension's score by its criteria; None where a review lists none."""
    rows = [row for row in review.get("criteria") or () if row["dimension"] == name]
    weight = sum(row["weight"] for row in rows)
    return round(100 * sum(row["earned"] for row in rows) / weight, 1) if weight else None
