"""No file can hurt the program or the next file: limits, restarts, and clear errors."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ai_agents import reading, sandbox, worker
from ai_agents.child_command import child_command
from ai_agents.documents.limits import MAX_FILE_BYTES
from ai_agents.errors import ReadCode, ReadError, ReviewCancelled
from ai_agents.landlock import landlock_version
from ai_agents.sandbox import Reader
from tests.support import fake_reader
from tests.support.docx_files import FILLER, docx, paragraph
from tests.support.odt_files import odt
from tests.support.pdf_files import SENTENCE, PdfFile

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """The real reader."""
    with Reader() as made:
        yield made


@pytest.fixture(scope="module")
def obedient() -> Iterator[Reader]:
    """A reader whose child does what the file says, with two seconds for each."""
    with Reader(timeout_s=2, command=fake_reader.command()) as made:
        yield made


def refused(made: Reader, data: bytes) -> ReadError:
    """Read and return the refusal."""
    with pytest.raises(ReadError) as caught:
        made.read_bytes(data, "resume")
    return caught.value


def test_a_file_comes_back_read_and_profiled(reader: Reader, tmp_path: Path) -> None:
    """Document, profile and times cross the pipe; the name is the file's own."""
    path = tmp_path / "Résumé #1.docx"
    path.write_bytes(docx(paragraph("Maya Chen")))
    result = reader.read(path)
    assert result.document.source.name == "Résumé #1.docx"
    assert result.document.line(1).text == "Maya Chen"
    assert result.read_ms > 0
    assert result.profile_ms >= 0


def test_the_same_bytes_read_the_same_in_another_child(reader: Reader) -> None:
    """A new process changes nothing but the times."""
    data = docx(paragraph("Maya Chen"))
    with Reader() as other:
        first, second = reader.read_bytes(data, "a.docx"), other.read_bytes(data, "a.docx")
    assert first.document.model_dump_json() == second.document.model_dump_json()
    assert first.profile.model_dump_json() == second.profile.model_dump_json()


def test_refusals_keep_code_and_words(reader: Reader) -> None:
    """What the child refuses arrives as the error it raised."""
    error = refused(reader, b"Too short")
    assert error.code == ReadCode.TOO_SHORT
    assert "fewer than 100 characters" in error.message


def test_what_cannot_be_opened_never_reaches_the_child(reader: Reader, tmp_path: Path) -> None:
    """Missing, unreadable, empty and oversized files are refused before anything is sent."""
    empty, large, pipe = tmp_path / "empty", tmp_path / "large", tmp_path / "pipe"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    cases = [
        (tmp_path / "gone", ReadCode.NOT_FOUND),
        (empty / "below", ReadCode.NOT_FOUND),
        (tmp_path, ReadCode.NOT_READABLE),
        (tmp_path / "nul\0", ReadCode.NOT_READABLE),
        (empty, ReadCode.EMPTY),
        (large, ReadCode.TOO_LARGE),
    ]
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
        cases.append((pipe, ReadCode.NOT_READABLE))
    for path, code in cases:
        with pytest.raises(ReadError) as caught:
            reader.read(path)
        assert caught.value.code == code
    assert refused(reader, b"").code == ReadCode.EMPTY
    assert refused(reader, bytes(MAX_FILE_BYTES + 1)).code == ReadCode.TOO_LARGE


def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    """The system's refusal is ours, whoever runs the test."""
    path = tmp_path / "secret"
    path.write_bytes(b"x")
    path.chmod(0)
    if os.geteuid() == 0:  # nothing is closed to root
        assert sandbox.load_file(path) == b"x"
        return
    with pytest.raises(ReadError) as caught:
        sandbox.load_file(path)
    assert caught.value.code == ReadCode.NOT_READABLE


def test_names_that_are_no_text_are_shown_as_text() -> None:
    """A name of foreign bytes does not break the frames."""
    assert sandbox.shown_name(Path(os.fsdecode(b"/x/r\xe9sum\xe9.pdf"))) == "r\ufffdsum\ufffd.pdf"


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (b"abort", ReadCode.CRASHED),
        (b"loop", ReadCode.TIMED_OUT),
        (b"garbage", ReadCode.CRASHED),
        (b"huge", ReadCode.CRASHED),
    ],
)
def test_a_bad_end_is_coded_and_the_next_file_is_read(
    obedient: Reader, order: bytes, code: ReadCode
) -> None:
    """Crash, endless loop and nonsense: each has its code, and a new child reads on."""
    started = time.perf_counter()
    assert refused(obedient, order).code == code
    assert time.perf_counter() - started < 15
    assert obedient.read_bytes(b"next", "x").document.text == "next"


@linux_only
def test_a_large_parent_does_not_make_a_crash_look_like_full_memory(obedient: Reader) -> None:
    """The memory a child inherits for a moment at its start is not its own."""
    ballast = b"x" * (300 * 1024 * 1024)
    assert refused(obedient, b"abort").code == ReadCode.CRASHED
    assert obedient.peak_kib * 1024 < len(ballast)


@linux_only
def test_memory_is_limited(obedient: Reader) -> None:
    """A file that wants more memory than a file may have ends with its own code."""
    assert refused(obedient, b"memory").code == ReadCode.OUT_OF_MEMORY
    assert obedient.peak_kib < 512 * 1024
    assert obedient.read_bytes(b"next", "x").document.text == "next"


