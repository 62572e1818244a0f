"""The window's library on a real database file."""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from ai_agents.errors import ReadError
from desktop.errors import DesktopError, LibraryError, LibraryReadOnlyError
from desktop.feedback.overrides import DismissReason, Override, OverrideState
from desktop.paths import AppPaths
from desktop.storage.library_process import LibraryProcess, open_library_process
from desktop.storage.opening import open_library
from desktop.storage.port import Library
from desktop.storage.records import HistoryQuery, HistorySort
from tests.support.fake_reviewer import wire_review

LIMIT = 1000


@pytest.fixture(params=[open_library, open_library_process], ids=["here", "own-process"])
def library(paths: AppPaths, request: pytest.FixtureRequest) -> Iterator[Library]:
    """The opened library, in this process and, as the window has it, in its own."""
    opened: Library = request.param(paths).library
    yield opened
    opened.close()


def reviewed(library: Library, folder: Path, name: str, text: str) -> str:
    """Admit and complete a file; return the review's id."""
    source = folder / name
    source.write_text(text, encoding="utf-8")
    admitted = library.admit_file(source, "general_business", LIMIT, again=False)
    library.start(admitted.file_id)
    wire = wire_review(admitted.path, name)
    return library.complete(admitted.file_id, wire).analysis_id


def test_a_review_comes_back_as_it_was_stored(library: Library, tmp_path: Path) -> None:
    """The wire object and the file itself, whatever became of the original."""
    key = reviewed(library, tmp_path, "a.txt", "a" * 171)
    (tmp_path / "a.txt").unlink()
    stored = library.review(key)
    assert stored.path is not None
    assert stored.wire == wire_review(stored.path, "a.txt")
    assert stored.path.read_text(encoding="utf-8") == "a" * 171
    assert stored.path.stat().st_mode & 0o777 == 0o600


def test_decisions_are_kept_with_reason_and_words(library: Library, tmp_path: Path) -> None:
    """Dismissed and raised findings come back as they were decided; undone ones do not."""
    key = reviewed(library, tmp_path, "a.txt", "a" * 171)
    dismissed = Override("k1", OverrideState.DISMISSED, DismissReason.WRONG, "see: page 2")
    raised = Override("k2", OverrideState.RAISED, None, "tell her")
    for override in (dismissed, raised, Override("k3", OverrideState.RAISED)):
        library.put_override(key, override)
    library.remove_override(key, "k3")
    assert library.review(key).overrides == {"k1": dismissed, "k2": raised}


def test_corrections_belong_to_the_content_and_go_with_every_review_of_it(
    library: Library, tmp_path: Path
) -> None:
    """They come with the stored review, and with the same bytes whatever they are called."""
    key = reviewed(library, tmp_path, "a.txt", "a" * 171)
    assert library.review(key).corrections == ()
    sha256 = library.review(key).wire["file"]["sha256"]
    name = {"kind": "contact", "field": "name", "value": "Zoë"}
    library.put_correction(sha256, "t1", {**name, "value": "Zoe"})
    library.put_correction(sha256, "t2", {"kind": "skills", "values": []})
    library.put_correction(sha256, "t1", name)
    library.remove_correction(sha256, "t2")
    assert library.review(key).corrections == (name,)
    assert library.review_again(key, "academia").corrections == (name,)
    other = tmp_path / "b.txt"
    other.write_text("a" * 171, encoding="utf-8")
    again = library.admit_file(other, "general_business", LIMIT, again=True)
    assert again.corrections == (name,)
    assert [row.corrections for row in library.unfinished()] == [(name,), (name,)]
    other.write_text("b" * 171, encoding="utf-8")
    assert library.admit_file(other, "academia", LIMIT, again=False).corrections == ()


def test_known_content_is_found_by_its_bytes(library: Library, tmp_path: Path) -> None:
    """Another name is no other resume."""
    key = reviewed(library, tmp_path, "a.txt", "a" * 171)
    other = tmp_path / "b.txt"
    other.write_text("a" * 171, encoding="utf-8")
    past = library.admit_file(other, "general_business", LIMIT, again=False).past
    assert past is not None
    assert past.analysis_id == key
    assert library.admit_file(other, "general_business", LIMIT, again=True).past is None


def test_what_was_left_unfinished_comes_back_in_order(paths: AppPaths, tmp_path: Path) -> None:
    """Waiting and running files are found again by the next program; stopped ones are not."""
    library = open_library(paths).library
    admitted = [
        library.admit_text(f"{n}" * 120, f"{n}.txt", "academia", again=False) for n in range(4)
    ]
    library.start(admitted[0].file_id)
    library.stop([admitted[2].file_id])
    library.close()
    left = open_library(paths).library.unfinished()
    assert [row.name for row in left] == ["0.txt", "1.txt", "3.txt"]
    assert all(row.path.is_file() and row.industry == "academia" for row in left)


