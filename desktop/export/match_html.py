"""The match of a review as a part of the HTML report."""

from collections.abc import Callable, Iterator

from desktop.match.display import MatchDisplay, MatchRowDisplay
from desktop.review.display import EvidenceLink

#: A mark beside the word, so that states differ without colour.
MARKS = {"met": "✓", "partly": "~", "absent": "–"}


def match_section(
    match: MatchDisplay, text: Callable[[str], str], line_link: Callable[[EvidenceLink], str]
) -> Iterator[str]:
    """Yield the match section; `text` escapes, `line_link` links to a line of the resume."""
    yield '<section aria-labelledby="h-match"><h2 id="h-match">Job match</h2>'
    yield f"<p><b>{text(match.job)}</b></p>"
    if match.reason:
        yield f'<p class="note">{text(match.reason)}</p></section>'
        return
    yield f"<p><strong>{text(match.score.text)}</strong> of 100 · {text(match.score.word)}"
    yield f" · {text(match.tally)} · <em>{text(match.advice)}</em></p>"
    if match.stuffing:
        links = ", ".join(line_link(link) for link in match.stuffing_quotes)
        yield f'<p class="note">{text(match.stuffing)} {links}</p>'
    yield '<table><thead><tr><th scope="col">Requirement</th><th scope="col">Points</th>'
    yield '<th scope="col">State</th><th scope="col">Found in the resume</th></tr></thead><tbody>'
    for row in match.rows:
        yield from _row(row, text, line_link)
    yield f'</tbody></table><p class="muted">{text(match.rule)}</p></section>'


def _row(
    row: MatchRowDisplay, text: Callable[[str], str], line_link: Callable[[EvidenceLink], str]
) -> Iterator[str]:
    kind = f"{row.must_text}, {row.kind_text.lower()}"
    yield f'<tr><th scope="row">{text(row.text)}<br><span class="muted">{text(kind)}</span></th>'
    yield f"<td>{text(row.points_text)}</td>"
    yield f"<td>{MARKS[row.state.value]} {text(row.state_text)}</td><td>{text(row.reason)}"
    for quote in row.quotes:
        yield f"<br><q>{text(quote.quote)}</q> {line_link(quote)}"
    yield "</td></tr>"
