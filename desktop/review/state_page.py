"""What the review shows when there is no review: nothing yet, one under way, or one that failed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.review.events import ActionChosen

#: A sentence is easiest to read at about this length of line.
_COLUMN_CHARACTERS = 72
#: Nothing is shown for this long, stage words and Cancel after that (UX 3.11).
_SHOW_AFTER_MS, _WORDS_AFTER_MS = 300, 2000


@dataclass(frozen=True)
class StateAction:
    """A button: its own name for the receiver, its text for the coach."""

    name: str
    text: str


@dataclass(frozen=True)
class StateWords:
    """What a state says: a title, a sentence, at most two actions, an optional code."""

    title: str
    text: str = ""
    actions: tuple[StateAction, ...] = ()
    code: str = ""


class StatePage(QWidget):
    """One sentence, one or two actions, and progress where there is some.

    Signals:
        actionChosen: a button was pressed; payload `ActionChosen`.
    """

    actionChosen = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._text, self._code = QLabel(self), QLabel(self), QLabel(self)
        self._progress = QProgressBar(self)
        self._buttons: list[QPushButton] = []
        self._cancel = StateAction("cancel", self.tr("Cancel"))
        self._show_timer = self._made_timer(_SHOW_AFTER_MS, self._on_show_timeout)
        self._words_timer = self._made_timer(_WORDS_AFTER_MS, self._on_words_timeout)
        self._lay_out()

    def show_words(self, words: StateWords) -> None:
        """Show a state that does not move: empty or error."""
        self._stop()
        self._set_words(words)
        self._progress.hide()
        self._title.show()
        self._text.setVisible(bool(words.text))

    def take_focus(self) -> None:
        """Give the keyboard to the first button, if there is one."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_progress(self, stage: str, step: int, steps: int) -> None:
        """Show a review under way; quiet at first, in words when it takes long.

        Args:
            stage: what is being done, in words.
            step: the stage's place, from 1.
            steps: the number of stages.
        """
        text = self.tr("Step {step} of {steps}: {stage}").format(
            step=step, steps=steps, stage=stage.lower()
        )
        waiting = self._show_timer.isActive() or self._words_timer.isActive()
        running = self._progress.isVisible()
        if not waiting and not running:
            self._set_words(StateWords(self.tr("Reviewing the resume"), text, (self._cancel,)))
            for widget in (self._title, self._text, self._progress, *self._buttons):
                widget.hide()
            self._show_timer.start()
            self._words_timer.start()
        self._text.setText(text)
        self._progress.setRange(0, steps)
        self._progress.setValue(step)
        self._progress.setAccessibleName(text)

    def _set_words(self, words: StateWords) -> None:
        self._title.setText(words.title)
        self._text.setText(words.text)
        self._code.setText(self.tr("Code: {code}").format(code=words.code))
        self._code.setVisible(bool(words.code))
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        for number, action in enumerate(words.actions):
            button = QPushButton(action.text, self)
            if number == 0 and action != self._cancel:
                button.setProperty("role", "primary")
            button.clicked.connect(partial(self._on_button_clicked, action.name))
            self._row.insertWidget(1 + number, button)
            self._buttons.append(button)
        self.setAccessibleName(f"{words.title}. {words.text}")

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._text.setProperty("role", "muted")
        self._code.setProperty("role", "small")
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(260)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (self._title, self._text):
            label.setAlignment(centre)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        layout.addWidget(self._progress, 0, centre)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addStretch(1)
        layout.addLayout(self._row)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._code, 0, centre)
        layout.addStretch(3)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """The margins give way: they must not keep the window from becoming smaller."""
        return QSize(300, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Keep the words in a column one can read."""
        super().resizeEvent(event)
        column = self.fontMetrics().averageCharWidth() * _COLUMN_CHARACTERS
        side = max((self.width() - column) // 2, 16)
        self.setContentsMargins(side, 0, side, 0)

    def _made_timer(self, after_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(slot)
        return timer

    def _stop(self) -> None:
        self._show_timer.stop()
        self._words_timer.stop()

    def _on_show_timeout(self) -> None:
        self._title.show()
        self._progress.show()

    def _on_words_timeout(self) -> None:
        for widget in (self._text, *self._buttons):
            widget.show()

    def _on_button_clicked(self, name: str) -> None:
        self.actionChosen.emit(ActionChosen(name))
