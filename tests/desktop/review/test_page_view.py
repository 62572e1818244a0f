"""The page view shows the page, puts marks on the lines, and answers mouse and keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.review.events import FindingPicked, PageTurned
from desktop.review.page_marks import hidden_marks, marks_of
from desktop.review.page_source import CACHE_PAGES, PageSource
from desktop.review.page_view import PageView
from desktop.review.presenter import Presenter
from desktop.review.report import Report
from desktop.review.words import unchanged
from desktop.widgets.style import PAPER
from desktop.widgets.theme import ThemeKeeper
from tests.support.pdf_pages import blank_pdf
from tests.support.reports import Sample
from tests.support.widgets import delete_now


@pytest.fixture
def view(qtbot: QtBot, keeper: ThemeKeeper, sample: Sample, report: Report) -> Iterator[PageView]:
    """Return a view of the sample with every finding marked and its first page rendered."""
    made = PageView(keeper)
    qtbot.addWidget(made)
    made.resize(700, 600)
    assert made.show_pdf(sample.pdf, report.document.page_sizes)
    made.set_marks(marks_of(Presenter(report).cards({}), report), hidden_marks(report, unchanged))
    made.show()
    qtbot.waitUntil(lambda: 1 in made._source.cached_pages())
    yield made
    delete_now(made)


def _place(view: PageView, line_box: list[float]) -> QPoint:
    """Return the viewport's pixel in the middle of a box of page 1."""
    x0, y0, x1, y1 = line_box
    rect = view._painter.geometry.rect(1, (x0, y0, x1, y1))
    top = view.verticalScrollBar().value()
    return QPoint(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2 - top))


def test_a_mark_is_yellow_under_black_text(view: PageView, sample: Sample) -> None:
    """The highlight is multiplied onto the page: paper turns yellow, letters stay dark."""
    picture = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    x0, y0, x1, y1 = sample.boxes[7]
    rect = view._painter.geometry.rect(1, (x0, y0, x1, y1))
    colours = {
        QColor(picture.pixel(x, y)).name()
        for x in range(round(rect.x), round(rect.x + rect.width))
        for y in range(round(rect.y), round(rect.bottom))
    }
    assert PAPER.highlight.lower() in colours
    assert any(QColor(colour).lightness() < 80 for colour in colours)
    assert "#ffffff" not in colours


def test_an_unmarked_line_stays_white(view: PageView, sample: Sample) -> None:
    """Only evidence is highlighted."""
    picture = view.viewport().grab().toImage()
    place = _place(view, sample.boxes[3])
    around = {
        QColor(picture.pixel(place.x() + dx, place.y() + dy)).name()
        for dx in range(-30, 30)
        for dy in range(-4, 5)
    }
    assert "#ffffff" in around
    assert PAPER.highlight.lower() not in around


def test_clicking_a_line_picks_its_finding(qtbot: QtBot, view: PageView, sample: Sample) -> None:
    """A click on a mark tells the finding; beside it nothing happens."""
    with qtbot.waitSignal(view.findingPicked) as signal:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=_place(view, sample.boxes[7])
        )
    assert signal.args == [FindingPicked("f1")]
    with qtbot.assertNotEmitted(view.findingPicked):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=_place(view, sample.boxes[3])
        )


def test_a_badge_is_as_good_as_its_line(view: PageView) -> None:
    """Every number in the gutter answers for its mark, and lies beside the page."""
    sheet = view._painter.geometry.pages[0]
    for placed in view._painter.badges(1):
        top = view.verticalScrollBar().value()
        middle = placed.rect.center() - QPointF(0, top)
        assert view.mark_at(middle) is placed.badge.mark
        assert placed.rect.right() < sheet.x or placed.rect.left() > sheet.x + sheet.width


