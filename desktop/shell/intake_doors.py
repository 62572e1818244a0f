"""The ways a resume comes in: drop, paste, choose, sample; each ends at the intake."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.intake.collect import Collected
from desktop.intake.dropped import Dropped, understand
from desktop.intake.intake_service import IntakeService
from desktop.shell.toast import Toast
from resources.access import resource_path

_FILTER = "*.pdf *.docx *.doc *.odt *.rtf *.txt *.md *.html *.htm"
SAMPLE = "maya-chen-software-engineer.pdf"


class IntakeDoors(QObject):
    """Opens dialogs for the window and hands what comes to the intake."""

    def __init__(self, intake: IntakeService, toast: Toast, window: QWidget) -> None:
        super().__init__(window)
        self._intake = intake
        self._toast = toast
        self._window = window
        self._waiting: Collected | None = None
        intake.confirmationNeeded.connect(self._on_confirmation_needed)

    def take(self, dropped: Dropped) -> None:
        """Add what was dropped or pasted, or say why it cannot be added."""
        if dropped.problem:
            self._toast.say(dropped.problem)
        elif dropped.text:
            self._intake.add_text(dropped.text)
        else:
            self._intake.add_paths(dropped.paths)

    def paste(self) -> None:
        """Add the clipboard's text or files."""
        self.take(understand(QGuiApplication.clipboard().mimeData()))

    def choose_files(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self._window, self.tr("Choose resumes"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Resumes ({kinds})").format(kinds=_FILTER), "* (*)"])
        self._ask(dialog)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self._window, self.tr("Choose a folder of resumes"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def try_sample(self) -> None:
        """Add one of the made-up resumes that come with the program."""
        folder = resource_path("samples")
        sample = folder / SAMPLE
        self._intake.add_paths([sample if sample.exists() else folder])

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def _on_files_selected(self, names: list[str]) -> None:
        self._intake.add_paths([Path(name) for name in names])

    def _on_confirmation_needed(self, collected: Collected) -> None:
        """Ask before a very large number is copied."""
        self._waiting = collected
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("Add {n} files?").format(n=f"{len(collected.files):,}"))
        box.setInformativeText(
            self.tr("They are copied into the library and reviewed one after the other.")
        )
        add = box.addButton(self.tr("Add files"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        add.clicked.connect(self._on_confirmed)
        box.open()

    def _on_confirmed(self) -> None:
        collected, self._waiting = self._waiting, None
        if collected is not None:
            self._intake.admit(collected)
