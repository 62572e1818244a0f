"""A resume in another language, made as is usual there, gets no false warning."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from ai_agents.vocabulary import Severity
from bench.quality.generator import NOW
from bench.quality.judged import judge, severe
from bench.quality.records import Record
from bench.quality.relations.base import Base, is_advice
from bench.quality.relations.inject import said
from bench.quality.resume import Bullet, Job, Resume, Section, Study
from bench.quality.wordings import load


def foreign(base: Base) -> Iterator[Record]:
    """Write the resumes of `foreign.yaml` in the look of this one; they are decoys as a whole."""
    texts = load("foreign")[base.options.pool]
    code = Random(f"foreign/{base.name}").choice(sorted(texts))
    other = judge(written(texts[code], base.resume))
    alarms = [f for f in other.issues if severe(f, Severity.WARNING) and not is_advice(f)]
    note = "; ".join(map(said, alarms))
    yield base.record("decoys", f"resume in {code}", float(not alarms), note)


def written(text: dict[str, Any], like: Resume) -> Resume:
    """Return the resume of one entry, with the name, contact data and look of another."""
    heads = text["headings"]
    starts = (NOW - 40, NOW - 100)
    jobs = tuple(
        Job(
            title=job["title"],
            employer=job["employer"],
            place=job["place"],
            start=start,
            end=starts[number - 1] - 1 if number else NOW - 2,
            bullets=tuple(map(Bullet, job["lines"])),
        )
        for number, (job, start) in enumerate(zip(text["jobs"], starts, strict=True))
    )
    degree, school = text["study"]
    study = Study(degree, school, NOW - 140, NOW - 104)
    sections = (
        Section("summary", heads["summary"], text=text["summary"]),
        Section("experience", heads["experience"], jobs=jobs),
        Section("education", heads["education"], studies=(study,)),
        Section("skills", heads["skills"], skills=tuple(text["skills"])),
    )
    look = replace(like.look, dates="slashed", photo=True, paper="a4")
    return replace(like, sections=sections, notes=tuple(text["head"]), look=look)
