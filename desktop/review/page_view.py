"""The resume's pages as they look, with numbered marks on the lines the findings speak of."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desktop.review.events import FindingPicked, PageTurned
from desktop.review.page_geometry import PageGeometry, Rect, zoomed
from desktop.review.page_marks import HiddenMark, Mark
from desktop.review.page_painter import Marking, PagePainter
from desktop.review.page_source import PageSource
from desktop.widgets.theme import ThemeKeeper

_SCROLL_STEP_PX = 48
_REVEAL_MARGIN_PX = 60

_NOTE_FLAGS = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


class PageView(QAbstractScrollArea):
    """Shows a PDF's pages under each other; owns its `PageSource`.

    Signals:
        findingPicked: a mark or badge was clicked; payload `FindingPicked`.
        pageTurned: another page fills the view, or the zoom changed; payload `PageTurned`.
    """

    findingPicked = Signal(object)  # noqa: N815 - Qt signals are camelCase
    pageTurned = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, theme: ThemeKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = PageSource(self)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._zoom: float | None = None
        self._marking = Marking()
        self._turned = PageTurned(1, 0, 1.0)
        self._painter = self._made_painter()
        self.setProperty("ring", "true")
        self.setAccessibleName(self.tr("Resume page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(_SCROLL_STEP_PX)
        self.horizontalScrollBar().setSingleStep(_SCROLL_STEP_PX)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._source.pageRendered.connect(self.viewport().update)
        self._source.lateChanged.connect(self.viewport().update)
        theme.themeChanged.connect(self._lay_out)

    # -- what to show ------------------------------------------------------------------------

    @property
    def source(self) -> PageSource:
        """The pages' pictures and words."""
        return self._source

    def show_pdf(self, data: bytes, sizes: Sequence[tuple[float, float]] = ()) -> bool:
        """Show a PDF from its first page; False when it cannot be opened.

        Args:
            data: the file.
            sizes: width and height in points of the pages that were read in the sandbox: no other
                page is drawn, and none is opened on this thread to be measured. Reviews stored
                before sizes were kept have none; then the file is asked.
        """
        opened = self._source.load(data)
        known = tuple(sizes) or (self._source.sizes() if opened else ())
        self._sizes = known[: self._source.count()] if opened else ()
        self._marking = Marking()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        return bool(self._sizes)

    def clear(self) -> None:
        """Show nothing and let go of the file."""
        self._source.close()
        self._sizes, self._marking = (), Marking()
        self._lay_out()

    def set_marks(self, marks: Sequence[Mark], hidden: Sequence[HiddenMark]) -> None:
        """Lay these marks over the pages; those of pages that do not exist are left out."""
        count = len(self._sizes)
        self._marking = Marking(
            tuple(mark for mark in marks if 1 <= mark.page <= count),
            tuple(mark for mark in hidden if 1 <= mark.page <= count),
            self._marking.selected,
        )
        self._lay_out()

    def select(self, finding_id: str | None, *, reveal: bool = True) -> None:
        """Outline a finding's lines and bring them into view."""
        marking = self._marking
        self._marking = Marking(marking.marks, marking.hidden, finding_id)
        self._lay_out()
        mark = next((m for m in marking.marks if m.finding_id == finding_id), None)
        if mark is not None and reveal:
            self._reveal(self._painter.geometry.rect(mark.page, mark.boxes[0]))

    def reveal_box(self, page: int, box: tuple[float, float, float, float]) -> None:
        """Bring a box of a page into view."""
        if 1 <= page <= len(self._sizes):
            self._reveal(self._painter.geometry.rect(page, box))

    # -- zoom and pages ----------------------------------------------------------------------

    def zoom_by(self, steps: int) -> None:
        """Zoom in (positive) or out by some steps, keeping the middle of the view in place."""
        self._set_zoom(zoomed(self._painter.geometry.zoom_factor, steps))

    def fit_width(self) -> None:
        """Make the widest page as wide as the view, now and whenever the view changes."""
        self._set_zoom(None)

    def go_to_page(self, page: int) -> None:
        """Scroll to the top of a page."""
        pages = self._painter.geometry.pages
        if 1 <= page <= len(pages):
            self.verticalScrollBar().setValue(round(pages[page - 1].y - 8))

    @property
    def turned(self) -> PageTurned:
        """Where the view stands now."""
        return self._turned

    def _set_zoom(self, zoom: float | None) -> None:
        bar, before = self.verticalScrollBar(), max(self._painter.geometry.height, 1.0)
        middle = (bar.value() + self.viewport().height() / 2) / before
        self._zoom = zoom
        self._lay_out()
        height = self._painter.geometry.height
        bar.setValue(round(middle * height - self.viewport().height() / 2))

    # -- layout ------------------------------------------------------------------------------

    def _made_painter(self) -> PagePainter:
        spacing = self._theme.theme.spacing
        geometry = PageGeometry(
            self._sizes, self.viewport().width(), spacing.gutter, spacing.medium, self._zoom
        )
        return PagePainter(geometry, self._theme.theme, self._marking)

    def _lay_out(self) -> None:
        self._painter = self._made_painter()
        geometry, port = self._painter.geometry, self.viewport()
        for bar, content, shown in (
            (self.verticalScrollBar(), geometry.height, port.height()),
            (self.horizontalScrollBar(), geometry.width, port.width()),
        ):
            bar.setPageStep(shown)
            bar.setRange(0, max(0, round(content - shown)))
        port.update()
        self._tell_page()

    def _tell_page(self) -> None:
        geometry = self._painter.geometry
        page = geometry.page_at(self.verticalScrollBar().value(), self.viewport().height())
        turned = PageTurned(page, len(self._sizes), geometry.zoom_factor)
        if turned != self._turned:
            self._turned = turned
            self.pageTurned.emit(turned)
        self.setAccessibleDescription(self._spoken(turned))

    def _spoken(self, turned: PageTurned) -> str:
        marks = sum(mark.page == turned.page for mark in self._marking.marks)
        text = self.tr("Page {page} of {pages}, marks: {marks}.").format(
            page=turned.page, pages=turned.pages, marks=marks
        )
        chosen = next(
            (m for m in self._marking.marks if m.finding_id == self._marking.selected), None
        )
        return f"{text} {chosen.tooltip}" if chosen else text

    def _reveal(self, rect: Rect) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = rect.y - _REVEAL_MARGIN_PX, rect.bottom + _REVEAL_MARGIN_PX
        if top < bar.value() or bottom > bar.value() + height:
            bar.setValue(round(rect.y - height / 3))
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if rect.x < across.value() or rect.x > across.value() + width:
            across.setValue(round(rect.x - width / 4))

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt override
        """Paint the pages in view; pages without a picture yet are blank paper."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.theme.palette.window))
        top = self.verticalScrollBar().value()
        painter.translate(-self.horizontalScrollBar().value(), -top)
        pages = self._painter.geometry.visible(top, self.viewport().height())
        self._source.keep_at_least(len(pages))
        for page in pages:
            self._paint_page(painter, page)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        sheet = self._painter.geometry.pages[page - 1]
        rect = QRectF(sheet.x, sheet.y, sheet.width, sheet.height)
        painter.fillRect(rect, QColor(self._theme.theme.paper.paper))
        ratio = self.devicePixelRatioF()
        picture = self._source.picture(page, sheet.width * ratio, sheet.height * ratio)
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, picture)
        elif self._source.is_late(page):
            painter.setPen(QColor(self._theme.theme.paper.text))
            painter.drawText(rect.adjusted(24, 48, -24, -24), _NOTE_FLAGS, self._late_text())
        self._painter.paint_marks(painter, page)
        self._painter.paint_hidden(painter, page)
        painter.setPen(QPen(QColor(self._theme.theme.palette.divider), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        self._painter.paint_badges(painter, page)

    def _late_text(self) -> str:
        return self.tr(
            "This page takes long to draw. The Text tab shows what was read from it meanwhile."
        )

    # -- events ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Keep the pages fitted."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt override
        """Repaint at the new place."""
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt override
        """Pick the finding under the pointer."""
        mark = self.mark_at(event.position())
        if mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self.findingPicked.emit(FindingPicked(mark.finding_id))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt override
        """End the click that `mousePressEvent` began."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt override
        """Show a hand over marks."""
        over = self.mark_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt override
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the zoom keys while the page has the focus; elsewhere they size the text."""
        is_key = event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and zoom_steps(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt override
        """Zoom, and go through the pages with Home, End, and the scroll keys."""
        bar = self.verticalScrollBar()
        steps = zoom_steps(event)
        if steps == 0:
            self.fit_width()
        elif steps is not None:
            self.zoom_by(steps)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt override
        """Explain marks on hover."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tooltip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def mark_at(self, position: QPointF) -> Mark | None:
        """Return the mark or badge at a place of the viewport."""
        return self._painter.mark_at(self._content(position))

    def tooltip_at(self, position: QPointF) -> str:
        """Return what is said about a place of the viewport; empty for nothing."""
        return self._painter.tooltip_at(self._content(position))

    def _content(self, position: QPointF) -> QPointF:
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return position + offset


def zoom_steps(event: QKeyEvent) -> int | None:
    """Return what a key does to the zoom: a step in, a step out, 0 for fit; None for nothing."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return _ZOOM_KEYS.get(Qt.Key(event.key()))
