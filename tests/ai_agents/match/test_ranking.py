"""A job of one's own field is met best, and no way of stuffing gains more than three points."""

import pytest

from ai_agents.match.matching import match_job
from bench.match.annotated import postings
from bench.match.extraction import measure, total
from bench.match.ranking import FIELD_OF, facts_of, own_rank, people, postings_of, stuffed

ANNOTATED = postings()
JOBS = postings_of(ANNOTATED)
#: One made-up resume for each of the twelve fields.
PEOPLE = tuple(people(12, 3, "a"))


def test_people_meet_the_job_of_their_own_field_best() -> None:
    """Among the marked postings of all industries, in four languages; one in twelve may be near."""
    first = [person.field for person in PEOPLE if own_rank(person, JOBS) == 1]
    assert len(first) >= 11


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.field)
def test_stuffing_gains_at_most_three_points(person) -> None:  # noqa: ANN001 - of the bench
    """Keywords in lines, blocks and sections, copied duties, the whole job pasted."""
    name = next(name for name, field in FIELD_OF.items() if field == person.field and name in JOBS)
    job = next(one for one in ANNOTATED if one.name == name)
    before = match_job(facts_of(person.text), JOBS[name]).score or 0.0
    for way, added, text in stuffed(person, JOBS[name], job):
        after = match_job(facts_of(text), JOBS[name])
        assert (after.score or 0.0) - before <= 3.3, way
        if added >= 4 and ("copied" in way or "pasted" in way or "keywords" in way):
            assert after.stuffing, way


def test_requirements_are_read_as_a_person_marked_them() -> None:
    """Over 26 postings in four languages and many styles."""
    everything = total(tally for job in ANNOTATED for tally in measure(job).values())
    assert everything.precision >= 0.93
    assert everything.recall >= 0.93
    assert everything.importance >= 0.98 * everything.hits
