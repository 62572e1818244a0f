"""The page is asked where named words lie, and its marks shrink to them."""

from pytestqt.qtbot import QtBot

from desktop.review.page_marks import marks_of
from desktop.review.page_source import PageSource
from desktop.review.presenter import Presenter
from desktop.review.report import Report
from desktop.review.word_finder import WordFinder
from tests.support.reports import Sample


def _report(sample: Sample, words: str) -> tuple[Report, int]:
    """Return the sample with its first placed finding naming some words, and that line's id."""
    wire = sample.wire()
    finding = next(f for f in wire["review"]["findings"] if f["id"] == "f1")
    finding["message"] = f"“{words}” describes a duty."
    return Report.from_wire(wire), finding["evidence"][0]["line"]


def test_a_mark_shrinks_to_the_words(qtbot: QtBot, sample: Sample) -> None:
    """The narrow box lies inside the line's, as high as the line, and is a part of its width."""
    plain = Report.from_wire(sample.wire())
    evidence = next(f for f in plain.review.findings if f.id == "f1").evidence[0]
    words = " ".join(evidence.text.replace("•", " ").split()[:2])
    report, line_id = _report(sample, words)
    source = PageSource()
    assert source.load(sample.pdf)
    finder = WordFinder(source)
    cards = Presenter(report).cards({})
    finder.begin(cards, report)
    with qtbot.waitSignal(finder.found):
        source.picture(1, 300, 400)
    (box,) = finder.boxes["f1", line_id]
    line = report.line(line_id)
    assert line is not None
    assert line.bbox is not None
    left, top, right, bottom = line.bbox
    assert left <= box[0] < box[2] < right
    assert (box[1], box[3]) == (top, bottom)
    mark = next(m for m in marks_of(cards, report, finder.boxes) if m.finding_id == "f1")
    assert mark.boxes[0] == box
    assert mark.left == left


def test_words_the_page_does_not_hold_leave_the_line_marked(qtbot: QtBot, sample: Sample) -> None:
    """Nothing is guessed: without a place for the words the whole line stays marked."""
    source = PageSource()
    source.load(sample.pdf)
    assert source.word_boxes(1, "nowhere to be found") == ()
    assert source.word_boxes(1, " ") == ()


def test_a_slow_page_is_said_and_no_other_is_asked_for(qtbot: QtBot, sample: Sample) -> None:
    """While one page takes long the others wait; when it is there, all is well again."""
    source = PageSource()
    source.load(sample.pdf)
    source.picture(1, 300, 400)
    source._on_watch_timeout()
    assert source.is_late(1)
    assert source.picture(2, 300, 400) is None
    assert not source.is_late(2)
    with qtbot.waitSignal(source.lateChanged):
        pass
    assert not source.is_late(1)
    assert not source.is_busy()
