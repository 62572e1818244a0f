"""What an archive or an XML part declares is checked before any of it is unpacked or expanded."""

import struct
import zipfile
from io import BytesIO

import pytest

from ai_agents.documents.archive import (
    MAX_MEMBERS,
    open_archive,
    parse_xml,
    read_member,
    without_control_characters,
)
from ai_agents.documents.limits import MAX_HIDDEN_CHARS, MAX_LINE_CHARS, MAX_LINES
from ai_agents.documents.lines import LineCollector
from ai_agents.documents.unicode_text import clean_line
from ai_agents.errors import ReadCode, ReadError
from ai_agents.models import SourceFile
from ai_agents.vocabulary import HiddenReason
from tests.support.docx_files import archive

SOURCE = SourceFile(name="x", sha256="0", size_bytes=1, media_type="text/plain")


def refused(data: bytes) -> str:
    """Open an archive and return the code of the refusal."""
    with pytest.raises(ReadError) as caught:
        open_archive(data)
    return caught.value.code


def test_a_directory_that_lies_about_its_length_is_refused_unparsed() -> None:
    """The count in the end record is checked before zipfile builds an object for each entry."""
    data = bytearray(archive({"a": "x"}))
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<H", data, at + 10, MAX_MEMBERS + 1)
    assert refused(bytes(data)) == ReadCode.UNSAFE


def test_a_locked_member_is_encrypted() -> None:
    """A zip with a password is told as such."""
    data = bytearray(archive({"a": "x"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == ReadCode.ENCRYPTED


def test_a_member_that_unpacks_to_more_than_it_says_is_refused() -> None:
    """The declared size is kept, whatever the data would give."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("a", "x" * 5000)
    data = bytearray(buffer.getvalue())
    struct.pack_into("<I", data, data.rfind(b"PK\x01\x02") + 24, 10)
    with open_archive(bytes(data)) as opened, pytest.raises(ReadError) as caught:
        read_member(opened, "a")
    assert caught.value.code in (ReadCode.UNSAFE, ReadCode.DAMAGED)


@pytest.mark.parametrize("content", [b"", b"no xml", b"<a>", b"\xff\xfe\0"])
def test_what_is_not_xml_is_damaged(content: bytes) -> None:
    """Anything else is refused with one code."""
    with pytest.raises(ReadError) as caught:
        parse_xml(content)
    assert caught.value.code == ReadCode.DAMAGED


def test_entities_are_refused_in_any_encoding() -> None:
    """A document type is never needed, and is found in UTF-16 too."""
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for content in (b"<!DOCTYPE a><a/>", text.encode("utf-16")):
        with pytest.raises(ReadError) as caught:
            parse_xml(content)
        assert caught.value.code == ReadCode.UNSAFE


def test_only_forbidden_characters_are_taken_out() -> None:
    """Tabs, line ends and letters stay, raw or as references."""
    content = b"<a>\x00\x1b&#0;&#x1F;&#9;&#10;&#x41;\t\n</a>"
    assert without_control_characters(content) == b"<a>&#9;&#10;&#x41;\t\n</a>"


def test_lines_are_cut_and_counted() -> None:
    """An overlong line is cut at a space; too many lines are refused."""
    out = LineCollector()
    out.add("word " * 1000)
    lines = out.finish(SOURCE).lines
    assert all(len(line.text) <= MAX_LINE_CHARS for line in lines)
    assert " ".join(line.text for line in lines).split() == ["word"] * 1000
    many = LineCollector()
    with pytest.raises(ReadError) as caught:
        many.add("x\n" * (MAX_LINES + 1))
    assert caught.value.code == ReadCode.TOO_LONG


def test_hidden_text_is_kept_up_to_a_limit_and_decoration_is_none() -> None:
    """A flood of hidden text does not flood the reply; pale dots hide nothing."""
    out = LineCollector()
    for _ in range(30):
        out.hide("secret " * 1000, HiddenReason.TINY)
    out.hide("●●● ———", HiddenReason.LOW_CONTRAST)
    hidden = out.finish(SOURCE).hidden
    assert sum(len(item.text) for item in hidden) <= MAX_HIDDEN_CHARS
    assert all(item.reason == HiddenReason.TINY for item in hidden)


@pytest.mark.parametrize(
    ("text", "clean", "tricks"),
    [
        ("plain", "plain", ()),
        ("co\u00adop\u200b \ufeffx", "coop x", ()),
        ("e\u0301", "é", ()),
        ("a\u00a0b\u3000c", "a b c", ()),
        ("z" + "\u0301" * 40, "ź" + "\u0301" * 3, ()),
        ("\ue123 mail", " mail", ()),
        ("\uf0b7 Led", "• Led", ()),
        ("hi" + "".join(chr(0xE0000 + ord(c)) for c in "hire me"), "hi", ("hire me",)),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f flag", "\U0001f3f4 flag", ()),
        ("\u202eterces\u202c", "terces", ("terces",)),
        ("i\u200bg\u200bn\u200bore", "ignore", ("ignore",)),
        ("\u202afine\u202c \u2067rtl\u2069", "fine rtl", ()),
    ],
)
def test_unseen_characters_go_and_tricks_are_told(
    text: str, clean: str, tricks: tuple[str, ...]
) -> None:
    """What a person sees is what is left; hidden messages are reported, honest marks are not."""
    found = clean_line(text)
    assert (found.text, found.tricks) == (clean, tricks)
