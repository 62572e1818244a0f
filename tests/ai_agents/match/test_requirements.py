"""From a posting to what it asks for: kinds, importance, choices, and what asks for nothing."""

import pytest

from ai_agents.match.posting import title_of
from ai_agents.match.requirements import MOST, asked_in
from ai_agents.vocabulary import RequirementKind as Kind
from tests.support.jobs import JOB, OPENING, asked, posting


def terms(*lines: str) -> list[tuple[str, ...]]:
    """Return the terms of what these lines ask for."""
    return [one.ask.topic.terms for one in asked(*lines)]


def test_headings_decide_what_is_required_what_is_a_plus_and_what_asks_for_nothing() -> None:
    """The company and its benefits ask for nothing."""
    found = asked_in(posting(JOB))
    assert [(one.ask.kind, one.required) for one in found] == [
        (Kind.ROLE, True),
        (Kind.YEARS, True),
        (Kind.DEGREE, True),
        (Kind.TOOL, True),
        (Kind.TOOL, True),
        (Kind.LANGUAGE, True),
        (Kind.CERTIFICATE, True),
        (Kind.TOOL, False),
    ]
    assert title_of(posting(JOB)) == "Store Manager"


@pytest.mark.parametrize(
    ("line", "required"),
    [
        ("Python is a plus", False),
        ("Knowledge of Python preferred", False),
        ("Python-Kenntnisse von Vorteil", False),
        ("Python serait un plus", False),
        ("Se valorará Python", False),
        ("Python", True),
        ("Python is required", True),
    ],
)
def test_words_decide_before_the_heading(line: str, required: bool) -> None:  # noqa: FBT001 - a case
    """'A plus' under Requirements is a plus."""
    assert [one.required for one in asked(line)] == [required]


def test_one_sentence_may_hold_both() -> None:
    """What follows 'preferably' or stands in brackets with 'preferred' is a plus."""
    both = asked("Bachelor's degree in Law (Master's degree preferred)")
    assert [(one.ask.level, one.required) for one in both] == [(4, True), (5, False)]
    both = asked("Experience with SAP, ideally S/4HANA", "Fluent English, Spanish a plus")
    assert [one.required for one in both] == [True, True, False]


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("Python and SQL", [("Python",), ("SQL",)]),
        ("React, Vue or Angular", [("React", "Vue", "Angular")]),
        ("databases such as MySQL, Oracle", [("databases", "MySQL", "Oracle Database")]),
        ("BI tools (Tableau, Power BI)", [("business intelligence", "Tableau", "Power BI")]),
        ("Java/Kotlin", [("Java", "Kotlin")]),
    ],
)
def test_lists_are_taken_apart_and_choices_kept_together(
    line: str, choices: list[tuple[str, ...]]
) -> None:
    """'and' asks for each, 'or' and 'such as' for any."""
    assert terms(f"Experience with {line}") == choices


@pytest.mark.parametrize(
    ("line", "months", "topic"),
    [
        ("5+ years of experience in web development", 60, ("web development",)),
        ("At least three years of nursing experience", 36, ("patient care",)),
        ("2-4 years with SAP", 24, ("SAP",)),
        ("Mindestens 3 Jahre Berufserfahrung in der Buchhaltung", 36, ("accounting",)),
        ("5 ans d'expérience en comptabilité", 60, ("accounting",)),
        ("Experiencia mínima de 2 años en ventas", 24, ("sales",)),
        ("6 months of experience in a warehouse", 6, ("warehouse",)),
    ],
)
def test_lengths_of_experience_are_read_in_four_languages(
    line: str, months: int, topic: tuple[str, ...]
) -> None:
    """A number or a word, a range by its lower end, and what the years are asked in."""
    (one,) = asked(line)
    assert (one.ask.kind, one.ask.months, one.ask.topic.terms) == (Kind.YEARS, months, topic)


def test_an_age_is_no_experience() -> None:
    """'18 years of age' asks for no work."""
    assert all(one.ask.kind is not Kind.YEARS for one in asked("At least 18 years of age"))


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("High school diploma or GED", 1),
        ("Abgeschlossene Ausbildung als Elektroniker", 2),
        ("BS/MS degree in Computer Science", 4),
        ("B.Sc. in Biology", 4),
        ("Titulación universitaria en Derecho", 4),
        ("MBA", 5),
        ("Master's degree in Finance", 5),
        ("Ph.D. in Physics", 6),
    ],
)
def test_degrees_have_the_lowest_level_that_is_asked(line: str, level: int) -> None:
    """Levels run from school (1) to doctorate (6)."""
    assert [one.ask.level for one in asked(line)] == [level]


@pytest.mark.parametrize("line", ["MS Office", "Master data management", "Certified Scrum Master"])
def test_words_that_also_name_a_degree_need_one_beside_them(line: str) -> None:
    """MS is Microsoft here, and no master's degree."""
    assert all(one.ask.kind is not Kind.DEGREE for one in asked(line))


