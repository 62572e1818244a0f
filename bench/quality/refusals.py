"""Files that cannot be reviewed, each with the codes that name the reason rightly."""

from collections.abc import Mapping
from io import BytesIO
from typing import TypeAlias

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ai_agents.errors import ReadCode

_File: TypeAlias = tuple[bytes, frozenset[ReadCode]]
_TOO_LARGE_BYTES = 11 * 1024 * 1024
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def files(pdf: bytes, docx: bytes) -> Mapping[str, _File]:
    """Return name → (bytes, right codes), made from a whole PDF and a whole DOCX where needed."""
    words = b"Managed twelve shops and cut delays by 30 percent. "
    encrypted_word = _OLE + "EncryptedPackage".encode("utf-16-le") + bytes(4096)
    return {
        "empty.pdf": (b"", _codes(ReadCode.EMPTY)),
        "empty.docx": (b"", _codes(ReadCode.EMPTY)),
        "blank.txt": (b" \n\t \n" * 40, _codes(ReadCode.EMPTY, ReadCode.NO_TEXT)),
        "short.txt": (b"Maya Chen, Portland", _codes(ReadCode.TOO_SHORT)),
        "novel.txt": (words * 1500, _codes(ReadCode.TOO_LONG)),
        "huge.txt": (words * (_TOO_LARGE_BYTES // len(words)), _codes(ReadCode.TOO_LARGE)),
        "huge.pdf": (pdf + bytes(_TOO_LARGE_BYTES), _codes(ReadCode.TOO_LARGE)),
        "blank.pdf": (_blank_pdf(), _codes(ReadCode.NO_TEXT, ReadCode.SCANNED, ReadCode.TOO_SHORT)),
        "scan.pdf": (_scan(), _codes(ReadCode.SCANNED)),
        "locked.pdf": (_locked(), _codes(ReadCode.ENCRYPTED)),
        "locked.docx": (encrypted_word, _codes(ReadCode.ENCRYPTED, ReadCode.LEGACY_WORD)),
        "old.doc": (_OLE + bytes(4096), _codes(ReadCode.LEGACY_WORD, ReadCode.UNSUPPORTED)),
        "cut.pdf": (pdf[:400], _codes(ReadCode.DAMAGED)),
        "cut.docx": (docx[: len(docx) // 2], _codes(ReadCode.DAMAGED)),
        "header-only.pdf": (b"%PDF-1.7\n", _codes(ReadCode.DAMAGED)),
        "noise.pdf": (_noise(), _codes(ReadCode.DAMAGED, ReadCode.UNSUPPORTED)),
        "photo.pdf": (_photo("PNG"), _codes(ReadCode.UNSUPPORTED)),
        "photo.jpg": (_photo("JPEG"), _codes(ReadCode.UNSUPPORTED)),
    }


def _codes(*codes: ReadCode) -> frozenset[ReadCode]:
    return frozenset(codes)


def _blank_pdf() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _scan() -> bytes:
    """Return a page that is one picture of stripes, as a scan without text recognition is."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    stripes = Image.frombytes("L", (8, 64), bytes([0] * 8 + [255] * 24) * 16)
    canvas.drawImage(ImageReader(stripes), 0, 0, 595, 842)
    canvas.save()
    return buffer.getvalue()


def _locked() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 720, "Maya Chen, software engineer, led a team of twelve people. " * 2)
    canvas.save()
    return buffer.getvalue()


def _noise() -> bytes:
    """Return bytes without any structure, the same each time."""
    return bytes((number * 131 + number // 7 * 17) % 256 for number in range(20_000))


def _photo(kind: str) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (200, 200), (90, 120, 150)).save(buffer, kind)
    return buffer.getvalue()
