"""`vitae verify`: a stored review is computed again, wherever its file lies."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from database.blobs import FolderBlobStore
from desktop.paths import app_paths
from tests.support.command import vitae
from tests.support.documents import RESUME

#: One line of the resume and what it is turned into.
LINE, OTHER = "Excel", "Exsel"


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The review of a small resume, as the command writes it."""
    path = tmp_path_factory.mktemp("made") / "sam.txt"
    path.write_text(RESUME, encoding="utf-8")
    done = vitae("review", path, "--format", "json", "--as-of", "2026-01")
    assert done.returncode == 0
    return done.stdout.decode("utf-8")


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """The resume beside the review."""
    path = tmp_path / "sam.txt"
    path.write_text(RESUME, encoding="utf-8")
    return path


@pytest.fixture
def review(tmp_path: Path, reviewed: str) -> Path:
    """The review in a folder of its own."""
    path = tmp_path / "sam.review.json"
    path.write_text(reviewed, encoding="utf-8")
    return path


def verified(*arguments: str | Path) -> tuple[int, dict[str, Any]]:
    """Run the command on one review; return its status and its object."""
    done = vitae("verify", *arguments, "--format", "json")
    (line,) = done.stdout.decode("utf-8").splitlines()
    return done.returncode, json.loads(line)


def test_the_same_file_gives_the_same_review(review: Path, resume: Path) -> None:
    """Another process, a stored JSON, the same bytes."""
    assert resume.exists()
    status, told = verified(review)
    assert (status, told["outcome"], told["differences"]) == (0, "identical", [])


def test_a_copy_laid_out_by_a_person_is_the_same_review(review: Path, resume: Path) -> None:
    """The window's export is indented; the object is what counts."""
    assert resume.exists()
    review.write_text(json.dumps(json.loads(review.read_text()), indent=2), encoding="utf-8")
    assert verified(review)[0] == 0


def test_a_changed_file_is_told_with_all_that_follows(review: Path, resume: Path) -> None:
    """The hash, the line, the finding, the score."""
    resume.write_text(RESUME.replace(LINE, OTHER), encoding="utf-8")
    status, told = verified(review)
    kinds = {item["kind"] for item in told["differences"]}
    assert (status, told["outcome"]) == (1, "differs")
    assert {"file", "text"} <= kinds
    texts = [item["computed"] for item in told["differences"] if item["kind"] == "text"]
    assert any(OTHER in text for text in texts)


def test_a_bent_score_is_told(review: Path, resume: Path) -> None:
    """Nobody improves a score in the JSON unseen."""
    assert resume.exists()
    wire = json.loads(review.read_text(encoding="utf-8"))
    wire["review"]["overall_score"] += 10
    review.write_text(json.dumps(wire), encoding="utf-8")
    status, told = verified(review)
    assert (status, [item["kind"] for item in told["differences"]]) == (1, ["score"])


def test_without_the_file_it_says_what_could_be_checked(review: Path) -> None:
    """Exit status 3: the source could not be read."""
    status, told = verified(review)
    assert (status, told["outcome"]) == (3, "not-checked")
    assert told["error"]["code"] == "source-missing"
    assert len(told["checked"]) == 2
    assert len(told["not_checked"]) == 2


def test_the_file_is_found_in_the_library(review: Path, tmp_path: Path) -> None:
    """By its hash, without opening the database."""
    folder = tmp_path / "data"
    FolderBlobStore(app_paths(folder).blobs).put(RESUME.encode())
    status, told = verified(review, "--data-dir", folder)
    assert (status, told["source"]) == (0, "in the library, by its hash")


def test_a_file_can_be_named(review: Path, tmp_path: Path) -> None:
    """Whatever it is called now."""
    other = tmp_path / "renamed.md"
    other.write_text(RESUME, encoding="utf-8")
    assert verified(review, "--file", other)[0] == 0


def without_rubric(wire: dict[str, Any]) -> None:
    """Name a rubric that no program has."""
    wire["review"]["rubric"]["version"] = "0.3"


