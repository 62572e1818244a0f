"""A review as one HTML file: nothing outside it, no script, light and dark, printable, linked.

Every quoted line links to the resume's text at the end, and every line there to its findings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ai_agents.vocabulary import APPEAL_DIMENSIONS, STRUCTURE_DIMENSIONS, FindingKind
from desktop.export.html_page import band_class, html_head
from desktop.export.html_page import html_text as _text
from desktop.export.match_html import match_section
from desktop.match.presenter import match_display
from desktop.review import words
from desktop.review.arithmetic import number_text
from desktop.review.display import DimensionDisplay, EvidenceLink, FindingCard, ScoreDisplay
from desktop.review.presenter import Presenter
from desktop.review.report import Report


def review_html(wire: Mapping[str, Any]) -> str:
    """Return a `vitae.review/1` object as a complete HTML document."""
    return "\n".join(_ReviewPage(Report.from_wire(wire)).document()) + "\n"


class _ReviewPage:
    """Writes one review, block by block."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._presenter = Presenter(report)
        self._display = self._presenter.display({})
        self._findings_of: dict[int, list[FindingCard]] = defaultdict(list)
        for card in self._display.cards:
            for line in dict.fromkeys(card.lines):
                self._findings_of[line].append(card)

    def document(self) -> Iterator[str]:
        yield from html_head(f"Resume review: {self._display.file_name}")
        yield '<body><a class="skip" href="#findings">Go to the findings</a>'
        yield from self._head()
        yield '<main id="main">'
        yield from self._scores()
        yield from self._match()
        yield from self._words()
        yield '<section id="findings" aria-labelledby="h-findings">'
        yield f'<h2 id="h-findings">Findings</h2><p>{_text(self._display.tally)}</p>'
        yield from self._findings(FindingKind.ISSUE, "To look at")
        yield from self._findings(FindingKind.STRENGTH, "Strengths")
        yield "</section>"
        yield from self._left_out()
        yield from self._resume()
        yield "</main>"
        yield from self._foot()
        yield "</body></html>"

    def _head(self) -> Iterator[str]:
        score = self._display.overall
        yield f"<header><p>Resume review</p><h1>{_text(self._display.file_name)}</h1>"
        yield f'<p class="overall {band_class(score)}"><strong>{_text(score.text)}</strong> of 100'
        yield f"{_bar(score)}<span>{_text(score.word)}</span></p>"
        yield f'<p class="muted">{_text(self._display.overall_arithmetic)}</p><dl>'
        for row in self._display.facts:
            yield f"<div><dt>{_text(row.name)}</dt><dd>{_text(row.value)}</dd></div>"
        yield "</dl>"
        notes = [self._display.banner, *(w.message for w in self._report.document.warnings)]
        for note in filter(None, notes):
            yield f'<p class="note">{_text(note)}</p>'
        if self._display.corrections:
            yield f'<p class="muted">{_text(self._display.corrections)}</p>'
        yield "</header>"

    def _scores(self) -> Iterator[str]:
        yield '<section aria-labelledby="h-scores"><h2 id="h-scores">Scores</h2>'
        groups = (("Structure", STRUCTURE_DIMENSIONS), ("Appeal", APPEAL_DIMENSIONS))
        for title, members in groups:
            yield f"<h3>{title}</h3>"
            for item in self._display.dimensions:
                if item.dimension in members:
                    yield from self._dimension(item)
        yield "</section>"

    def _match(self) -> Iterator[str]:
        match = self._report.review.match
        if match is not None:
            shown = match_display(match, self._presenter.link)
            yield from match_section(shown, _text, _line_link)

    def _dimension(self, item: DimensionDisplay) -> Iterator[str]:
        score = item.score
        yield f'<details class="{band_class(score)}"><summary><span>{_text(item.name)}</span>'
        yield f"<strong>{_text(score.text)}</strong>{_bar(score)}<span>{_text(score.word)}</span>"
        yield f'</summary><p class="muted">{_text(item.meaning)}</p>'
        yield '<table><thead><tr><th scope="col">Criterion</th><th scope="col">Points</th>'
        yield '<th scope="col">Why</th></tr></thead><tbody>'
        for row in item.arithmetic.rows:
            why = _text(row.reason) + "".join(
                f"<br>{_text(part.points_text)}: "
                f'<a href="#f{part.number}">finding {part.number}</a>'
                for part in row.deductions
            )
            if not row.deductions:
                why += " ".join(["", *(_line_link(link) for link in row.evidence)])
            yield f'<tr><th scope="row">{_text(row.title)}</th>'
            yield f"<td>{_text(row.earned_text)}</td><td>{why}</td></tr>"
        yield f"</tbody></table><p>{_text(item.arithmetic.total_text)}</p></details>"

    def _words(self) -> Iterator[str]:
        if self._display.summary:
            yield f"<section><h2>Summary</h2><p>{_text(self._display.summary)}</p></section>"
        if self._display.suggestions:
            yield "<section><h2>What to do next</h2><ol>"
            yield from (f"<li>{_text(text)}</li>" for text in self._display.suggestions)
            yield "</ol></section>"

    def _findings(self, kind: FindingKind, title: str) -> Iterator[str]:
        cards = [card for card in self._display.cards if card.kind is kind]
        if cards:
            yield f"<h3>{title} ({len(cards)})</h3>"
        for card in cards:
            yield from self._card(card)

    def _card(self, card: FindingCard) -> Iterator[str]:
        tags = [card.dimension_word, card.severity_word, card.points_text]
        yield f'<article id="f{card.number}" class="card {card.kind.value} {card.severity.value}">'
        yield f"<h4>{card.number}. {_text(card.message)}</h4>"
        yield f'<p class="muted">{_text(" · ".join(tag for tag in tags if tag))}</p>'
        for quote in card.quotes:
            yield f"<blockquote>{_text(quote.quote)}"
            yield f"<footer>{_line_link(quote)}</footer></blockquote>"
        if card.suggestion:
            yield f"<p><b>What to do:</b> {_text(card.suggestion)}</p>"
        if card.reference:
            yield f'<p class="muted">Source: {_text(card.reference)}</p>'
        yield "</article>"

    def _left_out(self) -> Iterator[str]:
        if self._display.not_assessed:
            yield "<section><h2>Not assessed, left out of the scores</h2><ul>"
            for row in self._display.not_assessed:
                yield f"<li>{_text(row.name)}: {_text(row.remark)}</li>"
            yield "</ul></section>"
        hidden = self._report.document.hidden
        if hidden:
            yield "<section><h2>Text that is not visible, left out of the review</h2><ul>"
            for item in hidden:
                reason = words.HIDDEN_REASONS.get(item.reason, item.reason)
                place = f"Page {item.page}, {reason}"
                yield f"<li>{_text(place)}: <q>{_text(item.text[:300])}</q></li>"
            yield "</ul></section>"

    def _resume(self) -> Iterator[str]:
        yield '<section aria-labelledby="h-resume"><h2 id="h-resume">The resume as it was read</h2>'
        yield '<ol class="resume">'
        for line in self._report.document.lines:
            cards = self._findings_of.get(line.id, [])
            links = "".join(
                f' <a class="badge" href="#f{card.number}" '
                f'aria-label="Finding {card.number}">{card.number}</a>'
                for card in cards
            )
            text = f"<mark>{_text(line.text)}</mark>" if cards else _text(line.text)
            yield f'<li id="l{line.id}" value="{line.id}">{text}{links}</li>'
        yield "</ol></section>"

    def _foot(self) -> Iterator[str]:
        confidence = ", ".join(_confidence(self._report.review.confidence))
        yield f"<footer><p>{_text(self._display.made_by)}</p>"
        yield f"<p>Confidence: {_text(confidence)}</p>"
        yield "<p>Made on this computer; nothing was sent anywhere.</p></footer>"


def _confidence(metrics: Mapping[str, float]) -> Iterable[str]:
    return (f"{name} {number_text(value)}" for name, value in metrics.items())


def _line_link(link: EvidenceLink) -> str:
    return f'<a href="#l{link.line}">{_text(link.where)}</a>'


def _bar(score: ScoreDisplay) -> str:
    """Return a bar that says nothing aloud: number and word stand beside it."""
    width = round(score.fraction * 100, 1)
    return f'<span class="bar" aria-hidden="true"><i style="width:{width}%"></i></span>'
