"""PDFs that are only there to have pages."""

import io

from reportlab.pdfgen.canvas import Canvas


def blank_pdf(pages: int) -> bytes:
    """Return a PDF with this many letter pages, each with its number."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, 700, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
