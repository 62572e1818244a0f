"""A review as text for a terminal or a plain file: complete, aligned, readable without colour."""

import os
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from ai_agents.vocabulary import (
    APPEAL_DIMENSIONS,
    STRUCTURE_DIMENSIONS,
    Band,
    Dimension,
    FindingKind,
)
from desktop.match.display import MatchRowDisplay
from desktop.match.presenter import match_display
from desktop.review import words
from desktop.review.arithmetic import number_text
from desktop.review.display import DimensionDisplay, FindingCard, ReportDisplay, ScoreDisplay
from desktop.review.presenter import Presenter
from desktop.review.report import Report

BAR_CELLS: Final = 24
#: Columns from which a score's line also has room for the number of findings.
WIDE_ENOUGH: Final = 78
#: Lines quoted for a strength; an issue shows all of its lines.
STRENGTH_QUOTES: Final = 3
_EIGHTHS: Final = " ▏▎▍▌▋▊▉"
_RESET: Final = "\x1b[0m"
_BOLD: Final = "1"
_MUTED: Final = "2"
#: Blue stands for the good end and red for the weak one, as in the window.
_BAND_COLOURS: Final = {
    Band.EXCELLENT: "34",
    Band.STRONG: "34",
    Band.GOOD: "32",
    Band.FAIR: "33",
    Band.NEEDS_WORK: "31",
}
#: What a terminal without these letters gets instead.
_PLAIN: Final = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",
        "×": "x",
        "·": "|",
        "…": "...",
        "“": '"',
        "”": '"',
        "’": "'",
        "‘": "'",
        "•": "*",
        "→": "->",
        "█": "#",
        "░": ".",
        "─": "-",
        **dict.fromkeys(_EIGHTHS[1:], ""),
    }
)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What the receiver can show: its width in columns, colours, letters beyond ASCII."""

    width: int = 80
    colour: bool = False
    unicode: bool = True

    @classmethod
    def of_terminal(cls, *, to_file: bool) -> Self:
        """Return the style of standard output, or of a file: 80 columns, no colour."""
        if to_file:
            return cls()
        terminal = sys.stdout.isatty()
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(_terminal_width() if terminal else 80, colour, _speaks_unicode())

    def paint(self, text: str, code: str) -> str:
        """Return the text in a terminal colour, where there are colours."""
        return f"\x1b[{code}m{text}{_RESET}" if self.colour and text else text

    def bar(self, fraction: float) -> str:
        """Return a bar of `BAR_CELLS` columns, its length to an eighth of a column."""
        eighths = round(min(max(fraction, 0.0), 1.0) * BAR_CELLS * 8)
        full, rest = divmod(eighths, 8)
        part = _EIGHTHS[rest] if rest else ""
        if not self.unicode:
            return ("#" * full).ljust(BAR_CELLS, ".")
        return ("█" * full + part).ljust(BAR_CELLS)

    def finish(self, lines: Iterable[str]) -> str:
        """Join the lines into one text the receiver can show."""
        text = "\n".join(line.rstrip() for line in lines) + "\n"
        return text if self.unicode else text.translate(_PLAIN)


def _terminal_width() -> int:
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = 80
    return min(max(columns, 64), 100)


def _speaks_unicode() -> bool:
    try:
        "█▌–×“".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def review_text(wire: Mapping[str, Any], style: TextStyle, *, explain: bool = False) -> str:
    """Return a `vitae.review/1` object as text; `explain` adds how every score came about."""
    report = Report.from_wire(wire)
    return style.finish(_ReviewText(report, style).lines(explain=explain))


class _ReviewText:
    """Writes one review, block by block."""

    def __init__(self, report: Report, style: TextStyle) -> None:
        self._report = report
        self._style = style
        self._presenter = Presenter(report)
        self._display: ReportDisplay = self._presenter.display({})

    def lines(self, *, explain: bool) -> Iterator[str]:
        yield from self._head()
        yield from self._scores()
        yield from self._match()
        yield from self._paragraphs("Summary", [self._display.summary])
        yield from self._numbered("What to do next", self._display.suggestions)
        yield from self._findings(FindingKind.ISSUE, "To look at")
        yield from self._findings(FindingKind.STRENGTH, "Strengths")
        yield from self._set_aside()
        if explain:
            yield from self._arithmetic()
        yield from self._foot()

    def _head(self) -> Iterator[str]:
        style, display = self._style, self._display
        yield from self._wrapped(printable(display.file_name), "", "  ", _BOLD)
        score = display.overall
        if score.value is None:
            yield "Overall: not assessed"
        else:
            yield (
                f"Overall {style.paint(score.text, _BOLD)} of 100  "
                f"{style.paint(style.bar(score.fraction), _colour(score))}  {score.word}"
            )
        industry = words.plain_code(self._report.review.industry)
        seniority = words.SENIORITIES.get(self._report.review.seniority, "")
        tier = words.plain_code(self._report.review.market_tier)
        yield style.paint(f"{industry} · {seniority} · market {tier.lower()}", _MUTED)
        for text in (display.banner, *(item.message for item in self._report.document.warnings)):
            if text:
                yield from self._wrapped(text, "! ", "  ")
        if display.corrections:
            yield from self._wrapped(display.corrections, "", "")
        yield ""

    def _scores(self) -> Iterator[str]:
        for title, members in (("Structure", STRUCTURE_DIMENSIONS), ("Appeal", APPEAL_DIMENSIONS)):
            yield self._style.paint(title, _BOLD)
            for item in self._display.dimensions:
                if item.dimension in members:
                    yield self._score_line(item)
        yield ""

    def _score_line(self, item: DimensionDisplay) -> str:
        style, score = self._style, item.score
        number = f"{score.value:.1f}" if score.value is not None else "–"
        bar = style.paint(style.bar(score.fraction), _colour(score))
        room = style.width >= WIDE_ENOUGH
        counts = f"{item.issues} to look at" if item.issues and room else ""
        return f"  {item.name:<14}{number:>6}  {bar}  {score.word:<12}{counts}"

    def _match(self) -> Iterator[str]:
        match = self._report.review.match
        if match is None:
            return
        shown = match_display(match, self._presenter.link)
        title = self._style.paint("Job match", _BOLD)
        yield from self._wrapped(f"{title}: {printable(shown.job)}", "", "  ")
        if shown.reason:
            yield from self._wrapped(printable(shown.reason), "  ", "  ")
            yield ""
            return
        yield f"  {shown.score.text} of 100 · {shown.tally} · {shown.advice}"
        if shown.stuffing:
            lines = ", ".join(str(link.line) for link in shown.stuffing_quotes)
            where = f" (line {lines})" if lines else ""
            yield from self._wrapped(f"{shown.stuffing}{where}", "  ! ", "    ")
        for row in shown.rows:
            yield from self._match_row(row)
        yield from self._wrapped(shown.rule, "  ", "  ", _MUTED)
        yield ""

    def _match_row(self, row: MatchRowDisplay) -> Iterator[str]:
        head = f"  {row.state_text:<9} {row.points_text:>12}  {row.must_text}: "
        yield from self._wrapped(printable(row.text), head, " " * 25)
        for text in (row.reason, row.found_text):
            if text:
                yield from self._wrapped(printable(text), " " * 25, " " * 25, _MUTED)

    def _paragraphs(self, title: str, texts: Iterable[str]) -> Iterator[str]:
        texts = [text for text in texts if text]
        if not texts:
            return
        yield self._style.paint(title, _BOLD)
        for text in texts:
            yield from self._wrapped(text, "  ", "  ")
        yield ""

    def _numbered(self, title: str, texts: Iterable[str]) -> Iterator[str]:
        texts = list(texts)
        if not texts:
            return
        yield self._style.paint(title, _BOLD)
        for number, text in enumerate(texts, 1):
            yield from self._wrapped(text, f"  {number}. ", "     ")
        yield ""

    def _findings(self, kind: FindingKind, title: str) -> Iterator[str]:
        cards = [card for card in self._display.cards if card.kind is kind]
        if not cards:
            return
        yield self._style.paint(f"{title} ({len(cards)})", _BOLD)
        for dimension in Dimension:
            mine = [card for card in cards if card.dimension is dimension]
            if mine:
                yield f"  {words.DIMENSIONS[dimension]}"
                for card in mine:
                    yield from self._card(card)
        yield ""

    def _card(self, card: FindingCard) -> Iterator[str]:
        facts = [card.severity_word] if card.kind is FindingKind.ISSUE else []
        facts += [card.points_text] if card.points_text else []
        tail = f"  [{', '.join(facts)}]" if facts else ""
        yield from self._wrapped(card.message + tail, f"  {card.number:>3}. ", "       ")
        strength = card.kind is FindingKind.STRENGTH
        shown = card.quotes[:STRENGTH_QUOTES] if strength else card.quotes
        for quote in shown:
            place = quote.where[:1].lower() + quote.where[1:]
            yield from self._wrapped(
                f"“{printable(quote.quote)}” ({place})", "       ", "       ", _MUTED
            )
        if len(card.quotes) > len(shown):
            yield f"       and {len(card.quotes) - len(shown)} more"
        if card.suggestion and not strength:
            yield from self._wrapped(card.suggestion, "       → ", "         ")

    def _set_aside(self) -> Iterator[str]:
        hidden = self._report.document.hidden
        if hidden:
            yield self._style.paint("Text that is not visible, left out of the review", _BOLD)
        for item in hidden:
            reason = words.HIDDEN_REASONS.get(item.reason, item.reason)
            text = textwrap.shorten(printable(item.text), 160, placeholder=" …")
            yield from self._wrapped(f"Page {item.page}, {reason}: “{text}”", "  ", "    ")
        if hidden:
            yield ""
        left_out = self._display.not_assessed
        yield from self._paragraphs(
            "Not assessed, left out of the scores",
            [f"{row.name}: {row.remark}" for row in left_out],
        )

    def _arithmetic(self) -> Iterator[str]:
        yield self._style.paint("How the scores came about", _BOLD)
        yield from self._wrapped(self._display.overall_arithmetic, "  ", "  ")
        for item in self._display.dimensions:
            yield ""
            yield f"  {self._style.paint(item.name, _BOLD)}: {item.arithmetic.total_text}"
            for row in item.arithmetic.rows:
                yield from self._wrapped(row.title, f"  {row.earned_text:>12}  ", " " * 16)
                yield from self._wrapped(row.reason, " " * 16, " " * 16, _MUTED)
                for part in row.deductions:
                    text = f"{part.points_text}: {part.message} (finding {part.number})"
                    yield from self._wrapped(text, " " * 16, " " * 18)
        yield ""

    def _foot(self) -> Iterator[str]:
        confidence = ", ".join(
            f"{name} {number_text(value)}" for name, value in self._report.review.confidence.items()
        )
        for text in (self._display.made_by, f"Confidence: {confidence}"):
            yield from self._wrapped(text, "", "", _MUTED)

    def _wrapped(self, text: str, first: str, rest: str, colour: str = "") -> Iterator[str]:
        for line in wrap(text, self._style.width, first, rest):
            yield self._style.paint(line, colour) if colour else line


def _colour(score: ScoreDisplay) -> str:
    return _BAND_COLOURS[score.band] if score.band is not None else _MUTED


def printable(text: str) -> str:
    """Return text from a resume or a file name without what would steer a terminal."""
    return "".join(
        char if char.isprintable() or unicodedata.category(char) == "Zs" else "�"
        for char in text.replace("\t", " ").replace("\n", " ")
    )


def columns(text: str) -> int:
    """Return how many columns a text takes in a terminal (UAX 11: wide letters take two)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break text into lines of at most `width` columns; words longer than a line are cut."""
    lines: list[str] = []
    line, start = first, True
    for word in text.split():
        for piece in _pieces(word, width - len(rest)):
            if not start and columns(line) + 1 + columns(piece) > width:
                lines.append(line)
                line, start = rest, True
            line += piece if start else " " + piece
            start = False
    return [*lines, line] if not start else lines


def _pieces(word: str, room: int) -> Iterator[str]:
    """Cut a word without spaces (also a line of Japanese) into pieces of at most `room` columns."""
    if columns(word) <= room:
        yield word
        return
    piece = ""
    for char in word:
        if columns(piece + char) > room:
            yield piece
            piece = ""
        piece += char
    yield piece


def read_text(wire: Mapping[str, Any]) -> str:
    """Return a `vitae.read/1` object as text: the profile, then the lines as a parser sees them."""
    file, document, profile = wire["file"], wire["document"], wire["profile"]
    head = [
        printable(file["name"]),
        (
            f"{document['pages']} pages, {len(document['lines'])} lines, language "
            f"{document['language'] or 'not certain'}"
        ),
        "",
    ]
    rows = [
        f"{name.capitalize():<10} {printable(str(profile[name] or '–'))}"
        for name in ("name", "email", "phone", "location")
    ]
    rows += [f"{'Link':<10} {printable(link)}" for link in profile["links"]]
    rows += [_entry("Work", item, ("title", "employer")) for item in profile["experience"]]
    rows += [_entry("Study", item, ("degree", "institution")) for item in profile["education"]]
    if profile["skills"]:
        rows += wrap(printable(", ".join(profile["skills"])), 80, f"{'Skills':<10} ", " " * 11)
    rows += [f"! {item['message']}" for item in document["warnings"]]
    rows += [
        f"! hidden ({item['reason']}): {printable(item['text'])}" for item in document["hidden"]
    ]
    lines = [f"{line['id']:>4}  {printable(line['text'])}" for line in document["lines"]]
    return TextStyle.of_terminal(to_file=False).finish([*head, *rows, "", *lines, ""])


def _entry(label: str, item: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    what = ", ".join(str(item[key]) for key in keys if item[key])
    when = " – ".join(str(item[key]) for key in ("start", "end") if item[key])
    return f"{label:<10} {printable(what or '–')}" + (f" ({when})" if when else "")