def test_hovering_explains(view: PageView, sample: Sample) -> None:
    """A mark says its finding, hidden text its reason, white paper nothing."""
    text = view.tooltip_at(QPointF(_place(view, sample.boxes[7])))
    assert text == "2  Achievements – This line describes a duty, not a result."
    assert view.tooltip_at(QPointF(_place(view, sample.boxes[3]))) == ""
    view.reveal_box(2, (72.0, 733.0, 250.0, 742.0))
    rect = view._painter.geometry.rect(2, (72.0, 733.0, 250.0, 742.0))
    place = QPointF(rect.x + 20, rect.y + 4 - view.verticalScrollBar().value())
    assert view.tooltip_at(place).startswith("Hidden text, not reviewed")


def test_choosing_a_finding_brings_it_into_view_and_says_it(view: PageView) -> None:
    """The page scrolls to the lines; a screen reader hears number and words."""
    view.select("f9")
    rect = view._painter.geometry.rect(2, (72.0, 176.0, 130.0, 190.0))
    top = view.verticalScrollBar().value()
    assert top < rect.y < top + view.viewport().height()
    assert "does not support the target role" in view.accessibleDescription()
    assert view.accessibleDescription().startswith("Page 2 of 2")


def test_zoom_keeps_the_middle_and_fitting_returns(view: PageView) -> None:
    """Ctrl and plus enlarge, fit width goes back."""
    fitted = view.turned.zoom
    view.zoom_by(2)
    assert view.turned.zoom == pytest.approx(fitted * 1.44)
    view.fit_width()
    assert view.turned.zoom == pytest.approx(fitted)


def test_turning_the_page_is_told(qtbot: QtBot, view: PageView) -> None:
    """End leads to the last page, Home to the first."""
    with qtbot.waitSignal(view.pageTurned) as signal:
        qtbot.keyClick(view, Qt.Key.Key_End)
    assert isinstance(signal.args[0], PageTurned)
    assert signal.args[0].page == 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.turned.page == 1


def test_a_broken_pdf_is_no_page(view: PageView) -> None:
    """What QtPdf cannot open leaves an empty view, not an old page."""
    assert not view.show_pdf(b"%PDF-1.4 broken")
    assert view.turned.pages == 0
    assert not view.viewport().grab().isNull()


def test_marks_of_pages_that_are_not_there_are_left_out(view: PageView, report: Report) -> None:
    """A report of another file cannot make the view fail."""
    view.show_pdf(blank_pdf(1))
    view.set_marks(marks_of(Presenter(report).cards({}), report), hidden_marks(report, unchanged))
    assert {mark.page for mark in view._marking.marks} == {1}
    assert not view.viewport().grab().isNull()


def test_no_more_pages_are_kept_than_promised(qtbot: QtBot, qapp: object) -> None:
    """The cache holds six pages; the longest unused goes first."""
    source = PageSource()
    assert source.load(blank_pdf(CACHE_PAGES + 2))
    for page in range(1, CACHE_PAGES + 3):
        with qtbot.waitSignal(source.pageRendered):
            assert source.picture(page, 60, 80) is None
    assert source.cached_pages() == tuple(range(3, CACHE_PAGES + 3))


def test_a_picture_of_a_closed_file_is_thrown_away(qtbot: QtBot, qapp: object) -> None:
    """Closing while a page is being rendered leaves nothing behind."""
    source = PageSource()
    source.load(blank_pdf(2))
    source.picture(1, 600, 800)
    source.close()
    source.load(blank_pdf(1))
    with qtbot.waitSignal(source.pageRendered):
        source.picture(1, 60, 80)
    picture = source.picture(1, 60, 80)
    assert picture is not None
    assert (picture.width(), picture.height()) == (60, 80)


def test_pictures_have_a_largest_size(qtbot: QtBot, qapp: object) -> None:
    """No zoom makes a picture that fills the memory."""
    source = PageSource()
    source.load(blank_pdf(1))
    with qtbot.waitSignal(source.pageRendered):
        source.picture(1, 9000, 12000)
    picture = source.picture(1, 9000, 12000)
    assert picture is not None
    assert picture.width() * picture.height() <= 12_000_000
    assert picture.height() / picture.width() == pytest.approx(4 / 3, abs=0.01)
