"""The resume as plain text with the same numbers as on the page; also for screen readers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ai_agents.vocabulary import FindingKind
from desktop.review.display import FindingCard
from desktop.review.events import FindingPicked
from desktop.review.page_painter import FEW_ROWS
from desktop.review.quoted_words import named_words
from desktop.review.report import Report
from desktop.widgets.shapes import paint_badge, paint_underline
from desktop.widgets.theme import ThemeKeeper

#: Badges that fit the margin; the most that one line shows.
_LEAST_BADGES, _MOST_BADGES = 2, 6
_LINE_SPACING = 130


class TextView(QTextEdit):
    """Read-only text, one block per line of the document, numbers in the left margin.

    Signals:
        findingPicked: a numbered line or its badge was clicked; payload `FindingPicked`.
    """

    findingPicked = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line_ids: list[int] = []
        self._headings: set[int] = set()
        self._cards: tuple[FindingCard, ...] = ()
        self._by_line: dict[int, list[FindingCard]] = {}
        self._selected: str | None = None
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ring", "true")
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Resume text"))
        theme.themeChanged.connect(self._format)

    def show_report(self, report: Report) -> None:
        """Show the visible lines of a document."""
        lines = report.document.lines
        self._line_ids = [line.id for line in lines]
        self._headings = {s.first_line for s in report.profile.sections if s.heading}
        self._cards, self._by_line, self._selected = (), {}, None
        # One block per line: a line break inside a line would shift every number after it.
        self.setPlainText("\n".join(" ".join(line.text.split()) for line in lines))
        self._format()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_cards(self, cards: Sequence[FindingCard]) -> None:
        """Mark the lines of these findings."""
        self._cards = tuple(cards)
        self._by_line = {}
        for card in cards:
            for line in dict.fromkeys(card.lines):
                self._by_line.setdefault(line, []).append(card)
        self._format()
        self._describe()

    def select(self, finding_id: str | None) -> None:
        """Set a finding's lines off and bring the first into view."""
        self._selected = finding_id
        self._format()
        card = next((c for c in self._cards if c.finding_id == finding_id), None)
        if card and card.lines:
            self.go_to_line(card.lines[0])
        self._describe()

    def go_to_line(self, line_id: int) -> None:
        """Put the cursor at a line and bring it into view."""
        if line_id in self._line_ids:
            block = self.document().findBlockByNumber(self._line_ids.index(line_id))
            self.setTextCursor(QTextCursor(block))
            self.ensureCursorVisible()

    def _describe(self) -> None:
        text = self.tr("Lines: {n}, marked: {marks}.").format(
            n=len(self._line_ids), marks=len(self._by_line)
        )
        card = next((c for c in self._cards if c.finding_id == self._selected), None)
        self.setAccessibleDescription(f"{text} {card.spoken}" if card else text)

    def _format(self) -> None:
        """Give every block its room and colour."""
        theme = self._theme.theme
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            _LINE_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        spacing.setLeftMargin(self._margin())
        spacing.setRightMargin(theme.spacing.large)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(spacing)
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.palette.text))
        cursor.setCharFormat(plain)
        for place, line in enumerate(self._line_ids):
            block = self.document().findBlockByNumber(place)
            if line in self._headings:
                heading = QTextCharFormat()
                heading.setFontWeight(QFont.Weight.Bold)
                _merge(cursor, block, (0, block.length() - 1), heading)
            for card in self._painted(line):
                look = self._marked(card)
                for span in _spans(card, block):
                    _merge(cursor, block, span, look)
        cursor.endEditBlock()
        self.viewport().update()

    def _painted(self, line: int) -> list[FindingCard]:
        """Return the findings whose words are painted on a line, the chosen one last.

        Strengths beside issues are only numbers until they are chosen, as on the page.
        """
        cards = self._by_line.get(line, [])
        quiet = any(card.kind is FindingKind.ISSUE for card in self._cards)
        shown = [
            card
            for card in cards
            if not quiet or card.kind is FindingKind.ISSUE or card.finding_id == self._selected
        ]
        return sorted(shown, key=lambda card: card.finding_id == self._selected)

    def _marked(self, card: FindingCard) -> QTextCharFormat:
        paper = self._theme.theme.paper
        marked = QTextCharFormat()
        marked.setForeground(QColor(paper.text))
        strength = card.kind is FindingKind.STRENGTH
        fill = paper.fill(strength=strength, selected=card.finding_id == self._selected)
        marked.setBackground(QBrush(QColor(fill)))
        return marked

    def _margin(self) -> int:
        spacing = self._theme.theme.spacing
        most = max((len(cards) for cards in self._by_line.values()), default=0)
        badges = min(max(most, _LEAST_BADGES), _MOST_BADGES)
        return badges * (spacing.badge + 2) + spacing.large

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt override
        """Paint the text, then underlines and numbers over it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        top = self.verticalScrollBar().value()
        for place, line in enumerate(self._line_ids):
            cards = self._by_line.get(line)
            if cards:
                block = self.document().findBlockByNumber(place)
                rect = self.document().documentLayout().blockBoundingRect(block)
                if rect.bottom() >= top and rect.top() <= top + self.viewport().height():
                    self._paint_block(painter, block, rect, cards)
        painter.end()

    def _paint_block(
        self, painter: QPainter, block: QTextBlock, rect: QRectF, cards: list[FindingCard]
    ) -> None:
        paper = self._theme.theme.paper
        painted = self._painted(self._line_ids[block.blockNumber()])
        for card in painted[-1:]:
            if self._is_underlined(card, self._line_ids[block.blockNumber()]):
                self._paint_underlines(painter, block, rect, card)
        for card, badge in self._badges(rect, cards):
            paint_badge(
                painter,
                badge,
                card.number,
                fill=paper.group(card.group),
                text=paper.on_badge,
                strength=card.kind is FindingKind.STRENGTH,
                outlined=card not in painted,
            )

    def _is_underlined(self, card: FindingCard, line: int) -> bool:
        """Whether a tinted line is underlined too: by the rule of the page."""
        if card.finding_id == self._selected:
            return True
        is_first = line == card.lines[0]
        return card.kind is FindingKind.ISSUE and (len(card.lines) <= FEW_ROWS or is_first)

    def _paint_underlines(
        self, painter: QPainter, block: QTextBlock, rect: QRectF, card: FindingCard
    ) -> None:
        layout = block.layout()
        colour = self._theme.theme.palette.group(card.group)
        for start, end in _spans(card, block):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(start, line.textStart())
                last = min(end, line.textStart() + line.textLength())
                if first < last:
                    left, right = (_x_of(line, place) for place in (first, last))
                    y = rect.top() + line.y() + line.ascent() + line.descent() + 1
                    edge = rect.left()
                    paint_underline(painter, edge + left, edge + right, y, card.group, colour)

    def _badges(self, rect: QRectF, cards: list[FindingCard]) -> list[tuple[FindingCard, QRectF]]:
        side = self._theme.theme.spacing.badge
        right = self._margin() - 8
        shown = cards[:_MOST_BADGES]
        return [
            (card, QRectF(right - (len(shown) - n) * (side + 2), rect.top() - 1, side, side))
            for n, card in enumerate(shown)
        ]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt override
        """Pick the finding of a clicked line; a selection of text is left alone."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        if card := self.card_at(event.position()):
            self.findingPicked.emit(FindingPicked(card.finding_id))

    def card_at(self, position: QPointF) -> FindingCard | None:
        """Return the finding at a place of the viewport: its badge's, else the line's first."""
        place = self.cursorForPosition(position.toPoint()).blockNumber()
        if not 0 <= place < len(self._line_ids):
            return None
        cards = self._by_line.get(self._line_ids[place], [])
        block = self.document().findBlockByNumber(place)
        rect = self.document().documentLayout().blockBoundingRect(block)
        point = position + QPointF(0, self.verticalScrollBar().value())
        for card, badge in self._badges(rect, cards):
            if badge.contains(point):
                return card
        return cards[0] if cards and rect.contains(point) else None


def _spans(card: FindingCard, block: QTextBlock) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) a finding means in a line: the words it names, else all of it."""
    return named_words(card.message, block.text()) or ((0, len(block.text())),)


def _x_of(line: QTextLine, place: int) -> float:
    x: Any = line.cursorToX(place)  # PySide gives (x, place), its stubs an object
    return float(x[0])


def _merge(
    cursor: QTextCursor, block: QTextBlock, span: tuple[int, int], look: QTextCharFormat
) -> None:
    cursor.setPosition(block.position() + span[0])
    cursor.setPosition(block.position() + span[1], QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)
