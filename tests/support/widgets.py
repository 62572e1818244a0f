"""What tests of widgets need beside pytest-qt."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def delete_now(widget: QWidget) -> None:
    """Delete a widget with all its children before the next test begins."""
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