@linux_only
def test_the_child_can_reach_nothing(obedient: Reader, tmp_path: Path) -> None:
    """No network, no programs, no writing, no signals, no environment, no open files of ours."""
    (tmp_path / "kept").touch()
    inherited = os.open(tmp_path, os.O_RDONLY)
    try:
        order = f"escape {tmp_path / 'made'}".encode()
        said = json.loads(obedient.read_bytes(order, "x").document.text)
    finally:
        os.close(inherited)
    for attempt in ("connect", "unix", "fork", "exec", "write", "delete", "signal"):
        assert said[attempt] == "PermissionError", attempt
    assert said["files"] == "OSError"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert said["folder"] == "/"
    assert "HOME" not in said["environment"].split(",")
    assert said["descriptors"] == "0,1,2"


@linux_only
def test_the_child_cannot_read_the_users_files(obedient: Reader, tmp_path: Path) -> None:
    """Not a file, not a folder, not the accounts, not its parent; its own code it can load."""
    (tmp_path / "kept").write_text("another client's resume")
    said = json.loads(
        obedient.read_bytes(f"escape {tmp_path / 'made'}".encode(), "x").document.text
    )
    if landlock_version() == 0:
        assert "user-files" not in obedient.protections
        pytest.skip("this kernel has no Landlock, or it is switched off")
    for attempt in ("read", "list", "account", "parent"):
        assert said[attempt] == "PermissionError", attempt


def test_every_format_is_read_by_a_locked_child(reader: Reader) -> None:
    """What is imported late, and the fonts of the system, stay within reach."""
    pdf = PdfFile()
    pdf.column(60, 60, ["Maya Chen", SENTENCE, SENTENCE])  # in a font the file does not bring
    files = {
        "a.pdf": pdf.bytes,
        "a.docx": docx(paragraph("Maya Chen")),
        "a.odt": odt("<text:p>Maya Chen</text:p>"),
        "a.rtf": rb"{\rtf1\ansi Maya Chen\par " + FILLER.encode() + rb"\par}",
        "a.html": f"<html><body><p>Maya Chen</p><p>{FILLER}</p></body></html>".encode(),
        "a.txt": f"Maya Chen\nCaf\xe9 manager\n{FILLER}".encode("cp1252"),
    }
    for name, data in files.items():
        assert reader.read_bytes(data, name).document.line(1).text == "Maya Chen", name


def test_a_reader_tells_what_protects_it(reader: Reader) -> None:
    """What is in force on this system is known once the child is up; nothing is promised else."""
    names = {"memory", "cpu", "files", "parent-death", "user-files", "system-calls"}
    assert set(reader.protections) <= names
    if sys.platform == "linux":
        assert set(reader.protections) >= {"memory", "cpu", "files", "parent-death"}


def test_children_are_replaced_after_enough_files() -> None:
    """Whatever a library leaks, it leaks for so many files only."""
    with Reader(files_per_child=2, command=fake_reader.command()) as made:
        makers = [made.read_bytes(b"who", "x").document.source.sha256 for _ in range(4)]
    assert makers[0] == makers[1] != makers[2] == makers[3]


def test_a_child_that_died_idle_is_replaced_unnoticed() -> None:
    """The end of the thread that started it, or of the process, costs no file."""
    with Reader(command=fake_reader.command()) as made:
        first = made.read_bytes(b"who", "x").document.source.sha256
        os.kill(int(first), 9)
        assert made.read_bytes(b"again", "x").document.text == "again"


def test_a_child_that_never_starts_is_our_fault_and_said() -> None:
    """A broken installation is told as such, not as a bad file."""
    with Reader(command=[sys.executable, "-c", "raise SystemExit(3)"]) as made:
        error = refused(made, b"x")
    assert error.code == ReadCode.CRASHED
    assert "could not be started" in error.message
    missing = Reader(command=["/no/such/program"])
    assert "could not be started" in refused(missing, b"x").message
    missing.close()


def test_kill_stops_the_file_being_read_and_nothing_else() -> None:
    """A cancelled read ends at once as cancelled; the reader can be used again."""
    with Reader(timeout_s=60, command=fake_reader.command()) as made:
        made.read_bytes(b"warm", "x")
        killer = threading.Timer(0.2, made.kill)
        killer.start()
        with pytest.raises(ReviewCancelled):
            made.read_bytes(b"loop", "x")
        killer.join()
        assert made.read_bytes(b"next", "x").document.text == "next"


def test_reading_ahead_keeps_the_order(tmp_path: Path) -> None:
    """Files handed over early come back in order, refusals as refusals."""
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text("" if number == 1 else f"{number} {FILLER}")
    with Reader() as made:
        futures = [made.submit(path) for path in paths]
        assert futures[0].result().document.text.startswith("0 ")
        with pytest.raises(ReadError):
            futures[1].result()
        assert futures[2].result().document.text.startswith("2 ")


def test_a_closed_reader_reads_no_more() -> None:
    """Close may be called twice and ends the child."""
    made = Reader(command=fake_reader.command())
    made.read_bytes(b"x", "x")
    made.close()
    made.close()
    with pytest.raises(ReviewCancelled):
        made.read_bytes(b"x", "x")


def test_a_frame_cut_short_or_too_long_is_no_reply(tmp_path: Path) -> None:
    """Both sides refuse half a frame and a length that is a threat."""
    path = tmp_path / "frame"
    for content in (b"\0\0", b"\0\0\0\5abc", b"\xff\xff\xff\xff"):
        path.write_bytes(content)
        with path.open("rb") as stream, pytest.raises(reading.FrameError):
            reading.read_frame(stream, 100)
    path.write_bytes(b"")
    with path.open("rb") as stream:
        assert reading.read_frame(stream, 100) is None


def test_the_child_ends_when_its_input_closes() -> None:
    """A parent that is gone leaves no child behind; an unknown kind is refused."""
    done = subprocess.run(
        child_command("reader"), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b'"ready":true' in done.stdout
    assert worker.run_child("nonsense") == 2


def test_the_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen program has no `-m`: it starts itself with the child's name."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command("reader") == [sys.executable, "--child", "reader"]
