"""PDF resumes that hide words from the eye in many ways, and honest ones that seem to."""

from collections.abc import Callable

from tests.support.pdf_files import PdfFile
from tests.support.raw_pdf import raw_pdf, shown, stream

#: Makes a file that shows `LINES` and hides the words it is given.
Way = Callable[[str], bytes]
NAME = "Maya Chen"
LINES = (
    "Operations Manager, Northwind Foods, Jan 2019 - Present",
    "Led a team of twelve clerks and cut waste by 18 % in two years.",
    "Negotiated contracts worth 2.4 million with nine suppliers.",
    "Planned the weekly shifts of forty people in Excel.",
)


def _page(page: PdfFile | None = None) -> PdfFile:
    return (page or PdfFile()).text(50, 60, NAME, size=18).column(50, 100, LINES)


def _mode(words: str, mode: int) -> bytes:
    return _page().mode(50, 300, words, mode).bytes


def _banner(words: str) -> bytes:
    return _page().box((0, 280, 595, 40), 0.2).painted(50, 300, words, 0.22).bytes


def _crossed(words: str) -> bytes:
    """White words with a dark rule through them."""
    return _page().painted(50, 300, words, 1.0).box((40, 296, 500, 0.8), 0.0).bytes


def _clipped(words: str) -> bytes:
    page = _page()
    page.canvas.saveState()
    path = page.canvas.beginPath()
    path.rect(0, 0, 10, 10)
    page.canvas.clipPath(path, stroke=0, fill=0)
    page.text(50, 300, words)
    page.canvas.restoreState()
    return page.bytes


def _scaled(words: str, wide: float, high: float) -> bytes:
    page = _page()
    page.canvas.saveState()
    page.canvas.translate(50, 542)
    page.canvas.scale(wide, high)
    page.canvas.setFont("Helvetica", 10)
    page.canvas.drawString(0, 0, words)
    page.canvas.restoreState()
    return page.bytes


def _visible() -> str:
    return "".join(shown(line, 50, 780 - 14 * number) for number, line in enumerate((NAME, *LINES)))


def _layer(words: str, settings: str) -> bytes:
    return raw_pdf(
        f"{_visible()}/OC /oc1 BDC {shown(words, 50, 500)} EMC",
        resources="/Properties << /oc1 6 0 R >>",
        catalog=f"/OCProperties << /OCGs [6 0 R] /D << {settings} >> >>",
        extra=["<< /Type /OCG /Name (L) >>"],
    )


def _form(words: str, box: str) -> bytes:
    entries = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources << /Font << /F1 5 0 R >> >>"
    return raw_pdf(
        f"{_visible()}/X1 Do",
        resources="/XObject << /X1 6 0 R >>",
        extra=[stream(entries, shown(words, 50, 500))],
    )


def _state(words: str, state: str, before: str = "") -> bytes:
    mask = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
    group = "/Group << /S /Transparency /CS /DeviceGray >>"
    return raw_pdf(
        f"{_visible()}/G1 gs {before} {shown(words, 50, 500)}",
        resources=f"/ExtGState << /G1 << {state} >> >>",
        extra=[stream(mask + group, "0 g 0 0 595 842 re f")],
    )


def _shaded(words: str) -> bytes:
    """Words under a gradient from dark to light."""
    function = "<< /FunctionType 2 /Domain [0 1] /C0 [0.2] /C1 [0.9] /N 1 >>"
    shading = "/ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Extend [true true]"
    return raw_pdf(
        f"{_visible()}{shown(words, 50, 500)} q 40 480 500 40 re W n /S1 sh Q",
        resources=f"/Shading << /S1 << {shading} /Function {function} >> >>",
    )


def _cropped(words: str) -> bytes:
    return raw_pdf(_visible() + shown(words, 50, 30), page="/CropBox [0 100 595 842]")


def _annotated(words: str, entries: str) -> bytes:
    note = f"<< /Type /Annot /Rect [50 480 500 520] /F 2 {entries.replace('?', words)} >>"
    return raw_pdf(_visible(), page="/Annots [6 0 R]", extra=[note])


PDF_WAYS: dict[str, Way] = {
    "white": lambda words: _page().painted(50, 300, words, 1.0).bytes,
    "near-white": lambda words: _page().painted(50, 300, words, 0.9).bytes,
    "half-point": lambda words: _page().text(50, 300, words, size=0.5).bytes,
    "two-points": lambda words: _page().text(50, 300, words, size=2).bytes,
    "off-page-left": lambda words: _page().text(-900, 300, words).bytes,
    "off-page-below": lambda words: _page().text(50, 900, words).bytes,
    "clipped": _clipped,
    "cropped": _cropped,
    "mode-3": lambda words: _mode(words, 3),
    "mode-7": lambda words: _mode(words, 7),
    "under-box": lambda words: _page().text(50, 300, words).box((40, 280, 500, 40), 1.0).bytes,
    "under-picture": lambda words: _page().text(50, 300, words).picture((40, 280, 500, 40)).bytes,
    "under-gradient": _shaded,
    "clear": lambda words: _page().painted(50, 300, words, 0.0, alpha=0.0).bytes,
    "faint": lambda words: _page().painted(50, 300, words, 0.0, alpha=0.05).bytes,
    "own-colour": _banner,
    "crossed-out-white": _crossed,
    "on-a-line": lambda words: _page().painted(50, 114, words, 1.0).bytes,
    "shrunk": lambda words: _scaled(words, 0.05, 0.05),
    "narrowed": lambda words: _scaled(words, 0.02, 1.0),
    "flattened": lambda words: _scaled(words, 1.0, 0.02),
    "layer-off": lambda words: _layer(words, "/OFF [6 0 R]"),
    "layers-off": lambda words: _layer(words, "/BaseState /OFF"),
    "form-cut-off": lambda words: _form(words, "0 0 5 5"),
    "masked": lambda words: _state(words, "/SMask << /Type /Mask /S /Luminosity /G 6 0 R >>"),
    "multiplied-white": lambda words: _state(words, "/BM /Multiply", before="1 g"),
    "hidden-note": lambda words: _annotated(words, "/Subtype /FreeText /Contents (?)"),
    "hidden-field": lambda words: _annotated(words, "/Subtype /Widget /FT /Tx /T (a) /V (?)"),
}

PDF_HONEST: dict[str, Way] = {
    "banner": lambda words: _page().box((0, 280, 595, 40), 0.15).painted(50, 300, words, 1.0).bytes,
    "grey": lambda words: _page().painted(50, 300, words, 0.6).bytes,
    "small-print": lambda words: _page().text(50, 300, words, size=5).bytes,
    "pale-bar": lambda words: (
        _page(PdfFile().box((0, 0, 200, 842), 0.92)).text(20, 300, words).bytes
    ),
    "picture": lambda words: _page().picture((0, 270, 595, 60)).text(20, 310, words, size=20).bytes,
    "layer-on": lambda words: _layer(words, "/ON [6 0 R]"),
    "form": lambda words: _form(words, "0 0 595 842"),
    "ruled": lambda words: _page().text(50, 300, words).box((40, 304, 500, 0.8), 0.0).bytes,
    "turned": lambda words: _page().turned(580, 500, words, 90).bytes,
    "light-blue": lambda words: _page().painted(50, 300, words, 0.72).bytes,
}
