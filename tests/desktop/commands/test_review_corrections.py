"""`vitae review --corrections`: the coach's corrections without a window, and verified again."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import vitae
from tests.support.documents import RESUME

ROAD = RESUME.replace("Experience\n", "My road so far\n")
HEADING = {"kind": "heading", "at": {"text": "my road so far"}, "section": "experience"}
NAME = {"kind": "contact", "field": "name", "value": "Samantha Rivera"}


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """A resume whose heading nobody understands."""
    path = tmp_path / "sam.txt"
    path.write_text(ROAD, encoding="utf-8")
    return path


def corrections(folder: Path, *items: object, schema: str = "vitae.corrections/1") -> Path:
    """Write a file of corrections."""
    path = folder / "fixes.json"
    path.write_text(json.dumps({"schema": schema, "corrections": items}), encoding="utf-8")
    return path


def reviewed(resume: Path, *more: str | Path) -> dict[str, Any]:
    """Return the object of a review."""
    done = vitae("review", resume, "--format", "json", "--as-of", "2026-01", *more)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_corrections_are_applied_and_carried_by_the_review(resume: Path, tmp_path: Path) -> None:
    """A script gets what the window shows, and can verify it."""
    told = reviewed(resume, "--corrections", corrections(tmp_path, HEADING, NAME))
    assert told["profile"]["name"] == "Samantha Rivera"
    sections = {s["heading"]: s["kind"] for s in told["profile"]["sections"]}
    assert sections["My road so far"] == "experience"
    assert [item["was"] for item in told["corrections"]][1] == "Sam Rivera"


def test_a_corrected_review_is_verified_and_reviewed_again_from_itself(
    resume: Path, tmp_path: Path
) -> None:
    """Its corrections are a part of what it was made with."""
    told = reviewed(resume, "--corrections", corrections(tmp_path, HEADING, NAME))
    review = tmp_path / "sam.review.json"
    review.write_text(json.dumps(told), encoding="utf-8")
    assert vitae("verify", review).returncode == 0
    again = reviewed(resume, "--corrections", review)
    assert {**again, "timing_ms": None} == {**told, "timing_ms": None}
    del told["corrections"][1]
    review.write_text(json.dumps(told), encoding="utf-8")
    assert vitae("verify", review).returncode == 1


def test_a_correction_without_a_place_is_told_and_the_review_made(
    resume: Path, tmp_path: Path
) -> None:
    """Status 0: the resume was reviewed; the message says what to look at."""
    lost = {**HEADING, "at": {"text": "nowhere to be seen"}}
    done = vitae("review", resume, "--corrections", corrections(tmp_path, lost))
    assert done.returncode == 0
    assert b"sam.txt: correction 1 was not applied: its place is not found" in done.stderr
    assert b"1 correction could not be applied" in done.stdout


@pytest.mark.parametrize(
    ("kind", "said"),
    [("text", "2 corrections by the coach were"), ("html", "2 corrections by the coach were")],
)
def test_reports_say_that_a_coach_corrected_the_reading(
    kind: str, said: str, resume: Path, tmp_path: Path
) -> None:
    """Whoever reads the report knows what it stands on."""
    file = corrections(tmp_path, {**HEADING, "section": "projects"}, NAME)
    done = vitae("review", resume, "--corrections", file, "--format", kind)
    assert said in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", b"is no JSON"),
        ("[]", b"holds no corrections"),
        ('{"schema": "vitae.read/1", "corrections": []}', b"holds no corrections"),
        ('{"schema": "vitae.corrections/1"}', b"is no list"),
        (
            '{"schema": "vitae.corrections/1", "corrections": [{"kind": "heading"}]}',
            b"correction 1 of",
        ),
    ],
)
def test_a_file_that_cannot_be_followed_is_wrong_use(
    text: str, said: bytes, resume: Path, tmp_path: Path
) -> None:
    """Nothing is reviewed without what was asked for."""
    path = tmp_path / "fixes.json"
    path.write_text(text, encoding="utf-8")
    done = vitae("review", resume, "--corrections", path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr


def test_corrections_are_about_one_resume(resume: Path, tmp_path: Path) -> None:
    """Words of one resume are no places of another."""
    done = vitae("review", resume, resume, "--corrections", corrections(tmp_path, NAME))
    assert done.returncode == 2
    assert b"one resume" in done.stderr
    assert vitae("review", resume, "--corrections", tmp_path / "gone.json").returncode == 2
