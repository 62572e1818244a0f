"""What a renderer draws: a resume cut into simple blocks, so that PDF and DOCX say the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.quality.resume import Job, Look, Resume, Section, dates_text, job_dates

#: Sections that stand in the narrow column of a page with two.
SIDE_KINDS = ("skills", "certifications", "languages", "awards")
#: The sections that stray fonts are set in, the first font in the first.
_STRAYING = ("summary", "skills")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its role, its text, what stands at the right margin, and a bullet mark.

    Roles: name, contact, heading, entry (bold, dates at the right), text, bullet, skills.
    """

    role: str
    text: str
    right: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A section as blocks; `entries` groups them by position or course of study."""

    kind: str
    heading: str
    blocks: tuple[Block, ...]
    entries: tuple[tuple[Block, ...], ...] = ()


def family_of(part: "Part", look: Look) -> str:
    """Return the font family a section is set in: its stray one, or that of the document."""
    return dict(zip(_STRAYING, look.stray_fonts, strict=False)).get(part.kind, look.font)


def contact_items(resume: Resume) -> tuple[str, ...]:
    """Return the lines of the head below the name, empty ones left out."""
    return tuple(t for t in (resume.place, resume.phone, resume.email, *resume.notes) if t)


def parts(resume: Resume) -> tuple[Part, ...]:
    """Return the sections in their order."""
    return tuple(_part(resume, section) for section in resume.sections)


def _part(resume: Resume, section: Section) -> Part:
    look = resume.look
    heading = section.heading.upper() if look.upper_headings else section.heading
    blocks = [Block("text", section.text)] if section.text else []
    blocks += [Block("text", line) for line in section.lines]
    blocks += [Block("bullet", b.text, mark=b.mark or look.mark) for b in section.bullets]
    if section.skills and look.skills_in == "text":
        blocks.append(Block("skills", ", ".join(section.skills)))
    entries = [tuple(_job(resume, job)) for job in section.jobs]
    entries += [
        (
            Block("entry", study.degree, dates_text(study.start, study.end, look.dates)),
            *([Block("text", study.school)] if study.school else []),
        )
        for study in section.studies
    ]
    return Part(section.kind, heading, tuple(blocks), tuple(entries))


def _job(resume: Resume, job: Job) -> Iterator[Block]:
    dates = job_dates(job, resume.look)
    below = ", ".join(text for text in (job.employer, job.place) if text)
    if job.title:
        yield Block("entry", job.title, dates)
        if below:
            yield Block("text", below)
    else:
        yield Block("entry", below, dates)
    if job.prose:
        yield Block("text", job.prose)
    for bullet in job.bullets:
        yield Block("bullet", bullet.text, mark=bullet.mark or resume.look.mark)
