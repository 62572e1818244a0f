"""Numbers that measure are told from those that date, name or count time, in every language."""

from dataclasses import replace

import pytest

from ai_agents.checks.catalogue import run_rules
from ai_agents.checks.figures import figures, has_quantity
from ai_agents.vocabulary import Dimension
from tests.support.resumes import EARLIER, Post, Recipe, facts_of

MEASURES = [
    ("en", "Cut costs by 14%"),
    ("en", "Managed 12 stores"),
    ("en", "Managed Over 12 Stores"),
    ("en", "MANAGED 12 STORES"),
    ("en", "Raised $2.4 million"),
    ("en", "Doubled the output"),
    ("en", "Grew sales 20–30 percent"),
    ("en", "Cut returns by 10-15%"),
    ("en", "Served 2000 customers"),
    ("en", "Sold over 2019 units"),
    ("en", "Led a team of 5"),
    ("en", "Led a team (12 people)"),
    ("en", "Reduced latency from 5s to 2 s"),
    ("en", "Ran a 30-bed ward"),
    ("en", "Led a ten-person team"),
    ("en", "Rated 4.8/5 by clients"),
    ("en", "Ranked 1st of 40 students"),
    ("en", "Ranked #1 in sales"),
    ("en", "Migrated 40 Office 365 tenants"),
    ("en", "Cut lead time from 5 days to 2 days"),
    ("en", "Delivered the project in 6 months"),
    ("en", "Extended asset life by 5 years"),
    ("en", "Saved 1,200 hours per year"),
    ("en", "Scaled to 10M users"),
    ("en", "Answered up to 60 calls a day"),
    ("de", "Steigerte den Umsatz um 12 %"),
    ("de", "Leitung eines Teams mit 12 Mitarbeitern"),
    ("de", "Budgetverantwortung von 2 Mio. €"),
    ("de", "Leitete sechs Filialen"),
    ("fr", "Gestion d'un budget de 1 200 000 €"),
    ("fr", "Encadrement de douze personnes"),
    ("es", "Dirigí un equipo de 12 personas"),
    ("ja", "売上を20%向上"),
    ("ja", "5名のチームをマネジメント"),
    ("zh", "管理10人团队"),
    ("ru", "Увеличил продажи на 20%"),
]
NAMES = [
    ("en", "Worked with Python 3 and Java 8"),
    ("en", "Joined in 2019"),
    ("en", "Summer 2019 internship, 2018 to 2019"),
    ("en", "Prepared 2019 sales reports"),
    ("en", "On call 24/7"),
    ("en", "Worked shifts 9-5, Mon–Fri 9:00 to 5 p.m."),
    ("en", "Led Phase 2"),
    ("en", "Migrated to Windows 10 and Office 365"),
    ("en", "Office 365 migration of the company"),
    ("en", "Prepared ISO 9001 audits"),
    ("en", "Passed SOC 2 audits"),
    ("en", "Taught Level 3 students"),
    ("en", "Administered Section 8 housing"),
    ("en", "Reported from 03/2019 to 05/2020"),
    ("en", "Managed COVID-19 protocols"),
    ("en", "Built 3D models, tested 5G modules, edited 4K video"),
    ("en", "Called +1 (415) 555-0142"),
    ("en", "Taught CS 101"),
    ("en", "Designed three-tier architectures with two-factor login"),
    ("en", "Clerk on 2nd shift"),
    ("en", "Upgraded to Angular 12"),
    ("en", "Covered Fortune 500 accounts"),
    ("en", "Wrote v2.3.1 of the tool"),
    ("en", "Updated Form 990 in Building 12 for Team 7"),
    ("de", "Arbeit im 2. Stock"),
    ("de", "Prüfung nach DIN EN 9001, Klasse 5 unterrichtet"),
    ("ja", "2019年に入社、第3章を担当"),
]
TIME = [
    ("en", "Gained 5 years of experience in stock control"),
    ("en", "Over 10 years in retail"),
    ("en", "5+ years of Java"),
    ("en", "Wrote a 40-page manual"),
    ("en", "Worked for 6 months in Spain"),
    ("en", "Taught 5-year-old children"),
    ("de", "10 Jahre Erfahrung im Vertrieb"),
    ("fr", "5 ans d'expérience"),
    ("ja", "5年の経験"),
]


@pytest.mark.parametrize(("language", "text"), MEASURES)
def test_a_number_that_says_how_much_is_a_figure(language: str, text: str) -> None:
    """Amounts, shares, sizes, ranks and changes measure."""
    assert figures(text, language)


@pytest.mark.parametrize(("language", "text"), NAMES)
def test_a_number_that_names_is_no_quantity(language: str, text: str) -> None:
    """Years, times, versions, standards, teams and phone numbers measure nothing."""
    assert figures(text, language) == ()
    assert not has_quantity(text, language)


@pytest.mark.parametrize(("language", "text"), TIME)
def test_time_served_is_a_quantity_but_no_result(language: str, text: str) -> None:
    """Years, ages and pages are true numbers: not remarked, not counted as results."""
    assert figures(text, language) == ()
    assert has_quantity(text, language)


def rules_said(text: str, language: str) -> set[str]:
    """Return the rules of precise claims that speak about one bullet."""
    bullets = (*EARLIER.bullets[:2], text)
    recipe = replace(Recipe(language=language), posts=(Post(), replace(EARLIER, bullets=bullets)))
    found = run_rules(facts_of(recipe), (Dimension.ACHIEVEMENT_RELEVANCE,))
    return {item.rule for item in found if any(text in e.text for e in item.evidence)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Trained various colleagues in safety"),
        ("en", "Ran a wide range of workshops for teachers"),
        ("en", "Wrote hundreds of letters to patients"),
        ("de", "Schulte mehrere Kollegen in Arbeitssicherheit"),
        ("fr", "Animation de plusieurs ateliers pour enseignants"),
        ("es", "Formé a varios compañeros en seguridad"),
        ("nl", "Begeleidde verschillende collega's op de werkvloer"),
    ],
)
def test_a_word_in_the_place_of_a_number_is_remarked(language: str, text: str) -> None:
    """'Several' and its kin leave the quantity open, in each language that is judged."""
    assert "vague-quantity" in rules_said(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Modelled many-to-many relations between orders and clients",
        "Answered as many as 40 calls a day",
        "Wrote thousands of lines and cut run time by 40%",
        "Sold several hundred tickets for 12 events",
    ],
)
def test_a_quantity_that_is_said_is_not_called_vague(text: str) -> None:
    """Terms and scales with a figure are left alone."""
    assert "vague-quantity" not in rules_said(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", "Cut stock losses with a monthly count", "result-without-figure"),
        ("en", "Planned the shifts with Python 3 in 2019", "bullet-unquantified"),
        ("de", "Senkung der Fehlerquote im Lager durch neue Abläufe", "result-without-figure"),
        ("de", "Planung der Schichten im Lager und am Empfang", "bullet-unquantified"),
        ("fr", "Réduction des erreurs de commande au dépôt", "result-without-figure"),
        ("ru", "Планировал смены на складе и в магазине", "bullet-unquantified"),
    ],
)
def test_a_line_without_a_figure_is_remarked_once(language: str, text: str, rule: str) -> None:
    """A claimed result is remarked as such, other lines as not measured; never both."""
    assert rules_said(text, language) == {rule}


def test_time_served_is_not_called_unmeasured() -> None:
    """'5 years' is a number: the line is not remarked."""
    assert rules_said("Gained 5 years of experience in stock control", "en") == set()
