"""Says why a file could not be reviewed, whole and with its code, before anything is run again."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def show_failure(
    name: str, reason: str, code: str, try_again: Callable[[], None], parent: QWidget
) -> QMessageBox:
    """Open the reason; `try_again` runs only if that button is pressed.

    Args:
        name: of the file.
        reason: what went wrong and what to do, in words.
        code: for support and the documentation; may be empty.
        try_again: queues the file again.
        parent: the widget over which it opens.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_say("This file could not be reviewed"))
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name is no markup
    box.setText(name)
    told = f"{reason}\n\n{_say('Code')}: {code}" if code else reason
    box.setInformativeText(told)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    again = box.addButton(_say("Try again"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(_say("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    again.clicked.connect(lambda _checked=False: try_again())
    box.open()
    return box


def _say(text: str) -> str:
    return QCoreApplication.translate("FailureDialog", text)
