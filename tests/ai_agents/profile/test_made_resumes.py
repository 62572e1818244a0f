"""Resumes in ten languages and ten layouts are read exactly, whatever is printed where."""

import pytest

from ai_agents.documents.reader import read_document
from ai_agents.models import Profile
from ai_agents.profile.extract import extract_profile
from ai_agents.profile.folding import fold
from tests.support.made_files import OTHER_LAYOUTS, PDF_LAYOUTS, Layout
from tests.support.made_resumes import ALL, LATIN, Made

_PRINTED = [
    pytest.param(made, layout, "pdf", id=f"{made.language}-{layout.__name__}")
    for made in LATIN
    for layout in PDF_LAYOUTS
] + [
    pytest.param(made, layout, ending, id=f"{made.language}-{layout.__name__}")
    for made in ALL
    for layout, ending in OTHER_LAYOUTS
]


def _read(made: Made, layout: Layout, ending: str) -> Profile:
    return extract_profile(read_document(layout(made), f"resume.{ending}"))


def _alike(read: str | None, printed: str) -> bool:
    """Capitals and letter spacing are a matter of print."""
    return fold(read or "").replace(" ", "") == fold(printed).replace(" ", "")


@pytest.mark.parametrize(("made", "layout", "ending"), _PRINTED)
def test_a_resume_is_read_exactly(made: Made, layout: Layout, ending: str) -> None:
    """Whatever the language and the layout, the same person comes out."""
    profile = _read(made, layout, ending)
    assert _alike(profile.name, made.name), profile.name
    assert (profile.email, profile.phone) == (made.email, made.phone)
    headings = [s.heading for s in profile.sections if s.heading]
    assert sorted(map(fold, headings)) == sorted(map(fold, made.headings))
    jobs = [(e.title, e.employer, e.start, e.end) for e in profile.experience]
    assert jobs == [(j.title, j.employer, j.start, j.end) for j in made.jobs]
    schools = [(e.degree, e.field, e.institution, e.end) for e in profile.education]
    assert len(schools) == len(made.schools)
    for (degree, subject, institution, end), school in zip(schools, made.schools, strict=True):
        words = [word for word in fold(school.degree).split() if word not in _JOINING]
        assert fold(" ".join(filter(None, (degree, subject)))).split() == words
        assert (institution, end) == (school.institution, school.end)
    assert profile.skills == made.skills


#: What joins a degree and its subject in print and is told by the two fields
_JOINING = frozenset(("in", "en", "em"))


@pytest.mark.parametrize("made", LATIN, ids=lambda made: made.language)
@pytest.mark.parametrize("layout", PDF_LAYOUTS[3:5], ids=lambda layout: layout.__name__)
def test_a_two_column_page_gives_each_columns_headings_in_order(made: Made, layout: Layout) -> None:
    """No heading of one column stands between two of the other."""
    headings = [fold(s.heading) for s in _read(made, layout, "pdf").sections if s.heading]
    summary, work, study, skills = map(fold, made.headings)
    assert headings in ([work, study, summary, skills], [summary, skills, work, study])


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.language)
def test_the_same_bytes_give_the_same_profile(made: Made) -> None:
    """Nothing but the file decides."""
    layout, ending = OTHER_LAYOUTS[0]
    assert _read(made, layout, ending) == _read(made, layout, ending)
