"""A comparison of two versions of a resume as one HTML file, in the dress of the review's."""

from collections.abc import Iterator

from desktop.compare.comparison import Comparison
from desktop.compare.display import (
    ComparisonDisplay,
    DimensionChange,
    FindingItem,
    FindingList,
    LineItem,
    VersionDisplay,
)
from desktop.compare.presenter import ComparisonPresenter
from desktop.export.html_page import band_class, html_head
from desktop.export.html_page import html_text as _text


def comparison_html(found: Comparison) -> str:
    """Return a comparison as a complete HTML document."""
    return "\n".join(_document(ComparisonPresenter(found).display())) + "\n"


def _document(display: ComparisonDisplay) -> Iterator[str]:
    yield from html_head(f"Resume compared: {display.after.name}")
    yield "<body><header><p>Two versions of a resume</p>"
    yield f"<h1>{_text(display.headline)}</h1>"
    for title, version in (("Before", display.before), ("After", display.after)):
        yield from _version(title, version)
    for note in display.notes:
        yield f'<p class="note">{_text(note)}</p>'
    yield "</header><main><section><h2>Why the score moved</h2>"
    if display.arithmetic:
        yield f"<p>Overall {_text(display.arithmetic)}</p>"
    for item in display.dimensions:
        yield from _dimension(item)
    if display.match:
        yield f"<p>{_text(display.match)}</p>"
    yield "</section>"
    for found in (display.fixed, display.new, display.still_open):
        yield from _findings(found)
    for found in (display.gained, display.lost):
        if found.items:
            yield from _findings(found)
    yield f"<section><h2>{_text(display.lines_title)}</h2>"
    for line in display.lines:
        yield from _line(line)
    yield "</section></main>"
    yield "<footer><p>Made on this computer; nothing was sent anywhere.</p></footer></body></html>"


def _version(title: str, version: VersionDisplay) -> Iterator[str]:
    score = version.score
    yield f'<p class="overall {band_class(score)}"><span>{title}</span>'
    yield f"<strong>{_text(score.text)}</strong><span>{_text(score.word)}</span>"
    yield f"<span>{_text(version.name)}</span></p>"
    yield f'<p class="muted">{_text(version.made_by)}</p>'


def _dimension(item: DimensionChange) -> Iterator[str]:
    yield f'<details open class="{band_class(item.after)}"><summary><span>{_text(item.name)}</span>'
    yield f"<span>{_text(item.before.text)} → {_text(item.after.text)}</span>"
    yield f"<strong>{_text(item.delta_text)}</strong><span>{_text(item.overall_text)}</span>"
    yield "</summary>"
    if item.reasons:
        yield '<table><thead><tr><th scope="col">Points</th><th scope="col">Why</th></tr></thead>'
        yield "<tbody>"
        for reason in item.reasons:
            yield f'<tr><th scope="row">{_text(reason.points_text)}</th>'
            yield f"<td>{_text(reason.text)}</td></tr>"
        yield "</tbody></table>"
    yield "</details>"


def _findings(found: FindingList) -> Iterator[str]:
    yield f"<section><h2>{_text(found.title)}</h2>"
    if not found.items:
        yield f'<p class="muted">{_text(found.empty)}</p>'
    for item in found.items:
        yield from _card(item)
    yield "</section>"


def _card(item: FindingItem) -> Iterator[str]:
    tags = [item.dimension_word, item.severity_word, item.points_text]
    yield f'<article class="card"><h3>{_text(item.message)}</h3>'
    yield f'<p class="muted">{_text(" · ".join(tag for tag in tags if tag))}</p>'
    yield from _line(LineItem(item.quote_before, item.quote_after))
    if item.suggestion:
        yield f"<p><b>What to do:</b> {_text(item.suggestion)}</p>"
    yield "</article>"


def _line(line: LineItem) -> Iterator[str]:
    """Yield a line as it was and is; the words beside the colours are for those who see none."""
    if line.before:
        yield f"<blockquote><b>Before:</b> <del>{_text(line.before)}</del></blockquote>"
    if line.after:
        yield f"<blockquote><b>After:</b> <ins>{_text(line.after)}</ins></blockquote>"
