"""Edits change exactly one place, and their inverses put back what stood there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.quality.edits import Edit, Path, changed, edit, repaired, value_at
from bench.quality.generator import make, plans
from bench.quality.resume import Resume

RESUME = make(plans(1, 1, "a")[0])
PATHS = st.sampled_from(
    [
        ("name",),
        ("look", "size"),
        ("sections", 0, "text"),
        ("sections", 1, "jobs", 0, "bullets", 0, "text"),
        ("sections", 1, "jobs", 1, "printed"),
        ("sections", 1, "jobs"),
    ]
)


@given(st.lists(st.tuples(PATHS, st.text(max_size=5)), max_size=5))
@settings(max_examples=60)
def test_repair_restores_whatever_was_changed(
    steps: list[tuple[Path, str]],
) -> None:
    """Any row of edits, taken back from the last, gives the resume that was there before."""
    resume, edits = RESUME, []
    for path, text in steps:
        try:
            one = edit(resume, path, text)
        except (AttributeError, IndexError, TypeError):
            continue  # an earlier edit took the place away
        resume = changed(resume, [one])
        edits.append(one)
    assert repaired(resume, edits) == RESUME


def test_only_the_named_place_changes() -> None:
    """What an edit does not name stays the same object."""
    after = changed(RESUME, [edit(RESUME, ("sections", 1, "jobs", 0, "title"), "Gardener")])
    assert value_at(after, ("sections", 1, "jobs", 0, "title")) == "Gardener"
    assert after.sections[0] is RESUME.sections[0]
    assert after.jobs[1] is RESUME.jobs[1]
    assert after.jobs[0].bullets is RESUME.jobs[0].bullets


def test_an_edit_of_another_resume_is_refused() -> None:
    """An edit knows what it replaces; applied elsewhere it would hide a fault of the bench."""
    with pytest.raises(ValueError, match="another value"):
        changed(RESUME, [Edit(("name",), "Nobody", "Somebody")])


def test_an_insertion_is_an_edit_of_the_whole_row() -> None:
    """Rows are tuples, so a bullet more is a new row and its repair the old one."""
    path = ("sections", 1, "jobs", 0, "bullets")
    row = RESUME.jobs[0].bullets
    longer: Resume = changed(RESUME, [edit(RESUME, path, (*row, row[0]))])
    assert len(longer.jobs[0].bullets) == len(row) + 1
    assert repaired(longer, [edit(RESUME, path, (*row, row[0]))]) == RESUME
