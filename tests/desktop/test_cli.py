"""The `vitae` command as scripts see it: its contract of DESIGN section 4."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import is_headless
from resources.access import resource_path
from tests.support.command import ROOT, vitae
from tests.support.documents import RESUME
from tests.support.jobs import JOB

SAMPLE = resource_path("samples", "maya-chen-software-engineer.pdf")


def objects(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """Return the JSON objects of an output, one per line."""
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def without_time(told: dict[str, Any]) -> dict[str, Any]:
    """Return an object without what may differ from run to run."""
    return {key: value for key, value in told.items() if key != "timing_ms"}


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """A small resume as a text file."""
    path = tmp_path / "sam.txt"
    path.write_text(RESUME, encoding="utf-8")
    return path


def test_files_are_answered_in_the_order_given_and_bad_ones_are_told(
    resume: Path, tmp_path: Path
) -> None:
    """One object per file and line; exit status 3; the good files are still reviewed."""
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    files = (resume, broken, tmp_path / "gone.pdf", tmp_path, SAMPLE, resume)
    done = vitae("review", *files, "--format", "json", "--as-of", "2026-01")
    assert done.returncode == 3
    told = objects(done)
    assert [item["file"]["name"] for item in told] == [
        "sam.txt",
        "broken.pdf",
        "gone.pdf",
        tmp_path.name,
        SAMPLE.name,
        "sam.txt",
    ]
    codes = [item.get("error", {}).get("code") for item in told]
    assert codes == [None, "damaged", "file-not-found", "file-not-readable", None, None]
    assert {item["schema"] for item in told} == {"vitae.review/1"}
    assert without_time(told[0]) == without_time(told[5])
    assert "Name the files in it" in told[3]["error"]["message"]


def test_the_result_is_the_same_to_the_byte_whatever_surrounds_it(resume: Path) -> None:
    """Hash seed, time zone and language of the machine change nothing but `timing_ms`."""
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "ja_JP.UTF-8", "LC_ALL": ""},
        {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LANG": "C", "LC_ALL": "C"},
    )
    outputs = []
    for environment in surroundings:
        done = vitae("review", resume, SAMPLE, "--format", "json", environment=environment)
        assert done.returncode == 0
        outputs.append([json.dumps(without_time(item)) for item in objects(done)])
    assert outputs[0] == outputs[1]


def test_read_gives_document_and_profile_and_no_review(resume: Path) -> None:
    """Reading has its own schema."""
    done = vitae("read", resume, "--format", "json")
    (told,) = objects(done)
    assert (done.returncode, told["schema"]) == (0, "vitae.read/1")
    assert "review" not in told
    assert told["profile"]["email"] == "sam.rivera@example.org"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("review",), "FILE"),
        (("review", "a.pdf", "--format", "pdf"), "invalid choice"),
        (("review", "a.pdf", "--industry", "software"), "Did you mean software_engineering?"),
        (("review", "a.pdf", "--as-of", "2026-13"), "not a month"),
        (("review", "a.pdf", "--engine", "magic"), "invalid choice"),
        (("review", "a.pdf", "--model", "llama"), "--model needs"),
        (("review", "a.pdf", "--rubric", "0.9"), "Rubric versions: 1.0, 1.1"),
        (("review", "a.pdf", "b.pdf", "--format", "html"), "--output FOLDER"),
        (("read", "--frobnicate"), "FILE"),
    ],
)
def test_wrong_use_ends_with_two_and_says_what_to_do(arguments: tuple[str, ...], said: str) -> None:
    """Nothing is written to standard output, one line of help to standard error."""
    done = vitae(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("engine", ["ollama", "remote"])
def test_an_engine_that_is_not_here_ends_with_four(engine: str, resume: Path) -> None:
    """Scripts can tell this from a bad file."""
    done = vitae("review", resume, "--engine", engine, "--format", "json")
    assert (done.returncode, done.stdout) == (4, b"")
    assert b"--engine rules" in done.stderr


def test_an_older_industry_code_is_accepted(resume: Path) -> None:
    """Scripts written for the older service go on working."""
    (told,) = objects(vitae("review", resume, "--industry", "ma_financial", "--format", "json"))
    assert told["review"]["industry"] == "ma_finance"


def test_an_earlier_rubric_can_be_asked_for(resume: Path) -> None:
    """A score of an earlier version can be computed again."""
    (told,) = objects(vitae("review", resume, "--rubric", "1.0", "--format", "json"))
    assert told["review"]["rubric"] == {"id": "core", "version": "1.0"}


def test_progress_is_for_terminals_only(resume: Path) -> None:
    """A script's error log stays empty."""
    assert vitae("review", resume, "--format", "json").stderr == b""


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes are Linux's")
def test_a_name_that_is_no_text_does_not_break_the_output(tmp_path: Path) -> None:
    """Every byte a file system takes can stand in a name."""
    name = os.fsencode(tmp_path) + b"/r\xe9sum\xff \xf0\x9f\x98\x80\n.txt"
    Path(os.fsdecode(name)).write_text(RESUME, encoding="utf-8")
    for kind in ("json", "text"):
        done = vitae("review", os.fsdecode(name), "--format", kind)
        assert done.returncode == 0, done.stderr
        done.stdout.decode("utf-8")
    assert vitae("read", os.fsdecode(name) + "x", "--format", "json").returncode == 3


