"""Slips of grammar, voice and wording are found in many words; what only looks like one is not."""

from dataclasses import replace

import pytest

from ai_agents.checks.catalogue import run_rules
from ai_agents.checks.lexicon import word_pairs_in_order
from ai_agents.vocabulary import Dimension
from tests.support.resumes import EARLIER, Post, Recipe, facts_of


def said_of(bullet: str, language: str = "en") -> set[str]:
    """Return the rules of tone that speak about a past position with this bullet first."""
    posts = (Post(), replace(EARLIER, bullets=(bullet, *EARLIER.bullets)))
    facts = facts_of(replace(Recipe(), posts=posts, language=language))
    return {finding.rule for finding in run_rules(facts, (Dimension.TONE,))}


BAD = {
    "confused-word": (
        "Presented there findings to the board",
        "Helped families reach they're goals",
        "Raised more money then planned for the shelter",
        "Improved the moral of the night crew",
        "Kept the pipeline form breaking",
        "Moved data form Oracle to Postgres",
        "Reported to the vice principle of the school",
        "Gave clients advise on pensions",
        "Could of closed the deal sooner",
        "Measured the affect of the new layout",
        "The outage effected 40 customers",
        "Guided a team threw a merger",
        "Took on a leadership roll in the lab",
        "Supervised 12 military personal",
        "Trained staff on you're behalf",
        "Designed and lead the rollout",
        "Did not loose a single client",
        "Asked weather the parts would fit",
        "Reviewed it's budget every month",
        "Raised funds in access of $40,000",
        "Gathered feedback form users each week",
    ),
    "agreement": (
        "The reports was filed every month",
        "Checked that the machines was safe",
        "Managers has praised the new layout",
        "Each tickets was closed in a day",
        "Helped several client with returns",
        "Kept records that was used in court",
        "Many customer came back",
        "The printer were out of order twice",
        "Did not missed a deadline",
        "Able to reduced costs by 9%",
        "Two server was replaced",
        "There was three incidents last year",
        "In charge of organize the shifts",
        "Found a more cheaper supplier",
    ),
    "article-a-an": (
        "Wrote an user manual",
        "Led a hour of training each week",
        "Earned an European award",
        "Hired a HR assistant",
        "Bought a 8 tonne truck",
        "Ran an one day workshop",
        "Kept a up-to-date list",
        "Wrote an Flask service",
    ),
    "tense-flip": (
        "Manages the loading dock",
        "Oversee a crew of 14",
        "Audit inventories of 12 stores",
        "Support users on 3 sites",
        "Answer calls from 60 guests a day",
        "Bend and fit pipes of 3 sizes",
    ),
    "duty-phrase": ("My duties were to greet guests", "In charge of the cash office"),
    "weak-opener": ("Took part in sales calls", "Contributed to the roadmap"),
    "passive-voice": ("Was asked to count stock", "Invoices were processed by the office"),
    "casual-language": ("Fixed tons of bugs", "Sold bikes and stuff", "Got rid of old stock"),
    "first-person": ("Grew our sales by 12%", "In this role I've trained 40"),
    "exclamation": ("Won 3 awards in one year!", "Grew sales by 30%!!"),
}
GOOD = (
    "Ensured it's safe to run",
    "Effected a 20% cut in costs",
    "Ran a three year program and led 5 teams",
    "Wrote many customer led designs",
    "Led the rollout of the principle of least privilege",
    "Moved the form fields to a new page",
    "Managed sales and lead generation for 3 teams",
    "Built a UI, an API, a one-page site and an hourly report",
    "Closed a $8 million deal and an $80 million fund",
    "Taught a unit on Unix, a Unity class and an undergraduate lab",
    "Kept an 11-person crew and a 10-person crew",
    "Advised May and June on their wills",
    "Studied how weather affects yield and the effect of rain",
    "Wrote one of the reports that was used in court",
    "Kept a list of doors was easy to read",
    "Sold 30,000 tons of steel and hired people to stuff envelopes",
    "Ran Responsible AI reviews for 3 teams",
    "Won Phase I and Type I trial sites",
    "Polish customers rose by 9%",
    "Design reviews of 40 parts were passed by 3 teams",
    "The team were trained and the staff are certified in 3 trades",
    "Was promoted to shift lead after 9 months",
    "Lead Engineer for 3 plants and 40 people",
    "Kept the MySQL and .NET hosts of github.com/my-shop up for 40 teams",
)


@pytest.mark.parametrize(
    ("rule", "bullet"), [(rule, bullet) for rule, bullets in BAD.items() for bullet in bullets]
)
def test_a_slip_is_found_in_many_words(rule: str, bullet: str) -> None:
    """Slips of one kind are found whatever words they are made of."""
    assert rule in said_of(bullet)


@pytest.mark.parametrize("bullet", GOOD)
def test_what_is_right_is_left_alone(bullet: str) -> None:
    """Names, compounds, numbers, homographs and idioms that look like a slip are none."""
    assert said_of(bullet) <= {"passive-voice"}


@pytest.mark.parametrize(
    ("language", "bullet", "rule"),
    [
        ("de", "Ich habe den Verkauf geleitet", "first-person"),
        ("de", "Zuständig für die Ausbildung", "duty-phrase"),
        ("fr", "J’ai dirigé une équipe de vente", "first-person"),
        ("fr", "En charge de la formation", "duty-phrase"),
        ("es", "Yo dirigí la tienda", "first-person"),
        ("es", "Encargado de la caja", "duty-phrase"),
        ("it", "Mi occupavo di vendite", "duty-phrase"),
        ("pt", "Eu vendi seguros", "first-person"),
        ("nl", "Verantwoordelijk voor de kas", "duty-phrase"),
        ("nl", "Ik heb verkocht", "first-person"),
    ],
)
def test_voice_is_judged_in_its_own_language(language: str, bullet: str, rule: str) -> None:
    """First person and duty phrases are known in seven languages."""
    assert rule in said_of(bullet, language)


def test_a_title_is_no_duty() -> None:
    """'Responsable de magasin' as a line of its own is a title."""
    posts = (Post(), replace(EARLIER, bullets=("Responsable de magasin à Lyon",), bullet=False))
    facts = facts_of(replace(Recipe(), posts=posts, language="fr"))
    assert "duty-phrase" not in {f.rule for f in run_rules(facts, (Dimension.TONE,))}


def test_every_confusion_names_what_was_meant() -> None:
    """Each entry of the list holds the right word and a pattern with the wrong one in it."""
    for wrong, rest in word_pairs_in_order("confusions_en"):
        right, colon, pattern = rest.partition(":")
        assert colon
        assert right.strip()
        assert any(word.strip()[:4] in pattern for word in wrong.split("|"))
