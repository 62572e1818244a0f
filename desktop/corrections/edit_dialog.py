"""A small form that stays open, with what was typed, until its values can be kept."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.corrections.values import NotAValueError
from desktop.widgets.announcement import announce


class EditDialog(QDialog):
    """Fields built with the `add_…` methods; never blocks the window's event loop.

    On Save `keep` is called; when it raises `NotAValueError` the message is shown, the field gets
    the keyboard, and nothing typed is lost.
    """

    def __init__(self, title: str, intro: str, keep: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._keep = keep
        self._fields: dict[str, QWidget] = {}
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(400)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(_wrapped(intro, self))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.addLayout(self._form)
        self.problem = _wrapped("", self)
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addWidget(self._made_buttons())

    def add_line(self, name: str, label: str, text: str, hint: str = "") -> QLineEdit:
        """Add a field of one line."""
        field = QLineEdit(text, self)
        field.setPlaceholderText(hint)
        self._add(name, label, field)
        return field

    def add_text(self, name: str, label: str, text: str) -> QPlainTextEdit:
        """Add a field of several lines; Tab leaves it."""
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        self._add(name, label, field)
        return field

    def add_choice(
        self, name: str, label: str, choices: Mapping[str, str], chosen: str
    ) -> QComboBox:
        """Add a choice of code → words."""
        field = QComboBox(self)
        # Long lines of a resume must not make the dialog as wide.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        field.setSizeAdjustPolicy(policy)
        field.setMinimumContentsLength(24)
        for code, words in choices.items():
            field.addItem(words, code)
        field.setCurrentIndex(max(0, field.findData(chosen)))
        self._add(name, label, field)
        return field

    def _add(self, name: str, label: str, field: QWidget) -> None:
        field.setObjectName(name)
        field.setAccessibleName(label)
        self._form.addRow(label, field)
        if not self._fields:
            field.setFocus()
        self._fields[name] = field

    def _made_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        box.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_save)
        box.rejected.connect(self.reject)
        return box

    def _on_save(self) -> None:
        try:
            self._keep()
        except NotAValueError as error:
            self.problem.setText(error.message)
            self.problem.show()
            announce(self, error.message)
            if field := self._fields.get(error.field):
                field.setFocus()
        else:
            self.accept()


def _wrapped(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
