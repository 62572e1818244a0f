"""When the two sides of a river are columns, and when they are the ends of rows."""

from collections.abc import Sequence

from ai_agents.documents.columns import blocks_of
from ai_agents.documents.layout import Piece
from ai_agents.documents.sides import Side, are_columns


def _side(
    x: float, levels: Sequence[float], text: str = "words that run on", size: float = 10
) -> Side:
    return Side([_piece(x, y, text, size) for y in levels])


def _piece(x: float, y: float, text: str, size: float = 10) -> Piece:
    return Piece([], text, x, x + 5 * len(text), y, size)


_DENSE = [100 + 14 * n for n in range(30)]


def test_lines_that_do_not_stand_level_are_columns() -> None:
    """Two sides with line distances of their own are read one after the other."""
    assert are_columns(_side(40, _DENSE), _side(300, [103 + 17 * n for n in range(20)]))


def test_dates_level_with_entries_are_no_column() -> None:
    """One date per entry, each on the entry's baseline."""
    assert not are_columns(_side(40, _DENSE), _side(400, _DENSE[::5], "2019 – 2021"))


def test_columns_on_one_grid_are_columns_when_both_hold_running_text() -> None:
    """Two columns set on the same baselines are told apart by their wrapped lines."""
    assert are_columns(_side(40, _DENSE, "runs on and on"), _side(300, _DENSE, "runs on as well"))


def test_sides_that_are_not_beside_each_other_are_no_columns() -> None:
    """A short text under another, shifted to the right, is no column."""
    assert not are_columns(_side(40, _DENSE[:10]), _side(300, _DENSE[15:]))


def test_a_pattern_of_thousands_of_pieces_is_one_block() -> None:
    """A page with more pieces than text ever has is not searched for columns."""
    pieces = [_piece(10 * (n % 50), 10 * (n // 50), "ab") for n in range(3_500)]
    assert len(blocks_of(pieces, 842)) == 1


def test_no_piece_is_lost_or_doubled() -> None:
    """Every piece of a page is in exactly one block."""
    pieces = [_piece(40 + 130 * (n % 3), 80 + 9.7 * n, "some words") for n in range(70)]
    blocks = blocks_of(pieces, 842)
    assert sorted(id(p) for block in blocks for p in block.pieces) == sorted(map(id, pieces))


def _headed(x: float, headings: Sequence[float], *, short: str) -> Side:
    pieces = [_piece(x, y, short) for y in _DENSE if all(abs(y - h) > 9 for h in headings)]
    return Side([*pieces, *(_piece(x, h, "Heading", 12) for h in headings)])


def test_a_column_with_headings_of_its_own_is_a_column() -> None:
    """Short skills set on the grid of the text beside them still stand under their heading."""
    main = _headed(40, [_DENSE[0], _DENSE[9]], short="a sentence about work")
    assert are_columns(main, _headed(300, [_DENSE[0], _DENSE[4] + 6], short="Go"))


def test_a_title_in_the_margin_level_with_its_firm_heads_a_row() -> None:
    """'Analyst' over '2019 – 2021', beside the firm and its bullets, is no column."""
    main = Side([_piece(200, y, "a sentence about work") for y in _DENSE])
    titles = [_piece(40, y, "Analyst", 12) for y in _DENSE[::6]]
    dates = [_piece(40, y, "2019 – 2021") for y in _DENSE[1::6]]
    assert not are_columns(Side(titles + dates), main)
