"""Only what was measured alike is compared, and what else matters is said."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.compare.comparable import RESCORABLE, NotComparableError, NoteCode, Unlike
from desktop.compare.comparison import compare
from desktop.review.report import Report
from desktop.review.report_parts import CorrectionPart, JobPart, MatchPart
from tests.support.versions import edited, report


def with_review(**changes: Any) -> Report:
    """Return the review with some of its parts replaced."""
    return replace(report(), review=replace(report().review, **changes))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rubric_version": "1.0"}, Unlike.RUBRIC),
        ({"rubric_id": "other"}, Unlike.RUBRIC),
        ({"industry": "academia"}, Unlike.INDUSTRY),
        ({"engine_kind": "ollama", "model": "m"}, Unlike.ENGINE),
        ({"engine_version": "0.9"}, Unlike.ENGINE),
        ({"overall_score": None}, Unlike.NO_SCORE),
        ({"criteria": ()}, Unlike.NO_ARITHMETIC),
        ({"overall_score": 1.0}, Unlike.NO_ARITHMETIC),
    ],
)
def test_what_was_measured_otherwise_is_refused(changes: dict[str, Any], code: Unlike) -> None:
    """Both ways round, with a code and words that name both measures."""
    for pair in ((report(), with_review(**changes)), (with_review(**changes), report())):
        with pytest.raises(NotComparableError) as caught:
            compare(*pair)
        assert caught.value.code is code
        assert caught.value.message
    assert (code in RESCORABLE) == (code is not Unlike.NO_SCORE)


def test_notes_tell_what_no_number_tells() -> None:
    """The same text, another person, month or reader, corrections, a part that did not finish."""
    one, two = report(), report(edited(0))
    assert compare(one, two).notes == ()
    assert [note.code for note in compare(one, one).notes] == [NoteCode.SAME_TEXT]
    other = replace(
        two,
        corrections=(CorrectionPart({}, "applied", None, None),),
        profile=replace(two.profile, name="Ann Lee", email="ann@example.org"),
        review=replace(
            two.review,
            as_of="2025-01",
            partial=True,
            made_with=replace(two.review.made_with, reader="0.1"),
        ),
    )
    assert {note.code for note in compare(one, other).notes} == {
        NoteCode.PERSON,
        NoteCode.MONTH,
        NoteCode.READER,
        NoteCode.PARTIAL,
        NoteCode.CORRECTED,
    }


def test_a_new_address_of_mail_alone_is_no_other_person() -> None:
    """Name or e-mail that agrees is enough."""
    one, two = report(), report(edited(0))
    moved = replace(two, profile=replace(two.profile, email="new@example.org"))
    assert compare(one, moved).notes == ()


def test_matches_are_compared_with_one_job_only() -> None:
    """Two jobs make two measures."""
    one = MatchPart(
        job=JobPart("job.txt", "a" * 64, "Clerk", ()),
        score=60.0,
        rows=(),
        reason="",
        rule="",
        stuffing=False,
        stuffing_reason="",
        stuffing_evidence=(),
    )
    two = replace(one, score=72.0)
    other = replace(one, job=replace(one.job, sha256="b" * 64))
    assert compare(with_review(match=one), with_review(match=two)).match == (60.0, 72.0)
    apart = compare(with_review(match=one), with_review(match=other))
    assert apart.match is None
    assert NoteCode.JOB in [note.code for note in apart.notes]
    assert compare(report(), report()).match is None
