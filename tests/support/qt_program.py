"""Makes a whole program (window, lanes, real library) around the fake reviewer, for tests."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.bootstrap import Choices, OpenLibrary, Program
from desktop.intake.queue_item import Station
from desktop.paths import AppPaths, app_paths
from desktop.policy import Policies
from desktop.settings import Settings
from desktop.storage.opening import open_library
from desktop.tasks.reviewer import ReviewerCommand

ROOT = Path(__file__).parents[2]
FAKE_REVIEWER = ReviewerCommand(
    [sys.executable, "-m", "tests.support.fake_reviewer"], {"PYTHONPATH": str(ROOT)}
)


def fresh_paths(folder: Path, template: Path) -> AppPaths:
    """Return a data folder with an empty, current library in it."""
    paths = app_paths(folder)
    paths.create()
    shutil.copy(template, paths.database)
    return paths


@contextmanager
def running(
    application: QApplication,
    paths: AppPaths,
    reviewer: ReviewerCommand = FAKE_REVIEWER,
    policies: Policies | None = None,
    opener: OpenLibrary = open_library,
) -> Iterator[Program]:
    """Start a program on this folder; close it at the end as a person would."""
    settings = Settings(paths.settings, policies or Policies())
    settings.set("appearance", "light")
    program = Program(application, paths, settings, Choices(reviewer, opener))
    try:
        program.start([])
        yield program
    finally:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def write_resume(folder: Path, name: str, text: str) -> Path:
    """Write a file for the fake reviewer."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def stations(program: Program) -> list[Station]:
    """Return where every file of the queue stands, in order."""
    return [item.station for item in program.intake.model.items()]


def all_at(program: Program, *wanted: Station) -> bool:
    """Return whether the queue's files stand exactly there, in order."""
    return stations(program) == list(wanted)
