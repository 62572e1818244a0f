"""What single character codes of a PDF read as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.documents.characters import open_ligatures, read_character, read_tricks
from ai_agents.documents.fonts import face_of
from ai_agents.documents.pdf_engine import Font

_TEXT = face_of(Font("Helvetica", 400, 0, 0))
_ICONS = face_of(Font("ABCDEF+FontAwesome5Free-Solid", 0, 0, 0))
_SYMBOLS = face_of(Font("Wingdings-Regular", 0, 0, 0))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (0xFB01, "fi"),
        (0xAD, "-"),
        (0x02, "-"),
        (0x200B, ""),
        (0x202E, ""),
        (0xE000, ""),
        (0xF0B7, "•"),
        (0xFFFD, ""),
        (0x2F08, "人"),
        (0x1F600, "😀"),
        (ord("é"), "é"),
    ],
)
def test_codes_read_as_a_person_reads_them(code: int, text: str) -> None:
    """Ligatures are opened, soft hyphens shown, marks without shape dropped."""
    assert read_character(code, _TEXT) == text


def test_icon_fonts_say_nothing_and_symbol_fonts_only_marks() -> None:
    """An icon never reads as the letter it is stored as; a symbol font's bullet is a bullet."""
    assert read_character(ord("A"), _ICONS) == ""
    assert read_character(0x6C, _SYMBOLS) == "•"
    assert read_character(ord("A"), _SYMBOLS) == ""


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Scienti\x1cc", "Scientific"),
        ("Scienti\x1bc", "Scientific"),
        ("o\x1bce", "office"),
        ("o\x1ece", "office"),
        ("di\x1berent", "different"),
        ("\x1dexible", "flexible"),
        ("\x1eexible", "flexible"),
        ("sta\x1b", "staff"),
        ("\x1b", ""),
    ],
)
def test_raw_ligatures_are_spelled_out(raw: str, word: str) -> None:
    """Codes TeX fonts leave raw become the letters that make a word."""
    assert open_ligatures(raw) == word


def test_tags_and_overrides_are_reported() -> None:
    """Text spelled in tag characters is named; ordinary text and joiners are no trick."""
    assert read_tricks([0xE0000 + ord(c) for c in "hire me"]) == "hire me"
    assert read_tricks([ord("a"), 0x202E, ord("b")]) != ""
    assert read_tricks([ord("a"), 0x200D, ord("b")]) == ""


@given(st.integers(0, 0x110000))
def test_any_code_reads_as_printable_text_or_nothing(code: int) -> None:
    """No control character, surrogate or private code reaches a line."""
    text = read_character(code, _TEXT)
    assert all(c >= " " or 0x1B <= ord(c) < 0x20 for c in text)
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "family", "bold", "italic"),
    [
        ("Helvetica-BoldOblique", "Helvetica", True, True),
        ("TimesNewRomanPS-BoldMT", "TimesNewRoman", True, False),
        ("TimesNewRomanPSMT", "TimesNewRoman", False, False),
        ("Arial,Bold", "Arial", True, False),
        ("CMBX10", "CMBX", True, False),
        ("CMTI10", "CMTI", False, True),
        ("NimbusRomNo9L-Medi", "NimbusRomNo9L", True, False),
        ("SourceSansPro-Semibold", "SourceSansPro", True, False),
        ("Roboto-Medium", "Roboto", False, False),
        ("Calibri", "Calibri", False, False),
    ],
)
def test_font_names_tell_family_weight_and_slant(
    name: str, family: str, *, bold: bool, italic: bool
) -> None:
    """The names that word processors and TeX write are understood."""
    face = face_of(Font(name, 400, 0, 0))
    assert (face.family, face.bold, face.italic) == (family, bold, italic)
