"""The chosen finding, opened: every word about it, links to its lines, and what a coach can do."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ai_agents.vocabulary import FindingKind
from desktop.feedback.overrides import NOTE_LIMIT, OverrideState
from desktop.review.display import EvidenceLink, FindingCard
from desktop.review.events import CardAction, CardVerb, LinePicked, NoteWritten
from desktop.review.finding_delegate import head_height, paint_head
from desktop.widgets.icons import icon
from desktop.widgets.style import Theme

_MAX_QUOTES = 6
_BAR_PX = 3


class ChosenCard(QWidget):
    """One open card; made anew for each chosen finding.

    Signals:
        actionChosen: a button was pressed; payload `CardAction`.
        linePicked: a quoted line was chosen; payload `LinePicked`.
        noteWritten: the coach's note was changed; payload `NoteWritten`.
    """

    noteWritten = Signal(object)  # noqa: N815 - Qt signals are camelCase
    actionChosen = Signal(object)  # noqa: N815 - Qt signals are camelCase
    linePicked = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, card: FindingCard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card, self._look = card, theme
        self.setAccessibleName(card.spoken)
        spacing = theme.spacing
        side = spacing.small + spacing.medium
        layout = QVBoxLayout(self)
        self._top = spacing.tight + spacing.small
        left = side + spacing.badge + spacing.small
        head = head_height(theme) + spacing.tight
        layout.setContentsMargins(left, self._top + head, side, spacing.medium)
        layout.setSpacing(spacing.tight)
        layout.addWidget(_label(card.message, "", self))
        self._add_quotes(layout)
        if card.suggestion:
            layout.addWidget(_label(self.tr("Try: {text}").format(text=card.suggestion), "", self))
        if card.state is not OverrideState.OPEN:
            layout.addWidget(_label(card.state_text, "small", self))
            layout.addWidget(self._made_note())
        layout.addWidget(_label(self._origin(), "small", self))
        layout.addSpacing(spacing.tight)
        layout.addLayout(self._made_buttons())

    def height_for(self, width_px: int) -> int:
        """Return the height the card needs at this width."""
        layout = self.layout()
        if layout is None:
            return 0
        return layout.totalHeightForWidth(width_px)

    def _add_quotes(self, layout: QVBoxLayout) -> None:
        if not self._card.quotes:
            layout.addWidget(_label(self._card.where, "small", self))
        for link in self._card.quotes[:_MAX_QUOTES]:
            layout.addWidget(self._made_quote(link))
        if (more := len(self._card.quotes) - _MAX_QUOTES) > 0:
            text = self.tr("and {n} more line") if more == 1 else self.tr("and {n} more lines")
            layout.addWidget(_label(text.format(n=more), "small", self))

    def _made_quote(self, link: EvidenceLink) -> QWidget:
        button = QuoteButton(link, self)
        button.clicked.connect(partial(self._on_quote_clicked, link.line))
        return button

    def _made_note(self) -> QLineEdit:
        note = QLineEdit(self._card.note, self)
        note.setMaxLength(NOTE_LIMIT)
        note.setPlaceholderText(self.tr("Your note (optional)"))
        note.setAccessibleName(self.tr("Your note on this finding"))
        note.editingFinished.connect(self._on_note_finished)
        self._note = note
        return note

    def _on_note_finished(self) -> None:
        text = self._note.text().strip()
        if text != self._card.note:
            self.noteWritten.emit(NoteWritten(self._card.finding_id, text))

    def _origin(self) -> str:
        card = self._card
        why = self.tr("Why: {text}").format(text=card.reference) if card.reference else ""
        return "\n".join(part for part in (why, card.source_text) if part)

    def _made_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.spacing.small)
        for verb, text, name, keys in self._verbs():
            button = QPushButton(icon(name, self._look), text, self)
            button.setToolTip(f"{text} ({keys})")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._on_button_clicked, verb))
            row.addWidget(button)
        row.addStretch(1)
        copy = QToolButton(self)
        copy.setIcon(icon("copy", self._look))
        copy.setToolTip(self.tr("Copy finding (Ctrl+C)"))
        copy.setAccessibleName(self.tr("Copy finding"))
        copy.clicked.connect(partial(self._on_button_clicked, CardVerb.COPY))
        row.addWidget(copy)
        return row

    def _verbs(self) -> list[tuple[CardVerb, str, str, str]]:
        card = self._card
        if card.state is OverrideState.DISMISSED:
            return [(CardVerb.KEEP, self.tr("Reopen"), "undo", "A")]
        verbs = [(CardVerb.DISMISS, self.tr("Dismiss…"), "dismiss", "D")]
        if card.state is OverrideState.RAISED:
            verbs.append((CardVerb.KEEP, self.tr("Lower again"), "undo", "A"))
        elif card.kind is FindingKind.ISSUE:
            verbs.append((CardVerb.RAISE, self.tr("Raise"), "raise", "R"))
        return verbs

    def _on_button_clicked(self, verb: CardVerb) -> None:
        self.actionChosen.emit(CardAction(self._card.finding_id, verb))

    def _on_quote_clicked(self, line: int) -> None:
        self.linePicked.emit(LinePicked(line))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt override
        """Draw the frame with its bar, and the first row."""
        palette, spacing = self._look.palette, self._look.spacing
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(spacing.small, spacing.tight, -spacing.small - 1, -1)
        painter.setPen(QPen(QColor(palette.accent), 1.5))
        painter.setBrush(QColor(palette.card_selected))
        painter.drawRoundedRect(frame, spacing.radius, spacing.radius)
        painter.fillRect(
            QRect(frame.left(), frame.top() + 6, _BAR_PX, frame.height() - 12),
            QColor(palette.accent),
        )
        side = spacing.small + spacing.medium
        inner = self.rect().adjusted(side, self._top, -side, 0)
        paint_head(painter, inner, self._card, self._look)
        painter.end()


class QuoteButton(QPushButton):
    """A quoted line as a flat button that wraps nothing: one line, the rest in the tooltip."""

    def __init__(self, link: EvidenceLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = f"“{link.quote}”"
        self.setProperty("role", "quote")
        self.setAccessibleName(f"{link.where}: {link.quote}")
        self.setToolTip(f"{link.where}\n{link.quote}")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt override
        """Be as narrow as needed."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, _event: object) -> None:  # noqa: N802 - Qt override
        """Cut the quote to the room there is."""
        room = self.width() - 12
        mode = Qt.TextElideMode.ElideRight
        # An ampersand in a button's text would be taken for a mnemonic.
        text = self.fontMetrics().elidedText(self._quote, mode, room).replace("&", "&&")
        if text != self.text():
            self.setText(text)


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
