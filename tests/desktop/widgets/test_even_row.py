"""Controls of one row stay readable: they wrap rather than being cut."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.announcement import announce
from desktop.widgets.even_row import EvenRow

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def test_a_row_wraps_where_its_texts_need_it(qtbot: QtBot) -> None:
    """Four beside each other, two rows of two, or one column; never a cut text."""
    row = EvenRow()
    qtbot.addWidget(row)
    buttons = [QPushButton(f"Button number {n}") for n in range(4)]
    for button in buttons:
        row.add(button)
    row.show()
    one = max(button.sizeHint().width() for button in buttons)
    for width, columns in ((one * 5, 4), (one * 3, 2), (one + 20, 1)):
        row.resize(width, row.sizeHint().height())
        assert row.columns == columns
        qtbot.waitUntil(lambda: all(button.width() >= one for button in buttons))


def test_announcing_needs_no_screen_reader(qtbot: QtBot) -> None:
    """Without one nothing is spoken and nothing fails."""
    row = EvenRow()
    qtbot.addWidget(row)
    announce(row, "A review is there.")
    announce(row, "")
