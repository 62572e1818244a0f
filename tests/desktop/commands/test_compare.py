"""`vitae compare`: reviews and resumes, and what is said where they were measured otherwise."""

import json
from pathlib import Path
from typing import Any

import pytest

from database.blobs import FolderBlobStore
from desktop.paths import app_paths
from tests.support.command import vitae
from tests.support.documents import RESUME
from tests.support.versions import edited


@pytest.fixture
def resumes(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of a resume, each in a folder of its own."""
    paths = []
    for name, text in (("old", RESUME), ("new", edited(0, 3))):
        path = tmp_path / name / "sam.txt"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths[0], paths[1]


def reviewed(resume: Path, *options: str) -> Path:
    """Return the review of a resume, stored beside it."""
    target = resume.with_suffix(".review.json")
    arguments = ("--format", "json", "--as-of", "2026-01", "-o", str(target), *options)
    done = vitae("review", resume, *arguments)
    assert done.returncode == 0, done.stderr
    return target


def compared(*arguments: str | Path) -> tuple[int, dict[str, Any]]:
    """Run the command; return its status and its object."""
    done = vitae("compare", *arguments, "--format", "json")
    told: dict[str, Any] = json.loads(done.stdout.decode("utf-8"))
    return done.returncode, told


def test_two_resumes_are_reviewed_on_the_spot(resumes: tuple[Path, Path]) -> None:
    """No review needs to be stored first."""
    status, told = compared(*resumes, "--as-of", "2026-01", "--industry", "hospitality_retail")
    assert (status, told["comparable"]) == (0, True)
    assert told["before"]["industry"] == "hospitality_retail"
    assert [item["rule"] for item in told["findings"]["fixed"]] == ["duty-phrase"]
    overall = told["overall"]
    parts = sum(round(item["overall"] * 100) for item in told["dimensions"])
    assert parts + round(overall["rounding"] * 100) == round(overall["delta"] * 100)


def test_a_resume_is_reviewed_as_the_stored_review_was(resumes: tuple[Path, Path]) -> None:
    """Rubric, industry and month: so only the resume can have made the difference."""
    old = reviewed(resumes[0], "--rubric", "1.0", "--industry", "academia")
    status, told = compared(old, resumes[1])
    assert (status, told["comparable"], told["notes"]) == (0, True, [])
    for side in ("before", "after"):
        assert told[side]["rubric"]["version"] == "1.0"
        assert (told[side]["industry"], told[side]["as_of"]) == ("academia", "2026-01")


def test_other_rubrics_are_refused_and_can_be_scored_again(resumes: tuple[Path, Path]) -> None:
    """Exit status 1 with the code; --rescore brings the first to the second's rubric."""
    old, new = reviewed(resumes[0], "--rubric", "1.0"), reviewed(resumes[1])
    status, told = compared(old, new)
    assert (status, told["error"]["code"]) == (1, "rubric-differs")
    said = vitae("compare", old, new)
    assert (said.returncode, said.stdout) == (1, b"")
    assert b"--rescore" in said.stderr
    status, told = compared(old, new, "--rescore")
    assert (status, told["rescored"]) == (0, ["sam.txt"])
    assert told["before"]["rubric"] == told["after"]["rubric"]


def test_a_changed_file_is_never_scored_in_the_place_of_the_reviewed_one(
    resumes: tuple[Path, Path], tmp_path: Path
) -> None:
    """The hash decides; the file may still be in the library."""
    old, new = reviewed(resumes[0], "--rubric", "1.0"), reviewed(resumes[1])
    resumes[0].write_text("Another text altogether, long enough to be read as a resume.\n" * 4)
    status, told = compared(old, new, "--rescore")
    assert (status, told["error"]["code"]) == (1, "rubric-differs")
    assert "--file" in told["error"]["message"]
    folder = tmp_path / "data"
    FolderBlobStore(app_paths(folder).blobs).put(RESUME.encode())
    assert compared(old, new, "--rescore", "--data-dir", folder)[0] == 0


def test_the_same_review_twice_has_no_difference(resumes: tuple[Path, Path]) -> None:
    """Text says so in one line."""
    old = reviewed(resumes[0])
    done = vitae("compare", old, old)
    assert done.returncode == 0
    assert "The score is the same: 0 fixed, 0 new" in done.stdout.decode("utf-8")


def test_a_page_is_written_whole(resumes: tuple[Path, Path], tmp_path: Path) -> None:
    """HTML into a file, never over one of the two."""
    page = tmp_path / "out.html"
    assert vitae("compare", *resumes, "--format", "html", "-o", page).returncode == 0
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    over = vitae("compare", *resumes, "--format", "html", "-o", resumes[0])
    assert over.returncode == 2


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (None, 3, "no such file"),
        ("%PDF-1.7 nothing", 3, "damaged"),
        ('{"schema": "vitae.read/1", "file": {"name": "a"}}', 3, "no review that can be read"),
    ],
)
def test_what_cannot_be_read_is_named(
    content: str | None, status: int, said: str, resumes: tuple[Path, Path], tmp_path: Path
) -> None:
    """Status 3, and which of the two it was."""
    other = tmp_path / "other.pdf"
    if content is not None:
        other.write_text(content, encoding="utf-8")
    done = vitae("compare", other, resumes[1], "--format", "json")
    assert (done.returncode, done.stdout) == (status, b"")
    assert "other.pdf" in done.stderr.decode()
    assert said in done.stderr.decode().casefold()


def test_a_batch_in_the_place_of_one_review_is_wrong_use(
    resumes: tuple[Path, Path], tmp_path: Path
) -> None:
    """Nobody guesses which of them is meant."""
    batch = tmp_path / "batch.ndjson"
    batch.write_text(reviewed(resumes[0]).read_text(encoding="utf-8") * 2, encoding="utf-8")
    done = vitae("compare", batch, resumes[1])
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"holds 2 reviews" in done.stderr
