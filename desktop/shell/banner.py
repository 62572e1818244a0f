"""A lasting state told above the page: read-only, damaged, safe mode, an improper end last time."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QFrame):
    """One sentence with at most one action; hidden until there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton(self.tr("More"), self)
        self.action.clicked.connect(self._on_action_clicked)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.close_button.clicked.connect(self.hide)
        self._do: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.close_button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, empty while the banner is hidden."""
        return "" if self.isHidden() else self._label.text()

    def say(self, text: str) -> None:
        """Show a state that lasts as long as the window; an empty sentence hides the banner."""
        self._show(text)
        self._do = None
        self.action.hide()
        self.close_button.hide()

    def offer(self, text: str, button: str, do: Callable[[], object]) -> None:
        """Show something that happened, with one thing to do about it; it can be closed."""
        self._show(text)
        self._do = do
        self.action.setText(button)
        self.action.show()
        self.close_button.show()

    def _show(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _on_action_clicked(self) -> None:
        if self._do is not None:
            self._do()
