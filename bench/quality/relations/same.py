"""What must not count does not count: who the person is, the order of equals, how it looks."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from ai_agents.vocabulary import Dimension
from bench.quality.judged import Judged, judge
from bench.quality.records import Record
from bench.quality.relations.base import Base, differences
from bench.quality.resume import Resume
from bench.quality.wordings import load


def swaps(base: Base) -> Iterator[Record]:
    """Swap name, gender, pronoun, photo, address, birth year and school: nothing changes."""
    for what, one, other in swap_pairs(base):
        if not base.samples(what):
            continue
        first = base.clean if one is base.resume else judge(one)
        note = differences(first, judge(other))
        yield base.record("swaps", what, float(not note), note)


def swap_pairs(base: Base) -> Iterator[tuple[str, Resume, Resume]]:
    """Yield (what is swapped, the resume with one of it, the resume with another)."""
    resume, people = base.resume, load("people")
    rng = Random(f"swap/{base.name}")
    cultures = people["cultures"]
    for gender in ("female", "male"):
        culture = cultures[rng.choice(sorted(cultures))]
        name = f"{rng.choice(culture[gender])} {rng.choice(culture['family'])}"
        yield f"name, {gender}", resume, replace(resume, name=name)
    words = people["swaps"]
    for what, lines in (("pronoun", words["pronouns"]), ("birth year", words["births"])):
        one, other = rng.sample(lines, 2)
        yield what, replace(resume, notes=(one,)), replace(resume, notes=(other,))
    yield "address", resume, replace(resume, place=rng.choice(words["places"]))
    yield "photo", resume, replace(resume, look=replace(resume.look, photo=True))
    yield "school", resume, _with_study(resume, school=rng.choice(words["schools"]))
    yield "graduation year", resume, _graduated(resume, rng.choice((-4, -2, 0)))


def _graduated(resume: Resume, years: int) -> Resume:
    study = resume.section("education").studies[0]
    return _with_study(resume, start=study.start + 12 * years, end=study.end + 12 * years)


def _with_study(resume: Resume, **changes: object) -> Resume:
    index = resume.at("education") or 0
    section = resume.sections[index]
    study = replace(section.studies[0], **changes)  # type: ignore[arg-type] # two callers, above
    after = replace(section, studies=(study, *section.studies[1:]))
    return replace(
        resume, sections=(*resume.sections[:index], after, *resume.sections[index + 1 :])
    )


def reorder(base: Base) -> Iterator[Record]:
    """Put equal bullets of a position, or skills, into another order: no score changes."""
    rng = Random(f"order/{base.name}")
    for kind in ("bullets", "skills"):
        other = judge(_shuffled(base.resume, kind, rng))
        note = _scores_moved(base.clean, other)
        yield base.record("reorder", kind, float(not note), note)


def _shuffled(resume: Resume, kind: str, rng: Random) -> Resume:
    sections = []
    for section in resume.sections:
        if kind == "skills":
            skills = tuple(rng.sample(section.skills, len(section.skills)))
            sections.append(replace(section, skills=skills))
        else:
            jobs = tuple(
                replace(job, bullets=tuple(rng.sample(job.bullets, len(job.bullets))))
                for job in section.jobs
            )
            sections.append(replace(section, jobs=jobs))
    return replace(resume, sections=tuple(sections))


def looks(base: Base) -> Iterator[Record]:
    """Change font, size, paper, colour, file name or metadata: only format rules may speak."""
    for what, resume in look_variants(base.resume):
        if not base.samples(what):
            continue
        note = differences(base.clean, judge(resume), without=Dimension.FORMAT)
        yield base.record("looks", what, float(not note), note)


def look_variants(resume: Resume) -> Iterator[tuple[str, Resume]]:
    """Yield (what is different, the resume in that look)."""
    look = resume.look
    other_font = "sans" if look.font == "serif" else "serif"
    variants = {
        "font": replace(look, font=other_font),
        "size": replace(look, size=10.0 if look.size > 10 else 11.0),
        "paper": replace(look, paper="a4"),
        "colour": replace(look, accent="#5A2A82"),
        "file name": replace(look, file_name="CV_final_v7 (2)"),
        "metadata": replace(look, author="A. Nother Person"),
        "margins": replace(look, margin_mm=24.0),
    }
    for what, variant in variants.items():
        yield what, replace(resume, look=variant)


def _scores_moved(one: Judged, other: Judged) -> str:
    moved = {
        name: other.scores[name] - score
        for name, score in one.scores.items()
        if abs(other.scores.get(name, 0.0) - score) > 1e-9
    }
    return ", ".join(f"{name} {change:+.2f}" for name, change in moved.items())