@pytest.mark.parametrize(
    ("line", "languages"),
    [
        ("Fluent English", [("en", 4)]),
        ("German B2 and French C1", [("de", 3), ("fr", 4)]),
        ("Sehr gute Deutschkenntnisse", [("de", 3)]),
        ("Maîtrise de l'anglais", [("en", 4)]),
        ("Nivel alto de inglés", [("en", 3)]),
        ("Native Spanish speaker", [("es", 5)]),
    ],
)
def test_languages_come_with_their_level(line: str, languages: list[tuple[str, int]]) -> None:
    """Levels 1–5 follow the European scale."""
    assert [(one.ask.language, one.ask.level) for one in asked(line)] == languages


def test_a_school_subject_is_no_language() -> None:
    """'English literature' asks for no English."""
    found = asked("Degree in English literature", "Teaching French history")
    assert all(one.ask.kind is not Kind.LANGUAGE for one in found)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Valid CPA", "CPA"),
        ("Active RN license", "RN"),
        ("Führerschein Klasse B", "driver's license"),
        ("Permis B exigé", "driver's license"),
        ("PMP certification", "PMP"),
    ],
)
def test_certificates_are_known_by_all_their_names(line: str, name: str) -> None:
    """Licences, registrations and certificates in four languages."""
    (one,) = asked(line)
    assert (one.ask.kind, one.ask.topic.terms) == (Kind.CERTIFICATE, (name,))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("K8s", "Kubernetes"),
        ("CI/CD", "continuous integration"),
        ("EHR", "electronic health records"),
        ("EMR", "electronic medical records"),
        ("P&L", "profit and loss"),
        ("SEO", "search engine optimization"),
        ("CRM", "customer relationship management"),
        ("B2B", "business-to-business"),
        ("POS", "point of sale"),
        ("HVAC", "heating, ventilation and air conditioning"),
        ("PLC", "programmable logic controller"),
        ("IFRS", "International Financial Reporting Standards"),
        ("GAAP", "generally accepted accounting principles"),
        ("ICU", "intensive care unit"),
        ("GDPR", "data protection"),
        ("A/P", "accounts payable"),
        ("M&A", "mergers and acquisitions"),
        ("Buchhaltung", "comptabilité"),
        ("data visualisation", "data visualization"),
    ],
)
def test_short_and_long_forms_are_one_skill(short: str, long: str) -> None:
    """Also across languages and spellings."""
    assert terms(f"Experience with {short}") == terms(f"Experience with {long}")


@pytest.mark.parametrize(
    ("line", "name", "there"),
    [
        ("Python, R, SQL", "R", True),
        ("Experience in R and Stata", "R", True),
        ("R&D experience", "R", False),
        ("Write C and C++", "C", True),
        ("Vitamin C supplements", "C", False),
        ("Services written in Go", "Go", True),
        ("Go the extra mile for customers", "Go", False),
        ("go-to-market planning", "Go", False),
        ("SAS or SPSS", "SAS", True),
        ("Excel in a busy office", "Excel", False),
        ("Advanced Excel", "Excel", True),
    ],
)
def test_names_that_are_also_words_count_only_where_they_are_names(
    line: str,
    name: str,
    there: bool,  # noqa: FBT001 - a case
) -> None:
    """Short names need their spelling and a list or a word like 'in' beside them."""
    assert any(name in one.ask.topic.terms for one in asked(line)) is there


def test_duties_are_asked_as_duties() -> None:
    """Each bullet under Responsibilities is one duty, whatever it names."""
    found = asked(
        "Prepare monthly financial statements", "Train new staff", heading="Responsibilities"
    )
    assert [one.ask.kind for one in found] == [Kind.DUTY, Kind.DUTY]


def test_prose_about_the_role_asks_only_where_it_says_so() -> None:
    """What the company does and is proud of asks for nothing."""
    text = (
        f"{OPENING}Our team is proud of forty years of experience in baking. "
        "We are looking for a baker with 3 years of experience in a bakery. "
        "We are an equal opportunity employer regardless of race or religion."
    )
    assert [one.ask.months for one in asked_in(posting(text))] == [36]


def test_what_is_asked_twice_counts_once_and_as_required() -> None:
    """Required anywhere is required."""
    text = f"{OPENING}Nice to have\n- SQL\n\nRequirements\n- Good SQL\n- SQL\n"
    assert [(one.ask.text, one.required) for one in asked_in(posting(text))] == [("SQL", True)]


def test_words_no_lexicon_knows_are_asked_as_they_stand() -> None:
    """A new tool or an odd duty is still a requirement."""
    found = asked("Experience with Quibblewise and falconry", "Able to tame wild geese")
    assert [one.ask.text for one in found] == ["Quibblewise", "falconry", "tame wild geese"]


def test_wrapped_bullets_are_one_item() -> None:
    """A word cut at the line's end is put together again."""
    text = (
        f"{OPENING}Requirements\n"
        "- Sound experience with React, Vue.js and also with Angu-\n"
        "lar.js\n- Git\n"
    )
    names = [one.ask.topic.terms for one in asked_in(posting(text))]
    assert names[-2:] == [("Angular",), ("Git",)]


def test_an_endless_list_is_cut() -> None:
    """Nobody reads more requirements than this."""
    names = [f"quorb{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    assert len(asked(*names)) == MOST


def test_a_text_that_asks_for_nothing_gives_nothing() -> None:
    """A letter is no posting."""
    assert asked_in(posting("Dear all, the meeting on Monday is moved to Friday. " * 4)) == ()
