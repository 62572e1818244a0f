"""What came of checking a stored review, as text for a terminal or a file."""

from collections.abc import Iterator

from desktop.export.text import TextStyle, printable, wrap
from desktop.reproduce.verification import Outcome, Verification

_HEADLINES = {
    Outcome.IDENTICAL: "identical",
    Outcome.DIFFERS: "differs",
    Outcome.UNCHECKED: "not checked",
}


def verification_text(result: Verification, style: TextStyle) -> str:
    """Return the outcome first, then the reason, what was checked, and every difference."""
    return style.finish(_lines(result, style))


def _lines(result: Verification, style: TextStyle) -> Iterator[str]:
    yield style.paint(f"{printable(result.name)}: {_HEADLINES[result.outcome]}", "1")
    blocks = (
        ("", [f"File: {result.source}."] if result.source else []),
        ("", [result.reason] if result.reason else []),
        ("", result.notes),
        ("Checked", result.checked),
        ("Not checked", result.unchecked),
        (_count(len(result.differences)), [item.message for item in result.differences]),
    )
    for title, sentences in blocks:
        if title and sentences:
            yield f"  {title}"
        indent = "    " if title else "  "
        for sentence in sentences:
            yield from wrap(printable(sentence), style.width, indent, indent + "  ")


def _count(differences: int) -> str:
    return "One difference" if differences == 1 else f"{differences} differences"
