"""The review of one resume: the page at the left, scores and findings at the right, linked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.feedback.overrides import Overrides, OverrideStore
from desktop.review.document_pane import DocumentPane
from desktop.review.presenter import Presenter
from desktop.review.report import Report
from desktop.widgets.theme import ThemeKeeper


class ReviewView(QWidget):
    """Shows one report and takes the coach's decisions about its findings.

    Signals:
        findingOverridden: a decision was made; payload `FindingOverridden`.
        overrideUndone: a decision was taken back; payload `OverrideUndone`.
    """

    findingOverridden = Signal(object)  # noqa: N815 - Qt signals are camelCase
    overrideUndone = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, theme: ThemeKeeper, store: OverrideStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._store = store
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._document = DocumentPane(theme, self)
        self._splitter.addWidget(self._document)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def show_review(self, report: Report, source: bytes | None, overrides: Overrides) -> None:
        """Show a report beside its file; `overrides` are the decisions kept for it."""
        display = Presenter(report, self.tr).display(overrides)
        self._document.show_report(report, source)
        self._document.show_cards(display.cards)
