"""Ways to put text into a file so that no reader sees it, and honest texts that look like it."""

from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from bench.quality.resume import Hidden

PDF_KINDS = ("white", "tiny", "off-page", "mode-3", "covered", "alpha-0")
DOCX_KINDS = ("vanish", "white-run", "tiny-run")
TEXT_KINDS = ("zero-width", "bidi", "tags")
#: Drawn where a reader sees them: they must not be flagged.
PDF_HONEST = ("banner", "grey", "footer")
DOCX_HONEST = ("shaded-run", "grey-run", "small-run")
_WIDTH = 60  # characters a line


def draw(canvas: Canvas, item: Hidden, page: tuple[float, float]) -> None:
    """Draw one hidden or honest text at the foot of the page, its lines 9 points apart."""
    width, _height = page
    for number in range(0, len(item.text), _WIDTH):
        words = item.text[number : number + _WIDTH]
        y = 34.0 - number // _WIDTH * 9
        canvas.saveState()
        _DRAWN[item.kind](canvas, words, y, width)
        canvas.restoreState()


def _plain(canvas: Canvas, words: str, y: float, size: float = 7.0, x: float = 60.0) -> None:
    canvas.setFont("Helvetica", size)
    canvas.drawString(x, y, words)


def _white(canvas: Canvas, words: str, y: float, width: float) -> None:
    canvas.setFillColor(white)
    _plain(
        canvas, words, y, x=width / 2
    )  # clear of a dark band at the left, on which it would show


def _tiny(canvas: Canvas, words: str, y: float, _width: float) -> None:
    canvas.setFillColor(black)
    _plain(canvas, words, y, size=0.5)


def _off_page(canvas: Canvas, words: str, y: float, width: float) -> None:
    canvas.setFillColor(black)
    _plain(canvas, words, y, x=width + 40)


def _mode_3(canvas: Canvas, words: str, y: float, _width: float) -> None:
    text = canvas.beginText(60, y)
    text.setFont("Helvetica", 7)
    text.setTextRenderMode(3)
    text.textOut(words)
    canvas.drawText(text)


def _covered(canvas: Canvas, words: str, y: float, width: float) -> None:
    canvas.setFillColor(black)
    _plain(canvas, words, y)
    canvas.setFillColor(white)
    canvas.rect(50, y - 3, width - 100, 11, stroke=0, fill=1)


def _alpha_0(canvas: Canvas, words: str, y: float, _width: float) -> None:
    canvas.setFillColor(Color(0, 0, 0, alpha=0))
    _plain(canvas, words, y)


def _banner(canvas: Canvas, words: str, y: float, width: float) -> None:
    canvas.setFillColor(Color(0.1, 0.2, 0.35))
    canvas.rect(0, y - 4, width, 13, stroke=0, fill=1)
    canvas.setFillColor(white)
    _plain(canvas, words, y)


def _grey(canvas: Canvas, words: str, y: float, _width: float) -> None:
    canvas.setFillColor(Color(0.55, 0.55, 0.55))
    _plain(canvas, words, y, size=9.0)


def _footer(canvas: Canvas, words: str, y: float, _width: float) -> None:
    canvas.setFillColor(black)
    _plain(canvas, words, y, size=6.5)


_DRAWN = {
    "white": _white,
    "tiny": _tiny,
    "off-page": _off_page,
    "mode-3": _mode_3,
    "covered": _covered,
    "alpha-0": _alpha_0,
    "banner": _banner,
    "grey": _grey,
    "footer": _footer,
}

_ZERO_WIDTH = "\u200b"
_OVERRIDE, _POP = "\u202e", "\u202c"


def tricked(kind: str, visible: str, payload: str) -> str:
    """Return visible text that carries a payload in characters nobody sees."""
    if kind == "zero-width":
        return _ZERO_WIDTH.join(visible)
    if kind == "bidi":
        return f"{visible}{_OVERRIDE}{payload[::-1]}{_POP}"
    return visible + "".join(chr(0xE0000 + ord(char)) for char in payload if char.isascii())