def test_the_history_sorts_and_searches_in_sql(library: Library, tmp_path: Path) -> None:
    """Rows come in the order asked for; trashed ones leave and come back."""
    keys = [reviewed(library, tmp_path, f"{n}.txt", "x" * n) for n in (130, 150, 140)]
    query = HistoryQuery(sort=HistorySort.SCORE, descending=True)
    ids = library.history_ids(query)
    rows = library.history_rows(list(ids))
    assert [row.score for row in rows] == [50.0, 40.0, 30.0]
    library.trash([keys[0]])
    assert len(library.history_ids(query)) == 2
    library.restore([keys[0]])
    assert len(library.history_ids(query)) == 3
    assert len(library.history_ids(HistoryQuery(text="150"))) == 1


def test_too_large_and_empty_files_have_their_codes(library: Library, tmp_path: Path) -> None:
    """Refused before anything is stored."""
    for text, code in (("x" * (LIMIT + 1), "file-too-large"), ("", "file-empty")):
        source = tmp_path / "a.txt"
        source.write_text(text, encoding="utf-8")
        with pytest.raises((ReadError, DesktopError)) as caught:
            library.admit_file(source, "general_business", LIMIT, again=False)
        assert caught.value.code == code
    assert list(library.unfinished()) == []


def test_a_newer_library_opens_for_reading_and_says_so(paths: AppPaths, tmp_path: Path) -> None:
    """Nothing of it is changed; adding is refused in words."""
    reviewed(open_library(paths).library, tmp_path, "a.txt", "a" * 171)
    with sqlite3.connect(paths.database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    opened = open_library(paths)
    assert opened.read_only
    assert "newer version" in opened.notice
    assert len(opened.library.home().recent) == 1
    with pytest.raises(LibraryReadOnlyError):
        opened.library.admit_text("x" * 120, "n", "academia", again=False)
    opened.library.close()


def test_a_library_is_made_by_a_child_where_there_is_none(tmp_path: Path) -> None:
    """Alembic stays out of this process."""
    paths = AppPaths(tmp_path / "d", tmp_path / "c", tmp_path / "l")
    paths.create()
    before = "alembic" in sys.modules
    opened = open_library(paths)
    assert opened.notice == ""
    assert opened.library.home().recent == ()
    assert ("alembic" in sys.modules) is before
    opened.library.close()


def test_a_damaged_library_is_left_alone(paths: AppPaths) -> None:
    """The message says that nothing was changed, and it is true."""
    paths.database.write_bytes(b"SQLite format 3\0" + b"?" * 5000)
    with pytest.raises(LibraryError) as caught:
        open_library(paths)
    assert "Nothing was changed" in caught.value.message
    assert paths.database.read_bytes().endswith(b"?")


def test_a_library_process_that_ended_is_replaced(paths: AppPaths, tmp_path: Path) -> None:
    """The call that met the end fails plainly; what was stored before is there in the next one."""
    process = LibraryProcess(paths)
    process.open_there()
    library = cast("Library", process)
    reviewed(library, tmp_path, "a.txt", "a" * 171)
    assert process._process is not None
    process._process.kill()
    process._process.wait()
    with pytest.raises(LibraryError, match="did not answer"):
        library.home()
    assert [row.name for row in library.home().recent] == ["a.txt"]
    process.close()


def test_errors_cross_from_the_library_process_as_what_they_are(paths: AppPaths) -> None:
    """A missing file is the same coded error in the window as in the library."""
    opened = open_library_process(paths)
    with pytest.raises(DesktopError) as caught:
        opened.library.admit_file(Path("/nowhere/a.pdf"), "general_business", LIMIT, again=False)
    assert caught.value.code == "file-not-found"
    opened.library.close()


def test_a_library_process_ends_with_its_window(paths: AppPaths) -> None:
    """No process is left behind when the window is gone, however it went."""
    process = LibraryProcess(paths)
    process.open_there()
    child = process._process
    assert child is not None
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait(10) == 0
    assert child.stdout is not None
    child.stdout.close()


def test_a_decision_holds_for_every_review_of_the_same_content(
    library: Library, tmp_path: Path
) -> None:
    """Also after "Review again" for another industry; the latest wins, undo undoes it in all."""
    first = reviewed(library, tmp_path, "a.txt", "a" * 171)
    other = reviewed(library, tmp_path, "b.txt", "b" * 171)
    library.put_override(first, Override("k1", OverrideState.DISMISSED, DismissReason.WRONG, "no"))
    admitted = library.review_again(first, "academia")
    library.start(admitted.file_id)
    again = library.complete(admitted.file_id, wire_review(admitted.path, "a.txt")).analysis_id
    assert again != first
    assert library.review(again).overrides == library.review(first).overrides != {}
    raised = Override("k1", OverrideState.RAISED, None, "yes")
    library.put_override(again, raised)
    assert library.review(first).overrides == {"k1": raised}
    assert library.review(other).overrides == {}
    library.remove_override(again, "k1")
    assert library.review(first).overrides == library.review(again).overrides == {}
