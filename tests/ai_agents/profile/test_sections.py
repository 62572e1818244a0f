"""Headings are known by words and by the style of their own column."""

import pytest

from ai_agents.models import Document, Line, SourceFile
from ai_agents.profile.extract import extract_profile
from ai_agents.profile.headings import match_heading
from ai_agents.profile.sections import find_sections
from ai_agents.profile.typography import Typography
from ai_agents.vocabulary import SectionKind

_SOURCE = SourceFile(name="a.pdf", sha256="0" * 64, size_bytes=1, media_type="application/pdf")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Projects & Experiences", SectionKind.EXPERIENCE),
        ("Project Experience", SectionKind.PROJECTS),
        ("学 歴", SectionKind.EDUCATION),
        ("本人希望記入欄（特に希望があれば記入）", SectionKind.OTHER),
    ],
)
def test_what_a_heading_means(text: str, kind: SectionKind) -> None:
    """Two subjects, set-apart characters and remarks in brackets do not hide a heading."""
    word = match_heading(text)
    assert word is not None
    assert word.kind is kind


def _line(number: int, text: str, size: float, column: int, top: float, *, bold: bool) -> Line:
    left = 40.0 + 300.0 * column
    return Line(
        id=number,
        text=text,
        parts=(text,),
        size=size,
        bold=bold,
        column=column,
        bbox=(left, top, left + 5.0 * len(text), top + size),
        gap_before=1.0,
    )


def test_a_sidebar_has_headings_of_its_own_style() -> None:
    """Large plain headings in a sidebar do not make the bold ones of the main column text."""
    rows = [
        ("EXPERIENCE", 10.0, 0, True),
        ("Night Auditor at a small inn by the lake", 10.0, 0, False),
        ("EDUCATION", 10.0, 0, True),
        ("Evening school for bookkeepers in the town", 10.0, 0, False),
        ("CONTACT", 13.0, 1, False),
        ("ann@example.org", 10.0, 1, False),
        ("SKILLS", 13.0, 1, False),
        ("Ledgers", 10.0, 1, False),
        ("LANGUAGES", 13.0, 1, False),
        ("Welsh", 10.0, 1, False),
    ]
    lines = tuple(
        _line(n, text, size, column, 20.0 * n, bold=bold)
        for n, (text, size, column, bold) in enumerate(rows, start=1)
    )
    sections, _ = find_sections(Typography(Document(source=_SOURCE, lines=lines)))
    assert [section.heading for section in sections] == [
        "EXPERIENCE",
        "EDUCATION",
        "CONTACT",
        "SKILLS",
        "LANGUAGES",
    ]


def test_a_name_above_the_second_column_is_no_skill() -> None:
    """The largest words of the page begin the page's head, whatever column ended before them."""
    rows = [
        ("CONTACT", 12.0, 0, 40.0),
        ("ann@example.org", 10.0, 0, 60.0),
        ("SKILLS", 12.0, 0, 80.0),
        ("Ledgers", 10.0, 0, 100.0),
        ("Ann Boyd", 21.0, 1, 40.0),
        ("EXPERIENCE", 12.0, 1, 80.0),
        ("Night Auditor at a small inn by the lake", 10.0, 1, 100.0),
    ]
    lines = tuple(
        _line(n, text, size, column, top, bold=False)
        for n, (text, size, column, top) in enumerate(rows, start=1)
    )
    document = Document(source=_SOURCE, lines=lines)
    sections, _ = find_sections(Typography(document))
    assert [(section.kind, section.first_line) for section in sections] == [
        (SectionKind.CONTACT, 1),
        (SectionKind.SKILLS, 3),
        (SectionKind.CONTACT, 5),
        (SectionKind.EXPERIENCE, 6),
    ]
    profile = extract_profile(document)
    assert profile.name == "Ann Boyd"
    assert profile.skills == ("Ledgers",)


def _set(rows: list[tuple[str, bool]], size: float = 10.0) -> Document:
    """Return one column in which bold capitals are set off by space, as headings are."""
    return Document(
        source=_SOURCE,
        lines=tuple(
            _line(n, text, size, 0, 20.0 * n, bold=bold) for n, (text, bold) in enumerate(rows, 1)
        ),
    )


def test_headings_of_own_words_are_known_by_the_style_of_one_known_heading() -> None:
    """One known heading shows the style; lines in it that speak of what headings speak of count."""
    document = _set(
        [
            ("Ada Boyd", False),
            ("EDUCACIÓN", True),
            ("Licenciatura en Física", False),
            ("EXPERIENCIA EN LA INDUSTRIA ALIMENTARIA", True),
            ("Analista, Molinos del Sur", False),
            ("CURSOS RELEVANTES E IDIOMAS", True),
            ("Inglés avanzado", False),
        ]
    )
    sections, _ = find_sections(Typography(document))
    assert [(section.kind, section.heading) for section in sections[1:]] == [
        (SectionKind.EDUCATION, "EDUCACIÓN"),
        (SectionKind.EXPERIENCE, "EXPERIENCIA EN LA INDUSTRIA ALIMENTARIA"),
        (SectionKind.CERTIFICATIONS, "CURSOS RELEVANTES E IDIOMAS"),
    ]


def test_a_job_title_in_the_style_of_headings_is_no_heading() -> None:
    """What names a job heads an entry, however it is set."""
    document = _set(
        [
            ("Ada Boyd", False),
            ("EXPERIENCE", True),
            ("NIGHT AUDITOR", True),
            ("A small inn by the lake, 2019 – 2021", False),
            ("EDUCATION", True),
            ("Evening school for bookkeepers in the town", False),
            ("MY JOURNEY SO FAR", True),
            ("From the front desk to the books", False),
        ]
    )
    sections, _ = find_sections(Typography(document))
    headings = [section.heading for section in sections]
    assert headings == [None, "EXPERIENCE", "EDUCATION", "MY JOURNEY SO FAR"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("BERUFLICHE STATIONEN", SectionKind.EXPERIENCE),
        ("Parcours professionnel", SectionKind.EXPERIENCE),
        ("Formación complementaria", SectionKind.EDUCATION),
        ("Competenze organizzative e gestionali", SectionKind.SKILLS),
        ("Prêmios e reconhecimentos", SectionKind.AWARDS),
        ("Cursussen & trainingen", SectionKind.CERTIFICATIONS),
        ("Владение иностранными языками", SectionKind.LANGUAGES),
        ("活かせる経験・知識・スキル", SectionKind.SKILLS),
        ("荣誉与奖项", SectionKind.AWARDS),
        ("2. Ehrenamtliches Engagement:", SectionKind.VOLUNTEERING),
        ("— Centres d’intérêt —", SectionKind.INTERESTS),
        ("W E R K E R V A R I N G", SectionKind.EXPERIENCE),
    ],
)
def test_heading_words_of_ten_languages(heading: str, kind: SectionKind) -> None:
    """Case, accents, numbers, decoration, colons and letter spacing change nothing."""
    word = match_heading(heading)
    assert word is not None
    assert word.kind is kind


@pytest.mark.parametrize(
    "text", ["Опыт работы — 9 лет 3 месяца", "Experience (10+ years)", "Berufserfahrung: 7 Jahre"]
)
def test_how_long_somebody_worked_does_not_hide_the_heading(text: str) -> None:
    """A total behind a heading is no part of it."""
    word = match_heading(text)
    assert word is not None
    assert word.kind is SectionKind.EXPERIENCE
