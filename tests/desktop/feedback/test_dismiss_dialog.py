"""The dialog asks for one of three reasons, by mouse or keyboard, and never blocks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from desktop.feedback.dismiss_dialog import DismissDialog, ReasonGiven
from desktop.feedback.overrides import DismissReason
from desktop.review.words import REASONS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def dialog(qtbot: QtBot) -> DismissDialog:
    """Return an open dialog."""
    made = DismissDialog("k", "<b>This line</b> describes a duty.", REASONS)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_enter_confirms_the_first_reason(qtbot: QtBot, dialog: DismissDialog) -> None:
    """Two keys are enough: D in the list, Enter here."""
    with qtbot.waitSignal(dialog.reasonGiven) as signal:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert signal.args == [ReasonGiven("k", DismissReason.NOT_RELEVANT, "")]


def test_reason_and_words_are_told(qtbot: QtBot, dialog: DismissDialog) -> None:
    """What was chosen and typed arrives."""
    dialog.choose(DismissReason.WRONG)
    qtbot.keyClicks(dialog.note, "dates are right")
    with qtbot.waitSignal(dialog.reasonGiven) as signal:
        dialog.accept()
    assert signal.args == [ReasonGiven("k", DismissReason.WRONG, "dates are right")]


def test_escape_tells_nothing(qtbot: QtBot, dialog: DismissDialog) -> None:
    """Leaving is no decision."""
    with qtbot.assertNotEmitted(dialog.reasonGiven):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_every_reason_can_be_chosen(dialog: DismissDialog) -> None:
    """Three reasons, in words, one of them set."""
    buttons = dialog.findChildren(QRadioButton)
    assert [button.text() for button in buttons] == list(REASONS.values())
    assert sum(button.isChecked() for button in buttons) == 1
