"""Glyphs become words and lines, and columns are read one after the other."""

import pytest

from ai_agents.vocabulary import LineRegion
from tests.support.pdf_files import SENTENCE, PdfFile

_LEFT = [f"Left column sentence number {n} runs on" for n in range(12)]
_RIGHT = [f"Right column sentence number {n} goes by" for n in range(12)]


def _texts(page: PdfFile) -> list[str]:
    return [line.text for line in page.read().lines]


def test_two_columns_are_read_one_after_the_other() -> None:
    """The left column is read to its end before the right one, and each line knows its column."""
    document = PdfFile().column(40, 100, _LEFT, 14).column(320, 105, _RIGHT, 15).read()
    assert [line.text for line in document.lines] == [*_LEFT, *_RIGHT]
    assert [line.column for line in document.lines] == [0] * 12 + [1] * 12


def test_a_band_above_and_below_columns_stays_there() -> None:
    """Full-width text over and under two columns is read before and after them."""
    page = PdfFile().text(40, 60, "Maya Chen " * 12)
    page.column(40, 100, _LEFT).column(320, 105, _RIGHT, 15)
    page.column(40, 320, ["Full width at the end " * 5] * 3)
    texts = _texts(page)
    assert texts[0].startswith("Maya Chen")
    assert texts[1:25] == [*_LEFT, *_RIGHT]
    assert all(text.startswith("Full width") for text in texts[25:])


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_narrow_column_is_a_sidebar_read_in_one_piece(side: str) -> None:
    """Wherever the sidebar stands, it is contiguous, after the main text of all pages."""
    narrow, wide = (40, 200) if side == "left" else (440, 40)
    words = [f"Skill {n}" for n in range(23)]
    page = PdfFile()
    for _ in range(2):
        page.column(wide, 100, [SENTENCE] * 38, 17).column(narrow, 105, words, 27).page()
    lines = page.read().lines
    assert [line.text for line in lines] == [SENTENCE] * 76 + words * 2
    assert {line.region for line in lines[76:]} == {LineRegion.SIDEBAR}
    assert {line.region for line in lines[:76]} == {LineRegion.BODY}


def test_a_sidebar_with_the_name_comes_first() -> None:
    """Where the largest text, the name, stands in the sidebar, the sidebar leads."""
    page = PdfFile().text(40, 60, "Maya", size=26).column(40, 105, ["Skill"] * 20, 29)
    texts = _texts(page.column(200, 60, [SENTENCE] * 40, 17))
    assert texts[0] == "Maya"
    assert texts[-1] == SENTENCE


def test_labels_and_dates_in_the_margin_are_parts_of_their_rows() -> None:
    """A narrow column of dates, each level with a line, is no column."""
    page = PdfFile()
    for row in range(5):
        y = 80 + 60 * row
        page.text(40, y, f"201{row} – 201{row + 1}").text(130, y, f"Engineer, Company {row}")
        page.column(130, y + 14, [SENTENCE, SENTENCE])
    lines = page.read().lines
    assert [line.parts for line in lines[::3]] == [
        (f"201{row} – 201{row + 1}", f"Engineer, Company {row}") for row in range(5)
    ]
    assert {line.column for line in lines} == {0}


def test_a_label_close_to_its_text_is_still_a_part() -> None:
    """A narrow gap cuts a label off where the text begins at the edge of the lines around it."""
    page = PdfFile()
    for row in range(5):
        page.right(120, 80 + 40 * row, f"201{row} – 201{row + 1}")
        page.text(128, 80 + 40 * row, "Engineer").text(128, 94 + 40 * row, SENTENCE)
    assert page.read().lines[0].parts == ("2010 – 2011", "Engineer")


def test_a_date_range_wrapped_in_its_margin_is_one_part() -> None:
    """A range whose end stands under its start is read as one range."""
    page = PdfFile()
    for row in range(3):
        y = 80 + 60 * row
        page.text(40, y, "10/2019 –", size=8).text(40, y + 11, "03/2025", size=8)
        page.text(120, y, "Acme Corporation").column(120, y + 14, [SENTENCE] * 2)
    assert page.read().lines[0].parts == ("10/2019 – 03/2025", "Acme Corporation")


