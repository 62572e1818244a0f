"""Pages lie under each other, fitted or zoomed, and pixels lead back to points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.review.page_geometry import MAX_ZOOM, MIN_ZOOM, PageGeometry, zoomed

LETTER = (612.0, 792.0)
GUTTER, GAP = 34.0, 12.0


def geometry(width: float = 700, zoom: float | None = None, pages: int = 2) -> PageGeometry:
    """Return the geometry of some letter pages."""
    return PageGeometry((LETTER,) * pages, width, GUTTER, GAP, zoom)


def test_fitting_fills_the_width_between_the_gutters() -> None:
    """The widest page and two gutters are as wide as the view."""
    sheet = geometry().pages[0]
    assert (sheet.x, sheet.width) == (pytest.approx(GUTTER), pytest.approx(700 - 2 * GUTTER))
    assert geometry().width == pytest.approx(700)


def test_natural_size_is_96_pixels_per_inch() -> None:
    """At 100 % a letter page is 816 pixels wide."""
    assert geometry(zoom=1.0).pages[0].width == pytest.approx(816)
    assert geometry(zoom=1.0).zoom_factor == 1.0


def test_pages_follow_each_other() -> None:
    """Each page begins a gap below the one before; the content ends a gap below the last."""
    one, two = geometry().pages
    assert two.y == pytest.approx(one.bottom + GAP)
    assert geometry().height == pytest.approx(two.bottom + GAP)


def test_what_is_seen_is_known() -> None:
    """Scrolled to the second page, that is the page in view."""
    two = geometry().pages[1]
    assert geometry().visible(two.y, 300) == (2,)
    assert geometry().page_at(two.y, 300) == 2
    assert geometry().page_at(0, 300) == 1
    assert geometry(pages=0).page_at(0, 300) == 1
    assert geometry(pages=0).height == 0


@given(st.floats(1, 600), st.floats(1, 780), st.integers(1, 2), st.floats(MIN_ZOOM, MAX_ZOOM))
def test_a_point_goes_to_pixels_and_back(x: float, y: float, page: int, zoom: float) -> None:
    """A click on a box lands in the box, at every zoom."""
    shape = geometry(zoom=zoom)
    rect = shape.rect(page, (x, y, x + 1, y + 1))
    found = shape.point_on_page(rect.x, rect.y)
    assert found is not None
    assert found[0] == page
    assert found[1:] == (pytest.approx(x, abs=0.01), pytest.approx(y, abs=0.01))


def test_beside_the_pages_is_no_page() -> None:
    """The gutter belongs to no page."""
    assert geometry().point_on_page(2, 100) is None


def test_zoom_has_limits() -> None:
    """Zooming in and out returns, and never leaves the range."""
    assert zoomed(zoomed(1.0, 3), -3) == pytest.approx(1.0)
    assert zoomed(1.0, 100) == MAX_ZOOM
    assert zoomed(1.0, -100) == MIN_ZOOM