def by_a_model(wire: dict[str, Any]) -> None:
    """Name an engine that is not here."""
    wire["review"]["engine"]["kind"] = "ollama"


@pytest.mark.parametrize(
    ("bend", "status", "code"),
    [(without_rubric, 1, "rubric-not-available"), (by_a_model, 4, "engine-unavailable")],
)
def test_what_this_program_cannot_compute_is_said(
    bend: Callable[[dict[str, Any]], None], status: int, code: str, review: Path, resume: Path
) -> None:
    """The review is not called different for it, and not identical either."""
    assert resume.exists()
    wire = json.loads(review.read_text(encoding="utf-8"))
    bend(wire)
    review.write_text(json.dumps(wire), encoding="utf-8")
    done, told = verified(review)
    assert (done, told["error"]["code"], told["outcome"]) == (status, code, "not-checked")


JOB = (
    "Store Manager\n\nRequirements\n- Five years of experience in retail\n- Excel and SAP\n"
    "- Leading a team of ten or more people\n\nNice to have\n- Spanish\n"
)


def test_a_match_is_computed_again_with_its_job(resume: Path, tmp_path: Path) -> None:
    """The job lies beside the review, or is named, or is what the match holds of it.

    A review of before matches held their job is not called the same without it.
    """
    job = tmp_path / "job.txt"
    job.write_text(JOB, encoding="utf-8")
    review = tmp_path / "matched.json"
    made = vitae("review", resume, "--job", job, "--format", "json", "-o", review)
    assert made.returncode == 0, made.stderr
    assert verified(review)[0] == 0
    away = tmp_path / "elsewhere" / "job as it was.txt"
    away.parent.mkdir()
    job.rename(away)
    assert verified(review)[0] == 0
    earlier = json.loads(review.read_text(encoding="utf-8"))
    del earlier["review"]["match"]["job"]["items"]
    review.write_text(json.dumps(earlier), encoding="utf-8")
    status, told = verified(review)
    assert (status, told["error"]["code"], told["differences"]) == (3, "job-missing", [])
    away.write_text(JOB.replace("Excel and SAP", "Fluent Japanese"), encoding="utf-8")
    status, told = verified(review, "--job", away)
    assert status == 1
    assert {item["kind"] for item in told["differences"]} == {"match", "review"}


def test_every_review_of_a_batch_is_answered_in_order(
    review: Path, resume: Path, reviewed: str
) -> None:
    """A line that is none and a file that failed are told; the others are checked."""
    assert resume.exists()
    failed = {"schema": "vitae.review/1", "file": {"name": "b.pdf"},
              "error": {"code": "scanned", "message": "It is a picture."}}  # fmt: skip
    read_only = {"schema": "vitae.read/1", "file": {"name": "c.pdf"}}
    lines = [reviewed.strip(), json.dumps(failed), "not json", json.dumps(read_only), "[1]"]
    review.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = vitae("verify", review, "--format", "json")
    told = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert done.returncode == 3
    assert [item["outcome"] for item in told] == ["identical", *["not-checked"] * 4]
    assert [item["error"]["code"] for item in told[1:]] == [
        "scanned",
        *["not-a-review"] * 3,
    ]


def test_text_says_the_outcome_first(review: Path, resume: Path) -> None:
    """A person reads one line and knows."""
    resume.write_text(RESUME.replace(LINE, OTHER), encoding="utf-8")
    done = vitae("verify", review)
    lines = done.stdout.decode("utf-8").splitlines()
    assert lines[0] == "sam.txt: differs"
    assert any("The file is not the one that was reviewed" in line for line in lines)


def test_a_resume_in_the_place_of_a_review_is_wrong_use(resume: Path) -> None:
    """The message says what belongs there."""
    done = vitae("verify", resume)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--format json" in done.stderr


def test_a_review_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    """As for every file: status 3 and its name."""
    done = vitae("verify", tmp_path / "gone.json")
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"no such file" in done.stderr
