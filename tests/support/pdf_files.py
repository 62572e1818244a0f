"""PDF files drawn for a test, text by text, at places given from the top-left of the page."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ai_agents.documents.pdf import read_pdf
from ai_agents.models import Document, SourceFile

A4 = (595.0, 842.0)
SENTENCE = "Led a team of twelve engineers and shipped the billing platform in ten months."


class PdfFile:
    """A PDF being drawn; `bytes` closes it. Places are points from the top-left corner."""

    def __init__(
        self,
        size: tuple[float, float] = A4,
        *,
        rotate: int = 0,
        encrypt: StandardEncryption | None = None,
    ) -> None:
        self._buffer = BytesIO()
        # The library turns the sheet for a quarter turn; `size` is that of the shown page.
        self._height = size[0] if rotate % 180 else size[1]
        self._rotate = rotate
        self.canvas = Canvas(self._buffer, pagesize=size, encrypt=encrypt)
        self.canvas.setPageRotation(rotate)

    def text(
        self, x: float, y: float, words: str, *, font: str = "Helvetica", size: float = 10
    ) -> "PdfFile":
        """Draw `words` with the baseline at `y`."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self._height - y, words)
        return self

    def right(self, x: float, y: float, words: str, *, size: float = 10) -> "PdfFile":
        """Draw `words` so that they end at `x`."""
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawRightString(x, self._height - y, words)
        return self

    def column(self, x: float, y: float, words: Sequence[str], pitch: float = 14) -> "PdfFile":
        """Draw one line under another."""
        for index, line in enumerate(words):
            self.text(x, y + index * pitch, line)
        return self

    def spaced(self, x: float, y: float, words: str, *, char_space: float) -> "PdfFile":
        """Draw `words` with their letters set apart."""
        self.canvas.saveState()
        text = self.canvas.beginText(x, self._height - y)
        text.setFont("Helvetica-Bold", 14)
        text.setCharSpace(char_space)
        text.textOut(words)
        self.canvas.drawText(text)
        self.canvas.restoreState()
        return self

    def mode(self, x: float, y: float, words: str, mode: int) -> "PdfFile":
        """Draw `words` in a text render mode; 3 is invisible."""
        text = self.canvas.beginText(x, self._height - y)
        text.setFont("Helvetica", 10)
        text.setTextRenderMode(mode)
        text.textOut(words)
        self.canvas.drawText(text)
        return self

    def box(
        self, box: tuple[float, float, float, float], grey: float, *, alpha: float = 1.0
    ) -> "PdfFile":
        """Fill (x, y, width, height) with a grey from 0 (black) to 1 (white)."""
        x, y, width, height = box
        self.canvas.saveState()
        self.canvas.setFillGray(grey, alpha)
        self.canvas.rect(x, self._height - y - height, width, height, stroke=0, fill=1)
        self.canvas.restoreState()
        return self

    def picture(self, box: tuple[float, float, float, float]) -> "PdfFile":
        """Draw a picture of fine black and white bars into (x, y, width, height)."""
        x, y, width, height = box
        bars = Image.frombytes("L", (64, 1), bytes([0, 255] * 32))
        place = (x, self._height - y - height, width, height)
        self.canvas.drawImage(ImageReader(bars), *place)
        return self

    def painted(
        self, x: float, y: float, words: str, grey: float, *, alpha: float = 1.0
    ) -> "PdfFile":
        """Draw `words` in a grey from 0 (black) to 1 (white)."""
        self.canvas.saveState()
        self.canvas.setFillGray(grey, alpha)
        self.text(x, y, words)
        self.canvas.restoreState()
        return self

    def turned(self, x: float, y: float, words: str, degrees: float, size: float = 10) -> "PdfFile":
        """Draw `words` turned counter-clockwise about their start."""
        self.canvas.saveState()
        self.canvas.translate(x, self._height - y)
        self.canvas.rotate(degrees)
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawString(0, 0, words)
        self.canvas.restoreState()
        return self

    def link(self, url: str, box: tuple[float, float, float, float]) -> "PdfFile":
        """Put a link over (x0, y0, x1, y1)."""
        x0, y0, x1, y1 = box
        self.canvas.linkURL(url, (x0, self._height - y1, x1, self._height - y0))
        return self

    def page(self) -> "PdfFile":
        """Begin the next page."""
        self.canvas.showPage()
        self.canvas.setPageRotation(self._rotate)
        return self

    @property
    def bytes(self) -> bytes:
        """The finished file."""
        self.canvas.save()
        return self._buffer.getvalue()

    def read(self) -> Document:
        """Read the finished file as the product does."""
        return read(self.bytes)


def read(data: bytes) -> Document:
    """Read a PDF from memory."""
    source = SourceFile(name="x.pdf", sha256="", size_bytes=len(data), media_type="application/pdf")
    return read_pdf(data, source)
