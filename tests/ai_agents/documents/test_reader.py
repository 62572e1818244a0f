"""The one door to the readers: any bytes end in a document that keeps the promises, or a code."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ai_agents.documents.reader import read_document
from ai_agents.errors import ReadCode, ReadError
from ai_agents.models import Document
from ai_agents.sandbox import Reader
from tests.support.docx_files import FILLER, docx, paragraph
from tests.support.odt_files import odt

_SHARED = Path(os.environ.get("VITAE_SHARED_DATA") or Path(__file__).parents[4] / "shared" / "data")
needs_shared = pytest.mark.skipif(
    not (_SHARED / "bad").is_dir(), reason="not run: the shared data folder is not there"
)

#: What each file of the shared set was made to show (its manifest's notes) → how it must end.
EXPECTED = {
    "altchunk_html.docx": "read",
    "array_nest_100k.pdf": "read",
    "crc_bad.docx": ReadCode.DAMAGED,
    "emoji_and_zalgo.txt": "read",
    "empty_body.docx": ReadCode.NO_TEXT,
    "image_bomb_20000px.pdf": ReadCode.SCANNED,
    "image_only_scan.pdf": ReadCode.SCANNED,
    "invalid_xml_char.docx": "read",
    "length_wrong.pdf": "read",
    "members_20000.docx": ReadCode.UNSAFE,
    "naïve résumé (final) #2 'x' & y.pdf": "read",
    "no_content_types.docx": "read",
    "no_document_xml.docx": ReadCode.DAMAGED,
    "no_rels.docx": "read",
    "noextension": "read",
    "not_wellformed.docx": ReadCode.DAMAGED,
    "ok_reference.docx": "read",
    "one_byte.pdf": ReadCode.DAMAGED,
    "password_owner_only_aes256.pdf": "read",
    "password_unknown_handler.pdf": ReadCode.ENCRYPTED,
    "password_user_aes256.pdf": ReadCode.ENCRYPTED,
    "path_traversal.docx": ReadCode.UNSAFE,
    "pdf_as.docx": "read",
    "pdf.js__bug1606566.pdf": ReadCode.DAMAGED,
    "pypdf__encrypted_doc_no_id.pdf": ReadCode.SCANNED,
    "prompt_injection_offpage.pdf": "read",
    "random_bytes.txt": ReadCode.DAMAGED,
    "table_2000x60.docx": ReadCode.TOO_LONG,
    "text_as.pdf": ReadCode.TOO_SHORT,
    "text_only_in_header.docx": "read",
    "truncated.docx": ReadCode.DAMAGED,
    "UPPER.PDF": "read",
    "utf16le.txt": "read",
    "white_text_injection.docx": "read",
    "xxe_http.docx": ReadCode.UNSAFE,
}


def check_promises(document: Document) -> None:
    """Assert what `read_document` promises of every document."""
    assert [line.id for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert 100 <= sum(len(line.text.strip()) + 1 for line in document.lines) <= 50_000
    for line in document.lines:
        assert line.text.strip()
        assert line.parts
        assert "\n" not in line.text
    for link in document.links:
        assert link.line is None or 1 <= link.line <= len(document.lines)


def test_every_kind_is_read_through_one_door() -> None:
    """Media type, hash, size, language and warnings are filled in whatever the kind."""
    files = {
        "a.docx": docx(paragraph("Maya Chen")),
        "a.odt": odt("<text:p>Maya Chen</text:p>"),
        "a.rtf": f"{{\\rtf1 Maya Chen\\par {FILLER}}}".encode(),
        "a.html": f"<html><p>Maya Chen<p>{FILLER}</html>".encode(),
        "a.md": f"# Maya Chen\n{FILLER}".encode(),
        "a.txt": f"Maya Chen\n{FILLER}".encode(),
    }
    for name, data in files.items():
        document = read_document(data, name)
        check_promises(document)
        assert document.line(1).text == "Maya Chen"
        assert document.language == "en"
        assert document.source.size_bytes == len(data)
        assert document.warnings == ()


def test_a_stray_line_under_the_name_of_a_pdf_is_a_damaged_pdf() -> None:
    """What is left of a broken download is no short resume; more lines are, with a word on it."""
    for data, code in (
        (b"oops", ReadCode.DAMAGED),
        (b"Maya Chen\nEngineer", ReadCode.TOO_SHORT),
        (b"trailer<</Encrypt 6 0 R>>\n6 0 obj<</Filter/Standard>>", ReadCode.DAMAGED),
    ):
        with pytest.raises(ReadError) as caught:
            read_document(data, "resume.pdf")
        assert caught.value.code == code
    with pytest.raises(ReadError) as caught:
        read_document(b"oops", "resume.txt")
    assert caught.value.code == ReadCode.TOO_SHORT


def test_a_wrong_extension_is_a_warning() -> None:
    """The file is read as what it is, and the coach hears of the name."""
    document = read_document(docx(paragraph("Maya Chen")), "resume.pdf")
    assert [warning.code for warning in document.warnings] == ["wrong-extension"]


def test_a_file_over_the_limit_is_not_looked_at() -> None:
    """10 MiB is the end."""
    with pytest.raises(ReadError) as caught:
        read_document(bytes(10 * 1024 * 1024 + 1), "x")
    assert caught.value.code == ReadCode.TOO_LARGE


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_a_damaged_document_is_read_or_refused(data: st.DataObject) -> None:
    """Bytes changed or cut anywhere end in a document or a code, never in another error."""
    whole = data.draw(st.sampled_from([docx(paragraph("Maya Chen")), odt("<text:p>M</text:p>")]))
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + 4 :]
    cut = changed[: data.draw(st.integers(len(changed) // 2, len(changed)))]
    try:
        document = read_document(cut, "resume")
    except ReadError:
        return
    check_promises(document)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=600))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, pasted or encoded ends in a document or a code."""
    try:
        document = read_document(f"{text}\n{FILLER}".encode("utf-8", "replace"), "x.txt")
    except ReadError:
        return
    check_promises(document)


@needs_shared
def test_every_bad_file_ends_as_it_should() -> None:
    """No hang, no uncaught error, the right code for each file made to show one."""
    ends: dict[str, str] = {}
    with Reader() as reader:
        for path in sorted((_SHARED / "bad").iterdir()):
            try:
                document = reader.read(path).document
            except ReadError as error:
                ends[path.name] = error.code
            else:
                check_promises(document)
                ends[path.name] = "read"
    wrong = {name: ends[name] for name, end in EXPECTED.items() if ends[name] != end}
    assert wrong == {}
    assert ReadCode.CRASHED not in ends.values()
