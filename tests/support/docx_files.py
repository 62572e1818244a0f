"""Word files made part by part, so that a test can leave out or bend any of them."""

import zipfile
from io import BytesIO

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _REL,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
#: Enough visible text for any document to be long enough.
FILLER = (
    "Wrote the monthly report for twelve regional offices and kept every one of them on time. " * 2
)


def run(text: str, properties: str = "") -> str:
    """Return a run; `properties` is the inside of its `w:rPr`."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph; a run that is plain text is wrapped."""
    inside = "".join(r if r.startswith("<") else run(r) for r in runs)
    looks = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{looks}{inside}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table; a cell is block XML, or plain text for one paragraph."""
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>"
            + "".join(
                f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row
            )
            + "</w:tr>"
            for row in rows
        )
        + "</w:tbl>"
    )


def relationships(*targets: tuple[str, str, str]) -> str:
    """Return a relationships part of (id, kind, target); a target with "://" is external."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{_REL}/{kind}" Target="{target}"'
            + (' TargetMode="External"' if "://" in target else "")
            + "/>"
            for name, kind, target in targets
        )
        + "</Relationships>"
    )


def docx(body: str, parts: dict[str, str | None] | None = None, *, filler: bool = True) -> bytes:
    """Return a Word file.

    Args:
        body: block XML of `w:body`.
        parts: further parts by name; None takes a usual part away.
        filler: add a last paragraph that makes the text long enough to be accepted.
    """
    end = paragraph(FILLER) if filler else ""
    members: dict[str, str | None] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELS,
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{end}</w:body></w:document>",
    }
    members.update(parts or {})
    return archive({name: text for name, text in members.items() if text is not None})


def part(tag: str, inside: str) -> str:
    """Return a part whose root is `w:tag`."""
    return f"<w:{tag} {NAMESPACES}>{inside}</w:{tag}>"


def archive(members: dict[str, str]) -> bytes:
    """Return a zip of text members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in members.items():
            zipped.writestr(name, text)
    return buffer.getvalue()
