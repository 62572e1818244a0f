"""What a careful person reads in a resume we made, against what the reader's profile says.

The fields and their comparison follow the reading exam: employer, title, school and degree also
count when one holds the other or their words overlap by three fifths.
"""

from collections.abc import Sequence

from ai_agents.models import Profile
from bench.quality.judged import words
from bench.quality.resume import Resume, month_text

_LOOSE = ("employer", "title", "institution", "degree")
FIELDS = (
    "name",
    "email",
    "phone",
    "sections",
    "employer",
    "title",
    "start",
    "end",
    "institution",
    "degree",
    "skills",
)


def of_resume(resume: Resume) -> dict[str, list[str]]:
    """Return the truth by field, in reading order; empty fields have an empty list."""
    studies = resume.section("education").studies
    return {
        "name": _plain(resume.name),
        "email": [resume.email] if resume.email else [],
        "phone": _digits(resume.phone),
        "sections": [text for s in resume.sections for text in _plain(s.heading)],
        "employer": [text for job in resume.jobs for text in _plain(job.employer)],
        "title": [text for job in resume.jobs for text in _plain(job.title)],
        "start": [_month(job.start) for job in resume.jobs],
        "end": ["present" if job.end is None else _month(job.end) for job in resume.jobs],
        "institution": [text for study in studies for text in _plain(study.school)],
        "degree": [text for study in studies for text in _plain(study.degree)],
        "skills": [text for skill in resume.skills for text in _plain(skill)],
    }


def of_profile(profile: Profile) -> dict[str, list[str]]:
    """Return what was read, by field."""
    jobs, studies = profile.experience, profile.education
    degrees = [f"{s.degree or ''} {s.field or ''}" for s in studies]
    headings = [s.heading or "" for s in profile.sections if s.kind != "contact"]
    return {
        "name": _plain(profile.name or ""),
        "email": [profile.email] if profile.email else [],
        "phone": _digits(profile.phone or ""),
        "sections": [text for heading in headings for text in _plain(heading)],
        "employer": [text for job in jobs for text in _plain(job.employer or "")],
        "title": [text for job in jobs for text in _plain(job.title or "")],
        "start": [job.start for job in jobs if job.start],
        "end": [job.end for job in jobs if job.end],
        "institution": [text for s in studies for text in _plain(s.institution or "")],
        "degree": [text for degree in degrees for text in _plain(degree)],
        "skills": [text for skill in profile.skills for text in _plain(skill)],
    }


def field_f1(found: dict[str, list[str]], true: dict[str, list[str]]) -> float:
    """Return the mean F1 over the fields that have a truth."""
    scores = [_f1(name, found[name], true[name]) for name in FIELDS if true[name]]
    return sum(scores) / len(scores)


def worst_fields(found: dict[str, list[str]], true: dict[str, list[str]]) -> str:
    """Name the fields read less than fully, with what was read."""
    bad = [name for name in FIELDS if true[name] and _f1(name, found[name], true[name]) < 1]
    return "; ".join(f"{name}: {found[name][:3]}" for name in bad)


def text_f1(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the F1 of two bags of words."""
    left = list(other)
    hits = 0
    for word in one:
        if word in left:
            left.remove(word)
            hits += 1
    return 2 * hits / (len(one) + len(other)) if one or other else 1.0


def _f1(name: str, found: list[str], true: list[str]) -> float:
    left, hits = list(true), 0
    for value in found:
        match = next((text for text in left if _same(name, value, text)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return 2 * hits / (len(found) + len(true))


def _same(name: str, found: str, true: str) -> bool:
    if found == true:
        return True
    if name not in _LOOSE:
        return False
    one, other = set(found.split()), set(true.split())
    return one <= other or other <= one or len(one & other) / len(one | other) >= 0.6


def _plain(text: str) -> list[str]:
    folded = " ".join(words(text))
    return [folded] if folded else []


def _digits(text: str) -> list[str]:
    digits = "".join(filter(str.isdigit, text))
    return [digits] if digits else []


def _month(month: int) -> str:
    slashed = month_text(month, "slashed")
    return f"{slashed[3:]}-{slashed[:2]}"
