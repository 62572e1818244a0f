"""PDF files written object by object, for what no PDF library offers to draw."""

from collections.abc import Sequence

_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
#: The number of the first of the `extra` objects.
FIRST_EXTRA = 6


def raw_pdf(
    content: str,
    *,
    resources: str = "",
    catalog: str = "",
    page: str = "",
    extra: Sequence[str] = (),
) -> bytes:
    """Return a one-page A4 file.

    Args:
        content: operators of the page; the font is /F1.
        resources: more entries of the page's resources.
        catalog: more entries of the catalog.
        page: more entries of the page.
        extra: more objects, numbered from `FIRST_EXTRA`.
    """
    fonts = f"/Resources << /Font << /F1 5 0 R >> {resources} >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {fonts} {page} >>",
        stream("", content),
        _FONT,
        *extra,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    return out + (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    ).encode("latin-1")


def stream(entries: str, content: str) -> str:
    """Return a stream object."""
    length = len(content.encode("latin-1"))
    return f"<< {entries} /Length {length} >>\nstream\n{content}\nendstream"


def shown(words: str, x: float, y: float, size: float = 10, before: str = "") -> str:
    """Return operators that draw words with their baseline at (x, y) from the bottom left."""
    return f"BT {before} /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"
