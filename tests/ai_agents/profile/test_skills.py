"""Skills are names: levels, years, group names and spoken languages are not."""

import pytest

from ai_agents.models import Line
from ai_agents.profile.skills import read_skills, skills_confidence


def _lines(*rows: tuple[str, ...], bold: tuple[int, ...] = ()) -> list[Line]:
    return [
        Line(id=n, text="  ".join(row), parts=row, bold=n in bold, size=10.0)
        for n, row in enumerate(rows, start=1)
    ]


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Kotlin (3 years), Scala, etc.", ["Kotlin", "Scala"]),
        ("HTML 5 CSS jQuery MongoDB", ["HTML 5", "CSS", "jQuery", "MongoDB"]),
        ("Microsoft Office Suite", ["Microsoft Office Suite"]),
        ("Teamwork: led six people through two changes of the plant", ["Teamwork"]),
        ("Rust（2年）: 組込み開発（Linux, QEMU）", ["Rust"]),
        ("Languages: English (native), Dutch (B2)", []),
        ("Languages: Java, C#", ["Java", "C#"]),
        ("LAT X, Word", ["LaTeX", "Word"]),
    ],
)
def test_a_line_of_skills(text: str, skills: list[str]) -> None:
    """Each form of list gives the names alone."""
    assert read_skills(_lines((text,))) == skills


def test_levels_beside_skills_are_dropped() -> None:
    """'Skill   4+ yrs' rows give the skill, cut names are joined, languages left out."""
    rows = (("Welding", "4+ yrs"), ("Sheet metal/", "3+ yrs"), ("Forming",), ("Dutch", "C1"))
    assert read_skills(_lines(*rows)) == ["Welding", "Sheet metal/Forming"]


def test_bold_group_names_are_no_skills() -> None:
    """A bold line above plain lists names the group."""
    rows = (("Office",), ("Excel, Word",), ("Drawing",), ("Revit, AutoCAD",))
    assert read_skills(_lines(*rows, bold=(1, 3))) == ["Excel", "Word", "Revit", "AutoCAD"]


def test_sentences_are_less_sure_than_names() -> None:
    """Confidence falls where the items read like sentences."""
    names, prose = ("Go", "SQL", "Git"), ("able to work in a team", "used to do x", "be on time")
    assert skills_confidence(names) > skills_confidence(prose)
