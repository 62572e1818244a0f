"""The line at the foot that always says where resumes are read and who sees them: nobody else."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget


class StatusLine(QStatusBar):
    """`On this computer only | Analyser: built-in | Sync: off | 3 in queue`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._queue = self._part("", self.tr("Files in the queue"))
        for text, name in (
            (self.tr("On this computer only"), self.tr("Where resumes are read")),
            (self.tr("Analyser: built-in"), self.tr("Who reviews")),
            (self.tr("Sync: off"), self.tr("Synchronisation")),
        ):
            self.addWidget(self._part(text, name))
        self.addWidget(self._queue)
        self.show_queue(0, paused=False)

    def show_queue(self, count: int, *, paused: bool) -> None:
        """Say how many files wait or run."""
        text = self.tr("{n} in queue").format(n=count)
        self._queue.setText(self.tr("{text}, paused").format(text=text) if paused else text)

    @property
    def text(self) -> str:
        """The whole line, as a screen reader would read it."""
        labels = [label for label in self.findChildren(QLabel) if label is not self._queue]
        return " | ".join([*(label.text() for label in labels), self._queue.text()])

    def _part(self, text: str, name: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "small")
        label.setContentsMargins(8, 0, 12, 0)
        label.setAccessibleDescription(name)
        return label
