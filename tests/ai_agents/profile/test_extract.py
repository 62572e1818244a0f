"""The profile of a document: right on a plain resume, lawful on any lines at all."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from ai_agents.models import Document, Line, Profile, SourceFile
from ai_agents.profile.extract import extract_profile
from ai_agents.vocabulary import SectionKind

_SOURCE = SourceFile(name="a.txt", sha256="0" * 64, size_bytes=1, media_type="text/plain")
_PIECES = st.sampled_from(
    [
        "EXPERIENCE",
        "Education",
        "Skills",
        "職歴",
        "Software Engineer",
        "Acme GmbH",
        "Paris, France",
        "Jan 2020 – Present",
        "2019 –",
        "Present",
        "• built things",
        "(",
        "@",
        "a@b.co",
        "+49 170 1234567",
        "B.Sc. in Physics",
        "University of X",
        "Python, C++ (advanced)",
        "https://x.io/a",
        ":",
        "氏名 山田太郎",
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=40)), min_size=1, max_size=4).map(" ".join)


def document_of(texts: list[str]) -> Document:
    """Return a document without pages whose lines say these texts."""
    lines = tuple(
        Line(
            id=number,
            text=text,
            parts=tuple(part for part in text.split("\t") if part) or (text,),
            bullet=text[0] if text[:1] in ("•", "-") else None,
        )
        for number, text in enumerate(texts, start=1)
    )
    return Document(source=_SOURCE, lines=lines)


_RESUME = [
    "Maya Chen",
    "Berlin, Germany | maya.chen@example.com | +49 30 1234567 | linkedin.com/in/mayachen",
    "EXPERIENCE",
    "Data Analyst, Acme GmbH\tJan 2020 – Present",
    "• Cut costs by 12% in a year",
    "Intern, Globex Inc\tMay 2018 – Aug 2018",
    "• Wrote reports for the board",
    "EDUCATION",
    "University of Hamburg\t2014 – 2018",
    "B.Sc. in Statistics",
    "SKILLS",
    "Languages: Python, R, C++",
    "Tools: SQL (Postgres), Excel",
]


def test_a_plain_resume_is_read_whole() -> None:
    """Contact, positions, studies, skills and statements of an ordinary resume come out right."""
    profile = extract_profile(document_of(_RESUME))
    assert (profile.name, profile.email) == ("Maya Chen", "maya.chen@example.com")
    assert (profile.phone, profile.location) == ("+49 30 1234567", "Berlin, Germany")
    assert profile.links == ("linkedin.com/in/mayachen",)
    assert [(e.title, e.employer, e.start, e.end) for e in profile.experience] == [
        ("Data Analyst", "Acme GmbH", "2020-01", "present"),
        ("Intern", "Globex Inc", "2018-05", "2018-08"),
    ]
    school = profile.education[0]
    assert (school.institution, school.degree, school.field) == (
        "University of Hamburg",
        "B.Sc.",
        "Statistics",
    )
    assert profile.skills == ("Python", "R", "C++", "SQL (Postgres)", "Excel")
    bullets = [(s.text, s.entry) for s in profile.statements if s.bullet]
    assert bullets == [("Cut costs by 12% in a year", 0), ("Wrote reports for the board", 1)]


def check_lawful(document: Document, profile: Profile) -> None:
    """Sections cover every line once and in order; every id stands in the document."""
    count = len(document.lines)
    covered = [i for s in profile.sections for i in range(s.first_line, s.last_line + 1)]
    assert covered == list(range(1, count + 1))
    spans = [e.lines for e in profile.experience] + [e.lines for e in profile.education]
    assert all(1 <= first <= last <= count for first, last in spans)
    stated = [line for statement in profile.statements for line in statement.lines]
    assert len(stated) == len(set(stated))
    assert all(1 <= line <= count for line in stated)
    assert all(0.0 <= value <= 1.0 for value in profile.confidence.values())
    assert all(1 <= line <= count for ids in profile.found_at.values() for line in ids)


@settings(max_examples=150, deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=25))
def test_any_lines_give_a_lawful_profile(texts: list[str]) -> None:
    """No text makes the reader of profiles fail or point outside the document."""
    document = document_of(texts)
    check_lawful(document, extract_profile(document))


def test_hostile_lines_take_linear_time() -> None:
    """Long runs that defeat careless patterns are read in well under a second each."""
    for unit in (
        "a",
        "1",
        "a@",
        "(",
        "- ",
        "a.",
        "2019",
        "Jan ",
        "/",
        "+1 ",
        "x-",
        "，",
        "Sep 15 ",
        "¨",
        "'19 – ",
        "1.1-",
        "a: ",
    ):
        document = document_of(["EXPERIENCE", unit * (40_000 // len(unit)), "SKILLS", unit * 9000])
        begun = time.perf_counter()
        check_lawful(document, extract_profile(document))
        assert time.perf_counter() - begun < 2.0, unit


def test_headings_are_known_in_many_languages() -> None:
    """Heading words of ten languages open sections of the right kind."""
    heads = [
        "Berufserfahrung",
        "Formation",
        "Habilidades",
        "Lingue",
        "Werkervaring",
        "職歴",
        "教育经历",
        "Навыки",
    ]
    texts = [text for head in heads for text in (head, "some text that is below the heading")]
    kinds = [s.kind for s in extract_profile(document_of(texts)).sections]
    assert kinds == [
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.EXPERIENCE,
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.SKILLS,
    ]


def test_a_position_whose_dates_were_left_out_is_still_a_position() -> None:
    """A title above bullets, between dated positions, does not vanish into the one before."""
    profile = extract_profile(
        document_of(
            [
                "Maya Chen",
                "EXPERIENCE",
                "Data Analyst, Acme GmbH\tJan 2020 – Present",
                "• Cut costs by 12% in a year",
                "Store Manager, Corner Shop",
                "• Led 9 clerks",
                "Shift Lead, Harbor Foods\tMar 2014 – Dec 2018",
                "• Planned the shifts",
            ]
        )
    )
    assert [(job.title, job.start, job.lines) for job in profile.experience] == [
        ("Data Analyst", "2020-01", (3, 4)),
        ("Store Manager", None, (5, 6)),
        ("Shift Lead", "2014-03", (7, 8)),
    ]


def test_dated_positions_are_experience_whatever_their_heading_says() -> None:
    """An odd heading costs its remark, not everything that stands below it."""
    lines = [
        Line(
            id=number,
            text=text,
            parts=tuple(text.split("\t")),
            bold=bold,
            size=13.0 if bold else 10.0,
            bullet=bullet,
        )
        for number, (text, bold, bullet) in enumerate(
            [
                ("Maya Chen", True, None),
                ("Summary", True, None),
                ("An analyst who counts what matters to a shop", False, None),
                ("My journey", True, None),
                ("Data Analyst, Acme GmbH\tJan 2020 – Present", False, None),
                ("• Cut costs by 12% in a year", False, "•"),
                ("Skills", True, None),
                ("Excel, SQL", False, None),
            ],
            start=1,
        )
    ]
    profile = extract_profile(Document(source=_SOURCE, lines=tuple(lines)))
    assert (SectionKind.EXPERIENCE, "My journey") in [(s.kind, s.heading) for s in profile.sections]
    assert [job.employer for job in profile.experience] == ["Acme GmbH"]
