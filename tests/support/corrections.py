"""Corrections of small documents for tests, made the way the window makes them: from a reading."""

from collections.abc import Sequence

from hypothesis import strategies as st

from ai_agents.corrections.apply import Corrected, correct
from ai_agents.corrections.claims import Given
from ai_agents.corrections.models import (
    ContactCorrection,
    Correction,
    EntryAddedCorrection,
    EntryCorrection,
    EntryRemovedCorrection,
    HeadingCorrection,
    LineBreakCorrection,
    SkillsCorrection,
)
from ai_agents.corrections.places import Places
from ai_agents.models import Document, Line, SourceFile
from ai_agents.profile.extract import extract_profile
from ai_agents.vocabulary import ContactField, CorrectionState, EntryKind, SectionKind

SOURCE = SourceFile(name="a.txt", sha256="0" * 64, size_bytes=1, media_type="text/plain")


def document_of(texts: Sequence[str]) -> Document:
    """Return a document of plain lines."""
    lines = [Line(id=n, text=text, parts=(text,)) for n, text in enumerate(texts, 1)]
    return Document(source=SOURCE, lines=tuple(lines), language="en")


def done(document: Document, *corrections: Given) -> Corrected:
    """Return the document and its profile with corrections."""
    return correct(document, extract_profile(document), corrections)


def states(corrected: Corrected) -> list[CorrectionState]:
    """Return what came of each correction."""
    return [outcome.state for outcome in corrected.outcomes]


def line_of(document: Document, text: str) -> int:
    """Return the number of the line that says this."""
    return next(line.id for line in document.lines if line.text == text)


def heading(
    document: Document, line: int, section: SectionKind | None, words: str | None = None
) -> HeadingCorrection:
    """Say that a line is a heading, or none."""
    at = Places(document.lines).anchor_of_line(line - 1)
    assert at is not None
    return HeadingCorrection(at=at, section=section, heading=words)


def joined(document: Document, line: int) -> LineBreakCorrection:
    """Say that a line carries on the one above it."""
    places = Places(document.lines)
    at = places.anchor_of_break(places.starts[line - 1])
    return LineBreakCorrection(at=at, begins=False)


def split(document: Document, line: int, word: str) -> LineBreakCorrection:
    """Say that a line begins at a word of another."""
    places = Places(document.lines)
    letter = places.letter_at(line - 1, document.line(line).text.index(word))
    assert letter is not None
    return LineBreakCorrection(at=places.anchor_of_break(letter), begins=True)


def entry_value(
    document: Document, line: int, field: str, value: str | None, kind: str = "experience"
) -> EntryCorrection:
    """Set a field of the entry that begins on a line."""
    at = Places(document.lines).anchor_of_line(line - 1)
    assert at is not None
    return EntryCorrection(entry=EntryKind(kind), at=at, field=field, value=value)


def entry_added(
    document: Document, line: int, kind: str = "experience", **values: str | None
) -> EntryAddedCorrection:
    """Say that an entry begins on a line."""
    at = Places(document.lines).anchor_of_line(line - 1)
    assert at is not None
    return EntryAddedCorrection(entry=EntryKind(kind), at=at, values=values)


def entry_removed(
    document: Document, line: int, kind: str = "experience"
) -> EntryRemovedCorrection:
    """Say that what begins on a line is no entry."""
    at = Places(document.lines).anchor_of_line(line - 1)
    assert at is not None
    return EntryRemovedCorrection(entry=EntryKind(kind), at=at)


_WORDS = st.text(st.characters(codec="utf-8", categories=("L", "Nd")), min_size=1, max_size=8)
LINE_TEXTS = st.one_of(
    st.sampled_from(
        (
            "Maya Chen",
            "Experience",
            "EDUCATION",
            "Skills:",
            "Store Manager, Corner Shop, Jan 2019 – Present",
            "Shift Lead, Harbor Foods, Mar 2014 - Dec 2018",
            "• Led a team of 12 clerks and raised sales by 18 %",
            "BSc Business, Portland State University, 2013",
            "Excel, SAP, staff training",
            "職歴",
            "———",
        )
    ),
    st.lists(_WORDS, min_size=1, max_size=6).map(" ".join),
)
DOCUMENTS = st.lists(LINE_TEXTS, min_size=1, max_size=12).map(document_of)


def _at_a_place(draw: st.DrawFn, document: Document) -> Correction:
    places = Places(document.lines)
    whole = [at for n in range(len(document.lines)) if (at := places.anchor_of_line(n))]
    at, entry = draw(st.sampled_from(whole)), draw(st.sampled_from(EntryKind))
    letter = draw(st.integers(0, len(places.row) - 1))
    begins = draw(st.booleans())
    start = draw(st.sampled_from((None, "2019", "2020-03")))
    made: Correction = draw(
        st.sampled_from(
            (
                HeadingCorrection(at=at, section=draw(st.none() | st.sampled_from(SectionKind))),
                LineBreakCorrection(at=places.anchor_of_break(letter), begins=begins),
                EntryCorrection(entry=entry, at=at, field="start", value=start),
                EntryAddedCorrection(entry=entry, at=at, values={"start": "2015"}),
                EntryRemovedCorrection(entry=entry, at=at),
            )
        )
    )
    return made


@st.composite
def corrections_of(draw: st.DrawFn, document: Document) -> Correction:
    """Return any correction a coach could make of this document."""
    if Places(document.lines).row and draw(st.integers(0, 3)):
        return _at_a_place(draw, document)
    if draw(st.booleans()):
        field = draw(st.sampled_from(ContactField))
        return ContactCorrection(field=field, value=draw(st.none() | _WORDS))
    return SkillsCorrection(values=tuple(draw(st.lists(_WORDS, max_size=4))))
