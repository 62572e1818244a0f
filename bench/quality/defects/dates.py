"""Defects of dates and of the order of positions."""

from ai_agents.vocabulary import Dimension, Severity
from bench.quality.defects.model import Damage, Draw, Operator, Slip
from bench.quality.defects.spots import job_path, past_jobs
from bench.quality.edits import Edit, edit
from bench.quality.generator import NOW
from bench.quality.resume import Job, Resume, dates_text, month_text

_FORMS = ("short", "long", "slashed")


def _places(*jobs: Job) -> tuple[str, ...]:
    return tuple(text for job in jobs for text in (job.title, f"{job.employer}, {job.place}"))


def _printed(resume: Resume, index: int, text: str) -> Edit:
    return edit(resume, (*job_path(resume, index), "printed"), text)


def _one(resume: Resume, index: int, text: str, rule: str) -> Damage:
    places = (*_places(resume.jobs[index]), text)
    return Damage((_printed(resume, index, text),), (Slip((rule,), places),))


def _any_job(resume: Resume, draw: Draw) -> int:
    return draw.rng.randrange(len(resume.jobs))


def _dropped(resume: Resume, draw: Draw) -> Damage:
    index = _any_job(resume, draw)
    slip = Slip(("job-dates-missing",), _places(resume.jobs[index]))
    return Damage((_printed(resume, index, ""),), (slip,))


def _reversed(resume: Resume, draw: Draw) -> Damage | None:
    past = [i for i in past_jobs(resume) if (resume.jobs[i].end or 0) - resume.jobs[i].start >= 3]
    if not past:
        return None
    index = draw.rng.choice(past)
    job = resume.jobs[index]
    assert job.end is not None  # noqa: S101 - a past job
    return _one(resume, index, dates_text(job.end, job.start, resume.look.dates), "dates-reversed")


def _future(resume: Resume, draw: Draw) -> Damage:
    index = draw.rng.choice(past_jobs(resume))
    later = NOW + draw.rng.randint(4, 40)
    text = dates_text(resume.jobs[index].start, later, resume.look.dates)
    return _one(resume, index, text, "future-date")


def _impossible(resume: Resume, draw: Draw) -> Damage:
    index = draw.rng.choice(past_jobs(resume))
    job = resume.jobs[index]
    year = draw.rng.randint(1902, 1929) * 12
    return _one(resume, index, dates_text(year, job.end, resume.look.dates), "dates-impossible")


def _mixed(resume: Resume, draw: Draw) -> Damage | None:
    index = draw.rng.choice(past_jobs(resume))
    job = resume.jobs[index]
    other = draw.rng.choice([form for form in _FORMS if form != resume.look.dates])
    start, end = job.start, job.end or 0
    if {resume.look.dates, other} == {"short", "long"} and start % 12 == end % 12 == 4:
        return None  # May is both short and long
    text = dates_text(start, end, other)
    places = tuple(t for j in resume.jobs for t in _places(j)) + _all_dates(resume) + (text,)
    return Damage((_printed(resume, index, text),), (Slip(("mixed-date-formats",), places),))


def _all_dates(resume: Resume) -> tuple[str, ...]:
    return tuple(dates_text(job.start, job.end, resume.look.dates) for job in resume.jobs)


def _year_only(resume: Resume, draw: Draw) -> Damage:
    index = draw.rng.choice(past_jobs(resume))
    job = resume.jobs[index]
    text = dates_text(job.start, job.end, "year")
    return _one(resume, index, text, "date-precision")


def _start_dropped(resume: Resume, draw: Draw) -> Damage:
    index = draw.rng.choice(past_jobs(resume))
    before = {"a": "until", "b": "–"}[draw.pool]
    text = f"{before} {month_text(resume.jobs[index].end or 0, resume.look.dates)}"
    return _one(resume, index, text, "job-start-missing")


def _shifted(resume: Resume, index: int, start: int, end: int | None) -> tuple[Edit, ...]:
    path = job_path(resume, index)
    return (edit(resume, (*path, "start"), start), edit(resume, (*path, "end"), end))


def _overlap(resume: Resume, draw: Draw) -> Damage | None:
    index = draw.rng.choice(past_jobs(resume))
    job, later = resume.jobs[index], resume.jobs[index - 1]
    months = draw.rng.randint(6, 14)
    end = later.start + months
    if (later.end or NOW) <= end or "Intern" in job.title:
        return None
    edits = _shifted(resume, index, job.start, end)
    return Damage(edits, (Slip(("employment-overlap",), _with_dates(resume, job, later)),))


def _with_dates(resume: Resume, *jobs: Job) -> tuple[str, ...]:
    return (*_places(*jobs), *_all_dates(resume))


def _gap(resume: Resume, draw: Draw) -> Damage | None:
    """Move the older positions back in time, so that nothing else changes."""
    candidates = [i for i in past_jobs(resume) if "Intern" not in resume.jobs[i].title]
    if not candidates:
        return None
    index = draw.rng.choice(candidates)
    months = draw.rng.randint(14, 30)
    edits = [
        part
        for place in range(index, len(resume.jobs))
        for part in _shifted(
            resume, place, resume.jobs[place].start - months, (resume.jobs[place].end or 0) - months
        )
    ]
    job = resume.jobs[index]
    moved = dates_text(job.start - months, (job.end or 0) - months, resume.look.dates)
    places = (*_with_dates(resume, job, resume.jobs[index - 1]), moved)
    return Damage(tuple(edits), (Slip(("employment-gap",), places),))


def _unordered(resume: Resume, draw: Draw) -> Damage | None:
    """Put a later position below an earlier one."""
    jobs = list(resume.jobs)
    if len(jobs) < 2:
        return None
    at = draw.rng.randrange(len(jobs) - 1)
    jobs[at], jobs[at + 1] = jobs[at + 1], jobs[at]
    path = ("sections", resume.at("experience") or 0, "jobs")
    places = (*_places(*jobs[at : at + 2]), *_all_dates(resume))
    slip = Slip(("not-reverse-chronological",), places)
    return Damage((edit(resume, path, tuple(jobs)),), (slip,))


_FORMAT, _ORDER = Dimension.FORMAT, Dimension.ORGANIZATION
_ENTRY = Dimension.COMPLETENESS
_WARNING = Severity.WARNING
OPERATORS = (
    Operator("dates-dropped", _ENTRY, _WARNING, _dropped),
    Operator("start-dropped", _ENTRY, _WARNING, _start_dropped),
    Operator("dates-reversed", _ORDER, _WARNING, _reversed, also=("employment-gap",)),
    Operator("date-future", _ENTRY, _WARNING, _future, also=("employment-overlap",)),
    Operator("date-impossible", _ENTRY, _WARNING, _impossible, also=("employment-overlap",)),
    Operator("date-formats-mixed", _FORMAT, _WARNING, _mixed),
    Operator("date-precision", _FORMAT, Severity.INFO, _year_only),
    Operator("overlap", _ORDER, _WARNING, _overlap),
    Operator("gap", _ORDER, _WARNING, _gap),
    Operator("not-reverse-chronological", _ORDER, _WARNING, _unordered),
)
