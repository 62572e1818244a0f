"""The right half of a review: scores above; findings, arithmetic and summary in tabs below."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QTabWidget, QWidget

from ai_agents.vocabulary import Dimension
from desktop.review.arithmetic_panel import ArithmeticPanel
from desktop.review.display import ReportDisplay
from desktop.review.events import DimensionPicked, FindingPicked
from desktop.review.finding_filter import FindingFilter
from desktop.review.findings_panel import FindingsPanel
from desktop.review.scores_panel import ScoresPanel
from desktop.review.summary_panel import SummaryPanel
from desktop.widgets.theme import ThemeKeeper

_TABS_ROOM_PX = 48
_FINDINGS, _ARITHMETIC, _SUMMARY = range(3)


class AssessmentPane(QWidget):
    """Shows everything said about one resume.

    Signals:
        findingPicked: another finding is chosen; payload `FindingPicked`.
        linePicked: a quoted line is to be shown; payload `LinePicked`.
        actionChosen: something is to be done with a finding; payload `CardAction`.
    """

    findingPicked = Signal(object)  # noqa: N815 - Qt signals are camelCase
    linePicked = Signal(object)  # noqa: N815 - Qt signals are camelCase
    actionChosen = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._display: ReportDisplay | None = None
        self._dimension = Dimension.FORMAT
        self.scores = ScoresPanel(theme, self)
        # Made in reading order, which is the order of the Tab key.
        self.tabs = QTabWidget(self)
        self.findings = FindingsPanel(theme, self)
        self.arithmetic = ArithmeticPanel(theme, self)
        self.summary = SummaryPanel(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Review"))
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the review"))
        self.tabs.addTab(self.findings, self.tr("Findings"))
        self.tabs.addTab(self.arithmetic, self.tr("How it adds up"))
        self.tabs.addTab(self.summary, self.tr("Summary"))
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.scores)
        self._layout.addWidget(self.tabs, 1)
        self.tabs.tabBar().setDrawBase(False)
        self._join()

    def show_display(self, display: ReportDisplay, *, fresh: bool) -> None:
        """Show a review; `fresh` forgets filters and choice of the one before."""
        self._display = display
        self.scores.show_scores(display)
        self.summary.show_display(display)
        if fresh:
            with QSignalBlocker(self.findings):
                self.findings.reset()
            self._dimension = _lowest(display)
            self.tabs.setCurrentIndex(_FINDINGS)
        self._show_arithmetic()
        self.findings.show_cards(display.cards)

    def choose(self, finding_id: str) -> None:
        """Choose a finding and show the list."""
        self.tabs.setCurrentIndex(_FINDINGS)
        self.findings.choose(finding_id)

    def take_focus(self) -> None:
        """Give the keyboard to the findings, or to the tabs while another one is open."""
        if self.tabs.currentIndex() == _FINDINGS:
            self.findings.take_focus()
        else:
            self.tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fits_wide(self, width_px: int) -> bool:
        """Whether scores and tabs have room beside each other at this width."""
        tabs = self.tabs.tabBar().sizeHint().width() + _TABS_ROOM_PX
        return self.scores.needed_width() + tabs <= width_px

    def least_height(self) -> int:
        """Return the height in pixels below which something would be cut."""
        return self._layout.minimumSize().height()

    def fit_in(self, height_px: int) -> int:
        """Leave the tabs out where there is no room for them; return the height that is needed."""
        scores, tabs = self.scores.minimumSizeHint().height(), self.tabs.minimumSizeHint().height()
        beside = self._layout.direction() == QBoxLayout.Direction.LeftToRight
        needed = max(scores, tabs) if beside else scores + tabs
        self.tabs.setVisible(needed <= height_px)
        return height_px if needed <= height_px else scores

    def show_all(self) -> None:
        """Show the tabs again."""
        self.tabs.show()

    def set_wide(self, *, wide: bool) -> None:
        """Put the scores beside the tabs (when the pane is low and wide) or above them."""
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(sideways if wide else down)
        self.scores.set_compact(compact=wide)

    def _join(self) -> None:
        self.scores.dimensionPicked.connect(self._on_dimension_picked)
        self.findings.view.findingPicked.connect(self.findingPicked)
        self.findings.view.actionChosen.connect(self.actionChosen)
        self.findings.view.linePicked.connect(self.linePicked)
        self.arithmetic.linePicked.connect(self.linePicked)
        self.arithmetic.findingPicked.connect(self._on_arithmetic_finding_picked)
        self.arithmetic.listWanted.connect(self._on_list_wanted)
        self.tabs.currentChanged.connect(self._on_tab_changed)

    def _show_arithmetic(self) -> None:
        if self._display is None:
            return
        row = next(d for d in self._display.dimensions if d.dimension is self._dimension)
        self.arithmetic.show_dimension(row, self._display.overall_arithmetic)
        self._on_tab_changed()

    def _on_tab_changed(self) -> None:
        is_open = self.tabs.currentIndex() == _ARITHMETIC
        self.scores.mark(self._dimension if is_open else None)

    def _on_dimension_picked(self, picked: DimensionPicked) -> None:
        self._dimension = picked.dimension
        self.tabs.setCurrentIndex(_ARITHMETIC)
        self._show_arithmetic()

    def _on_arithmetic_finding_picked(self, picked: FindingPicked) -> None:
        self.choose(picked.finding_id)

    def _on_list_wanted(self, picked: DimensionPicked) -> None:
        self.findings.set_filter(FindingFilter(dimension=picked.dimension))
        self.tabs.setCurrentIndex(_FINDINGS)


def _lowest(display: ReportDisplay) -> Dimension:
    """Return the dimension a coach will ask about first: the lowest assessed one."""
    scored = [row for row in display.dimensions if row.score.value is not None]
    worst = min(scored, key=lambda row: row.score.value or 0.0, default=display.dimensions[0])
    return worst.dimension
