"""Text nobody sees counts for nothing and is flagged; honest text that looks like it is not."""

from collections.abc import Iterator
from dataclasses import replace

from ai_agents.vocabulary import Dimension
from bench.quality import hiding
from bench.quality.edits import changed, edit
from bench.quality.judged import Judged, judge, new_issues
from bench.quality.records import Record
from bench.quality.relations.base import Base, differences
from bench.quality.resume import DOCX, Bullet, Hidden, Resume
from bench.quality.wordings import load

_FLAGS = {"hidden-text", "hidden-instruction"}
_HONEST = "Prepared with care; the two people named in the letter are glad to answer questions."


def hidden(base: Base) -> Iterator[Record]:
    """Hide keywords and an instruction in every way the format knows."""
    for what, resume in hidden_variants(base):
        if not base.samples(what):
            continue
        other = judge(resume)
        note = differences(base.clean, other, without=Dimension.FORMAT)
        yield base.record("hidden-content", what, float(not note), note)
        yield base.record("hidden-flagged", what, float(_flagged(base, other)))
    is_docx = base.resume.look.format == DOCX
    for kind in hiding.DOCX_HONEST if is_docx else hiding.PDF_HONEST:
        other = judge(_with(base.resume, Hidden(kind, _HONEST)))
        yield base.record("hidden-honest", kind, float(_flagged(base, other)))


def hidden_variants(base: Base) -> Iterator[tuple[str, Resume]]:
    """Yield (way and payload, the resume with that text hidden in it)."""
    is_docx = base.resume.look.format == DOCX
    kinds = hiding.DOCX_KINDS if is_docx else hiding.PDF_KINDS
    instruction = load("defects")["hidden-instruction"][base.options.pool][0]
    keywords = ", ".join(load(f"fields/{base.plan.field}")[base.options.pool]["skills"])
    for kind in kinds:
        for what, payload in (("keywords", keywords), ("instruction", instruction)):
            yield f"{kind}, {what}", _with(base.resume, Hidden(kind, payload))
    for kind in hiding.TEXT_KINDS if is_docx else ():  # a PDF's standard fonts hold none of them
        yield kind, _tricked(base.resume, kind, instruction)


def _flagged(base: Base, other: Judged) -> bool:
    return any(finding.rule in _FLAGS for finding in new_issues(base.clean, other))


def _with(resume: Resume, item: Hidden) -> Resume:
    return replace(resume, look=replace(resume.look, hidden=(item,)))


def _tricked(resume: Resume, kind: str, payload: str) -> Resume:
    """Let the last line of the latest position carry the payload."""
    place = (
        "sections",
        resume.at("experience") or 0,
        "jobs",
        0,
        "bullets",
        len(resume.jobs[0].bullets) - 1,
    )
    bullet = resume.jobs[0].bullets[-1]
    after = Bullet(hiding.tricked(kind, bullet.text, payload), bullet.other)
    return changed(resume, [edit(resume, place, after)])
