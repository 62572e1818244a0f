"""The overall score and the eight dimensions: number, word, bar and shape."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ai_agents.vocabulary import STRUCTURE_DIMENSIONS, Dimension
from desktop.review.dimension_row import DimensionRow
from desktop.review.display import DimensionDisplay, ReportDisplay
from desktop.review.events import DimensionPicked
from desktop.widgets.icons import icon
from desktop.widgets.score_bar import BandShape, ScoreBar
from desktop.widgets.theme import ThemeKeeper

_SIDE_PX = 12


class ScoresPanel(QWidget):
    """Shows the scores of one review; the eight rows can be folded away.

    Signals:
        dimensionPicked: a dimension was pressed; payload `DimensionPicked`.
    """

    dimensionPicked = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[Dimension, DimensionRow] = {}
        self._headings: list[QLabel] = []
        self._compact = False
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._score, self._word, self._tally = QLabel(self), QLabel(self), QLabel(self)
        self._score.setProperty("role", "score")
        self._word.setProperty("role", "title")
        self._tally.setProperty("role", "muted")
        self._shape, self._bar = BandShape(theme, self), ScoreBar(theme, self)
        self._banner = self._made_banner()
        self._fold = self._made_fold()
        self._grid = _Rows(self)
        self._grid_layout = QVBoxLayout(self._grid)
        self._grid_layout.setContentsMargins(0, 0, 0, 0)
        self._grid_layout.setSpacing(0)
        self._scroller = _Scroller(self._grid, self)
        self._scroller.setAccessibleName(self._fold.text())
        self._grid.resized = self._scroller.updateGeometry
        self._lay_out()
        theme.themeChanged.connect(self._on_theme_changed)

    def show_scores(self, display: ReportDisplay) -> None:
        """Show these scores."""
        overall = display.overall
        self._score.setText(overall.text)
        self._word.setText(overall.word)
        self._tally.setText(display.tally)
        self._shape.show_band(overall.band, overall.word)
        self._bar.show_score(overall.fraction, overall.band, display.spoken)
        self._bar.setToolTip(display.overall_arithmetic)
        self._banner.setText(display.banner)
        self._banner.setVisible(bool(display.banner))
        if self._rows:
            for row in display.dimensions:
                self._rows[row.dimension].show_dimension(row)
        else:
            self._fill(display.dimensions)

    def needed_width(self) -> int:
        """Return the width at which no row's word or bar is cut."""
        rows = [row.sizeHint().width() for row in self._rows.values()]
        return max(rows, default=0) + 2 * _SIDE_PX

    def mark(self, dimension: Dimension | None) -> None:
        """Show which dimension's arithmetic is open."""
        for name, row in self._rows.items():
            row.setChecked(name is dimension)

    def set_folded(self, *, folded: bool) -> None:
        """Fold the eight rows away or show them."""
        self._fold.setChecked(not folded or self._compact)

    @property
    def folded(self) -> bool:
        """Whether the eight rows are folded away."""
        return not self._fold.isChecked()

    def set_compact(self, *, compact: bool) -> None:
        """Stand beside the tabs in little height: always the rows, without headings or fold."""
        vertical = QSizePolicy.Policy.Preferred if compact else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        if compact is self._compact:
            return
        self._compact = compact
        self.set_folded(folded=not compact)
        self._fold.setHidden(compact)
        for label in self._headings:
            label.setHidden(compact)

    def _fill(self, dimensions: tuple[DimensionDisplay, ...]) -> None:
        before: QWidget = self._fold
        for number, row in enumerate(dimensions):
            if number in (0, len(STRUCTURE_DIMENSIONS)):
                name = self.tr("Structure") if number == 0 else self.tr("Appeal to the industry")
                label = _group_label(name, self._grid)
                label.setHidden(self._compact)
                self._grid_layout.addWidget(label)
                self._headings.append(label)
            widget = DimensionRow(self._theme, row, self._grid)
            widget.dimensionPicked.connect(self._on_row_picked)
            self._grid_layout.addWidget(widget)
            # Made after the tabs below, so the keyboard would reach the rows last.
            QWidget.setTabOrder(before, widget)
            before = widget
            self._rows[row.dimension] = widget

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE_PX, 10, _SIDE_PX, 6)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        of_hundred = QLabel(self.tr("of 100"), self)
        of_hundred.setProperty("role", "muted")
        low = Qt.AlignmentFlag.AlignBottom
        top.addWidget(self._score, 0, low)
        top.addWidget(of_hundred, 0, low)
        top.addSpacing(6)
        top.addWidget(self._shape, 0, low)
        top.addWidget(self._word, 0, low)
        top.addStretch(1)
        top.addWidget(self._tally, 0, low)
        layout.addLayout(top)
        layout.addWidget(self._bar)
        layout.addWidget(self._banner)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._scroller)
        layout.addStretch(1)

    def _made_banner(self) -> QLabel:
        banner = QLabel(self)
        banner.setProperty("role", "banner")
        banner.setFrameShape(QFrame.Shape.NoFrame)
        banner.setWordWrap(True)
        banner.hide()
        return banner

    def _made_fold(self) -> QToolButton:
        fold = QToolButton(self)
        fold.setProperty("role", "flat-text")
        fold.setText(self.tr("Scores by dimension"))
        fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        fold.setCheckable(True)
        fold.setChecked(True)
        fold.setIcon(icon("chevron-down", self._theme.theme))
        fold.toggled.connect(self._on_fold_toggled)
        return fold

    def _on_fold_toggled(self, open_: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._scroller.setVisible(open_)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        name = "chevron-down" if self._fold.isChecked() else "chevron-right"
        self._fold.setIcon(icon(name, self._theme.theme))
        self._fold.setMinimumHeight(self._fold.sizeHint().height())
        for row in self._rows.values():
            row.updateGeometry()

    def _on_row_picked(self, picked: DimensionPicked) -> None:
        self.mark(picked.dimension)
        self.dimensionPicked.emit(picked)


class _Rows(QWidget):
    """The rows; says when they need more or less room, which a scroll area keeps to itself."""

    resized: Callable[[], None] | None = None

    def event(self, event: QEvent) -> bool:
        """Tell of another wanted size."""
        if event.type() == QEvent.Type.LayoutRequest and self.resized is not None:
            self.resized()
        return super().event(event)


class _Scroller(QScrollArea):
    """Lets the rows scroll where large text leaves no room for all: none is squeezed."""

    def __init__(self, rows: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setWidget(rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows take the keyboard
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for part in (self.viewport(), rows):
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """All rows."""
        return self._rows.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """Two rows."""
        return QSize(self._rows.minimumSizeHint().width(), 3 * self.fontMetrics().height())


def _group_label(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "small")
    label.setContentsMargins(8, 4, 0, 0)
    return label
