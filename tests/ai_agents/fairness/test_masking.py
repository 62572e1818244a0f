"""Who the person is stands nowhere in what rules and models see; what they did all stays."""

import pytest

from ai_agents.fairness.masking import mask
from ai_agents.fairness.placeholders import PLACEHOLDER, readable
from ai_agents.profile.extract import extract_profile
from tests.support.documents import resume

RESUME = """\
Maya Chen (she/her)
maya.chen1990@example.org | +1 415 555 0142 | 12 Oak Street, Oakland, CA 94601
linkedin.com/in/mayachen | Date of birth: 12 March 1990 | Nationality: German | married

Summary
Maya Chen is an operations manager. She leads two teams and her work is known. Based in Oakland.

Experience
Operations Manager, Northwind Foods, Oakland
Jan 2019 - Present
- Led a team of 12 clerks; Chen's plan cut waste by 18 % in two years
- Elected chairwoman of the works council and captain of the women's rowing team
- Wrote code at github.com/mayachen/planner

Education
Bachelor of Science in Business, Harbor State University, Jun 2012
Tutor at Harbor State University

Skills
Stock planning, Excel, SAP
"""
SECRETS = "maya chen 1990 0142 oak 94601 german married she her chairwoman women harbor 2012"
TAIL = "- Kept the stock of twelve stores in order for five years in a row\n\nSkills\nExcel, SAP\n"


def masked_text(text: str) -> str:
    """Return the masked lines of a resume as a model would read them."""
    document = resume(text)
    masked, _ = mask(document, extract_profile(document))
    return "\n".join(masked.for_model(line.id) for line in document.lines)


def in_a_bullet(text: str, name: str = "Sam Rivera") -> str:
    """Return the masked resume of somebody with a bullet that says this."""
    return masked_text(f"{name}\n\nExperience\nClerk, Acme GmbH, 2015 - 2019\n- {text}\n{TAIL}")


def test_nothing_that_identifies_the_person_is_left() -> None:
    """Name, address, pronouns, birth, family, school and years of study are gone everywhere."""
    told = masked_text(RESUME).lower()
    words = "".join(char if char.isalnum() else " " for char in told).split()
    assert [secret for secret in SECRETS.split() if secret in words] == []
    assert "mayachen" not in told


def test_the_work_is_all_there() -> None:
    """Positions, employers, dates of work, results and skills are what they were."""
    told = masked_text(RESUME)
    for kept in (
        "Operations Manager, Northwind Foods, Oakland",
        "Jan 2019 - Present",
        "Led a team of 12 clerks; [name] plan cut waste by 18 % in two years",
        "Elected chairperson of the works council and captain of the people's rowing team",
        "Bachelor of Science in Business, [school], Jun [graduation year]",
        "Stock planning, Excel, SAP",
    ):
        assert kept in told


def test_masking_keeps_the_shape() -> None:
    """Line ids, pages, boxes and looks stay; the file's name does not."""
    document = resume(RESUME, "maya-chen.txt")
    masked, originals = mask(document, extract_profile(document))
    after = masked.document
    words = {"text", "parts"}
    for before, now in zip(document.lines, after.lines, strict=True):
        assert before.model_dump(exclude=words) == now.model_dump(exclude=words)
    assert after.source.name == "resume"
    assert {item.line for item in originals.items} == {
        line.id for line, now in zip(document.lines, after.lines, strict=True) if line != now
    }


def test_the_masked_profile_has_no_identity() -> None:
    """Fields of identity are empty; that a school is there is still known, not which."""
    document = resume(RESUME)
    masked, _ = mask(document, extract_profile(document))
    profile = masked.profile
    assert (profile.name, profile.email, profile.phone, profile.location) == (None,) * 4
    assert profile.links == ()
    assert [readable(entry.institution or "") for entry in profile.education[:1]] == ["[school]"]
    assert profile.education[0].end == "2000-06"
    assert [entry.start for entry in profile.experience] == ["2019-01"]
    assert masked.contact.has_name
    assert masked.contact.has_location


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Cary Grant", "Grant writing; won a grant of 2 million", None),
        ("Cary Grant", "Cary Grant led the team", "[name] led the team"),
        ("Will Young", "Young people will learn", None),
        ("May Lee", "May 2019 to June 2020", None),
        ("Emily Baker", "Head baker of Baker Hughes", None),
        ("Grace Kim", "Grace led two teams", "[name] led two teams"),
        ("Ana de la Cruz", "ANA DE LA CRUZ", "[name]"),
        ("José Núñez", "Jose Nunez's team", "[name] team"),
        ("Conor O'Brien", "O’BRIEN, C. (2019)", "[name]. (2019)"),
        ("Li Wei", "Designed a Li-ion pack", None),
    ],
)
def test_a_name_is_masked_and_the_same_word_elsewhere_is_not(
    name: str, text: str, told: str | None
) -> None:
    """Names that are words are masked only where nothing else can be meant."""
    assert f"- {told or text}" in in_a_bullet(text, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She led her team herself", "He led his team himself"),
        ("Praised by her manager", "Praised by his manager"),
        ("Worked as a saleswoman and waitress", "Worked as a salesman and waiter"),
        ("Took paternity leave", "Took maternity leave"),
        ("Coached the boys' team of Mr. Ford", "Coached the girls' team of Mrs. Ford"),
        ("Guided a son", "Guided a daughter"),
    ],
)
def test_gendered_words_look_alike(one: str, other: str) -> None:
    """Behind the mask nothing tells whether a man or a woman is meant."""
    assert in_a_bullet(one) == in_a_bullet(other)


@pytest.mark.parametrize(
    "text",
    [
        "women's health", "HIS interface engine", "motherboards", "Smith & Sons",
        "maternity ward", "MS Excel and Ms Excel", "a 20-year-old codebase", "race conditions",
    ],
)  # fmt: skip
def test_words_of_work_are_no_identity(text: str) -> None:
    """Subjects, systems and firms are not taken for gender, age or origin."""
    assert f"Worked on {text}" in in_a_bullet(f"Worked on {text}")


def test_years_of_study_keep_their_order_and_form() -> None:
    """Rules see when one study followed another and how dates are printed, not when that was."""
    text = (
        "Sam Rivera\n\nExperience\nClerk, Acme GmbH, 2015 - 2019\n"
        f"{TAIL}\nEducation\nMSc, North University, Sep {{}} - 06/{{}}\nBSc, South College, {{}}\n"
    )
    shown = []
    for shift in (0, 31):
        document = resume(text.format(2012 - shift, 2014 - shift, 2011 - shift))
        masked, _ = mask(document, extract_profile(document))
        shown.append([readable(line.text) for line in masked.document.lines])
    assert shown[0] == shown[1]
    assert "MSc, [school], Sep 1998 - 06/2000" in shown[0]
    assert "BSc, [school], 1997" in shown[0]


def test_a_placeholder_is_one_inert_word() -> None:
    """Whatever it hides, it is three letters long and holds neither digit nor dictionary word."""
    document = resume(RESUME)
    masked, originals = mask(document, extract_profile(document))
    assert originals.items
    for found in PLACEHOLDER.finditer(masked.document.text):
        assert len(found[0]) == 3
        assert not any(char.isdigit() for char in found[0])
