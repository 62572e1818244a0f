"""What print took apart is put together before the profile is read; line ids stay."""

import pytest

from ai_agents.documents.accents import with_accents
from ai_agents.models import Document, Line, SourceFile
from ai_agents.profile.reading_copy import closed_up, reading_copy

_SOURCE = SourceFile(name="a.pdf", sha256="0" * 64, size_bytes=1, media_type="application/pdf")


def _copied(*parts: str) -> Line:
    line = Line(id=7, text="  ".join(parts), parts=parts)
    return reading_copy(Document(source=_SOURCE, lines=(line,))).lines[0]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("J¨urgen M¨uller", "Jürgen Müller"),
        ("Do˘gan", "Doğan"),
        ("Fran¸cois", "François"),
        ("S¸ener", "Şener"),
        ("Jos´e Nu˜nez", "José Nuñez"),
        ("about ˜30 %", "about ˜30 %"),
    ],
)
def test_loose_accents_go_on_their_letter(printed: str, meant: str) -> None:
    """An accent printed as a glyph of its own is read with its letter, others stay."""
    assert with_accents(printed) == meant


def test_year_and_month_cells_become_one_date() -> None:
    """A row of a Japanese form is dated by its first two cells."""
    assert _copied("2011", "4", "青空商事 入社").parts == ("2011年4月", "青空商事 入社")
    assert _copied("平成 23", "10", "資格取得").parts == ("平成 23年10月", "資格取得")
    assert _copied("年", "月", "学歴").text == "学歴"
    assert _copied("2011", "44", "x").parts == ("2011", "44", "x")


def test_han_characters_set_apart_close_up() -> None:
    """'学 歴' is one word; a name of several characters keeps its space."""
    assert closed_up("職 歴") == "職歴"
    assert closed_up("免 許・資 格") == "免許・資格"
    assert closed_up("佐藤 花子") == "佐藤 花子"


def test_a_line_that_stands_twice_is_read_once() -> None:
    """Text saved from a page with its spoken double is not doubled."""
    assert (
        _copied("Warehouse Manager NorthWarehouse Manager North").text == "Warehouse Manager North"
    )
    assert _copied("Senior Engineer").text == "Senior Engineer"
