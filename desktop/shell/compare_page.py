"""The page of two versions: asks the library, compares, and scores again where they are unlike."""

import logging
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.compare.comparable import RESCORABLE
from desktop.compare.compare_view import CompareView
from desktop.compare.comparison import Comparison
from desktop.compare.pair import Compared, Pair, Side, compared, load_pair
from desktop.compare.presenter import ComparisonPresenter, version_display
from desktop.errors import explain
from desktop.intake.errands import Errand
from desktop.reproduce.asking import request_again
from desktop.review.events import ActionChosen
from desktop.review.report import Report
from desktop.review.state_page import StateAction, StateWords
from desktop.shell.collaborators import Collaborators
from desktop.shell.review_export import ExportFormat, ReviewExport
from desktop.tasks.review_messages import ReviewFailure, ReviewResult
from desktop.widgets.style import SPACING

log = logging.getLogger("vitae.compare")

_RESCORE, _CANCEL = "rescore", "cancel"


class ComparePage(QWidget):
    """Shows one pair at a time; what is scored again for it is stored nowhere.

    Signals:
        backWanted: the person is done here.
        noticed: something to tell in passing; payload str.
        failed: something could not be saved; payload the error.
    """

    backWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    noticed = Signal(str)
    failed = Signal(object)

    def __init__(self, with_: Collaborators, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with = with_
        self._pair: Pair | None = None
        self._found: Comparison | None = None
        self._stored: Pair | None = None
        self._request_id = ""
        self.back = QPushButton(self.tr("Back"), self)
        self.back.setToolTip(self.tr("Back to where you came from (Esc)"))
        self.back.clicked.connect(self._on_back)
        self.swap = QPushButton(self.tr("Swap"), self)
        self.swap.setToolTip(self.tr("Take the other version for the earlier one"))
        self.swap.clicked.connect(self._on_swap)
        self.export = QPushButton(self.tr("Export"), self)
        self.export.setToolTip(self.tr("Save this comparison as a web page"))
        self.export.clicked.connect(self.save)
        self.exporter = ReviewExport(with_.storage, self)
        self.exporter.saved.connect(self._on_saved)
        self.exporter.failed.connect(self.failed)
        self.view = CompareView(with_.theme, self)
        self.view.actionChosen.connect(self._on_action_chosen)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self._on_back)
        self._lay_out()

    def open(self, one: str, two: str) -> None:
        """Compare two stored reviews, the one made earlier first."""
        self._forget()
        self._pair = self._stored = self._found = None
        self.swap.setEnabled(False)
        self.export.setEnabled(False)
        shelf = self._with.shelf
        self._with.storage.submit(
            lambda _cancel: compared(load_pair(shelf.library, (one, two))),
            self._on_loaded,
            self._on_trouble,
        )

    def take_focus(self) -> None:
        """Give the keyboard to what is shown."""
        self.view.take_focus()

    def save(self) -> None:
        """Ask where to save the comparison on screen; nothing happens while there is none."""
        found = self._found
        if found is None:
            return
        # The writer is only needed here.
        from desktop.export.compare_html import comparison_html  # noqa: PLC0415

        stem = PurePath(found.after.file.name).stem or "resume"
        name = f"{stem} compared.{ExportFormat.HTML.value}"
        self.exporter.ask_for(name, ExportFormat.HTML, lambda: comparison_html(found))

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Two versions compared"), self)
        title.setProperty("role", "title")
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 6)
        top.setSpacing(SPACING.medium)
        top.addWidget(self.back)
        top.addWidget(title, 1)
        top.addWidget(self.swap)
        top.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)

    # --- comparing ------------------------------------------------------------------------------

    def _compare(self, pair: Pair) -> None:
        self._with.storage.submit(
            lambda _cancel: compared(pair), self._on_compared, self._on_trouble
        )

    def _on_loaded(self, result: Compared) -> None:
        self._stored = result.pair
        self._on_compared(result)

    def _on_compared(self, result: Compared) -> None:
        self._pair, self._found = result.pair, result.found
        self.swap.setEnabled(True)
        self.export.setEnabled(result.found is not None)
        if result.found is not None:
            self.view.show_comparison(ComparisonPresenter(result.found, self.tr).display())
        elif result.refused is not None:
            self._show_refusal(result.pair, result.refused.message, result.refused.code)
        if self.isVisible():
            self.take_focus()

    def _show_refusal(self, pair: Pair, reason: str, code: str) -> None:
        unlike = pair.unlike() if code in RESCORABLE else None
        action = None
        if unlike is not None and unlike.path is None:
            gone = self.tr("The file of {name} is not here, so it cannot be scored again.")
            reason = f"{reason} {gone.format(name=unlike.report.file.name)}"
        elif unlike is not None:
            words = self.tr("Score the earlier version like the later one")
            action = StateAction(_RESCORE, words)
        versions = [version_display(side.report, self.tr) for side in (pair.before, pair.after)]
        self.view.show_refusal(versions[0], versions[1], reason, action)

    def _on_trouble(self, error: Exception) -> None:
        log.warning("two reviews could not be compared", exc_info=error)
        known = explain(error)
        title = self.tr("These reviews could not be opened")
        self.view.show_words(StateWords(title, known.message, (), known.code))

    # --- scoring again --------------------------------------------------------------------------

    def _rescore(self, pair: Pair) -> None:
        """Score again what is unlike, one after the other; compare when nothing is left."""
        side = pair.unlike()
        if side is None or side.path is None:
            self._compare(pair)
            return
        name = side.report.file.name
        cancel = StateAction(_CANCEL, self.tr("Cancel"))
        title = self.tr("Scoring {name} again").format(name=name)
        text = self.tr("The stored review stays as it is.")
        self.view.show_words(StateWords(title, text, (cancel,)))
        request = request_again(side.report, side.path, pair.after.report.review)
        self._request_id = request.request_id
        self._with.intake.ask(
            Errand(request, partial(self._on_rescored, pair, side), self._on_not_rescored)
        )

    def _on_rescored(self, pair: Pair, side: Side, result: ReviewResult) -> None:
        self._request_id = ""
        self._rescore(pair.scored_again(side, Report.from_wire(result.wire)))

    def _on_not_rescored(self, failure: ReviewFailure) -> None:
        self._request_id = ""
        title = self.tr("The earlier version could not be scored again")
        self.view.show_words(StateWords(title, failure.message, (), failure.code))

    def _forget(self) -> None:
        if self._request_id:
            self._with.intake.forget(self._request_id)
        self._request_id = ""

    # --- what the person does -------------------------------------------------------------------

    def _on_action_chosen(self, chosen: ActionChosen) -> None:
        if self._pair is None:
            return
        if chosen.name == _RESCORE:
            self._rescore(self._pair)
        elif chosen.name == _CANCEL:
            self._forget()
            self._compare(self._pair)

    def _on_swap(self) -> None:
        # From what was stored: the other one is now the measure.
        if self._stored is not None:
            self._forget()
            self._stored = self._stored.swapped
            self._compare(self._stored)

    def _on_saved(self, path: str) -> None:
        self.noticed.emit(self.tr("Saved as {path}").format(path=path))

    def _on_back(self) -> None:
        self._forget()
        self.backWanted.emit()
