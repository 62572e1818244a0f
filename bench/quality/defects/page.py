"""Defects of the page: type, margins, length, marks, spacing, and how work is laid out."""

from dataclasses import replace

from ai_agents.vocabulary import Dimension, Severity
from bench.quality import hiding
from bench.quality.defects.model import Damage, Draw, Make, Operator, Slip
from bench.quality.defects.spots import (
    job_path,
    past_jobs,
    reworded,
    rewritten,
    sentence_job,
    texts,
)
from bench.quality.edits import edit
from bench.quality.judged import words
from bench.quality.resume import DOCX, Bullet, Hidden, Job, Resume
from bench.quality.wordings import load


def _look(field: str, value: object, rule: str) -> Make:
    def make(resume: Resume, _draw: Draw) -> Damage:
        return Damage((edit(resume, ("look", field), value),), (Slip((rule,)),))

    return make


def _stray_fonts(resume: Resume, _draw: Draw) -> Damage:
    others = tuple(name for name in ("sans", "serif", "mono") if name != resume.look.font)
    return Damage((edit(resume, ("look", "stray_fonts"), others),), (Slip(("many-fonts",)),))


def _tight_margins(resume: Resume, _draw: Draw) -> Damage | None:
    if resume.look.layout == "sidebar":
        return None  # its band reaches the edge on purpose
    return Damage((edit(resume, ("look", "margin_mm"), 5.0),), (Slip(("tight-margins",)),))


def _too_long(resume: Resume, _draw: Draw) -> Damage | None:
    """Four pages for someone at the start: every line of work told again, week by week."""
    if resume.seniority != "entry":
        return None
    tail = ", then wrote it down, filed the paper, told the next shift about it and closed the door"
    path = job_path(resume, 0)
    lines = tuple(
        Bullet(f"{bullet.text.removesuffix('.')} in week {week}{tail}")
        for week in range(1, 26)
        for bullet in resume.jobs[0].bullets
    )
    return Damage((edit(resume, (*path, "bullets"), lines),), (Slip(("too-long",)),))


def _too_short(resume: Resume, _draw: Draw) -> Damage:
    index = resume.at("experience") or 0
    jobs = tuple(replace(job, bullets=job.bullets[:1]) for job in resume.jobs[:2])
    return Damage(
        (edit(resume, ("sections", index, "jobs"), jobs),),
        (Slip(("too-short", "almost-empty")),),
    )


def _no_bullets(resume: Resume, _draw: Draw) -> Damage:
    index = resume.at("experience") or 0
    jobs = tuple(_as_prose(job) for job in resume.jobs)
    places = tuple(job.prose for job in jobs)
    return Damage(
        (edit(resume, ("sections", index, "jobs"), jobs),), (Slip(("no-bullets",), places),)
    )


def _as_prose(job: Job) -> Job:
    prose = " ".join(f"{bullet.text.removesuffix('.')}." for bullet in job.bullets)
    return replace(job, bullets=(), prose=prose)


def _prose_position(resume: Resume, _draw: Draw) -> Damage | None:
    found = sentence_job(resume)
    if found is None or len(found[1].bullets) < 3:
        return None
    index, job = found
    after = _as_prose(job)
    slip = Slip(("prose-position",), (after.prose,))
    return Damage((edit(resume, job_path(resume, index), after),), (slip,))


def _dense_paragraph(resume: Resume, draw: Draw) -> Damage | None:
    found = sentence_job(resume)
    if found is None:
        return None
    text = load("defects")["dense-paragraph"][draw.pool]
    path = (*job_path(resume, found[0]), "prose")
    return Damage((edit(resume, path, text),), (Slip(("dense-paragraph",), (text,)),))


def _many_bullets(resume: Resume, draw: Draw) -> Damage:
    """Bring one position to twelve bullets with small tasks."""
    job = resume.jobs[0]
    path = (*job_path(resume, 0), "bullets")
    stop = "." if job.bullets[0].text.endswith(".") else ""
    tasks = texts("small-tasks", draw)
    more = tuple(Bullet(f"{text}{stop}") for text in tasks[: 12 - len(job.bullets)])
    places = (job.title, *(b.text for b in (*job.bullets, *more)))
    return Damage((edit(resume, path, (*job.bullets, *more)),), (Slip(("many-bullets",), places),))


