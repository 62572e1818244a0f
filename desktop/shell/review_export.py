"""Takes a review out of the program: as a file of its own, or as text on the clipboard."""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QIODevice, QObject, QSaveFile, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errors import DesktopError
from desktop.tasks.lane import Lane

Wire = Mapping[str, Any]


class ExportFormat(StrEnum):
    """What a review can be saved as; the value is the file name's ending."""

    HTML = "html"
    TEXT = "txt"
    JSON = "json"


class ReviewExport(QObject):
    """Asks where to, and writes in the storage lane; the file appears whole or not at all.

    Signals:
        saved: the file is there; payload its path.
        failed: it is not; payload the error.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, lane: Lane, window: QWidget) -> None:
        super().__init__(window)
        self._lane = lane
        self._window = window
        self._wanted: Callable[[], str] | None = None

    def ask(self, wire: Wire, format_: ExportFormat) -> QFileDialog:
        """Open the Save dialog for a review."""
        return self.ask_for(suggested_name(wire, format_), format_, lambda: rendered(wire, format_))

    def ask_for(self, name: str, format_: ExportFormat, text: Callable[[], str]) -> QFileDialog:
        """Open the Save dialog for anything else; `text` is called in the storage lane."""
        self._wanted = text
        dialog = QFileDialog(self._window, self.tr("Export review"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(format_.value)
        dialog.setNameFilter(self._filter(format_))
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()
        return dialog

    def copy(self, wire: Wire) -> None:
        """Put the review on the clipboard as text."""
        QGuiApplication.clipboard().setText(rendered(wire, ExportFormat.TEXT))

    def _on_file_selected(self, path: str) -> None:
        text, self._wanted = self._wanted, None
        if text is not None:
            self._lane.submit(
                lambda _cancel: write_whole(path, text()),
                lambda _nothing: self.saved.emit(path),
                self.failed.emit,
            )

    def _filter(self, format_: ExportFormat) -> str:
        names = {
            ExportFormat.HTML: self.tr("Web page"),
            ExportFormat.TEXT: self.tr("Text"),
            ExportFormat.JSON: self.tr("JSON data"),
        }
        return f"{names[format_]} (*.{format_.value})"


def suggested_name(wire: Wire, format_: ExportFormat) -> str:
    """Return the resume's name with the review's ending."""
    stem = PurePath(str(wire["file"]["name"])).stem or "resume"
    return f"{stem} review.{format_.value}"


def rendered(wire: Wire, format_: ExportFormat) -> str:
    """Return the review as the file's text; the same words as `vitae review` writes."""
    if format_ is ExportFormat.JSON:
        return json.dumps(wire, ensure_ascii=False, indent=2) + "\n"
    # The writers are only needed here, long after the first paint.
    if format_ is ExportFormat.HTML:
        from desktop.export.html import review_html  # noqa: PLC0415

        return review_html(wire)
    from desktop.export.text import TextStyle, review_text  # noqa: PLC0415

    return review_text(wire, TextStyle())


def write_whole(path: str, text: str) -> None:
    """Write a file beside its place and move it there (QSaveFile).

    Raises:
        DesktopError: it could not be written; an older file of that name is as it was.
    """
    file = QSaveFile(path)
    data = text.encode("utf-8", "replace")
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not (opened and file.write(data) == len(data) and file.commit()):
        reason = file.errorString()
        raise DesktopError("export-failed", f"The review could not be saved: {reason}.")
