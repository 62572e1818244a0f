"""Where results go: whole or not at all, never over an input, with clear words."""

import os
from pathlib import Path

import pytest

from desktop.cli import UsageError
from desktop.commands.sinks import (
    FileSink,
    FolderSink,
    OutputError,
    file_names,
    open_one,
    open_sink,
)


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """An input file."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"the resume")
    return path


def write(output: str, inputs: list[str], kind: str, texts: list[str]) -> None:
    """Write one text per input."""
    with open_sink(output, inputs, kind) as sink:
        for index, text in enumerate(texts):
            sink.write(text, index)


def test_several_results_go_into_one_file_in_order(tmp_path: Path, resume: Path) -> None:
    """NDJSON of a batch is one file."""
    target = tmp_path / "out.ndjson"
    write(str(target), [str(resume), "b.pdf"], "json", ["1\n", "2\n"])
    assert target.read_text() == "1\n2\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "out.ndjson"]


def test_a_folder_gets_a_file_per_input(tmp_path: Path, resume: Path) -> None:
    """Reports are named after their resumes; equal names are told apart."""
    folder = tmp_path / "reports"
    write(f"{folder}/", [str(resume), "x/a.docx"], "html", ["one", "two"])
    assert (folder / "a.review.html").read_text() == "one"
    assert (folder / "a (2).review.html").read_text() == "two"


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, resume: Path) -> None:
    """A report is whole or as it was before."""
    target = tmp_path / "out.txt"
    target.write_text("before")
    sink = open_sink(str(target), [str(resume)], "text").__enter__()
    sink.write("half", 0)
    sink.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert target.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "out.txt"]


@pytest.mark.parametrize("way", ["same", "link", "dots"])
def test_an_input_is_never_written_to(tmp_path: Path, resume: Path, way: str) -> None:
    """Not even under another name."""
    target = {
        "same": resume,
        "link": tmp_path / "link.pdf",
        "dots": tmp_path / "x" / ".." / "a.pdf",
    }[way]
    (tmp_path / "x").mkdir()
    if way == "link":
        target.symlink_to(resume)
    with pytest.raises(UsageError, match="never overwritten"):
        open_sink(str(target), [str(resume)], "json")
    assert resume.read_bytes() == b"the resume"


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path, resume: Path) -> None:
    """The message names the place and the reason."""
    with pytest.raises(OutputError, match="no such file or directory"):
        FileSink(tmp_path / "gone" / "out.txt").__enter__()


def test_a_folder_that_cannot_be_made_is_said_plainly(resume: Path) -> None:
    """The message names the place and the reason."""
    with pytest.raises(OutputError, match="not a directory"):
        FolderSink(resume / "x", ["a.txt"]).__enter__()


def test_several_html_reports_need_a_folder(tmp_path: Path, resume: Path) -> None:
    """One HTML file cannot hold two documents."""
    with pytest.raises(UsageError, match="need a folder"):
        open_sink(str(resume), [str(resume), "b.pdf"], "html")
    with pytest.raises(UsageError, match="--output FOLDER"):
        open_sink(None, ["a.pdf", "b.pdf"], "html")


def test_names_of_reports_do_not_collide_on_any_system() -> None:
    """Some file systems do not tell capitals apart."""
    names = file_names(["A.pdf", "a.docx", "b/a.txt", ".pdf"], "json")
    assert len({name.casefold() for name in names}) == 4


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_device_or_pipe_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    """`--output /dev/null` as root must not put a file in the device's place."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(str(pipe), ["a.pdf"], "json", ["1\n"])
    assert os.read(reader, 10) == b"1\n"
    assert pipe.is_fifo()
    os.close(reader)


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="Linux has /dev/full")
def test_a_full_device_is_said_plainly() -> None:
    """The last word of a full device is an error like the first."""
    with pytest.raises(OutputError, match="/dev/full cannot be written: the disk is full"):
        write("/dev/full", ["a.pdf"], "json", ["1\n"])
    assert Path("/dev/full").is_char_device()


def test_a_link_stays_and_the_file_it_leads_to_is_written(tmp_path: Path) -> None:
    """A report may be linked to from where it is wanted."""
    (tmp_path / "there.txt").write_text("old")
    link = tmp_path / "here.txt"
    link.symlink_to("there.txt")
    write(str(link), ["a.pdf"], "text", ["new"])
    assert link.is_symlink()
    assert (tmp_path / "there.txt").read_text() == "new"


def test_a_report_named_like_a_resume_is_refused(tmp_path: Path) -> None:
    """`--output b.pdf` would put a report in the place of another client's resume."""
    other = tmp_path / "b.PDF"
    other.write_bytes(b"another resume")
    with pytest.raises(UsageError, match="named like a resume"):
        open_sink(str(other), ["a.pdf"], "text")
    assert other.read_bytes() == b"another resume"


def test_one_result_of_several_inputs_goes_into_one_file(tmp_path: Path, resume: Path) -> None:
    """Never into a folder, and never over an input."""
    target = tmp_path / "out.html"
    with open_one(str(target), [str(resume), "b.pdf"], "html") as sink:
        sink.write("compared", 0)
    assert target.read_text(encoding="utf-8") == "compared"
    for place in (str(tmp_path), str(resume)):
        with pytest.raises(UsageError):
            open_one(place, [str(resume)], "html")