def _long_bullet(resume: Resume, draw: Draw) -> Damage | None:
    """Run the lines of one position together until they make a bullet of over forty words."""
    index = draw.rng.choice(past_jobs(resume))
    kept = resume.jobs[index].bullets
    stop = "." if kept[0].text.endswith(".") else ""
    for count in range(2, len(kept) + 1):
        told = [bullet.text.removesuffix(".") for bullet in kept[:count]]
        text = ", ".join([told[0], *(f"{line[0].lower()}{line[1:]}" for line in told[1:])]) + stop
        if 43 <= len(words(text)) <= 56:
            after = (Bullet(text), *kept[count:])
            path = (*job_path(resume, index), "bullets")
            return Damage((edit(resume, path, after),), (Slip(("long-bullet",), (text,)),))
    return None


def _duplicate_bullet(resume: Resume, draw: Draw) -> Damage:
    """Let a line of the latest position stand under the one before too."""
    bullet = draw.rng.choice(resume.jobs[0].bullets)
    path = (*job_path(resume, 1), "bullets")
    after = (*resume.jobs[1].bullets, Bullet(bullet.text))
    return Damage((edit(resume, path, after),), (Slip(("duplicate-bullet",), (bullet.text,)),))


def _near_duplicate(resume: Resume, draw: Draw) -> Damage | None:
    """Tell a line twice with one small word changed."""
    long = [b for b in resume.jobs[1].bullets if len(b.text.split()) >= 12 and " the " in b.text]
    if not long:
        return None
    bullet = draw.rng.choice(long)
    again = bullet.text.replace(" the ", " this ", 1)
    again = bullet.text.replace(" the ", " each ", 1) if draw.pool == "b" else again
    path = (*job_path(resume, 1), "bullets")
    kept = resume.jobs[1].bullets
    after = (*kept, Bullet(again))
    slip = Slip(("near-duplicate-bullet",), (bullet.text, again))
    return Damage((edit(resume, path, after),), (slip,))


def _mixed_marks(resume: Resume, draw: Draw) -> Damage:
    path = job_path(resume, 1)
    mark = draw.rng.choice({"a": ("-", "*"), "b": ("·", "+")}[draw.pool])
    edits = tuple(
        edit(resume, (*path, "bullets", number, "mark"), mark)
        for number in range(len(resume.jobs[1].bullets))
    )
    places = tuple(bullet.text for job in resume.jobs for bullet in job.bullets)
    return Damage(edits, (Slip(("mixed-bullet-marks",), places),))


def _mixed_punctuation(resume: Resume, draw: Draw) -> Damage | None:
    def change(bullet: Bullet) -> str:
        stopped = bullet.text.endswith(".")
        return bullet.text.removesuffix(".") if stopped else f"{bullet.text}."

    return rewritten(resume, draw, ("mixed-bullet-punctuation",), change)


def _double_spaces(resume: Resume, draw: Draw) -> Damage | None:
    def change(bullet: Bullet) -> str:
        words = bullet.text.split(" ")
        at = draw.rng.randrange(1, min(len(words) - 1, 5))
        return f"{' '.join(words[:at])}  {' '.join(words[at:])}"

    return rewritten(resume, draw, ("double-spaces",), change)


def _skills_in(where: str, *rules: str) -> Make:
    """Return an operator that moves the skills to the end, into a table, a box or a picture."""

    def make(resume: Resume, _draw: Draw) -> Damage | None:
        if resume.look.layout in {"sidebar", "table"}:
            return None
        index = resume.at("skills") or 0
        order = (*resume.sections[:index], *resume.sections[index + 1 :], resume.sections[index])
        edits = (edit(resume, ("sections",), order), edit(resume, ("look", "skills_in"), where))
        heading = resume.section("skills").heading
        return Damage(edits, (Slip(rules, (*resume.skills, heading, heading.upper())),))

    return make


