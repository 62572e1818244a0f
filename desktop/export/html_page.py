"""The frame of every HTML report: nothing is loaded, nothing runs, whatever the text holds."""

from collections.abc import Iterator
from html import escape
from typing import Final

from desktop.export.html_style import page_style
from desktop.review.display import ScoreDisplay

#: Nothing may be loaded and nothing run, whatever the resume's text holds.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


def html_text(text: str) -> str:
    """Escape text for element content and attributes; control characters become spaces."""
    return escape("".join(char if char.isprintable() else " " for char in text))


def html_head(title: str) -> Iterator[str]:
    """Yield everything up to the body; the title is plain text."""
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{html_text(title)}</title>"
    yield f"<style>\n{page_style()}\n</style></head>"


def band_class(score: ScoreDisplay) -> str:
    """Return the class that gives a score its colour."""
    return f"band-{score.band.value}" if score.band is not None else "band-none"
