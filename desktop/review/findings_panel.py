"""The findings with their filters above them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ai_agents.vocabulary import Dimension, FindingKind, Severity
from desktop.review import words
from desktop.review.display import FindingCard
from desktop.review.finding_filter import FindingFilter, SortOrder, StateFilter, in_state
from desktop.review.findings_view import FindingsView
from desktop.widgets.even_row import EvenRow
from desktop.widgets.theme import ThemeKeeper


class FindingsPanel(QWidget):
    """Lists the cards that match the filters.

    Signals:
        listed: other findings are listed than before; payload the tuple of `FindingCard`.
    """

    listed = Signal(object)

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[FindingCard, ...] = ()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # Made in reading order, which is the order of the Tab key.
        self._states = self._made_states()
        self._kind = self._made_combo(self.tr("Kind"), self._kinds())
        self._dimension = self._made_combo(self.tr("Dimension"), self._dimensions())
        self._severity = self._made_combo(self.tr("Severity"), self._severities())
        self._order = self._made_combo(self.tr("Order"), self._orders())
        self.view = FindingsView(theme, self)
        self._lay_out()

    def show_cards(self, cards: tuple[FindingCard, ...]) -> None:
        """Take the review's cards and list those that match."""
        self._cards = cards
        self._refresh()

    def reset(self) -> None:
        """Forget filters and choice, for another review."""
        self.set_filter(FindingFilter())
        self.view.set_cards(())

    def filter(self) -> FindingFilter:
        """Return the filter as it is set."""
        state = next(name for name, button in self._states.items() if button.isChecked())
        return FindingFilter(
            state=state,
            kind=self._kind.currentData(),
            dimension=self._dimension.currentData(),
            severity=self._severity.currentData(),
            order=self._order.currentData(),
        )

    def set_filter(self, wanted: FindingFilter) -> None:
        """Set every filter at once."""
        self._states[wanted.state].setChecked(True)
        for combo, value in (
            (self._kind, wanted.kind),
            (self._dimension, wanted.dimension),
            (self._severity, wanted.severity),
            (self._order, wanted.order),
        ):
            combo.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            combo.setCurrentIndex(max(combo.findData(value), 0))
            combo.blockSignals(False)  # noqa: FBT003 - the same
        self._refresh()

    def choose(self, finding_id: str) -> None:
        """Choose a finding; filters that hide it are cleared first."""
        if not self.view.choose(finding_id):
            self.set_filter(FindingFilter(state=StateFilter.ALL, order=self.filter().order))
            self.view.choose(finding_id)

    def take_focus(self) -> None:
        """Give the keyboard to the list, a card chosen; to the filters where nothing is listed."""
        listed = bool(self.view.cards())
        stop: QWidget = self.view if listed else self._states[self.filter().state]
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if listed and self.view.chosen_id() is None:  # it had the keyboard already
            self.view.step(1)

    # -- filters -----------------------------------------------------------------------------

    def _made_states(self) -> dict[StateFilter, QToolButton]:
        group = QButtonGroup(self)
        buttons = {}
        for state in StateFilter:
            button = QToolButton(self)
            button.setProperty("role", "flat")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._refresh)
            group.addButton(button)
            buttons[state] = button
        buttons[StateFilter.OPEN].setChecked(True)
        return buttons

    def _kinds(self) -> Sequence[tuple[str, FindingKind | None]]:
        named = [(self.tr(words.KINDS[kind]), kind) for kind in FindingKind]
        return [(self.tr("All kinds"), None), *named]

    def _dimensions(self) -> Sequence[tuple[str, Dimension | None]]:
        named = [(self.tr(words.DIMENSIONS[name]), name) for name in Dimension]
        return [(self.tr("All dimensions"), None), *named]

    def _severities(self) -> Sequence[tuple[str, Severity | None]]:
        named = [(self.tr(words.SEVERITIES[name]), name) for name in Severity]
        return [(self.tr("All severities"), None), *named]

    def _orders(self) -> Sequence[tuple[str, SortOrder]]:
        return [
            (self.tr("In page order"), SortOrder.PAGE),
            (self.tr("By points"), SortOrder.POINTS),
        ]

    def _made_combo(self, name: str, items: Sequence[tuple[str, object]]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.view().setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for text, value in items:
            combo.addItem(text, value)
        combo.currentIndexChanged.connect(self._refresh)
        return combo

    # -- list --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        states, combos = EvenRow(self), EvenRow(self)
        for button in self._states.values():
            states.add(button)
        for combo in (self._kind, self._dimension, self._severity, self._order):
            combos.add(combo)
        layout.addWidget(states)
        layout.addWidget(combos)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._made_empty())
        layout.addLayout(self._stack, 1)

    def _made_empty(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        self._empty_text = QLabel(page)
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_text.setProperty("role", "muted")
        self._empty_text.setWordWrap(True)
        self._clear = QPushButton(self.tr("Clear filters"), page)
        self._clear.clicked.connect(self._on_clear_clicked)
        layout.addWidget(self._empty_text)
        layout.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return page

    def _refresh(self) -> None:
        shown = self.filter().apply(self._cards)
        names = {
            StateFilter.OPEN: self.tr("Open {n}"),
            StateFilter.RAISED: self.tr("Raised {n}"),
            StateFilter.DISMISSED: self.tr("Dismissed {n}"),
            StateFilter.ALL: self.tr("All {n}"),
        }
        for state, button in self._states.items():
            count = sum(in_state(card, state) for card in self._cards)
            button.setText(names[state].format(n=count))
        self.view.set_cards(shown)
        self._stack.setCurrentIndex(0 if shown else 1)
        self._clear.setVisible(bool(self._cards))
        self._empty_text.setText(self._empty_words())
        self.listed.emit(shown)

    def _empty_words(self) -> str:
        if not self._cards:
            return self.tr("This review has no findings.")
        dimension = self._dimension.currentData()
        if dimension and not any(card.dimension is dimension for card in self._cards):
            return self.tr(
                "No finding of this dimension. “How it adds up” shows what its points depend on."
            )
        return self.tr("No finding matches these filters.")

    def _on_clear_clicked(self) -> None:
        self.set_filter(FindingFilter())
