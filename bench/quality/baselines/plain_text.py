"""The text of a file as simple checkers extract it: whatever the file holds, seen or not."""

import zipfile
from io import BytesIO

import pypdfium2
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def plain_text(data: bytes, name: str) -> str:
    """Return the text of a PDF or DOCX, a line for a line or a paragraph."""
    return _of_docx(data) if name.endswith(".docx") else _of_pdf(data)


def _of_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _of_docx(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    lines = []
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        listed = style is not None and style.get(f"{_W}val") == "ListBullet"
        pieces = [
            "\t" if node.tag == f"{_W}tab" else node.text or ""
            for node in paragraph.iter(f"{_W}t", f"{_W}tab")
        ]
        lines.append(("• " if listed else "") + "".join(pieces))
    return "\n".join(lines)
