"""Understands what a drag or the clipboard holds, from the file manager, a browser or mail."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

#: Formats under which mail programs promise a file they have not written yet.
_PROMISES = (
    'application/x-qt-windows-mime;value="FileGroupDescriptorW"',
    'application/x-qt-windows-mime;value="FileGroupDescriptor"',
    "application/x-moz-file-promise",
    "com.apple.pasteboard.promised-file-url",
    "XdndDirectSave0",
)
#: Text shorter than this is no resume (SPEC section 1: 100–50,000 characters).
SHORTEST_TEXT = 100
LONGEST_TEXT = 50_000


@dataclass(frozen=True)
class Dropped:
    """Files and folders, or text, or a sentence that says why neither is there."""

    paths: tuple[Path, ...] = ()
    text: str = ""
    problem: str = ""

    @property
    def files(self) -> int:
        """How many of the paths are no folders."""
        return sum(not path.is_dir() for path in self.paths)

    @property
    def folders(self) -> int:
        """How many of the paths are folders."""
        return len(self.paths) - self.files


def understand(data: QMimeData) -> Dropped:
    """Return what the drag or the clipboard holds."""
    if data.hasUrls():
        paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        if paths:
            return Dropped(paths)
        return Dropped(problem=_say("This is a link, not a file. Save the file, then drop it."))
    if data.hasImage() or any(data.hasFormat(name) for name in _PROMISES):
        return Dropped(problem=_say("Save the attachment first, then drop it."))
    if data.hasText() and data.text().strip():
        return _understand_text(data.text())
    return Dropped(problem=_say("There is no file or text in this."))


def _understand_text(text: str) -> Dropped:
    length = len(text.strip())
    if length < SHORTEST_TEXT:
        return Dropped(
            problem=_say("This text is too short for a resume (100 characters or more are needed).")
        )
    if length > LONGEST_TEXT:
        return Dropped(problem=_say("This text is too long for a resume (50,000 characters)."))
    return Dropped(text=text)


def describe(dropped: Dropped) -> str:
    """Return what letting go would do, e.g. "Add 14 files and 2 folders"."""
    files = QCoreApplication.translate("Dropped", "%n file(s)", None, dropped.files)
    folders = QCoreApplication.translate("Dropped", "%n folder(s)", None, dropped.folders)
    files, folders = _english(files, dropped.files), _english(folders, dropped.folders)
    if dropped.problem:
        return dropped.problem
    if dropped.text:
        return _say("Add this text as a resume")
    if dropped.files and dropped.folders:
        return _say("Add {files} and {folders}").format(files=files, folders=folders)
    return _say("Add {what}").format(what=files if dropped.files else folders)


def _english(text: str, count: int) -> str:
    """Finish Qt's "(s)" where no translation is loaded (English has no plural file)."""
    return text.replace("(s)", "" if count == 1 else "s")


def _say(text: str) -> str:
    return QCoreApplication.translate("Dropped", text)
