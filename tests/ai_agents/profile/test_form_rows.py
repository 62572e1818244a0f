"""A Japanese form tells its history row by row; two rows make one school or employer."""

import pytest

from ai_agents.models import Document, EducationEntry, ExperienceEntry, Line, SourceFile
from ai_agents.profile.extract import extract_profile
from ai_agents.profile.form_rows import school_and_course

_SOURCE = SourceFile(name="a.pdf", sha256="0" * 64, size_bytes=1, media_type="application/pdf")


def _document(*rows: str) -> Document:
    lines = tuple(
        Line(id=n, text=" ".join(row.split("\t")), parts=tuple(row.split("\t")))
        for n, row in enumerate(rows, 1)
    )
    return Document(source=_SOURCE, lines=lines)


def _schools(entries: tuple[EducationEntry, ...]) -> list[tuple[str | None, ...]]:
    return [(e.institution, e.degree, e.start, e.end) for e in entries]


def _jobs(entries: tuple[ExperienceEntry, ...]) -> list[tuple[str | None, ...]]:
    return [(e.employer, e.start, e.end) for e in entries]


def test_two_rows_make_one_stay() -> None:
    """Entering and leaving, joining and leaving; 'the same' names the last; one has not left."""
    profile = extract_profile(
        _document(
            "履歴書",
            "年\t月\t学歴・職歴（各別にまとめて書く）",
            "学 歴",
            "2010\t4\t北海大学 工学部 機械工学科 入学",
            "2014\t3\t同 卒業",
            "職 歴",
            "2014\t4\t青空商事株式会社 入社",
            "平成31\t3\t青空商事株式会社 退職 一身上の都合により",
            "平成31\t4\t海山工業 入社",
            "現在に至る",
            "以上",
        )
    )
    assert _schools(profile.education) == [("北海大学", "工学部 機械工学科", "2010-04", "2014-03")]
    assert _jobs(profile.experience) == [
        ("青空商事株式会社", "2014-04", "2019-03"),
        ("海山工業", "2019-04", "present"),
    ]
    headings = [section.heading for section in profile.sections]
    assert headings[-2:] == ["学歴", "職歴"], "the table's head names no section"


def test_a_form_with_open_years_keeps_its_rows() -> None:
    """A template that leaves the year open still tells who and in what order."""
    profile = extract_profile(
        _document(
            "学歴",
            "20XX\t4\t北海大学文学部 入学",
            "20XX\t3\t同 卒業",
            "職歴",
            "20XX\t4\t青空商事 入社",
            "現在にいたる",
        )
    )
    assert _schools(profile.education) == [("北海大学", "文学部", None, None)]
    assert _jobs(profile.experience) == [("青空商事", None, "present")]


def test_a_western_order_is_no_form() -> None:
    """One graduation behind a school does not turn a résumé into a form."""
    profile = extract_profile(
        _document(
            "学歴",
            "北海大学 工学部 卒業\t2010年4月 – 2014年3月",
            "職歴",
            "青空商事\t2014年4月 – 現在",
        )
    )
    assert _jobs(profile.experience) == [("青空商事", "2014-04", "present")]


@pytest.mark.parametrize(
    ("printed", "school", "course"),
    [
        ("東西大学大学院情報学研究科修士課程", "東西大学大学院", "情報学研究科修士課程"),
        ("南北短期大学 英文科", "南北短期大学", "英文科"),
        ("県立中央高等学校", "県立中央高等学校", None),
        ("県立中央高等学校 普通科", "県立中央高等学校", "普通科"),
    ],
)
def test_a_school_is_cut_from_its_course(printed: str, school: str, course: str | None) -> None:
    """With or without a space between them."""
    assert school_and_course(printed) == (school, course)
