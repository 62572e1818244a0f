"""The keyboard map of UX 3.12, for what exists; a key that would do nothing is not bound."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.shell.rail import RAIL, Place

if TYPE_CHECKING:
    from desktop.shell.main_window import MainWindow

_STANDARD = QKeySequence.StandardKey


def add_shortcuts(window: "MainWindow") -> None:
    """Bind every key of the window itself; lists and the review bind their own."""

    def bind(keys: QKeySequence | QKeySequence.StandardKey | str, do: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(do)

    bind(_STANDARD.Open, window.doors.choose_files)
    bind("Ctrl+Shift+O", window.doors.choose_folder)
    bind(_STANDARD.Paste, lambda: _paste(window))
    bind(_STANDARD.Find, window.focus_search)
    bind("F5", window.refresh)
    bind("F6", window.next_pane)
    bind("Ctrl+,", lambda: window.go_to(Place.SETTINGS))
    bind(_STANDARD.ZoomIn, lambda: window.zoom(1))
    bind("Ctrl+=", lambda: window.zoom(1))
    bind(_STANDARD.ZoomOut, lambda: window.zoom(-1))
    bind("Ctrl+0", lambda: window.zoom(0))
    bind(_STANDARD.Quit, window.close)
    bind("Ctrl+Z", window.toast.undo)
    bind("Ctrl+E", window.export_review)
    for place in RAIL:
        bind(f"Ctrl+{int(place) + 1}", partial(window.go_to, place))


def _paste(window: "MainWindow") -> None:
    """Paste into a field that has the cursor, else add a resume."""
    focused = window.focusWidget()
    if isinstance(focused, QLineEdit | QPlainTextEdit):
        focused.paste()
    else:
        window.doors.paste()
