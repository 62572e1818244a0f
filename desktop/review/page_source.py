"""Gives pictures of a PDF's pages, rendered on QtPdf's own thread and kept for the next paint.

The file was read by the sandboxed reader before it gets here; only a file with a review is shown.
"""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

#: Pages kept as pictures; two above, two below and two in view (UX section 4).
CACHE_PAGES = 6
#: No picture is larger than this on a side, whatever the zoom: 100 MB is the most a page may take.
_MAX_SIDE_PX = 5000


class PageSource(QObject):
    """Owns one PDF and its rendered pages; lives on the window's thread.

    Signals:
        pageRendered: a picture that was asked for is there; payload the page number from 1.
    """

    pageRendered = Signal(int)  # noqa: N815 - Qt signals are camelCase

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
        self._asked.clear()
        self._images.clear()
        self._document.close()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Return each page's width and height in points."""
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

    def _ask(self, page: int, size: QSize) -> None:
        if self._asked.get(page, (0, QSize()))[1] == size or size.isEmpty():
            return
        request = self._renderer.requestPage(page - 1, size)
        self._asked[page] = (request, size)

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
        self._images[page] = _on_white(image)
        self._images.move_to_end(page)
        while len(self._images) > CACHE_PAGES:
            self._images.popitem(last=False)
        self.pageRendered.emit(page)


def _limited(size: QSize) -> QSize:
    limit = QSize(_MAX_SIDE_PX, _MAX_SIDE_PX)
    too_large = size.width() > _MAX_SIDE_PX or size.height() > _MAX_SIDE_PX
    return size.scaled(limit, Qt.AspectRatioMode.KeepAspectRatio) if too_large else size


def _on_white(image: QImage) -> QImage:
    """Return the picture on white paper; QtPdf renders onto transparency (UX 5.5)."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
