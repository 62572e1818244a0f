"""Skills are names: levels, years, group names and spoken languages are not."""

import pytest

from ai_agents.models import Line
from ai_agents.profile.skills import read_skills, skills_confidence


def _lines(*rows: tuple[str, ...], bold: tuple[int, ...] = ()) -> list[Line]:
    return [
        Line(id=n, text="  ".join(row), parts=row, bold=n in bold, size=10.0)
        for n, row in enumerate(rows, start=1)
    ]


def _line(number: int, text: str) -> Line:
    return Line(id=number, text=text, parts=(text,))


def _row(*parts: str, starts: tuple[float, ...] = ()) -> Line:
    return Line(id=1, text="  ".join(parts), parts=parts, starts=starts)


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


def test_labels_beside_lists_are_no_skills() -> None:
    """A column of labels, a label in bold, or one in every cell: only what they head is listed."""
    beside = [
        _row("Cloud", "AWS", "Google Cloud", starts=(40.0, 120.0, 160.0)),
        _row("Office", "Excel", "Word", starts=(40.0, 120.0, 148.0)),
    ]
    assert read_skills(beside) == ["AWS", "Google Cloud", "Excel", "Word"]
    bold = Line(id=1, text="Tools Git, Jira", parts=("Tools Git, Jira",), lead="Tools")
    assert read_skills([bold]) == ["Git", "Jira"]
    cells = _row("Tools: Git, Jira", "Office: Excel, Word")
    assert read_skills([cells]) == ["Git", "Jira", "Excel", "Word"]


def test_a_grid_of_skills_has_no_labels() -> None:
    """Rows of two short cells at the same places are skills, both of them."""
    grid = [
        _row("Python", "Statistics", starts=(40.0, 120.0)),
        _row("Excel", "Forecasting", starts=(40.0, 120.0)),
    ]
    assert read_skills(grid) == ["Python", "Statistics", "Excel", "Forecasting"]


def test_names_over_sentences_are_the_skills() -> None:
    """Where each bold line is explained by a sentence, the sentence is no skill."""
    lines = [
        Line(id=1, text="Web Design", parts=("Web Design",), bold=True),
        _line(2, "Builds pages that load fast and read well on phones."),
        Line(id=3, text="Coaching", parts=("Coaching",), bold=True),
        _line(4, "Trained nine colleagues who now train others themselves."),
    ]
    assert read_skills(lines) == ["Web Design", "Coaching"]


def test_spoken_languages_are_no_skills() -> None:
    """'Languages: German, French' is told from 'Languages: Python, Go'."""
    assert read_skills([_line(1, "Languages: German (C1), French")]) == []
    assert read_skills([_line(1, "Languages: Python, Go")]) == ["Python", "Go"]


def test_a_word_cut_at_the_line_end_is_one_skill() -> None:
    """The hyphen of the cut goes, that of a compound stays."""
    lines = [
        _line(1, "Python, Process Improve-"),
        _line(2, "ment, Test-"),
        _line(3, "Driven Design"),
    ]
    assert read_skills(lines) == ["Python", "Process Improvement", "Test-Driven Design"]
