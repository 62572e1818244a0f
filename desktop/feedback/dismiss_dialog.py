"""Asks why a finding is dismissed; never blocks the window's event loop."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.feedback.overrides import NOTE_LIMIT, DismissReason


@dataclass(frozen=True)
class ReasonGiven:
    """Why the finding with this key is dismissed."""

    key: str
    reason: DismissReason
    note: str


class DismissDialog(QDialog):
    """Three reasons and room for the coach's own words.

    Signals:
        reasonGiven: the coach confirmed; payload `ReasonGiven`.
    """

    reasonGiven = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self,
        key: str,
        message: str,
        reasons: dict[DismissReason, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setWindowTitle(self.tr("Dismiss finding"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        quoted = QLabel(message, self)
        quoted.setTextFormat(Qt.TextFormat.PlainText)
        quoted.setWordWrap(True)
        layout.addWidget(quoted)
        self._reasons = self._made_reasons(reasons, layout)
        self.note = QLineEdit(self)
        self.note.setMaxLength(NOTE_LIMIT)
        self.note.setPlaceholderText(self.tr("In your own words (optional)"))
        self.note.setAccessibleName(self.tr("Reason in your own words"))
        layout.addWidget(self.note)
        remark = QLabel(self.tr("The score stays as it is; it comes from the rubric."), self)
        remark.setProperty("role", "small")
        layout.addWidget(remark)
        layout.addWidget(self._made_buttons())
        self.accepted.connect(self._on_accepted)

    def choose(self, reason: DismissReason) -> None:
        """Select a reason."""
        self._buttons[reason].setChecked(True)

    def _made_reasons(self, reasons: dict[DismissReason, str], layout: QVBoxLayout) -> QButtonGroup:
        group = QButtonGroup(self)
        self._buttons: dict[DismissReason, QRadioButton] = {}
        for reason, text in reasons.items():
            button = QRadioButton(text, self)
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[reason] = button
        first = next(iter(self._buttons.values()))
        first.setChecked(True)
        first.setFocus()
        return group

    def _made_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        confirm = QPushButton(self.tr("Dismiss finding"), self)
        confirm.setProperty("role", "primary")
        confirm.setDefault(True)
        box.addButton(confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _on_accepted(self) -> None:
        chosen = self._reasons.checkedButton()
        reason = next(name for name, button in self._buttons.items() if button is chosen)
        self.reasonGiven.emit(ReasonGiven(self._key, reason, self.note.text()))
