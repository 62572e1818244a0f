"""The kind of a document comes from its bytes, and every kind that is not read is named."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.documents.sniff import Kind, extension_warning, sniff
from ai_agents.errors import ReadCode, ReadError
from tests.support.docx_files import archive, docx
from tests.support.odt_files import odt

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream_name(name: str) -> bytes:
    """A name as a compound file's directory holds it."""
    return name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\r\n" * 100 + b"%PDF-1.4\n", Kind.PDF),
        (b"%\xe2\xe3\n1 0 obj\n<< >>\nendobj\n", Kind.PDF),
        (docx(""), Kind.DOCX),
        (odt(""), Kind.ODT),
        (rb"{\rtf1\ansi Hello}", Kind.RTF),
        (b"<!DOCTYPE html><p>Hello", Kind.HTML),
        (b'<?xml version="1.0"?><html><body/></html>', Kind.HTML),
        (b"# Maya\n\n## Skills\nSQL\n", Kind.MARKDOWN),
        (b"Maya Chen\nmaya@example.org\n", Kind.TEXT),
        (codecs.BOM_UTF16_LE + "Zoë".encode("utf-16-le"), Kind.TEXT),
        ("Zoë Brontë, writer".encode("utf-16-le"), Kind.TEXT),
        ("Résumé of Zoë Brontë, née à Orléans".encode("cp1252"), Kind.TEXT),
    ],
)
def test_the_bytes_decide_and_the_name_does_not(data: bytes, kind: Kind) -> None:
    """Each kind is known by its content under a name that says nothing."""
    assert sniff(data, "resume.bin").kind == kind


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", ReadCode.EMPTY, "empty"),
        (b" \r\n\0", ReadCode.EMPTY, "empty"),
        (OLE2 + stream_name("WordDocument"), ReadCode.LEGACY_WORD, "save it as DOCX"),
        (OLE2 + stream_name("EncryptedPackage"), ReadCode.ENCRYPTED, "password"),
        (OLE2 + stream_name("Workbook"), ReadCode.UNSUPPORTED, "spreadsheet"),
        (b"\x89PNG\r\n\x1a\n....", ReadCode.UNSUPPORTED, "picture"),
        (b"\xff\xd8\xff\xe0....", ReadCode.UNSUPPORTED, "picture"),
        (b"MZ\x90\0\3\0", ReadCode.UNSUPPORTED, "program"),
        (bytes(range(256)) * 4, ReadCode.UNSUPPORTED, "unknown kind"),
        (archive({"xl/workbook.xml": "<x/>"}), ReadCode.UNSUPPORTED, "spreadsheet"),
        (archive({"ppt/presentation.xml": "<x/>"}), ReadCode.UNSUPPORTED, "presentation"),
        (archive({"readme.txt": "hello"}), ReadCode.UNSUPPORTED, "zip archive"),
        (docx("")[:-30], ReadCode.DAMAGED, "incomplete"),
    ],
)
def test_what_is_not_read_is_named(data: bytes, code: ReadCode, words: str) -> None:
    """Every kind that is refused has its own code or words."""
    with pytest.raises(ReadError) as caught:
        sniff(data, "resume")
    assert caught.value.code == code
    assert words in caught.value.message


def test_a_resume_that_begins_like_a_bitmap_is_text() -> None:
    """Two letters are no proof: "BMW" begins as a bitmap does."""
    assert sniff(b"BMW Group, Munich\n" * 3, "a.txt").kind == Kind.TEXT


def test_a_broken_document_is_damaged_and_a_strange_file_is_unsupported() -> None:
    """Noise under a document's name is a damaged document."""
    with pytest.raises(ReadError) as caught:
        sniff(bytes(range(256)) * 4, "resume.pdf")
    assert caught.value.code == ReadCode.DAMAGED


@pytest.mark.parametrize(
    ("kind", "name", "warned"),
    [
        (Kind.PDF, "a.docx", True),
        (Kind.TEXT, "a.pdf", True),
        (Kind.PDF, "A.PDF", False),
        (Kind.TEXT, "a.md", False),
        (Kind.PDF, "no extension", False),
        (Kind.PDF, "a.v2", False),
    ],
)
def test_a_name_that_promises_another_kind_is_told(kind: Kind, name: str, *, warned: bool) -> None:
    """Only a known extension of another kind is worth a word."""
    assert bool(extension_warning(kind, name)) == warned


@given(st.binary(max_size=600))
def test_any_bytes_have_a_kind_or_a_coded_refusal(data: bytes) -> None:
    """No input makes the sniffer fail in another way."""
    try:
        sniffed = sniff(data, "x")
    except ReadError:
        return
    assert sniffed.kind in Kind
