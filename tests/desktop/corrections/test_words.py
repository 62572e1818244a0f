"""Corrections are told in words, whoever wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.corrections.models import written
from ai_agents.vocabulary import CorrectionState, SectionKind
from desktop.corrections.words import (
    SECTIONS,
    STATES,
    applied_sentence,
    was_words,
    what_words,
)
from tests.support.corrections import DOCUMENTS, corrections_of

AT = {"text": "Work   History and everything else that was printed on this long line"}


def say(text: str) -> str:
    """Say a text as it is written."""
    return text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"kind": "heading", "at": {"text": "My road"}, "section": "experience"},
            "“My road” is a heading: Experience",
        ),
        (
            {"kind": "heading", "at": {"text": "My road"}, "section": None},
            "“My road” is no heading",
        ),
        (
            {"kind": "line_break", "at": {"text": "Jan"}, "begins": False},
            "“Jan” carries on the line above",
        ),
        ({"kind": "contact", "field": "name", "value": None}, "Name: none"),
        ({"kind": "skills", "values": ["SAP", "Lean"]}, "Skills: SAP, Lean"),
        (
            {"kind": "entry", "entry": "experience", "at": AT, "field": "start", "value": "2020"},
            "“Work History and everything else that was print…” – From: 2020",
        ),
        ({"kind": "from_the_future"}, "A correction made by another version of Vitae"),
    ],
)
def test_a_correction_is_told_in_words(said: dict[str, object], words: str) -> None:
    """Long lines are cut, empty values are said."""
    assert what_words(said, say) == words


@given(st.data())
def test_every_correction_has_words(data: st.DataObject) -> None:
    """Whatever a coach can say, and what was read before."""
    said = written(data.draw(DOCUMENTS.flatmap(corrections_of)))
    assert what_words(said, say)
    assert "another version" not in what_words(said, say)
    was_words(said, None, say)
    assert was_words(said, "experience", say).startswith("was: ")


@given(st.dictionaries(st.sampled_from(["kind", "at", "values"]), st.none() | st.text()))
def test_words_for_any_object_never_fail(said: dict[str, object]) -> None:
    """The library may hold what a newer version wrote."""
    assert what_words(said, say)


def test_every_state_and_every_kind_of_section_has_words() -> None:
    """A new one cannot be forgotten."""
    assert set(STATES) == set(CorrectionState)
    assert set(SECTIONS) == set(SectionKind)


def test_a_report_counts_what_was_applied_and_what_was_not() -> None:
    """Nothing is said where there is nothing to say."""
    applied, gone = CorrectionState.APPLIED, CorrectionState.NOT_FOUND
    assert applied_sentence([]) == applied_sentence([CorrectionState.AGREES]) == ""
    assert applied_sentence([applied]).startswith("1 correction by the coach was applied")
    assert applied_sentence([applied, applied, gone]) == (
        "2 corrections by the coach were applied to what was read. "
        "1 correction could not be applied: look at the reading again."
    )
