"""Defects of sections, headings and the parts of entries."""

from dataclasses import replace

from ai_agents.vocabulary import Dimension, Severity
from bench.quality.defects.model import Damage, Draw, Make, Operator, Slip
from bench.quality.defects.spots import job_path, past_jobs
from bench.quality.edits import Edit, edit
from bench.quality.resume import Resume, Section
from bench.quality.wordings import load

_PATH = ("sections",)


def _without(kind: str, rules: tuple[str, ...]) -> Make:
    def make(resume: Resume, _draw: Draw) -> Damage:
        rest = tuple(section for section in resume.sections if section.kind != kind)
        return Damage((edit(resume, _PATH, rest),), (Slip(rules),))

    return make


def _heading(resume: Resume, index: int, text: str) -> Edit:
    return edit(resume, ("sections", index, "heading"), text)


def _no_summary(resume: Resume, draw: Draw) -> Damage | None:
    """Take the profile from someone with a career behind it; at the start none is due."""
    if resume.seniority == "entry":
        return None
    return _without("summary", ("summary-missing",))(resume, draw)


def _odd_heading(resume: Resume, draw: Draw) -> Damage:
    odd = load("defects")["odd-heading"][draw.pool]
    kind = draw.rng.choice(sorted(odd))
    one = _heading(resume, resume.at(kind) or 0, odd[kind])
    return Damage((one,), (Slip(("odd-heading",), (odd[kind],)),))


def _empty_section(resume: Resume, draw: Draw) -> Damage:
    kind = draw.rng.choice(("education", "skills"))
    index = resume.at(kind) or 0
    heading = resume.sections[index].heading
    return Damage(
        (edit(resume, ("sections", index), Section(kind, heading)),),
        (Slip(("empty-section",), (heading,)),),
    )


def _duplicate_section(resume: Resume, _draw: Draw) -> Damage:
    """Cut the positions in two sections under the same heading."""
    index = resume.at("experience") or 0
    whole = resume.sections[index]
    halves = (replace(whole, jobs=whole.jobs[:1]), replace(whole, jobs=whole.jobs[1:]))
    after = (*resume.sections[:index], *halves, *resume.sections[index + 1 :])
    return Damage((edit(resume, _PATH, after),), (Slip(("duplicate-section",), (whole.heading,)),))


def _no_headings(resume: Resume, _draw: Draw) -> Damage:
    edits = tuple(_heading(resume, index, "") for index in range(len(resume.sections)))
    return Damage(edits, (Slip(("no-headings",)),))


def _education_first(resume: Resume, _draw: Draw) -> Damage | None:
    if resume.seniority not in {"senior", "executive"}:
        return None
    index = resume.at("education") or 0
    moved = resume.sections[index]
    rest = [section for section in resume.sections if section is not moved]
    rest.insert(resume.at("experience") or 0, moved)
    slip = Slip(("section-order",), (moved.heading,))
    return Damage((edit(resume, _PATH, tuple(rest)),), (slip,))


def _heading_style(resume: Resume, draw: Draw) -> Damage | None:
    if resume.look.upper_headings:
        return None
    index = resume.at(draw.rng.choice(("experience", "education"))) or 0
    text = resume.sections[index].heading.upper()
    return Damage((_heading(resume, index, text),), (Slip(("heading-styles",), (text,)),))


def _job_field(field: str, rule: str) -> Make:
    def make(resume: Resume, draw: Draw) -> Damage:
        index = draw.rng.randrange(len(resume.jobs))
        job = resume.jobs[index]
        places = (job.title, f"{job.employer}, {job.place}", job.place, job.employer)
        path = (*job_path(resume, index), field)
        return Damage((edit(resume, path, ""),), (Slip((rule,), places),))

    return make


def _undescribed(resume: Resume, draw: Draw) -> Damage:
    index = draw.rng.choice(past_jobs(resume)[:2])
    job = resume.jobs[index]
    path = (*job_path(resume, index), "bullets")
    slip = Slip(("job-undescribed",), (job.title, f"{job.employer}, {job.place}"))
    return Damage((edit(resume, path, ()),), (slip,))


def _thin_latest(resume: Resume, _draw: Draw) -> Damage | None:
    job = resume.jobs[0]
    if max(len(other.bullets) for other in resume.jobs[1:]) < 4:
        return None
    slip = Slip(("thin-recent-position",), (job.title, f"{job.employer}, {job.place}"))
    path = (*job_path(resume, 0), "bullets")
    return Damage((edit(resume, path, job.bullets[:1]),), (slip,))


def _degree_dropped(resume: Resume, _draw: Draw) -> Damage:
    index = resume.at("education") or 0
    study = resume.sections[index].studies[0]
    path = ("sections", index, "studies", 0)
    swapped = replace(study, degree=study.school, school="")
    return Damage((edit(resume, path, swapped),), (Slip(("degree-missing",), (study.school,)),))


_FORM, _ORDER, _WHOLE = Dimension.FORMAT, Dimension.ORGANIZATION, Dimension.COMPLETENESS
_CRITICAL, _WARNING, _INFO = Severity.CRITICAL, Severity.WARNING, Severity.INFO
OPERATORS = (
    Operator("experience-dropped", _WHOLE, _CRITICAL,
             _without("experience", ("experience-missing",)),
             also=("positions-unread", "too-short", "almost-empty")),
    Operator("education-dropped", _WHOLE, _WARNING, _without("education", ("education-missing",))),
    Operator("skills-dropped", _WHOLE, _WARNING, _without("skills", ("skills-missing",))),
    Operator("summary-dropped", _WHOLE, _INFO, _no_summary),
    Operator("odd-heading", _ORDER, _WARNING, _odd_heading,
             also=("education-missing", "skills-missing", "experience-missing")),
    Operator("empty-section", _ORDER, _WARNING, _empty_section,
             also=("education-missing", "skills-missing")),
    Operator("duplicate-section", _ORDER, _INFO, _duplicate_section),
    Operator("no-headings", _ORDER, _WARNING, _no_headings,
             also=("education-missing", "skills-missing", "experience-missing", "summary-missing",
                   "positions-unread")),
    Operator("education-first", _ORDER, _INFO, _education_first),
    Operator("heading-styles", _FORM, _INFO, _heading_style),
    Operator("title-dropped", _WHOLE, _WARNING, _job_field("title", "job-title-missing")),
    Operator("employer-dropped", _WHOLE, _WARNING, _job_field("employer", "job-employer-missing")),
    Operator("undescribed", _WHOLE, _WARNING, _undescribed),
    Operator("thin-latest", _ORDER, _INFO, _thin_latest),
    Operator("degree-dropped", _WHOLE, _INFO, _degree_dropped),
)  # fmt: skip
