"""Right words are left alone in every language we spell, and slips are found and put right."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_agents.checks.catalogue import run_rules
from ai_agents.checks.slips import correction
from ai_agents.checks.spelling import missing_accent, misspelling
from ai_agents.checks.word_forms import is_known
from ai_agents.checks.words import SPELT, fold, ranks
from ai_agents.vocabulary import Dimension
from tests.support.resumes import EARLIER, Post, Recipe, facts_of

PROSE = Path(__file__).parent / "prose"
#: Found of all single slips in words of five letters and more; the rest make other words mostly.
FEWEST_FOUND = {"en": 0.95, "de": 0.9, "fr": 0.93, "es": 0.92}
#: Of those found, how often the first word that comes to mind is the one that was meant.
FEWEST_RIGHT = 0.9
_SLIPS: tuple[Callable[[str, int], str], ...] = (
    lambda word, at: word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    lambda word, at: word[:at] + word[at + 1 :],
    lambda word, at: word[: at + 1] + word[at:],
)


def prose(language: str) -> list[str]:
    """Return the statements of a language: right, and from many fields of work."""
    return (PROSE / f"{language}.txt").read_text(encoding="utf-8").splitlines()


def words_of(language: str) -> list[str]:
    """Return the plain words of five letters and more, each once."""
    text = re.sub(r"\b(?:[ldjnscmt]|qu)['’]", " ", " ".join(prose(language)))
    words = re.findall(r"(?<![\w-])[^\W\d_]{5,}(?![\w-])", text)
    return [word for word in dict.fromkeys(words) if word.islower() or language == "de"]


def slipped(language: str) -> list[tuple[str, str]]:
    """Return (word, the word with one slip) of a language; no slip that makes no change."""
    draw = random.Random(11)  # noqa: S311 - a sample, nothing secret
    pairs = [
        (word, slip(word, draw.randrange(1, len(word) - 1)))
        for word in words_of(language)
        for slip in _SLIPS
    ]
    return [(word, bad) for word, bad in pairs if word != bad]


def remarked(language: str | None, *bullets: str, **parts: object) -> list[str]:
    """Return the words a resume with these bullets is remarked for, accents included."""
    recipe = replace(Recipe(), language=language, posts=(Post(), replace(EARLIER, bullets=bullets)))
    facts = facts_of(replace(recipe, **parts))  # type: ignore[arg-type] - the tests name fields
    return [
        str(hit.values["word"]) for rule in (misspelling, missing_accent) for hit in rule(facts)
    ]


@pytest.mark.parametrize("language", SPELT)
def test_right_words_are_left_alone(language: str) -> None:
    """Prose of many trades holds no word that is remarked: no compound, form or elision either."""
    lines = prose(language)
    assert len(lines) >= 30
    assert remarked(language, *lines) == []


@pytest.mark.parametrize("language", SPELT)
def test_slips_are_found_and_put_right(language: str) -> None:
    """A letter swapped, left out or doubled is found at the target rate, with the right word."""
    pairs = slipped(language)
    fixes = [(fold(word, language), correction(bad, language)) for word, bad in pairs]
    found = [(word, fix) for word, fix in fixes if fix]
    assert len(pairs) > 300
    assert len(found) / len(pairs) >= FEWEST_FOUND[language]
    assert sum(word == fix for word, fix in found) / len(found) >= FEWEST_RIGHT


def test_a_slip_is_told_with_the_word_that_was_meant() -> None:
    """The finding shows the word as written and keeps its capital in the correction."""
    recipe = replace(Recipe(), posts=(Post(), replace(EARLIER, bullets=("Managd 40 pepole",))))
    told = [(hit.values["word"], hit.values["fix"]) for hit in misspelling(facts_of(recipe))]
    assert told == [("Managd", "Managed"), ("pepole", "people")]


@pytest.mark.parametrize(
    ("why", "bullet"),
    [
        ("American and British English", "Organised and optimized labor in a theatre center"),
        ("tools in small letters", "Scripted kubectl, npm and pytest jobs in bash"),
        ("addresses", "Kept www.exampel.com/managr and mail to helo@exampel.org"),
        ("capitals inside", "Tuned PostgreSQL on macOS and watchOS for ThyssenKrupp"),
        ("names mid-sentence", "Sold to Wellmann and Bruckner in Whitby and Managua"),
        ("two names first", "Cantel Medikal bought the unit for 4 million"),
        ("a word used twice", "Ran the zorbing hall, sold zorbing tours to schools"),
        ("Latin", "Acted ad hoc and pro bono, inter alia for the alma mater"),
        ("halves of a divided word", "Kept the require-ments and the develop-ment plans"),
        ("a foreign quotation", "Sang ein deutsches Lied mit vielen schönen Strophen"),
        ("parts of code", "Wrote get_valu() and set/valu handlers in retrn.py"),
    ],
)
def test_what_only_looks_misspelt_is_left_alone(why: str, bullet: str) -> None:
    """Precision before recall: a name, a term or code is no slip."""
    assert remarked("en", bullet, bullet if why == "a word used twice" else "Ran it") == []


def test_a_skill_is_no_slip_but_a_word_beside_its_right_form_is() -> None:
    """What the skills list holds is meant; a slip made twice is one where the right word stands."""
    assert remarked("en", "Tuned grafanna boards", skills=("Grafanna, SAP",)) == []
    twice = ("Led the managment of 40 people", "Built managment reports", "Cut management costs")
    assert remarked("en", *twice) == ["managment"]


@pytest.mark.parametrize(
    ("language", "bullet", "words"),
    [
        ("de", "Beauftragung der Lieferketten-Expertinnen und Qualitätsmanagementsysteme", []),
        ("de", "Straßenbau in Zürich: Grösse und Masse der Strassen", []),
        ("de", "Gehostete Dienste gemergt und Einzelheiten anzufühlen", []),
        ("de", "Leitung der Kolleg*innen und Mitarbeiter:innen der Abtelung", ["Abtelung"]),
        ("fr", "Suivi de l’activité, qu’il s’agit d’améliorer, et mise en œuvre", []),
        ("fr", "Pilotage du reporting et du marketing", []),
        ("fr", "Gestion des équippes et developpement", ["équippes", "developpement"]),
        ("es", "Realizándose tareas y entregándolas, comunicarse con socios", []),
        ("es", "Gestion de la logistica y del presupesto", ["presupesto", "Gestion", "logistica"]),
    ],
)
def test_each_language_is_judged_by_its_own_rules(
    language: str, bullet: str, words: list[str]
) -> None:
    """Compounds, Swiss spelling, English at home, elisions and clitics are right; slips are not."""
    assert sorted(remarked(language, bullet)) == sorted(words)


def test_a_language_without_a_list_is_not_judged() -> None:
    """Nothing is said about spelling in Polish, or where the language is not known."""
    for language in ("pl", None):
        facts = facts_of(
            replace(Recipe(), language=language, summary=("Managd a taem of 40 pepole",))
        )
        assert [f.rule for f in run_rules(facts, (Dimension.TONE,))] == []


@settings(deadline=None)
@given(st.text(alphabet="abcdefgijklmnopqrstuvwxyzäöüéèçñß", min_size=1, max_size=30))
def test_a_correction_is_a_known_word(word: str) -> None:
    """Whatever is typed, what we propose is a word of the language, and never the same word."""
    for language in SPELT:
        fix = correction(word, language)
        if fix is not None:
            assert fix != fold(word, language)
            assert all(is_known(fold(part, language), language) for part in fix.split())


def test_lists_are_large_and_ranked() -> None:
    """Every language's list holds its common words before the rare ones."""
    for language, common, rare in (
        ("en", "work", "abacus"),
        ("de", "arbeit", "abakus"),
        ("fr", "travail", "abaissa"),
        ("es", "trabajo", "ábaco"),
    ):
        assert len(ranks(language)) > 100_000
        assert ranks(language)[common] < ranks(language)[rare]
