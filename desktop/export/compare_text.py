"""A comparison of two versions of a resume as text for a terminal or a file."""

from collections.abc import Iterator
from typing import Final

from desktop.compare.comparison import Comparison
from desktop.compare.display import ComparisonDisplay, DimensionChange, FindingList, LineItem
from desktop.compare.presenter import ComparisonPresenter
from desktop.export.text import TextStyle, printable, wrap

#: Lines of the resume shown of each kind; the JSON holds all.
MOST_LINES: Final = 40
_POINTS_COLUMNS: Final = 8


def comparison_text(found: Comparison, style: TextStyle) -> str:
    """Return the comparison: scores, why they moved, findings, and the lines that changed."""
    return style.finish(_ComparisonText(ComparisonPresenter(found).display(), style).lines())


class _ComparisonText:
    """Writes one comparison, block by block."""

    def __init__(self, display: ComparisonDisplay, style: TextStyle) -> None:
        self._display = display
        self._style = style

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._why()
        for found in (self._display.fixed, self._display.new, self._display.still_open):
            yield from self._findings(found)
        for found in (self._display.gained, self._display.lost):
            if found.items:
                yield from self._findings(found)
        yield from self._lines()

    def _head(self) -> Iterator[str]:
        display = self._display
        for title, version in (("Before", display.before), ("After", display.after)):
            score = version.score
            yield f"{title:<8}{score.text:>5}  {score.word:<12}{printable(version.name)}"
            yield self._style.paint(f"{'':<15}{version.made_by}", "2")
        yield ""
        yield from self._wrapped(display.headline, "", "  ", "1")
        for note in display.notes:
            yield from self._wrapped(printable(note), "! ", "  ")
        yield ""

    def _why(self) -> Iterator[str]:
        yield self._style.paint("Why the score moved", "1")
        if self._display.arithmetic:
            yield from self._wrapped(f"Overall {self._display.arithmetic}", "  ", "    ")
        for item in self._display.dimensions:
            yield from self._dimension(item)
        if self._display.match:
            yield from self._wrapped(self._display.match, "  ", "    ")
        yield ""

    def _dimension(self, item: DimensionChange) -> Iterator[str]:
        tail = f"  ({item.overall_text})" if item.overall_text else ""
        delta = f"{item.delta_text:>7}" if item.delta_text else ""
        yield f"  {item.name:<14}{item.before.text:>6} → {item.after.text:<6}{delta}{tail}"
        for reason in item.reasons:
            start = f"    {reason.points_text:>{_POINTS_COLUMNS}}  "
            yield from self._wrapped(printable(reason.text), start, " " * len(start), "2")

    def _findings(self, found: FindingList) -> Iterator[str]:
        yield self._style.paint(found.title, "1")
        if not found.items:
            yield f"  {found.empty}"
        for item in found.items:
            facts = [item.dimension_word, item.severity_word, item.points_text]
            tail = ", ".join(fact for fact in facts if fact)
            yield from self._wrapped(f"{item.message} [{tail}]", "  * ", "    ")
            for mark, quote in (("−", item.quote_before), ("+", item.quote_after)):
                if quote:
                    yield from self._wrapped(printable(quote), f"    {mark} ", "      ", "2")
        yield ""

    def _lines(self) -> Iterator[str]:
        yield self._style.paint(self._display.lines_title, "1")
        for line in self._display.lines[:MOST_LINES]:
            yield from self._line(line)
        if (more := len(self._display.lines) - MOST_LINES) > 0:
            yield f"  and {more} more"

    def _line(self, line: LineItem) -> Iterator[str]:
        for mark, text in (("−", line.before), ("+", line.after)):
            if text:
                yield from self._wrapped(printable(text), f"  {mark} ", "    ")

    def _wrapped(self, text: str, first: str, rest: str, colour: str = "") -> Iterator[str]:
        for line in wrap(text, self._style.width, first, rest):
            yield self._style.paint(line, colour) if colour else line
