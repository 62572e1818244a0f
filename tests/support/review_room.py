"""A review view with a sample in it, and short ways to look at what it shows."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.feedback.dismiss_dialog import DismissDialog
from desktop.review.review_view import ReviewView
from desktop.widgets.theme import ThemeKeeper
from tests.support.correction_store import FakeCorrectionStore
from tests.support.override_store import FakeOverrideStore


@dataclass
class Room:
    """A review view and what it stands on."""

    view: ReviewView
    store: FakeOverrideStore
    keeper: ThemeKeeper
    bot: QtBot
    corrections: FakeCorrectionStore

    @property
    def listed(self) -> list[int]:
        """The numbers in the list."""
        return [card.number for card in self.view._assessment.findings.view.cards()]

    @property
    def marked(self) -> set[int]:
        """The numbers on the pages."""
        return {mark.number for mark in self.view._document.page_view._marking.marks}

    @property
    def chosen(self) -> int | None:
        """The number of the open card."""
        card = self.view._assessment.findings.view.chosen()
        return card.number if card else None

    def key(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        self.bot.keyClick(self.view._assessment.findings.view, key)

    def dialog(self) -> DismissDialog:
        """Return the dialog that is open."""
        (dialog,) = self.view.findChildren(DismissDialog)
        return dialog
