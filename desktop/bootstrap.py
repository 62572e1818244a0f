"""The one place where the window's collaborators are made and joined."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ai_agents.child_command import child_command
from desktop.errors import LibraryError, explain
from desktop.intake.handed_over import HandedOver
from desktop.intake.intake_service import IntakeService
from desktop.paths import AppPaths
from desktop.settings import Settings
from desktop.shell.appearance import Appearance
from desktop.shell.collaborators import Collaborators
from desktop.shell.main_window import MainWindow
from desktop.storage.records import Admitted
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import CLOSE_WAIT_MS
from desktop.tasks.lanes import Lanes
from desktop.tasks.reviewer import Reviewer, ReviewerCommand
from desktop.widgets.theme import ThemeKeeper

if TYPE_CHECKING:
    from desktop.storage.opening import Opened

log = logging.getLogger("vitae")

#: Resume text must never leave this computer through a tracing library (LIBRARIES note 7).
CHILD_ENVIRONMENT = {
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "PYTHONUTF8": "1",
}
#: How long closing goes on copying in what was handed over (the window is gone by then).
ADMISSION_WAIT_S = 30.0
OpenLibrary: TypeAlias = "Callable[[AppPaths], Opened]"


@dataclass(frozen=True)
class Choices:
    """What may be put in another's place: tests and the bench use their own.

    Without `open_library` the library is opened in its own process.
    """

    reviewer: ReviewerCommand | None = None
    open_library: "OpenLibrary | None" = None


class Program(QObject):
    """The window with everything behind it; lives as long as the application."""

    def __init__(
        self,
        application: QApplication,
        paths: AppPaths,
        settings: Settings,
        choices: Choices | None = None,
    ) -> None:
        super().__init__(application)
        self._choices = choices or Choices()
        self._paths = paths
        self.shelf = Shelf()
        command = self._choices.reviewer or ReviewerCommand(
            child_command("reviewer"), CHILD_ENVIRONMENT
        )
        self.lanes = Lanes(Reviewer(command), self)
        handed = HandedOver(paths.handed_over)
        self.intake = IntakeService(self.lanes, self.shelf, settings, handed, self)
        theme = ThemeKeeper(parent=self)
        appearance = Appearance(application, settings, theme)
        self.window = MainWindow(
            Collaborators(
                self.intake, self.lanes.storage, self.shelf, settings, paths, theme, appearance
            )
        )
        self._files: Sequence[Path] = ()
        self._opening = False
        self.window.painted.connect(self._on_painted)
        self.window.closing.connect(self._on_closing)

    def start(self, files: Sequence[Path]) -> None:
        """Show the window; the rest follows after its first paint."""
        self._files = files
        self.window.show()

    def take_files(self, files: Sequence[Path]) -> None:
        """Add files that another start handed over, and come to the front."""
        self.intake.add_paths(files)
        self.window.raise_()
        self.window.activateWindow()

    def _on_painted(self) -> None:
        self.lanes.analysis.warm_up()
        self._begin_opening()
        self._add_files()

    def _begin_opening(self) -> None:
        if not self._opening:
            self._opening = True
            self.lanes.storage.submit(
                lambda _cancel: self._open(), self._on_opened, self._on_not_opened
            )

    def _add_files(self) -> None:
        """Add the files of the command line, once."""
        files, self._files = self._files, ()
        self.intake.add_paths(files)

    def _open(self) -> "tuple[Opened, Sequence[Admitted]]":
        """Storage lane: open the library, put it on the shelf, see what was left unfinished."""
        try:
            opened = (self._choices.open_library or _open_in_its_process)(self._paths)
        except LibraryError as error:
            self.shelf.refuse(error)
            raise
        # Before anything new is admitted, so that it cannot be taken for something left over.
        left = opened.library.unfinished()
        self.shelf.put(opened.library)
        return opened, left

    def _on_opened(self, result: "tuple[Opened, Sequence[Admitted]]") -> None:
        opened, left = result
        self.window.library_opened(opened.notice)
        self.intake.take_up(left)
        self.intake.take_up_handed()

    def _on_not_opened(self, error: Exception) -> None:
        known = explain(error)
        log.error("the library is not open: %s", known.code)
        self.window.pages.home.show_no_library()
        self.window.library_refused(f"{known.message} {known.next_step}".strip())

    def _on_closing(self) -> None:
        """Copy in what was handed over, stop the review under way (it waits again), and leave.

        The window is gone at once; what cannot be copied in time is taken up at the next start.
        """
        self._add_files()
        if self.intake.on_their_way:
            self._begin_opening()  # a window closed before its first paint has no library yet
        count = self.intake.finish(ADMISSION_WAIT_S)
        self.lanes.storage.submit(lambda _cancel: self.shelf.close())
        wait_ms = CLOSE_WAIT_MS
        if count:
            log.info("closing: %d files or folders are still being copied in", count)
            self.window.hide()
            QGuiApplication.sync()
            wait_ms += round(ADMISSION_WAIT_S * 1000)
        done = self.lanes.close(wait_ms)
        if count:
            log.info("closing: copying in %s", "has ended" if done else "goes on at the next start")


def _open_in_its_process(paths: AppPaths) -> "Opened":
    # Pickle and subprocess are not needed for the first paint.
    from desktop.storage.library_process import open_library_process  # noqa: PLC0415

    return open_library_process(paths)
