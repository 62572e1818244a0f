"""What looks like a defect and is right must not be flagged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from ai_agents.models import Finding
from bench.quality.defects.spots import bullets, job_path, past_jobs
from bench.quality.edits import Edit, Path, changed, edit
from bench.quality.judged import judge, new_issues, stands_at
from bench.quality.records import Record
from bench.quality.relations.base import Base
from bench.quality.relations.inject import said
from bench.quality.resume import Resume, dates_text
from bench.quality.wordings import load


@dataclass(frozen=True, slots=True)
class Decoy:
    """A right thing: its edits, the rules to stay silent, and where (everywhere if empty)."""

    edits: Sequence[Edit]
    silent: frozenset[str]
    places: tuple[str, ...] = ()


def decoys(base: Base) -> Iterator[Record]:
    """Put each decoy that fits into the resume and look for a false alarm about it."""
    for name, decoy in _decoys(base):
        if not base.samples(name):
            continue
        other = judge(changed(base.resume, decoy.edits))
        alarms = [finding for finding in new_issues(base.clean, other) if _is_alarm(finding, decoy)]
        note = "; ".join(map(said, alarms))
        yield base.record("decoys", name, float(not alarms), note)


def _is_alarm(finding: Finding, decoy: Decoy) -> bool:
    here = not decoy.places or not finding.evidence or stands_at(finding, decoy.places)
    return finding.rule in decoy.silent and here


def _decoys(base: Base) -> Iterator[tuple[str, Decoy]]:
    for entry in load("decoys"):
        rng = Random(f"decoy/{entry['id']}/{base.name}")
        found = _written(entry, base.resume, rng, base.options.pool)
        yield entry["id"], found
    for name, (make, silent) in _MADE.items():
        edits = make(base.resume, Random(f"decoy/{name}/{base.name}"))
        if edits is not None:
            yield name, Decoy(edits, frozenset(silent))


def _written(entry: dict[str, Any], resume: Resume, rng: Random, pool: str) -> Decoy:
    silent = frozenset(entry["not"])
    text = rng.choice(entry[pool])
    path: Path
    if entry["slot"] == "skills":
        path = ("sections", resume.at("skills") or 0, "skills")
        return Decoy([edit(resume, path, (*resume.skills, *entry[pool]))], silent)
    if entry["slot"] == "bullet":
        at, bullet = rng.choice(list(bullets(resume, past_jobs(resume))))
        stop = "." if bullet.text.endswith(".") else ""
        return Decoy([edit(resume, (*at, "text"), f"{text}{stop}")], silent, (text,))
    if entry["slot"] == "person":
        name, email = text
        return Decoy([edit(resume, ("name",), name), edit(resume, ("email",), email)], silent)
    paths: dict[str, Path] = {
        "summary": ("sections", resume.at("summary") or 0, "text"),
        "employer": (*job_path(resume, 0), "employer"),
    }
    path = paths.get(entry["slot"], (entry["slot"],))
    return Decoy([edit(resume, path, text)], silent)


_Make = Callable[[Resume, Random], Sequence[Edit] | None]


def _part_time(resume: Resume, _rng: Random) -> Sequence[Edit] | None:
    """A second job beside the first one, and it says so."""
    if len(resume.jobs) < 3:
        return None
    job = resume.jobs[1]
    path = job_path(resume, 1)
    return [
        edit(resume, (*path, "title"), f"{job.title} (part-time)"),
        edit(resume, (*path, "end"), (job.end or 0) + 9),
    ]


def _filled_gap(resume: Resume, _rng: Random) -> Sequence[Edit] | None:
    """A year and a half of parental leave, told in an entry of its own."""
    index = resume.at("experience") or 0
    jobs = resume.jobs
    moved = [replace(job, start=job.start - 18, end=(job.end or 0) - 18) for job in jobs[1:]]
    leave = replace(
        jobs[1],
        title="Parental Leave",
        employer="Family",
        place=jobs[0].place,
        start=(jobs[1].end or 0) - 17,
        end=jobs[1].end,
        bullets=(),
        prose="Cared for two small children full time.",
    )
    return [edit(resume, ("sections", index, "jobs"), (jobs[0], leave, *moved))]


def _short_gap(resume: Resume, rng: Random) -> Sequence[Edit]:
    """Less than a year between two positions."""
    index = resume.at("experience") or 0
    months = rng.randint(3, 9)
    moved = [
        replace(job, start=job.start - months, end=(job.end or 0) - months)
        for job in resume.jobs[1:]
    ]
    return [edit(resume, ("sections", index, "jobs"), (resume.jobs[0], *moved))]


def _promotion(resume: Resume, _rng: Random) -> Sequence[Edit]:
    """Two titles at one employer, the second begun in the month the first ended."""
    path = job_path(resume, 1)
    return [
        edit(resume, (*path, "employer"), resume.jobs[0].employer),
        edit(resume, (*path, "end"), resume.jobs[0].start),
    ]


def _years_only(resume: Resume, _rng: Random) -> Sequence[Edit] | None:
    """All positions dated by years: one form, no gap to be seen."""
    if resume.seniority == "entry":
        return None
    return [
        edit(
            resume,
            (*job_path(resume, index), "printed"),
            dates_text(job.start, job.end, "year"),
        )
        for index, job in enumerate(resume.jobs)
    ]


def _study_under_way(resume: Resume, _rng: Random) -> Sequence[Edit]:
    """A degree that ends next year."""
    path = ("sections", resume.at("education") or 0, "studies", 0)
    return [edit(resume, (*path, "end"), 2027 * 12 + 4), edit(resume, (*path, "start"), 24284)]


def _usual_headings(resume: Resume, rng: Random) -> Sequence[Edit]:
    """Headings worded otherwise, each as clear as the usual one."""
    names = {
        "summary": ("Career Profile", "Personal Statement", "Professional Profile"),
        "experience": ("Relevant Experience", "Career History", "Professional Background"),
        "education": ("Academic Qualifications", "Educational Background", "Studies"),
        "skills": ("Core Competencies", "Areas of Expertise", "Skills and Abilities"),
    }
    return [
        edit(resume, ("sections", index, "heading"), rng.choice(names[section.kind]))
        for index, section in enumerate(resume.sections)
        if section.kind in names
    ]


def _grouped_skills(resume: Resume, _rng: Random) -> Sequence[Edit]:
    """Skills in two groups of words of rank, which every reader understands."""
    index = resume.at("skills") or 0
    half = len(resume.skills) // 2
    lines = (
        f"Expert: {', '.join(resume.skills[:half])}",
        f"Working knowledge: {', '.join(resume.skills[half:])}",
    )
    grouped = replace(resume.sections[index], skills=(), lines=lines)
    return [edit(resume, ("sections", index), grouped)]


_DATES = ("employment-gap", "employment-overlap", "not-reverse-chronological", "dates-reversed")
_MADE: dict[str, tuple[_Make, tuple[str, ...]]] = {
    "part-time-overlap": (_part_time, _DATES),
    "gap-told": (_filled_gap, _DATES),
    "short-gap": (_short_gap, _DATES),
    "promotion": (_promotion, (*_DATES, "duplicate-section")),
    "years-only": (_years_only, (*_DATES, "mixed-date-formats", "date-precision")),
    "study-under-way": (_study_under_way, ("future-date", "dates-impossible", *_DATES)),
    "usual-headings": (
        _usual_headings,
        ("odd-heading", "experience-missing", "education-missing", "skills-missing",
         "summary-missing", "heading-styles"),
    ),
    "grouped-skills": (_grouped_skills, ("self-rated-skill", "skills-missing", "keyword-stuffing")),
}  # fmt: skip