def test_a_heading_in_the_margin_is_a_line_of_its_own() -> None:
    """Capitals beside the text they head do not run into it."""
    page = PdfFile()
    for row, heading in enumerate(["EDUCATION", "EXPERIENCE", "SKILLS"]):
        page.text(40, 80 + 80 * row, heading)
        page.column(150, 80 + 80 * row, [SENTENCE] * 4)
    assert _texts(page)[::5] == ["EDUCATION", "EXPERIENCE", "SKILLS"]


def test_spaced_out_letters_become_a_word() -> None:
    """Letters set apart by the typesetter, or by typed spaces, are one word; words stay apart."""
    page = PdfFile().spaced(50, 60, "WORK HISTORY", char_space=6)
    page.text(50, 100, "E X P E R I E N C E", size=14)
    assert _texts(page) == ["WORK HISTORY", "EXPERIENCE"]


def test_words_set_apart_without_space_glyphs_get_spaces() -> None:
    """Where a file only moves the pen, the gap is a space."""
    page = PdfFile()
    x = 50.0
    for word in ("Cut", "costs", "by", "a", "third"):
        page.text(x, 60, word)
        x += page.canvas.stringWidth(word, "Helvetica", 10) + 2.8
    assert _texts(page) == ["Cut costs by a third"]


def test_words_drawn_twice_are_read_once() -> None:
    """Fake bold, made by printing twice a hair apart, is one word."""
    page = PdfFile().text(50, 60, "Maya Chen").text(50.4, 60, "Maya Chen")
    assert _texts(page) == ["Maya Chen"]


def test_a_raised_mark_stays_on_its_line() -> None:
    """A superscript is part of the line it is lifted from."""
    page = PdfFile().text(50, 60, "The 2").text(75.6, 56.5, "nd", size=6)
    page.text(85, 60, "of May").text(50, 80, SENTENCE)
    assert _texts(page) == ["The 2nd of May", SENTENCE]


def test_the_order_of_drawing_does_not_matter() -> None:
    """Lines drawn from the bottom up are read from the top down."""
    page = PdfFile()
    words = [f"Line number {n}" for n in range(6)]
    for index in reversed(range(6)):
        page.text(50, 60 + 14 * index, words[index])
    assert _texts(page) == words


def test_turned_headings_stand_over_what_they_head() -> None:
    """A large word on its side is read before the lines beside it; others follow the page."""
    page = PdfFile().column(50, 100, [SENTENCE] * 8).column(50, 400, [SENTENCE] * 8)
    page.turned(560, 130, "EXPERIENCE", -90, 20).turned(560, 420, "EDUCATION", -90, 20)
    page.turned(590, 600, "printed in May", 90, 6)
    texts = _texts(page)
    assert texts == [
        "EXPERIENCE",
        *[SENTENCE] * 8,
        "EDUCATION",
        *[SENTENCE] * 8,
        "printed in May",
    ]


def test_a_hyphen_at_a_line_end_stays() -> None:
    """A word broken over two lines keeps its hyphen; joining is for whoever reads sentences."""
    assert _texts(PdfFile().column(50, 60, ["distributed archi-", "tectures at scale"])) == [
        "distributed archi-",
        "tectures at scale",
    ]


def test_a_row_of_tags_is_cut_into_its_tags() -> None:
    """Gaps wider than word spaces part tags of several words; justified text is left whole."""
    page = PdfFile().column(50, 60, [SENTENCE] * 3)
    x = 50.0
    for tag in ("Python", "Design Thinking", "Go"):
        page.text(x, 110, tag)
        x += page.canvas.stringWidth(tag, "Helvetica", 10) + 8
    assert page.read().lines[3].parts == ("Python", "Design Thinking", "Go")
    justified = PdfFile().column(50, 60, [SENTENCE] * 3)
    width = justified.canvas.stringWidth(SENTENCE, "Helvetica", 10)
    words = SENTENCE.split()[:-2]
    taken = sum(justified.canvas.stringWidth(word, "Helvetica", 10) for word in words)
    gap, x = (width - taken) / (len(words) - 1), 50.0
    for word in words:
        justified.text(x, 110, word)
        x += justified.canvas.stringWidth(word, "Helvetica", 10) + gap
    assert justified.read().lines[3].parts == (" ".join(words),)


