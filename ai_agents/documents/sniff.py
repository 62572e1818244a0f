"""Says what kind of document some bytes are, from the bytes alone; the name only breaks ties.

The first station of a resume: bytes → kind → the reader for that kind.
"""

import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ai_agents.documents.archive import open_archive, read_member
from ai_agents.documents.charset import decode_text
from ai_agents.documents.refusals import refusal, unsupported
from ai_agents.errors import ReadCode

#: ISO 32000-1, Annex H, note 13: readers accept the header within the first 1,024 bytes.
_PDF_WINDOW: Final = 1024
_PDF_OBJECT = re.compile(rb"(?:^|[\r\n ])\d{1,10} \d{1,5} obj\b")
_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT_TYPES: Final = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|body|head)\b", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^#{1,4} \S", re.MULTILINE)


class Kind(StrEnum):
    """The kinds that are read; the value is the media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"


_EXTENSIONS: Final = {
    "pdf": (Kind.PDF,),
    "docx": (Kind.DOCX,),
    "docm": (Kind.DOCX,),
    "dotx": (Kind.DOCX,),
    "odt": (Kind.ODT,),
    "ott": (Kind.ODT,),
    "rtf": (Kind.RTF,),
    "html": (Kind.HTML,),
    "htm": (Kind.HTML,),
    "md": (Kind.MARKDOWN, Kind.TEXT),
    "txt": (Kind.TEXT, Kind.MARKDOWN),
    "text": (Kind.TEXT, Kind.MARKDOWN),
}
#: Bare text is never what a file of these is.
_BINARY: Final = frozenset({Kind.PDF, Kind.DOCX, Kind.ODT})
_WORDS: Final = {
    Kind.PDF: "a PDF",
    Kind.DOCX: "a Word document",
    Kind.ODT: "an OpenDocument text",
    Kind.RTF: "a rich text document",
    Kind.HTML: "a web page",
    Kind.MARKDOWN: "a text file",
    Kind.TEXT: "a text file",
}

#: First bytes → what a coach would call it. Sources: the formats' own specifications.
_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"%!PS", "a PostScript file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"{\\pwi", "an old handheld note"),
    (b"\xffWPC", "a WordPerfect document"),
)
_PICTURE_ADVICE: Final = "Ask for the document the picture was made from."
#: Zip members (prefix) → what a coach would call it.
_ARCHIVES: Final = (
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("Index/", "an Apple Pages document"),
    ("META-INF/container.xml", "an e-book"),
    ("FixedDocSeq.fdseq", "an XPS document"),
)


@dataclass(frozen=True)
class Sniffed:
    """What the bytes are; `text` is filled for the kinds that are text."""

    kind: Kind
    text: str | None = None


def sniff(data: bytes, name: str) -> Sniffed:
    """Return the kind of document `data` is.

    Args:
        data: the whole file; may be empty.
        name: its name, used only to tell Markdown from plain text.

    Raises:
        ReadError: EMPTY, LEGACY_WORD, ENCRYPTED, UNSUPPORTED (each kind named), DAMAGED or UNSAFE.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise refusal(ReadCode.EMPTY)
    if data.startswith(b"PK\x03\x04"):
        return Sniffed(_archive_kind(data))
    if b"%PDF-" in data[:_PDF_WINDOW] or _is_headless_pdf(data):
        return Sniffed(Kind.PDF)
    if data.startswith(_OLE2):
        raise _ole2_refusal(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == b"{\\rtf":
        return Sniffed(Kind.RTF)
    _refuse_known_magic(data)
    return _text_kind(data, name)


def _is_headless_pdf(data: bytes) -> bool:
    """Whether these are PDF objects without the header; the PDF reader says what they are worth."""
    objects = _PDF_OBJECT.search(data[:_PDF_WINDOW])
    return bool(objects) and (b"endobj" in data or data.lstrip().startswith(b"trailer"))


def extension_warning(kind: Kind, name: str) -> str | None:
    """Return a sentence when the name promises another kind than the bytes are, else None."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    expected = _EXTENSIONS.get(extension)
    if expected is None or kind in expected:
        return None
    return f"The name ends in .{extension}, but this is {_WORDS[kind]}; it was read as what it is."


def is_bare_text(kind: Kind, name: str) -> bool:
    """Whether bare text stands where the name promises a PDF, Word or OpenDocument file."""
    expected = _EXTENSIONS.get(name.rpartition(".")[2].lower(), ())
    return kind is Kind.TEXT and not _BINARY.isdisjoint(expected)


def foreign_content(name: str) -> str:
    """Return the sentence that says a file is not what its name promises."""
    return f"Nothing in it is what a .{name.rpartition('.')[2].lower()} file holds."


def _archive_kind(data: bytes) -> Kind:
    with open_archive(data) as archive:
        names = archive.namelist()
        if _is_word(names):
            return Kind.DOCX
        mimetype = (read_member(archive, "mimetype") or b"").strip()
        if mimetype in _ODT_TYPES or (not mimetype and "content.xml" in names):
            return Kind.ODT
        raise _archive_refusal(archive, names, mimetype)


def _is_word(names: list[str]) -> bool:
    return any(name.startswith("word/") and name.endswith(".xml") for name in names)


def _archive_refusal(archive: zipfile.ZipFile, names: list[str], mimetype: bytes) -> Exception:
    if mimetype.startswith(b"application/vnd.oasis.opendocument."):
        return unsupported("an OpenDocument file other than a text")
    for prefix, what in _ARCHIVES:
        if any(name.startswith(prefix) for name in names):
            return unsupported(what)
    if "[Content_Types].xml" in names:
        types = read_member(archive, "[Content_Types].xml") or b""
        if b"wordprocessingml" in types:
            return refusal(ReadCode.DAMAGED, "The text part of this Word document is missing.")
        return unsupported("an Office file other than a Word document")
    return unsupported("a zip archive", "Unpack it and add the resume inside.")


def _ole2_refusal(data: bytes) -> Exception:
    """Tell the compound files apart by the names in their directory (MS-CFB 2.6, UTF-16)."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return refusal(ReadCode.ENCRYPTED)
    if holds("WordDocument"):
        return refusal(ReadCode.LEGACY_WORD)
    if holds("Workbook"):
        return unsupported("a spreadsheet")
    if holds("PowerPoint Document"):
        return unsupported("a presentation")
    if holds("__properties_version1.0"):
        return unsupported("an Outlook message", "Save its attachment and add that.")
    return unsupported("an older Office file")


def _refuse_known_magic(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            advice = _PICTURE_ADVICE if "picture" in what else ""
            if magic not in (b"BM", b"MZ") or b"\0" in data[:64]:
                raise unsupported(what, advice)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise unsupported("a picture (WebP)", _PICTURE_ADVICE)
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise unsupported("a picture (HEIF)", _PICTURE_ADVICE)


def _text_kind(data: bytes, name: str) -> Sniffed:
    text = decode_text(data)
    if text is None:
        extension = name.rpartition(".")[2].lower()
        if extension in _EXTENSIONS:
            raise refusal(ReadCode.DAMAGED, foreign_content(name))
        raise unsupported("a file of an unknown kind")
    head = text[:2048].lstrip("\ufeff \t\r\n")
    if _HTML.match(head) or (head[:1] == "<" and _HTML.search(head)):
        return Sniffed(Kind.HTML, text)
    if head.startswith(("<?xml", "<office:")):
        raise unsupported("an XML file")
    if head.startswith("MIME-Version:"):
        raise unsupported("a saved message or web archive")
    if head.startswith("{") and '"cells"' in head:
        raise unsupported("a notebook")
    if name.lower().endswith((".md", ".markdown")) or len(_MARKDOWN_HEADING.findall(text)) >= 2:
        return Sniffed(Kind.MARKDOWN, text)
    return Sniffed(Kind.TEXT, text)