def _hidden(resume: Resume, draw: Draw, text: str, rule: str) -> Damage:
    kinds = hiding.DOCX_KINDS if resume.look.format == DOCX else hiding.PDF_KINDS
    item = Hidden(draw.rng.choice(kinds), text)
    return Damage((edit(resume, ("look", "hidden"), (item,)),), (Slip((rule,)),))


def _hidden_keywords(resume: Resume, draw: Draw) -> Damage:
    return _hidden(resume, draw, " ".join(resume.skills), "hidden-text")


def _hidden_instruction(resume: Resume, draw: Draw) -> Damage:
    return _hidden(resume, draw, texts("hidden-instruction", draw)[0], "hidden-instruction")


def _seen_instruction(resume: Resume, draw: Draw) -> Damage:
    """Write an instruction where everyone can read it."""
    index = resume.at("education") or 0
    text = texts("hidden-instruction", draw)[0]
    one = edit(resume, ("sections", index, "lines"), (text,))
    return Damage((one,), (Slip(("hidden-instruction",), (text,)),))


_HERE, _FLOW = Dimension.FORMAT, Dimension.ORGANIZATION
_CRITICAL, _WARNING, _INFO = Severity.CRITICAL, Severity.WARNING, Severity.INFO
_ADVICE = ("bullet-unquantified", "column-layout")
OPERATORS = (
    Operator("tiny-font", _HERE, _WARNING, _look("size", 7.0, "tiny-font")),
    Operator("three-fonts", _HERE, _WARNING, _stray_fonts),
    Operator("tight-margins", _HERE, _WARNING, _tight_margins, formats=("pdf",)),
    Operator("four-pages", _HERE, _WARNING, _too_long,
             also=("many-bullets", "near-duplicate-bullet", "long-bullet", "repeated-verb",
                   "tense-flip", "mixed-bullet-punctuation", *_ADVICE)),
    Operator("too-short", _HERE, _WARNING, _too_short, also=("summary-missing",)),
    Operator("no-bullets", _HERE, _WARNING, _no_bullets,
             also=("dense-paragraph", "near-duplicate-bullet", *_ADVICE)),
    Operator("dense-paragraph", _HERE, _WARNING, _dense_paragraph, also=_ADVICE),
    Operator("mixed-marks", _HERE, _WARNING, _mixed_marks),
    Operator("mixed-punctuation", _HERE, _WARNING, _mixed_punctuation),
    Operator("double-spaces", _HERE, _WARNING, _double_spaces, most=3),
    Operator("skills-in-table", _HERE, _WARNING, _skills_in("table", "skills-in-table"),
             formats=("docx",)),
    Operator("skills-in-textbox", _HERE, _WARNING, _skills_in("textbox", "skills-in-textbox"),
             formats=("docx",)),
    Operator("skills-in-image", _HERE, _WARNING,
             _skills_in("image", "text-in-image", "empty-section"), also=("skills-missing",)),
    Operator("hidden-keywords", _HERE, _CRITICAL, _hidden_keywords),
    Operator("hidden-instruction", _HERE, _CRITICAL, _hidden_instruction, also=("hidden-text",)),
    Operator("seen-instruction", _HERE, _CRITICAL, _seen_instruction),
    Operator("prose-position", _FLOW, _INFO, _prose_position,
             also=("dense-paragraph", *_ADVICE)),
    Operator("many-bullets", _FLOW, _WARNING, _many_bullets, also=_ADVICE),
    Operator("long-bullet", _FLOW, _INFO, _long_bullet),
    Operator("duplicate-bullet", _FLOW, _WARNING, _duplicate_bullet, also=("tense-flip",)),
    Operator("near-duplicate", _FLOW, _INFO, _near_duplicate, also=("repeated-verb",)),
    Operator("placeholder", Dimension.COMPLETENESS, _CRITICAL,
             reworded("placeholder-text", ("placeholder-text",)), 2, _ADVICE),
)  # fmt: skip
