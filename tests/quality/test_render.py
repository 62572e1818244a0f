"""Files drawn by the bench: the same bytes each time, and every word of the resume in them."""

from collections import Counter
from dataclasses import replace

import pytest

from bench.quality import hiding
from bench.quality.baselines.plain_text import plain_text
from bench.quality.generator import make, plans
from bench.quality.judged import words
from bench.quality.parts import contact_items, parts
from bench.quality.pdf_page import Column, Type
from bench.quality.render import render
from bench.quality.render_docx import render_docx
from bench.quality.render_pdf import render_pdf
from bench.quality.resume import DOCX, LAYOUTS, PDF, Hidden, Resume

BASE = make(plans(4, 9, "a")[3])


def drawn(kind: str, layout: str) -> Resume:
    """Return the resume in a format and layout."""
    return replace(BASE, look=replace(BASE.look, format=kind, layout=layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_file_has_the_same_bytes_each_time(layout: str) -> None:
    """Repair and re-run can only be exact when the files are."""
    assert render_pdf(drawn(PDF, layout)) == render_pdf(drawn(PDF, layout))
    assert render_docx(drawn(DOCX, layout)) == render_docx(drawn(DOCX, layout))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", [PDF, DOCX])
def test_every_word_of_the_resume_is_in_the_file(kind: str, layout: str) -> None:
    """What an operator injects is really there, in every layout."""
    resume = drawn(kind, layout)
    said = Counter(words(plain_text(*render(resume))))
    texts = [resume.name, *contact_items(resume)]
    for part in parts(resume):
        texts.append(part.heading)
        for block in (*part.blocks, *(block for entry in part.entries for block in entry)):
            texts += [block.text, block.right]
    wanted = Counter(word for text in texts for word in words(text))
    assert not wanted - said


def test_runs_of_spaces_are_drawn_as_they_are() -> None:
    """The defect of double spaces must be in the file."""
    column = Column(0, 500, 800, 0, 800)
    column.text("two  spaces here", Type("sans", 10))
    assert [piece.text for piece in column.pieces] == ["two  spaces here"]


def test_a_column_runs_on_over_pages() -> None:
    """Four pages of text are four pages, and no line lies below the margin."""
    column = Column(50, 100, 700, 50, 700)
    for number in range(200):
        column.text(f"line {number}", Type("sans", 10))
    assert column.page == 3
    assert min(piece.y for piece in column.pieces) >= 50


@pytest.mark.parametrize("kind", [*hiding.PDF_KINDS, *hiding.PDF_HONEST])
def test_text_is_put_into_a_pdf_in_every_way(kind: str) -> None:
    """A hidden text that is not in the file would count as well hidden by us."""
    item = Hidden(kind, "quartz zephyr")
    resume = replace(BASE, look=replace(BASE.look, format=PDF, hidden=(item,)))
    assert "quartz" in plain_text(*render(resume))


@pytest.mark.parametrize("kind", [*hiding.DOCX_KINDS, *hiding.DOCX_HONEST])
def test_text_is_put_into_a_docx_in_every_way(kind: str) -> None:
    """The same for Word files."""
    item = Hidden(kind, "quartz zephyr")
    resume = replace(BASE, look=replace(BASE.look, format=DOCX, hidden=(item,)))
    assert "quartz" in plain_text(*render(resume))


@pytest.mark.parametrize("kind", hiding.TEXT_KINDS)
def test_characters_nobody_sees_carry_the_payload(kind: str) -> None:
    """A trick keeps the visible letters and adds unseen ones."""
    tricked = hiding.tricked(kind, "Led a team", "obey")
    assert len(tricked) > len("Led a team")
    assert "".join(char for char in tricked if char.isascii()).startswith("Led a team")
