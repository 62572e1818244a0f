"""One of the two versions as a card: which file, its score, and how it was made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.compare.display import VersionDisplay
from desktop.widgets.reading_column import plain_label
from desktop.widgets.score_bar import BandShape, ScoreBar
from desktop.widgets.style import SPACING
from desktop.widgets.theme import ThemeKeeper


class VersionCard(QFrame):
    """Made anew for each comparison; only shows."""

    def __init__(
        self, title: str, version: VersionDisplay, theme: ThemeKeeper, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        score = version.score
        spoken = self.tr("{title}: {name}, {score} {word}").format(
            title=title, name=version.name, score=score.text, word=score.word
        )
        self.setAccessibleName(spoken)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING.tight)
        layout.addWidget(plain_label(title, "small", self))
        layout.addWidget(plain_label(version.name, "strong", self))
        layout.addLayout(self._score_row(version, theme))
        bar = ScoreBar(theme, self)
        bar.show_score(score.fraction, score.band, spoken)
        layout.addWidget(bar)
        layout.addWidget(plain_label(version.made_by, "small", self))
        layout.addStretch(1)

    def _score_row(self, version: VersionDisplay, theme: ThemeKeeper) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACING.small)
        number, word = QLabel(version.score.text, self), QLabel(version.score.word, self)
        number.setProperty("role", "score")
        word.setProperty("role", "title")
        shape = BandShape(theme, self)
        shape.show_band(version.score.band, version.score.word)
        for part in (number, shape, word):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        return row
