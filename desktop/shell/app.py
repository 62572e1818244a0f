"""Starts the window: one per data folder, with a clear word where it cannot be shown."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import DesktopError, DisplayError, explain
from desktop.logs import catch_unhandled, start_logging
from desktop.paths import AppPaths, app_paths
from desktop.policy import read_policies
from desktop.settings import Settings
from desktop.shell.display_check import check_display, connects
from desktop.shell.last_run import RunMark

if TYPE_CHECKING:
    from desktop.bootstrap import Program

FAILED, WRONG_USE = 1, 2


def run(argv: Sequence[str]) -> int:
    """Open the window with the files named; return the program's exit status.

    0 the window was closed (or another window took the files), 1 it could not be shown, 2 wrong
    use. Errors before there is a window go to standard error.
    """
    options = _parser().parse_args(list(argv))
    try:
        _check_display()
    except DisplayError as error:
        sys.stderr.write(f"vitae: {error.message}\n{error.next_step}\n")
        return FAILED
    policies = read_policies()
    chosen = options.data_dir or policies.value("StorageDir")
    paths = app_paths(Path(chosen) if chosen else None)
    _make_folders(paths)
    # Kept for as long as the program runs: a crash writes its stack into it.
    crashes = start_logging(paths.logs, str(policies.value("LogLevel") or "INFO"))
    settings = Settings(paths.settings, policies)
    files = [Path(name).absolute() for name in options.files]
    try:
        return _run_window(paths, settings, files, safe_mode=options.safe_mode)
    finally:
        if crashes is not None:
            crashes.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vitae", description="Open Vitae's window.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="resumes to review")
    parser.add_argument("--data-dir", metavar="FOLDER", help="keep the library in this folder")
    parser.add_argument(
        "--safe-mode",
        action="store_true",
        help="start with default settings, a paused queue and software drawing",
    )
    return parser


def _check_display() -> None:
    """Make sure that there is a screen; Qt itself would abort the process.

    Raises:
        DisplayError: there is none, or it does not answer.
    """
    if sys.platform.startswith("linux"):
        check_display(os.environ, connects)


def _make_folders(paths: AppPaths) -> None:
    """Make the folders where possible; where not, the window says so."""
    try:
        paths.create()
    except OSError as error:
        sys.stderr.write(f"vitae: {explain(error).message}\n")


def _run_window(paths: AppPaths, settings: Settings, files: list[Path], *, safe_mode: bool) -> int:
    # Qt is imported only now: the messages above need no Qt, and a missing system library of
    # Qt's shall be one line and not a traceback.
    try:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415
    except ImportError as error:
        sys.stderr.write(f"vitae: the window's libraries cannot be loaded: {error}\n")
        return FAILED
    from desktop.bootstrap import Program  # noqa: PLC0415
    from desktop.single_instance import SingleInstance  # noqa: PLC0415

    if safe_mode:
        settings = _safe(settings, paths)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("vitae")
    application.setApplicationDisplayName("Vitae")
    application.setDesktopFileName("vitae")
    application.setStyle("Fusion")
    instance = SingleInstance(paths.lock, application)
    if not instance.claim():
        if instance.hand_over(files):
            return 0
        sys.stderr.write("vitae: another Vitae works on this data folder but does not answer.\n")
        return FAILED
    program = Program(application, paths, settings)
    instance.filesHanded.connect(program.take_files)
    catch_unhandled(lambda error: program.window.toast.say(_words(explain(error))))
    mark = RunMark(paths.running_mark)
    if mark.begin():
        _say_improper_end(program, paths)
    if safe_mode:
        program.window.banner.say(program.tr("Safe mode: default settings, the queue is paused."))
    program.start(files)
    status = application.exec()
    mark.end()
    instance.release()
    return status


def _say_improper_end(program: "Program", paths: AppPaths) -> None:
    """Say calmly what happened, what is safe, and where the details are."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - Qt only once there is a window
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - the same

    text = program.tr(
        "Vitae did not close properly last time. Reviews that were stored are safe, and files that "
        "waited go on now."
    )
    folder = QUrl.fromLocalFile(str(paths.logs))
    program.window.banner.offer(
        text, program.tr("Open log folder"), lambda: QDesktopServices.openUrl(folder)
    )


def _safe(settings: Settings, paths: AppPaths) -> Settings:
    """Return default settings that are not kept, with the queue paused."""
    os.environ["QT_OPENGL"] = "software"
    fresh = Settings(paths.config / "safe-mode.json", settings.policies)
    fresh.set("queue_paused", value=True)
    return fresh


def _words(error: DesktopError) -> str:
    return f"{error.message} {error.next_step}".strip()
