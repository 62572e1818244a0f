"""A full disk and a folder that takes no writes: said in words, nothing lost, and it goes on."""

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from database import blobs
from database.errors import DatabaseFull
from desktop.intake.queue_item import Station
from desktop.paths import AppPaths
from desktop.storage import opening
from desktop.storage.opening import open_library
from tests.support.failing_library import FailingOpener
from tests.support.qt_program import all_at, running, write_resume

WAIT_MS = 10_000


def test_a_disk_that_fills_up_before_the_copy_is_one_failed_file(
    qtbot: QtBot,
    qapp: QApplication,
    paths: AppPaths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The person is told to free space; trying again then works, and no half file is left."""

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    resume = write_resume(tmp_path, "a.txt", "a" * 130)
    with running(qapp, paths) as program:
        with monkeypatch.context() as disk:
            disk.setattr(blobs, "_write_whole", full)
            program.intake.add_paths([resume])
            qtbot.waitUntil(lambda: all_at(program, Station.FAILED), timeout=WAIT_MS)
        item = program.intake.model.items()[0]
        assert "disk is full" in item.message
        assert [path for path in paths.blobs.rglob("*") if path.is_file()] == []
        program.intake.retry(item.key)
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)


def test_a_review_that_cannot_be_stored_is_kept_for_another_try(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """The disk fills up while the review runs: it stays on screen and is stored at the next try."""
    opener = FailingOpener()
    with running(qapp, paths, opener=opener) as program:
        qtbot.waitUntil(lambda: opener.library is not None, timeout=WAIT_MS)
        opener.fail(DatabaseFull(), "complete")
        program.intake.add_paths([write_resume(tmp_path, "a.txt", "a" * 130)])
        qtbot.waitUntil(lambda: all_at(program, Station.FAILED), timeout=WAIT_MS)
        assert program.window.pages.review.header.name == "a.txt"
        opener.fail(DatabaseFull())
        program.intake.retry(program.intake.model.items()[0].key)
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)


def test_a_small_write_that_fails_is_told_in_passing(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, tmp_path: Path
) -> None:
    """A decision that cannot be kept is no crash and no silence."""
    opener = FailingOpener()
    with running(qapp, paths, opener=opener) as program:
        qtbot.waitUntil(lambda: opener.library is not None, timeout=WAIT_MS)
        program.intake.add_paths([write_resume(tmp_path, "a.txt", "a" * 130)])
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
        opener.fail(DatabaseFull(), "trash")
        program.window._on_trash_wanted((program.intake.model.items()[0].analysis_id,))
        qtbot.waitUntil(lambda: "disk is full" in program.window.toast.text, timeout=WAIT_MS)


def test_a_read_only_folder_shows_what_is_there_and_refuses_more(
    qtbot: QtBot,
    qapp: QApplication,
    paths: AppPaths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Stored reviews open; a banner says why nothing can be added; a drop says it again."""
    with running(qapp, paths) as program:
        program.intake.add_paths([write_resume(tmp_path, "a.txt", "a" * 130)])
        qtbot.waitUntil(lambda: all_at(program, Station.DONE), timeout=WAIT_MS)
    # The administrator may write anywhere, so the answer to the question is put in its place.
    monkeypatch.setattr(AppPaths, "is_data_writable", lambda _paths: False)
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: "cannot be written" in program.window.banner.text, timeout=WAIT_MS)
        program.window.pages.history_model.refresh()
        qtbot.waitUntil(lambda: program.window.pages.history_model.rowCount() == 1)
        program.window.open_review(program.window.pages.history_model.id_at(0))
        qtbot.waitUntil(lambda: program.window.pages.review.header.name == "a.txt")
        program.intake.add_paths([write_resume(tmp_path, "b.txt", "b" * 130)])
        qtbot.waitUntil(lambda: all_at(program, Station.FAILED), timeout=WAIT_MS)
        assert "only be read" in program.intake.model.items()[0].message


def test_a_folder_that_cannot_be_made_is_said_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """The window opens all the same; what is dropped fails with the reason."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    paths = AppPaths(blocked / "data", tmp_path / "config", tmp_path / "logs")
    with running(qapp, paths) as program:
        qtbot.waitUntil(lambda: bool(program.window.banner.text), timeout=WAIT_MS)
        program.intake.add_paths([write_resume(tmp_path, "b.txt", "b" * 130)])
        qtbot.waitUntil(lambda: all_at(program, Station.FAILED), timeout=WAIT_MS)


def test_the_upgrade_that_meets_a_full_disk_leaves_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the child says about it reaches the window; no traceback does."""
    paths = AppPaths(tmp_path / "d", tmp_path / "c", tmp_path / "l")
    paths.create()
    command = ["sh", "-c", "echo 'vitae: the disk is full.' >&2; exit 1"]
    monkeypatch.setattr(opening, "migrate_command", lambda _paths: command)
    with pytest.raises(opening.LibraryError, match=r"the disk is full\."):
        open_library(paths)
