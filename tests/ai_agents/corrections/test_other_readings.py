"""What always holds of corrections, and how they fare on another reading of the same file."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.corrections.apply import correct
from ai_agents.corrections.models import (
    ContactCorrection,
    Correction,
    target_of,
)
from ai_agents.corrections.places import Places
from ai_agents.models import Document
from ai_agents.profile.extract import extract_profile
from ai_agents.vocabulary import ContactField, CorrectionState, SectionKind
from tests.support.corrections import (
    DOCUMENTS,
    corrections_of,
    document_of,
    done,
    entry_value,
    heading,
    split,
    states,
)

APPLIED, AGREES = CorrectionState.APPLIED, CorrectionState.AGREES


# --- what always holds -------------------------------------------------------------------------


@given(DOCUMENTS)
def test_no_correction_changes_nothing(document: Document) -> None:
    """The very same objects come back."""
    profile = extract_profile(document)
    corrected = correct(document, profile, ())
    assert corrected.document is document
    assert corrected.profile is profile


@given(st.data())
def test_applying_again_changes_nothing_more(data: st.DataObject) -> None:
    """A corrected reading agrees with its corrections."""
    document = data.draw(DOCUMENTS)
    said = data.draw(st.lists(corrections_of(document), max_size=5))
    once = done(document, *said)
    twice = correct(once.document, extract_profile(once.document), said)
    assert twice.document == once.document
    assert twice.profile == once.profile


@given(st.data())
def test_the_order_of_corrections_about_different_things_means_nothing(
    data: st.DataObject,
) -> None:
    """Two devices may send them in any order."""
    document = data.draw(DOCUMENTS)
    said = data.draw(st.lists(corrections_of(document), max_size=5, unique_by=target_of))
    once = done(document, *said)
    if CorrectionState.REPLACED in states(once):
        return  # about the same words: the last one goes before the others
    other = data.draw(st.permutations(said))
    again = done(document, *other)
    assert (again.document, again.profile) == (once.document, once.profile)


@given(st.data())
def test_a_corrected_reading_keeps_its_words_and_its_contract(data: st.DataObject) -> None:
    """Letters in order, ids from 1, every line in one section, entries and statements on lines."""
    document = data.draw(DOCUMENTS)
    corrected = done(document, *data.draw(st.lists(corrections_of(document), max_size=6)))
    lines, profile = corrected.document.lines, corrected.profile
    assert Places(lines).row == Places(document.lines).row
    assert [line.id for line in lines] == list(range(1, len(lines) + 1))
    assert all(line.parts and line.text.strip() for line in lines)
    covered = [n for s in profile.sections for n in range(s.first_line, s.last_line + 1)]
    assert covered == list(range(1, len(lines) + 1))
    for entry in (*profile.experience, *profile.education):
        assert 1 <= entry.lines[0] <= entry.lines[1] <= len(lines)
    assert [e.lines[0] for e in profile.experience] == sorted(
        e.lines[0] for e in profile.experience
    )
    for said in profile.statements:
        assert said.entry is None or said.entry < len(profile.experience)


@given(st.data())
def test_every_correction_has_an_outcome_in_its_place(data: st.DataObject) -> None:
    """None is lost, whatever came of it."""
    document = data.draw(DOCUMENTS)
    said: list[Correction] = data.draw(st.lists(corrections_of(document), max_size=6))
    corrected = done(document, *said)
    assert [outcome.correction for outcome in corrected.outcomes] == said


# --- other readings of the same file -----------------------------------------------------------

ROAD = "My road so far"
TEXTS = [
    "Sam Rivera",
    "sam.rivera@example.org | Portland, Oregon",
    ROAD,
    "Store Manager, Corner Shop, Portland, Jan 2019 - Present",
    "Led a team of 12 clerks and raised sales by 18 % in two years and a half",
    "Shift Lead, Harbor Foods, Seattle, Mar 2014 - Dec 2018",
    "Planned the shifts of 8 people for five years without a gap",
    "Education",
    "Bachelor of Science in Business, Portland State University, 2013",
]


def said_of(document: Document) -> list[Correction]:
    """Return a few corrections of the texts above."""
    return [
        heading(document, 3, SectionKind.EXPERIENCE),
        entry_value(document, 6, "start", "2013-10"),
        ContactCorrection(field=ContactField.LOCATION, value="Salem, Oregon"),
        split(document, 5, "and raised"),
    ]


def outcome_of(texts: Sequence[str], said: Sequence[Correction]) -> tuple[object, ...]:
    """Return what the corrections say of another reading."""
    corrected = done(document_of(texts), *said)
    sections = {s.heading: s.kind for s in corrected.profile.sections if s.heading}
    lead = next(e for e in corrected.profile.experience if e.title == "Shift Lead")
    begins = [line.text for line in corrected.document.lines if line.text.startswith("and raised")]
    return sections.get(ROAD), lead.start, corrected.profile.location, len(begins)


@pytest.mark.parametrize("seed", range(8))
def test_corrections_survive_lines_that_come_in_between(seed: int) -> None:
    """A new reader may see a page number, a caption or a header the old one did not."""
    chance = random.Random(seed)  # noqa: S311 - a shuffle, nothing secret
    said = said_of(document_of(TEXTS))
    texts = list(TEXTS)
    for extra in ("Page 1 of 2", "———", "Curriculum Vitae"):
        texts.insert(chance.randrange(len(texts) + 1), extra)
    assert outcome_of(texts, said) == (SectionKind.EXPERIENCE, "2013-10", "Salem, Oregon", 1)


def test_corrections_survive_other_line_ends() -> None:
    """A new reader may wrap the same words otherwise."""
    said = said_of(document_of(TEXTS))
    texts = [
        *TEXTS[:2],
        "My road",
        "so far",
        TEXTS[3],
        "Led a team of 12 clerks and raised sales by",
        "18 % in two years and a half",
        *TEXTS[5:],
    ]
    assert outcome_of(texts, said) == (SectionKind.EXPERIENCE, "2013-10", "Salem, Oregon", 1)


def test_a_heading_that_a_new_reader_glues_to_the_next_line_is_cut_out() -> None:
    """Its words are enough."""
    said = said_of(document_of(TEXTS))
    texts = [*TEXTS[:2], f"{ROAD} {TEXTS[3]}", *TEXTS[4:]]
    assert outcome_of(texts, said) == (SectionKind.EXPERIENCE, "2013-10", "Salem, Oregon", 1)


@pytest.mark.parametrize("seed", range(8))
def test_corrections_of_unique_lines_survive_any_order_of_the_lines(seed: int) -> None:
    """Columns may be read in another order."""
    chance = random.Random(seed)  # noqa: S311 - a shuffle, nothing secret
    document = document_of(TEXTS)
    texts = chance.sample(TEXTS, len(TEXTS))
    corrected = done(document_of(texts), *said_of(document)[:3])
    found = {s.heading: s.kind for s in corrected.profile.sections if s.heading}
    assert found[ROAD] == SectionKind.EXPERIENCE
    assert corrected.profile.location == "Salem, Oregon"


def test_other_case_accents_and_spaces_are_the_same_words() -> None:
    """'M Y  R O A D' is 'My road'."""
    said = said_of(document_of(TEXTS))
    texts = [*TEXTS[:2], "M Y  R O A D  S O  F A R", *TEXTS[3:]]
    corrected = done(document_of(texts), *said)
    assert states(corrected)[0] == APPLIED


def test_words_that_are_gone_are_named_and_change_nothing() -> None:
    """The correction is kept, and nothing is guessed."""
    said = said_of(document_of(TEXTS))
    texts = [text for text in TEXTS if text != ROAD]
    corrected = done(document_of(texts), said[0])
    assert states(corrected) == [CorrectionState.NOT_FOUND]
    assert corrected.profile == extract_profile(document_of(texts))


def test_of_equal_lines_the_meant_one_is_known_by_its_neighbours() -> None:
    """Two jobs may have the same bullet."""
    texts = ["Maya Chen", "Alpha Works", "Team lead", "Built one", "Beta Works", "Team lead", "End"]
    document = document_of(texts)
    said = heading(document, 6, SectionKind.PROJECTS)
    moved = ["Beta Works", "Team lead", "End", "Maya Chen", "Alpha Works", "Team lead", "Built one"]
    corrected = done(document_of(moved), said)
    assert corrected.outcomes[0].line == 2
    lost = ["Maya Chen", "Alpha Works", "Team lead", "Built one"]
    assert states(done(document_of(lost), said)) == [CorrectionState.NOT_FOUND]


def test_equal_lines_that_nothing_tells_apart_are_left_alone() -> None:
    """Nothing is guessed."""
    document = document_of(["Maya Chen", "Alpha", "Team lead", "Beta"])
    said = heading(document, 3, SectionKind.PROJECTS)
    told = said.model_copy(update={"at": said.at.model_copy(update={"alone": False})})
    other = document_of(["One", "Team lead", "Two", "Team lead", "Three"])
    assert states(done(other, told)) == [CorrectionState.AMBIGUOUS]
