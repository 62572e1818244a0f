"""Marks lie where the evidence lies, one per row, their numbers beside the page and apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.review.page_marks import (
    Mark,
    hidden_marks,
    hidden_place,
    hit,
    hit_hidden,
    marks_of,
    place_badges,
    spread,
    stack_rows,
    underlined,
    unite_rows,
)
from desktop.review.presenter import Presenter
from desktop.review.report import Report
from desktop.review.report_parts import BBox
from desktop.review.words import unchanged
from desktop.widgets.style import MarkGroup
from tests.support.reports import sample_wire, text_wire

STEP = 20.0


def _mark(number: int, *boxes: BBox, page: int = 1) -> Mark:
    return Mark(number, f"f{number}", MarkGroup.IMPACT, page, boxes, f"{number}")


def _marks() -> tuple[Mark, ...]:
    report = Report.from_wire(sample_wire())
    return marks_of(Presenter(report).cards({}), report)


def test_every_placed_finding_has_a_mark_and_no_other() -> None:
    """Findings with lines are marked on their lines' page; the others nowhere."""
    marks = _marks()
    assert {mark.number for mark in marks} == set(range(1, 10))
    assert next(mark for mark in marks if mark.number == 9).page == 2
    assert next(mark for mark in marks if mark.number == 4).boxes[0][1] < 254


def test_a_file_without_boxes_has_no_marks() -> None:
    """A DOCX is marked in the text view only."""
    report = Report.from_wire(text_wire())
    assert marks_of(Presenter(report).cards({}), report) == ()
    assert hidden_marks(report, unchanged) == ()


def test_hidden_text_is_outlined_with_its_reason() -> None:
    """The tooltip says why the text is set aside."""
    (mark,) = hidden_marks(Report.from_wire(sample_wire()), unchanged)
    assert mark.tooltip == "Hidden text, not reviewed: too little contrast to be seen"
    assert hit_hidden([mark], 2, 100, 738) is mark
    assert hit_hidden([mark], 1, 100, 738) is None


def test_boxes_of_one_row_are_one_and_of_two_columns_are_two() -> None:
    """A small gap joins, a column gap does not, the next row does not."""
    left, near = (72.0, 100.0, 120.0, 110.0), (125.0, 101.0, 180.0, 111.0)
    far, below = (320.0, 100.0, 400.0, 110.0), (72.0, 114.0, 200.0, 124.0)
    assert unite_rows([far, below, near, left]) == (
        (72.0, 100.0, 180.0, 111.0),
        (320.0, 100.0, 400.0, 110.0),
        (72.0, 114.0, 200.0, 124.0),
    )


def test_a_second_finding_on_a_line_lies_one_level_lower() -> None:
    """The levels of one line count up in number order; other lines begin anew."""
    line, other = (72.0, 100.0, 300.0, 110.0), (72.0, 120.0, 300.0, 130.0)
    rows = stack_rows([_mark(2, line, other), _mark(1, line)])
    assert [(mark.number, level) for mark, _, level in rows] == [(1, 0), (2, 1), (2, 0)]


def test_a_line_has_one_underline_and_the_selected_one_wins() -> None:
    """Underlines never run into the next line, and the chosen finding's style is seen."""
    line, other = (72.0, 100.0, 300.0, 110.0), (72.0, 120.0, 300.0, 130.0)
    one, two = _mark(1, line), _mark(2, line, other)
    rows = stack_rows([one, two])
    assert underlined(rows, None) == ((one, line), (two, other))
    assert underlined(rows, "f2") == ((two, line), (two, other))


def test_the_mark_under_the_pointer_is_found() -> None:
    """Inside a box on its page, the tighter of two; nothing elsewhere."""
    wide = _mark(1, (0.0, 0.0, 100.0, 10.0), (0.0, 12.0, 100.0, 22.0))
    small = _mark(2, (10.0, 0.0, 20.0, 10.0))
    assert hit([wide, small], 1, 15, 5) is small
    assert hit([wide, small], 1, 50, 15) is wide
    assert hit([wide, small], 2, 15, 5) is None
    assert hit([wide, small], 1, 15, 500) is None


def test_badges_stand_on_the_side_of_their_column() -> None:
    """A mark of the right column has its number at the right."""
    left, right = _mark(1, (72.0, 10.0, 200.0, 20.0)), _mark(2, (320.0, 10.0, 500.0, 20.0))
    sides = {
        badge.mark.number: badge.right_side for badge in place_badges([left, right], 612, 1, STEP)
    }
    assert sides == {1: False, 2: True}


@given(
    st.lists(
        st.tuples(st.floats(0, 700), st.floats(0, 500), st.floats(4, 40)),
        min_size=1,
        max_size=40,
    ),
    st.floats(0.3, 4),
)
def test_badges_never_lie_on_each_other(
    places: list[tuple[float, float, float]], scale: float
) -> None:
    """Whatever the marks, two numbers on one side keep their distance, and none is lost."""
    marks = [
        _mark(number, (x, y, x + 50, y + height))
        for number, (y, x, height) in enumerate(places, start=1)
    ]
    badges = place_badges(marks, 612, scale, STEP)
    assert len(badges) == len(marks)
    for side in (False, True):
        tops = sorted(badge.top for badge in badges if badge.right_side is side)
        assert all(b - a >= STEP - 1e-6 for a, b in pairwise(tops))


@given(st.lists(st.floats(0, 500), max_size=30))
def test_spreading_keeps_order_and_moves_little(wanted: list[float]) -> None:
    """Places with room stay where they are; crowded ones share the way."""
    wanted.sort()
    places = spread(wanted, STEP)
    assert len(places) == len(wanted)
    assert all(b - a >= STEP - 1e-6 for a, b in pairwise(places))
    if all(b - a > STEP for a, b in pairwise(wanted)):
        assert places == pytest.approx(tuple(wanted))


def test_a_crowd_is_centred_on_its_line() -> None:
    """Three badges of one line stand above, on and below it."""
    assert spread([100.0, 100.0, 100.0], STEP) == pytest.approx((80.0, 100.0, 120.0))


def test_narrow_words_keep_the_side_of_their_line() -> None:
    """A word in the right half of a wide line has its number where the line has it."""
    word = Mark(1, "f1", MarkGroup.IMPACT, 1, ((400.0, 10.0, 430.0, 20.0),), "1", line_left=72.0)
    (badge,) = place_badges([word], 612, 1, STEP)
    assert not badge.right_side


def test_a_finding_about_hidden_text_has_its_place() -> None:
    """It has no line to go to; the place is that of the text which its message quotes."""
    wire = sample_wire()
    findings, hidden = wire["review"]["findings"], wire["document"]["hidden"]
    findings[0].update(
        rule="hidden-text", evidence=[], message="Unseen: “lean six sigma kaizen scrum”."
    )
    hidden.insert(0, {"page": 1, "reason": "tiny", "text": "other words", "bbox": [1, 2, 3, 4]})
    hidden.insert(0, {"page": 1, "reason": "tiny", "text": "lean six sigma", "bbox": None})
    report = Report.from_wire(wire)
    assert hidden_place(report, "f1") == (2, (72.0, 733.0, 250.0, 742.0))
    assert hidden_place(report, "f2") is None
    assert hidden_place(report, None) is None
    findings[0].update(rule="hidden-instruction", message="Hidden text speaks to a model.")
    assert hidden_place(Report.from_wire(wire), "f1") == (1, (1.0, 2.0, 3.0, 4.0))