def test_a_terminal_without_unicode_gets_plain_letters(resume: Path) -> None:
    """Bars, dashes and quotes have an ASCII form."""
    done = vitae("review", resume, environment={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    text = done.stdout.decode("ascii")
    assert "####" in text
    assert "Overall" in text


def test_text_never_steers_the_terminal(tmp_path: Path) -> None:
    """An escape sequence in a resume is shown, not obeyed."""
    path = tmp_path / "esc.txt"
    path.write_text(RESUME.replace("Led a team", "Led \x1b[31ma team"), encoding="utf-8")
    for command in ("review", "read"):
        assert b"\x1b" not in vitae(command, path).stdout


def test_a_reader_that_goes_away_is_no_error_message(resume: Path) -> None:
    """`vitae … | head -1` ends quietly."""
    command = [sys.executable, "-m", "desktop", "review", "--format", "json", *[str(resume)] * 5]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_ctrl_c_ends_with_130_and_leaves_no_child(resume: Path) -> None:
    """A stopped batch says so in one line."""
    command = [sys.executable, "-m", "desktop", "review", "--format", "json", *[str(resume)] * 500]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, start_new_session=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, told.strip()) == (130, b"vitae: stopped")


@pytest.mark.skipif(os.name == "nt", reason="closing an output is a shell's habit elsewhere")
def test_a_closed_output_is_said_and_is_no_traceback(resume: Path, tmp_path: Path) -> None:
    """Started with `>&-` there is nowhere to write to; with --output it does not matter."""
    shell = ("sh", "-c", f'exec "{sys.executable}" -m desktop "$@" >&-', "sh")
    done = vitae("review", resume, command=shell)
    assert (done.returncode, done.stderr) == (
        1,
        b"vitae: standard output is closed; use --output PATH\n",
    )
    assert vitae("review", resume, "-o", tmp_path / "r.txt", command=shell).returncode == 0


def test_a_file_that_never_was_is_named_with_its_folder(tmp_path: Path) -> None:
    """A slip in a script's path is seen at once; an unset variable too."""
    done = vitae("review", tmp_path / "no.pdf", "")
    assert done.returncode == 3
    assert f"There is no such file: {tmp_path / 'no.pdf'}" in done.stderr.decode()
    assert "An empty name was given" in done.stderr.decode()


def test_the_version_is_told_also_as_json() -> None:
    """Administrators ask this of every machine."""
    plain, as_json = vitae("--version"), vitae("--version", "--json")
    assert plain.stdout.decode().split() == ["vitae", json.loads(as_json.stdout)["version"]]


@pytest.mark.parametrize("arguments", [("--help",), ("help",), ("review", "--help")])
def test_help_is_printed(arguments: tuple[str, ...]) -> None:
    """Every command explains itself."""
    done = vitae(*arguments)
    assert done.returncode == 0
    assert b"usage: vitae" in done.stdout


def test_the_headless_command_never_loads_qt_nor_the_database(resume: Path) -> None:
    """It works on servers, and starts fast."""
    code = (
        "import sys; from desktop.__main__ import main; "
        f"status = main(['review', {str(resume)!r}, '--format', 'html']); "
        "print([n for n in ('PySide6', 'sqlalchemy', 'alembic', 'pypdfium2') if n in sys.modules], "
        "file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=60, cwd=ROOT
    )
    assert done.stderr.strip() == b"[]"


def test_files_without_a_command_are_for_the_window() -> None:
    """A resume may be called anything but a command's name."""
    assert not is_headless("a.pdf")
    assert not is_headless("./resume")
    assert not is_headless("--safe-mode")
    assert all(map(is_headless, ("read", "review", "doctor", "self-test", "--version")))


def test_a_slip_in_a_command_is_answered_in_the_terminal() -> None:
    """No window opens for a word that is neither a command nor a file."""
    done = vitae("rview", "x.pdf")
    assert done.returncode == 2
    assert b"rview" in done.stderr


@pytest.fixture
def limited_disk(tmp_path: Path) -> Callable[[], Path]:
    """A device that is always full."""

    def find() -> Path:
        full = Path("/dev/full")
        if not full.exists():
            pytest.skip("this system has no /dev/full")
        return full

    return find


def test_a_full_disk_is_said_plainly(resume: Path, limited_disk: Callable[[], Path]) -> None:
    """The result is not lost silently."""
    with limited_disk().open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "review", str(resume)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            cwd=ROOT,
        )
    assert done.returncode == 1
    assert b"the disk is full" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_job_is_matched_beside_the_review_and_changes_no_score(
    resume: Path, tmp_path: Path
) -> None:
    """`match` has the contract's keys; its rows sum to its score; the review stays as it was."""
    job = tmp_path / "job.txt"
    job.write_text(JOB, encoding="utf-8")
    arguments = ("review", resume, SAMPLE, "--format", "json", "--as-of", "2026-01")
    plain = objects(vitae(*arguments))
    done = vitae(*arguments, "--job", job)
    assert done.returncode == 0
    for before, after in zip(plain, objects(done), strict=True):
        match = after["review"]["match"]
        assert list(match)[:3] == ["score", "requirements", "stuffing"]
        assert match["job"]["name"] == "job.txt"
        assert round(sum(row["points"] for row in match["requirements"]), 1) == match["score"]
        for row in match["requirements"]:
            assert list(row)[:4] == ["text", "required", "state", "evidence"]
            shown = {line["id"]: line["text"] for line in after["document"]["lines"]}
            assert all(item["text"] in shown[item["line"]] for item in row["evidence"])
        changed = {key for key, value in after["review"].items() if value != before["review"][key]}
        assert changed == {"match", "made_with"}


