"""Keywords of a job written for a counter add nothing to the match and are flagged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from bench.quality.judged import Judged, judge
from bench.quality.records import Record
from bench.quality.relations.base import Base
from bench.quality.resume import DOCX, Hidden, Resume, Section
from bench.quality.wordings import fields, filled, load, tenses

#: Points that a match may rise by words nobody can show (QUALITY.md, section 2).
MOST_POINTS = 3.0
_OWN_TERMS, _FOREIGN_TERMS = 6, 7


@dataclass(frozen=True, slots=True)
class Job:
    """A job description: its text, all its terms, and those that the resume does not have."""

    text: str
    terms: tuple[str, ...]
    lacking: tuple[str, ...]


def stuffing(base: Base) -> Iterator[Record]:
    """Stuff the resume for a job in four ways; two honest skills are no stuffing."""
    job = job_for(base)
    before = judge(base.resume, job.text)
    for what, resume in stuffed(base.resume, job):
        if not base.samples(what):
            continue
        after = judge(resume, job.text)
        rise = _match(after) - _match(before)
        note = f"{_match(before):.1f} {rise:+.1f}"
        yield base.record("stuffing-match", what, float(rise <= MOST_POINTS), note)
        yield base.record("stuffing-flagged", what, float(_flagged(after)), note)
    honest = judge(_listed(base.resume, job.lacking[:2]), job.text)
    yield base.record("stuffing-honest", "two skills", float(_flagged(honest)))
    yield base.record("stuffing-honest", "as it is", float(_flagged(before)))


def job_for(base: Base) -> Job:
    """Return a job that asks for some of the resume's field and some skills of another field."""
    rng = Random(f"job/{base.name}")
    pool = load(f"fields/{base.plan.field}")[base.options.pool]
    own = rng.sample(pool["skills"], _OWN_TERMS)
    other = rng.choice([name for name in fields() if name != base.plan.field])
    theirs = load(f"fields/{other}")[base.options.pool]["skills"]
    far = [skill for skill in theirs if skill not in pool["skills"]]
    lacking = rng.sample(far, min(_FOREIGN_TERMS, len(far)))
    duties = [tenses(filled(pattern, rng)).present for pattern in rng.sample(pool["plain"], 3)]
    title = base.resume.jobs[0].title
    lines = [
        title,
        f"We are looking for a {title} to join our team.",
        "What you will do",
        *(f"- {duty}" for duty in duties),
        "Requirements",
        *(f"- Experience with {one} and {two}" for one, two in zip(own, lacking, strict=False)),
        *(f"- Good knowledge of {skill}" for skill in lacking[_OWN_TERMS:]),
    ]
    return Job("\n".join(lines), (*own, *lacking), tuple(lacking))


def stuffed(resume: Resume, job: Job) -> Iterator[tuple[str, Resume]]:
    """Yield the resume stuffed in several ways, with the name of each."""
    lines = [line.removeprefix("- ") for line in job.text.splitlines() if line.startswith("- ")]
    text = ", ".join(job.lacking)
    kind = "white-run" if resume.look.format == DOCX else "off-page"
    yield "listed", _listed(resume, job.lacking)
    yield "copied", _with_lines(resume, tuple(lines))
    yield "repeated", _with_lines(resume, (", ".join([text] * 4),))
    yield "hidden", replace(resume, look=replace(resume.look, hidden=(Hidden(kind, text),)))


def _listed(resume: Resume, skills: tuple[str, ...]) -> Resume:
    index = resume.at("skills") or 0
    section = resume.sections[index]
    return _put(resume, index, replace(section, skills=(*section.skills, *skills)))


def _with_lines(resume: Resume, lines: tuple[str, ...]) -> Resume:
    more = Section("other", "Additional Information", lines=lines)
    return replace(resume, sections=(*resume.sections, more))


def _put(resume: Resume, index: int, section: Section) -> Resume:
    sections = (*resume.sections[:index], section, *resume.sections[index + 1 :])
    return replace(resume, sections=sections)


def _match(judged: Judged) -> float:
    match = judged.review.match
    return match.score or 0.0 if match is not None else 0.0


def _flagged(judged: Judged) -> bool:
    match = judged.review.match
    said = {finding.rule for finding in judged.issues}
    return bool(match and match.stuffing) or bool(said & {"keyword-stuffing", "hidden-text"})
