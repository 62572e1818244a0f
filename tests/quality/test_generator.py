"""The benchmark's resumes: made from a seed, all different, and clean by construction."""

import itertools
from collections import Counter

import pytest

from bench.quality.generator import NOW, Plan, make, plans
from bench.quality.resume import LEVELS, SENIORITIES, Bullet, Resume
from bench.quality.wordings import POOLS, fields, load, opener

MANY = [make(plan) for pool in POOLS for plan in plans(96, 5, pool)]


def told(resume: Resume) -> list[Bullet]:
    """Return all bullets about work."""
    return [bullet for job in resume.jobs for bullet in job.bullets]


def test_the_same_plan_makes_the_same_resume() -> None:
    """A figure can be measured again by anyone."""
    for plan in plans(12, 3, "a"):
        assert make(plan) == make(plan)


def test_seeds_and_pools_make_different_resumes() -> None:
    """Tuning to the words of one run is caught by another."""
    every = [make(plan) for seed in (1, 100) for pool in POOLS for plan in plans(48, seed, pool)]
    assert len({(r.name, r.sections) for r in every}) == len(every)


def test_the_pools_share_no_pattern() -> None:
    """Held-out wordings are held out: no sentence stands in both pools."""
    for field in fields():
        data = load(f"fields/{field}")
        one, other = (
            {line for kind, lines in data[pool].items() if kind != "skills" for line in lines}
            for pool in POOLS
        )
        assert not one & other, field


def test_plans_are_spread_evenly() -> None:
    """Fields, seniorities and levels have equal shares, and none goes with another."""
    found = plans(48, 1, "a")
    assert set(Counter(plan.field for plan in found).values()) == {4}
    pairs = Counter((plan.seniority, plan.level) for plan in found)
    assert len(pairs) == len(SENIORITIES) * len(LEVELS)
    assert set(pairs.values()) == {6}


def test_positions_follow_each_other_without_gap_or_overlap() -> None:
    """A clean resume gives a rule about dates nothing to say."""
    for resume in MANY:
        jobs = resume.jobs
        assert jobs[0].end is None
        assert jobs[0].start <= NOW
        for later, earlier in itertools.pairwise(jobs):
            assert earlier.end == later.start - 1
            assert earlier.start < earlier.end


def test_studies_end_before_the_first_real_position() -> None:
    """Nobody works for years before the degree that led there."""
    for resume in MANY:
        study = resume.section("education").studies[0]
        assert study.start < study.end
        assert study.end < resume.jobs[0].start


def test_no_line_stands_twice_and_no_verb_opens_many() -> None:
    """Repetition is a defect, so a clean resume has none."""
    for resume in MANY:
        texts = [bullet.text for bullet in told(resume)]
        assert len(set(texts)) == len(texts)
        openers = Counter(text.split()[0].lower() for text in texts)
        assert max(openers.values()) <= 3, openers


def test_a_position_that_ended_is_told_in_the_past() -> None:
    """`other` holds the other tense: the present of a past line, the past of a present one."""
    past = {
        tense
        for field in fields()
        for pool in POOLS
        for kind in ("lead", "ongoing", "plain")
        for tense in map(opener, load(f"fields/{field}")[pool][kind])
    }
    for resume in MANY:
        for job in resume.jobs:
            for bullet in job.bullets:
                if bullet.other:
                    first = (bullet.other if job.end is None else bullet.text).split()[0]
                    assert first.lower() in past


def test_no_notation_is_left_in_a_resume() -> None:
    """Every choice, number and tense mark has been drawn."""
    for resume in MANY:
        everything = repr(resume.sections) + resume.name + resume.email
        assert not set("<>{}|[]") & set(everything.replace("[...]", "")), everything


def test_no_article_stands_before_a_number_that_sounds_otherwise() -> None:
    """“a 11-unit course” would be a defect of ours."""
    for resume in MANY:
        for bullet in told(resume):
            for number in (8, 11, 18, *range(80, 90)):
                assert f" a {number}-" not in bullet.text
                assert f" a {number} " not in bullet.text


@pytest.mark.parametrize("seniority", SENIORITIES)
def test_a_good_resume_measures_more_than_an_average_one(seniority: str) -> None:
    """Good and average differ in what the rubric calls quality."""
    for field in fields():
        good, average = (make(Plan(field, seniority, level, 7)) for level in LEVELS)
        shares = [
            sum(any(map(str.isdigit, b.text)) for b in told(one)) / len(told(one))
            for one in (good, average)
        ]
        assert shares[0] > shares[1], (field, shares)
        assert len(good.skills) > len(average.skills)


def test_another_wording_keeps_what_is_told() -> None:
    """Equally good by construction: the same employers, dates and number of lines."""
    for plan in plans(12, 2, "a"):
        one, other = make(plan), make(Plan(**{**_as_dict(plan), "wording": 1}))
        assert [(j.employer, j.start, len(j.bullets)) for j in one.jobs] == [
            (j.employer, j.start, len(j.bullets)) for j in other.jobs
        ]
        assert one.name != other.name or one.email != other.email or one.phone != other.phone


def _as_dict(plan: Plan) -> dict[str, object]:
    return {name: getattr(plan, name) for name in Plan.__slots__}
