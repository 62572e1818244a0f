"""Studies are read date first or last, school first or last, with or without a school word."""

import pytest

from ai_agents.models import Line
from ai_agents.profile.education import read_education


def _read(
    *rows: str, bold: tuple[int, ...] = ()
) -> list[tuple[str | None, str | None, str | None]]:
    lines = [
        Line(
            id=n,
            text=row.replace("\t", "  "),
            parts=tuple(row.split("\t")),
            bold=n in bold,
            bullet=row[0] if row[0] in "•-" else None,
        )
        for n, row in enumerate(rows, start=1)
    ]
    entries = read_education(lines)
    return [(e.institution, " ".join(x for x in (e.degree, e.field) if x), e.end) for e in entries]


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        (
            "2010 – 2012\tMaster of Arts in History, Kinvara, Cork, Ireland",
            ("Kinvara", "Master of Arts History", "2012"),
        ),
        (
            "BSCS, Lakeside University\t2015",
            ("Lakeside University", "BSCS", "2015"),
        ),
        (
            "Diploma in Nursing (College of Health)\t2011 - 2013",
            ("College of Health", "Diploma Nursing", "2013"),
        ),
        ("2009.09 - 2013.06\t硕士, 青山大学, 土木工程", ("青山大学", "硕士", "2013-06")),
        ("2006年3月\t北海高等学校 卒業", ("北海高等学校", "", "2006-03")),
    ],
)
def test_one_line_entries(row: str, entry: tuple[str, str, str]) -> None:
    """Degree, school and place on one line come apart at the right commas and brackets."""
    assert _read(row) == [entry]


def test_dates_above_their_entry() -> None:
    """Where each entry begins with its date, the date is not given to the one before."""
    rows = ("2014 - 2016", "M. Sc. Geology", "Universität Nord", "2011 - 2014", "B. Sc. Geology")
    assert _read(*rows, "Universität Süd") == [
        ("Universität Nord", "M.Sc. Geology", "2016"),
        ("Universität Süd", "B.Sc. Geology", "2014"),
    ]


def test_remarks_are_no_entries() -> None:
    """Theses, honours and course lists below an entry add neither degree nor school."""
    rows = (
        "Hillside College\t2010 – 2014",
        "Bachelor of Science in Botany",
        "Bachelor thesis: mosses of the master garden",
        "• Honors: Dean's List, School Prize",
    )
    assert _read(*rows) == [("Hillside College", "Bachelor of Science Botany", "2014")]


def test_a_school_without_a_school_word() -> None:
    """A dated name beside a degree is the school though no word says so."""
    rows = (
        "2018 – 2020\tKTH Stockholm",
        "Robotics (M.Sc.)",
        "2015 – 2018\tKTH Stockholm",
        "Physics (B.Sc.)",
    )
    assert [entry[:2] for entry in _read(*rows)] == [
        ("KTH Stockholm", "Robotics (M.Sc.)"),
        ("KTH Stockholm", "Physics (B.Sc.)"),
    ]


def test_a_row_may_name_neither_degree_nor_school() -> None:
    """Where other entries begin with the degree, two names without a known word do too."""
    rows = (
        "2003 - 2004\tMediatrice culturale",
        "Comunità Incontro onlus",
        "• front office",
        "settembre 1996 - giugno 2001\tLaurea in Lettere",
        "Università di Bologna, facoltà di Lettere",
    )
    assert [entry[:2] for entry in _read(*rows)] == [
        ("Comunità Incontro onlus", "Mediatrice culturale"),
        ("Università di Bologna, facoltà di Lettere", "Laurea Lettere"),
    ]


def test_what_follows_a_remark_begins_another_entry() -> None:
    """A degree below the text of a complete entry is not that entry's."""
    rows = (
        "Evening class: Chinese",
        "Some School, September 2015 – June 2016",
        "Reached the level that a stay of three months in the country asks for.",
        "Bachelor of Science in Botany",
        "Hill University, September 2009 – June 2012",
    )
    assert [entry[:2] for entry in _read(*rows)] == [
        ("Some School", "Evening class: Chinese"),
        ("Hill University", "Bachelor of Science Botany"),
    ]


def test_a_school_behind_its_preposition() -> None:
    """'Licence de droit de l'Université de Nice' names both."""
    row = "2005\tLicence Informatique, de l’Université de Nouvelle-Calédonie"
    assert _read(row) == [("Université de Nouvelle-Calédonie", "Licence Informatique", "2005")]
    assert _read("Master of Arts @Universität Süd\t2012 - 2014")[0][:2] == (
        "Universität Süd",
        "Master of Arts",
    )


def test_a_timeline_prints_the_end_above_the_start() -> None:
    """The lone year in the next row is where the studies began; a faculty is no second school."""
    rows = ("2024.06\t北海大学 · 信息学院 · 计算机专业", "2020.09\tGPA: 5 / 5")
    assert _read(*rows) == [("北海大学", "计算机专业", "2024-06")]


def test_a_faculty_is_a_part_of_the_school() -> None:
    """'Факультет …' below a school is no second school; it stands for the subject of study."""
    assert _read(
        "Высшее", "Северный технический университет\t2012", "Факультет механики, Строительство"
    ) == [("Северный технический университет", "Факультет механики, Строительство", "2012")]


def test_the_only_date_of_a_line_is_its_end() -> None:
    """A year inside a short line dates the entry, even with marks and grades behind it."""
    assert _read("B.Tech from Lakeside Institute of Technology, 2015 with 78%")[0][2] == "2015"


def test_one_degree_named_twice_is_one_entry() -> None:
    """'Master of Science - MS' is a degree and its short form."""
    rows = ("Lakeside University", "Master of Science - MS, Statistics\t2010 - 2012")
    assert _read(*rows) == [("Lakeside University", "Master of Science - MS Statistics", "2012")]
