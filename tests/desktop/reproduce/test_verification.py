"""What is said about a stored review: identical, different, or what could not be checked."""

import copy
import json
from typing import Any

from desktop.reproduce.verification import (
    ADDS_UP,
    SAME_TEXT,
    Outcome,
    computed_again,
    no_review,
    not_computed,
)
from desktop.reproduce.verify_wire import verify_object
from tests.support.wire_objects import reviewed_wire

STORED: dict[str, Any] = json.loads(json.dumps(reviewed_wire()))


def stored(**review: Any) -> dict[str, Any]:
    """Return the review with some of its keys replaced."""
    made = copy.deepcopy(STORED)
    made["review"] |= review
    return made


def test_the_same_again_is_identical() -> None:
    """Nothing but the outcome, how it was computed and where the file was found is said."""
    result = computed_again(STORED, copy.deepcopy(STORED), "beside")
    assert (result.outcome, result.differences, result.notes) == (Outcome.IDENTICAL, (), ())
    version = STORED["review"]["rubric"]["version"]
    assert f"rubric core {version} for general business, as of 2026-01" in result.checked[0]


def test_one_difference_is_enough() -> None:
    """There is no "nearly the same"."""
    again = stored(summary="Other words.")
    result = computed_again(STORED, again, "beside")
    assert result.outcome is Outcome.DIFFERS
    assert [item.where for item in result.differences] == ["review.summary"]


def test_without_its_file_the_object_is_checked_as_far_as_it_goes() -> None:
    """What holds is said, and what nobody can know without the file."""
    result = not_computed(STORED, "source-missing", "The file is gone.")
    assert result.outcome is Outcome.UNCHECKED
    assert result.checked == (SAME_TEXT, ADDS_UP)
    assert len(result.unchecked) == 2


def test_changed_lines_and_scores_are_seen_without_the_file() -> None:
    """The hash of the text and the arithmetic are enough to see that."""
    bent = stored(overall_score=99.9)
    bent["document"]["lines"][0]["text"] = "Somebody Else"
    bent["review"]["structure_scores"]["tone"] = 1.0
    result = not_computed(bent, "source-missing", "The file is gone.")
    assert result.outcome is Outcome.DIFFERS
    assert [item.where for item in result.differences] == [
        "document.lines",
        "review.structure_scores.tone",
        "review.overall_score",
    ]
    assert result.checked == ()


def test_a_review_without_a_record_is_not_said_to_hold_its_text() -> None:
    """Before the record was kept nobody can know."""
    older = stored()
    del older["review"]["made_with"]
    assert not_computed(older, "source-missing", "Gone.").checked == (ADDS_UP,)


def test_the_object_for_programs_says_the_same() -> None:
    """Outcome, code and every difference with both values."""
    told = verify_object(computed_again(STORED, stored(summary="Other words."), "given"))
    assert json.loads(json.dumps(told)) == told
    assert (told["schema"], told["outcome"]) == ("vitae.verify/1", "differs")
    assert told["differences"][0]["computed"] == "Other words."
    assert "error" not in told
    failed = verify_object(no_review("a.pdf", "scanned", "It is a picture."))
    assert failed["error"] == {"code": "scanned", "message": "It is a picture."}
    assert failed["outcome"] == "not-checked"
