"""Gives pictures of a PDF's pages, rendered on QtPdf's own thread and kept for the next paint.

The file was read by the sandboxed reader before it gets here; only a file with a review is shown.
"""

import math
import re
from collections import OrderedDict

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QElapsedTimer,
    QIODevice,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

from desktop.review.report_parts import BBox

#: Pages kept as pictures; two above, two below and two in view (UX section 4).
CACHE_PAGES = 6
#: No picture is larger than this, whatever the zoom and the page: 48 MB is the most one may take.
_MAX_SIDE_PX, _MAX_PIXELS = 5000, 12_000_000
#: A page that needs longer than this is not searched for words: that would hold up the window.
_QUICK_MS = 1500
#: After this long a page is said to be slow, and no other page is asked for until it is there.
_LATE_MS = 4000
#: Places of the same words that are looked at on one page.
_MAX_PLACES = 24


class PageSource(QObject):
    """Owns one PDF and its rendered pages; lives on the window's thread.

    Signals:
        pageRendered: a picture that was asked for is there; payload the page number from 1.
        lateChanged: a page takes long to draw, or is there at last.
    """

    pageRendered = Signal(int)  # noqa: N815 - Qt signals are camelCase
    lateChanged = Signal()  # noqa: N815 - Qt signals are camelCase

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buffer: QBuffer | None = None
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setDocument(self._document)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._on_renderer_page_rendered)
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._asked: dict[int, tuple[int, QSize]] = {}  # page → request id, size
        self._quick: set[int] = set()
        self._texts: dict[int, str] = {}
        self._room = CACHE_PAGES
        self._late = False
        self._clock = QElapsedTimer()
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.setInterval(_LATE_MS)
        self._watch.timeout.connect(self._on_watch_timeout)

    def load(self, data: bytes) -> bool:
        """Show this PDF from now on; False when QtPdf cannot open it."""
        self.close()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._buffer = buffer
        self._document.load(buffer)
        return self._document.error() == QPdfDocument.Error.None_

    def close(self) -> None:
        """Forget the PDF and its pictures; a picture still under way is thrown away."""
        for kept in (self._asked, self._images, self._quick, self._texts):
            kept.clear()
        self._watch.stop()
        self._late = False
        self._document.close()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None

    def count(self) -> int:
        """Return the number of pages."""
        return self._document.pageCount()

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Return each page's width and height in points; reads every page, so it can take long."""
        found = (self._document.pagePointSize(i) for i in range(self._document.pageCount()))
        return tuple((size.width(), size.height()) for size in found)

    def picture(self, page: int, width_px: float, height_px: float) -> QImage | None:
        """Return the page's picture, of another size if need be; ask for the right one.

        Args:
            page: number from 1.
            width_px: wanted width in device pixels.
            height_px: wanted height in device pixels.

        Returns:
            None while nothing has been rendered yet; `pageRendered` tells when to look again.
        """
        size = _limited(QSize(round(width_px), round(height_px)))
        image = self._images.get(page)
        if image is not None:
            self._images.move_to_end(page)
        if image is None or image.size() != size:
            self._ask(page, size)
        return image

    def cached_pages(self) -> tuple[int, ...]:
        """Return the pages kept as pictures, the longest unused first."""
        return tuple(self._images)

    def keep_at_least(self, pages: int) -> None:
        """Keep room for so many pages in view at once, else they would push each other out."""
        self._room = max(CACHE_PAGES, pages + 1)

    def is_busy(self) -> bool:
        """Whether a page is being drawn: QtPdf answers nothing else meanwhile."""
        return bool(self._asked)

    def is_late(self, page: int) -> bool:
        """Whether this page takes unusually long to draw."""
        return self._late and page in self._asked

    def is_quick(self, page: int) -> bool:
        """Whether the page was drawn fast enough to ask it for words as well."""
        return page in self._quick

    def word_boxes(self, page: int, words: str) -> tuple[BBox, ...]:
        """Return the places of these words on a page, in points from its top-left.

        A few milliseconds on the window's thread for each place; ask only for quick pages.
        """
        if page not in self._texts:
            self._texts[page] = self._document.getAllText(page - 1).text()
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        matches = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", self._texts[page]))[:_MAX_PLACES]
        boxes: list[BBox] = []
        for match in matches if pattern else ():
            length = match.end() - match.start()
            selection = self._document.getSelectionAtIndex(page - 1, match.start(), length)
            for polygon in selection.bounds():
                rect = polygon.boundingRect()
                boxes.append((rect.left(), rect.top(), rect.right(), rect.bottom()))
        return tuple(boxes)

    def _ask(self, page: int, size: QSize) -> None:
        if size.isEmpty() or self._asked.get(page, (0, QSize()))[1] == size or self._late:
            return
        if not self._asked:
            self._clock.start()
            self._watch.start()
        request = self._renderer.requestPage(page - 1, size)
        self._asked[page] = (request, size)

    def _on_watch_timeout(self) -> None:
        self._late = True
        self.lateChanged.emit()

    def _on_renderer_page_rendered(
        self,
        page_index: int,
        _size: QSize,
        image: QImage,
        _options: QPdfDocumentRenderOptions,
        request: int,
    ) -> None:
        page = page_index + 1
        if self._asked.get(page, (None,))[0] != request:
            return  # of a size or a document that is no longer wanted
        del self._asked[page]
        self._tell_time(page)
        self._images[page] = _on_white(image)
        self._images.move_to_end(page)
        while len(self._images) > self._room:
            self._images.popitem(last=False)
        self.pageRendered.emit(page)

    def _tell_time(self, page: int) -> None:
        """Note how fast the page was, and start the clock for the next one."""
        if self._clock.elapsed() <= _QUICK_MS:
            self._quick.add(page)
        self._clock.restart()
        self._watch.stop()
        if self._asked:
            self._watch.start()
        if self._late:
            self._late = False
            self.lateChanged.emit()


def _limited(size: QSize) -> QSize:
    longest, pixels = max(size.width(), size.height()), size.width() * size.height()
    if longest <= _MAX_SIDE_PX and pixels <= _MAX_PIXELS:
        return size
    share = min(_MAX_SIDE_PX / longest, math.sqrt(_MAX_PIXELS / pixels))
    return QSize(max(int(size.width() * share), 1), max(int(size.height() * share), 1))


def _on_white(image: QImage) -> QImage:
    """Return the picture on white paper; QtPdf renders onto transparency (UX 5.5)."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