def test_words_of_a_typewriter_font_stay_together() -> None:
    """The wide space of a font of one width parts nothing, not even where words share an edge."""
    page = PdfFile()
    for row, line in enumerate(
        ["Jun 2021 - Dec 2022", "Jul 2019 - May 2021", "Jan 2018 - Jun 2019"]
    ):
        page.text(50, 60 + 30 * row, line, font="Courier").text(50, 74 + 30 * row, SENTENCE)
    assert {len(line.parts) for line in page.read().lines} == {1}


def test_the_lowered_letter_of_a_logo_stays_in_its_word() -> None:
    """TeX prints an E of full size below its line; the line under it is not touched."""
    page = PdfFile().text(50, 60, "Git, T").text(73.5, 62.6, "E").text(79.0, 60, "X, bash")
    page.text(50, 74, "Visual Studio")
    assert _texts(page) == ["Git, TEX, bash", "Visual Studio"]


def test_a_word_below_a_large_name_is_not_part_of_it() -> None:
    """Only an index of a few letters is lifted to the line it touches."""
    page = PdfFile().text(200, 60, "Maya", size=30).text(290, 60, "Chen", size=30)
    page.text(255, 74, "Software", size=8).text(294, 74, "Architect", size=8)
    page.column(50, 120, [SENTENCE] * 3)
    assert _texts(page)[:2] == ["Maya Chen", "Software Architect"]


def test_dots_lead_to_a_part_of_its_own() -> None:
    """A row of dots between a title and its date is no text."""
    page = PdfFile().text(50, 60, "Night Auditor" + " ." * 30 + " 2019 – 2021")
    page.column(50, 80, [SENTENCE] * 3)
    assert page.read().lines[0].parts == ("Night Auditor", "2019 – 2021")


def test_an_accent_drawn_over_a_letter_is_read_with_it() -> None:
    """TeX prints the accent apart, the file hands it out behind the word."""
    page = PdfFile().text(50, 60, "Formacion").text(50, 80, SENTENCE)
    width = page.canvas.stringWidth
    o = width("Formaci", "Helvetica", 10) + width("o", "Helvetica", 10) / 2
    page.text(50 + o - width("´", "Helvetica", 10) / 2, 60, "´")
    assert _texts(page) == ["Formación", SENTENCE]


def test_a_head_that_comes_again_on_the_next_page_is_a_header() -> None:
    """The name and the contact line at the top of every page are read once."""
    page = PdfFile()
    for number in range(2):
        page = page.page() if number else page
        page.text(50, 60, "Maya Chen", size=24).text(50, 90, "maya@example.com · Lisbon")
        page.text(50, 150, f"Chapter {number}").column(50, 180, [SENTENCE] * 3)
    regions = [line.region.value for line in page.read().lines if line.page == 2]
    assert regions == ["header", "header", "body", "body", "body", "body"]


def test_two_columns_that_begin_with_headings_of_one_print_are_columns() -> None:
    """Even where every line of the short one is level with a line of the long one."""
    page = PdfFile().text(50, 60, "Maya Chen", size=20)
    page.text(50, 100, "EXPERIENCE").column(50, 120, [SENTENCE[:48]] * 9, pitch=14)
    page.text(420, 100, "SKILLS").column(420, 120, ["Excel", "SAP", "Planning"], pitch=14)
    texts = _texts(page)
    assert texts[1:] == ["EXPERIENCE", *[SENTENCE[:48]] * 9, "SKILLS", "Excel", "SAP", "Planning"]


def test_titles_beside_their_firms_are_rows() -> None:
    """Two or more pairs of large words level with each other head rows, not columns."""
    page = PdfFile()
    for row, title in enumerate(["Night Auditor", "Clerk", "Porter"]):
        y = 80 + 90 * row
        page.text(50, y, title, size=13).text(50, y + 14, f"201{row} - 201{row + 1}", size=9)
        page.text(200, y, f"Hotel {row}", size=13).column(200, y + 14, [SENTENCE] * 4)
    assert page.read().lines[0].parts == ("Night Auditor", "Hotel 0")
