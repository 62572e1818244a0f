"""Positions are read from many forms of heads; what only looks like one is left."""

import pytest

from ai_agents.models import Document, Line, SourceFile
from ai_agents.profile.experience import read_experience
from ai_agents.profile.extract import extract_profile
from ai_agents.profile.typography import Typography

_SOURCE = SourceFile(name="a.txt", sha256="0" * 64, size_bytes=1, media_type="text/plain")
Position = tuple[str | None, str | None, str | None, str | None]


def _document(*rows: str, bold: tuple[int, ...] = ()) -> Document:
    lines = tuple(
        Line(
            id=n,
            text=row.replace("\t", "  "),
            parts=tuple(row.split("\t")),
            bold=n in bold,
            bullet=row[0] if row[0] in "•■" else None,
        )
        for n, row in enumerate(rows, start=1)
    )
    return Document(source=_SOURCE, lines=lines)


def _read(*rows: str, bold: tuple[int, ...] = ()) -> list[Position]:
    document = _document(*rows, bold=bold)
    entries = read_experience(list(document.lines), Typography(document))
    return [(e.title, e.employer, e.start, e.end) for e in entries]


def test_two_digit_years_date_a_position() -> None:
    """A head with 'Sep 15 - now' is a position; labelled lists below it are none."""
    rows = (
        "Site Engineer\tSep 15 - now",
        "Brick & Sons Ltd",
        "• Planned two bridges",
        "Tools include:",
        "• Revit",
    )
    assert _read(*rows, bold=(1, 2, 4)) == [
        ("Site Engineer", "Brick & Sons Ltd", "2015-09", "present")
    ]


def test_the_employer_in_brackets() -> None:
    """'Title (Firm GmbH)' names both; a remark in brackets stays with the title."""
    assert _read("Welder (Eisen GmbH)\t2012 - 2014", "Cook (Part-Time)\t2010 - 2012")[0][:2] == (
        "Welder",
        "Eisen GmbH",
    )


def test_a_firm_may_hold_a_word_for_a_job() -> None:
    """A legal form makes a name a firm's even when it says 'Partner'."""
    assert _read("Moser & Partner AG", "Buchhalter\t2012 - 2014")[0][:2] == (
        "Buchhalter",
        "Moser & Partner AG",
    )


def test_bulleted_heads_below_their_employer() -> None:
    """Where only bulleted lines are dated, those are the positions."""
    rows = (
        "Harbour Institute, Port College",
        "■ Research Assistant\tMay 2004 – May 2005",
        "• Measured tides",
    )
    assert _read(*rows) == [
        ("Research Assistant", "Harbour Institute, Port College", "2004-05", "2005-05")
    ]


def test_an_open_range_in_a_column_of_its_own() -> None:
    """'2019 -' beside a head means until now."""
    assert _read("2019-\tPlant Manager", "Kessel Corp.")[0] == (
        "Plant Manager",
        "Kessel Corp.",
        "2019",
        "present",
    )


def test_positions_are_found_without_any_heading() -> None:
    """A text that heads nothing still tells its positions when titles and periods stand there."""
    rows = ("Ana Rivas", "Shift Supervisor, Delta Inc\tMay 2015 – June 2018", "• Led a night shift")
    entries = extract_profile(_document(*rows)).experience
    assert [(e.title, e.employer, e.end) for e in entries] == [
        ("Shift Supervisor", "Delta Inc", "2018-06")
    ]


def test_a_timeline_with_the_end_above_the_start() -> None:
    """Where pairs of rows hold end and start, each pair is one position's period."""
    rows = (
        "May 2015\tSurveyor, Hill Consulting",
        "Oct 2013\tMeasured forty fields in two seasons with a new device",
        "also drew the maps",
        "Apr 2012\tAssistant, Vale Agency",
        "Feb 2011\tCarried the poles and the old device over many fields",
        "also cooked",
    )
    assert [(entry[0], entry[2], entry[3]) for entry in _read(*rows)] == [
        ("Surveyor", "2013-10", "2015-05"),
        ("Assistant", "2011-02", "2012-04"),
    ]


def test_a_firm_and_a_title_set_apart_by_spaces() -> None:
    """In Han text the firm ends at the first space; a marked line below is no head."""
    assert _read("2018年4月～現在\t株式会社海風 技術部 主任", "・設計を担当") == [
        ("技術部 主任", "株式会社海風", "2018-04", "present")
    ]


def test_two_titles_of_one_position_stay_together() -> None:
    """What stands between two job titles parts them from nothing."""
    assert _read("Architect | Senior Developer, Nordwind GmbH\t2014 - 2016")[0][:2] == (
        "Architect | Senior Developer",
        "Nordwind GmbH",
    )


def test_a_firm_before_a_country_is_the_employer() -> None:
    """'Engineer, Bell, France' names a firm where nothing else on the head could be one."""
    assert _read("Ingénieur, BELL, France\t2014 - 2016")[0][:2] == ("Ingénieur", "BELL")
    assert _read("Software Engineer, Lyon, France\t2014 - 2016", "Bell SAS")[0][:2] == (
        "Software Engineer",
        "Bell SAS",
    )


def test_rows_of_tags_are_no_heads() -> None:
    """Tools listed below one position do not name the next one's employer."""
    rows = (
        "Data Analyst, Nordwind GmbH\t2016 - 2018",
        "Counted what matters to the shop and told the board about it every month.",
        "Python\tSQL\tTableau\tdbt",
        "Data Engineer, Bell SAS\t2014 - 2016",
    )
    assert [entry[:2] for entry in _read(*rows)] == [
        ("Data Analyst", "Nordwind GmbH"),
        ("Data Engineer", "Bell SAS"),
    ]


def test_a_template_with_open_years_keeps_its_positions() -> None:
    """'Month 20XX – Present' dates an entry though it names no year."""
    assert _read("Shift Lead, Nordwind GmbH\tMonth 20XX – Present", "• Planned the shifts") == [
        ("Shift Lead", "Nordwind GmbH", None, "present")
    ]


def test_a_year_in_a_bullet_that_goes_on_dates_nothing() -> None:
    """The second line of a bullet may end with a year."""
    rows = (
        "Plant Manager, Kessel Corp.\tJuly 2012 – Ongoing",
        "• Built the video business from nothing in 2011 and led it for three full years",
        "to two billion in revenue in 2015",
    )
    assert len(_read(*rows)) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ("Company: Brick & Sons", "Designation: Site Engineer", "Duration: 03/2012 - 05/2014"),
        ("Firma: Brick & Sons", "Funktion: Site Engineer", "Zeitraum: 03/2012 - 05/2014"),
        ("会社名：Brick & Sons", "役職：Site Engineer", "期間：2012年3月 - 2014年5月"),
        ("03/2012 - 05/2014", "Компания: Brick & Sons", "Должность: Site Engineer"),
    ],
)
def test_labels_say_what_a_line_names(rows: tuple[str, ...]) -> None:
    """Labelled lines are read by their labels, in any order and language."""
    assert _read(*rows) == [("Site Engineer", "Brick & Sons", "2012-03", "2014-05")]


def test_an_employer_above_keeps_title_and_department_together() -> None:
    """Where a row above names the firm, what follows a comma in the title is no employer."""
    rows = ("Eisen GmbH\tBerlin", "Engineer, Bridges\t2012 - 2014", "• Built two")
    assert _read(*rows, bold=(1,)) == [("Engineer, Bridges", "Eisen GmbH", "2012", "2014")]