@pytest.mark.parametrize(("kind", "said"), [("text", "Job match"), ("html", '<h2 id="h-match">')])
def test_text_and_html_show_the_match(resume: Path, tmp_path: Path, kind: str, said: str) -> None:
    """With the advice that stands beside every match."""
    job = tmp_path / "job.txt"
    job.write_text(JOB, encoding="utf-8")
    done = vitae("review", resume, "--job", job, "--format", kind)
    text = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert said in text
    assert "Add only what is true." in text
    assert "Not shown" in text


def test_a_job_file_that_is_not_there_is_wrong_use(resume: Path, tmp_path: Path) -> None:
    """Nothing is reviewed and nothing written: the name is a slip."""
    done = vitae("review", resume, "--job", tmp_path / "gone.txt", "-o", tmp_path / "out.txt")
    assert done.returncode == 2
    assert b"gone.txt" in done.stderr
    assert not (tmp_path / "out.txt").exists()


def test_a_job_that_cannot_be_read_costs_the_match_and_no_review(
    resume: Path, tmp_path: Path
) -> None:
    """Status 3; every resume is reviewed and its match says why there is none."""
    job = tmp_path / "job.pdf"
    job.write_bytes(b"%PDF-1.7 nothing")
    done = vitae("review", resume, "--job", job, "--format", "json")
    assert done.returncode == 3
    (told,) = objects(done)
    assert told["review"]["overall_score"] is not None
    assert told["review"]["match"]["score"] is None
    assert "job.pdf" in told["review"]["match"]["reason"]
    assert b"try again" in done.stderr


def test_a_text_that_is_no_job_has_no_match_and_no_error(resume: Path, tmp_path: Path) -> None:
    """Nothing is invented where nothing is asked."""
    job = tmp_path / "letter.txt"
    job.write_text("Dear all, the meeting on Monday is moved to Friday. " * 4, encoding="utf-8")
    done = vitae("review", resume, "--job", job, "--format", "json")
    assert done.returncode == 0
    match = objects(done)[0]["review"]["match"]
    assert match["score"] is None
    assert "No requirement was recognised" in match["reason"]
