"""The left half of a review: the resume as page, as text, and as a parser sees it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QToolButton, QVBoxLayout, QWidget

from desktop.corrections.book import CorrectionBook
from desktop.review.display import FindingCard
from desktop.review.events import FindingPicked, LinePicked, PageTurned
from desktop.review.page_marks import hidden_marks, hidden_place, marks_of
from desktop.review.page_view import PageView
from desktop.review.parser_view import ParserView
from desktop.review.report import Report
from desktop.review.text_view import TextView
from desktop.review.word_finder import WordFinder
from desktop.widgets.icons import icon
from desktop.widgets.theme import ThemeKeeper

_PAGE, _TEXT, _PARSER = range(3)


class DocumentPane(QWidget):
    """Shows one resume in up to three ways; formats without pages have no page tab.

    Signals:
        findingPicked: a mark was clicked in any of the views; payload `FindingPicked`.
        againWanted: the review should be made again with the coach's corrections.
        viewChanged: the resume is shown in another way.
    """

    findingPicked = Signal(object)  # noqa: N815 - Qt signals are camelCase
    againWanted = Signal()  # noqa: N815 - Qt signals are camelCase
    viewChanged = Signal()  # noqa: N815 - Qt signals are camelCase

    def __init__(
        self, theme: ThemeKeeper, book: CorrectionBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        # The tab bar's corner is higher than the buttons in it when the text is large.
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._report: Report | None = None
        self._cards: tuple[FindingCard, ...] = ()
        self.page_view = PageView(theme, self)
        self._finder = WordFinder(self.page_view.source, self)
        self.text_view = TextView(theme, self)
        self.parser_view = ParserView(book, self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.setAccessibleName(self.tr("Resume"))
        self._tabs.tabBar().setAccessibleName(self.tr("Ways to see the resume"))
        self._gone = QLabel(self)
        self._gone.setProperty("role", "note")
        self._gone.setWordWrap(True)
        self._page_label = QLabel(self)
        self._page_label.setProperty("role", "small")
        self._zoom_bar = self._made_zoom_bar()
        self._tabs.addTab(self.page_view, self.tr("Page"))
        self._tabs.addTab(self.text_view, self.tr("Text"))
        self._tabs.addTab(self.parser_view, self.tr("What a parser sees"))
        self._tabs.setCornerWidget(self._zoom_bar, Qt.Corner.TopRightCorner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._gone)
        layout.addWidget(self._tabs)
        self.page_view.findingPicked.connect(self._on_finding_picked)
        self.text_view.findingPicked.connect(self._on_finding_picked)
        self.parser_view.linePicked.connect(self._on_line_picked)
        self.parser_view.againWanted.connect(self.againWanted)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._finder.found.connect(self._mark_page)
        self.page_view.pageTurned.connect(self._on_page_view_turned)
        theme.themeChanged.connect(self._dress_buttons)
        self._dress_buttons()

    def show_report(self, report: Report, source: bytes | None) -> None:
        """Show this resume; `source` is the file's bytes, None when they are not at hand.

        The same file read again is shown in the same way as before.
        """
        same = self._report is not None and self._report.file.sha256 == report.file.sha256
        self._report = report
        is_pdf = report.file.media_type == "application/pdf"
        sizes = report.document.page_sizes
        has_pages = bool(is_pdf and source and self.page_view.show_pdf(source, sizes))
        if not has_pages:
            self.page_view.clear()
        self._say_gone(is_pdf=is_pdf, has_source=bool(source), has_pages=has_pages)
        self.text_view.show_report(report)
        self.parser_view.show_report(report)
        self._tabs.setTabVisible(_PAGE, has_pages)
        if not (same and self._tabs.isTabVisible(self._tabs.currentIndex())):
            self._tabs.setCurrentIndex(_PAGE if has_pages else _TEXT)
        self._on_tab_changed()
        self._on_page_view_turned(self.page_view.turned)

    def show_cards(self, cards: tuple[FindingCard, ...]) -> None:
        """Mark the lines of these findings in every view."""
        self._cards = cards
        if self._report is not None:
            self._mark_page()
            self.text_view.show_cards(cards)

    def _mark_page(self) -> None:
        if self._report is not None:
            marks = marks_of(self._cards, self._report, self._finder.boxes)
            self.page_view.set_marks(marks, hidden_marks(self._report, self.tr))

    def find_words(self, cards: tuple[FindingCard, ...]) -> None:
        """Narrow the marks of these findings to the words they name, as the pages are drawn."""
        if self._report is not None:
            self._finder.begin(cards, self._report)

    def select(self, finding_id: str | None) -> None:
        """Outline a finding's lines in every view; hidden text is brought into view."""
        self.page_view.select(finding_id)
        self.text_view.select(finding_id)
        hidden = hidden_place(self._report, finding_id) if self._report else None
        if hidden is not None:
            self.page_view.reveal_box(*hidden)

    def go_to_line(self, line_id: int) -> None:
        """Bring a line into view, on its page or in the text."""
        line = self._report.line(line_id) if self._report else None
        if line is None:
            return
        self.text_view.go_to_line(line_id)
        has_place = line.bbox is not None and self._tabs.isTabVisible(_PAGE)
        if self._tabs.currentIndex() == _PARSER:
            self._tabs.setCurrentIndex(_PAGE if has_place else _TEXT)
        if line.bbox is not None:
            self.page_view.reveal_box(line.page, line.bbox)

    @property
    def is_correcting(self) -> bool:
        """Whether the reading is shown, where a coach corrects it."""
        return self._tabs.currentIndex() == _PARSER

    def current_view(self) -> QWidget:
        """Return the view that is shown, for the keyboard."""
        return self._tabs.currentWidget()

    def _say_gone(self, *, is_pdf: bool, has_source: bool, has_pages: bool) -> None:
        gone = self.tr("The file is no longer in the library. Its text was kept with the review.")
        broken = self.tr("The pages of this file cannot be drawn. Its text was kept.")
        self._gone.setText("" if has_pages else broken if has_source else gone)
        self._gone.setVisible(not has_source or (is_pdf and not has_pages))

    def _made_zoom_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setProperty("role", "surface")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 2, 8, 2)
        layout.setSpacing(4)
        layout.addWidget(self._page_label)
        self._buttons: dict[str, QToolButton] = {}
        for name, text, keys, action in (
            ("zoom-out", self.tr("Zoom out"), "Ctrl+-", lambda: self.page_view.zoom_by(-1)),
            ("zoom-in", self.tr("Zoom in"), "Ctrl++", lambda: self.page_view.zoom_by(1)),
            ("fit-width", self.tr("Fit width"), "Ctrl+0", self.page_view.fit_width),
        ):
            button = QToolButton(bar)
            button.setProperty("role", "flat")
            button.setAccessibleName(text)
            # Elsewhere in the window the same keys size the text.
            hint = self.tr("{what} ({keys} while the page has the keyboard)")
            button.setToolTip(hint.format(what=text, keys=QKeySequence(keys).toString()))
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(action)
            layout.addWidget(button)
            self._buttons[name] = button
        return bar

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt override
        """Give the tabs their room first; the page's number stands beside them where it can."""
        super().resizeEvent(event)
        self._fit_zoom_bar()

    def _fit_zoom_bar(self) -> None:
        tabs = self._tabs.tabBar().sizeHint()
        buttons = sum(button.sizeHint().width() + 4 for button in self._buttons.values())
        words = self._page_label.sizeHint().width() + 16
        self._page_label.setVisible(tabs.width() + buttons + words <= self.width())

    def _dress_buttons(self) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icon(name, self._theme.theme))

    def _on_page_view_turned(self, turned: PageTurned) -> None:
        text = self.tr("Page {page} of {pages} · {zoom} %")
        self._page_label.setText(
            text.format(page=turned.page, pages=turned.pages, zoom=round(turned.zoom * 100))
            if turned.pages
            else ""
        )
        self._fit_zoom_bar()

    def _on_tab_changed(self) -> None:
        self._zoom_bar.setVisible(self._tabs.currentIndex() == _PAGE)
        self.viewChanged.emit()

    def _on_line_picked(self, picked: LinePicked) -> None:
        self.go_to_line(picked.line)

    def _on_finding_picked(self, picked: FindingPicked) -> None:
        self.findingPicked.emit(picked)
