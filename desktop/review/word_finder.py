"""Finds where the words that findings name lie on the page, in small steps between paints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.review.display import FindingCard
from desktop.review.page_marks import WordBoxes
from desktop.review.page_source import PageSource
from desktop.review.quoted_words import named_words
from desktop.review.report import Report
from desktop.review.report_parts import BBox, Line


@dataclass(frozen=True)
class _Wanted:
    finding_id: str
    line: Line
    words: tuple[str, ...]


class WordFinder(QObject):
    """Asks the page for the named words of a review, one line of one finding at a time.

    Signals:
        found: the words of another page are known, see `boxes`.
    """

    found = Signal()

    def __init__(self, source: PageSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._waiting: dict[int, list[_Wanted]] = {}
        self._due: list[_Wanted] = []
        self._boxes: dict[tuple[str, int], tuple[BBox, ...]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timer_timeout)
        source.pageRendered.connect(self._on_source_page_rendered)

    @property
    def boxes(self) -> WordBoxes:
        """The places found so far."""
        return self._boxes

    def begin(self, cards: Iterable[FindingCard], report: Report) -> None:
        """Forget the review before and look for the words of this one as its pages are drawn."""
        self._timer.stop()
        self._waiting, self._due, self._boxes = {}, [], {}
        for card in cards:
            for line_id in dict.fromkeys(card.lines):
                line = report.line(line_id)
                if line is None or line.bbox is None:
                    continue
                spans = named_words(card.message, line.text)
                words = tuple(dict.fromkeys(line.text[start:end] for start, end in spans))
                if words:
                    wanted = _Wanted(card.finding_id, line, words)
                    self._waiting.setdefault(line.page, []).append(wanted)

    def _on_source_page_rendered(self, page: int) -> None:
        if page in self._waiting and self._source.is_quick(page):
            self._due += self._waiting.pop(page)
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        if not self._due:
            self._timer.stop()
            self.found.emit()
        elif not self._source.is_busy():  # QtPdf does one thing at a time: asking now would wait
            self._look(self._due.pop(0))

    def _look(self, wanted: _Wanted) -> None:
        places = [
            box
            for words in wanted.words
            for box in self._source.word_boxes(wanted.line.page, words)
        ]
        if boxes := on_line(places, wanted.line.bbox):
            self._boxes[wanted.finding_id, wanted.line.id] = boxes


def on_line(places: Sequence[BBox], line: BBox | None) -> tuple[BBox, ...]:
    """Return those of the boxes that lie on a line, as high as the line, from the left."""
    if line is None:
        return ()
    left, top, right, bottom = line
    mine = [
        (max(x0, left), top, min(x1, right), bottom)
        for x0, y0, x1, y1 in places
        if top <= (y0 + y1) / 2 <= bottom and x0 < right and x1 > left
    ]
    return tuple(sorted(mine))
