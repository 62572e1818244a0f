"""Places are found by their words, and nothing is guessed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ai_agents.corrections.letters import letters_of
from ai_agents.corrections.models import Anchor
from ai_agents.corrections.places import Place, Places
from ai_agents.models import Document
from ai_agents.vocabulary import CorrectionState
from tests.support.corrections import DOCUMENTS, document_of


@given(DOCUMENTS)
def test_every_line_is_found_by_its_own_anchor(document: Document) -> None:
    """In the reading it was made on, even where several lines say the same."""
    places = Places(document.lines)
    for index in range(len(document.lines)):
        anchor = places.anchor_of_line(index)
        if anchor is not None:
            found = places.find(anchor)
            assert isinstance(found, Place)
            assert found.start == places.starts[index]


@given(DOCUMENTS)
def test_every_word_is_found_by_its_own_anchor(document: Document) -> None:
    """As the beginning of a line, wherever it stands."""
    places = Places(document.lines)
    for index, line in enumerate(document.lines):
        at = 0
        for word in line.text.split():
            at = line.text.index(word, at)
            letter = places.letter_at(index, at)
            if letter is not None and letters_of(word):
                found = places.find(places.anchor_of_break(letter))
                assert isinstance(found, Place)
                assert found.start == letter
            at += len(word)


@given(st.text(max_size=30))
def test_letters_are_the_same_however_a_text_is_encoded(text: str) -> None:
    """Composed or decomposed, in capitals or with spaces between."""
    letters = letters_of(text)
    assert letters_of(unicodedata.normalize("NFC", text)) == letters
    assert letters_of(" ".join(letters)) == letters


def test_a_part_of_a_word_is_no_place() -> None:
    """'art' does not stand in 'starting'."""
    places = Places(document_of(["starting the art of it"]).lines)
    assert places.find(Anchor(text="art")) == Place(11, 14)
    assert places.find(Anchor(text="tart")) == CorrectionState.NOT_FOUND


def test_a_part_of_a_word_is_a_place_where_what_stands_around_it_says_so() -> None:
    """A reader may glue two columns: 'Corner ShopJan 2019'."""
    lines = document_of(["Store Manager", "Corner ShopJan 2019", "Jan van Eyck"]).lines
    places = Places(lines)
    letter = places.letter_at(1, len("Corner Shop"))
    assert letter is not None
    anchor = places.anchor_of_break(letter)
    assert (anchor.text, places.find(anchor)) == ("Jan", Place(letter, letter + 3))
    glued = Places(document_of(["Store Manager Corner ShopJan", "2019"]).lines)
    assert glued.find(anchor) == Place(letter, letter + 3)


def test_han_text_has_places_without_spaces() -> None:
    """Every sign may begin a line."""
    places = Places(document_of(["職歴東京商事 入社"]).lines)
    assert places.find(Anchor(text="東京商事")) == Place(2, 6)


def test_words_alone_that_stand_twice_are_ambiguous() -> None:
    """A hand-written place must say more then."""
    places = Places(document_of(["Team lead", "Alpha", "Team lead", "Beta"]).lines)
    assert places.find(Anchor(text="Team lead")) == CorrectionState.AMBIGUOUS
    assert places.find(Anchor(text="Team lead", after="beta")) == Place(13, 21)
