"""What no person sees changes nothing and is told; what a person sees is read and not suspected.

Every way to hide is tried with several words, in every format; the honest look-alikes too.
"""

import random
from collections.abc import Iterator
from itertools import chain

import pytest

from ai_agents.documents.reader import read_document
from ai_agents.models import Document
from ai_agents.profile.extract import extract_profile
from tests.support import hiding_files as files
from tests.support.hiding_pdf import LINES, NAME, PDF_HONEST, PDF_WAYS

_WORDS = (
    "Kubernetes Terraform leadership blockchain synergy nursing payroll forklift Python budget"
    " certified strategy Salesforce negotiation fluent awarded doctorate director"
)
SEEDS = range(4)


def payload(seed: int) -> str:
    """Return words worth hiding."""
    return " ".join(random.Random(seed).sample(_WORDS.split(), 7))  # noqa: S311 - no secret


def _pdf(ways: dict[str, object]) -> Iterator[tuple[str, object]]:
    return ((f"pdf-{name}", way) for name, way in ways.items())


def _others(kind: str) -> Iterator[tuple[str, object]]:
    for name in ("DOCX", "HTML", "ODT", "RTF"):
        for way, make in getattr(files, f"{name}_{kind}").items():
            yield f"{name.lower()}-{way}", make


def _read(make: object, words: str) -> Document:
    made = make(words)  # type: ignore[operator] - one of the two shapes of a way
    return read_document(*(made if isinstance(made, tuple) else (made, "resume.pdf")))


HIDDEN = dict(chain(_pdf(dict(PDF_WAYS)), _others("WAYS")))
HONEST = dict(chain(_pdf(dict(PDF_HONEST)), _others("HONEST")))


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_words_change_nothing_and_are_told(name: str) -> None:
    """Lines and profile are those of the file without the words, which are set aside whole."""
    for seed in SEEDS:
        words = payload(seed)
        document = _read(HIDDEN[name], words)
        texts = [line.text for line in document.lines]
        assert texts[: len(LINES) + 1] == [NAME, *LINES]
        read = document.text + repr(extract_profile(document))
        assert [word for word in words.split() if word in read] == []
        told = " ".join(item.text for item in document.hidden)
        assert [word for word in words.split() if word not in told] == []


@pytest.mark.parametrize("name", HONEST)
def test_honest_words_are_read_and_not_suspected(name: str) -> None:
    """Banners, small print, pale bars, layers that are on, ordinary styles: all of it is there."""
    for seed in SEEDS:
        words = payload(seed)
        document = _read(HONEST[name], words)
        assert document.hidden == ()
        assert [word for word in words.split() if word not in document.text] == []


@pytest.mark.parametrize("name", files.TEXT_WAYS)
def test_words_in_characters_no_font_shows_are_told(name: str) -> None:
    """The line reads as it looks, and the trick is set aside."""
    for seed in SEEDS:
        document = read_document(*files.TEXT_WAYS[name](payload(seed)))
        assert document.lines[-1].text == "Planned the shifts"
        assert [item.reason.value for item in document.hidden] == ["unicode-trick"]


@pytest.mark.parametrize("text", files.TEXT_HONEST)
def test_scripts_and_emoji_are_no_trick(text: str) -> None:
    """Right-to-left text, joiners, flags and soft hyphens are honest."""
    document = read_document(f"{NAME}\n{' '.join(LINES)}\n{text}\n".encode(), "resume.txt")
    assert document.hidden == ()


def test_words_of_two_alphabets_are_told() -> None:
    """Cyrillic letters in Latin words look the same and are found by no search."""
    disguised = "Kubеrnеtеs and Tеrrаfоrm"
    document = read_document(f"{NAME}\n{' '.join(LINES)}\n{disguised}\n".encode(), "resume.txt")
    assert [(item.reason.value, item.text) for item in document.hidden] == [
        ("unicode-trick", disguised)
    ]
