"""Where pages lie in the page view: one column of sheets with gutters for the badges; pure.

Content coordinates are device-independent pixels from the top-left of the first gutter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.review.report_parts import BBox

MIN_ZOOM, MAX_ZOOM = 0.25, 4.0
# A sheet of any size fits the view; its side may be 200 inches (PDF 1.7, annex C.2).
_MIN_FIT = 0.01
ZOOM_STEP = 1.2
#: Pixels per point at 100 %: one inch is 96 pixels and 72 points.
_PX_PER_PT = 96.0 / 72.0
_FALLBACK_SIZE = (612.0, 792.0)


@dataclass(frozen=True)
class Rect:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.bottom


@dataclass(frozen=True)
class PageGeometry:
    """The sheets of one document in a view of a given width.

    `zoom` is None for fit-to-width, else a factor where 1.0 is natural size.
    """

    sizes: Sequence[tuple[float, float]]
    view_width: float
    gutter: float
    gap: float
    zoom: float | None = None

    @cached_property
    def scale(self) -> float:
        """Pixels per point."""
        if self.zoom is not None:
            return self.zoom * _PX_PER_PT
        widest = max((width for width, _ in self.sizes), default=_FALLBACK_SIZE[0])
        room = max(self.view_width - 2 * self.gutter, 80.0)
        return min(max(room / widest, _MIN_FIT * _PX_PER_PT), MAX_ZOOM * _PX_PER_PT)

    @property
    def zoom_factor(self) -> float:
        """The zoom that holds, also when fitting."""
        return self.scale / _PX_PER_PT

    @cached_property
    def pages(self) -> tuple[Rect, ...]:
        """The sheets, from the top, centred."""
        rects: list[Rect] = []
        top = self.gap
        for width_pt, height_pt in self.sizes:
            width, height = width_pt * self.scale, height_pt * self.scale
            left = max((self.width - width) / 2, self.gutter)
            rects.append(Rect(left, top, width, height))
            top += height + self.gap
        return tuple(rects)

    @cached_property
    def width(self) -> float:
        """Width of the content."""
        widest = max((width for width, _ in self.sizes), default=0.0)
        return max(widest * self.scale + 2 * self.gutter, self.view_width)

    @property
    def height(self) -> float:
        """Height of the content."""
        return self.pages[-1].bottom + self.gap if self.pages else 0.0

    def rect(self, page: int, box: BBox) -> Rect:
        """Return a box of a page (numbered from 1) in content pixels."""
        sheet = self.pages[page - 1]
        x0, y0, x1, y1 = (value * self.scale for value in box)
        return Rect(sheet.x + x0, sheet.y + y0, x1 - x0, y1 - y0)

    def point_on_page(self, x: float, y: float) -> tuple[int, float, float] | None:
        """Return (page, x, y in points) of a content pixel; None beside the sheets."""
        for number, sheet in enumerate(self.pages, start=1):
            if sheet.contains(x, y):
                return (number, (x - sheet.x) / self.scale, (y - sheet.y) / self.scale)
        return None

    def visible(self, top: float, height: float) -> tuple[int, ...]:
        """Return the numbers of the pages between these heights."""
        return tuple(
            number
            for number, sheet in enumerate(self.pages, start=1)
            if sheet.bottom > top and sheet.y < top + height
        )

    def page_at(self, top: float, height: float) -> int:
        """Return the page that fills most of the view; 1 when there is none."""

        def shown(number: int) -> float:
            sheet = self.pages[number - 1]
            return min(sheet.bottom, top + height) - max(sheet.y, top)

        return max(self.visible(top, height), key=shown, default=1)


def zoomed(factor: float, steps: int) -> float:
    """Return the zoom factor some steps larger or smaller, inside the limits."""
    return min(max(factor * ZOOM_STEP**steps, MIN_ZOOM), MAX_ZOOM)
